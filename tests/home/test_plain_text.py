"""What is a tag, and what only looks a little like one."""

import pytest
from django.core.exceptions import ValidationError

from home.plain_text import refuse_markup, tags_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A <b>bold</b> word", ["<b>", "</b>"]),
        ("<B>one</B> and <b>two</b>", ["<b>", "</b>"]),
        ("line<br/>break<br />", ["<br>"]),
        ('<a href="https://example.org">there</a>', ["<a>", "</a>"]),
        ("<img src=x onerror=alert(1)", ["<img>"]),
        ("<script>alert(1)</script>", ["<script>", "</script>"]),
        ('<script async src="/x.js">', ["<script>"]),
        ("<o:p>from Word</o:p>", ["<o:p>", "</o:p>"]),
        ("<!-- a remark -->", ["<!-- -->"]),
        ("<!DOCTYPE html>", ["<!doctype>"]),
        ('<?xml version="1.0"?>', ["<?xml>"]),
    ],
)
def test_tags_are_named(text: str, found: list[str]) -> None:
    assert tags_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "grades < 3",
        "grades <3 or >5",
        "a<b and c>d",
        "if a <b and b> c then a< c",
        "x < y > z",
        "1<2>0",
        "<- back, onward ->",
        "Reading & writing &lt; 3",
        "<3",
        "«quoted» <…>",
        "",
    ],
)
def test_comparisons_stay(text: str) -> None:
    assert tags_in(text) == []


def test_the_message_names_what_to_take_out() -> None:
    with pytest.raises(ValidationError, match=r"^\['Plain text only: take out <b>, </b>.'\]$"):
        refuse_markup("A <b>bold</b> word")


def test_of_many_tags_the_message_names_three() -> None:
    with pytest.raises(ValidationError, match="take out <a>, <b>, <i> and 2 more"):
        refuse_markup("<a><b><i><p><u>")
