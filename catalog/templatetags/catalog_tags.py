"""What templates ask of the catalog."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from catalog import facts
from catalog.models import (
    Competency,
    CompetencyAlignment,
    District,
    IssuerPage,
    MicroCredentialPage,
    StackPage,
)
from catalog.queries import credential_of, gone_members
from catalog.rules import Group, Stack

register = template.Library()

register.filter("hours_text", facts.hours_text)
register.filter("cost_text", facts.cost_text)
register.filter("evidence_text", facts.evidence_text)
register.filter("amount_text", facts.amount_text)
register.filter("credential_facts", facts.credential_facts)
register.filter("credential_details", facts.credential_details)


@register.simple_tag
def stack_facts(page: StackPage) -> facts.StackFacts:
    """A stack with its rule and totals."""
    return facts.stack_facts([page])[0]


@register.simple_tag(takes_context=True)
def listed_facts(context: template.Context, page: StackPage) -> facts.StackFacts:
    """Facts of one of a list's stacks; those of the whole list (`cards`) are read at once."""
    kept = context.render_context
    if "listed_facts" not in kept:
        kept["listed_facts"] = {one.page.pk: one for one in facts.stack_facts(context["cards"].values())}
    found: facts.StackFacts = kept["listed_facts"][page.pk]
    return found


register.simple_tag(facts.pulled_apart)
register.simple_tag(facts.no_longer_offered)
register.simple_tag(gone_members)
register.simple_tag(facts.stacks_holding)
register.simple_tag(facts.issuer_offer)
register.simple_tag(facts.way_out)
register.simple_tag(facts.gaps)


@register.simple_tag
def on_record_counts() -> list[tuple[str, int, str]]:
    """Label, number and index address of the kinds the home page counts; made-up records are left out."""
    counted = [
        ("Micro-credentials", MicroCredentialPage.objects.on_record().count(), "micro-credentials"),
        ("Stacks", StackPage.objects.on_record().count(), "stacks"),
        ("Issuers", IssuerPage.objects.live().filter(demonstration=False).count(), "issuers"),
        ("School districts", District.objects.count(), "districts"),
    ]
    return [(label, number, f"/{slug}/") for label, number, slug in counted if number]


@register.simple_tag
def competency_tree(competencies: Iterable[Competency]) -> list[facts.Branch]:
    """A framework's competencies as a tree, in the framework's order."""
    return facts.branches(list(competencies))


@register.filter
def successors(page: MicroCredentialPage) -> list[MicroCredentialPage]:
    """The live records that take the place of this one."""
    return list(page.successors.live().order_by("title")) if page.pk else []


@register.simple_tag
def alignments(page: MicroCredentialPage) -> list[CompetencyAlignment]:
    """The competencies a micro-credential proves."""
    return list(page.alignments.select_related("competency__framework").order_by("sort_order", "pk"))


@register.filter
def as_stack(page: MicroCredentialPage) -> Stack:
    """A micro-credential as a stack of one, for drawing its plate."""
    return Stack(page.slug, page.title, (Group((credential_of(page),)),))
