"""A state's own colors as a style sheet, and the contrast of all colors. Plain data in, plain data out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from home.colors import contrast

TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\s*;")
DARK = "@media (prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colors that meet, by the names of their tokens, and the ratio WCAG 2.2 asks for."""

    what: str
    front: str
    back: str
    needs: float


PAIRS = (
    Pair("Text on page", "ink", "paper", 4.5),
    Pair("Quiet text on page", "soft", "paper", 4.5),
    Pair("Quiet text on wash", "soft", "wash", 4.5),
    Pair("Link on page", "link", "paper", 4.5),
    Pair("Link on wash", "link", "wash", 4.5),
    Pair("Visited link on page", "visited", "paper", 4.5),
    Pair("Text on road", "ink", "way-soft", 4.5),
    Pair("Text on button, goal and mark", "on-way", "way", 4.5),
    Pair("Focus ring on road", "link", "way-soft", 3.0),
    Pair("Road edge on page", "way-edge", "paper", 3.0),
    Pair("Field edge on page", "edge", "paper", 3.0),
    Pair("Road edge on road", "way-edge", "way-soft", 3.0),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair with its ratio by day and by night."""

    pair: Pair
    light: float
    dark: float

    @property
    def holds(self) -> bool:
        """Whether both are enough."""
        return min(self.light, self.dark) >= self.pair.needs


def palette(css: str) -> dict[str, str]:
    """The colors that a style sheet sets, by token name, as `#rrggbb`."""
    return {name: six_digits(color) for name, color in TOKEN.findall(css)}


def six_digits(color: str) -> str:
    """`#fff` as `#ffffff`."""
    return color if len(color) == 7 else "#" + "".join(sign * 2 for sign in color[1:])


def measure(css: str) -> list[Measured]:
    """The contrast of every pair, from the source of the tokens."""
    day, _, night = css.partition(DARK)
    light = palette(day)
    dark = light | palette(night)
    return [
        Measured(
            pair, contrast(light[pair.front], light[pair.back]), contrast(dark[pair.front], dark[pair.back])
        )
        for pair in PAIRS
    ]


def rules(values: Mapping[str, str]) -> str:
    """Custom properties on the root."""
    inside = "".join(f"{name}:{value};" for name, value in values.items() if value)
    return f":root{{{inside}}}" if inside else ""


def theme_css(colors: Mapping[str, str], link_dark: str) -> str:
    """The state's colors in the layer of the tokens.

    Colors were checked against the page they are meant for: link and road edge by day, `link_dark`
    by night. What follows from them is mixed, so that a blue road gets a pale blue surface.
    """
    way = colors.get("--way", "")
    always = {"--way": way}
    day = {name: color for name, color in colors.items() if name != "--way"}
    night = {"--link": link_dark}
    if way:
        day |= {"--way-soft": "color-mix(in srgb,var(--way) 60%,#fff)"}
        night |= {"--way-soft": "color-mix(in srgb,var(--way) 25%,#10161c)", "--way-edge": "var(--way)"}
    parts = [rules(always)]
    if light := rules(day):
        parts.append(f"@media not (prefers-color-scheme:dark){{{light}}}")
    if dark := rules(night):
        parts.append(f"@media (prefers-color-scheme:dark){{{dark}}}")
    return f"@layer tokens{{{''.join(parts)}}}"
