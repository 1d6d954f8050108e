"""Maps of pathways: how often their links cross, beside graphviz's `dot`, and how long drawing takes.

Both are measured the same way: straight lines between the middles of cards, columns being given. Links over
several columns, which a map tells in words, do not count. `dot` is a reference for this measurement only;
without it the maps stand alone.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.measuring import measure, table
from pathways import queries
from pathways.drawing.layout import goal_tracks, layout
from pathways.drawing.ordering import arranged, crossings, in_order, is_near, segment
from pathways.drawing.road import Road
from pathways.drawing.sample import sample_road
from pathways.drawing.shape import Arrow, Shape, shape_of
from pathways.drawing.survey import road_of

SEED = 7
RANDOM_MAPS = 200
NAME = '"{}:{}"'


def demonstration() -> list[Road]:
    """The roads of the whole demonstration."""
    graph = queries.load()
    return [road_of(graph, pathway) for pathway in graph.pathways.values()]


def random_shape(random: Random) -> Shape:
    """Three to six stages of one to six stacks, with links from stage to stage, a fifth of them far."""
    columns = [
        tuple(f"{column}-{place}" for place in range(random.randint(1, 6)))
        for column in range(random.randint(3, 6))
    ]
    arrows = []
    for _ in range(random.randint(2, 14)):
        left = random.randrange(len(columns) - 1)
        right = min(left + (2 if random.random() < 0.2 else 1), len(columns) - 1)
        before, after = random.choice(columns[left]), random.choice(columns[right])
        arrows.append(Arrow((left, before), (right, after), random.random() < 0.5))
    return Shape(tuple(columns), tuple(dict.fromkeys(arrows)), goal_tracks=4)


def ours(shape: Shape) -> int:
    """How often the links of our map cross."""
    return crossings(filter(is_near, in_order(shape, arranged(shape)).lines))


def source(shape: Shape) -> str:
    """The same graph in the language of `dot`, its columns fixed."""
    lines = ["digraph { rankdir=LR; splines=line; node [shape=box];"]
    for column, slugs in enumerate(shape.columns):
        named = " ".join(NAME.format(column, slug) + ";" for slug in slugs)
        lines.append(f"{{ rank=same; column{column} [style=invis]; {named} }}")
        if column:
            lines.append(f"column{column - 1} -> column{column} [style=invis];")
    for arrow in shape.arrows:
        inside = " [constraint=false]" if arrow.is_inside else ""
        lines.append(f"{NAME.format(*arrow.before)} -> {NAME.format(*arrow.after)}{inside};")
    return "\n".join([*lines, "}"])


def theirs(shape: Shape, dot: Path) -> int:
    """How often the links cross where `dot` places the stacks."""
    done = subprocess.run(  # noqa: S603 - the program that was found, and a graph of our own
        [dot, "-Tplain"], input=source(shape), capture_output=True, text=True, check=True
    )
    heights = {}
    for line in done.stdout.splitlines():
        words = line.split()
        if words[0] == "node" and ":" in words[1]:
            column, _, slug = words[1].strip('"').partition(":")
            heights[int(column), slug] = float(words[3])
    lines = (segment(arrow, heights) for arrow in shape.arrows if not arrow.is_inside)
    return crossings(filter(is_near, lines))


def compared(name: str, shape: Shape, dot: Path | None) -> tuple[str, int, int | None]:
    """A map's name, our crossings, and those of `dot`."""
    return name, ours(shape), theirs(shape, dot) if dot else None


def crossing_lines(roads: list[Road]) -> Iterator[str]:
    """One line a map, then the random ones together."""
    found = shutil.which("dot")
    dot = Path(found) if found else None
    if dot is None:
        yield "graphviz's dot is not on this machine: its numbers are not stated."
    for road in roads:
        name, own, other = compared(road.slug, shape_of(road, goal_tracks(road)), dot)
        yield f"{own:4} crossings, dot {'not stated' if other is None else other:>4}  {name}"
    random = Random(SEED)  # noqa: S311 - nothing here is secret
    rows = [compared("random", random_shape(random), dot) for _ in range(RANDOM_MAPS)]
    yield f"{sum(own for _, own, _ in rows):4} crossings in {RANDOM_MAPS} random maps of our own"
    if dot:
        more = sum(own > (other or 0) for _, own, other in rows)
        fewer = sum(own < (other or 0) for _, own, other in rows)
        total = sum(other or 0 for *_, other in rows)
        yield f"{total:4} in those of dot; ours has more in {more}, fewer in {fewer}"


def report() -> str:
    """Crossings, then times, as text."""
    roads = [*demonstration(), replace(sample_road(), slug="20 stacks in five stages")]
    largest = max(roads, key=lambda road: road.stack_count)

    def anew() -> None:
        arranged.cache_clear()
        layout(largest)

    measured = measure(
        {
            f"the shape of the largest road, {largest.stack_count} stacks (the floor)": lambda: shape_of(
                largest, goal_tracks(largest)
            ),
            "its map, its order being known": lambda: layout(largest),
            "its map anew": anew,
        }
    )
    return "\n".join([*crossing_lines(roads), table(measured)])
