"""A question is read from an address; what was left out is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from catalog.models import Jurisdiction
from search.asking import Asked, ask
from search.query import Sort


def asked(address: str) -> Asked:
    """The question of a query string."""
    return ask(QueryDict(address))


def ignored(address: str) -> list[tuple[str, str]]:
    """Field and value of what was left out."""
    return [(one.field, one.value) for one in asked(address).ignored]


def test_nothing_asked_is_everything() -> None:
    question = asked("")
    assert question.query.stems == ()
    assert question.query.chosen == {}
    assert (question.query.sort, question.query.page, question.query.page_size) == (Sort.RELEVANCE, 1, 20)


def test_question_is_read() -> None:
    question = asked("q=phoneme+games&grade=2&grade=K&kind=stack&sort=title&page=3")
    assert question.query.stems == ("phonem", "game")
    assert question.query.chosen == {"grade": ("2", "K"), "kind": ("stack",)}
    assert (question.query.sort, question.query.page) == (Sort.TITLE, 3)
    assert question.ignored == ()


def test_value_given_twice_is_one() -> None:
    assert asked("grade=2&grade=2&grade=").query.chosen == {"grade": ("2",)}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("color=red", [("color", "red")]),
        ("page=0", [("page", "0")]),
        ("page=x", [("page", "x")]),
        ("sort=newest", [("sort", "newest")]),
        ("q=a%00b", [("q", "")]),
        (f"q={'a' * 501}", [("q", "a")]),
        (f"{'n' * 200}=1", [(f"{'n' * 80} …", "1")]),
    ],
)
def test_what_cannot_be_used_is_told(address: str, told: list[tuple[str, str]]) -> None:
    assert ignored(address) == told


def test_long_text_is_cut() -> None:
    assert len(asked(f"q={'a+' * 5_000}").text) <= 500


def test_link_keeps_the_rest_of_the_question() -> None:
    question = asked("q=a+b&grade=2&grade=K&sort=title&page=3")
    assert question.link() == "q=a+b&grade=2&grade=K&sort=title"
    assert question.link(without=("grade", "2")) == "q=a+b&grade=K&sort=title"
    assert question.link(without="grade") == "q=a+b&sort=title"
    assert question.link(q="c") == "grade=2&grade=K&sort=title&q=c"


def test_words_past_the_most_that_are_read_are_told() -> None:
    ((field, value),) = ignored(f"q={'+'.join(f'w{number}' for number in range(33))}")
    assert (field, value) == ("q", "w32")


def test_values_that_no_record_has_are_taken_from_the_question() -> None:
    question = asked("grade=2&grade=17&issuer=nobody").as_known(
        {"grade": ("2",)}, [("grade", "17"), ("issuer", "nobody")]
    )
    assert question.query.chosen == {"grade": ("2",)}
    assert [(one.field, one.value) for one in question.ignored] == [("grade", "17"), ("issuer", "nobody")]
    assert question.link() == "grade=2"


@pytest.mark.parametrize("given", ["2025-02-30", "soon", "1742-01-01", "%00", "٣"])
def test_what_is_no_day_is_told_and_means_today(given: str) -> None:
    board = Jurisdiction(pk=7)
    question = ask(QueryDict(f"on={given}"), board)
    assert [one.field for one in question.ignored] == ["on"]
    assert question.on == question.query.on == board.today()
    assert question.link() == ""


def test_day_is_kept_in_links_until_it_is_taken_away() -> None:
    question = ask(QueryDict("q=a1&on=2025-03-01&kind=stack"), Jurisdiction(pk=7))
    assert (question.query.board, question.query.on) == (7, date(2025, 3, 1))
    assert question.link() == "q=a1&kind=stack&on=2025-03-01"
    assert question.link(without="on") == "q=a1&kind=stack"


def test_day_is_asked_about_where_no_board_is_shown() -> None:
    question = asked("on=2025-03-01")
    assert (question.query.board, question.query.on) == (None, date(2025, 3, 1))
    assert (question.ignored, question.link()) == ((), "on=2025-03-01")


def test_last_page_says_that_there_is_no_later_one() -> None:
    question = asked("page=9").on_last_page(2)
    assert question.query.page == 2
    assert [(one.field, one.value) for one in question.ignored] == [("page", "9")]
