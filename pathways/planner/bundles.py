"""Micro-credentials that come and go together, so that one column of the program stands for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pathways.graph import Kind
from pathways.planner.prices import Covers
from pathways.planner.scope import Ask, Part, Scope
from pathways.planner.weights import Weights
from pathways.walks import gathered

MICRO_CREDENTIAL = f"{Kind.MICRO_CREDENTIAL}:"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Slugs of micro-credentials, the stacks that ask for them without a choice, and those whose price pays.

    `alone` is the slug of one that no other may come with, empty where all come and go with the stacks.
    """

    stacks: frozenset[str]
    covers: frozenset[str]
    alone: str = ""
    credentials: tuple[str, ...] = ()

    @property
    def stack(self) -> str:
        """The one stack that brings them, empty where it takes more than that to tell."""
        return "" if self.alone or len(self.stacks) > 1 else next(iter(self.stacks))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stack asks for a micro-credential."""

    stack: str
    ask: Ask


Asks = Mapping[str, list[Ask]]
Places = Mapping[str, list[Place]]


def asks_left(parts: Mapping[str, Part]) -> dict[str, list[Ask]]:
    """What each of these stacks still asks for, no stacks but these in it."""
    return {
        slug: [
            replace(ask, stacks=tuple(one for one in ask.stacks if one in parts))
            for ask in part.asks
            if ask.needed
        ]
        for slug, part in parts.items()
    }


def wanted_credentials(scope: Scope) -> list[str]:
    """The slugs of the micro-credentials that must be earned."""
    ids = (one for one in sorted(scope.question.wanted) if one.startswith(MICRO_CREDENTIAL))
    slugs = (one.removeprefix(MICRO_CREDENTIAL) for one in ids)
    return [slug for slug in slugs if slug not in scope.question.held]


def bundles_of(scope: Scope, asks: Asks, weights: Weights, covers: Covers) -> list[Bundle]:
    """All micro-credentials that a best plan may earn."""
    wanted = wanted_credentials(scope)
    places: dict[str, list[Place]] = {slug: [] for slug in wanted}
    for stack, left in asks.items():
        for ask in left:
            for slug in ask.credentials:
                places.setdefault(slug, []).append(Place(stack, ask))
    beaten = {
        slug for rivals in rivals_in(places, wanted) for slug in beaten_in(rivals, scope, weights, covers)
    }
    kinds = ((kind_of(slug, places[slug], covers, wanted), slug) for slug in places if slug not in beaten)
    return [replace(kind, credentials=tuple(slugs)) for kind, slugs in gathered(kinds).items()]


def kind_of(slug: str, places: list[Place], covers: Covers, wanted: list[str]) -> Bundle:
    """The bundle, still empty, that a micro-credential belongs to."""
    stacks = frozenset(place.stack for place in places if place.ask.is_all)
    plain = all(place.ask.is_all for place in places) and slug not in wanted
    return Bundle(stacks, covers.of_credential(slug), "" if plain else slug)


def rivals_in(places: Places, wanted: list[str]) -> Iterator[tuple[Ask, list[str]]]:
    """The micro-credentials that stand in one choice and nowhere else, choice by choice."""
    single = ((found[0], slug) for slug, found in places.items() if len(found) == 1 and slug not in wanted)
    for place, slugs in gathered((place, slug) for place, slug in single if not place.ask.is_all).items():
        yield place.ask, slugs


def beaten_in(rivals: tuple[Ask, list[str]], scope: Scope, weights: Weights, covers: Covers) -> Iterator[str]:
    """Those never chosen: enough others are paid for alike, count no more and come before them."""
    ask, slugs = rivals
    ranked = [(weights.of(scope.rule_of(slug)), slug, covers.of_credential(slug)) for slug in slugs]
    for weight, slug, covered in ranked:
        better = sum(
            covered == cover
            and (less <= weight and name < slug if covered else (less, name) < (weight, slug))
            for less, name, cover in ranked
        )
        if better >= ask.needed:
            yield slug
