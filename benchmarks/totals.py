"""Rules, totals and piles of every stack, beside reading the same rows from the database."""

from __future__ import annotations

from benchmarks.measuring import measure, table
from catalog.models import StackMember, StackPage
from catalog.piles import pile_of
from catalog.queries import stack_rules
from catalog.totals import totals


def read_rows() -> int:
    """The floor: every stack and every member as plain rows."""
    stacks = StackPage.objects.live().values_list(
        "pk", "slug", "title", "member_count", "complete", "cost_usd"
    )
    members = StackMember.objects.values_list("group_id", "group__minimum", "credential__slug", "stack_id")
    return len(stacks) + len(members)


def report() -> str:
    """Times of the whole catalog, as text."""
    stacks = list(StackPage.objects.live())
    rules = list(stack_rules(stacks).values())
    measured = measure(
        {
            f"read the plain rows of {len(stacks)} stacks (the floor)": read_rows,
            "read their rules": lambda: stack_rules(stacks),
            "add up their hours, prices and number": lambda: [totals(stack) for stack in rules],
            "lay out their piles": lambda: [pile_of(stack) for stack in rules],
        }
    )
    return table(measured)
