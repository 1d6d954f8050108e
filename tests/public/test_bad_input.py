"""Any address, query or page number gets a sensible answer: never a 500, on either database."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.indexing import put_off
from tests.long_run import examples, sample
from tests.public.addresses import ADDRESSES

STRANGE = (
    "'",
    '"',
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "😀",
    "\u202egnp",
    "a" * 10_000,
    "😀" * 2_000,
    "\x00",
    "a\x00b",
    "\ud800",
    "\n\r\t",
    "\\",
    "..",
    "../../etc/passwd",
    ";",
    "a;b",
    "%",
    "%%%",
    "{{ 7|add:7 }}",
    "{% load static %}",
    "القراءة",
    "阅读",
    "чтение",
    "İstanbul",
    "e\u0301",
    "-1",
    "0",
    "None",
    "null",
    "early-literacy ",
    " ",
    "+",
    "a/b",
    "/",
    "*",
    "%s",
    "EARLY-LITERACY",
)
"""Texts in the place of a slug or a value."""

RAW = (
    "/%",
    "/%zz/",
    "/%E0%A4%A",
    "/stacks/%ff%fe/",
    "/stacks/%c3%28/",
    "/stacks/%00/",
    "/glossary/%00/",
    "/%00",
    "/stacks/%F0%9F%98%80/",
    "/stacks/%2e%2e/%2e%2e/etc/passwd",
    "/stacks/..%2f..%2fetc/passwd",
    "//",
    "//example.org/",
    "/stacks//",
    "/./stacks/",
    "/stacks;a=b/",
    "/stacks/?page=%ff",
    "/stacks/?page=%00",
    "/stacks/?%00=1",
    "/stacks/?page=%zz",
    "/stacks/?&&&;;;===",
    "/stacks/?page=1;page=2",
    "/stacks/?page=1&page=abc&page=",
    "/stacks/?page[]=1",
    "/documents/1/a.pdf",
    "/documents/1/%00.pdf",
    "/documents/99999999999999999999999999/a.pdf",
    "/documents/0/" + "a" * 10_000,
    "/admin/login/?next=%00",
    "/admin/login/?next=//example.org",
    "/admin/login/?next=%ff%fe",
    "/admin/%00/",
    "/_util/login/?next=%00",
    "/_util/authenticate_with_password/1/1/",
    "/_util/authenticate_with_password/99999999999999999999999/1/",
    "/static/%00",
    "/static/../config/settings/base.py",
    "/static/%2e%2e/config/settings/base.py",
    "/media/%00",
    "/theme.css?%00",
    "/healthz/?%00=%ff",
    "/stacks/?" + "&".join(f"p{number}={number}" for number in range(1_500)),
    "/stacks/?" + "page=2&" * 1_500,
    "/?" + "a" * 10_000,
)
"""Addresses as sent, broken encodings included."""

PAGE_NUMBERS = (
    "0",
    "-1",
    "abc",
    "1e9",
    str(10**9),
    str(10**30),
    "٣",
    "1.5",
    "+1",
    " 1",
    "1 ",
    "",
    "²",
    "1_0",
)

PAGES_AND_RECORDS = ("/stacks/", "/glossary/")
"""A list whose rows are pages, and one whose rows are records: all others share their code."""

LISTS = [row for row in ADDRESSES if row.covers.endswith("IndexPage")]

patient = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))


@pytest.fixture
def visitor(db: None, quick_filling: None) -> Client:
    """A visitor of a site that holds a row of each kind; a failure is an answer here, not an exception."""
    with put_off():
        for row in LISTS:
            row.fill(1)
    return Client(raise_request_exception=False)


def status(visitor: Client, address: str) -> int:
    """What the address answers, sent as it is."""
    return int(visitor.generic("GET", address).status_code)


def sensible(visitor: Client, address: str) -> bool:
    """Whether the answer is a page, a redirect or a refusal, and never a failure."""
    return status(visitor, address) in {200, 301, 302, 400, 403, 404}


def kinds() -> list[str]:
    """Addresses of lists, below which slugs stand."""
    return [f"/{row.name}/" for row in LISTS]


def encoded(text: str) -> str:
    """The text as a browser would send it; a lone half of a character as its bytes."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def test_strange_slugs_get_an_answer(visitor: Client) -> None:
    addresses = [f"{kind}{encoded(text)}/" for kind in ("/", *PAGES_AND_RECORDS) for text in STRANGE]
    assert [address[:80] for address in addresses if not sensible(visitor, address)] == []


def test_unknown_slugs_are_not_found(visitor: Client) -> None:
    assert {status(visitor, f"{kind}no-such-record/") for kind in kinds()} == {404}


def test_strange_queries_change_nothing(visitor: Client) -> None:
    queries = [f"?{name}={encoded(text)}" for text in STRANGE for name in ("q", "page", encoded(text))]
    assert {status(visitor, f"/glossary/{query}") for query in queries} == {200}


def test_strange_comparisons_get_the_page(visitor: Client) -> None:
    queries = [
        f"?c={encoded(text)}&{name or encoded(text)}={encoded(text)}"
        for turn, name in enumerate(("c", "q", "on", "only", "format", ""))
        for text in sample(STRANGE, turn)
    ]
    assert {status(visitor, f"/compare/{query}") for query in queries} == {200}


def test_strange_page_numbers_get_a_page(visitor: Client) -> None:
    queries = [urlencode({"page": number}) for number in PAGE_NUMBERS]
    assert {status(visitor, f"{kind}?{query}") for kind in PAGES_AND_RECORDS for query in queries} == {200}


def test_page_past_the_end_shows_the_last_and_says_so(visitor: Client) -> None:
    answer = visitor.get("/stacks/?page=999")
    assert answer.status_code == 200
    assert "999" in answer.content.decode()


def test_ignored_page_number_is_told(visitor: Client) -> None:
    plain, ignored = visitor.get("/stacks/"), visitor.get("/stacks/?page=abc")
    assert len(ignored.content) > len(plain.content)


def test_raw_addresses_get_an_answer(visitor: Client) -> None:
    assert [address[:80] for address in RAW if not sensible(visitor, address)] == []


def test_many_parameters_get_the_page(visitor: Client) -> None:
    many = "&".join(f"p{number}={number}" for number in range(1_500))
    assert {status(visitor, f"{address}?{many}") for address in ("/", *kinds(), "/theme.css")} == {200}


def test_other_methods_get_an_answer(visitor: Client) -> None:
    methods = ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
    asked = [(method, address) for method in methods for address in ("/", *kinds(), "/healthz/")]
    assert {visitor.generic(*one).status_code for one in asked} <= {200, 403, 405}


@pytest.mark.parametrize("name", ["wagtailcore_login", "wagtailadmin_login"])
def test_strange_sign_in_is_refused(visitor: Client, name: str) -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in STRANGE]
    sent = [{"username": text, "password": text, "next": text} for text in texts]
    assert {visitor.post(reverse(name), one).status_code for one in sent} <= {200, 400, 403}


@patient
@given(kind=st.sampled_from(kinds()), text=st.text(max_size=60))
def test_any_slug_gets_an_answer(visitor: Client, kind: str, text: str) -> None:
    assert sensible(visitor, f"{kind}{encoded(text)}/")


@patient
@given(kind=st.sampled_from(kinds()), path=st.binary(max_size=60))
def test_any_bytes_get_an_answer(visitor: Client, kind: str, path: bytes) -> None:
    assert sensible(visitor, kind + quote(path, safe="%/?&=;#"))


@patient
@given(
    query=st.lists(
        st.tuples(
            st.sampled_from(["c", "q", "on", "only", "format"]) | st.text(max_size=9), st.text(max_size=60)
        ),
        max_size=9,
    )
)
def test_any_comparison_gets_the_page(visitor: Client, query: list[tuple[str, str]]) -> None:
    parts = [f"{encoded(name)}={encoded(value)}" for name, value in query]
    assert status(visitor, f"/compare/?{'&'.join(parts)}") == 200


@patient
@given(
    kind=st.sampled_from(kinds()),
    query=st.dictionaries(st.text(max_size=20), st.text(max_size=60), max_size=6),
)
def test_any_query_gets_the_page(visitor: Client, kind: str, query: dict[str, str]) -> None:
    parts = [f"{encoded(name)}={encoded(value)}" for name, value in query.items()]
    assert status(visitor, f"{kind}?{'&'.join(parts)}") == 200


def test_words_of_the_address_are_shown_as_words(visitor: Client) -> None:
    text = '"><script>alert(1)</script>'
    for address in (f"/stacks/?page={quote(text)}", f"/{quote(text)}/", f"/_util/login/?next={quote(text)}"):
        assert not re.search(r"<script>alert", visitor.get(address).content.decode())


def test_sign_in_leads_nowhere_else(visitor: Client) -> None:
    User.objects.create_user("someone", password="open")
    sent = {"username": "someone", "password": "open", "next": "https://example.org/"}
    assert not visitor.post("/_util/login/", sent).headers["Location"].startswith("https://example.org")
