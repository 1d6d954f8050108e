"""Where a plan uses what somebody holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.graph import CredentialNode, Graph, StackNode
from pathways.planner import held_with
from pathways.planning.asking import Asked
from pathways.planning.marks import Marks
from pathways.planning.statuses import DatedStatus
from pathways.planning.telling import Stop

NOT_USED = "Not used in this plan"


@dataclass(frozen=True)
class HeldUse:
    """Something that is held, where the plan uses it, and how it stands with the site's board, if any."""

    node: CredentialNode | StackNode
    use: str
    status: DatedStatus | None = None

    @property
    def title(self) -> str:
        """Its title, with the number of the edition where its issuer gives one."""
        version = self.node.version if isinstance(self.node, CredentialNode) else ""
        return f"{self.node.title}, version {version}" if version else self.node.title


def uses_of(
    asked: Asked, graph: Graph, stops: Sequence[Stop], told: Mapping[str, str], marks: Marks
) -> list[HeldUse]:
    """Everything that is held, each with where the plan uses it, else with what is `told` of it by slug."""
    used = {slug: stop for stop in reversed(stops) for slug in stop.held}
    credentials: list[tuple[CredentialNode | StackNode, str]] = [
        (
            graph.credentials[slug],
            f"Used in step {used[slug].number}" if slug in used else told.get(slug, NOT_USED),
        )
        for slug in asked.held
    ]
    stacks = [(graph.stacks[slug], use_of_stack(graph, slug, stops)) for slug in asked.held_stacks]
    return [HeldUse(node, use, marks.status_of(node.id)) for node, use in (*credentials, *stacks)]


def use_of_stack(graph: Graph, slug: str, stops: Sequence[Stop]) -> str:
    """Where a plan uses a finished stack, as a whole or by members that it surely holds."""
    members, stacks = held_with(graph, [slug])
    whole = (stop.number for stop in stops if stop.used.finished and stop.node.slug in stacks)
    inside = (stop.number for stop in stops if members.intersection(stop.held))
    number = next(whole, 0) or next(inside, 0)
    return f"A finished stack. Used in step {number}" if number else f"A finished stack. {NOT_USED}"
