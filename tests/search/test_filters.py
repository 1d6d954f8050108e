"""What is typed and what is stored fold alike in search, and values of addresses fold to those on record."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db

WRITTEN = {
    "composed": "Résumé",
    "decomposed": "Re\N{COMBINING ACUTE ACCENT}sume\N{COMBINING ACUTE ACCENT}",
    "bare": "resume",
    "capitals": "RÉSUMÉ",
    "soft hyphen": "Ré\N{SOFT HYPHEN}sumé",
    "zero width": "Ré\N{ZERO WIDTH SPACE}su\N{WORD JOINER}mé\N{ZERO WIDTH NO-BREAK SPACE}",
    "joiners": "Ré\N{ZERO WIDTH JOINER}su\N{ZERO WIDTH NON-JOINER}mé",
    "full width": "r\N{FULLWIDTH LATIN SMALL LETTER E}sum\N{FULLWIDTH LATIN CAPITAL LETTER E}",
}


def asked(**given: Any) -> dict[str, Any]:
    """The answer to these parameters."""
    found: dict[str, Any] = Client().get("/api/v1/search", given).json()
    return found


@pytest.mark.parametrize("stored", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("typed", WRITTEN.values(), ids=WRITTEN)
def test_word_is_found_however_it_is_stored_and_typed(stored: str, typed: str) -> None:
    make.MicroCredentialFactory(title=f"Write a {stored} well")
    found = asked(q=typed, kind="micro-credential")
    assert found["total"] == 1
    assert "<mark>" in found["results"][0]["highlights"][0]


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("grade", "k", "K"),
        ("grade", " K ", "K"),
        ("grade", "pk", "PK"),
        ("kind", "Micro-Credential", "micro-credential"),
        ("kind", "micro credential", "micro-credential"),
        ("hours", "Up to 5", "up-to-5"),
    ],
)
def test_value_is_the_one_on_record_however_it_is_written(name: str, given: str, value: str) -> None:
    make.MicroCredentialFactory(grades=("PK", "K"), hours_min=3, hours_max=3)
    found = asked(**{name: given})
    (chosen,) = (one["value"] for facet in found["facets"] for one in facet["values"] if one["selected"])
    assert (chosen, found["ignored"], found["total"]) == (value, [], 1)


def test_value_written_twice_is_one_choice_in_every_link() -> None:
    make.MicroCredentialFactory(grades=("K",))
    html = Client().get("/explore/?grade=k&grade=K&sort=title").content.decode()
    assert html.count("Remove filter") == 1
    assert "grade=k" not in html.partition('<section id="found"')[2]


def test_unknown_value_is_left_out_as_it_was_written() -> None:
    make.MicroCredentialFactory(grades=("K",))
    assert [(one["field"], one["value"]) for one in asked(grade="Kk")["ignored"]] == [("grade", "Kk")]


def test_order_is_read_however_it_is_written() -> None:
    make.MicroCredentialFactory()
    assert "Left out" not in Client().get("/explore/?sort=Title").content.decode()


def test_records_stand_under_the_letter_of_their_folded_title() -> None:
    for name in ("Zebra", "Égal", "e\N{SOFT HYPHEN}cho", "\N{ZERO WIDTH SPACE}Fig"):
        make.MicroCredentialFactory(title=name)
    titles = [one["title"] for one in asked(kind="micro-credential", sort="title")["results"]]
    assert titles == ["e\N{SOFT HYPHEN}cho", "Égal", "\N{ZERO WIDTH SPACE}Fig", "Zebra"]
