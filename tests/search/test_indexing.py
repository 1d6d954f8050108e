"""The index follows every change of the catalog, and holds just what one made anew would hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from catalog.models import MicroCredentialPage, StackGroup, StackIndexPage, StackMember, Topic
from home.addresses import absolute
from search.indexing import put_off, rebuild
from search.models import SearchDocument
from tests import factories as make
from tests.factories import addresses, alignment, home_page, room, stage
from tests.long_run import examples
from tests.search.editing import EDITS, Catalog, publish, titles
from tests.search.index import contents

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_filling")]


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
    assert (answer["slug"], answer["url"]) == ("phonemes", absolute("/micro-credentials/phonemes/"))


def test_moved_list_is_the_address_found() -> None:
    make.StackFactory(title="Phoneme stack")
    shelf = make.ProsePageFactory(slug="shelf", parent=home_page())
    room(StackIndexPage).move(shelf, pos="last-child")
    answer = Client().get("/api/v1/search", {"q": "phoneme"}).json()["results"][0]
    assert answer["url"] == absolute("/shelf/stacks/phoneme-stack/")


def test_renamed_list_is_the_address_found() -> None:
    make.StackFactory(title="Phoneme stack")
    publish(room(StackIndexPage), slug="sets")
    answer = Client().get("/api/v1/search", {"q": "phoneme"}).json()["results"][0]
    assert answer["url"] == absolute("/sets/phoneme-stack/")


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


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
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
