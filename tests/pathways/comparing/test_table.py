"""Rows of facts: what is the same, what differs, and what is not stated. No database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.timeline import Status
from pathways.comparing.table import Cell, Line, Mark, Row, cell_text

STATED = st.sampled_from([(Line("5 hours"),), (Line("9 hours"),), (Line("5 hours"), Line("9 hours"))])
CELLS = st.lists(STATED | st.just(()), min_size=2, max_size=4)


def row(*texts: str) -> Row:
    """A row of one line each; an empty text is not stated."""
    return Row("Hours", tuple((Line(text),) if text else () for text in texts))


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (("5", "5"), Mark.SAME),
        (("5", "9"), Mark.DIFFERS),
        (("5", "5", "9"), Mark.DIFFERS),
        (("5", ""), Mark.PARTLY),
        (("5", "", "5"), Mark.PARTLY),
        (("5", "", "9"), Mark.DIFFERS),
        (("", ""), Mark.SAME),
        (("5",), Mark.SAME),
    ],
)
def test_row_is_marked_where_values_differ(texts: tuple[str, ...], mark: Mark) -> None:
    assert row(*texts).mark is mark


@given(CELLS)
def test_mark_tells_how_many_values_are_stated(cells: list[Cell]) -> None:
    values = {cell_text(cell) for cell in cells if cell}
    mark = Row("Hours", tuple(cells)).mark
    assert (mark is Mark.DIFFERS) == (len(values) > 1)
    assert (mark is Mark.SAME) == (len(set(cells)) == 1)


@given(CELLS)
def test_order_of_records_changes_no_mark(cells: list[Cell]) -> None:
    assert Row("Hours", tuple(cells)).mark is Row("Hours", tuple(reversed(cells))).mark


def test_what_is_said_aside_makes_no_difference() -> None:
    cells = ((Line("K to 5", aside="Published as K-5"),), (Line("K to 5"),))
    assert Row("Grades", cells).mark is Mark.SAME


def test_another_note_makes_a_difference() -> None:
    cells = ((Line("Early literacy", note="stage 1 of 4"),), (Line("Early literacy", note="stage 2 of 4"),))
    assert Row("Leads to", cells).mark is Mark.DIFFERS


def test_row_that_is_not_compared_is_never_marked() -> None:
    assert Row("At the issuer", ((Line("a"),), (Line("b"),)), compared=False).mark is Mark.SAME


def test_same_for_all_needs_several_that_are_compared() -> None:
    assert row("5", "5").is_same
    assert not row("5").is_same
    assert not Row("At the issuer", ((Line("a"),), (Line("a"),)), compared=False).is_same


def test_row_that_nobody_states_is_shown_only_where_it_is_asked_for() -> None:
    assert not row("", "").is_shown
    assert Row("Hours", ((), ()), asked_for=True).is_shown


def test_row_in_words_says_everything() -> None:
    approved = Line("Approved", note="From May 1, 2025.", status=Status.APPROVED)
    cells = (
        (approved,),
        (Line("Go to it", "https://example.org/a"), Line("More", "/more/", made_up=True)),
        (),
    )
    assert Row("Board", cells, made_up=True).plain == [
        "Board (made up for the demonstration)",
        "Approved (From May 1, 2025)",
        "Go to it (https://example.org/a); More (made up for the demonstration)",
        "not stated",
        "Differs",
    ]


def test_row_of_one_record_has_no_mark_in_words() -> None:
    assert row("5").plain == ["Hours", "5", ""]
