"""Descriptions are whole sentences of a sensible length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from home.describing import MOST, described, plain_line


def test_lines_become_sentences() -> None:
    assert described("A stack\n\n  Hours: 15 \nFree!") == "A stack. Hours: 15. Free!"


def test_what_does_not_fit_is_left_out_and_what_fits_behind_it_is_taken() -> None:
    assert described(f"One\n{'x' * MOST}\nTwo") == "One. Two."


def test_first_line_is_cut_at_a_word() -> None:
    cut = described("Prueba de lectura, " * 20)
    assert len(cut) <= MOST
    assert cut.endswith(("lectura…", "Prueba…", "de…"))


def test_long_word_is_cut_anywhere() -> None:
    assert described("x" * 500) == f"{'x' * (MOST - 1)}…"


def test_nothing_describes_nothing() -> None:
    assert described("") == described(" \n ") == ""


def test_tags_and_entities_are_read() -> None:
    assert plain_line('<span class="none">not &amp; stated</span>\n here') == "not & stated here"


@given(st.lists(st.text(max_size=300), max_size=5))
def test_any_text_fits(lines: list[str]) -> None:
    assert len(described("\n".join(lines))) <= MOST + 1
