"""What counts for what in plans: as brute force finds it, on its days, one way and no further."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.editions import Edition
from pathways import queries
from pathways.equivalents import Equivalent, in_force, taken_as_held
from pathways.planner import Minimize, PlanStatus, Question, make_plan
from tests.factories import EquivalenceFactory, JurisdictionFactory, MicroCredentialFactory
from tests.pathways.brute_force import BruteForce, Names
from tests.pathways.planned import earn, graph_of, names, stack, to_stack
from tests.pathways.small_catalogs import CREDENTIALS, CatalogMaker

JANUARY, JUNE, JULY = date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1)
DAYS = [date(2025, 1, number) for number in (1, 10, 20)]
BOARDS = (0, 0, 7, 8)
CATALOGS = 250


def statements(seed: int) -> list[Equivalent]:
    """A few statements on a few days by issuers and two boards, with doubles, loops and chains among them."""
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    said = []
    for _ in range(chance.randrange(6)):
        held, asked = chance.sample(CREDENTIALS, 2)
        first = chance.choice(DAYS)
        last = chance.choice([None, *(day for day in DAYS if day >= first)])
        said.append(Equivalent(held, asked, first, last, chance.choice(BOARDS)))
    return said


def counted(said: list[Equivalent], held: Names, on: date, board: int) -> Names:
    """What counts as held, looked up row by row."""
    found = set()
    for row in said:
        begun = row.starts <= on
        over = row.ends is not None and row.ends < on
        speaks_here = row.board == 0 or board in (0, row.board)
        if row.held in held and begun and not over and speaks_here:
            found.add(row.counts_for)
    return frozenset(found)


@settings(max_examples=CATALOGS, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32 - 1), st.sampled_from(DAYS), st.sampled_from([0, 7]))
def test_plan_with_equivalences_equals_brute_force(seed: int, on: date, board: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    some = frozenset(CREDENTIALS[seed % 4 : seed % 4 + 2])
    question = replace(maker.question(graph), held=some)
    said = statements(seed)
    taken = taken_as_held(in_force(said, on, board), question.held)
    force = BruteForce(graph, question, counted(said, question.held, on, board))
    tried = list(force.all_plans())
    for minimize in Minimize:
        plan = make_plan(graph, replace(question, held=question.held | taken.keys(), minimize=minimize))
        if not tried:
            assert plan.status is PlanStatus.IMPOSSIBLE
            continue
        best = min(tried, key=lambda one: force.rank(one, minimize))
        assert sorted(step.name for step in plan.steps) == force.names(best)
        assert plan.objective == force.objective(best, minimize)


def test_random_statements_matter() -> None:
    asked = [(seed, counted(statements(seed), frozenset(CREDENTIALS[:2]), DAYS[1], 7)) for seed in range(200)]
    assert sum(bool(found - {"b", "d"}) for _, found in asked) >= 30


def test_what_counts_is_nothing_left_to_earn() -> None:
    graph = graph_of(stack("x", earn("new"), earn("more")), stack("y", earn("old")))
    taken = taken_as_held(in_force([Equivalent("old", "new", JANUARY)], JUNE), {"old"})
    plan = make_plan(graph, Question(goal=to_stack("x"), held=frozenset({"old", *taken})))
    assert names(plan) == ["more"]


def test_it_counts_one_way_and_no_further() -> None:
    said = [Equivalent("a", "b", JANUARY), Equivalent("b", "c", JANUARY)]
    assert list(taken_as_held(said, {"a"})) == ["b"]
    assert list(taken_as_held(said, {"b"})) == ["c"]
    assert list(taken_as_held(said, {"c"})) == []


def test_what_is_held_is_not_counted_again() -> None:
    assert taken_as_held([Equivalent("a", "b", JANUARY)], {"a", "b"}) == {}


@pytest.mark.parametrize(("on", "holds"), [(JANUARY, True), (JUNE, True), (JULY, False)])
def test_it_holds_on_its_days(on: date, holds: bool) -> None:
    assert bool(in_force([Equivalent("a", "b", JANUARY, JUNE)], on)) is holds


def test_a_board_speaks_for_its_own_place() -> None:
    here, there, college = (Equivalent("a", "b", JANUARY, board=board) for board in (7, 8, 0))
    assert in_force([here, there, college], JUNE, 7) == [here, college]
    assert in_force([here, there, college], JUNE) == [here, there, college]


@pytest.mark.django_db
def test_the_graph_has_what_counts_and_the_editions() -> None:
    first = MicroCredentialFactory(slug="first", version="2021")
    between = MicroCredentialFactory(slug="between", replaces=first, live=False)
    last = MicroCredentialFactory(slug="last", replaces=between)
    board = JurisdictionFactory()
    wrong = EquivalenceFactory(credential=first, counts_for=last, jurisdiction=board)
    right = EquivalenceFactory(
        credential=first, counts_for=last, jurisdiction=board, supersedes=wrong, effective_until=JUNE
    )
    EquivalenceFactory(credential=between, counts_for=last)
    graph = queries.load()
    assert graph.equivalents == (Equivalent("first", "last", JANUARY, JUNE, board.pk, right.pk),)
    assert graph.editions.related(first.pk, last.pk) is Edition.EARLIER
    assert graph.credentials["first"].version == "2021"
