"""Piles of plates as SVG. Decorative: words with the same facts always stand beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from catalog.piles import Bar, Pile, PlateState, pile_of
from catalog.rules import Credential, Group, Stack

register = template.Library()

CLASSES = {
    PlateState.ASKED: "all",
    PlateState.FREE: "free",
    PlateState.UNNAMED: "gone",
    PlateState.MARKED: "hit",
    PlateState.HELD: "held",
}
FINE = 5.0
"""Below this pitch the outline of a plate would fill the gap to the next one."""

PITCHES = {"normal": 8.0, "large": 10.0}
OPEN_BOX = SafeString('<rect class="gone" x="1" y="1" width="100%" height="17"/>')


def css_class(state: PlateState | str) -> str:
    """The class of a plate in the style sheet."""
    return CLASSES[PlateState(state)]


@register.simple_tag
def pile(stack: Stack, marked: str = "", size: str = "normal") -> SafeString:
    """The pile of a stack; `marked` is the slug of the micro-credential the page is about."""
    return pile_svg(pile_of(stack, marked), size)


@register.simple_tag
def held_pile(stack: Stack, held: Collection[str]) -> SafeString:
    """The pile of a stack for somebody who holds these: their plates are outlined and ticked."""
    return pile_svg(pile_of(stack).holding(held), "normal")


@register.simple_tag
def plate(state: str = "asked") -> SafeString:
    """A single plate as wide as its place: a micro-credential, or a row of the pulled-apart pile."""
    return format_html(
        '<svg class="plate" aria-hidden="true" focusable="false">'
        '<rect class="{}" x="1" y="1" width="99.6%" height="9"/></svg>',
        css_class(state),
    )


@register.simple_tag
def sample_pile(kind: str, size: str = "normal") -> SafeString:
    """A pile of the style guide, made up for it; `kind` is a key of `SAMPLES`."""
    marked = "s1" if kind == "marked" else ""
    return pile(SAMPLES[kind], marked, size)


def pile_svg(whole: Pile, size: str) -> SafeString:
    """A pile that is as wide as its place, less what shifted plates and brackets need."""
    drawn = whole.thinned()
    pitch = drawn.pitch_within(PITCHES[size], 72.0 * PITCHES[size] / 8)
    bars = drawn.bars(pitch, pitch * max(len(drawn.plates), 1))
    height = bars[-1].top + bars[-1].thickness + 2 if bars else 19
    ticks = [bar.top + bar.thickness / 2 for bar in bars if bar.state is PlateState.HELD]
    brackets = [(bars[first].top, bars[last].top + bars[last].thickness) for first, last in drawn.brackets]
    return format_html(
        '<svg class="pile{}" height="{}" aria-hidden="true" focusable="false">{}{}{}</svg>',
        (" chosen" if brackets else "") + (" fine" if pitch < FINE else "") + (" ticked" if ticks else ""),
        f"{height:.1f}".removesuffix(".0"),
        bar_rects(bars) if bars else OPEN_BOX,
        bracket_paths(brackets),
        tick_paths(ticks),
    )


def bar_rects(bars: Iterable[Bar]) -> SafeString:
    """A rectangle for each plate."""
    return format_html_join(
        "",
        '<rect class="{}" x="{}" y="{}" width="100%" height="{}"/>',
        (
            (css_class(bar.state), f"{bar.shift:g}", f"{bar.top + 0.8:.1f}", f"{bar.thickness:.1f}")
            for bar in bars
        ),
    )


def bracket_paths(brackets: Iterable[tuple[float, float]]) -> SafeString:
    """A bracket right of each choice group, from its upper to its lower edge."""
    return format_html_join(
        "",
        '<svg x="100%" y="{0}" width="16" height="{1}"><path class="br" d="M7.5 0H12.5V{1}H7.5"/></svg>',
        ((f"{top + 0.8:.1f}", f"{bottom - top:.1f}") for top, bottom in brackets),
    )


def tick_paths(middles: Iterable[float]) -> SafeString:
    """A tick right of each plate that is held."""
    return format_html_join(
        "",
        '<svg x="100%" y="{}" width="20" height="9"><path class="tk" d="M8.5 4.5l3 3 5.5-6.5"/></svg>',
        ((f"{middle - 3.7:.1f}",) for middle in middles),
    )


def some(number: int, prefix: str = "s") -> tuple[Credential, ...]:
    """So many different micro-credentials."""
    return tuple(Credential(f"{prefix}{place}") for place in range(number))


SAMPLES = {
    "one": Stack("sample", groups=(Group(some(1)),)),
    "all": Stack("sample", groups=(Group(some(5)),)),
    "choice": Stack("sample", groups=(Group(some(2)), Group(some(3, "t"), 2))),
    "any": Stack("sample", groups=(Group(some(4), 3),)),
    "choices": Stack("sample", groups=(Group(some(6)), Group(some(2, "t"), 1), Group(some(9, "u"), 2))),
    "nested": Stack("sample", groups=(Group((Stack("inside", groups=(Group(some(3), 2),)), *some(2, "t"))),)),
    "gaps": Stack("sample", groups=(Group(some(4)),), unnamed=4),
    "unnamed": Stack("sample", unnamed=5),
    "empty": Stack("sample"),
    "marked": Stack("sample", groups=(Group(some(5)),)),
    "tall": Stack("sample", groups=(Group(some(18)),)),
    "huge": Stack("sample", groups=(Group(some(500)),)),
}
"""Made-up stacks that show every way a pile can look."""
