"""Where a plan uses what somebody holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pathways.graph import CredentialNode, Graph, StackNode
from pathways.planner import held_with
from pathways.planning.asking import Asked
from pathways.planning.telling import Stop

NOT_USED = "Not used in this plan"


def uses_of(
    asked: Asked, graph: Graph, stops: Sequence[Stop], told: Mapping[str, str]
) -> list[tuple[CredentialNode | StackNode, str]]:
    """Everything that is held, each with where the plan uses it, else with what is `told` of it by slug."""
    used = {slug: stop for stop in reversed(stops) for slug in stop.held}
    credentials = [
        (
            graph.credentials[slug],
            f"Used in step {used[slug].number}" if slug in used else told.get(slug, NOT_USED),
        )
        for slug in asked.held
    ]
    stacks = [(graph.stacks[slug], use_of_stack(graph, slug, stops)) for slug in asked.held_stacks]
    return [*credentials, *stacks]


def use_of_stack(graph: Graph, slug: str, stops: Sequence[Stop]) -> str:
    """Where a plan uses a finished stack, as a whole or by members that it surely holds."""
    members, stacks = held_with(graph, [slug])
    whole = (stop.number for stop in stops if stop.used.finished and stop.node.slug in stacks)
    inside = (stop.number for stop in stops if members.intersection(stop.held))
    number = next(whole, 0) or next(inside, 0)
    return f"A finished stack. Used in step {number}" if number else f"A finished stack. {NOT_USED}"
