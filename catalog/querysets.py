"""The catalog's vocabulary for asking the database."""

from __future__ import annotations

from django.db.models import Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class CredentialQuerySet(PageQuerySet):
    """Micro-credentials."""

    def current(self) -> CredentialQuerySet:
        """Live and still offered."""
        return self.live().filter(retired=False)

    def for_grade(self, grade: str) -> CredentialQuerySet:
        """Whose source names this single grade."""
        return self.filter(grades__contains=f",{grade},")

    def free_for_everyone(self) -> CredentialQuerySet:
        """Costs nothing, whoever asks."""
        return self.filter(cost_usd=0, cost_applies_to="")

    def demonstration(self) -> CredentialQuerySet:
        """Made up for the demonstration."""
        return self.filter(issuer__demonstration=True)

    def on_record(self) -> CredentialQuerySet:
        """Live and real."""
        return self.live().filter(issuer__demonstration=False)


class StackQuerySet(PageQuerySet):
    """Stacks."""

    def demonstration(self) -> StackQuerySet:
        """Made up for the demonstration."""
        return self.filter(issuer__demonstration=True)

    def on_record(self) -> StackQuerySet:
        """Live and real."""
        return self.live().filter(issuer__demonstration=False)

    def holding(self, *, credential: int | None = None, stack: int | None = None) -> StackQuerySet:
        """Live stacks that name this micro-credential or stack as a member."""
        named = Q(groups__members__credential=credential) if credential else Q(groups__members__stack=stack)
        return self.live().filter(named).distinct()


CredentialManager = PageManager.from_queryset(CredentialQuerySet)
StackManager = PageManager.from_queryset(StackQuerySet)
