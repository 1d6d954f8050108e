"""The exact plan of each goal: of the whole catalog, and of one with a thousand stacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from benchmarks.many_stacks import GraphMaker
from benchmarks.measuring import Call, measure_each, table
from pathways.graph import Graph, Node
from pathways.planner import Goal, Minimize, PlanStatus, Question, make_plan
from pathways.planner.highs import Solver
from pathways.planner.model import Model, model_of
from pathways.planner.program import Program
from pathways.planner.scope import scope_of
from pathways.planner.weights import weights_of
from pathways.queries import load


def smallest_program() -> list[int]:
    """The floor: HiGHS is handed a program of one column and solves it."""
    program = Program()
    program.row(1, {program.column(): 1})
    return Solver(program, seconds=1).least({0: 1})


def programs(graph: Graph, question: Question) -> list[Model]:
    """All that comes before solving."""
    scope = scope_of(graph, question)
    weights = weights_of(graph, question.minimize)
    return [model_of(scope, weights, ways) for ways in scope.rounds]


def questions(graph: Graph, nodes: Iterable[Node]) -> Iterator[Question]:
    """What can be planned to these goals, with the least of each that can be asked for."""
    for node in nodes:
        for minimize in Minimize:
            question = Question(goal=Goal(node.kind, node.slug), minimize=minimize)
            if make_plan(graph, question).status is PlanStatus.OPTIMAL:
                yield question


def far_goals(graph: Graph) -> list[Node]:
    """Its roles, priorities and pathways."""
    return [*graph.roles.values(), *graph.priorities.values(), *graph.pathways.values()]


def report() -> str:
    """Times as text; p95 is over all goals."""
    catalog, many = load(), GraphMaker().graph()
    near, far = (list(questions(catalog, nodes)) for nodes in (catalog.stacks.values(), far_goals(catalog)))
    very_far = list(questions(many, far_goals(many)[::3]))
    groups: dict[str, list[Call]] = {
        f"plan to {len(near)} stacks of the catalog": [partial(make_plan, catalog, one) for one in near],
        "write the programs to its roles, priorities and pathways": [
            partial(programs, catalog, one) for one in far
        ],
        f"plan to them, {len(far)} times (aim: p95 of 50 ms)": [
            partial(make_plan, catalog, one) for one in far
        ],
        f"write the programs in {len(many.stacks)} stacks with {len(many.credentials)} micro-credentials": [
            partial(programs, many, one) for one in very_far
        ],
        f"plan there, {len(very_far)} times (aim: p95 of 500 ms)": [
            partial(make_plan, many, one) for one in very_far
        ],
    }
    return table(measure_each("HiGHS solves a program of one column (the floor)", smallest_program, groups))
