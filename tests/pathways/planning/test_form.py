"""The questions of a plan: what was answered, what can be chosen, what the words looked up find."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from pathways.graph import CompetencyNode, Kind
from pathways.planner import Goal
from pathways.planning.holding import MOST_FOUND
from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import page_of

GRAPH = graph_of(
    stack("x", earn("phonics-two"), earn("phonics-one"), earn("maps")),
    pathways=[pathway("way", stage("way", 1, "x"))],
)


def found(query: str) -> list[str]:
    """What the words find."""
    return [node.slug for node in page_of(GRAPH, query).form.matches]


def test_accents_case_and_signs_without_width_do_not_matter() -> None:
    assert found("find=PHÓ%C2%ADNICS-TWO") == found("find=pho%CC%81nics-two") == ["phonics-two"]


def test_every_word_must_stand_in_the_title_or_issuer() -> None:
    assert found("find=PHON") == ["phonics-one", "phonics-two"]
    assert found("find=two+phonics") == ["phonics-two"]
    assert found("find=phonics+maps") == []
    assert found("") == found("find=+") == []


def test_what_is_held_is_not_found_again() -> None:
    assert found("find=phonics&held=phonics-one") == ["phonics-two"]


def test_a_sentence_tells_what_was_found() -> None:
    assert page_of(GRAPH, "").form.found == ""
    assert page_of(GRAPH, "find=phonics").form.found.startswith("2 found. Mark what you hold")
    assert page_of(GRAPH, "find=zebra").form.found == "Nothing found for “zebra” in titles and issuers."
    marked = page_of(GRAPH, "find=phonics&held=phonics-one&held=phonics-two").form
    assert (marked.found, marked.matches) == ("All that has these words is marked as held.", [])


def test_long_lists_are_cut_and_counted() -> None:
    many = graph_of(stack("x", *(earn(f"art-{number:02}") for number in range(MOST_FOUND + 3))))
    form = page_of(many, "find=art").form
    assert (len(form.shown_matches), form.hidden_matches) == (MOST_FOUND, 3)


def test_numbers_are_shown_as_they_can_be_typed() -> None:
    form = page_of(GRAPH, "week=1.5&hours_max=1200").form
    assert (form.week, form.hours_max) == ("1.5", "1200")
    assert page_of(GRAPH, "").form.week == ""


def test_what_is_held_is_listed() -> None:
    assert [one.value for one in page_of(GRAPH, "held=maps&held=nothing").form.held] == ["maps"]


def test_a_stack_is_found_before_micro_credentials_and_marked_by_its_kind() -> None:
    graph = graph_of(stack("maps-and-more", earn("maps"), earn("art")))
    form = page_of(graph, "find=maps").form
    assert [one.value for one in form.shown_matches] == ["stack:maps-and-more", "maps"]
    assert form.shown_matches[0].told.startswith("Finished stack (")
    held = page_of(graph, "find=maps&held=stack:maps-and-more").form
    assert [one.value for one in held.held] == ["stack:maps-and-more"]
    assert [one.value for one in held.shown_matches] == ["maps"]


def test_a_list_of_interest_is_not_found_as_held() -> None:
    graph = graph_of(stack("maps-list", earn("maps")), selections=["maps-list"])
    assert [one.value for one in page_of(graph, "find=maps").form.shown_matches] == ["maps"]


@pytest.mark.parametrize(
    "typed", ["CAFÉ", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{SOFT HYPHEN}fe", "ca\N{ZERO WIDTH SPACE}fé"]
)
@pytest.mark.parametrize("stored", ["Café", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{SOFT HYPHEN}fe"])
def test_words_are_found_however_they_are_written(stored: str, typed: str) -> None:
    node = replace(GRAPH.credentials["maps"], title=f"At the {stored}")
    graph = replace(GRAPH, credentials={**GRAPH.credentials, "maps": node})
    assert [one.slug for one in page_of(graph, urlencode({"find": typed})).form.matches] == ["maps"]


def test_what_proves_a_competency_comes_first_when_its_code_is_typed() -> None:
    standard = CompetencyNode(slug="i-a", title="I.a Lead", key=7, code="I.a", framework="Some Standards")
    node = replace(GRAPH.credentials["phonics-one"], title="A word in i.a")
    graph = replace(
        GRAPH,
        credentials={**GRAPH.credentials, "phonics-one": node},
        competencies={"i-a": standard},
        aligned={"maps": ("i-a",)},
    )
    form = page_of(graph, "find=I.A").form
    assert [one.slug for one in form.matches] == ["maps", "phonics-one"]
    assert [one.slug for one in page_of(graph, "find=some+standards+i.a").form.matches] == ["maps"]


def test_words_looked_up_in_vain_have_near_ones() -> None:
    form = page_of(GRAPH, "find=fonics").form
    assert form.looked_up_in_vain == "fonics"
    assert form.holding.near_words == ("phonics",)
    assert page_of(GRAPH, "find=phonics").form.looked_up_in_vain == ""


def test_values_are_read_however_they_are_written() -> None:
    asked = page_of(GRAPH, "grade=k&grade=pk&minimize=Hours&free=YES&goal=Stack:X").form.asked
    assert (asked.grades, asked.minimize, asked.free, asked.ignored) == (("K", "PK"), "hours", True, ())
    assert asked.goal == Goal(Kind.STACK, "x")


def test_goal_looked_up_in_vain_has_near_words() -> None:
    form = page_of(GRAPH, "find_goal=coatch").form
    assert form.looked_up_in_vain == "coatch"
    assert form.aims.near_words == ("coach",)
    assert form.aims.found == "Nothing found for “coatch” in titles."
