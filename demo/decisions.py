"""What a board made up for the demonstration decided: dealt out by a rule, not by worth and not by chance.

Of each kind every example is decided about, and every third record of the pack, the first included, both A
to Z by their slugs. In this order they take the cases in turn. Plain data in, plain data out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.enums import Outcome

EVERY = 3
EARLIER, NEARER = timedelta(weeks=4), timedelta(days=2)
ROUNDS = 12
"""Each round of the cases lies four weeks further back, and its days to come lie two days nearer; the 13th
has the days of the first again. So decisions spread over five years, and no day to come is very near."""

THURSDAY = 3
NOTICE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision; its first and last day are told in days after that of the first load.

    `corrects` says what was wrong with the entry before it, in whose place it stands.
    """

    outcome: Outcome
    starts: int
    ends: int | None = None
    scope: str = ""
    conditions: str = ""
    corrects: str = ""


YES, CONDITIONAL, NO, WITHDRAWN = Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.DECLINE, Outcome.WITHDRAW
RENEWAL, EARLY_YEARS, LEADING = (
    "License renewal",
    "License renewal in the first five years of teaching",
    "Advanced teaching roles",
)
MENTOR = "A mentor at your school confirms in writing that you tried it with your own students."
VIDEO = "The evidence holds at least one recording of your own class."
WRONG_YEAR = "The last day was copied from the line above. The minutes give a later one."
WRONG_ANSWER = "It was entered as a yes. The minutes say no."

CASES: Mapping[str, tuple[Entry, ...]] = {
    "approved": (Entry(YES, -400, scope=RENEWAL),),
    "conditional": (Entry(CONDITIONAL, -300, scope=RENEWAL, conditions=MENTOR),),
    "ending soon": (Entry(YES, -1010, 85, scope=RENEWAL),),
    "declined": (Entry(NO, -500),),
    "renewed": (Entry(YES, -1490, -731, scope=RENEWAL), Entry(YES, -730, 730, scope=RENEWAL)),
    "ended": (Entry(YES, -1300, -210, scope=EARLY_YEARS),),
    "withdrawn": (Entry(YES, -1200, scope=RENEWAL), Entry(WITHDRAWN, -250, scope=RENEWAL)),
    "approved for a term": (Entry(YES, -150, 945, scope=LEADING),),
    "conditions fulfilled": (
        Entry(CONDITIONAL, -1100, -401, scope=RENEWAL, conditions=VIDEO),
        Entry(YES, -400, scope=RENEWAL),
    ),
    "last day corrected": (
        Entry(YES, -640, -276, scope=RENEWAL),
        Entry(YES, -640, 455, scope=RENEWAL, corrects=WRONG_YEAR),
    ),
    "approved again": (Entry(YES, -1400, -671, scope=RENEWAL), Entry(YES, -310, 420, scope=RENEWAL)),
    "conditional at last": (
        Entry(NO, -800),
        Entry(CONDITIONAL, -120, 610, scope=EARLY_YEARS, conditions=VIDEO),
    ),
    "answer corrected": (
        Entry(YES, -560, scope=RENEWAL),
        Entry(NO, -560, corrects=WRONG_ANSWER),
    ),
}
"""Everything that the board decided about one record, in the order in which it was recorded."""

NAMES = tuple(CASES)


@dataclass(frozen=True, slots=True)
class Days:
    """When an entry was decided, and its first and last day."""

    decided: date
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A record's case, and how many records of its kind had their turn before it."""

    slug: str
    number: int

    @property
    def case(self) -> str:
        """What is decided about it."""
        return NAMES[self.number % len(NAMES)]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its decisions, in the order in which they were recorded."""
        return CASES[self.case]

    @property
    def item(self) -> int:
        """The number of its item in the minutes."""
        return self.number % len(NAMES) + 1

    @property
    def in_force(self) -> bool:
        """Whether the board's yes holds on the day of the first load."""
        last = self.entries[-1]
        return last.outcome in (YES, CONDITIONAL) and (last.ends is None or last.ends > 0)

    def days(self, entry: Entry, first_day: date) -> Days:
        """The days of one of its decisions; the board meets on Thursdays, two weeks or more before."""
        starts = self.day(entry.starts, first_day)
        meeting = starts - NOTICE
        decided = meeting - timedelta(days=(meeting.weekday() - THURSDAY) % 7)
        return Days(decided, starts, None if entry.ends is None else self.day(entry.ends, first_day))

    def day(self, after: int, first_day: date) -> date:
        """A day so long after that of the first load, in this turn's round."""
        rounds = self.number // len(NAMES) % ROUNDS
        return first_day + timedelta(days=after) - rounds * (EARLIER if after < 0 else NEARER)


def turns(examples: Iterable[str], pack: Iterable[str]) -> list[Turn]:
    """The records of a kind that are decided about, given the slugs of its examples and of the pack."""
    dealt = [*sorted(examples), *sorted(pack)[::EVERY]]
    return [Turn(slug, number) for number, slug in enumerate(dealt)]
