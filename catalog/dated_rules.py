"""Rules of stacks as they are on one day: members that are offered then. Plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from catalog.rules import Credential, Group, Stack, everything_in, innermost_first, still_earnable

Key = TypeVar("Key")
DAY = timedelta(days=1)


def credential_on(credential: Credential, on: date) -> Credential:
    """A micro-credential as it is on a day."""
    if not credential.published:
        return credential
    offered = credential.offering.can_be_started(on)
    return credential if offered is credential.offered else replace(credential, offered=offered)


def on_day(stack: Stack, on: date) -> Stack:
    """A stack with all its members as they are on a day."""
    return all_on_day({"": stack}, on)[""]


def all_on_day(stacks: Mapping[Key, Stack], on: date) -> dict[Key, Stack]:
    """These stacks as they are on a day; what several of them hold is made once."""
    making = Making(on)
    return {key: making.whole(stack) for key, stack in stacks.items()}


@dataclass
class Making:
    """Makes the rules of a day; what was made of each micro-credential and stack is kept by its `id`."""

    on: date
    credentials: dict[int, Credential] = field(default_factory=dict)
    stacks: dict[int, Stack] = field(default_factory=dict)

    def whole(self, stack: Stack) -> Stack:
        """A stack as it is on the day."""
        for one in innermost_first(stack):
            if id(one) not in self.stacks:
                self.stacks[id(one)] = self.with_members(one)
        return self.stacks[id(stack)]

    def with_members(self, stack: Stack) -> Stack:
        """A stack whose members were made; itself where all of them are the same."""
        groups = tuple(map(self.group, stack.groups))
        return stack if same(groups, stack.groups) else replace(stack, groups=groups)

    def group(self, group: Group) -> Group:
        """A group of such members; itself where all of them are the same."""
        members = tuple(map(self.member, group.members))
        return group if same(members, group.members) else replace(group, members=members)

    def member(self, one: Credential | Stack) -> Credential | Stack:
        """A member as it is on the day."""
        if isinstance(one, Stack):
            return self.stacks[id(one)]
        return self.credentials.setdefault(id(one), credential_on(one, self.on))


def same(made: Sequence[object], given: Sequence[object]) -> bool:
    """Whether these are the very same."""
    return all(new is old for new, old in zip(made, given, strict=True))


def turns(members: Iterable[Credential | Stack]) -> set[date]:
    """The days on which what may be done with these, or something inside them, may be another."""
    inside = (one for one in everything_in(members) if isinstance(one, Credential))
    return {day for one in inside for day in one.offering.turns()}


def last_day_to_start(stack: Stack, on: date) -> date | None:
    """The last day on which somebody who holds nothing can begin a stack, by the days on record.

    None where no such day is on record, or where nobody can begin it on `on` any more.
    """
    if not still_earnable(on_day(stack, on)):
        return None
    later = sorted(day for day in turns([stack]) if day > on)
    return next((day - DAY for day in later if not still_earnable(on_day(stack, day))), None)
