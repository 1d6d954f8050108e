"""Roads with piles as SVG. Decorative: words with the same facts always stand beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypedDict

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from catalog.templatetags.pile_tags import SAMPLES, css_class
from pathways.drawing import skyline as drawing
from pathways.drawing.road import Road, RoadStack, RoadStage
from pathways.drawing.skyline import GROUND, PILE_WIDTH, PlacedPile
from pathways.graph import StackNode

register = template.Library()

POST = '<path class="post" d="M{} {}V{}"/>'
POINTER = '<path class="point" d="M{} {}h14l-7 7Z"/>'
OPEN_BOX = '<rect class="gone" x="{}" y="{}" width="{}" height="{}"/>'
BAR = '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>'


class HasRoad(Protocol):
    """A row that may have a road."""

    @property
    def road(self) -> Road | None:
        """The road, or None where no pathway leads here."""


class HeroPile(TypedDict):
    """A stack of the large figure: its words and its pile's rectangles."""

    title: str
    number: int
    height: str
    bars: SafeString


@register.simple_tag
def skyline(road: Road, marked: str = "") -> SafeString:
    """The road of a pathway; `marked` is the slug of the stack the page is about."""
    drawn = drawing.skyline(road, marked)
    return format_html(
        '<svg class="mini" viewBox="0 {} {} {}" width="{}" height="{}" aria-hidden="true" focusable="false">'
        '<path class="rd" d="{}"/>{}{}</svg>',
        *map(short, (drawn.top, drawn.width, drawn.height, drawn.width, drawn.height)),
        drawn.road,
        format_html_join("", "{}", ((pile_group(pile),) for pile in drawn.piles)),
        format_html_join(
            "", POST, ((short(post), short(GROUND - 1), short(GROUND + 13)) for post in drawn.posts)
        ),
    )


@register.inclusion_tag("components/hero.html")
def hero_figure(rows: Iterable[HasRoad]) -> dict[str, list[HeroPile]]:
    """Large piles on a road: stacks of the first pathway with some that can be counted, or nothing."""
    found = (drawing.heroes(row.road) for row in rows if row.road)
    stacks = next((stacks for stacks in found if len(stacks) > 1), [])
    return {"piles": [hero_pile(stack) for stack in stacks]}


@register.simple_tag
def sample_skyline(stacks: int, marked: str = "") -> SafeString:
    """A road of the style guide with so many made-up stacks, four a stage."""
    kinds = [kind for kind in SAMPLES if kind != "huge"]
    named = [
        RoadStack(StackNode(slug=f"stack-{n}", title="Sample", rule=SAMPLES[kinds[n % len(kinds)]]))
        for n in range(stacks)
    ]
    stages = [
        RoadStage(n // 4 + 1, "Sample", "novice", 1, tuple(named[n : n + 4])) for n in range(0, stacks, 4)
    ]
    return skyline(Road("sample", "Sample", tuple(stages)), marked)


def short(number: float) -> str:
    """A coordinate with one decimal at the most."""
    return f"{round(number, 1):g}"


def pile_group(pile: PlacedPile) -> SafeString:
    """The plates of one pile, and a pointer above it when it is the one meant."""
    drawn = bars(pile) if pile.bars else boxes([pile])
    if not pile.marked:
        return drawn
    return drawn + format_html(POINTER, short(pile.left + 4), short(pile.summit + 1))


def bars(pile: PlacedPile) -> SafeString:
    """A rectangle for each plate."""
    return format_html_join(
        "",
        BAR,
        (
            (css_class(bar.state), *map(short, (pile.left + bar.shift, bar.top, PILE_WIDTH, bar.thickness)))
            for bar in pile.bars
        ),
    )


def boxes(piles: Iterable[PlacedPile]) -> SafeString:
    """An open box for a stack whose members are not stated."""
    rows = (tuple(map(short, (pile.left, pile.top, PILE_WIDTH, drawing.BOX_HEIGHT))) for pile in piles)
    return format_html_join("", OPEN_BOX, rows)


def hero_pile(stack: RoadStack) -> HeroPile:
    """One pile of the large figure, its plates as wide as its place."""
    placed = stack.pile.bars(pitch=15.0, tallest=150.0)
    rects = format_html_join(
        "",
        '<rect x="{}" y="{}" width="100%" height="{}"/>',
        ((short(bar.shift * 1.6), short(bar.top), short(bar.thickness * 1.13)) for bar in placed),
    )
    height = placed[-1].top + placed[-1].thickness * 1.13
    return HeroPile(title=stack.title, number=len(placed), height=short(height), bars=rects)
