"""The dashboard: what can be begun, and what waits, each with the list that shows it."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission
from zeal import zeal_ignore

from tests.editors import queries, signed_in
from tests.factories import MicroCredentialFactory, PathwayFactory, RoleFactory, StackFactory, stage

pytestmark = pytest.mark.django_db

LINE = re.compile(r"<strong>(\d+)</strong>\s*<a href=\"([^\"]+)\">([^<]+)</a>")


def dashboard(client: Client) -> str:
    with zeal_ignore():
        return str(client.get("/admin/").content.decode())


def waiting(client: Client) -> dict[str, tuple[int, str]]:
    return {label: (int(count), unescape(url)) for count, url, label in LINE.findall(dashboard(client))}


def test_an_editor_is_greeted_with_tasks_that_lead_somewhere(client: Client) -> None:
    text = dashboard(signed_in(client))
    for label, name in (("Make a micro-credential", "micro_credentials"), ("Make a stack", "stacks")):
        assert label in text
        with zeal_ignore():
            response = client.get(reverse(f"{name}:choose_parent"), follow=True)
        assert "/admin/pages/add/catalog/" in response.redirect_chain[-1][0]


def test_torn_stacks_drafts_and_gaps_wait(client: Client) -> None:
    StackFactory(members=[MicroCredentialFactory(live=False, first_published_at=None)])
    PathwayFactory(stages=[stage(StackFactory(live=False, first_published_at=None))])
    found = waiting(signed_in(client))
    assert found["Stacks: a member is not published"][0] == 1
    assert found["Pathways: a stack is not published"][0] == 1
    assert found["Micro-credentials that were never published"][0] == 1
    assert "Issuers: nothing" not in found


def test_a_record_with_many_links_waits_once(client: Client) -> None:
    PathwayFactory(stages=[], priority=None, roles=RoleFactory.create_batch(2))
    assert waiting(signed_in(client))["Pathways with something not stated"][0] == 1


def test_every_line_leads_to_as_many_rows(client: Client) -> None:
    StackFactory(title="Torn", members=[MicroCredentialFactory(live=False)])
    for label, (count, url) in waiting(signed_in(client)).items():
        with zeal_ignore():
            rows = client.get(url).context["object_list"]
        assert len(rows) == count, label


def test_somebody_who_may_change_nothing_sees_nothing_wait(client: Client) -> None:
    StackFactory(members=[MicroCredentialFactory(live=False)])
    signed_in(client, "Editors")
    GroupPagePermission.objects.all().delete()
    assert waiting(client) == {}
    assert "Make a stack" not in dashboard(client)


def test_the_dashboard_asks_alike_for_one_row_and_for_many(client: Client) -> None:
    signed_in(client)
    StackFactory(members=[MicroCredentialFactory(live=False)])
    few = queries(client, "/admin/")
    StackFactory.create_batch(10, members=[MicroCredentialFactory(live=False)])
    assert queries(client, "/admin/") == few
