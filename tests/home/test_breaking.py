"""Addresses go on in the next line after their dots, slashes and signs, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from django.utils.html import escape
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from home.breaking import breakable
from home.templatetags.home_tags import breakable as breakable_filter


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("schools.bloomboard.com", ["schools.", "bloomboard.", "com"]),
        ("www.dpi.nc.gov/districts-schools", ["www.", "dpi.", "nc.", "gov/", "districts-schools"]),
        ("https://example.org/a?b=c", ["https://", "example.", "org/", "a?", "b=", "c"]),
        ("mistakes@stackway.example", ["mistakes@", "stackway.", "example"]),
        ("middle/high/other-school", ["middle/", "high/", "other-school"]),
    ],
)
def test_address_breaks_at_its_joints(text: str, pieces: list[str]) -> None:
    assert breakable(text).split("<wbr>") == pieces


@pytest.mark.parametrize(
    "text", ["", "A plain sentence. And one more.", "v1.2", "e.g. this", "$1,000.50", "a/b"]
)
def test_what_is_no_address_stays_whole(text: str) -> None:
    assert breakable(text) == text


def test_sentence_around_an_address_stays() -> None:
    assert breakable("OpenLiteracy (schools.bloomboard.com), 2024.") == (
        "OpenLiteracy (schools.<wbr>bloomboard.<wbr>com), 2024."
    )


def test_markup_in_a_text_is_escaped() -> None:
    assert breakable("<b>www.example.org/<i>") == "&lt;b&gt;www.<wbr>example.<wbr>org/&lt;i&gt;"


@given(st.text())
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert re.sub("<wbr>", "", breakable(text)) == escape(text)


def test_filter_leaves_markup_and_numbers_alone() -> None:
    assert breakable_filter(SafeString("<b>a.example.org</b>")) == "<b>a.example.org</b>"
    assert breakable_filter(5) == 5
