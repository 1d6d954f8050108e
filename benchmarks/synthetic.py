"""Records that are made up but weigh as much as real ones: the same seed and size give the same records.

Titles and summaries are drawn word by word from those of the data pack, so that every word is as frequent as
it is there; kinds, values of facets, gaps and lengths of texts follow the counts of the loaded catalog. A
third of a catalog's words stand in very few records: made-up names, twenty records each, stand for those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from catalog.brackets import Cost, Hours
from catalog.enums import LicenseType
from catalog.timeline import Ruling, Status, spans
from demo.naming import topic_name
from demo.pack import DATA
from demo.reading import read_pack
from pathways.enums import Audience, Level
from search.documents import BoardSpan, Choice, Document, DocumentKey, Kind, Part, Passage
from search.documents.facets import GRADES, UNKNOWN
from search.query import NOT_STATED

SEED: Final = 2021
ISSUERS: Final = 200
SHARING_A_NAME: Final = 20
CONSONANTS, VOWELS = "bdfgklmprstvz", "aeiou"

KINDS = {
    Kind.MICRO_CREDENTIAL: 60,
    Kind.STACK: 16,
    Kind.COMPETENCY: 8,
    Kind.RECOGNITION: 4,
    Kind.GLOSSARY: 3,
    Kind.ROLE: 2,
    Kind.PATHWAY: 2,
    Kind.GUIDE: 2,
    Kind.ISSUER: 1,
    Kind.PRIORITY: 1,
    Kind.DISTRICT: 1,
}
"""Records of each kind among a hundred."""

WITH_SUMMARY = (Kind.MICRO_CREDENTIAL, Kind.RECOGNITION, Kind.GLOSSARY, Kind.ROLE, Kind.PATHWAY, Kind.GUIDE)

STATED = {
    "priority": 0.45,
    "grade": 0.5,
    "topic": 0.95,
    "audience": 0.1,
    "cost": 0.35,
    "hours": 0.35,
    "level": 0.55,
}
"""How often a record states the fact."""

BOARD: Final = 1
"""The board that decided about every third micro-credential and stack."""

SHAPES = tuple(
    tuple(BoardSpan.of(BOARD, span) for span in spans([ruling]))
    for ruling in (
        Ruling(Status.APPROVED, date(2025, 1, 1)),
        Ruling(Status.APPROVED, date(2025, 1, 1), date(2026, 7, 1)),
        Ruling(Status.CONDITIONAL, date(2024, 1, 1), date(2025, 12, 31)),
        Ruling(Status.NOT_APPROVED, date(2025, 9, 1)),
    )
)
"""What was decided, record by record."""

RECOGNITION = ("background", "license-renewal-credit", "salary", "time", "role", "degree-credit", "policy")


def made_up_name(number: int) -> str:
    """A word that stands nowhere else, such as “bakoti”."""
    letters = []
    for _ in range(3):
        number, syllable = divmod(number, len(CONSONANTS) * len(VOWELS))
        letters.append(CONSONANTS[syllable % len(CONSONANTS)] + VOWELS[syllable // len(CONSONANTS)])
    return "".join(letters)


def choices(slugs: Sequence[str]) -> list[Choice]:
    """Values with labels made from them."""
    return [Choice(slug, slug.replace("-", " ").capitalize()) for slug in slugs]


@dataclass(frozen=True)
class Vocabulary:
    """What records are made from: words as often as they stand in the data pack, and the values of facets."""

    title_words: tuple[str, ...]
    summary_words: tuple[str, ...]
    values: dict[str, list[Choice]]


def read_vocabulary() -> Vocabulary:
    """From the titles, summaries, topics and priorities of the data pack."""
    pack = read_pack(DATA)
    named = [row.title for row in pack.microcredentials] + [row.title for row in pack.stacks]
    topics = sorted({row.area for row in pack.microcredentials if row.area})
    titles = tuple(word for title in named for word in title.split())
    random = Random(SEED)  # noqa: S311 - nothing here is secret
    values = {
        "priority": [Choice(row.slug, row.title) for row in pack.priorities],
        "topic": [Choice(slug, topic_name(slug)) for slug in topics],
        "issuer": [
            Choice(
                f"issuer-{number}",
                f"{made_up_name(40_000 + number).capitalize()} {random.choice(titles)} University",
            )
            for number in range(ISSUERS)
        ],
        "audience": choices([*Audience.values, *LicenseType.values]),
        "level": choices(Level.values),
        "recognition": choices(RECOGNITION),
        "cost": [Choice(str(one.value), str(one.label)) for one in Cost],
        "hours": [Choice(str(one.value), str(one.label)) for one in Hours],
    }
    summaries = tuple(word for row in pack.microcredentials for word in row.summary.split())
    return Vocabulary(titles, summaries, values)


class RecordMaker:
    """Makes the records of a catalog of one size."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.names = max(size // SHARING_A_NAME, 1)
        self.words = read_vocabulary()
        self.random = Random(SEED)  # noqa: S311 - nothing here is secret

    def documents(self) -> Iterator[Document]:
        """All of them, in order."""
        return (self.document(number) for number in range(self.size))

    def phrase(self, words: Sequence[str], length: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(words, k=length))

    def title(self, least: int = 2, most: int = 7) -> str:
        """Words of titles."""
        return self.phrase(self.words.title_words, self.random.randint(least, most))

    def one_of(self, facet: str) -> Choice:
        """A value of a facet: the first ones much more often than the last."""
        values = self.words.values[facet]
        return values[int(len(values) * self.random.random() ** 2)]

    def document(self, number: int) -> Document:
        """One record."""
        kind = self.random.choices(tuple(KINDS), tuple(KINDS.values()))[0]
        issuer = self.one_of("issuer")
        facets = self.facets(kind, issuer)
        said = self.passages(kind, issuer, facets)
        hours, cost = self.random.randint(1, 60), self.random.randint(0, 300)
        return Document(
            kind,
            number + 1,
            f"record-{number}",
            f"{self.title(2, 6)} {made_up_name(number * 7 % self.names)}",
            self.phrase(self.words.summary_words, 8) if kind in WITH_SUMMARY else "",
            said,
            facets,
            None if NOT_STATED in values_of(facets, "hours") else Decimal(hours),
            None if NOT_STATED in values_of(facets, "cost") else Decimal(cost),
            {
                "by": issuer.label,
                "meta": [["Grades", ""], ["Hours", f"{hours} hours"], ["Cost", f"${cost}"]],
                "plates": [["asked", f"record-{number}", 0]] * self.random.randint(1, 8),
                "retired": False,
                "demonstration": False,
            },
            quotes=frozenset(one.source for one in said if one.source),
            spans=self.spans(kind, number),
        )

    def spans(self, kind: Kind, number: int) -> tuple[BoardSpan, ...]:
        """How the board decided about it, if it did."""
        decided = kind in (Kind.MICRO_CREDENTIAL, Kind.STACK) and number % 3 == 0
        return SHAPES[number // 3 % len(SHAPES)] if decided else ()

    def passages(
        self, kind: Kind, issuer: Choice, facets: dict[str, tuple[Choice, ...]]
    ) -> tuple[Passage, ...]:
        """What it quotes: its issuer, topic and priorities, and the titles of what it is linked to."""
        links = (
            self.random.randint(4, 12) if kind in (Kind.STACK, Kind.PATHWAY) else self.random.randint(1, 4)
        )
        linked = (
            Passage(
                Part.MEMBER,
                self.title(),
                DocumentKey(Kind.MICRO_CREDENTIAL.value, self.random.randint(1, self.size)),
            )
            for _ in range(links)
        )
        named = (*facets.get("topic", ()), *facets.get("priority", ()))
        return (
            Passage(
                Part.ISSUER, issuer.label, DocumentKey(Kind.ISSUER.value, int(issuer.value.split("-")[1]) + 1)
            ),
            *linked,
            *(Passage(Part.TOPIC, choice.label) for choice in named if choice.value != NOT_STATED),
            *([Passage(Part.TEXT, self.title(4, 8))] if kind in WITH_SUMMARY else []),
        )

    def facets(self, kind: Kind, issuer: Choice) -> dict[str, tuple[Choice, ...]]:
        """Its values: many for micro-credentials and stacks, few for the rest."""
        found: dict[str, tuple[Choice, ...]] = {"kind": (Choice(str(kind.value), str(kind.label)),)}
        if kind in (Kind.MICRO_CREDENTIAL, Kind.STACK):
            found |= {name: self.stated(name) for name in ("priority", "topic", "cost", "hours")}
            found["grade"] = self.grades()
            found["issuer"] = (issuer,)
            other = "audience" if kind is Kind.MICRO_CREDENTIAL else "level"
            found[other] = self.stated(other)
        elif kind is Kind.RECOGNITION:
            found["recognition"] = (self.one_of("recognition"),)
        elif kind in (Kind.PATHWAY, Kind.ROLE):
            found["priority"] = (self.one_of("priority"),)
        return found

    def stated(self, facet: str) -> tuple[Choice, ...]:
        """One or two values, or “not stated”."""
        if self.random.random() >= STATED[facet]:
            return UNKNOWN
        both = (self.one_of(facet), self.one_of(facet))
        return tuple(dict.fromkeys(both if facet in ("priority", "level", "audience") else both[:1]))

    def grades(self) -> tuple[Choice, ...]:
        """Some grades in a row, or “not stated”."""
        if self.random.random() >= STATED["grade"]:
            return UNKNOWN
        known = tuple(GRADES.values())
        first = self.random.randrange(len(known))
        return known[first : first + self.random.randint(2, 8)]


def values_of(facets: dict[str, tuple[Choice, ...]], name: str) -> set[str]:
    """The values under one facet; “not stated” where the record's kind has none."""
    return {choice.value for choice in facets.get(name, UNKNOWN)}
