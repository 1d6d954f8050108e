"""What templates of every app ask for."""

import json
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from pytest_django import Settings

from home.addresses import absolute
from home.templatetags import home_tags

NONE = '<span class="none">not stated</span>'


def render(text: str, **context: Any) -> str:
    return Template("{% load home_tags %}" + text).render(Context(context))


def test_lookup_gives_none_for_a_key_that_is_not_there() -> None:
    assert home_tags.lookup({1: "a"}, 1) == "a"
    assert home_tags.lookup({1: "a"}, 2) is None


@pytest.mark.parametrize("value", [None, "", [], ()])
def test_or_not_stated_says_what_is_not_known(value: Any) -> None:
    assert home_tags.or_not_stated(value) == NONE


@pytest.mark.parametrize("value", [0, Decimal(0), False, "text", [0]])
def test_or_not_stated_keeps_what_is_known_zero_included(value: Any) -> None:
    assert home_tags.or_not_stated(value) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% span 20 60 'hours' %}", '<span class="num">20 to 60 hours</span>'),
        ("{% span nothing %}", NONE),
        ("{% money_span 20 60 %}", '<span class="num">$20 to $60</span>'),
        ("{% money_span nothing %}", NONE),
        ("{{ 12.5|money }}", '<span class="num">$12.50</span>'),
        ("{{ nothing|money }}", NONE),
        ("{{ 1200|num }}", '<span class="num">1,200</span>'),
        ("{% not_stated %}", NONE),
        ("{{ 1|counted:'stack' }}, {{ 0|counted:'competency,competencies' }}", "1 stack, 0 competencies"),
        (
            "{{ 'Micro: which <b>'|two_lines }}",
            '<span class="line">Micro: </span><span class="line">which &lt;b&gt;</span>',
        ),
        ("{{ 'No <i>'|two_lines }}", "No &lt;i&gt;"),
    ],
)
def test_facts_read_as_words(text: str, shown: str) -> None:
    assert render(text, nothing=None) == shown


def test_canonical_leaves_parameters_out_but_keeps_a_later_page(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://example.org"
    request = RequestFactory().get("/stacks/?page=2&x=1")
    assert render("{% canonical %}", request=request) == "https://example.org/stacks/"
    second, first = SimpleNamespace(number=2), SimpleNamespace(number=1)
    assert render("{% canonical %}", request=request, shown=second).endswith("/stacks/?page=2")
    assert render("{% canonical %}", request=request, shown=first).endswith("/stacks/")


def test_absolute_leaves_a_whole_address_alone(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://example.org"
    assert absolute("/a.png") == "https://example.org/a.png"
    assert absolute("https://other.org/a.png") == "https://other.org/a.png"


def test_linked_data_cannot_end_its_script() -> None:
    page = SimpleNamespace(linked_data=lambda: {"name": "</script><b>é&", "on": Decimal("1.5")})
    text = render("{% linked_data page %}", page=page)
    assert text.count("</script>") == 1
    inside = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"] == "</script><b>é&"


@pytest.mark.parametrize("page", [None, SimpleNamespace(linked_data=lambda: None), SimpleNamespace()])
def test_linked_data_is_absent_where_there_is_none(page: Any) -> None:
    assert render("{% linked_data page %}", page=page) == ""


def test_shell_and_breadcrumbs_are_empty_without_a_request() -> None:
    assert render("{% page_shell as s %}{{ s.menu|length }}{% breadcrumbs as t %}{{ t|length }}") == "00"
