"""A stack whose member is no longer offered or not published says so, and its totals stay true."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from catalog.models import MicroCredentialPage, StackPage
from tests.factories import MicroCredentialFactory, StackFactory, group

pytestmark = pytest.mark.django_db


def made(title: str, hours: int, **more: Any) -> MicroCredentialPage:
    """A micro-credential of so many hours."""
    page: MicroCredentialPage = MicroCredentialFactory(title=title, hours_min=hours, hours_max=hours, **more)
    return page


def shown(client: Client, stack: StackPage) -> str:
    """The stack's page as one line."""
    return " ".join(client.get(f"/stacks/{stack.slug}/").text.split())


def test_a_retired_member_is_named_and_can_be_left_out(client: Client) -> None:
    gone = made("Gone", 1, last_day_to_start=date(2025, 5, 1))
    stack = StackFactory(groups=[group(made("A", 5), made("B", 7), gone, minimum=2)])
    text = shown(client, stack)
    assert "Gone</a>: No longer offered. The last day to start was May 1, 2025." in text
    assert "Whoever holds it keeps it, and it still counts here." in text
    assert "12 hours" in text
    assert "Nobody can finish it now" not in text


def test_where_a_retired_member_is_asked_for_the_page_says_who_cannot_finish(client: Client) -> None:
    stack = StackFactory(members=(made("A", 5), made("Gone", 1, retired=True)))
    assert "Nobody can finish it now who does not hold Gone." in shown(client, stack)


def test_a_member_that_is_not_published_is_counted_and_not_named(client: Client) -> None:
    stack = StackFactory(groups=[group(made("A", 5), made("B", 7), made("Secret", 1, live=False), minimum=2)])
    text = shown(client, stack)
    assert "One member is not published here at present." in text
    assert "Earn any 2 of these 3 micro-credentials." in text
    assert "at least 5 hours in all; stated for 2 of 3, not stated for 1" in text
    assert "Secret" not in text


def test_a_stack_inside_that_is_not_published_is_one_step(client: Client) -> None:
    inner = StackFactory(title="Secret", live=False, members=(made("A", 5), made("B", 7)))
    text = shown(client, StackFactory(members=(inner, made("C", 3))))
    assert "at least 3 hours in all; stated for 1 of 2, not stated for 1" in text
    assert "Secret" not in text


def test_a_stack_with_all_its_members_says_nothing(client: Client) -> None:
    text = shown(client, StackFactory(members=(made("A", 5),)))
    assert "at present" not in text
    assert "no longer offered" not in text


def test_lists_and_search_tell_the_same_totals(client: Client) -> None:
    StackFactory(title="Listed", members=(made("A", 5), made("Secret", 1, live=False)))
    for address in ("/stacks/", "/explore/?q=Listed"):
        assert "at least 5 hours in all; stated for 1 of 2, not stated for 1" in client.get(address).text


def test_search_follows_when_a_member_is_unpublished_and_comes_back(client: Client) -> None:
    member = made("Here and gone", 7)
    StackFactory(title="Holder", members=(made("A", 5), member))
    member.unpublish()
    between = client.get("/explore/?q=Holder&kind=stack").text
    member.save_revision().publish()
    after = client.get("/explore/?q=Holder&kind=stack").text
    assert ("not stated for 1" in between, "12 hours" in after) == (True, True)
