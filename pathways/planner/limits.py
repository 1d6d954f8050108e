"""What a limit leaves out, and why, in a teacher's words: plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from catalog.rules import Price
from catalog.wording import grades_text
from home.numbers import money_text, noun_for, number_text
from pathways.graph import CredentialNode, Graph

NOT_ON_RECORD = "Some of its steps are not on record, so nothing is stated of them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a plan must keep to. Whatever does not state the fact that a limit asks for is left out.

    `grades` leave out only what names other grades: what names none may be for any, and is to be checked.
    `hours_max` holds for each micro-credential by itself. `issuers` are slugs of issuers to leave out,
    `approved` the slugs of approved micro-credentials (None: not asked) and `approved_label` by whom and
    when, such as “the State Board on March 1, 2025”.
    """

    free: bool = False
    hours_max: Decimal | None = None
    grades: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    approved: frozenset[str] | None = None
    approved_label: str = ""

    @property
    def needs_facts(self) -> bool:
        """Whether anything is limited that a step must state, which one that is not on record cannot."""
        asked = (self.free, self.hours_max is not None, self.issuers, self.approved is not None)
        return any(asked)


def left_out(graph: Graph, limits: Limits) -> dict[str, str]:
    """Why each micro-credential is left out, by its slug; those that keep to the limits are not in it."""
    reasons = {slug: " ".join(reasons_for(node, limits)) for slug, node in graph.credentials.items()}
    return {slug: reason for slug, reason in reasons.items() if reason}


def stacks_left_out(graph: Graph, limits: Limits) -> dict[str, str]:
    """Why each stack is left out that is paid for as a whole, by its slug."""
    if not limits.free:
        return {}
    priced = {slug: node.rule.price for slug, node in graph.stacks.items() if node.rule.price}
    return {slug: reason for slug, price in priced.items() if (reason := cost_reason(price))}


def unnamed_left_out(limits: Limits) -> str:
    """Why steps that are not on record are left out; empty where they may be planned."""
    return NOT_ON_RECORD if limits.needs_facts else ""


def reasons_for(node: CredentialNode, limits: Limits) -> Iterator[str]:
    """A sentence for each limit that a micro-credential does not keep to."""
    if limits.free and (reason := cost_reason(node.rule.price)):
        yield reason
    if limits.hours_max is not None and (reason := hours_reason(node, limits.hours_max)):
        yield reason
    if limits.grades and node.grades and limits.grades.isdisjoint(node.grades):
        yield f"It is for {grades_named(node.grades)}."
    if limits.approved is not None and node.slug not in limits.approved:
        yield f"Not approved by {limits.approved_label}."
    if node.issuer.slug in limits.issuers:
        yield f"From an issuer you left out: {node.issuer.name}."


def cost_reason(price: Price | None) -> str:
    """Why a price is not free for everyone; empty where it is."""
    if price is None:
        return "Its cost is not stated."
    if price.holds_for:
        free = "free" if price.usd else "free for everyone"
        return f"It is not {free}: {money_text(price.usd)} for {price.holds_for}."
    return f"It is not free: {money_text(price.usd)}." if price.usd else ""


def hours_reason(node: CredentialNode, most: Decimal) -> str:
    """Why it takes too long; empty where it does not."""
    if node.rule.hours is None:
        return "Its hours are not stated."
    asked = node.rule.hours.high
    return f"It asks for {number_text(asked)} {noun_for(asked, 'hour')}." if asked > most else ""


def grades_named(grades: Collection[str]) -> str:
    """Grades in words, such as “grades 6 to 8”."""
    return f"{noun_for(len(grades), 'grade')} {grades_text(grades)}"
