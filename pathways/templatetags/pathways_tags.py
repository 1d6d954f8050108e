"""What templates ask of pathways."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import template

from catalog.facts import StackFacts
from catalog.models import MicroCredentialPage
from catalog.models.settings import day_shown
from catalog.templatetags.decision_tags import asked_day
from home.children import held_rows, holds
from home.once import once
from home.querysets import for_everybody
from pathways import facts, queries
from pathways.comparing.asking import MOST, Asked
from pathways.drawing.road import RoadGoal
from pathways.enums import Audience
from pathways.graph import Kind, PriorityNode
from pathways.models import PriorityPage, RolePage
from pathways.standing import ShownRoads, shown_roads

register = template.Library()

KEPT = "stackway_leading_roads"

register.simple_tag(facts.priority_rows, name="home_priorities")
register.simple_tag(facts.pathway_road)
register.simple_tag(facts.stack_leads)
register.simple_tag(facts.credential_passages)


@register.simple_tag(takes_context=True)
def priority_facts(context: template.Context, page: PriorityPage, on: date) -> facts.PriorityFacts:
    """What addresses a priority; read once a page."""
    return once(context, f"priority_facts:{page.pk}:{on}", lambda: facts.priority_facts(page, on))


@register.simple_tag(takes_context=True)
def leading_roads(context: template.Context, page: PriorityPage | RolePage) -> ShownRoads:
    """The pathways that lead to a priority or role, as its page shows them; worked out once a page."""
    kept = context.render_context
    if KEPT not in kept:
        roads = facts.leading_roads(page, day_shown(context.get("request")))
        kept[KEPT] = shown_roads(roads, context.get("request"), asked_day(context).on)
    found: ShownRoads = kept[KEPT]
    return found


@register.simple_tag
def top_priorities() -> list[PriorityNode]:
    """The priorities that are part of no other, in the editors' order."""
    return [one for one in queries.current().priorities.values() if not one.parent]


@register.simple_tag
def role_pay(page: RolePage) -> list[RoadGoal]:
    """A role that somebody can aim at, or that states a pay, with its pay in words."""
    if not (page.is_goal or page.pay_text):
        return []
    return [RoadGoal(Kind.ROLE, page.slug, page.title, "", page.pay_text)]


@register.filter
def audience_label(code: str) -> str:
    """Which teachers a pathway is for, in words; empty where it is not stated."""
    return str(Audience(code).label) if code in Audience.values else ""


@register.simple_tag
def standings_by_key(holding: Iterable[StackFacts]) -> dict[int, list[facts.Standing]]:
    """The stages of pathways that name each of these stacks, by the stack's page id."""
    graph = queries.current()
    return {one.page.pk: facts.standings(graph, one.page.slug) for one in holding}


@register.simple_tag
def compare_members(stack: StackFacts) -> str:
    """The address that puts a stack's micro-credentials side by side; empty for one, or for too many."""
    slugs = [one.slug for one in stack.rule.credentials().values() if one.published]
    return Asked().link(slugs) if 1 < len(slugs) <= MOST else ""


@register.simple_tag
def priorities_of(page: MicroCredentialPage) -> list[PriorityPage]:
    """The public priorities a micro-credential is sorted under, by a draft's own rows where it is one."""
    pages = PriorityPage.objects.filter(for_everybody()).order_by("title")
    if holds(page, "priority_links"):
        return list(pages.filter(pk__in=[link.priority_id for link in held_rows(page, "priority_links")]))
    return list(pages.filter(credential_links__page=page.pk)) if page.pk else []
