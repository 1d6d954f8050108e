"""Choice rules of stacks, completeness and totals: plain data in, plain data out.

Definitions of the words used here stand in `docs/reference/rules.md`:
a stack asks for all its groups, a group for `minimum` of its members; a micro-credential
in two groups or stacks is earned once; a *way* is a set of micro-credentials that finishes the
stack with nothing to spare.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from catalog.offering import OPEN, Offering


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

    One that is not `offered` can no longer be earned; whoever holds it keeps it. `offering` has the days,
    from which `catalog.dated_rules` tells whether it is offered on one. One that is not `published` is asked
    for, but nothing is said of it, not even its title.
    """

    slug: str
    title: str = ""
    hours: Span | None = None
    price: Price | None = None
    offered: bool = True
    published: bool = True
    offering: Offering = OPEN

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
        return steps_of(everything_in(self.members))

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

    def __hash__(self) -> int:
        """That of its slug: the fields may hold stacks in stacks, at any depth."""
        return hash(self.slug)

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
        for member in everything_in(self.members):
            if isinstance(member, Credential):
                found.setdefault(member.slug, member)
        return found

    def nested(self) -> Iterator[Stack]:
        """Every stack inside it at any depth, each once, in order of first mention."""
        return (member for member in everything_in(self.members) if isinstance(member, Stack))

    def steps(self) -> frozenset[str]:
        """Every step in it at any depth: slugs, and names of unnamed steps."""
        return steps_of(everything_in([self]))

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


def everything_in(members: Iterable[Credential | Stack]) -> Iterator[Credential | Stack]:
    """These members and all inside them at any depth, each once, in order of first mention."""
    pending, seen = [*members][::-1], set[int]()
    while pending:
        member = pending.pop()
        if id(member) not in seen:
            seen.add(id(member))
            yield member
            if isinstance(member, Stack):
                pending += member.members[::-1]


def steps_of(members: Iterable[Credential | Stack]) -> frozenset[str]:
    """The slugs of these micro-credentials, and the names of the unnamed steps of these stacks."""
    names = ([one.slug] if isinstance(one, Credential) else one.unnamed_names() for one in members)
    return frozenset(name for found in names for name in found)


def innermost_first(stack: Stack) -> Iterator[Stack]:
    """A stack and all inside it at any depth, each once and after all inside it."""
    pending, seen = [stack], set[int]()
    while pending:
        inside = (one for one in pending[-1].members if isinstance(one, Stack))
        if waiting := [one for one in inside if id(one) not in seen]:
            pending += waiting
        elif id(last := pending.pop()) not in seen:
            seen.add(id(last))
            yield last


def has_enough(stack: Stack, is_able: Callable[[Credential | Stack], bool]) -> bool:
    """Whether each group has as many such members as it asks for."""
    return all(sum(map(is_able, group.members)) >= group.needed for group in stack.groups)


def finished(member: Credential | Stack, held: Iterable[str]) -> bool:
    """Whether someone who holds these steps has finished the micro-credential or stack."""
    held, done = frozenset(held), set[int]()

    def is_finished(one: Credential | Stack) -> bool:
        return one.slug in held if isinstance(one, Credential) else id(one) in done

    for stack in innermost_first(member) if isinstance(member, Stack) else ():
        named = not stack.is_empty and held.issuperset(stack.unnamed_names())
        if named and has_enough(stack, is_finished):
            done.add(id(stack))
    return is_finished(member)


def surely_held(stack: Stack) -> tuple[frozenset[str], frozenset[str]]:
    """The slugs of the micro-credentials and stacks that whoever finished this stack cannot lack.

    Where a group asks for all of its members, each is held, and a stack among them is finished, too. Which
    members of a choice were taken is not known.
    """
    credentials, finished, pending = set[str](), set[str](), [stack]
    while pending:
        one = pending.pop()
        if one.slug in finished:
            continue
        finished.add(one.slug)
        asked = [member for group in one.groups if not group.is_choice for member in group.members]
        credentials |= {member.slug for member in asked if isinstance(member, Credential)}
        pending += [member for member in asked if isinstance(member, Stack)]
    return frozenset(credentials), frozenset(finished)


def can_finish(member: Credential | Stack) -> bool:
    """Whether anybody can finish it with what is on record."""
    return finished(member, member.steps())


def still_earnable(member: Credential | Stack) -> bool:
    """Whether somebody who holds nothing yet can finish it: what is no longer offered can be left out."""
    return id(member) in earnable_in(member)


def earnable_in(member: Credential | Stack) -> set[int]:
    """What can still be earned of a member and all inside it, by `id`."""
    able = {id(one) for one in everything_in([member]) if isinstance(one, Credential) and one.offered}
    for stack in innermost_first(member) if isinstance(member, Stack) else ():
        if has_enough(stack, lambda one: id(one) in able):
            able.add(id(stack))
    return able


def group_missing(group: Group) -> int:
    """How many more members the group asks for than can still be earned."""
    return max(group.needed - sum(map(still_earnable, group.members)), 0)


def without_retired(stack: Stack) -> Stack:
    """The stack as somebody earns it now: what is no longer offered is left out wherever that is possible."""
    able, left = earnable_in(stack), dict[int, Stack]()
    for one in innermost_first(stack):
        if any(id(each) in left if isinstance(each, Stack) else not each.offered for each in one.members):
            left[id(one)] = replace(one, groups=tuple(earned_groups(one, able, left)))
    return left.get(id(stack), stack)


def earned_groups(stack: Stack, able: Container[int], left: Mapping[int, Stack]) -> Iterator[Group]:
    """What is left to choose among, and of what is no longer offered as many as the rest cannot replace.

    By the `id` of members, `able` tells which can be earned, and `left` what is left of stacks.
    """
    for group in stack.groups:
        kept = tuple(left.get(id(one), one) for one in group.members if id(one) in able)
        gone = tuple(left.get(id(one), one) for one in group.members if id(one) not in able)
        missing = group.needed - len(kept)
        if missing <= 0:
            yield replace(group, members=kept, minimum=group.needed)
            continue
        if kept:
            yield replace(group, members=kept, minimum=None)
        yield Group(gone, missing)
