"""The glossary: a list, and an address for each term."""

import pytest
from django.test import Client

from home.models import GlossaryIndexPage, GlossaryTerm
from tests.factories import GlossaryTermFactory, room

pytestmark = pytest.mark.django_db


def test_term_has_a_page_with_its_other_names(client: Client) -> None:
    room(GlossaryIndexPage)
    GlossaryTermFactory(slug="badge", also_known_as="open badge; OB ;", source="A report")
    text = client.get("/glossary/badge/").text
    for shown in ("<h1>Badge</h1>", "Also: open badge, OB", "Source: A report", 'href="/glossary/"'):
        assert shown in text
    assert 'content="Badge: What it means, in one sentence. A word of' in text
    assert client.get("/glossary/").text.count("What it means, in one sentence.") == 1


@pytest.mark.parametrize("slug", ["no-such-term", "a b", "é", "x" * 10_000, "%27%22%3C", "😀"])
def test_term_that_is_not_there_is_not_found(client: Client, slug: str) -> None:
    room(GlossaryIndexPage)
    assert client.get(f"/glossary/{slug}/").status_code == 404


def test_term_reads_as_itself() -> None:
    assert str(GlossaryTerm(term="Badge")) == "Badge"
    assert GlossaryTerm(also_known_as="").other_names == []
