"""Records that are written once: what was recorded stays, and a correction is a record of its own."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from catalog.decision_wording import on_record
from catalog.models.version import CatalogVersion
from home.days import site_day
from home.folding import folded

NEVER_CHANGED = "What was recorded is never changed or deleted. Record a correction."


M = TypeVar("M", bound=models.Model)


class KeptError(Exception):
    """Somebody tried to change or delete a kept record."""

    def __init__(self) -> None:
        super().__init__(NEVER_CHANGED)


class OnRecordError(ValidationError):
    """What somebody records is on record already, as `record`."""

    def __init__(self, record: Any, what: str = "") -> None:
        said = on_record(str(record), record.recorded_by_name, record.recorded_on)
        super().__init__(f"{what} {said}".strip(), code="on-record")
        self.record = record


class KeptQuerySet(models.QuerySet[M]):
    """Kept records: made and read, nothing else."""

    def current(self) -> Self:
        """Those that no correction supersedes."""
        return self.filter(correction=None)

    def same_as(self, one: Any) -> list[M]:
        """Records that count and say the same as one that is about to be recorded."""
        said = {name: getattr(one, name) for name in one.same_by}
        rows = self.current().filter(**said).exclude(pk__in=[one.pk or 0, one.supersedes_id or 0])
        return [row for row in rows if words_of(row) == words_of(one)]

    def update(self, **_: Any) -> NoReturn:
        """Refuse."""
        raise KeptError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise KeptError

    def bulk_create(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse: each is checked by itself."""
        raise KeptError

    bulk_update = bulk_create


def words_of(one: Any) -> list[str]:
    """The texts by which two records of the same thing are known; case, accents and spaces do not matter."""
    return [" ".join(folded(getattr(one, name)).split()) for name in one.same_by_words]


class Kept(models.Model):
    """A record that is written once, in one transaction with what listens to it.

    The database itself refuses updates (`catalog.constraints`); `recorded_by` alone empties when an
    account is deleted, and the name stays.
    """

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_by_name = models.CharField("recorded by", max_length=255, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)
    supersedes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="correction",
        help_text="The record that this one corrects.",
    )
    correction_reason = models.CharField(
        "why it is corrected",
        max_length=255,
        blank=True,
        help_text="What was wrong with what was recorded before. Shown in the history.",
    )

    same_by: ClassVar[tuple[str, ...]] = ()
    """Columns that are equal in two records of the same thing."""
    same_by_words: ClassVar[tuple[str, ...]] = ()
    """Texts that are equal then, but for case and spaces."""
    told_beside: ClassVar[str]
    """The field beside which it is told that the same is on record."""

    class Meta:
        abstract = True
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(
                condition=(Q(supersedes=None) & Q(correction_reason=""))
                | (Q(supersedes__isnull=False) & ~Q(correction_reason="")),
                name="%(class)s_correction_says_why",
                violation_error_message="Say why the earlier record is corrected.",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Check and write it, one writer after another; raises `ValidationError`, later `KeptError`."""
        if not self._state.adding:
            raise KeptError
        with transaction.atomic():
            CatalogVersion.hold()
            self.full_clean()
            super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise KeptError

    def clean(self) -> None:
        """Refuse what is on record already, a second correction of one record included."""
        super().clean()
        rows: Any = type(self)._default_manager
        if self.supersedes is not None and (other := self.other_correction()):
            raise OnRecordError(other, "This was corrected already. Correct the correction.")
        if same := rows.same_as(self):
            raise ValidationError({self.told_beside: OnRecordError(same[0])})

    def other_correction(self) -> Any:
        """What corrects the record already that this one would correct."""
        manager: Any = type(self)._default_manager
        return manager.filter(supersedes=self.supersedes).exclude(pk=self.pk).first()

    @property
    def recorded_on(self) -> date:
        """The day it was recorded, where its board is, or by the site's own clock where it names none."""
        board: Any = getattr(self, "jurisdiction", None)
        day: date = board.day_of(self.recorded_at) if board else site_day(self.recorded_at)
        return day

    @property
    def is_superseded(self) -> bool:
        """Whether a correction stands in its place."""
        return hasattr(self, "correction")
