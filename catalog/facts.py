"""What public pages show of the catalog's records: database rows, rules and wording brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from django.db.models import TextChoices

from catalog import wording
from catalog.dated_rules import all_on_day, last_day_to_start
from catalog.enums import AddressKind, CostUnit, Delivery, Language, LicenseType
from catalog.models import Competency, IssuerPage, MicroCredentialPage, Recognition, StackPage
from catalog.offering import Offer
from catalog.piles import PlateState
from catalog.queries import COMPLETE, credential_of, stack_rules
from catalog.rules import Credential, Group, Stack
from catalog.summary import StackSummary
from home.alphabet import titled
from home.numbers import NOT_STATED, between, money_text, number_text, span_text
from home.querysets import for_everybody

Page = TypeVar("Page", MicroCredentialPage, StackPage)


@dataclass(frozen=True)
class StackFacts(StackSummary):
    """A stack's page with its rule and totals in words, as they are on a day."""

    page: StackPage
    on: date

    @property
    def has_choice(self) -> bool:
        """Whether some members may be left out."""
        return any(group.is_choice for group in self.rule.groups)

    @property
    def has_gaps(self) -> bool:
        """Whether something is asked for that is not shown here."""
        return self.rule.unnamed > 0 or bool(self.unpublished)

    @property
    def needs_a_key(self) -> bool:
        """Whether its plates are drawn in more than one way."""
        return self.has_choice or self.has_gaps

    @property
    def retired(self) -> list[str]:
        """The slugs of what it names that is no longer offered, at any depth."""
        return [slug for slug, one in self.rule.credentials().items() if not one.offered]

    @property
    def closing(self) -> list[str]:
        """The slugs of what it names that is offered until a day on record, at any depth."""
        named = self.rule.credentials().items()
        return [slug for slug, one in named if one.offering.state(self.on) is Offer.CLOSING]

    @cached_property
    def last_day_to_start(self) -> date | None:
        """The last day on which it can be begun, where the days of its members tell; a list has none."""
        return None if self.is_selection else last_day_to_start(self.rule, self.on)

    @property
    def unpublished(self) -> str:
        """How many of its members nothing is said of, in a sentence."""
        return wording.unpublished_sentence(self.rule)

    @property
    def closed(self) -> str:
        """Who can no longer finish it, in a sentence; empty where everybody can."""
        return "" if self.is_selection else wording.closed_sentence(self.rule)

    @property
    def on_record(self) -> str:
        """How many of its members are on record, and what is known of the others."""
        shown = sum(not isinstance(one, Credential) or one.published for one in self.rule.members)
        return wording.on_record_text(shown, COMPLETE.get(self.page.complete), self.page.member_count)

    @property
    def sentence(self) -> str:
        """The whole rule."""
        return wording.rule_sentence(self.rule)


@dataclass(frozen=True)
class PulledMember:
    """A plate of the pulled-apart pile: a micro-credential's page, a stack's facts, or nothing to show."""

    state: PlateState
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
    selections: list[StackFacts]
    credentials: list[MicroCredentialPage]
    alone: list[MicroCredentialPage]
    topics: list[tuple[str, int]]
    costs: list[tuple[str, str]]
    hours: str
    hours_note: str

    @property
    def sentence(self) -> str:
        """What is on record, in one sentence."""
        return wording.offer_sentence(len(self.credentials), len(self.stacks))


def stack_facts(pages: Iterable[StackPage], on: date) -> list[StackFacts]:
    """Facts of these stacks on a day, in their order, in a fixed number of queries."""
    listed = list(pages)
    rules = all_on_day(stack_rules(listed), on)
    return [facts_of(page, rules[page.pk], on) for page in listed]


def facts_of(page: StackPage, rule: Stack, on: date) -> StackFacts:
    """One stack, whose rule is that of the day."""
    return StackFacts(rule, page.is_selection, page, on)


def pulled_apart(facts: StackFacts) -> list[PulledGroup]:
    """The groups of a stack with the pages of their members."""
    credentials = pages_by_slug(MicroCredentialPage, facts.rule.credentials())
    stacks = pages_by_slug(StackPage, (stack.slug for stack in facts.rule.nested()))
    return [pulled_group(group, credentials, stacks, facts.on) for group in facts.rule.groups]


def pages_by_slug(model: type[Page], slugs: Iterable[str]) -> dict[str, Page]:
    """Public pages by slug, with their issuers."""
    pages: Iterable[Page] = model.objects.filter(for_everybody(), slug__in=list(slugs)).select_related(
        "issuer"
    )
    return {page.slug: page for page in pages}


def pulled_group(
    group: Group, credentials: dict[str, MicroCredentialPage], stacks: dict[str, StackPage], on: date
) -> PulledGroup:
    """One group; as many members as are asked for are filled, the rest outlined."""
    members = []
    for place, member in enumerate(group.members):
        state = PlateState.ASKED if place < group.needed else PlateState.FREE
        if isinstance(member, Stack):
            members.append(PulledMember(state, stack=facts_of(stacks[member.slug], member, on)))
        elif member.published:
            members.append(PulledMember(state, credential=credentials[member.slug]))
        else:
            hidden = PlateState.UNNAMED if state is PlateState.ASKED else state
            members.append(PulledMember(hidden))
    marks = tuple(place < group.needed for place in range(len(group.members)))
    return PulledGroup(wording.heading(group), group.is_choice, marks, tuple(members))


def stacks_holding(page: MicroCredentialPage | StackPage, on: date) -> list[StackFacts]:
    """The public stacks that name this record as a member, by title; none for a page that was never saved."""
    if page.pk is None:
        return []
    named = {"credential": page.pk} if isinstance(page, MicroCredentialPage) else {"stack": page.pk}
    pages = StackPage.objects.holding(**named).select_related("issuer")
    return stack_facts(sorted(pages, key=titled), on)


def issuer_offer(page: IssuerPage, on: date) -> IssuerOffer:
    """Everything public that this issuer has on record."""
    own = StackPage.objects.filter(for_everybody(), issuer=page.pk).select_related("issuer")
    sets = stack_facts(sorted(own, key=titled), on)
    stacks = [one for one in sets if not one.page.is_selection]
    offered = MicroCredentialPage.objects.filter(for_everybody(), issuer=page.pk).select_related(
        "issuer", "topic"
    )
    credentials = sorted(offered, key=titled)
    inside = {slug for one in stacks for slug in one.rule.credentials()}
    return IssuerOffer(
        stacks=stacks,
        selections=[one for one in sets if one.page.is_selection],
        credentials=credentials,
        alone=[credential for credential in credentials if credential.slug not in inside],
        topics=Counter(one.topic.name for one in credentials if one.topic).most_common(),
        costs=shares(map(cost_text, credentials)),
        hours=hours_range(credentials),
        hours_note=hours_note(credentials),
    )


def shares(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Each text once, the most frequent first, with how many of all have it where not all do."""
    counted = Counter(texts)
    return [(text, share(number, counted.total())) for text, number in counted.most_common()]


def share(number: int, size: int) -> str:
    """“3 of 7”; empty for all of them."""
    return f"{number} of {size}" if number < size else ""


def hours_note(credentials: list[MicroCredentialPage]) -> str:
    """How many of these state their hours, where only some do."""
    stated = sum(hours_text(one) != NOT_STATED for one in credentials)
    return f"Stated for {share(stated, len(credentials))}" if 0 < stated < len(credentials) else ""


def hours_range(credentials: Iterable[MicroCredentialPage]) -> str:
    """The shortest and the longest of these that state their hours."""
    spans = [facts.hours for facts in map(credential_of, credentials) if facts.hours]
    if not spans:
        return NOT_STATED
    low, high = min(one.low for one in spans), max(one.high for one in spans)
    return span_text(low, high, "hours")


def hours_text(page: MicroCredentialPage) -> str:
    """The hours of one micro-credential."""
    if page.hours_min is None or page.hours_max is None:
        return NOT_STATED
    return span_text(page.hours_min, page.hours_max, "hours")


def cost_text(page: MicroCredentialPage) -> str:
    """The cost of one micro-credential, with what it buys and for whom it holds."""
    if page.cost_usd is None:
        return NOT_STATED
    text = money_text(page.cost_usd)
    if page.cost_per == CostUnit.STACK:
        text += " for the whole stack"
    if page.cost_per == CostUnit.PAIR:
        text += " for two people together"
    return f"{text} for {page.cost_applies_to}" if page.cost_applies_to else text


@dataclass(frozen=True)
class WayOut:
    """Where a record's address leads, and how the link is worded."""

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


@dataclass(frozen=True)
class Fact:
    """A row of a record's facts; an empty text is shown as not stated."""

    label: str
    text: str
    note: str = ""


def credential_facts(page: MicroCredentialPage) -> list[Fact]:
    """The facts a teacher decides by, and the topic where it has one."""
    topic = [Fact("Topic", page.topic.name)] if page.topic else []
    return [
        Fact("Grades", wording.grades_text(page.grades), band_note(page)),
        Fact("Hours", known(hours_text(page))),
        Fact("Cost", known(cost_text(page)), wording.sentence_case(page.cost_note)),
        *topic,
    ]


def credential_details(page: MicroCredentialPage, *, gaps: bool = False) -> list[Fact]:
    """What else is stated, and with `gaps` what is not: whom it is for, and how one takes part."""
    rows = [
        Fact("Whom it is for", page.audience),
        Fact("License", labels(LicenseType, page.license_types)),
        Fact("How you take part", labels(Delivery, page.delivery)),
        Fact("Language", names(Language, page.languages)),
        Fact("Accommodations", page.accommodations),
        Fact("Result after", days_text(page.turnaround_days_min, page.turnaround_days_max)),
        Fact("Sending in again", page.resubmission),
        Fact("Version", page.version),
    ]
    return [fact for fact in rows if fact.text or gaps]


def known(text: str) -> str:
    """The text, or nothing where it only says that nothing is stated."""
    return "" if text == NOT_STATED else text


def band_note(page: MicroCredentialPage) -> str:
    """The grades as published, where they are written otherwise."""
    plain = wording.grades_text(page.grades).replace(" to ", "-")
    return f"Published as {page.grade_band}" if page.grade_band and page.grade_band != plain else ""


def labels(choices: type[TextChoices], codes: Iterable[str]) -> str:
    """The words of several codes, as one sentence."""
    return wording.labels_text(str(choices(code).label) for code in codes)


def names(choices: type[TextChoices], codes: Iterable[str]) -> str:
    """The names of several codes, which keep their capitals."""
    return wording.listing([str(choices(code).label) for code in codes])


def days_text(low: int | None, high: int | None) -> str:
    """How long a result takes."""
    return "" if low is None or high is None else span_text(Decimal(low), Decimal(high), "days")


def evidence_text(page: MicroCredentialPage) -> str:
    """What a teacher sends in, as one enumeration."""
    parts = [part.strip() for part in page.evidence_kind.split(";") if part.strip()]
    return wording.sentence_case(wording.listing(parts))


@dataclass(frozen=True)
class Branch:
    """A competency with those below it."""

    competency: Competency
    below: tuple[Branch, ...]


def branches(competencies: list[Competency], parent: int | None = None) -> list[Branch]:
    """The competencies under a parent, each with its own tree."""
    here = [one for one in competencies if one.parent_id == parent]
    return [Branch(one, tuple(branches(competencies, one.pk))) for one in here]


def amount_text(row: Recognition) -> str:
    """An amount with its unit as the source words it; empty where it gives no number."""
    if row.amount is None:
        return ""
    low, high = map(number_text, row.amount)
    number = between(low, high)
    if row.unit.startswith("USD"):
        return f"${number}{row.unit.removeprefix('USD')}"
    return f"{number} {row.unit}".strip()
