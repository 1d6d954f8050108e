"""Which grades a pathway is for, and how a grade is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways.exploring.facets import explored
from pathways.grades import for_others, grades_of, meant_for, not_for, read_grade
from pathways.graph import Graph
from tests.pathways.planned import earn, graph_of, pathway, stack, stage


def graph(audience: str = "", grades: tuple[str, ...] = ()) -> Graph:
    """One pathway of one stack, for an audience, with a member for these grades."""
    made = graph_of(stack("x", earn("a")), pathways=[pathway("p", stage("p", 1, "x"))])
    credentials = {"a": replace(made.credentials["a"], grades=grades)}
    return replace(
        made, credentials=credentials, pathways={"p": replace(made.pathways["p"], audience=audience)}
    )


@pytest.mark.parametrize(
    ("audience", "members", "asked", "others"),
    [
        ("secondary", (), ["2"], True),
        ("secondary", ("2",), ["2"], True),
        ("elementary", (), ["2"], False),
        ("all grades", (), ["2"], False),
        ("secondary", (), ["2", "9"], False),
        ("", ("9",), ["2"], True),
        ("", ("2", "9"), ["2"], False),
        ("", (), ["2"], False),
        ("secondary", (), [], False),
    ],
)
def test_a_pathway_is_for_others_where_it_names_other_grades_only(
    audience: str, members: tuple[str, ...], asked: list[str], others: bool
) -> None:
    assert bool(for_others(graph(audience, members), asked)) is others


@pytest.mark.parametrize("audience", ["", "elementary", "secondary", "all grades"])
@pytest.mark.parametrize("members", [(), ("2",), ("9", "10")])
def test_the_explorer_and_plans_agree(audience: str, members: tuple[str, ...]) -> None:
    made = graph(audience, members)
    (row,) = explored(made)
    values = set(row.values["grade"]) - {"not-stated"}
    assert values == grades_of(made, made.pathways["p"])
    for grade in ("2", "9"):
        assert ("p" in for_others(made, [grade])) is (bool(values) and grade not in values)


def test_whom_it_is_for_is_told_in_words() -> None:
    secondary, members = graph("secondary"), graph("", ("6", "7", "8"))
    assert meant_for(secondary, secondary.pathways["p"]) == "middle and high school teachers"
    assert not_for(members, members.pathways["p"], ["2"]) == "for grades 6 to 8, not for grade 2"


@pytest.mark.parametrize(
    ("typed", "grade"),
    [
        *(("k", "K"), ("K", "K"), ("pk", "PK"), (" 2 ", "2"), ("02", "2"), ("12", "12")),
        *(("0", ""), ("13", ""), ("", ""), ("-1", ""), ("٣", ""), ("2nd", "")),
    ],
)
def test_a_grade_is_read_in_any_case(typed: str, grade: str) -> None:
    assert read_grade(typed) == grade
