"""What boards decided about records and what these count for, read for many records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from catalog.day_wording import days_words
from catalog.facts import amount_text
from catalog.models import Decision, MicroCredentialPage, Recognition, StackPage
from catalog.timeline import Ruling, spans
from search.documents.base import BoardSpan, DocumentKey, Kind, Part, Passage
from search.documents.links import key_of

COLUMNS = {Kind.MICRO_CREDENTIAL: "credential", Kind.STACK: "stack"}
"""Where decisions and recognition name a record of each kind."""


@dataclass(frozen=True)
class Decided:
    """What boards decided about one record, and the rows of recognition that name it and count."""

    spans: tuple[BoardSpan, ...] = ()
    counts: tuple[Recognition, ...] = ()

    @property
    def turns(self) -> Iterator[date]:
        """The days on which it counts for something else than the day before."""
        return (day for row in self.counts for day in row.days.turns())

    def in_force(self, on: date) -> list[Recognition]:
        """What it counts for on a day, as far as is known."""
        return [row for row in self.counts if row.days.force(on).counts]

    def passages(self, on: date) -> Iterator[Passage]:
        """What it counts for on a day, as its document quotes it."""
        for row in self.in_force(on):
            yield Passage(Part.RECOGNITION, counting_text(row), key_of(Kind.RECOGNITION, row.pk), row.slug)

    @property
    def sources(self) -> frozenset[DocumentKey]:
        """Whose change makes `made_up` stale."""
        return frozenset(
            DocumentKey("jurisdiction", place.pk) for row in self.counts for place in row.jurisdictions.all()
        )

    @property
    def touches(self) -> frozenset[DocumentKey]:
        """The documents of recognition that name it."""
        return frozenset(key_of(Kind.RECOGNITION, row.pk) for row in self.counts)

    def made_up(self, on: date) -> bool:
        """Whether something it counts for on a day is made up for the demonstration."""
        return any(made_up(row) for row in self.in_force(on))


def decided_about(kind: Kind, keys: Collection[int]) -> dict[int, Decided]:
    """What was decided about each of these records; three queries."""
    column = COLUMNS[kind]
    spans_of, rows_of = board_spans(column, keys), recognition_of(column, keys)
    return {key: Decided(spans_of.get(key, ()), tuple(rows_of.get(key, ()))) for key in keys}


def board_spans(column: str, keys: Collection[int]) -> dict[int, tuple[BoardSpan, ...]]:
    """The spans of every board, from its first decision on; `column` names the records."""
    rulings: dict[tuple[int, int], list[Ruling]] = defaultdict(list)
    for row in Decision.objects.current().filter(**{f"{column}__in": keys}):
        rulings[getattr(row, f"{column}_id"), row.jurisdiction_id].append(row.ruling)
    found: dict[int, tuple[BoardSpan, ...]] = defaultdict(tuple)
    for (key, board), given in sorted(rulings.items(), key=lambda pair: pair[0]):
        found[key] += tuple(BoardSpan.of(board, span) for span in spans(given))
    return found


def recognition_of(column: str, keys: Collection[int]) -> dict[int, list[Recognition]]:
    """The rows that say what a record counts for; background counts for nothing."""
    rows = Recognition.objects.current().filter(**{f"{column}__in": keys}).order_by("place", "kind", "pk")
    found: dict[int, list[Recognition]] = defaultdict(list)
    for row in rows.prefetch_related("jurisdictions"):
        if row.counts:
            found[getattr(row, f"{column}_id")].append(row)
    return found


def counting_text(row: Recognition) -> str:
    """What a row gives, where, and from when to when, such as “salary ($500) in Wake, until May 1, 2026”."""
    amount = amount_text(row)
    given = f"{row.kind}{f' ({amount})' if amount else ''} in {row.place}"
    return ", ".join(filter(None, [given, days_words(row.days)]))


def made_up(row: Recognition) -> bool:
    """Whether it holds in a jurisdiction made up for the demonstration."""
    return any(place.demonstration for place in row.jurisdictions.all())


def visible_among(rows: Iterable[Recognition]) -> set[int]:
    """The pages that these rows name and everybody may see; two queries."""
    listed = list(rows)
    credentials = [row.credential_id for row in listed if row.credential_id]
    stacks = [row.stack_id for row in listed if row.stack_id]
    return {
        *MicroCredentialPage.objects.live().public().filter(pk__in=credentials).values_list("pk", flat=True),
        *StackPage.objects.live().public().filter(pk__in=stacks).values_list("pk", flat=True),
    }
