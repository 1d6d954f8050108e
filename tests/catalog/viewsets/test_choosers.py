"""Choosers of the catalog: columns, filters, and a search that survives any text."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Competency
from tests.editors import any_text, queries, signed_in
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    MicroCredentialFactory,
    StackFactory,
    TopicFactory,
    alignment,
)

pytestmark = pytest.mark.django_db

CHOOSERS = ("choose_credential", "choose_stack", "choose_issuer")


def shown(client: Client, url: str, **asked: Any) -> str:
    return str(client.get(url, asked).json()["html"])


@pytest.fixture
def editor(client: Client) -> Client:
    return signed_in(client)


@any_text
@pytest.mark.parametrize("name", CHOOSERS)
def test_a_chooser_survives(editor: Client, name: str, text: str) -> None:
    for view in ("choose", "choose_results"):
        assert editor.get(reverse(f"{name}:{view}"), {"q": text}).status_code == 200


def test_a_credential_is_shown_with_issuer_hours_and_state(editor: Client) -> None:
    MicroCredentialFactory(
        title="Phonics", issuer=IssuerFactory(title="A college"), hours_min=3, hours_max=5, retired=True
    )
    text = shown(editor, reverse("choose_credential:choose"))
    for words in ("Phonics", "A college", "3 to 5 hours", "retired"):
        assert words in text


def test_a_credential_is_found_by_words_of_title_and_issuer(editor: Client) -> None:
    MicroCredentialFactory(title="Phonics one", issuer=IssuerFactory(title="A college"))
    MicroCredentialFactory(title="Phonics two", issuer=IssuerFactory(title="A museum"))
    text = shown(editor, reverse("choose_credential:choose"), q="museum phon")
    assert "Phonics two" in text
    assert "Phonics one" not in text


def test_credentials_are_narrowed_by_issuer_and_topic(editor: Client) -> None:
    issuer, topic = IssuerFactory(), TopicFactory()
    MicroCredentialFactory(title="Both", issuer=issuer, topic=topic)
    MicroCredentialFactory(title="Other topic", issuer=issuer)
    MicroCredentialFactory(title="Other issuer", topic=topic)
    text = shown(editor, reverse("choose_credential:choose"), issuer=issuer.pk, topic=topic.pk)
    assert "Both" in text
    assert "Other topic" not in text
    assert "Other issuer" not in text


@pytest.mark.parametrize("value", ["abc", "999999", '"'])
def test_a_filter_that_is_no_record_is_passed_over(editor: Client, value: str) -> None:
    MicroCredentialFactory(title="Phonics")
    assert "Phonics" in shown(editor, reverse("choose_credential:choose"), issuer=value)


def test_competencies_are_narrowed_by_framework_and_found_by_code(editor: Client) -> None:
    one = CompetencyFactory(code="1a", title="Reads")
    CompetencyFactory(code="2b", title="Writes")
    url = reverse(Competency.snippet_viewset.chooser_viewset.get_url_name("choose"))
    assert "Writes" not in shown(editor, url, framework=one.framework_id)
    assert "Reads" not in shown(editor, url, q="2b")


def test_what_is_chosen_has_the_name_that_the_form_shows(editor: Client) -> None:
    page = StackFactory(title="Reading", issuer=IssuerFactory(title="A college"))
    result = editor.get(reverse("choose_stack:chosen", args=[page.pk])).json()["result"]
    assert result["title"] == "Reading · A college"


def test_a_choice_that_is_no_record_is_not_found(editor: Client) -> None:
    for key in ("abc", "999999", "9" * 40):
        assert editor.get(reverse("choose_stack:chosen", args=[key])).status_code == 404
    assert editor.get(reverse("choose_stack:chosen_multiple"), {"id": ["abc", "9" * 40]}).status_code == 200


@pytest.mark.parametrize("name", CHOOSERS)
def test_a_chooser_asks_alike_for_one_row_and_for_many(editor: Client, name: str) -> None:
    make: Any = {"choose_credential": MicroCredentialFactory, "choose_stack": StackFactory}.get(
        name, IssuerFactory
    )
    make()
    few = queries(editor, reverse(f"{name}:choose"))
    make.create_batch(15)
    assert queries(editor, reverse(f"{name}:choose")) == few


@pytest.mark.parametrize("typed", ["CAFÉ", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{SOFT HYPHEN}fe"])
@pytest.mark.parametrize("name", CHOOSERS)
def test_a_record_is_found_however_its_title_is_written(editor: Client, name: str, typed: str) -> None:
    factory = {"choose_credential": MicroCredentialFactory, "choose_stack": StackFactory}.get(
        name, IssuerFactory
    )
    factory(title="At the Café")
    assert "At the Café" in shown(editor, reverse(f"{name}:choose"), q=typed)


def test_a_competency_whose_code_is_typed_comes_first(editor: Client) -> None:
    framework = CompetencyFactory(code="II.a", title="Care").framework
    CompetencyFactory(code="I.a", title="Lead", framework=framework)
    url = reverse(Competency.snippet_viewset.chooser_viewset.get_url_name("choose"))
    for typed in ("i.A", "I . a"):
        text = shown(editor, url, q=typed)
        assert "I.a Lead" in text
        assert "II.a Care" not in text or text.index("I.a Lead") < text.index("II.a Care")


def test_what_proves_a_competency_is_found_by_its_code(editor: Client) -> None:
    code = CompetencyFactory(code="I.a")
    MicroCredentialFactory(title="Zebra games", alignments=[alignment(code)])
    MicroCredentialFactory(title="Other")
    text = shown(editor, reverse("choose_credential:choose"), q="I.a")
    assert "Zebra games" in text
    assert "Other" not in text
