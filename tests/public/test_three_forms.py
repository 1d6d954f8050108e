"""Map, outline, table and file of a pathway say the same: read back from what a visitor gets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from catalog.templatetags.decision_tags import Marks
from catalog.timeline import DayStatus, Status
from home.days import AskedDay
from home.exports import csv_lines
from pathways.drawing.road import AFTER, Road, RoadStack
from pathways.drawing.rows import SORTS, plain_rows, rows_of
from pathways.drawing.survey import road_of
from pathways.graph import Graph
from pathways.models import PathwayPage
from pathways.views.table import Sorting
from tests.long_run import examples
from tests.pathways.drawing.graphs import PATHWAY, random_graphs, synthetic
from tests.public.forms import (
    Goal,
    Stack,
    Stage,
    Told,
    plain,
    price,
    read_file,
    read_map,
    read_outline,
    read_table,
    words,
)

BOARD = "A board"
PUBLIC = django_settings.PUBLIC_URL


def said_of_order(stack: RoadStack) -> list[str]:
    """What the model says of a stack's place in the order."""
    return [plain(one.text) for one in stack.sentences] + [plain(stack.twice)] * bool(stack.twice)


def expected(road: Road, statuses: dict[int, str], board: str) -> Told:
    """What the model says."""
    stages = {Stage(str(one.number), one.level, plain(one.title), one.pick) for one in road.stages}
    stacks = set()
    for stack in road.stacks:
        decided = statuses.get(stack.key, "") if stack.stage != AFTER else ""
        stacks.add(
            Stack(
                stage=str(stack.stage) if stack.stage != AFTER else "",
                title=plain(stack.title),
                url=stack.url,
                issuer=plain(stack.issuer.name),
                rule=stack.summary.short,
                hours=stack.summary.hours,
                costs=tuple(price(f"{cost.label}: {cost.text}") for cost in stack.summary.costs),
                order=tuple(sorted(said_of_order(stack))),
                status=f"{decided} {board}" if decided else "",
            )
        )
    ends = {
        Goal("Role", goal.title, goal.url, goal.pay or "not stated")
        if goal.is_role
        else Goal("State priority", goal.title, goal.url, "")
        for goal in road.goals
    }
    return Told(frozenset(stages), frozenset(stacks), frozenset(ends))


def in_one_text(told: Told, road: Road) -> Told:
    """The same with the order of each stack in one text, as the file has it."""
    texts = {tuple(sorted(said)): (" ".join(said),) for said in map(said_of_order, road.stacks)}
    stacks = frozenset(replace(stack, order=texts[stack.order]) for stack in told.stacks)
    return replace(told, stacks=stacks)


def soup_of(template: str, **context: object) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(f"pathways/parts/{template}.html", context), "html.parser")


def unchanged(address: str) -> str:
    return address


def check(road: Road) -> None:
    """Every form of this road says what the model says."""
    marks = Marks(BOARD, {stack.key: DayStatus(Status.APPROVED) for stack in road.stacks if stack.key % 2})
    statuses = {key: found.label for key, found in marks.found.items()}
    told = expected(road, statuses, BOARD)
    if road.stages:
        assert read_map(soup_of("map", road=road, marks=marks)) == told
    assert read_outline(soup_of("outline", road=road, marks=marks)) == told
    for sort in SORTS:
        context = {"rows": rows_of(road, sort), "sorting": Sorting(sort), "asked": AskedDay()}
        assert read_table(soup_of("table", road=road, marks=marks, **context)) == told
    file = "".join(csv_lines(plain_rows(road, statuses, BOARD, unchanged)))
    assert read_file(file) == in_one_text(told, road)


def without_place(told: Told) -> Told:
    """The same without the order, and with addresses as on the site: the file's stand alone."""
    stacks = (replace(one, order=(), url=one.url.removeprefix(PUBLIC)) for one in told.stacks)
    goals = (replace(one, url=one.url.removeprefix(PUBLIC)) for one in told.goals)
    return Told(told.stages, frozenset(stacks), frozenset(goals))


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.too_slow])
@given(random_graphs())
def test_all_forms_of_any_road_say_the_same(graph: Graph) -> None:
    check(road_of(graph, graph.pathways[PATHWAY]))


def test_all_forms_of_the_synthetic_road_say_the_same() -> None:
    graph = synthetic()
    check(road_of(graph, graph.pathways[PATHWAY]))


def test_gates_of_the_map_say_the_rule_of_their_stage() -> None:
    graph = synthetic()
    road = road_of(graph, graph.pathways[PATHWAY])
    soup = soup_of("map", road=road, marks=Marks("", {}))
    gates = [words(gate) for gate in soup.select(".gate")]
    assert gates == [f"Finish 2 of {stage.size}" for stage in road.stages]


@pytest.mark.usefixtures("demo_catalog")
def test_all_forms_of_every_demonstration_pathway_say_the_same(client: Client) -> None:
    slugs = list(PathwayPage.objects.live().values_list("slug", flat=True))
    assert len(slugs) > 5
    for slug in slugs:
        page = BeautifulSoup(client.get(f"/pathways/{slug}/").content, "html.parser")
        told = read_map(page)
        assert told.stacks
        assert read_outline(page) == told
        table = client.get(reverse("pathway_table", args=[slug]))
        assert read_table(BeautifulSoup(table.content, "html.parser")) == told
        file = client.get(reverse("pathway_table_file", args=[slug])).getvalue().decode()
        assert without_place(read_file(file)) == without_place(told)
