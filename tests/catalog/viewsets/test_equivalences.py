"""Recording equivalences in the admin: what is refused stands beside its field, nothing is ever changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.documents.models import Document

from catalog.models import Equivalence
from tests.editors import any_text, queries, signed_in
from tests.factories import EquivalenceFactory, IssuerFactory, JurisdictionFactory, MicroCredentialFactory

pytestmark = pytest.mark.django_db

ADD = "equivalences:add"
NAMES = ("credential", "counts_for", "issuer", "jurisdiction", "supersedes", "citation_file")


def typed(**changes: Any) -> dict[str, Any]:
    """What somebody types, with these changes."""
    values = {
        "step": "record",
        "decided_on": "2025-01-10",
        "effective_from": "2025-02-01",
        "citation_title": "Notice to holders",
        "citation_address": "https://issuer.example.org/notice",
        **changes,
    }
    return {name: value.pk if name in NAMES and value else value for name, value in values.items()}


@pytest.fixture
def clerk(client: Client) -> Client:
    """Somebody who may record equivalences and nothing else."""
    user = User.objects.create_user("clerk", password="secret", first_name="Ada", last_name="Clerk")
    codes = ["access_admin", "add_equivalence", "view_equivalence"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(user)
    return client


@pytest.fixture
def two() -> dict[str, Any]:
    """Two editions of one issuer."""
    college = IssuerFactory(title="A college")
    old = MicroCredentialFactory(title="Phonics (2021 edition)", issuer=college)
    new = MicroCredentialFactory(title="Phonics", issuer=college, replaces=old)
    return {"credential": old, "counts_for": new, "issuer": college}


def record(client: Client, **changes: Any) -> str:
    """The answer to what was typed."""
    response = client.post(reverse(ADD), typed(**changes), follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_recorded_is_shown_with_who_recorded_it(clerk: Client, two: dict[str, Any]) -> None:
    text = record(clerk, **two)
    one = Equivalence.objects.get()
    assert (one.recorded_by_name, one.issuer) == ("Ada Clerk", two["issuer"])
    assert "Phonics (2021 edition) counts for Phonics" in text
    assert "A college" in text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"effective_until": "2025-01-31"}, "The last day is before the first day."),
        ({"effective_from": "2025-02-30"}, "There is no February 30 in 2025. That month has 28 days."),
        ({"effective_from": "0205-02-01"}, "Check the year"),
        ({"effective_from": ""}, "This field is required."),
        ({"citation_title": ""}, "This field is required."),
        ({"citation_title": "<b>Notice</b>"}, "Plain text only: take out"),
        ({"citation_address": ""}, "Give a link or a file"),
        ({"issuer": None}, "Choose the issuer or the board that says so, one of them."),
        ({"credential": None}, "This field is required."),
        ({"counts_for": None}, "This field is required."),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_kept(
    clerk: Client, two: dict[str, Any], changes: dict[str, Any], message: str
) -> None:
    given = {**two, **changes}
    text = record(clerk, **{name: value for name, value in given.items() if value is not None})
    assert message in text
    assert "Nothing was recorded yet." in text
    assert not Equivalence.objects.exists()


def test_what_nobody_can_say_is_refused_beside_its_field(clerk: Client, two: dict[str, Any]) -> None:
    stranger, board = IssuerFactory(title="A stranger"), JurisdictionFactory()
    for changes, message in (
        ({"counts_for": two["credential"]}, "Nothing counts for itself."),
        ({"issuer": stranger}, "A stranger issued neither of the two."),
        ({"jurisdiction": board}, "Choose the issuer or the board that says so, one of them."),
    ):
        assert message in record(clerk, **{**two, **changes})
    record(clerk, **two)
    assert "On record already: Phonics (2021 edition) counts for Phonics." in record(clerk, **two)
    assert Equivalence.objects.count() == 1


def test_a_file_may_be_cited_instead_of_a_link(clerk: Client, two: dict[str, Any]) -> None:
    notice = Document.objects.create(title="Notice", file="notice.pdf")
    record(clerk, **two, citation_address="", citation_file=notice)
    assert Equivalence.objects.get().citation_file == notice
    assert notice.url in Client().get(two["counts_for"].url).content.decode()


def test_correction_is_recorded_beside_what_it_corrects(clerk: Client, two: dict[str, Any]) -> None:
    wrong = EquivalenceFactory(**two)
    form = clerk.get(reverse(ADD), {"corrects": wrong.pk}).context["form"]
    assert (form["counts_for"].value(), form["supersedes"].value()) == (two["counts_for"].pk, wrong.pk)
    assert "This field is required." in record(clerk, **two, supersedes=wrong)
    record(clerk, **two, supersedes=wrong, correction_reason="The day was wrong.")
    assert Equivalence.objects.current().get().supersedes == wrong
    assert (
        "Read the correction" in clerk.get(reverse("equivalences:inspect", args=[wrong.pk])).content.decode()
    )


@pytest.mark.parametrize("key", ["999", "x", "9" * 40, "\x00"])
@pytest.mark.parametrize("name", ["corrects", "credential", "counts_for", "issuer", "jurisdiction"])
def test_the_form_opens_with_any_address(clerk: Client, name: str, key: str) -> None:
    assert clerk.get(reverse(ADD), {name: key}).status_code == 200


def test_there_is_no_address_for_changing_or_deleting(client: Client) -> None:
    one = EquivalenceFactory()
    signed_in(client)
    for name in ("edit", "delete", "copy", "history"):
        with pytest.raises(NoReverseMatch):
            reverse(f"equivalences:{name}", args=[one.pk])


@pytest.mark.parametrize("groups", [("Editors",), ("Moderators",)])
def test_editors_without_the_permission_record_nothing(client: Client, groups: tuple[str, ...]) -> None:
    one = EquivalenceFactory()
    given = typed(credential=one.counts_for, counts_for=one.credential, issuer=one.issuer)
    signed_in(client, *groups)
    for path in ("new/", f"{one.pk}/", ""):
        assert client.post(f"/admin/equivalences/{path}", given).status_code in (302, 403, 405)
    assert Equivalence.objects.get() == one


@pytest.mark.usefixtures("quick_filling")
def test_the_list_costs_the_same_with_one_row_and_30(client: Client) -> None:
    signed_in(client)
    pages = MicroCredentialFactory.create_batch(30, issuer=IssuerFactory())
    board = JurisdictionFactory()
    EquivalenceFactory(credential=pages[0], counts_for=pages[1])
    EquivalenceFactory(credential=pages[0], counts_for=pages[1], jurisdiction=board)
    one = queries(client, reverse("equivalences:index"))
    for page in pages[2:]:
        EquivalenceFactory(credential=pages[0], counts_for=page)
    assert queries(client, reverse("equivalences:index")) == one


@any_text
def test_the_list_survives_any_search(client: Client, text: str) -> None:
    EquivalenceFactory()
    assert signed_in(client).get(reverse("equivalences:index"), {"q": text}).status_code == 200


def test_the_list_is_filtered_and_searched(client: Client, two: dict[str, Any]) -> None:
    signed_in(client)
    wrong = EquivalenceFactory(**two)
    right = EquivalenceFactory(**two, supersedes=wrong)
    other = EquivalenceFactory(jurisdiction=JurisdictionFactory(name="A board"), effective_until="2026-01-01")

    def found(**asked: Any) -> set[Equivalence]:
        return set(client.get(reverse("equivalences:index"), asked).context["object_list"])

    assert found() == {wrong, right, other}
    assert found(q="phonics") == {wrong, right}
    assert found(q="board") == {other}
    assert found(corrected="true") == {wrong}
    assert found(issuer=two["issuer"].pk) == {wrong, right}
    assert found(open_ended="false") == {other}
