"""Any question gets an answer: a page that says what was left out, or JSON by its rules; never a 500."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from search.filters import ExploreFilterSet
from search.indexing import put_off
from tests.long_run import sample
from tests.public import filling
from tests.public.test_bad_input import PAGE_NUMBERS, RAW, STRANGE, encoded, patient, status

PAGE, API = "/explore/", "/api/v1/search"
FACETS = tuple(ExploreFilterSet.facets())
NAMES = ("q", "sort", "page", "on", *FACETS)
TOGETHER = ("q", "sort", "page", "on", "all facets")
"""What is asked in one question: every facet reads its values alike, so all of them are given the same."""

SYNTAX = (
    "NEAR(a b, 2)",
    "NEAR(",
    "stack*",
    "title:stack",
    "{title names}: stack",
    "^stack",
    "stack AND",
    "OR",
    "NOT stack",
    "a AND (b",
    '"stack',
    '""',
    "stack & | ! <-> :*",
    "-",
    "'; DROP TABLE search_text; --",
    "$$",
    "%(stems)s",
    "word " * 2_000,
    " ".join(f"word{number}" for number in range(1_500)),
    "-".join("ab" * 200),
    "ﷺ" * 500,
    "\u0344" * 500,
    "👩‍🏫 reading",
)
"""Texts that a search engine or a database might take for its own language, or be slow at."""

MARKUP = (
    '"><script>alert(1)</script>',
    "<b>x</b>",
    "'\"",
    "&amp;",
    "<!--",
    "</title>",
    "{{ 7|add:9876543 }}",
)

MANY = (
    "&".join(f"p{number}={number}" for number in range(1_500)),
    "&".join(f"grade=x{number}" for number in range(1_500)),
    "&".join(f"q=word{number}" for number in range(1_500)),
    "grade=2&" * 1_500,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(db: None, quick_filling: None) -> Client:
    """A visitor of a site that holds something to find; a failure is an answer here, not an exception."""
    with put_off():
        filling.found(1)
    return Client(raise_request_exception=False)


def text_of(visitor: Client, query: str) -> str:
    """The words of the page, its markup left out."""
    html = visitor.get(f"{PAGE}?{query}").content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<main")[2]).split())


def told(visitor: Client, query: str) -> list[tuple[str, str]]:
    """What the JSON says it left out: names and values."""
    answer = visitor.get(f"{API}?{query}")
    assert answer.status_code == 200
    return [(one["field"], one["value"]) for one in answer.json()["ignored"]]


def refused(visitor: Client, query: str) -> list[str]:
    """The parameter that the JSON refuses."""
    answer = visitor.get(f"{API}?{query}")
    assert answer.status_code == 422
    return [one["loc"][-1] for one in answer.json()["detail"]]


def names_refused(visitor: Client, query: str) -> bool:
    """Whether the JSON answers, or refuses and names a parameter."""
    answer = visitor.generic("GET", f"{API}?{query}")
    if answer.status_code == 422:
        return all(one["loc"][-1] in (*NAMES, "page_size") for one in json.loads(answer.content)["detail"])
    return answer.status_code == 200 and "total" in json.loads(answer.content)


def given_to(name: str, text: str) -> str:
    """The query that gives a text to a parameter, or to all facets."""
    return "&".join(f"{one}={encoded(text)}" for one in (FACETS if name == "all facets" else (name,)))


@pytest.mark.parametrize(("turn", "name"), [*enumerate(TOGETHER)])
def test_any_value_gets_the_page(visitor: Client, turn: int, name: str) -> None:
    queries = [given_to(name, text) for text in sample((*STRANGE, *SYNTAX, *MARKUP), turn)]
    assert {status(visitor, f"{PAGE}?{query}") for query in queries} == {200}


@pytest.mark.parametrize(("turn", "name"), [*enumerate([*TOGETHER, "page_size"])])
def test_any_value_gets_json(visitor: Client, turn: int, name: str) -> None:
    queries = [given_to(name, text) for text in sample((*STRANGE, *SYNTAX, *MARKUP), turn)]
    assert [query[:60] for query in queries if not names_refused(visitor, query)] == []


def test_raw_queries_get_an_answer(visitor: Client) -> None:
    queries = [address.partition("?")[2] for address in RAW if "?" in address]
    assert {status(visitor, f"{PAGE}?{query}") for query in queries} == {200}
    assert [query[:60] for query in queries if not names_refused(visitor, query)] == []


@pytest.mark.parametrize("query", MANY, ids=lambda query: query[:8])
def test_many_parameters_get_an_answer(visitor: Client, query: str) -> None:
    assert status(visitor, f"{PAGE}?{query}") == status(visitor, f"{API}?{query}") == 200


@patient
@given(query=st.lists(st.tuples(st.sampled_from([*NAMES, "other"]), st.text(max_size=40)), max_size=8))
def test_any_question_gets_an_answer(visitor: Client, query: list[tuple[str, str]]) -> None:
    sent = "&".join(f"{name}={encoded(value)}" for name, value in query)
    assert status(visitor, f"{PAGE}?{sent}") == 200
    assert names_refused(visitor, sent)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_of_the_question_is_shown_as_words(visitor: Client, text: str) -> None:
    html = visitor.get(PAGE, {name: [text] for name in (*NAMES, text)}).content.decode()
    assert not re.search(r"<script>alert|<b>x|<!--|9876550", html)
    assert html.count("</title>") == 1


def test_search_syntax_is_read_as_words(visitor: Client) -> None:
    plain = visitor.get(API, {"q": "stack"}).json()["total"]
    asked = ('"stack"', "stack*", "^stack", "(stack)", "stack:", "stack\x00")
    assert {text: visitor.get(API, {"q": text}).json()["total"] for text in asked} == dict.fromkeys(
        asked, plain
    )


def test_page_says_what_it_left_out(visitor: Client) -> None:
    query = "q=stack&color=red&grade=14&sort=size&page=99"
    words = text_of(visitor, query)
    for left_out in ("color “red”", "grade “14”", "sort “size”", "page “99”"):
        assert left_out in words


def test_json_says_what_it_left_out(visitor: Client) -> None:
    assert told(visitor, "color=red&grade=14&q=stack") == [("color", "red"), ("grade", "14")]


@pytest.mark.parametrize("text", ["😀", '"', "***", "\u202e"])
def test_text_without_a_word_is_told(visitor: Client, text: str) -> None:
    assert [field for field, _ in told(visitor, urlencode({"q": text}))] == ["q"]
    assert "Left out of this search" in text_of(visitor, urlencode({"q": text}))


def test_long_text_is_cut_and_told(visitor: Client) -> None:
    words = text_of(visitor, urlencode({"q": "stack " * 1_700}))
    assert "Only the first 500 signs" in words
    assert len(words) < 5_000


def test_long_list_of_ignored_is_cut(visitor: Client) -> None:
    assert "p9 and 1,490 more: There is no such filter." in text_of(visitor, MANY[0])


@pytest.mark.parametrize("number", PAGE_NUMBERS)
def test_page_number_gets_a_page(visitor: Client, number: str) -> None:
    assert "Stack" in text_of(visitor, urlencode({"q": "stack", "page": number}))


def test_page_past_the_end_is_the_last_one(visitor: Client) -> None:
    assert text_of(visitor, "q=stack&page=1000000000").count("Why:") == text_of(visitor, "q=stack").count(
        "Why:"
    )


def test_json_page_past_the_end_is_empty(visitor: Client) -> None:
    answer = visitor.get(API, {"q": "stack", "page": str(10**9)})
    found: dict[str, Any] = answer.json()
    assert (answer.status_code, found["results"], found["page"]) == (200, [], 10**9)
    assert found["total"] > 0


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("page=0", "page"),
        ("page=one", "page"),
        ("page_size=101", "page_size"),
        ("page_size=0", "page_size"),
        (f"q={'a' * 501}", "q"),
        ("sort=size", "sort"),
    ],
)
def test_json_names_what_it_refuses(visitor: Client, query: str, name: str) -> None:
    assert refused(visitor, query) == [name]


def test_other_methods_get_an_answer(visitor: Client) -> None:
    methods = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")
    asked = [(method, address) for method in methods for address in (PAGE, API, "/api/v1/openapi.json")]
    assert {visitor.generic(*one).status_code for one in asked} <= {200, 403, 405}


def test_unknown_address_of_the_api_is_not_found(visitor: Client) -> None:
    assert {status(visitor, f"/api/v1/{path}") for path in ("nothing/", "nothing", "%00/", "")} == {404}
