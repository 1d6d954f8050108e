"""The flat road: places of piles, posts and the road itself."""

import pytest

from catalog.piles import PlateState
from catalog.rules import Credential, Group, Stack
from pathways.drawing.road import Road, RoadStack, RoadStage
from pathways.drawing.skyline import (
    BOX_HEIGHT,
    GROUND,
    MOST_DRAWN,
    PILE_WIDTH,
    heroes,
    skyline,
)
from pathways.graph import StackNode


def stack(slug: str, plates: int, minimum: int | None = None) -> RoadStack:
    members = tuple(Credential(f"{slug}-{number}") for number in range(plates))
    groups = (Group(members, minimum),) if members else ()
    return RoadStack(StackNode(slug=slug, title=slug.title(), rule=Stack(slug, groups=groups)))


def road(*stages: tuple[RoadStack, ...]) -> Road:
    return Road("r", "Road", tuple(RoadStage(1, "Stage", "novice", 1, stacks) for stacks in stages))


def test_road_without_stages_is_a_short_road() -> None:
    drawn = skyline(road())
    assert not drawn.piles
    assert not drawn.posts
    assert 0 < drawn.width < 60
    assert drawn.road.startswith("M0 46H")


@pytest.mark.parametrize("plates", [1, 20, 500])
def test_pile_stands_on_the_road(plates: int) -> None:
    (pile,) = skyline(road((stack("a", plates),))).piles
    assert len(pile.bars) == min(plates, MOST_DRAWN)
    assert GROUND - 4 < pile.bars[-1].top + pile.bars[-1].thickness < GROUND
    assert pile.bars[0].top >= 0


def test_stack_without_members_is_an_open_box() -> None:
    (pile,) = skyline(road((stack("a", 0),))).piles
    assert pile.bars == ()
    assert pile.top + BOX_HEIGHT <= GROUND


def test_posts_stand_between_stages_and_touch_no_pile() -> None:
    drawn = skyline(road((stack("a", 3), stack("b", 4)), (stack("c", 2),), (stack("d", 5),)))
    assert len(drawn.posts) == 2
    for pile in drawn.piles:
        assert not any(pile.left - 2 < post < pile.left + PILE_WIDTH + 2 for post in drawn.posts)
        assert pile.left + PILE_WIDTH < drawn.width


def test_marked_stack_has_the_color_of_the_way_and_room_for_its_pointer() -> None:
    tall = road((stack("a", 10), stack("b", 2)))
    plain, marked = skyline(tall), skyline(tall, "a")
    first, second = marked.piles
    assert first.marked
    assert {bar.state for bar in first.bars} == {PlateState.MARKED}
    assert not second.marked
    assert marked.top < plain.top
    assert marked.top <= first.summit


def test_no_slug_marks_nothing() -> None:
    assert not skyline(road((stack("", 2),))).piles[0].marked


def test_heroes_are_the_tallest_plain_stack_of_each_stage() -> None:
    choice, tall, good = stack("choice", 5, 2), stack("tall", 12), stack("good", 6)
    found = heroes(
        road((choice, stack("a", 4)), (tall, good), (stack("one", 1),), (stack("b", 3),), (stack("c", 2),))
    )
    assert [one.slug for one in found] == ["a", "good", "b"]
    assert heroes(road((choice,))) == []
