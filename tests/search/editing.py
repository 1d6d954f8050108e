"""A small catalog and the many ways to edit it, and what a visitor finds after each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from catalog.models import Competency, Decision, MicroCredentialPage, Recognition, StackGroup, StackMember
from tests import factories as make
from tests.factories import addresses, alignment, group, stage
from tests.search.deciding import FIRST, about, decide


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
        self.boards = [make.JurisdictionFactory(), make.JurisdictionFactory()]
        self.decisions: list[Decision] = []
        self.counted: list[Recognition] = []

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

    def decidable(self, number: int) -> Any:
        """A record that boards decide about."""
        return [*self.pages, self.stack, self.outer][number % 4]

    def decide(self, number: int) -> None:
        """A board decides about some record."""
        outcome, start = ("decline", "conditional")[number % 2], FIRST + timedelta(days=number * 9)
        ends = start + timedelta(days=number) if outcome == "conditional" else None
        page, board = self.decidable(number), self.boards[number % 3 % 2]
        with suppress(ValidationError):
            self.decisions.append(decide(board, page, outcome, effective_from=start, effective_until=ends))

    def correct(self, number: int) -> None:
        """The last decision was wrong: it is about another record, and a plain no."""
        if self.decisions:
            wrong = self.decisions.pop()
            right = decide(wrong.jurisdiction, self.decidable(number), "decline", supersedes=wrong)
            self.decisions.append(right)

    def count(self, number: int) -> None:
        """Something counts for a record, or for another one than was recorded."""
        earlier = self.counted.pop() if self.counted and number % 3 else None
        row = make.RecognitionFactory(
            **about(self.decidable(number)),
            kind=f"salary {number}",
            slug=earlier.slug if earlier else f"row-{Recognition.objects.count()}",
            supersedes=earlier,
            correction_reason="Wrong." if earlier else "",
            jurisdictions=[self.boards[number % 2]],
        )
        self.counted.append(row)

    def demonstrate(self, number: int) -> None:
        """A board is called otherwise, and made up for the demonstration or not."""
        board = self.boards[number % 2]
        board.name, board.demonstration = f"Board {number}", number % 3 == 0
        board.save()


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
    Catalog.decide,
    Catalog.correct,
    Catalog.count,
    Catalog.demonstrate,
)
