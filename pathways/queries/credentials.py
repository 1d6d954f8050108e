"""Micro-credentials and stacks of the graph, with their rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from graphlib import TopologicalSorter
from itertools import groupby
from operator import itemgetter
from typing import Any

from catalog.enums import StackKind
from catalog.models import IssuerPage, MicroCredentialPage, StackMember, StackPage
from catalog.queries import StackRow, stack_of, unpublished
from catalog.rules import Credential, Group, Stack
from pathways.graph import CredentialNode, Issuer, StackNode
from pathways.queries.public import Public, codes, cost, hours, number, offering
from pathways.queries.rows import Row, rows_of

Groups = list[tuple[int | None, str, list[Row]]]
"""Minimum, label and members of each group; a member is the key of a stack or a micro-credential."""


def issuers() -> tuple[dict[int, Issuer], frozenset[Issuer]]:
    """The issuers by key, published or not, as their work says who made it; then the published ones."""
    rows = rows_of(IssuerPage, "pk", "slug", "title", "demonstration", "live")
    found = {key: Issuer(slug, name, bool(made_up)) for key, slug, name, made_up, _ in rows}
    return found, frozenset(found[key] for key, *_, live in rows if live)


def credential_nodes(public: Public, by: Mapping[int, Issuer]) -> dict[int, CredentialNode]:
    """The micro-credentials by key."""
    rows = public.rows(
        MicroCredentialPage,
        "issuer_id",
        "retired",
        "last_day_to_start",
        "last_day_to_finish",
        "cost_per",
        "cost_applies_to",
        "hours_min::text",
        "hours_max::text",
        "cost_usd::text",
        "grades::text",
        "version",
    )
    found = {}
    for url, key, slug, title, issuer, retired, start, finish, per, holds_for, low, high, usd, *more in rows:
        grades, version = more
        rule = Credential(
            slug,
            title,
            hours(low, high),
            cost(usd, per, holds_for),
            offered=not retired,
            offering=offering(start, finish, bool(retired)),
        )
        found[key] = CredentialNode(
            slug=slug,
            title=title,
            url=url,
            key=key,
            rule=rule,
            issuer=by[issuer],
            grades=codes(grades),
            version=version,
        )
    return found


def stack_nodes(
    public: Public, credentials: Mapping[int, CredentialNode], by: Mapping[int, Issuer]
) -> dict[int, StackNode]:
    """The stacks by key, with their rules."""
    columns = ("stack_kind", "complete", "member_count", "issuer_id", "cost_usd::text")
    rows = public.named(StackPage, *columns)
    pages = {
        named["key"]: StackRow(
            named["slug"], named["title"], kind == StackKind.SELECTION, complete, count, number(usd)
        )
        for named, (kind, complete, count, _, usd) in rows
    }
    rules = stack_rules(pages, credentials)
    return {
        named["key"]: StackNode(
            **named,
            rule=rules[named["key"]],
            issuer=by[issuer],
            is_selection=pages[named["key"]].is_selection,
        )
        for named, (_, _, _, issuer, _) in rows
    }


def stack_rules(pages: Mapping[int, StackRow], credentials: Mapping[int, CredentialNode]) -> dict[int, Stack]:
    """The rule of each stack, nested ones built once and before those around them."""
    groups = groups_by_page()
    built: dict[int, Stack] = {}

    def member(stack: Any, credential: Any) -> Credential | Stack:
        if stack in pages:
            return built[stack]
        return credentials[credential].rule if credential in credentials else unpublished(stack or credential)

    for key in innermost_first(pages, groups):
        asked = [
            Group(tuple(member(*one) for one in members), minimum, label)
            for minimum, label, members in groups.get(key, ())
        ]
        built[key] = stack_of(pages[key], asked)
    return {key: built[key] for key in pages}


def innermost_first(pages: Collection[int], groups: Mapping[int, Groups]) -> Iterable[int]:
    """The keys of stacks, each after those inside it; the database refuses loops."""
    inside = {
        key: [stack for _, _, members in groups.get(key, ()) for stack, _ in members if stack in pages]
        for key in pages
    }
    return TopologicalSorter(inside).static_order()


def groups_by_page() -> dict[int, Groups]:
    """The groups of every stack by its page's key: minimum, label, and its members' keys."""
    order = ("group__page_id", "group__sort_order", "group_id", "sort_order", "pk")
    columns = ("group__page_id", "group_id", "group__minimum", "group__label", "stack_id", "credential_id")
    found: dict[int, Groups] = {}
    rows = rows_of(StackMember, *columns, order=order)
    for (page, _, minimum, label), members in groupby(rows, itemgetter(0, 1, 2, 3)):
        found.setdefault(page, []).append((minimum, label, [row[4:] for row in members]))
    return found
