"""The exact plan of least work to a goal: plain data in, plain data out."""

from __future__ import annotations

from pathways.planner.answer import (
    Choice,
    Difference,
    LeftOut,
    Option,
    Payment,
    Plan,
    PlanStatus,
    PlanTotals,
    Reason,
    Step,
    StepKind,
    Swap,
    Use,
    UsedAs,
    UsedStack,
)
from pathways.planner.holding import held_with
from pathways.planner.limits import Limits, left_out, stacks_left_out, unnamed_left_out
from pathways.planner.making import SECONDS, has_plan, make_plan, why_no_plan
from pathways.planner.question import Goal, Minimize, Question
from pathways.planner.swapping import swaps

__all__ = [
    "SECONDS",
    "Choice",
    "Difference",
    "Goal",
    "LeftOut",
    "Limits",
    "Minimize",
    "Option",
    "Payment",
    "Plan",
    "PlanStatus",
    "PlanTotals",
    "Question",
    "Reason",
    "Step",
    "StepKind",
    "Swap",
    "Use",
    "UsedAs",
    "UsedStack",
    "has_plan",
    "held_with",
    "left_out",
    "make_plan",
    "stacks_left_out",
    "swaps",
    "unnamed_left_out",
    "why_no_plan",
]
