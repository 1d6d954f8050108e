"""The map as HTML."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from catalog.rules import Credential, Group, Stack
from pathways.drawing.layout import layout
from pathways.drawing.map import MOST_ROWS
from pathways.drawing.road import Road, RoadStack, RoadStage
from pathways.drawing.sample import sample_road
from pathways.graph import StackNode
from pathways.templatetags.map_tags import map_box
from tests.pathways.drawing.graphs import road


def soup_of(shown: Road, prefix: str = "") -> BeautifulSoup:
    html = render_to_string("pathways/parts/map.html", {"road": shown, "prefix": prefix})
    return BeautifulSoup(html, "html.parser")


def test_sample_has_20_stacks_in_five_stages_and_all_kinds_of_links() -> None:
    sample = sample_road()
    assert (len(sample.stages), sample.stack_count, len(sample.followers)) == (5, 20, 2)
    said = {link.where for stack in sample.stacks for link in stack.links}
    assert {"not on this pathway", "in this stage", "after the last stage"} <= said
    assert layout(sample).has_letters


@pytest.mark.parametrize("prefix", ["", "way-"])
def test_map_names_each_card_once_and_has_no_style_of_its_own(prefix: str) -> None:
    soup = soup_of(sample_road(), prefix)
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith(prefix) for one in ids)
    assert not soup.select("[style]")
    targets = {str(tag["href"]).removeprefix("#") for tag in soup.select(".lk a[href^='#']")}
    assert targets - {f"{prefix}maps"} <= set(ids)


def test_drawing_covers_its_tracks() -> None:
    (line,) = layout(road(["ab", "c"])).lines
    assert map_box(line) == f"0 0 {line.width:g} 40"
    assert soup_of(road(["ab", "c"])).select_one("svg.draw[aria-hidden=true]")


def test_a_stage_that_no_column_holds_has_no_drawing() -> None:
    long = [f"s{number}" for number in range(MOST_ROWS + 1)]
    soup = soup_of(road([long]))
    assert not soup.select(".draw, .wide")
    assert len(soup.select(".node")) == MOST_ROWS + 1


def test_cards_name_their_members_but_not_what_is_not_published() -> None:
    members = (Credential("shown"), Credential("unpublished:7", published=False))
    stack = RoadStack(StackNode(slug="k", title="K", rule=Stack("k", groups=(Group(members),), unnamed=1)), 1)
    soup = soup_of(Road("r", "R", (RoadStage(1, "One", "novice", 1, (stack,)),)))
    card = soup.select_one(".node")
    assert card is not None
    assert card["data-members"] == "shown - -"
