"""Micro-credentials and stacks of the graph, with their rules."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from catalog.enums import StackKind
from catalog.models import MicroCredentialPage, StackMember, StackPage
from catalog.queries import StackRow, price, span, stack_of, unpublished
from catalog.rules import Credential, Group, Stack
from pathways.graph import CredentialNode, Issuer, StackNode
from pathways.queries.public import Names, Public, Row, codes, number

ISSUER = ("issuer__slug", "issuer__title", "issuer__demonstration")


def credential_nodes(public: Public) -> dict[int, CredentialNode]:
    """The micro-credentials by key."""
    rows = public.rows(
        MicroCredentialPage,
        *ISSUER,
        "retired",
        "cost_per",
        "cost_applies_to",
        low="hours_min",
        high="hours_max",
        usd="cost_usd",
        grade_codes="grades",
    )
    found = {}
    for named, (*issuer, retired, per, holds_for, low, high, usd, grades) in rows:
        hours = span(number(low), number(high))
        cost = price(number(usd), per, holds_for)
        rule = Credential(named["slug"], named["title"], hours, cost, offered=not retired)
        node = CredentialNode(**named, rule=rule, issuer=Issuer(*issuer), grades=codes(grades))
        found[node.key] = node
    return found


def stack_nodes(public: Public, credentials: Mapping[int, CredentialNode]) -> dict[int, StackNode]:
    """The stacks by key, with their rules."""
    columns = ("stack_kind", "complete", "member_count")
    pages, issuers, named = dict[int, StackRow](), dict[int, Issuer](), dict[int, Names]()
    for names, (kind, complete, count, *issuer, usd) in public.rows(
        StackPage, *columns, *ISSUER, usd="cost_usd"
    ):
        key = names["key"]
        chosen = kind == StackKind.SELECTION
        pages[key] = StackRow(names["slug"], names["title"], chosen, complete, count, number(usd))
        issuers[key], named[key] = Issuer(*issuer), names
    rules = stack_rules(pages, credentials)
    return {
        key: StackNode(**named[key], rule=rules[key], issuer=issuers[key], is_selection=page.is_selection)
        for key, page in pages.items()
    }


def stack_rules(pages: Mapping[int, StackRow], credentials: Mapping[int, CredentialNode]) -> dict[int, Stack]:
    """The rule of each stack, nested ones built once."""
    groups = groups_by_page()
    built: dict[int, Stack] = {}

    def member(stack: Any, credential: Any) -> Credential | Stack:
        if stack in pages:
            return build(stack)
        return credentials[credential].rule if credential in credentials else unpublished(stack or credential)

    def build(key: int) -> Stack:
        if key not in built:
            rows = groups.get(key, ())
            asked = [
                Group(tuple(member(*one) for one in members), minimum, label)
                for minimum, label, members in rows
            ]
            built[key] = stack_of(pages[key], asked)
        return built[key]

    return {key: build(key) for key in pages}


def groups_by_page() -> dict[int, list[tuple[int | None, str, list[Row]]]]:
    """The groups of every stack by its page's key: minimum, label, and its members' keys."""
    order = ("group__page_id", "group__sort_order", "group_id", "sort_order", "pk")
    columns = ("group__page_id", "group_id", "group__minimum", "group__label", "stack_id", "credential_id")
    found: dict[int, list[tuple[int | None, str, list[Row]]]] = {}
    rows = StackMember.objects.order_by(*order).values_list(*columns)
    for (page, _, minimum, label), members in groupby(rows, itemgetter(0, 1, 2, 3)):
        found.setdefault(page, []).append((minimum, label, [row[4:] for row in members]))
    return found
