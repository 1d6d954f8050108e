"""The list of a page's sections comes from its headings."""

from __future__ import annotations

from django.template import Context, Template

from home.contents import with_anchors

PAGE = "{% load contents_tags %}{% with_contents %}<h1>A</h1>{% on_this_page %}HEADINGS{% endwith_contents %}"


def shown(headings: str) -> str:
    return Template(PAGE.replace("HEADINGS", headings)).render(Context())


def test_headings_get_a_place_each_of_their_own() -> None:
    html, sections = with_anchors(
        '<p id="what"></p><h2>What</h2><h2 class="a">What</h2><h2 id="x">Y &amp; <b>Z</b></h2>'
    )
    assert [(one.title, one.anchor) for one in sections] == [
        ("What", "what-2"),
        ("What", "what-3"),
        ("Y & Z", "x"),
    ]
    assert '<h2 id="what-3" class="a">What</h2>' in html
    assert html.count('id="x"') == 1


def test_heading_in_another_script_has_a_place() -> None:
    _, sections = with_anchors("<h2>學習</h2><h2>Qué envía usted</h2>")
    assert [one.anchor for one in sections] == ["section", "que-envia-usted"]


def test_headings_that_are_not_seen_or_not_meant_are_left_out() -> None:
    html = '<h2 class="vh">Hidden</h2><h2 data-unlisted>Alone</h2><h2> </h2>'
    assert with_anchors(html) == (html, [])


def test_page_of_three_sections_lists_them() -> None:
    html = shown("<h2>One</h2><h2>Two</h2><h2>Three</h2>")
    assert [f'<a href="#{name}">' in html for name in ("one", "two", "three")] == [True] * 3
    assert html.index("<nav") < html.index("<h2")


def test_short_page_is_left_as_it_is() -> None:
    assert shown("<h2>One</h2><h2>Two</h2>") == "<h1>A</h1><h2>One</h2><h2>Two</h2>"


def test_page_without_a_place_for_the_list_is_left_as_it_is() -> None:
    template = (
        "{% load contents_tags %}{% with_contents %}<h2>A</h2><h2>B</h2><h2>C</h2>{% endwith_contents %}"
    )
    assert Template(template).render(Context()) == "<h2>A</h2><h2>B</h2><h2>C</h2>"
