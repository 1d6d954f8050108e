"""The order of stacks: links cross and bend as little as possible."""

from pathways.drawing.ordering import CROSSING, GATE, MOVED, arranged, cross, crossings, in_order
from pathways.drawing.shape import Arrow, Order, Shape


def shape(*columns: str, links: str = "") -> Shape:
    """Columns of one-letter slugs; a link is two letters."""
    column = {slug: place for place, slugs in enumerate(columns) for slug in slugs}
    pairs = [(link[0], link[1]) for link in links.split()]
    arrows = [Arrow((column[one], one), (column[two], two)) for one, two in pairs]
    return Shape(tuple(tuple(slugs) for slugs in columns), tuple(arrows))


def crossed(one: Shape, order: Order) -> int:
    return crossings(in_order(one, order).lines)


def test_lines_that_meet_at_an_end_do_not_cross() -> None:
    assert cross(((0, 1.0), (1, 3.0)), ((0, 3.0), (1, 1.0)))
    assert not cross(((0, 1.0), (1, 3.0)), ((0, 1.0), (1, 1.0)))
    assert not cross(((0, 1.0), (1, 1.0)), ((0, 3.0), (1, 3.0)))


def test_without_links_the_editors_order_stays() -> None:
    plain = shape("cab", "fed")
    assert arranged(plain) == plain.columns


def test_stacks_that_cross_change_places() -> None:
    tangled = shape("ab", "cd", links="ad bc")
    assert crossed(tangled, tangled.columns) == 1
    assert crossed(tangled, arranged(tangled)) == 0


def test_a_wide_column_is_untangled_too() -> None:
    tangled = shape("abcdef", "ghijkl", links="al bk cj di eh fg")
    assert crossed(tangled, tangled.columns) == 15
    assert crossed(tangled, arranged(tangled)) == 0


def test_links_over_several_columns_count() -> None:
    tangled = shape("ab", "c", "de", links="ae bd")
    assert crossed(tangled, tangled.columns) == 1
    assert crossed(tangled, arranged(tangled)) == 0


def test_links_too_far_to_be_drawn_count_less() -> None:
    tangled = shape("ab", "c", "de", links="ae bd")
    near = shape("ab", "cd", links="ad bc")
    assert in_order(tangled, tangled.columns).cost < CROSSING < in_order(near, near.columns).cost


def test_a_gate_lets_a_link_by() -> None:
    steep = shape("abc", "def", links="be")
    assert in_order(steep, steep.columns).cost < GATE
    level = shape("a", "b", links="ab")
    assert in_order(level, level.columns).cost >= GATE


def test_what_is_moved_costs_a_little() -> None:
    plain = shape("abc")
    assert in_order(plain, (("b", "a", "c"),)).cost == 2 * MOVED


def test_stacks_without_links_keep_the_editors_order_around_the_others() -> None:
    (order,) = arranged(shape("cxab", links="ac"))
    assert order.index("a") < order.index("c")
    assert order.index("x") < order.index("b")
