"""What the address of the explorer asks for; nothing is refused, what was left out is told."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import QueryDict
from django.test import Client

from pathways.exploring import Explorer, explore
from pathways.exploring.explorer import MOST_VALUES, PER_PAGE, Form
from pathways.graph import Graph
from tests.factories import PathwayFactory, RoleFactory, StackFactory, stage
from tests.pathways.exploring.test_facets import GRAPH


def asked(query: str) -> Explorer:
    return explore(QueryDict(query), GRAPH)


def slugs(query: str) -> list[str]:
    return [row.road.slug for row in asked(query).found]


def reasons(query: str) -> list[tuple[str, str, str]]:
    return [(one.field, one.value, one.reason) for one in asked(query).ignored]


def test_values_of_one_facet_add_up_and_facets_narrow_each_other() -> None:
    assert slugs("") == ["one", "two", "empty"]
    assert slugs("level=novice&level=advanced") == ["one", "two"]
    assert slugs("priority=literacy&role=coach") == ["one"]
    assert slugs("role=coach&level=advanced") == []
    assert slugs("grade=not-stated") == ["empty"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("grade=99", ("grade", "99", "No pathway has this value.")),
        ("as=poem", ("as", "poem", "It can be map, outline, table; these are maps.")),
        ("page=x", ("page", "x", "It is no number of a page; this is the first.")),
        ("page=7", ("page", "7", "There are 1; this is the last one.")),
        ("color=red", ("color", "red", "There is no such filter.")),
        ("on=never", ("on", "never", "A day is written like 2025-03-01.")),
    ],
)
def test_what_cannot_be_read_is_left_out_with_its_reason(query: str, told: tuple[str, str, str]) -> None:
    assert reasons(query) == [told]


def test_a_facet_that_no_pathway_states_says_so() -> None:
    without_hours = replace(GRAPH, stacks={**GRAPH.stacks, "easy": GRAPH.stacks["hard"]})
    found = explore(QueryDict("hours=up-to-5&cost=free"), without_hours)
    assert found.choices == "priority, role, grade, level and number to earn"
    assert [(one.field, one.reason) for one in found.ignored] == [
        ("hours", "No pathway on record can be finished by steps that all state their hours."),
        ("cost", "No pathway on record can be finished by steps that all state their price."),
    ]
    assert asked("").choices == "priority, role, grade, level, number to earn, time and cost"


def test_what_is_asked_of_no_pathway_is_told() -> None:
    found = explore(QueryDict("grade=2"), Graph())
    assert found.choices == ""
    assert [(one.field, one.reason) for one in found.ignored] == [
        ("grade", "No pathway on record states it.")
    ]


def test_values_beyond_those_that_are_read_are_told() -> None:
    query = "&".join(f"role=r{number}" for number in range(MOST_VALUES + 2))
    told = reasons(query)
    assert len(told) == MOST_VALUES + 2
    assert told[-1] == ("role", f"r{MOST_VALUES + 1}", f"Only the first {MOST_VALUES} are read.")


@pytest.mark.usefixtures("many")
def test_the_form_promises_what_it_holds(client: Client) -> None:
    soup = BeautifulSoup(client.get("/pathways/").content, "html.parser")
    form = soup.select_one("#filters")
    assert form
    summary = form.select_one("summary")
    assert summary
    assert "time" not in summary.get_text()
    assert "No pathway on record can be finished by steps that all state their hours." in words(form)


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.mark.usefixtures("many")
def test_the_page_explains_every_part_that_it_left_out(client: Client) -> None:
    bad = [
        "priority",
        "role",
        "grade",
        "level",
        "length",
        "hours",
        "cost",
        "as",
        "page",
        "on",
        "color",
        "size",
    ]
    soup = BeautifulSoup(client.get(f"/pathways/?{'=never&'.join(bad)}=never").content, "html.parser")
    told = [words(line) for line in soup.select("#found .note li")]
    assert len(told) == 11
    assert "color, size: There is no such filter." in told
    for name in bad[:10]:
        assert any(line.startswith(f"{name} “never”: ") for line in told), name


def test_contents_lead_to_every_pathway_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PER_PAGE, Form.TABLE, 2)
    assert [address for _, address in asked("as=table&page=2").contents] == [
        "?as=table&page=1#one-title",
        "?as=table&page=1#two-title",
        "#empty-title",
    ]
    assert asked("grade=not-stated").contents == []


def test_a_link_to_another_form_keeps_the_choice() -> None:
    found = asked("role=coach&as=table&on=2025-03-01")
    assert [(form, link) for form, link, _ in found.forms] == [
        (Form.MAP, "role=coach&on=2025-03-01"),
        (Form.OUTLINE, "role=coach&as=outline&on=2025-03-01"),
        (Form.TABLE, "role=coach&as=table&on=2025-03-01"),
    ]
    assert found.chips == [("Role", "Coach", "as=table&on=2025-03-01")]
    assert found.today == "?role=coach&as=table"


@pytest.fixture
def many(db: None) -> None:
    stack = StackFactory(title="Shared stack")
    for number in range(PER_PAGE[Form.MAP] + 1):
        PathwayFactory(
            slug=f"way-{number}", title=f"Way {number}", stages=[stage(stack)], roles=[RoleFactory()]
        )


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("form", list(Form))
def test_every_form_shows_the_pathways_and_their_stacks(client: Client, form: Form) -> None:
    text: Any = client.get(f"/pathways/?as={form}").content.decode()
    assert "4 pathways" in text
    assert "Way 0" in text
    assert "Shared stack" in text


@pytest.mark.usefixtures("many")
def test_ids_stay_unique_with_several_maps_on_a_page(client: Client) -> None:
    text = client.get("/pathways/").content.decode()
    ids = [part.partition('"')[0] for part in text.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert "way-0-stage-1" in ids


@pytest.mark.usefixtures("many")
def test_the_next_page_shows_the_rest(client: Client) -> None:
    text = client.get("/pathways/?page=2").content.decode()
    assert 'aria-labelledby="way-3-title"' in text
    assert 'aria-labelledby="way-0-title"' not in text


def test_values_are_read_however_they_are_written() -> None:
    found = asked("level=Novice&priority=LITERACY&as=Table")
    assert (found.chosen["level"], found.form, found.ignored) == (("novice",), Form.TABLE, ())
    assert slugs("level=Novice") == slugs("level=novice")


def test_choices_to_give_up_are_told_with_their_counts() -> None:
    found = asked("role=coach&level=advanced&as=table")
    assert (found.heading, found.found) == ("Nothing found", ())
    ways = {way.link: way.count for way in found.loosenings}
    assert ways == {
        "role=coach&as=table": len(slugs("role=coach")),
        "level=advanced&as=table": len(slugs("level=advanced")),
    }


def test_choice_to_keep_is_told_where_giving_up_one_is_not_enough() -> None:
    found = asked("role=coach&level=advanced&grade=not-stated")
    assert found.loosenings == []
    assert [way.link for way in found.kept_alone]
    assert all(way.count == len(slugs(way.link)) for way in found.kept_alone)
