"""Loads issuers, micro-credentials and stacks."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from catalog.models import StackGroup, StackMember
from demo.loaders.state import Load, sourced
from demo.naming import identifier
from demo.ordering import in_order
from demo.references import rule_members
from demo.schemas import CredentialRow, LinkRow, RuleRow, StackRow
from pathways.models import PriorityLink, StackLink


def load_issuers(load: Load) -> None:
    """issuers.csv."""
    places = load.places_by_code
    for row in load.pack.issuers:
        values = {
            "title": row.title,
            "issuer_kind": row.kind.value,
            "website": row.website,
            "region": places[row.region],
            "demonstration": False,
            "maintainer_note": row.note,
            **sourced(row.source_ref, dated=True),
        }
        load.issuers.put(row.slug, values, "issuers.csv", row.line)


def load_credentials(load: Load) -> None:
    """microcredentials.csv; which stacks they belong to is told by the stacks."""
    for row in load.pack.microcredentials:
        load.credentials.put(row.slug, credential_values(load, row), "microcredentials.csv", row.line)


def credential_values(load: Load, row: CredentialRow) -> dict[str, Any]:
    """The columns and children of one micro-credential."""
    return {
        "title": row.title,
        "summary": row.summary,
        "identifier": identifier("micro-credentials", row.slug),
        "issuer": load.issuers[row.issuer],
        "title_status": row.title_status,
        "topic": load.topics[row.area],
        "evidence_kind": row.evidence_kind,
        "grades": row.grades,
        "grade_band": row.grade_band,
        "hours_min": row.hours_min,
        "hours_max": row.hours_max,
        "cost_usd": row.cost_usd,
        "cost_per": row.cost_per,
        "cost_applies_to": row.cost_applies_to,
        "cost_note": row.cost_note,
        "address": row.url,
        "address_kind": row.url_kind,
        "maintainer_note": row.note,
        "priority_links": priority_links(load, [row.priority] if row.priority else []),
        **sourced(row.source_ref, row.url, dated=True),
    }


def priority_links(load: Load, slugs: Iterable[str]) -> list[PriorityLink]:
    """What a micro-credential addresses, as inline rows."""
    return [PriorityLink(priority=load.priorities[slug]) for slug in slugs]


def load_stacks(load: Load) -> None:
    """stacks.csv with stack_rules.csv and stack_links.csv, a stack after those it builds on."""
    rules, links = defaultdict[str, list[RuleRow]](list), defaultdict[str, list[LinkRow]](list)
    for rule in load.pack.stack_rules:
        rules[rule.stack].append(rule)
    for link in load.pack.stack_links:
        links[link.after].append(link)
    rows = in_order(
        load.pack.stacks, lambda row: row.slug, lambda row: [link.before for link in links[row.slug]]
    )
    for row in rows:
        values = stack_values(load, row, rules[row.slug], links[row.slug])
        load.stacks.put(row.slug, values, "stacks.csv", row.line)


def stack_values(load: Load, row: StackRow, rules: list[RuleRow], links: list[LinkRow]) -> dict[str, Any]:
    """The columns and children of one stack."""
    return {
        "title": row.title,
        "identifier": identifier("stacks", row.slug),
        "issuer": load.issuers[row.issuer],
        "stack_kind": row.kind.value,
        "title_status": row.title_status,
        "member_count": row.member_count,
        "complete": row.complete,
        "cost_usd": row.cost_usd,
        "address": row.url,
        "address_kind": row.url_kind,
        "maintainer_note": row.note,
        "groups": groups(load, row, rules),
        "stack_links": [stack_link(load, link) for link in links],
        **sourced(row.source_ref, row.url, dated=True),
    }


def groups(load: Load, row: StackRow, rules: list[RuleRow]) -> list[StackGroup]:
    """One group a rule; without a rule one that asks for all members, and none where no member is held."""
    if not rules:
        return [StackGroup(members=members(load, row.members))] if row.members else []
    return [
        StackGroup(
            minimum=rule.minimum,
            members=members(load, rule_members(rule, row.members)),
            maintainer_note=rule.label,
            source_ref=rule.source_ref,
        )
        for rule in sorted(rules, key=lambda rule: rule.group)
    ]


def members(load: Load, slugs: Iterable[str]) -> list[StackMember]:
    """Micro-credentials as members of a group, in the order given."""
    return [
        StackMember(credential=load.credentials[slug], sort_order=place) for place, slug in enumerate(slugs)
    ]


def stack_link(load: Load, link: LinkRow) -> StackLink:
    """What the stack builds on, or is better after."""
    return StackLink(before=load.stacks[link.before], kind=link.kind.value, reason=link.reason)
