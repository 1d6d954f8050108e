"""What templates ask of pathways."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from catalog.facts import StackFacts
from catalog.models import MicroCredentialPage
from catalog.templatetags.decision_tags import Marks, status_marks
from home.children import held_rows, holds
from pathways import facts
from pathways.comparing.asking import MOST, Asked
from pathways.models import PathwayPage, PriorityPage
from pathways.outlines import Outline, outlines

register = template.Library()

register.simple_tag(facts.priority_rows, name="home_priorities")
register.simple_tag(facts.priority_facts)
register.simple_tag(facts.role_outlines)
register.simple_tag(facts.pathway_outline)
register.simple_tag(facts.stack_leads)


@register.simple_tag(takes_context=True)
def listed_outline(context: template.Context, page: PathwayPage) -> Outline:
    """The outline of one of a list's pathways; those of the whole list (`cards`) are read at once."""
    kept = context.render_context
    if "listed_outlines" not in kept:
        kept["listed_outlines"] = {one.page.pk: one for one in outlines(context["cards"].values())}
    found: Outline = kept["listed_outlines"][page.pk]
    return found


@register.simple_tag(takes_context=True)
def outline_marks(context: template.Context, outline: Outline) -> Marks:
    """The statuses of a pathway's stacks with the site's board, on the day asked for."""
    lines = [line for stage in outline.stages for line in stage.lines]
    return status_marks(context, [line.facts.page for line in lines])


@register.simple_tag
def standings_by_key(holding: Iterable[StackFacts]) -> dict[int, list[facts.Standing]]:
    """The stages of pathways that name each of these stacks, by the stack's page id."""
    found = facts.passages([one.page for one in holding])
    return {key: facts.standings(passages) for key, passages in found.items()}


@register.simple_tag
def compare_members(stack: StackFacts) -> str:
    """The address that puts a stack's micro-credentials side by side; empty for one, or for too many."""
    slugs = [one.slug for one in stack.rule.credentials().values() if one.published]
    return Asked().link(slugs) if 1 < len(slugs) <= MOST else ""


@register.simple_tag
def priorities_of(page: MicroCredentialPage) -> list[PriorityPage]:
    """The live priorities a micro-credential is sorted under, by a draft's own rows where it is one."""
    pages = PriorityPage.objects.live().order_by("title")
    if holds(page, "priority_links"):
        return list(pages.filter(pk__in=[link.priority_id for link in held_rows(page, "priority_links")]))
    return list(pages.filter(credential_links__page=page.pk)) if page.pk else []
