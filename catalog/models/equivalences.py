"""What counts for what: dated, cited statements of issuers and boards, never overwritten."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel

from catalog.forms import EquivalenceForm
from catalog.in_force import Days, Force
from catalog.models.credentials import MicroCredentialPage
from catalog.models.issuers import IssuerPage
from catalog.models.kept import Kept, KeptQuerySet
from catalog.models.places import Jurisdiction
from home.days import sensible_day

MADE_UP = Q(issuer__demonstration=True) | Q(jurisdiction__demonstration=True)


class EquivalenceQuerySet(KeptQuerySet["Equivalence"]):
    """Vocabulary of equivalences."""

    def in_force(self, on: date) -> Self:
        """Those that hold on this day."""
        still = Q(effective_until=None) | Q(effective_until__gte=on)
        return self.filter(still, effective_from__lte=on)

    def about(self, page: MicroCredentialPage) -> Self:
        """Those that name this micro-credential on either side."""
        return self.filter(Q(credential=page) | Q(counts_for=page))

    def same_as(self, one: Equivalence) -> list[Equivalence]:
        """What the same body says of the same two for some of the same days; none before these are known."""
        if None in (one.credential_id, one.counts_for_id, one.effective_from):
            return []
        last = one.effective_until or date.max
        return [
            row
            for row in super().same_as(one)
            if row.effective_from <= last and one.effective_from <= (row.effective_until or date.max)
        ]

    def of(self, keys: Collection[int]) -> Self:
        """Those of these keys."""
        return self.filter(pk__in=keys)

    def with_names(self) -> Self:
        """With all that they name."""
        return self.select_related(
            "credential", "counts_for", "issuer", "jurisdiction", "citation_file", "correction__jurisdiction"
        )

    def demonstration(self) -> Self:
        """Said by an issuer or board made up for the demonstration."""
        return self.filter(MADE_UP)


class Equivalence(Kept):
    """Whoever holds `credential` is taken to hold `counts_for`; both its first and its last day belong to it.

    It holds one way only, and only for these two: nothing follows from two that meet in the middle.
    """

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credential = models.ForeignKey(
        MicroCredentialPage,
        verbose_name="the one that counts",
        on_delete=models.PROTECT,
        related_name="equivalences",
        help_text="What a teacher holds, such as an earlier edition.",
    )
    counts_for = models.ForeignKey(
        MicroCredentialPage,
        verbose_name="the one it counts for",
        on_delete=models.PROTECT,
        related_name="equivalents",
        help_text="What is asked for. It does not count the other way round.",
    )
    issuer = models.ForeignKey(
        IssuerPage,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="equivalences",
        help_text="One of the two micro-credentials must be its own.",
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="equivalences",
        help_text="Whose board says so. It speaks for its own place only.",
    )
    decided_on = models.DateField(validators=[sensible_day], help_text="The day of the notice or meeting.")
    effective_from = models.DateField(
        "first day", validators=[sensible_day], help_text="The first day it holds, included."
    )
    effective_until = models.DateField(
        "last day",
        null=True,
        blank=True,
        validators=[sensible_day],
        help_text="The last day it holds, included. Empty: no end is known.",
    )
    citation_title = models.CharField(
        "citation",
        max_length=255,
        help_text="Where it can be read, such as “Notice to holders, May 7, 2026”.",
    )
    citation_address = models.URLField(
        "its link",
        max_length=500,
        blank=True,
        help_text="A link or a file is needed, so that anyone can check.",
    )
    citation_file = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        verbose_name="its file",
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = EquivalenceQuerySet.as_manager()

    same_by = ("credential_id", "counts_for_id", "issuer_id", "jurisdiction_id")
    told_beside = "effective_from"
    base_form_class = EquivalenceForm
    panels: ClassVar[list[Panel]] = [
        HelpPanel(
            "What you record stays as it is. A mistake is mended by a correction, which is shown beside it.",
        ),
        MultiFieldPanel([FieldPanel("credential"), FieldPanel("counts_for")], "What counts for what"),
        MultiFieldPanel([FieldPanel("issuer"), FieldPanel("jurisdiction")], "Who says so: one of these"),
        MultiFieldPanel(
            [
                FieldPanel("decided_on"),
                FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_until")]),
            ],
            "When",
        ),
        MultiFieldPanel(
            [FieldPanel("citation_title"), FieldPanel("citation_address"), FieldPanel("citation_file")],
            "Where it can be read",
        ),
        FieldPanel("correction_reason"),
    ]

    class Meta(Kept.Meta):
        ordering = ["effective_from", "decided_on", "pk"]
        constraints = [
            *Kept.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(credential=F("counts_for")),
                name="equivalence_of_two_records",
                violation_error_message="Nothing counts for itself. Choose another one.",
            ),
            models.CheckConstraint(
                condition=Q(issuer=None, jurisdiction__isnull=False)
                | Q(issuer__isnull=False, jurisdiction=None),
                name="equivalence_said_by_one",
                violation_error_message="Choose the issuer or the board that says so, one of them.",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None) | Q(effective_until__gte=F("effective_from")),
                name="equivalence_ends_after_start",
                violation_error_message="The last day is before the first day.",
            ),
            models.CheckConstraint(
                condition=~Q(citation_title="") & (~Q(citation_address="") | Q(citation_file__isnull=False)),
                name="equivalence_is_cited",
                violation_error_message="An equivalence needs a citation with a link or a file.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credential} counts for {self.counts_for}"

    @property
    def body(self) -> IssuerPage | Jurisdiction:
        """Who says so."""
        found = self.issuer or self.jurisdiction
        if found is None:
            raise ValueError("An issuer or a board says so.")
        return found

    @property
    def demonstration(self) -> bool:
        """Whether who says so is made up for the demonstration."""
        return bool(self.body.demonstration)

    @property
    def about(self) -> str:
        """What counts for what, for a list."""
        return str(self)

    @property
    def told(self) -> str:
        """Who says so, for a list."""
        return str(self.body)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day; a correction holds in place of what it corrects."""
        days = Days(self.effective_from, self.effective_until)
        return not self.is_superseded and days.force(day) is Force.IN_FORCE

    def clean(self) -> None:
        """Refuse, each beside its field, what nobody can have said."""
        super().clean()
        for find in (self.problems_of_names, self.problems_of_needs):
            if problems := find():
                raise ValidationError(problems)

    def problems_of_names(self) -> dict[str, str]:
        """What cannot count for what, and who cannot say so."""
        if self.credential_id is not None and self.credential_id == self.counts_for_id:
            return {"counts_for": "Nothing counts for itself. Choose another one."}
        if (self.issuer_id is None) == (self.jurisdiction_id is None):
            return {"issuer": "Choose the issuer or the board that says so, one of them."}
        if self.issuer_id is None or None in (self.credential_id, self.counts_for_id):
            return {}
        if self.issuer_id in (self.credential.issuer_id, self.counts_for.issuer_id):
            return {}
        return {"issuer": f"{self.issuer} issued neither of the two. Choose who did, or a board."}

    def problems_of_needs(self) -> dict[str, str]:
        """What is missing, and days that cannot be."""
        problems = {}
        if not self.citation_address and self.citation_file is None:
            problems["citation_address"] = "Give a link or a file, so that anyone can check."
        if self.supersedes is not None and not self.correction_reason.strip():
            problems["correction_reason"] = "Say why the earlier record is corrected."
        first, last = getattr(self, "effective_from", None), self.effective_until
        if first is not None and last is not None and last < first:
            problems["effective_until"] = "The last day is before the first day."
        return problems
