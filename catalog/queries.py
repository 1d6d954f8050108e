"""From the database to the rules' plain data, in a number of queries that does not depend on rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from types import SimpleNamespace
from typing import Any, NamedTuple

from catalog.enums import Completeness, CostUnit
from catalog.models import MicroCredentialPage, StackMember, StackPage
from catalog.offering import OPEN, Offering
from catalog.rules import Credential, Group, Price, Span, Stack, unnamed_steps
from home.children import held_rows, holds
from home.querysets import for_everybody

PAIR = "two people who take it together"

GROUP_COLUMNS = ("group_id", "group__page_id", "group__minimum", "group__label")
MEMBER_COLUMNS = (
    "stack_id",
    "credential_id",
    "credential__last_day_to_start",
    "credential__last_day_to_finish",
    "credential__retired",
    "credential__slug",
    "credential__title",
    "credential__hours_min",
    "credential__hours_max",
    "credential__cost_usd",
    "credential__cost_per",
    "credential__cost_applies_to",
)


OPEN_MEMBERS = {"stack_open": for_everybody("stack"), "credential_open": for_everybody("credential")}
"""Whether everybody may read the page of a member."""

COMPLETE = {Completeness.YES.value: True, Completeness.NO.value: False}


def span(low: Decimal | None, high: Decimal | None) -> Span | None:
    """Least and most of a fact, or None when it is not stated."""
    return None if low is None or high is None else Span(low, high)


def price(usd: Decimal | None, per: str, applies_to: str) -> Price | None:
    """What one person pays. The price of a whole stack is no price of its members."""
    if usd is None or per == CostUnit.STACK:
        return None
    return Price(usd, PAIR if per == CostUnit.PAIR else applies_to)


def credential_of(page: MicroCredentialPage | SimpleNamespace) -> Credential:
    """A micro-credential as the rules see it, from its page or from a row with the same names."""
    return Credential(
        page.slug,
        page.title,
        span(page.hours_min, page.hours_max),
        price(page.cost_usd, page.cost_per, page.cost_applies_to),
        offered=not page.retired,
        offering=Offering(page.last_day_to_start, page.last_day_to_finish, page.retired),
    )


def stack_rules(stacks: Iterable[StackPage]) -> dict[int, Stack]:
    """The rules of these stacks by page id; one query, and two more for each level of nesting.

    They hold the days until which members are offered: ask `dated_rules.on_day` for what is on a day.
    A draft or a preview is read as it is; its page id may be None.
    """
    asked = {page.pk: page for page in stacks}
    pages, members = read_levels(asked)
    built: dict[int, Stack] = {}

    def build(key: int) -> Stack:
        if key not in built:
            built[key] = stack_of(pages[key], [group_of(rows, build) for rows in members.get(key, [])])
        return built[key]

    return {key: build(key) for key in asked}


Rows = list[dict[str, Any]]


def read_levels(level: dict[int, StackPage]) -> tuple[dict[int, StackPage], dict[int, list[Rows]]]:
    """These stacks and all public ones inside them, and the rows of each one's groups."""
    pages, members = dict(level), dict[int, list[Rows]]()
    while level:
        rows = [row for page in level.values() if holds(page, "groups") for row in rows_held_by(page)]
        rows += member_rows(key for key, page in level.items() if not holds(page, "groups"))
        for (page, _), group in groupby(rows, lambda row: (row["group__page_id"], row["group_id"])):
            members.setdefault(page, []).append(list(group))
        inside = {row["stack_id"] for row in rows if row["stack_open"]} - pages.keys()
        level = StackPage.objects.in_bulk(inside) if inside else {}
        pages |= level
    return pages, members


def gone_members(page: StackPage) -> list[MicroCredentialPage | StackPage]:
    """The members right inside a stack, or its draft, that not everybody may read, or start for ever."""
    rows = rows_held_by(page) if holds(page, "groups") else member_rows([page.pk])
    named = {row["credential_id"] for row in rows if not row["credential_open"] or offering_in(row) != OPEN}
    stacks = {row["stack_id"] for row in rows if not row["stack_open"]}
    credentials = MicroCredentialPage.objects.filter(pk__in=named - {None}).order_by("title")
    return [*credentials, *StackPage.objects.filter(pk__in=stacks - {None}).order_by("title")]


def member_rows(stacks: Iterable[int]) -> Rows:
    """The members of these stacks as the database has them, group by group, in the editors' order."""
    keys = list(stacks)
    rows = StackMember.objects.filter(group__page__in=keys)
    order = ("group__page_id", "group__sort_order", "group_id", "sort_order", "pk")
    return list(rows.order_by(*order).values(*GROUP_COLUMNS, *MEMBER_COLUMNS, **OPEN_MEMBERS)) if keys else []


def rows_held_by(page: StackPage) -> Rows:
    """The members that a draft or a preview has with it, as rows like those of the database."""
    groups = [(group, held_rows(group, "members")) for group in held_rows(page, "groups")]
    members = [member for _, held in groups for member in held]
    facts = member_facts(members)
    return [
        {
            "group_id": number,
            "group__page_id": page.pk,
            "group__minimum": group.minimum,
            "group__label": group.label,
            **facts[member.stack_id, member.credential_id],
        }
        for number, (group, held) in enumerate(groups)
        for member in held
        if (member.stack_id, member.credential_id) in facts
    ]


def member_facts(members: Iterable[StackMember]) -> dict[tuple[int | None, int | None], dict[str, Any]]:
    """What the rules need of the members of a draft, by stack and micro-credential."""
    keys = {(member.stack_id, member.credential_id) for member in members}
    named = StackPage.objects.filter(pk__in={stack for stack, _ in keys})
    stacks = dict(named.values_list("pk", for_everybody()))
    names = [name.partition("__")[2] for name in MEMBER_COLUMNS if name.startswith("credential__")]
    pages = MicroCredentialPage.objects.filter(pk__in={credential for _, credential in keys})
    credentials = {row["pk"]: row for row in pages.values("pk", *names, open=for_everybody())}
    empty = dict.fromkeys((*names, "open"))
    return {
        (stack, credential): {
            "stack_id": stack,
            "stack_open": stacks.get(stack),
            "credential_id": credential,
            "credential_open": credentials.get(credential, empty)["open"],
            **{f"credential__{name}": credentials.get(credential, empty)[name] for name in names},
        }
        for stack, credential in keys
        if stack in stacks or credential in credentials
    }


def group_of(rows: Rows, build: Callable[[int], Stack]) -> Group:
    """One group from the rows of its members."""
    members = tuple(build(row["stack_id"]) if row["stack_open"] else credential_from(row) for row in rows)
    return Group(members, rows[0]["group__minimum"], rows[0]["group__label"])


def credential_from(row: dict[str, Any]) -> Credential:
    """A member's micro-credential from its row; of what is not published only that it is asked for."""
    if not row["credential_open"]:
        return unpublished(row["stack_id"] or row["credential_id"])
    fact = {name.removeprefix("credential__"): value for name, value in row.items()}
    return credential_of(SimpleNamespace(**fact))


def offering_in(row: dict[str, Any]) -> Offering:
    """Until when a member's micro-credential is offered, from its row; a stack has no such days."""
    names = ("last_day_to_start", "last_day_to_finish", "retired")
    start, finish, retired = (row[f"credential__{name}"] for name in names)
    return Offering(start, finish, bool(retired))


def unpublished(key: int | None) -> Credential:
    """A member that is not public: it is asked for, and nothing is said of it."""
    return Credential(f"unpublished:{key}", published=False)


def published_part(group: Group) -> Group:
    """A group without what is not published."""
    shown = (one for one in group.members if isinstance(one, Stack) or one.published)
    return replace(group, members=tuple(shown))


class StackRow(NamedTuple):
    """What the rules need of a stack's page."""

    slug: str
    title: str
    is_selection: bool
    complete: str
    member_count: int | None
    cost_usd: Decimal | None


def stack_of(page: StackPage | StackRow, groups: list[Group]) -> Stack:
    """A stack from its page and groups; a selection lists what is published and has no unnamed steps."""
    if page.is_selection:
        groups = [shown for group in groups if (shown := published_part(group)).members]
    on_record = len({member.slug for group in groups for member in group.members})
    ruled = any(group.minimum is not None for group in groups)
    complete = COMPLETE.get(page.complete)
    unnamed = 0 if page.is_selection else unnamed_steps(complete, page.member_count, on_record, ruled)
    whole = None if page.cost_usd is None else Price(page.cost_usd)
    return Stack(page.slug, page.title, tuple(groups), unnamed, whole)
