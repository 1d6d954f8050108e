"""The state's colors, and the contrast of ours."""

import pytest
from django.conf import settings

from home.theme import Measured, measure, palette, theme_css

TOKENS = (settings.STATICFILES_DIRS[0] / "css" / "tokens.css").read_text()


@pytest.mark.parametrize("row", measure(TOKENS), ids=lambda row: row.pair.what)
def test_every_pair_of_colors_can_be_told_apart(row: Measured) -> None:
    assert row.holds


def test_measured_pair_fails_when_one_mode_does() -> None:
    pair = measure(TOKENS)[0].pair
    assert not Measured(pair, 9, 4.4).holds


def test_palette_writes_out_short_colors() -> None:
    assert palette("--paper: #fff; --ink: #16202a;") == {"paper": "#ffffff", "ink": "#16202a"}


def test_theme_keeps_the_link_of_the_day_off_the_night() -> None:
    css = theme_css({"--link": "#0a4c86"}, "")
    assert css == "@layer tokens{@media not (prefers-color-scheme:dark){:root{--link:#0a4c86;}}}"


def test_theme_mixes_the_road_from_its_color() -> None:
    css = theme_css({"--way": "#66ccff"}, "#ffffff")
    assert css.startswith("@layer tokens{:root{--way:#66ccff;}")
    assert css.count("color-mix") == 2
    assert "--link:#ffffff" in css


def test_theme_without_colors_sets_nothing() -> None:
    assert theme_css({}, "") == "@layer tokens{}"
