"""What has changed since a link was made: decisions that came or ended, what was retired, what counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from catalog.day_wording import Day, offer_told
from catalog.models import Equivalence, Jurisdiction
from catalog.standing import credential_statuses, stack_statuses
from catalog.timeline import UNDECIDED
from home.days import day_text, span_of_days
from pathways.graph import CredentialNode, Kind, Node, StackNode
from pathways.planning.answering import Answer
from pathways.planning.counting import taken_in


@dataclass(frozen=True)
class Change:
    """A micro-credential or stack of the plan, and what became of it."""

    node: Node
    text: str
    made_up: bool = False


def changes_since(found: Answer, board: Jurisdiction | None, today: date) -> tuple[Change, ...]:
    """What changed for the plan between the day its link was made and today; nothing for a new link."""
    made, plan = found.asked.made.on, found.plan
    if made is None or made >= today or plan is None:
        return ()
    named = [step.slug for step in plan.steps if step.node] + list(found.asked.held)
    named += [one.slug for one in plan.left_out if one.slug in found.graph.credentials]
    nodes = [found.graph.credentials[slug] for slug in dict.fromkeys(named)]
    finished = [one.slug for one in plan.stacks]
    finished += [
        one.slug for one in plan.left_out if one.id in found.statuses.found and one.kind == Kind.STACK
    ]
    stacks = [found.graph.stacks[slug] for slug in dict.fromkeys(finished)]
    deciding = dict.fromkeys(filter(None, (found.board, board)))
    decided = [one for each in deciding for one in decided_since(nodes, stacks, each, made, today)]
    return (*decided, *retired_since(nodes, made, today), *counted_since(found, board, made, today))


def decided_since(
    nodes: list[CredentialNode], stacks: list[StackNode], board: Jurisdiction, made: date, today: date
) -> list[Change]:
    """Those whose status with a board is another, stacks first."""
    keys = [node.key for node in stacks]
    before = stack_statuses(board, keys, made) | credential_statuses(board, made)
    now = stack_statuses(board, keys, today) | credential_statuses(board, today)
    pairs = (
        (node, before.get(node.key, UNDECIDED), now.get(node.key, UNDECIDED)) for node in (*stacks, *nodes)
    )
    return [
        Change(
            node,
            f"{board.name}: “{old.label}” on {day_text(made)}, “{new.label}” today.",
            board.demonstration,
        )
        for node, old, new in pairs
        if old.label != new.label
    ]


def counted_since(found: Answer, board: Jurisdiction | None, made: date, today: date) -> list[Change]:
    """What began or ceased to count for something that the goal could ask for."""
    graph, asked = found.graph, found.counting.asked
    before, now = (taken_in(graph, found.counting.held, day, board) for day in (made, today))
    turned = {
        one.key: one
        for slug in (before.keys() | now.keys()) & asked
        for one in (*before.get(slug, ()), *now.get(slug, ()))
        if one.holds_on(made) is not one.holds_on(today)
    }
    rows = Equivalence.objects.of(turned).with_names().in_bulk() if turned else {}
    return [
        Change(
            graph.credentials[one.held],
            f"{'It counts' if one.holds_on(today) else 'It no longer counts'} for “{rows[key].counts_for}”: "
            f"says {rows[key].told}, {span_of_days(one.starts, one.ends)}.",
            rows[key].demonstration,
        )
        for key, one in turned.items()
    ]


def retired_since(nodes: list[CredentialNode], made: date, today: date) -> list[Change]:
    """Those that were offered on the day of the link and are no longer; of no others is the day stated."""
    return [
        Change(node, offer_told(node.rule.offering, Day(today, today)).text)
        for node in nodes
        if node.rule.offering.can_be_started(made) and not node.rule.offering.can_be_started(today)
    ]
