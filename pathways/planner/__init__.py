"""The exact plan of least work to a goal: plain data in, plain data out."""

from __future__ import annotations

from pathways.graph import Graph
from pathways.planner.answer import (
    Choice,
    LeftOut,
    Option,
    Payment,
    Plan,
    PlanTotals,
    Reason,
    Status,
    Step,
    StepKind,
    Swap,
    Use,
    UsedAs,
    UsedStack,
)
from pathways.planner.limits import Limits, left_out, stacks_left_out, unnamed_left_out
from pathways.planner.question import Goal, Minimize, Question

__all__ = [
    "Choice",
    "Goal",
    "LeftOut",
    "Limits",
    "Minimize",
    "Option",
    "Payment",
    "Plan",
    "PlanTotals",
    "Question",
    "Reason",
    "Status",
    "Step",
    "StepKind",
    "Swap",
    "Use",
    "UsedAs",
    "UsedStack",
    "left_out",
    "make_plan",
    "stacks_left_out",
    "swaps",
    "unnamed_left_out",
]

SECONDS = 5.0
"""How long a plan may take before it says how far from the least it may be."""


def make_plan(graph: Graph, question: Question, seconds: float = SECONDS) -> Plan:
    """The plan with the least of what is asked, or what is in the way."""
    raise NotImplementedError


def swaps(graph: Graph, plan: Plan, choice: str, chosen: str, seconds: float = SECONDS) -> list[Swap]:
    """What each other option of a choice (both by id) would change, in place of the one that was chosen."""
    raise NotImplementedError
