"""The index follows every change of the catalog, and holds just what one made anew would hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from catalog.models import Competency, MicroCredentialPage, StackGroup, StackIndexPage, StackMember, Topic
from search.indexing import put_off, rebuild
from search.models import SearchDocument
from tests import factories as make
from tests.factories import addresses, alignment, group, home_page, room, stage
from tests.search.index import contents

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_filling")]


def found(text: str, **choices: str) -> list[tuple[str, str]]:
    """Kind and title of what a visitor finds now."""
    asked = {"q": text, "page_size": "100", **choices}
    answer = Client().get("/api/v1/search", asked).json()
    return [(one["kind"], one["title"]) for one in answer["results"]]


def titles(text: str, **choices: str) -> set[str]:
    """Titles of what a visitor finds now."""
    return {title for _, title in found(text, **choices)}


def publish(page: Page, **changes: Any) -> None:
    """Change a page as its editor would: a revision, then publishing it."""
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_new_page_is_found() -> None:
    make.MicroCredentialFactory(title="Phoneme games")
    assert titles("phoneme") == {"Phoneme games"}


def test_draft_is_not_found_until_it_is_published() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games", live=False)
    assert titles("phoneme") == set()
    page.save_revision().publish()
    assert titles("phoneme") == {"Phoneme games"}


def test_draft_of_a_live_page_changes_nothing() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    page.title = "Grapheme games"
    page.save_revision()
    assert titles("phoneme") == {"Phoneme games"}
    assert titles("grapheme") == set()


def test_renamed_page_is_found_by_its_new_title_only() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    publish(page, title="Grapheme games")
    assert titles("phoneme") == set()
    assert titles("grapheme") == {"Grapheme games"}


def test_unpublished_page_is_gone() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    page.unpublish()
    assert titles("phoneme") == set()


def test_deleted_page_is_gone() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    page.delete()
    assert titles("phoneme") == set()
    assert not SearchDocument.objects.filter(slug=page.slug).exists()


def test_new_slug_is_the_address_found() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    publish(page, slug="phonemes")
    answer = Client().get("/api/v1/search", {"q": "phoneme"}).json()["results"][0]
    assert (answer["slug"], answer["url"]) == ("phonemes", "/micro-credentials/phonemes/")


def test_moved_list_is_the_address_found() -> None:
    make.StackFactory(title="Phoneme stack")
    shelf = make.ProsePageFactory(slug="shelf", parent=home_page())
    room(StackIndexPage).move(shelf, pos="last-child")
    answer = Client().get("/api/v1/search", {"q": "phoneme"}).json()["results"][0]
    assert answer["url"] == "/shelf/stacks/phoneme-stack/"


def test_renamed_list_is_the_address_found() -> None:
    make.StackFactory(title="Phoneme stack")
    publish(room(StackIndexPage), slug="sets")
    answer = Client().get("/api/v1/search", {"q": "phoneme"}).json()["results"][0]
    assert answer["url"] == "/sets/phoneme-stack/"


def test_closed_page_is_not_found_until_it_is_opened() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    closed = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert titles("phoneme") == set()
    closed.delete()
    assert titles("phoneme") == {"Phoneme games"}


def test_closed_list_closes_all_below_it() -> None:
    page = make.StackFactory(title="Phoneme stack")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert titles("phoneme") == set()


def test_what_is_closed_is_quoted_by_nothing() -> None:
    page = make.MicroCredentialFactory(title="Games")
    stack = make.StackFactory(title="Phoneme stack", members=[page])
    make.PathwayFactory(title="Pathway", stages=[stage(stack)])
    closed = PageViewRestriction.objects.create(page=stack, restriction_type=PageViewRestriction.LOGIN)
    assert titles("phoneme") == set()
    closed.delete()
    assert titles("phoneme") == {"Phoneme stack", "Games", "Pathway"}


def test_page_moved_under_a_closed_one_is_gone() -> None:
    make.GuidePageFactory(title="Phoneme guide")
    shelf = make.ProsePageFactory(slug="shelf", parent=home_page())
    PageViewRestriction.objects.create(page=shelf, restriction_type=PageViewRestriction.LOGIN)
    Page.objects.get(slug="phoneme-guide").move(shelf, pos="last-child")
    assert titles("phoneme") == set()


def test_renamed_issuer_is_found_with_its_records() -> None:
    issuer = make.IssuerFactory(title="Old Harbor")
    make.MicroCredentialFactory(title="Games", issuer=issuer)
    make.StackFactory(title="Stack", issuer=issuer)
    publish(issuer, title="New Harbor")
    assert titles("new harbor") == {"New Harbor", "Games", "Stack"}
    assert titles("old") == set()
    facet = next(one for one in Client().get("/api/v1/search").json()["facets"] if one["name"] == "issuer")
    assert [value["label"] for value in facet["values"]] == ["New Harbor"]


def test_stack_follows_its_members_title() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    make.PathwayFactory(title="Pathway", stages=[stage(make.StackFactory(title="Stack", members=[page]))])
    assert titles("phoneme") == {"Phoneme games", "Stack", "Pathway"}
    publish(page, title="Grapheme games")
    assert titles("phoneme") == set()
    assert titles("grapheme") == {"Grapheme games", "Stack", "Pathway"}


def test_stack_forgets_a_member_that_is_unpublished() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    make.StackFactory(title="Stack", members=[page])
    page.unpublish()
    assert titles("phoneme") == set()


def test_stack_learns_of_a_member_published_later() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games", live=False)
    make.StackFactory(title="Stack", members=[page])
    page.save_revision().publish()
    assert titles("phoneme") == {"Phoneme games", "Stack"}


def test_outer_stack_follows_a_member_of_the_inner_one() -> None:
    page = make.MicroCredentialFactory(title="Games")
    inner = make.StackFactory(title="Inner", members=[page])
    make.StackFactory(title="Outer", members=[inner])
    publish(page, title="Phoneme games")
    assert titles("phoneme") == {"Phoneme games", "Inner", "Outer"}


def test_member_added_by_itself_is_followed() -> None:
    stack = make.StackFactory(title="Stack", members=[make.MicroCredentialFactory()])
    page = make.MicroCredentialFactory(title="Phoneme games")
    StackMember.objects.create(group=StackGroup.objects.get(page=stack), credential=page)
    assert titles("phoneme") == {"Phoneme games", "Stack"}


def test_topic_competency_and_term_are_followed() -> None:
    topic, item = make.TopicFactory(name="Sounds"), make.CompetencyFactory(title="Hears rhymes")
    make.MicroCredentialFactory(title="Games", topic=topic, alignments=[alignment(item)])
    Topic.objects.get().save()
    topic.name = "Noises"
    topic.save()
    item.title = "Hears alliteration"
    item.save()
    assert titles("sounds rhymes") == set()
    assert titles("noises alliteration") == {"Games"}


def test_deleted_record_is_gone() -> None:
    item = make.CompetencyFactory(title="Hears rhymes")
    term = make.GlossaryTermFactory(term="Rhyme")
    assert len(titles("rhyme")) == 2
    item.delete()
    term.delete()
    assert titles("rhyme") == set()


def test_priority_moved_under_another_counts_for_it() -> None:
    parent, child = make.PriorityFactory(title="Parent"), make.PriorityFactory(title="Child")
    make.MicroCredentialFactory(title="Games", priority_links=[addresses(child)])
    assert titles("", priority="parent") != {"Games"}
    publish(child, parent_priority=parent)
    assert titles("", priority="parent", kind="micro-credential") == {"Games"}


def test_change_that_is_taken_back_leaves_no_trace() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    with transaction.atomic():
        publish(page, title="Grapheme games")
        assert titles("grapheme") == {"Grapheme games"}
        transaction.set_rollback(True)
    assert titles("grapheme") == set()
    assert titles("phoneme") == {"Phoneme games"}


def test_changes_put_off_are_found_at_the_end() -> None:
    with put_off():
        make.MicroCredentialFactory(title="Phoneme games")
        assert titles("phoneme") == set()
    assert titles("phoneme") == {"Phoneme games"}


def test_rebuilding_finds_what_was_written_behind_its_back() -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    MicroCredentialPage.objects.filter(pk=page.pk).update(title="Grapheme games")
    call_command("rebuild_search", verbosity=0)
    assert titles("grapheme") == {"Grapheme games"}


class Catalog:
    """A small catalog to edit in many ways; every edit is one that the site itself can make."""

    def __init__(self) -> None:
        self.issuer = make.IssuerFactory(title="Harbor")
        self.priority, self.other = make.PriorityFactory(), make.PriorityFactory()
        self.item = make.CompetencyFactory()
        self.topic = make.TopicFactory()
        self.pages = [
            make.MicroCredentialFactory(
                issuer=self.issuer,
                topic=self.topic,
                priority_links=[addresses(self.priority)],
                alignments=[alignment(self.item)],
                grades=("K", "1"),
            )
            for _ in range(2)
        ]
        self.stack = make.StackFactory(issuer=self.issuer, members=self.pages)
        self.outer = make.StackFactory(groups=[group(self.stack)])
        self.role = make.RoleFactory()
        self.pathway = make.PathwayFactory(priority=self.other, stages=[stage(self.stack)], roles=[self.role])
        self.closed: PageViewRestriction | None = None

    def rename(self, number: int) -> None:
        """Give some page another title."""
        pages: list[Any] = [
            *self.pages,
            self.stack,
            self.outer,
            self.pathway,
            self.issuer,
            self.priority,
            self.other,
        ]
        page = pages[number % len(pages)]
        publish(type(page).objects.get(pk=page.pk), title=f"Renamed {number}")

    def hide(self, number: int) -> None:
        """Unpublish or publish a page."""
        pages: list[Any] = [*self.pages, self.stack, self.pathway, self.priority, self.role]
        page = pages[number % len(pages)]
        now = type(page).objects.get(pk=page.pk)
        if now.live:
            now.unpublish()
        else:
            now.save_revision().publish()

    def facts(self, number: int) -> None:
        """Other hours, grades and price."""
        page = MicroCredentialPage.objects.get(pk=self.pages[number % 2].pk)
        publish(
            page,
            hours_min=number,
            hours_max=number + 10,
            grades=(str(number % 12 + 1),),
            cost_usd=number,
            cost_per="micro-credential",
        )

    def family(self, number: int) -> None:
        """Put one priority under the other, or apart."""
        page = type(self.other).objects.get(pk=self.other.pk)
        publish(page, parent_priority=self.priority if number % 2 else None)

    def record(self, number: int) -> None:
        """Rename a competency and a topic."""
        Competency.objects.get(pk=self.item.pk).save()
        self.item.title, self.topic.name = f"Item {number}", f"Topic {number}"
        self.item.save()
        self.topic.save()

    def close(self, number: int) -> None:
        """Close a page to the public, or open it."""
        if self.closed:
            self.closed.delete()
            self.closed = None
        else:
            page = [*self.pages, self.stack][number % 3]
            self.closed = PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.LOGIN
            )

    def stages(self, number: int) -> None:
        """Name another stack in the pathway, at another level."""
        page = type(self.pathway).objects.get(pk=self.pathway.pk)
        page.stages = [
            stage(self.outer if number % 2 else self.stack, level=("novice", "advanced")[number % 2])
        ]
        publish(page)

    def add(self, number: int) -> None:
        """A micro-credential more, as a member of the stack."""
        page = make.MicroCredentialFactory(issuer=self.issuer)
        StackMember.objects.create(group=StackGroup.objects.get(page=self.stack), credential=page)

    def take(self, number: int) -> None:
        """Take a member away."""
        rows = StackMember.objects.filter(group__page=self.stack)
        if rows.count() > 1:
            rows[number % rows.count()].delete()


EDITS: tuple[Callable[[Catalog, int], None], ...] = (
    Catalog.rename,
    Catalog.hide,
    Catalog.facts,
    Catalog.family,
    Catalog.record,
    Catalog.close,
    Catalog.stages,
    Catalog.add,
    Catalog.take,
)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), min_size=1, max_size=6))
def test_index_after_any_edits_equals_one_made_anew(edits: list[tuple[Callable[..., None], int]]) -> None:
    with transaction.atomic():
        catalog = Catalog()
        for edit, number in edits:
            edit(catalog, number)
        kept = contents()
        rebuild()
        assert kept == contents()
        transaction.set_rollback(True)
