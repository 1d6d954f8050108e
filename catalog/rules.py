"""Choice rules of stacks, completeness and totals: plain data in, plain data out.

Definitions of the words used here stand in `docs/reference/rules.md`:
a stack asks for all its groups, a group for `minimum` of its members; a micro-credential
in two groups or stacks is earned once; a *way* is a set of micro-credentials that finishes the
stack with nothing to spare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """Least and most of a stated fact; equal when the source gives one number."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for one person. `holds_for` names the group it holds for; empty means everyone."""

    usd: Decimal
    holds_for: str = ""


@dataclass(frozen=True, slots=True)
class Credential:
    """A micro-credential as the rules see it. None means not stated.

    One that is not `offered` can no longer be earned; whoever holds it keeps it. One that is not
    `published` is asked for, but nothing is said of it, not even its title.
    """

    slug: str
    title: str = ""
    hours: Span | None = None
    price: Price | None = None
    offered: bool = True
    published: bool = True

    def steps(self) -> frozenset[str]:
        """Every micro-credential in it: itself."""
        return frozenset((self.slug,))


@dataclass(frozen=True, slots=True)
class Group:
    """`minimum` of these members; None asks for all of them."""

    members: tuple[Credential | Stack, ...]
    minimum: int | None = None
    label: str = ""

    @property
    def needed(self) -> int:
        """How many members finish the group."""
        return len(self.members) if self.minimum is None else self.minimum

    def steps(self) -> frozenset[str]:
        """Every step of its members at any depth."""
        return frozenset[str]().union(*(member.steps() for member in self.members))

    @property
    def is_choice(self) -> bool:
        """Whether some members may be left out."""
        return self.needed < len(self.members)


@dataclass(frozen=True, slots=True)
class Stack:
    """A stack as the rules see it.

    `unnamed` counts steps that are asked for but not on record; `price` covers the whole stack, once.
    A stack with no group and no unnamed step can be earned by nobody here.
    """

    slug: str
    title: str = ""
    groups: tuple[Group, ...] = ()
    unnamed: int = 0
    price: Price | None = None

    @property
    def members(self) -> list[Credential | Stack]:
        """The members of all groups, in order."""
        return [member for group in self.groups for member in group.members]

    @property
    def is_empty(self) -> bool:
        """Nothing is on record that could finish it."""
        return not self.members and not self.unnamed

    def credentials(self) -> dict[str, Credential]:
        """Every micro-credential in it at any depth, by slug, in order of first mention."""
        found: dict[str, Credential] = {}
        for member in self.members:
            inside = {member.slug: member} if isinstance(member, Credential) else member.credentials()
            for slug, credential in inside.items():
                found.setdefault(slug, credential)
        return found

    def nested(self) -> Iterator[Stack]:
        """Every stack inside it at any depth, each time it is mentioned."""
        for member in self.members:
            if isinstance(member, Stack):
                yield member
                yield from member.nested()

    def steps(self) -> frozenset[str]:
        """Every step in it at any depth: slugs, and names of unnamed steps."""
        return frozenset(self.unnamed_names()).union(*(member.steps() for member in self.members))

    def unnamed_names(self) -> list[str]:
        """A name for each step that has none; no slug holds a colon."""
        return [f"{self.slug}:unnamed:{number}" for number in range(self.unnamed)]


def unnamed_steps(complete: bool | None, published: int | None, on_record: int, has_choice_rule: bool) -> int:
    """How many steps a stack asks for that are not on record here.

    `complete` tells whether all members that the issuer publishes are on record (None: not known);
    `published` is the issuer's number of members; `on_record` how many are held here.
    """
    if has_choice_rule and on_record:
        return 0
    if complete is False or not on_record:
        if published is None:
            return 1 if complete is False and on_record else 0
        return max(published - on_record, 0)
    return 0


def finished(member: Credential | Stack, held: Iterable[str]) -> bool:
    """Whether someone who holds these steps has finished the micro-credential or stack."""
    held = frozenset(held)
    if isinstance(member, Credential):
        return member.slug in held
    if member.is_empty:
        return False
    return held.issuperset(member.unnamed_names()) and all(
        group_finished(group, held) for group in member.groups
    )


def can_finish(member: Credential | Stack) -> bool:
    """Whether anybody can finish it with what is on record."""
    return finished(member, member.steps())


def group_finished(group: Group, held: frozenset[str]) -> bool:
    """Whether enough members of the group are finished."""
    return sum(finished(member, held) for member in group.members) >= group.needed


def still_earnable(member: Credential | Stack) -> bool:
    """Whether somebody who holds nothing yet can finish it: what is no longer offered can be left out."""
    if isinstance(member, Credential):
        return member.offered
    return all(group_missing(group) == 0 for group in member.groups)


def group_missing(group: Group) -> int:
    """How many more members the group asks for than can still be earned."""
    return max(group.needed - sum(map(still_earnable, group.members)), 0)


def without_retired(stack: Stack) -> Stack:
    """The stack as somebody earns it now: what is no longer offered is left out wherever that is possible."""
    if all(credential.offered for credential in stack.credentials().values()):
        return stack
    return replace(stack, groups=tuple(left for group in stack.groups for left in earned_groups(group)))


def earned_groups(group: Group) -> list[Group]:
    """What is left to choose among, and of what is no longer offered as many as the rest cannot replace."""
    members = [without_retired(one) if isinstance(one, Stack) else one for one in group.members]
    kept = tuple(one for one in members if still_earnable(one))
    if missing := group_missing(group):
        gone = tuple(one for one in members if not still_earnable(one))
        return [*([replace(group, members=kept, minimum=None)] if kept else []), Group(gone, missing)]
    return [replace(group, members=kept, minimum=group.needed)]
