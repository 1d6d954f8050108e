"""What public pages show of the catalog's records: database rows, rules and wording brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from catalog import wording
from catalog.enums import AddressKind, CostUnit
from catalog.models import IssuerPage, MicroCredentialPage, StackPage
from catalog.queries import credential_of, stack_rules
from catalog.rules import Group, Stack
from catalog.totals import StackTotals, totals

Page = TypeVar("Page", MicroCredentialPage, StackPage)


@dataclass(frozen=True)
class StackFacts:
    """A stack with its rule; totals and texts are made when a template asks for them."""

    page: StackPage
    rule: Stack

    @cached_property
    def totals(self) -> StackTotals | None:
        """Totals, or None for a selection and for what nobody can finish."""
        return None if self.page.is_selection else totals(self.rule)

    @property
    def sentence(self) -> str:
        """The whole rule."""
        return wording.rule_sentence(self.rule)

    @property
    def short(self) -> str:
        """The rule in a list."""
        return wording.short_list(self.rule) if self.page.is_selection else wording.short_rule(self.rule)

    @property
    def count(self) -> str:
        """How many are to be earned, of how many on offer."""
        return wording.count_text(self.totals, self.rule) if self.totals else wording.NOT_STATED

    @property
    def hours(self) -> str:
        """The hours in all."""
        return wording.range_text(self.totals.hours, "hours") if self.totals else wording.NOT_STATED

    @property
    def costs(self) -> list[str]:
        """The cost in all, a line for each group a price holds for."""
        return wording.cost_lines(self.totals) if self.totals else [wording.NOT_STATED]


@dataclass(frozen=True)
class PulledMember:
    """A plate of the pulled-apart pile: a micro-credential's page, or a stack's facts."""

    asked: bool
    credential: MicroCredentialPage | None = None
    stack: StackFacts | None = None


@dataclass(frozen=True)
class PulledGroup:
    """A group of the pulled-apart pile under its heading."""

    heading: str
    is_choice: bool
    marks: tuple[bool, ...]
    members: tuple[PulledMember, ...]


@dataclass(frozen=True)
class IssuerOffer:
    """What an issuer has on record here."""

    stacks: list[StackFacts]
    credentials: list[MicroCredentialPage]
    alone: list[MicroCredentialPage]
    topics: list[tuple[str, int]]
    costs: list[tuple[str, int]]
    hours: str


def stack_facts(pages: Iterable[StackPage]) -> list[StackFacts]:
    """Facts of these stacks, in their order, in a fixed number of queries."""
    listed = list(pages)
    rules = stack_rules([page.pk for page in listed])
    return [StackFacts(page, rules[page.pk]) for page in listed if page.pk in rules]


def pulled_apart(facts: StackFacts) -> list[PulledGroup]:
    """The groups of a stack with the pages of their members."""
    credentials = pages_by_slug(MicroCredentialPage, facts.rule.credentials())
    stacks = pages_by_slug(StackPage, (stack.slug for stack in facts.rule.nested()))
    return [pulled_group(group, credentials, stacks) for group in facts.rule.groups]


def pages_by_slug(model: type[Page], slugs: Iterable[str]) -> dict[str, Page]:
    """Live pages by slug, with their issuers."""
    pages: Iterable[Page] = model.objects.live().filter(slug__in=list(slugs)).select_related("issuer")
    return {page.slug: page for page in pages}


def pulled_group(
    group: Group, credentials: dict[str, MicroCredentialPage], stacks: dict[str, StackPage]
) -> PulledGroup:
    """One group; as many members as are asked for are filled, the rest outlined."""
    members = []
    for place, member in enumerate(group.members):
        asked = place < group.needed
        if isinstance(member, Stack):
            members.append(PulledMember(asked, stack=StackFacts(stacks[member.slug], member)))
        else:
            members.append(PulledMember(asked, credential=credentials[member.slug]))
    marks = tuple(place < group.needed for place in range(len(group.members)))
    return PulledGroup(wording.heading(group), group.is_choice, marks, tuple(members))


def stacks_holding(page: MicroCredentialPage | StackPage) -> list[StackFacts]:
    """The live stacks that name this record as a member, by title."""
    named = {"credential": page.pk} if isinstance(page, MicroCredentialPage) else {"stack": page.pk}
    return stack_facts(StackPage.objects.holding(**named).select_related("issuer").order_by("title"))


def issuer_offer(page: IssuerPage) -> IssuerOffer:
    """Everything live that this issuer has on record."""
    stacks = stack_facts(page.stacks.live().select_related("issuer").order_by("title"))
    credentials = list(page.credentials.live().select_related("issuer", "topic").order_by("title"))
    inside = {slug for one in stacks for slug in one.rule.credentials()}
    return IssuerOffer(
        stacks=stacks,
        credentials=credentials,
        alone=[credential for credential in credentials if credential.slug not in inside],
        topics=Counter(one.topic.name for one in credentials if one.topic).most_common(),
        costs=Counter(cost_text(credential) for credential in credentials).most_common(),
        hours=hours_range(credentials),
    )


def hours_range(credentials: Iterable[MicroCredentialPage]) -> str:
    """The shortest and the longest of these that state their hours."""
    spans = [facts.hours for facts in map(credential_of, credentials) if facts.hours]
    if not spans:
        return wording.NOT_STATED
    low, high = min(one.low for one in spans), max(one.high for one in spans)
    return wording.span_text(low, high, "hours")


def hours_text(page: MicroCredentialPage) -> str:
    """The hours of one micro-credential."""
    if page.hours_min is None or page.hours_max is None:
        return wording.NOT_STATED
    return wording.span_text(page.hours_min, page.hours_max, "hours")


def cost_text(page: MicroCredentialPage) -> str:
    """The cost of one micro-credential, with what it buys and for whom it holds."""
    if page.cost_usd is None:
        return wording.NOT_STATED
    text = wording.dollars(page.cost_usd)
    if page.cost_per == CostUnit.STACK:
        text += " for the whole stack"
    if page.cost_per == CostUnit.PAIR:
        text += " for two people together"
    return f"{text} for {page.cost_applies_to}" if page.cost_applies_to else text


@dataclass(frozen=True)
class WayOut:
    """Where a record's address leads, and how the link is worded. Without address only the source is named."""

    label: str
    address: str


def way_out(page: MicroCredentialPage | StackPage) -> WayOut | None:
    """The link to the issuer: the record's own page, the issuer's list, or the issuer's home page."""
    if page.address and page.address_kind == AddressKind.OWN_PAGE:
        return WayOut("Go to the issuer", page.address)
    if page.address and page.address_kind == AddressKind.ISSUER_LIST:
        return WayOut("Find it on the issuer's list", page.address)
    return WayOut("Visit the issuer's home page", page.issuer.website) if page.issuer.website else None


GAPS = (
    ("Grades it is meant for", "grades"),
    ("Hours", "hours_min"),
    ("Cost", "cost_usd"),
    ("What you send in", "evidence_kind"),
    ("Rubric", "rubric"),
    ("Who scores it", "scoring"),
    ("Time until a result", "turnaround_days_min"),
    ("Whether you may send in again", "resubmission"),
    ("How you take part", "delivery"),
    ("Language", "languages"),
    ("Accommodations", "accommodations"),
    ("Research behind it", "research"),
)


def gaps(page: MicroCredentialPage) -> list[str]:
    """What our source does not state about a micro-credential."""
    missing = []
    for label, name in GAPS:
        value = getattr(page, name)
        known = value.all() if name == "rubric" else value
        if known is None or not (known or known == 0):
            missing.append(label)
    return missing
