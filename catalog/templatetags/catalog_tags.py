"""What templates ask of the catalog."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django import template
from django.db.models import Count, Q
from wagtail.models import Page

from catalog import facts
from catalog.models import (
    Competency,
    CompetencyAlignment,
    District,
    IssuerPage,
    MicroCredentialPage,
    StackPage,
)
from catalog.models.settings import day_shown
from catalog.queries import credential_of, gone_members
from catalog.rules import Group, Stack
from home.once import once
from home.querysets import for_everybody

register = template.Library()

register.filter("hours_text", facts.hours_text)
register.filter("cost_text", facts.cost_text)
register.filter("evidence_text", facts.evidence_text)
register.filter("amount_text", facts.amount_text)
register.filter("credential_facts", facts.credential_facts)
register.filter("credential_details", facts.credential_details)


@register.simple_tag(takes_context=True)
def stack_facts(context: template.Context, page: StackPage, on: date) -> facts.StackFacts:
    """A stack with its rule and totals on a day; read once a page."""
    return once(context, f"stack_facts:{page.pk}:{on}", lambda: facts.stack_facts([page], on)[0])


@register.simple_tag(takes_context=True)
def issuer_offer(context: template.Context, page: IssuerPage, on: date) -> facts.IssuerOffer:
    """What an issuer has on record; read once a page."""
    return once(context, f"issuer_offer:{page.pk}:{on}", lambda: facts.issuer_offer(page, on))


@register.simple_tag(takes_context=True)
def listed_facts(context: template.Context, page: StackPage) -> facts.StackFacts:
    """Facts of one of a list's stacks; those of the whole list (`cards`) are read at once."""
    kept = context.render_context
    if "listed_facts" not in kept:
        listed = facts.stack_facts(context["cards"].values(), day_shown(context.get("request")))
        kept["listed_facts"] = {one.page.pk: one for one in listed}
    found: facts.StackFacts = kept["listed_facts"][page.pk]
    return found


register.simple_tag(facts.pulled_apart)
register.simple_tag(gone_members)
register.simple_tag(facts.stacks_holding)
register.simple_tag(facts.way_out)
register.simple_tag(facts.gaps)


class Counted(NamedTuple):
    """How many records of a kind there are, with the address of their list; `examples` are made up."""

    label: str
    address: str
    real: int
    examples: int = 0


@register.simple_tag
def on_record_counts() -> list[Counted]:
    """The kinds that the home page counts, each in one query; kinds without a record are left out."""
    counted = [
        counted_live("Micro-credentials", MicroCredentialPage, "issuer__demonstration"),
        counted_live("Stacks", StackPage, "issuer__demonstration"),
        counted_live("Issuers", IssuerPage, "demonstration"),
        Counted("School districts", "/districts/", District.objects.count()),
    ]
    return [one for one in counted if one.real or one.examples]


def counted_live(label: str, model: type[Page], made_up: str) -> Counted:
    """The public pages of a kind; `made_up` is the column that tells examples."""
    real = Count("pk", filter=Q(**{made_up: False}))
    examples = Count("pk", filter=Q(**{made_up: True}))
    found = model.objects.filter(for_everybody()).aggregate(real=real, examples=examples)
    return Counted(label, f"/{label.lower()}/", **found)


@register.simple_tag
def competency_tree(competencies: Iterable[Competency]) -> list[facts.Branch]:
    """A framework's competencies as a tree, in the framework's order."""
    return facts.branches(list(competencies))


@register.simple_tag
def alignments(page: MicroCredentialPage) -> list[CompetencyAlignment]:
    """The competencies a micro-credential proves."""
    return list(page.alignments.select_related("competency__framework").order_by("sort_order", "pk"))


@register.filter
def as_stack(page: MicroCredentialPage) -> Stack:
    """A micro-credential as a stack of one, for drawing its plate."""
    return Stack(page.slug, page.title, (Group((credential_of(page),)),))
