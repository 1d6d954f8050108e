"""Piles as SVG."""

import re

import pytest
from bs4 import BeautifulSoup

from catalog.rules import Credential, Group, Stack
from catalog.templatetags.pile_tags import SAMPLES, pile, plate, sample_pile


def rects(svg: str) -> list[str]:
    return re.findall(r'<rect class="(\w+)"', svg)


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("size", ["normal", "large"])
def test_pile_has_no_inline_style_and_is_hidden_from_screen_readers(kind: str, size: str) -> None:
    soup = BeautifulSoup(sample_pile(kind, size), "html.parser")
    (svg,) = soup.select('svg.pile[aria-hidden="true"]')
    assert 5 < float(str(svg["height"])) < 100
    assert not soup.select("[style]")


def test_pile_tells_its_plates_apart_by_class() -> None:
    stack = Stack("s", groups=(Group((Credential("a"), Credential("b")), 1),), unnamed=1)
    assert rects(pile(stack)) == ["all", "free", "gone"]
    assert rects(pile(stack, marked="b")) == ["all", "hit", "gone"]


def test_pile_without_members_is_one_open_box() -> None:
    assert rects(sample_pile("empty")) == ["gone"]


def test_pile_with_a_choice_makes_room_for_its_bracket() -> None:
    assert 'class="pile chosen"' in sample_pile("choice")
    assert sample_pile("choices").count('class="br"') == 2
    assert 'class="br"' not in sample_pile("all")


def test_pile_of_hundreds_stays_light() -> None:
    svg = sample_pile("huge")
    assert len(rects(svg)) == 48
    assert "fine" in svg


def test_pile_escapes_what_it_is_given() -> None:
    hostile = Stack("s", groups=(Group((Credential('"><script>'),)),))
    assert "<script>" not in pile(hostile, marked='"><script>')


@pytest.mark.parametrize(
    ("state", "name"), [("asked", "all"), ("free", "free"), ("unnamed", "gone"), ("marked", "hit")]
)
def test_plate_shows_its_state(state: str, name: str) -> None:
    assert rects(plate(state)) == [name]
