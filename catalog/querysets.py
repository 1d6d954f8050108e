"""The catalog's vocabulary for asking the database."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from home.querysets import for_everybody


def can_be_started(on: date, prefix: str = "") -> Q:
    """What is offered on a day, as `Offering.can_be_started` has it; `prefix` leads to it."""
    start, finish = f"{prefix}last_day_to_start", f"{prefix}last_day_to_finish"
    until_start = Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__gte": on})
    until_finish = (
        Q(**{f"{start}__isnull": False}) | Q(**{f"{finish}__isnull": True}) | Q(**{f"{finish}__gte": on})
    )
    return Q(**{f"{prefix}retired": False}) & until_start & until_finish


def no_longer_offered(on: date, prefix: str = "") -> Q:
    """What is not offered any more on a day; of rows without a micro-credential none is."""
    start, finish = f"{prefix}last_day_to_start", f"{prefix}last_day_to_finish"
    past_finish = Q(**{f"{start}__isnull": True, f"{finish}__lt": on})
    return Q(**{f"{prefix}retired": True}) | Q(**{f"{start}__lt": on}) | past_finish


class CredentialQuerySet(PageQuerySet):
    """Micro-credentials."""

    def offered(self, on: date) -> CredentialQuerySet:
        """Live and offered on a day."""
        pages: CredentialQuerySet = self.live().filter(can_be_started(on))
        return pages

    def for_grade(self, grade: str) -> CredentialQuerySet:
        """Whose source names this single grade."""
        pages: CredentialQuerySet = self.filter(grades__contains=f",{grade},")
        return pages

    def free_for_everyone(self) -> CredentialQuerySet:
        """Costs nothing, whoever asks."""
        pages: CredentialQuerySet = self.filter(cost_usd=0, cost_applies_to="")
        return pages

    def demonstration(self) -> CredentialQuerySet:
        """Made up for the demonstration."""
        pages: CredentialQuerySet = self.filter(issuer__demonstration=True)
        return pages

    def on_record(self) -> CredentialQuerySet:
        """Real, and open to everybody."""
        pages: CredentialQuerySet = self.filter(for_everybody(), issuer__demonstration=False)
        return pages


class StackQuerySet(PageQuerySet):
    """Stacks."""

    def demonstration(self) -> StackQuerySet:
        """Made up for the demonstration."""
        pages: StackQuerySet = self.filter(issuer__demonstration=True)
        return pages

    def on_record(self) -> StackQuerySet:
        """Real, and open to everybody."""
        pages: StackQuerySet = self.filter(for_everybody(), issuer__demonstration=False)
        return pages

    def holding(self, *, credential: int | None = None, stack: int | None = None) -> StackQuerySet:
        """Public stacks that name this micro-credential or stack as a member."""
        named = Q(groups__members__credential=credential) if credential else Q(groups__members__stack=stack)
        pages: StackQuerySet = self.filter(for_everybody(), named).distinct()
        return pages


CredentialManager = PageManager.from_queryset(CredentialQuerySet)
StackManager = PageManager.from_queryset(StackQuerySet)


def any_made_up(page: Page, *related: str) -> bool:
    """Whether somebody made up for the demonstration stands behind any rows of these relations; one query.

    A row names its board as `jurisdiction`, or several as `jurisdictions`; an issuer may stand behind it.
    A page never saved has no rows.
    """
    if not page.pk:
        return False
    names = ("jurisdiction", "jurisdictions", "issuer")
    rows = []
    for relation in related:
        manager = getattr(page, relation)
        behind = [name for name in names if hasattr(manager.model, name)]
        made_up = reduce(or_, (Q(**{f"{name}__demonstration": True}) for name in behind))
        rows.append(manager.filter(made_up).order_by().values("pk"))
    first, *others = rows
    return bool(first.union(*others, all=True).exists())
