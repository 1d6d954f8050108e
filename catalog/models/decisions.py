"""What a board decided about a micro-credential or stack: dated, cited, never overwritten."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel

from catalog.enums import Outcome
from catalog.forms import RecordingForm
from catalog.models.credentials import MicroCredentialPage
from catalog.models.kept import Kept, KeptQuerySet
from catalog.models.places import Jurisdiction
from catalog.models.stacks import StackPage
from catalog.timeline import Ruling, Status, spans, status_on
from home.days import day_text, sensible_day

YES = (Outcome.APPROVE.value, Outcome.CONDITIONAL.value)

GIVES = {
    Outcome.APPROVE: Status.APPROVED,
    Outcome.CONDITIONAL: Status.CONDITIONAL,
    Outcome.DECLINE: Status.NOT_APPROVED,
    Outcome.WITHDRAW: Status.NOT_APPROVED,
}

Record = MicroCredentialPage | StackPage


def of(record: Record) -> dict[str, Any]:
    """The column that names a record."""
    return {"credential" if isinstance(record, MicroCredentialPage) else "stack": record.pk}


def of_any(records: Iterable[Record]) -> Q:
    """Any row that names one of these records."""
    listed = list(records)
    credentials = [one.pk for one in listed if isinstance(one, MicroCredentialPage)]
    stacks = [one.pk for one in listed if isinstance(one, StackPage)]
    return Q(credential__in=credentials) | Q(stack__in=stacks)


class DecisionQuerySet(KeptQuerySet["Decision"]):
    """Vocabulary of decisions."""

    def about(self, record: Record) -> Self:
        """Decisions about this record."""
        return self.filter(**of(record))

    def about_any(self, records: Iterable[Record]) -> Self:
        """Decisions about any of these records."""
        return self.filter(of_any(records))

    def by(self, jurisdiction: Jurisdiction | None) -> Self:
        """Decisions of this board; none without one."""
        return self.filter(jurisdiction=jurisdiction) if jurisdiction else self.none()

    def told(self) -> Self:
        """With all that pages and files tell of a decision and of what corrects it."""
        return self.select_related(
            "jurisdiction",
            "citation_file",
            "correction__credential",
            "correction__stack",
            "correction__jurisdiction",
            "correction__citation_file",
            "correction__correction",
        )

    def demonstration(self) -> Self:
        """Of boards made up for the demonstration."""
        return self.filter(jurisdiction__demonstration=True)


class Decision(Kept):
    """What a board decided on a day about one record; both its first and its last day belong to it."""

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="decisions",
        help_text="Whose board decided. It speaks for its own place only.",
    )
    credential = models.ForeignKey(
        MicroCredentialPage,
        null=True,
        blank=True,
        verbose_name="micro-credential",
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    stack = models.ForeignKey(
        StackPage, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField("what was decided", max_length=20, choices=Outcome.choices)
    scope = models.CharField(
        max_length=255,
        blank=True,
        help_text="What it holds for, such as “License renewal, grades K to 5”. Empty: not limited.",
    )
    conditions = models.TextField(
        blank=True, help_text="What has to be fulfilled. Only for an approval with conditions."
    )
    decided_on = models.DateField(
        validators=[sensible_day], help_text="The day of the board's meeting or letter."
    )
    effective_from = models.DateField(
        "first day", validators=[sensible_day], help_text="The first day it holds, included."
    )
    effective_until = models.DateField(
        "last day",
        null=True,
        blank=True,
        validators=[sensible_day],
        help_text="The last day it holds, included. Empty: no end is known. Only for an approval.",
    )
    citation_title = models.CharField(
        "citation",
        max_length=255,
        help_text="Where the decision can be read, such as “Minutes of May 7, 2026, item 4”.",
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

    objects = DecisionQuerySet.as_manager()

    same_by = (
        "jurisdiction_id",
        "credential_id",
        "stack_id",
        "outcome",
        "effective_from",
        "effective_until",
        "decided_on",
    )
    same_by_words = ("scope",)
    told_beside = "decided_on"
    base_form_class = RecordingForm
    panels: ClassVar[list[Panel]] = [
        HelpPanel(
            "What you record stays as it is. A mistake is mended by a correction, which is shown beside it.",
        ),
        MultiFieldPanel([FieldPanel("credential"), FieldPanel("stack")], "What it is about: one of these"),
        MultiFieldPanel(
            [
                FieldPanel("jurisdiction"),
                FieldPanel("outcome"),
                FieldPanel("conditions"),
                FieldPanel("scope"),
            ],
            "What was decided",
        ),
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
                condition=Q(credential=None, stack__isnull=False) | Q(credential__isnull=False, stack=None),
                name="decision_about_one_record",
                violation_error_message="Choose one micro-credential or one stack.",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None) | Q(effective_until__gte=F("effective_from")),
                name="decision_ends_after_start",
                violation_error_message="The last day is before the first day.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=YES) | Q(effective_until=None),
                name="decision_no_has_no_end",
                violation_error_message="Only an approval has a last day.",
            ),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.CONDITIONAL.value) & ~Q(conditions=""))
                | (~Q(outcome=Outcome.CONDITIONAL.value) & Q(conditions="")),
                name="decision_conditions_said",
                violation_error_message="Conditions belong to an approval with conditions, which needs them.",
            ),
            models.CheckConstraint(
                condition=~Q(citation_title="") & (~Q(citation_address="") | Q(citation_file__isnull=False)),
                name="decision_is_cited",
                violation_error_message="A decision needs a citation with a link or a file.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {Outcome(self.outcome).past}, {self.record}"

    @property
    def record(self) -> Record:
        """What it is about."""
        found = self.credential or self.stack
        if found is None:
            raise ValueError("A decision is about a micro-credential or a stack.")
        return found

    @property
    def told(self) -> str:
        """What was decided, for a reader of the history."""
        return Outcome(self.outcome).past

    @property
    def read_at(self) -> str:
        """The address at which it can be read; that of its file stands on this site."""
        return self.citation_address or (self.citation_file.url if self.citation_file else "")

    @property
    def about(self) -> str:
        """What it is about, and what was decided."""
        return f"{self.record}: {self.told}"

    @property
    def ruling(self) -> Ruling:
        """It as the rules see it; one not recorded yet stands after all others."""
        return Ruling(
            GIVES[Outcome(self.outcome)],
            self.effective_from,
            self.effective_until,
            self.decided_on,
            self.pk or 2**63,
            self.outcome == Outcome.WITHDRAW,
        )

    def clean(self) -> None:
        """Refuse, each beside its field, what a board cannot have decided."""
        super().clean()
        for find in (self.problems_of_needs, self.problems_of_days, self.problems_of_others):
            if problems := find():
                raise ValidationError(problems)

    def problems_of_needs(self) -> dict[str, str]:
        """What is missing, or too much."""
        problems = {}
        if (self.credential is None) == (self.stack is None):
            problems["credential"] = "Choose one micro-credential or one stack."
        if not self.citation_address and self.citation_file is None:
            problems["citation_address"] = "Give a link or a file, so that anyone can check the decision."
        if self.outcome == Outcome.CONDITIONAL and not self.conditions.strip():
            problems["conditions"] = "Say what has to be fulfilled."
        if self.outcome and self.outcome != Outcome.CONDITIONAL and self.conditions.strip():
            problems["conditions"] = "Conditions belong to “Approve with conditions” only."
        if self.supersedes is not None and not self.correction_reason.strip():
            problems["correction_reason"] = "Say why the earlier record is corrected."
        return problems

    def problems_of_days(self) -> dict[str, str]:
        """Days that cannot be."""
        first, last = getattr(self, "effective_from", None), self.effective_until
        if first is None or last is None:
            return {}
        if self.outcome not in YES:
            return {"effective_until": "Only an approval has a last day. Leave it empty."}
        if last < first:
            return {"effective_until": "The last day is before the first day."}
        return {}

    def problems_of_others(self) -> dict[str, str]:
        """What contradicts other decisions of the same board about the same record."""
        if None in (self.jurisdiction_id, self.effective_from, self.decided_on) or not self.outcome:
            return {}
        others = [one for one in self.siblings() if one.pk not in (self.pk, self.supersedes_id)]
        if self.outcome == Outcome.WITHDRAW:
            before = status_on([one.ruling for one in others], self.effective_from)
            return {} if before.in_force else {"outcome": nothing_to_withdraw(self)}
        clash = first_clash(self, others) if self.outcome in YES else None
        return {"effective_from": two_open(self, clash)} if clash else {}

    def siblings(self) -> list[Decision]:
        """The decisions that count, of the same board about the same record."""
        rows = Decision.objects.current().by(self.jurisdiction).about(self.record)
        return list(rows.select_related("jurisdiction"))


def first_clash(one: Decision, others: Iterable[Decision]) -> date | None:
    """The first day on which another approval is in force while this one would be."""
    last = one.effective_until or date.max
    held = [span for span in spans([other.ruling for other in others]) if span.stands.in_force]
    days = [
        max(span.starts, one.effective_from) for span in held if (span.ends or date.max) >= one.effective_from
    ]
    return min((day for day in days if day <= last), default=None)


def nothing_to_withdraw(one: Decision) -> str:
    """Why a withdrawal cannot stand."""
    return f"{one.jurisdiction} has no approval in force on {day_text(one.effective_from)} to withdraw."


def two_open(one: Decision, day: date) -> str:
    """Why a second approval cannot stand."""
    return (
        f"{one.jurisdiction} has another approval of it in force on {day_text(day)}. "
        "Withdraw that one, correct it, or choose days on which it does not hold."
    )
