"""Recording decisions in the admin: what is refused stands beside its field, and nothing is ever changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.documents.models import Document
from wagtail.models import Page

from catalog.enums import Outcome
from catalog.models import Decision, MicroCredentialPage
from tests.editing import edit_address, form_at, send
from tests.editors import any_text, queries, signed_in
from tests.factories import DecisionFactory, JurisdictionFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db

ADD = "decisions:add"


def typed(**changes: Any) -> dict[str, Any]:
    """What somebody types to record an approval, with these changes."""
    values = {
        "step": "record",
        "outcome": "approve",
        "decided_on": "2025-01-10",
        "effective_from": "2025-02-01",
        "citation_title": "Minutes, item 4",
        "citation_address": "https://board.example.org/minutes",
        **changes,
    }
    for name in ("credential", "stack", "jurisdiction", "supersedes"):
        if name in values:
            values[name] = values[name].pk
    return values


@pytest.fixture
def clerk(client: Client) -> Client:
    """Somebody who may record decisions and nothing else."""
    user = User.objects.create_user("clerk", password="secret", first_name="Ada", last_name="Clerk")
    codes = ["access_admin", "add_decision", "view_decision"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(user)
    return client


def record(client: Client, **changes: Any) -> str:
    """The answer to a decision that was typed."""
    response = client.post(reverse(ADD), typed(**changes), follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_decision_is_recorded_in_the_name_of_who_is_signed_in(clerk: Client) -> None:
    page = MicroCredentialFactory(title="Phonics")
    text = record(clerk, credential=page, jurisdiction=JurisdictionFactory(), scope="License renewal")
    one = Decision.objects.get()
    assert (one.recorded_by_name, one.scope, one.credential) == ("Ada Clerk", "License renewal", page)
    assert "Phonics" in text
    assert "License renewal" in text


def test_decision_shows_at_once_on_the_page(clerk: Client) -> None:
    page = MicroCredentialFactory()
    record(clerk, credential=page, jurisdiction=JurisdictionFactory(name="A board"))
    text = Client().get(page.url).content.decode()
    assert "From February 1, 2025; no end is on record." in text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"effective_until": "2025-01-31"}, "The last day is before the first day."),
        ({"effective_from": "2025-02-30"}, "There is no February 30 in 2025. That month has 28 days."),
        ({"effective_from": "2/1/25"}, "Which year: 1925 or 2025? Write it with four digits."),
        ({"effective_from": "0205-02-01"}, "Check the year"),
        ({"citation_title": ""}, "This field is required."),
        ({"citation_address": ""}, "Give a link or a file"),
        ({"citation_address": "not a link"}, "Enter a valid URL."),
        ({"outcome": "conditional"}, "Say what has to be fulfilled."),
        ({"outcome": "decline", "effective_until": "2026-01-01"}, "Only an approval has a last day."),
        ({"outcome": "maybe"}, "Select a valid choice."),
        ({"outcome": "withdraw"}, "has no approval in force on February 1, 2025 to withdraw."),
        ({"scope": "For <b>all</b>"}, "Plain text only: take out"),
        ({"scope": "x" * 256}, "at most 255 characters"),
        ({"citation_file": "999"}, "Select a valid choice."),
        ({"supersedes_key": "999"}, "What it corrects is not on record."),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_kept(
    clerk: Client, changes: dict[str, Any], message: str
) -> None:
    given = {"scope": "Renewal, grade 2", **changes}
    given.setdefault("credential", MicroCredentialFactory())
    given.setdefault("jurisdiction", JurisdictionFactory())
    if "supersedes_key" in given:
        del given["supersedes_key"]
        data = {**typed(**given), "supersedes": "999"}
        text = clerk.post(reverse(ADD), data).content.decode()
    else:
        text = record(clerk, **given)
    assert message in text
    assert "Nothing was recorded yet." in text
    assert "Renewal, grade 2" in text or "scope" in changes
    assert not Decision.objects.exists()


def test_a_decision_about_nothing_and_about_two_is_refused(clerk: Client) -> None:
    board = JurisdictionFactory()
    both = {"credential": MicroCredentialFactory(), "stack": StackFactory()}
    for about in ({}, both):
        assert "Choose one micro-credential or one stack." in record(clerk, jurisdiction=board, **about)
    assert not Decision.objects.exists()


def test_a_second_open_approval_by_one_board_is_refused(clerk: Client) -> None:
    first = DecisionFactory()
    text = record(clerk, credential=first.credential, jurisdiction=first.jurisdiction)
    assert "has another approval of it in force on February 1, 2025" in text
    assert Decision.objects.get() == first


def test_a_file_may_be_cited_instead_of_a_link(clerk: Client) -> None:
    minutes = Document.objects.create(title="Minutes", file="minutes.pdf")
    page = MicroCredentialFactory()
    record(
        clerk,
        credential=page,
        jurisdiction=JurisdictionFactory(),
        citation_address="",
        citation_file=minutes.pk,
    )
    assert Decision.objects.get().citation_file == minutes
    assert minutes.url in Client().get(page.url).content.decode()


def test_a_cited_file_cannot_be_deleted(client: Client) -> None:
    minutes = Document.objects.create(title="Minutes", file="minutes.pdf")
    DecisionFactory(citation_address="", citation_file=minutes)
    signed_in(client).post(reverse("wagtaildocs:delete", args=[minutes.pk]), follow=True)
    assert Document.objects.filter(pk=minutes.pk).exists()


def test_a_page_with_decisions_cannot_be_deleted(client: Client) -> None:
    one = DecisionFactory()
    address = reverse("wagtailadmin_pages:delete", args=[one.credential.pk])
    response = signed_in(client).post(address, follow=True)
    assert response.status_code == 200
    assert Page.objects.filter(pk=one.credential.pk).exists()


def test_withdrawal_starts_with_the_approval(clerk: Client) -> None:
    one = DecisionFactory()
    form = clerk.get(reverse(ADD), {"withdraws": one.pk}).context["form"]
    given = {name: form[name].value() for name in ("credential", "jurisdiction", "outcome")}
    assert given == {
        "credential": one.credential.pk,
        "jurisdiction": one.jurisdiction.pk,
        "outcome": Outcome.WITHDRAW,
    }
    assert form["effective_from"].value() == one.jurisdiction.today()


def test_correction_is_recorded_beside_what_it_corrects(clerk: Client) -> None:
    wrong = DecisionFactory()
    given = {"credential": wrong.credential, "jurisdiction": wrong.jurisdiction, "supersedes": wrong}
    text = record(clerk, **given)
    assert "This field is required." in text
    record(clerk, **given, correction_reason="The day was wrong.")
    right = Decision.objects.current().get()
    assert (right.supersedes, right.correction_reason) == (wrong, "The day was wrong.")
    assert "Read the correction" in clerk.get(reverse("decisions:inspect", args=[wrong.pk])).content.decode()


def test_a_correction_starts_with_what_was_recorded(clerk: Client) -> None:
    wrong = DecisionFactory(scope="Renewal")
    form = clerk.get(reverse(ADD), {"corrects": wrong.pk}).context["form"]
    assert (form["scope"].value(), form["supersedes"].value()) == ("Renewal", wrong.pk)


@pytest.mark.parametrize("key", ["999", "x", "-1", "9" * 40, "\x00", ""])
@pytest.mark.parametrize("name", ["corrects", "withdraws", "credential", "stack", "jurisdiction"])
def test_the_form_opens_with_any_address(clerk: Client, name: str, key: str) -> None:
    assert clerk.get(reverse(ADD), {name: key}).status_code == 200


def test_a_record_is_corrected_once(clerk: Client) -> None:
    wrong = DecisionFactory()
    same = {"credential": wrong.credential, "jurisdiction": wrong.jurisdiction}
    right = DecisionFactory(**same, supersedes=wrong)
    text = record(clerk, **same, supersedes=wrong, correction_reason="Once more.")
    assert "This was corrected already." in text
    assert Decision.objects.current().get() == right


def test_there_is_no_address_for_changing_or_deleting(client: Client) -> None:
    one = DecisionFactory()
    signed_in(client)
    for name in ("edit", "delete", "copy", "history"):
        with pytest.raises(NoReverseMatch):
            reverse(f"decisions:{name}", args=[one.pk])
    for path in (f"{one.pk}/edit/", f"edit/{one.pk}/", f"delete/{one.pk}/"):
        assert client.post(f"/admin/decisions/{path}", typed()).status_code == 404


def stored() -> list[dict[str, Any]]:
    """Everything about all decisions."""
    return [dict(row) for row in Decision.objects.values()]


@pytest.mark.parametrize("groups", [("Editors",), ("Moderators",), ("Editors", "Moderators")])
def test_editors_without_the_permission_record_nothing(client: Client, groups: tuple[str, ...]) -> None:
    one = DecisionFactory()
    before = stored()
    signed_in(client, *groups)
    given = typed(credential=one.credential, jurisdiction=one.jurisdiction, outcome="withdraw")
    for path in ("new/", f"{one.pk}/", "", "results/"):
        assert client.post(f"/admin/decisions/{path}", given).status_code in (302, 403, 405)
    assert stored() == before


def test_a_crafted_page_form_changes_no_decision(client: Client) -> None:
    one = DecisionFactory()
    before = stored()
    signed_in(client, "Editors")
    address = edit_address(one.credential)
    crafted = {
        "decisions-TOTAL_FORMS": "1",
        "decisions-INITIAL_FORMS": "1",
        "decisions-0-id": str(one.pk),
        "decisions-0-outcome": "decline",
        "decisions-0-DELETE": "on",
        "decisions": "",
    }
    send(client, address, form_at(client, address), crafted, publish=False)
    assert MicroCredentialPage.objects.get(pk=one.credential.pk).has_unpublished_changes
    assert stored() == before


@pytest.mark.usefixtures("quick_filling")
def test_the_list_costs_the_same_with_one_row_and_100(client: Client) -> None:
    signed_in(client)
    board = JurisdictionFactory()
    pages = MicroCredentialFactory.create_batch(100, issuer=MicroCredentialFactory().issuer)
    DecisionFactory(credential=pages[0], jurisdiction=board)
    one = queries(client, reverse("decisions:index"))
    for page in pages[1:]:
        DecisionFactory(credential=page, jurisdiction=board)
    assert queries(client, reverse("decisions:index")) == one
    assert one <= 20


@any_text
def test_the_list_survives_any_search(client: Client, text: str) -> None:
    DecisionFactory()
    assert signed_in(client).get(reverse("decisions:index"), {"q": text}).status_code == 200


def test_the_list_is_filtered_and_searched(client: Client) -> None:
    signed_in(client)
    wrong = DecisionFactory(credential=MicroCredentialFactory(title="Phonics games"))
    right = DecisionFactory(credential=wrong.credential, jurisdiction=wrong.jurisdiction, supersedes=wrong)
    other = DecisionFactory(credential=None, stack=StackFactory(title="A stack"), outcome=Outcome.DECLINE)

    def found(**asked: Any) -> set[Decision]:
        return set(client.get(reverse("decisions:index"), asked).context["object_list"])

    assert found() == {wrong, right, other}
    assert found(q="phonics") == {wrong, right}
    assert found(outcome="decline") == {other}
    assert found(corrected="true") == {wrong}
    assert found(jurisdiction=other.jurisdiction.pk) == {other}


def test_an_older_draft_brings_no_approval_back(client: Client) -> None:
    page = MicroCredentialFactory()
    approval = DecisionFactory(credential=page)
    older = page.save_revision()
    today = approval.jurisdiction.today()
    DecisionFactory(
        credential=page,
        jurisdiction=approval.jurisdiction,
        outcome=Outcome.WITHDRAW,
        effective_from=today - timedelta(days=1),
    )
    older.publish()
    text = Client().get(page.url).content.decode()
    assert "The board took its approval back" in text


def test_the_editor_of_a_page_leads_to_recording(client: Client) -> None:
    page = MicroCredentialFactory()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    link = f"{reverse(ADD)}?credential={page.pk}"
    assert link in signed_in(client).get(address).content.decode()
    assert link not in signed_in(Client(), "Moderators").get(address).content.decode()


def test_group_permissions_let_a_clerk_in(client: Client) -> None:
    group = Group.objects.create(name="Clerks")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "add_decision"]))
    signed_in(client, "Clerks")
    page = MicroCredentialFactory()
    record(client, credential=page, jurisdiction=JurisdictionFactory())
    assert Decision.objects.get().credential == page


def test_approvals_that_end_soon_greet_who_may_read_them(clerk: Client) -> None:
    board = JurisdictionFactory()
    today = board.today()
    ending = DecisionFactory(jurisdiction=board, effective_until=today + timedelta(days=90))
    renewed = DecisionFactory(jurisdiction=board, effective_until=today)
    DecisionFactory(
        jurisdiction=board,
        credential=renewed.credential,
        decided_on=today,
        effective_from=today + timedelta(days=1),
    )
    DecisionFactory(jurisdiction=board, effective_until=today + timedelta(days=91))
    DecisionFactory(jurisdiction=board, effective_until=today - timedelta(days=1))
    listed = clerk.get(reverse("decisions:index"), {"ending_soon": "true"}).context["object_list"]
    assert list(listed) == [ending]
    text = clerk.get(reverse("wagtailadmin_home")).content.decode()
    assert "Approvals that end soon" in text
