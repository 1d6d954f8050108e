"""Every result says why it was found."""

from __future__ import annotations

from typing import Any

from search.documents import Part
from search.query import Hit
from search.reasons import Said, reason, said_by, telling
from search.words import asked_for


def hit(kind: str = "stack", title: str = "Literacy", summary: str = "", **body: Any) -> Hit:
    """A record found."""
    return Hit(1, kind, 7, "literacy", title, summary, body)


def why(found: Hit, text: str, address: str = "") -> list[str]:
    """The sentences about a record found by this text."""
    asked = asked_for(text)
    return [str(reason(found, one, asked, address).sentence) for one in telling(found, asked)]


MEMBER = ["member", "Analyzing Phoneme Segmentation", ["micro-credential", 3], "analyzing", ""]


def test_title_comes_first() -> None:
    assert why(hit(title="Phoneme games", summary="About phonemes."), "phoneme") == [
        "“<mark>Phoneme</mark>” is in the title."
    ]


def test_stack_names_the_member() -> None:
    assert why(hit(said=[MEMBER], size=5), "phoneme", "/there/") == [
        'Holds <a href="/there/">Analyzing <mark>Phoneme</mark> Segmentation</a>, 1 of its 5.'
    ]


def test_pathway_names_stack_and_member() -> None:
    via = [*MEMBER[:4], "Literacy: Reading"]
    assert why(hit("pathway", said=[via]), "phoneme") == [
        "Its stack Literacy: Reading holds Analyzing <mark>Phoneme</mark> Segmentation."
    ]


def test_words_of_different_texts_take_a_sentence_each() -> None:
    issuer = ["issuer", "Harbor University", ["issuer", 2], "", ""]
    assert why(hit(said=[MEMBER, issuer], size=5), "phoneme harbor") == [
        "Holds Analyzing <mark>Phoneme</mark> Segmentation, 1 of its 5.",
        "Awarded by <mark>Harbor</mark> University.",
    ]


def test_everyday_words_are_never_shown() -> None:
    found = hit("glossary", "Decoding", said=[["everyday", "sound out words", None, "", ""]])
    asked = asked_for("sound out")
    (one,) = telling(found, asked)
    assert reason(found, one, asked, "").highlight == ""
    assert why(found, "sound out") == ["Your words are an everyday way to say it."]


def test_markup_in_a_title_is_text() -> None:
    assert why(hit(title="<b>Phoneme</b> & more"), "phoneme b") == [
        "“<mark>b</mark> … <mark>Phoneme</mark>” is in the title."
    ]
    assert "&lt;b&gt;" in str(
        reason(hit(), Said(Part.TEXT, "<b>phoneme</b>"), asked_for("phoneme"), "").sentence
    )


def test_nothing_asked_needs_no_reason() -> None:
    assert why(hit(said=[MEMBER]), "") == []


def test_document_is_read_back_whole() -> None:
    parts = [one.part.value for one in said_by(hit(said=[MEMBER]))]
    assert parts == ["title", "summary", "member"]
