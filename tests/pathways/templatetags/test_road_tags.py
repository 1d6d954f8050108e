"""Roads as SVG, and the large figure of the home page."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from catalog.templatetags.pile_tags import SAMPLES
from pathways.drawing.road import Road, RoadStack, RoadStage
from pathways.graph import StackNode
from pathways.templatetags.road_tags import hero_figure, sample_skyline, skyline


@dataclass(frozen=True)
class Row:
    road: Road | None


def road(*kinds: str) -> Road:
    stages = (
        RoadStage(1, "Stage", "novice", 1, (RoadStack(StackNode(slug=kind, title=kind, rule=SAMPLES[kind])),))
        for kind in kinds
    )
    return Road("r", "Road", tuple(stages))


@pytest.mark.parametrize("stacks", [0, 1, 17])
def test_skyline_has_no_inline_style_and_is_hidden_from_screen_readers(stacks: int) -> None:
    soup = BeautifulSoup(sample_skyline(stacks, "stack-6"), "html.parser")
    assert soup.select('svg.mini[aria-hidden="true"]')
    assert not soup.select("[style]")
    assert len(soup.select(".rd")) == 1


def test_skyline_has_a_pointer_only_over_the_marked_stack() -> None:
    assert skyline(road("all", "choice"), "choice").count('class="point"') == 1
    assert 'class="point"' not in skyline(road("all", "choice"), "other")


def test_skyline_shows_an_open_box_for_members_not_stated() -> None:
    assert skyline(road("empty")).count('class="gone"') == 1


def test_hero_takes_the_first_road_that_has_enough() -> None:
    piles = hero_figure([Row(None), Row(road("all")), Row(road("all", "one", "marked"))])["piles"]
    assert [pile["title"] for pile in piles] == ["all", "marked"]
    assert [pile["number"] for pile in piles] == [5, 5]


def test_hero_is_absent_where_nothing_can_be_counted() -> None:
    context = hero_figure([Row(road("choice", "gaps", "empty"))])
    assert context["piles"] == []
    assert render_to_string("components/hero.html", context).strip() == ""
