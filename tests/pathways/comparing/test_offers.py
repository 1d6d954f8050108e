"""What may be added: by words, or from the same stacks; nothing that is chosen, retired or hidden."""

from __future__ import annotations

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from pathways import queries
from pathways.comparing.offers import MOST_OFFERED, Offers, by_words, neighbors
from pathways.comparing.reading import hidden_pages
from pathways.graph import Graph
from tests import factories as make
from tests.editors import any_text
from tests.factories import alignment

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)


def titles(offers: Offers) -> list[str]:
    return [page.title for page in offers.pages]


def near(*chosen: int) -> Offers:
    """What stands in any stack beside these."""
    return neighbors(queries.current().stacks.values(), chosen, hidden_pages(), DAY)


def test_every_word_stands_in_the_title_or_the_issuer() -> None:
    issuer = make.IssuerFactory(title="Reading House")
    make.MicroCredentialFactory(title="Phonics games", issuer=issuer)
    make.MicroCredentialFactory(title="Phonics")
    make.MicroCredentialFactory(title="Maps", issuer=issuer)
    assert titles(by_words("phonics HOUSE", (), hidden_pages(), Graph(), DAY)) == ["Phonics games"]


@pytest.mark.parametrize("typed", ["CAFÉ", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{SOFT HYPHEN}fe", "cafe"])
@pytest.mark.parametrize("stored", ["Café", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{ZERO WIDTH SPACE}fé"])
def test_words_are_found_however_they_are_written(stored: str, typed: str) -> None:
    make.MicroCredentialFactory(title=f"Reading at the {stored}")
    assert len(by_words(typed, (), hidden_pages(), Graph(), DAY).pages) == 1


def test_what_proves_a_competency_comes_first_when_its_code_is_typed() -> None:
    code = make.CompetencyFactory(code="II.a", framework__name="Some Teaching Standards")
    make.MicroCredentialFactory(title="A word in ii.a")
    make.MicroCredentialFactory(title="Zebras", alignments=[alignment(code)])
    found = by_words("some teaching standards ii.A", (), hidden_pages(), queries.current(), DAY)
    assert titles(found) == ["Zebras"]
    assert titles(by_words("II.a", (), hidden_pages(), queries.current(), DAY)) == [
        "Zebras",
        "A word in ii.a",
    ]


def test_offers_stand_by_title_and_the_rest_is_counted() -> None:
    for number in range(MOST_OFFERED + 3):
        make.MicroCredentialFactory(title=f"Phonics {number:02}")
    found = by_words("phonics", (), hidden_pages(), Graph(), DAY)
    assert titles(found) == [f"Phonics {number:02}" for number in range(MOST_OFFERED)]
    assert found.more == 3


def test_chosen_retired_draft_and_locked_ones_are_not_offered() -> None:
    chosen = make.MicroCredentialFactory(title="Phonics chosen")
    retired = make.MicroCredentialFactory(title="Phonics retired", retired=True)
    draft = make.MicroCredentialFactory(title="Phonics draft", live=False)
    locked = make.MicroCredentialFactory(title="Phonics locked")
    locked.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    make.StackFactory(members=[chosen, retired, draft, locked])
    assert by_words("phonics", [chosen.pk], hidden_pages(), Graph(), DAY) == Offers()
    assert near(chosen.pk) == Offers()


def test_no_words_offer_nothing() -> None:
    make.MicroCredentialFactory()
    assert by_words("  ", (), hidden_pages(), Graph(), DAY) == Offers()


@any_text
def test_any_words_get_an_answer(text: str) -> None:
    assert by_words(text, (), hidden_pages(), Graph(), DAY).more >= 0


def test_words_that_find_nothing_have_near_ones() -> None:
    make.MicroCredentialFactory(title="Phonics games")
    assert by_words("fonnics", (), hidden_pages(), Graph(), DAY) == Offers(near=("phonics",))


def test_neighbors_stand_in_the_order_of_their_stacks() -> None:
    last, first, chosen = (make.MicroCredentialFactory(title=title) for title in ("A", "B", "C"))
    make.StackFactory(title="1", members=[first, chosen])
    make.StackFactory(title="2", members=[last, first])
    assert titles(near(chosen.pk)) == ["B", "A"]


def test_neighbors_beyond_the_most_are_counted() -> None:
    make.StackFactory(members=[make.MicroCredentialFactory() for _ in range(MOST_OFFERED + 2)])
    found = near()
    assert (len(found.pages), found.more) == (MOST_OFFERED, 2)
