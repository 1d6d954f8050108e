"""What a plan leaves out because of a limit, of all that could have mattered to the goal."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.rules import Credential
from pathways.graph import Kind
from pathways.planner.answer import LeftOut, StepKind
from pathways.planner.scope import Part, Scope


def left_out_of(scope: Scope) -> tuple[LeftOut, ...]:
    """Everything that a limit leaves out, each once, by slug."""
    found = dict.fromkeys(one for part in scope.parts.values() for one in left_out_in(scope, part))
    return tuple(sorted(found, key=lambda one: (one.slug, one.kind)))


def left_out_in(scope: Scope, part: Part) -> Iterator[LeftOut]:
    """What is left out of one stack."""
    node, question = part.node, scope.question
    if part.barred:
        return
    if node.slug in scope.left_out:
        yield LeftOut(Kind.STACK, node.slug, node.title, question.stacks_left_out[node.slug])
    members = [one for one in node.rule.members if isinstance(one, Credential)]
    for member in members:
        reason = question.left_out.get(member.slug)
        if reason and member.offered and member.slug not in question.held:
            yield LeftOut(Kind.MICRO_CREDENTIAL, member.slug, member.title, reason)
    unnamed = node.rule.unnamed or not all(member.published for member in members)
    if unnamed and question.unnamed_left_out:
        yield LeftOut(StepKind.UNNAMED, node.slug, node.title, question.unnamed_left_out)
