"""From the database to the rules' plain data, in a number of queries that does not depend on rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from django.db.models import Q

from catalog.enums import Completeness, CostUnit
from catalog.models import MicroCredentialPage, StackMember, StackPage
from catalog.rules import Credential, Group, Price, Span, Stack, unnamed_steps

PAIR = "two people who take it together"

MEMBER_COLUMNS = (
    "group_id",
    "group__page_id",
    "group__minimum",
    "group__label",
    "stack_id",
    "credential__slug",
    "credential__title",
    "credential__hours_min",
    "credential__hours_max",
    "credential__cost_usd",
    "credential__cost_per",
    "credential__cost_applies_to",
)


COMPLETE = {Completeness.YES.value: True, Completeness.NO.value: False}
LIVE_MEMBER = Q(credential__live=True) | Q(stack__live=True)


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
    )


def stack_rules(stacks: Iterable[StackPage]) -> dict[int, Stack]:
    """The rules of these stacks by page id; one query, and two more for each level of nesting."""
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
    """These stacks and all inside them, and the rows of each one's groups."""
    pages, members = dict(level), dict[int, list[Rows]]()
    while level:
        rows = member_rows(level)
        for (page, _), group in groupby(rows, lambda row: (row["group__page_id"], row["group_id"])):
            members.setdefault(page, []).append(list(group))
        inside = {row["stack_id"] for row in rows if row["stack_id"]} - pages.keys()
        level = StackPage.objects.in_bulk(inside) if inside else {}
        pages |= level
    return pages, members


def member_rows(stacks: Iterable[int]) -> Rows:
    """The live members of these stacks, group by group, in the editors' order."""
    rows = StackMember.objects.filter(LIVE_MEMBER, group__page__in=stacks)
    order = ("group__page_id", "group__sort_order", "group_id", "sort_order", "pk")
    return list(rows.order_by(*order).values(*MEMBER_COLUMNS))


def group_of(rows: Rows, build: Callable[[int], Stack]) -> Group:
    """One group from the rows of its members."""
    members = tuple(build(row["stack_id"]) if row["stack_id"] else credential_from(row) for row in rows)
    return Group(members, rows[0]["group__minimum"], rows[0]["group__label"])


def credential_from(row: dict[str, Any]) -> Credential:
    """A member's micro-credential from its row."""
    fact = {name.removeprefix("credential__"): value for name, value in row.items()}
    return credential_of(SimpleNamespace(**fact))


def stack_of(page: StackPage, groups: list[Group]) -> Stack:
    """A stack from its page and groups; a selection is a list and has no unnamed steps."""
    on_record = len({member.slug for group in groups for member in group.members})
    ruled = any(group.minimum is not None for group in groups)
    complete = COMPLETE.get(page.complete)
    unnamed = 0 if page.is_selection else unnamed_steps(complete, page.member_count, on_record, ruled)
    whole = None if page.cost_usd is None else Price(page.cost_usd)
    return Stack(page.slug, page.title, tuple(groups), unnamed, whole)
