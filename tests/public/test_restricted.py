"""A page that asks for sign-in tells nothing to a visitor: its title stands nowhere, whatever names it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from catalog.models import Jurisdiction, MicroCredentialPage
from pathways.models import PriorityPage, RolePage
from tests import factories as make
from tests.factories import addresses, alignment, builds_on, group, stage
from tests.public.crawling import Crawl
from tests.search.deciding import decide, shown_board

pytestmark = pytest.mark.django_db

SECRET = "Zzsecret"
"""A word in the title of everything that is closed, and nowhere else."""


def closed(page: Page) -> Page:
    """The page, behind a sign-in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def named_everywhere() -> None:
    """One closed record of each kind, named by open ones in every way there is."""
    board = shown_board()
    issuer = make.IssuerFactory(title="Open issuer")
    proved = make.CompetencyFactory(title="Open competency")
    parent = closed(make.PriorityFactory(title=f"{SECRET} priority"))
    priority = make.PriorityFactory(title="Open priority", parent_priority=parent)
    make.PriorityFactory(title=f"{SECRET} child", parent_priority=priority)
    closed(type(priority).objects.get(title=f"{SECRET} child"))
    role = closed(make.RoleFactory(title=f"{SECRET} role"))
    open_role = make.RoleFactory(title="Open role")
    credential = closed(
        make.MicroCredentialFactory(
            title=f"{SECRET} micro-credential",
            issuer=issuer,
            alignments=[alignment(proved)],
            priority_links=[addresses(priority)],
        )
    )
    over = date(2020, 1, 1)
    earlier = make.MicroCredentialFactory(title="Open earlier", issuer=issuer, last_day_to_start=over)
    later = make.MicroCredentialFactory(
        title="Open later",
        issuer=issuer,
        replaces=credential,
        alignments=[alignment(proved)],
        priority_links=[addresses(parent)],
    )
    MicroCredentialPage.objects.filter(pk=credential.pk).update(replaces=earlier)
    told(board, credential, later)
    paths_past(board, priority, credential, later, [role, open_role])


def paths_past(
    board: Jurisdiction,
    priority: PriorityPage,
    credential: MicroCredentialPage,
    later: MicroCredentialPage,
    roles: list[RolePage],
) -> None:
    """Stacks, pathways and recognition that name what is closed, some of them closed themselves."""
    issuer = credential.issuer
    inner = closed(make.StackFactory(title=f"{SECRET} stack", issuer=issuer, members=(credential, later)))
    before = closed(make.StackFactory(title=f"{SECRET} stack before", issuer=issuer, members=(later,)))
    outer = make.StackFactory(
        title="Open stack",
        issuer=issuer,
        groups=[group(later, credential, inner, minimum=1)],
        stack_links=[builds_on(before)],
    )
    decide(board, inner)
    decide(board, outer)
    make.PathwayFactory(
        title="Open pathway",
        priority=priority,
        roles=roles,
        stages=[stage(outer, inner), stage(before, outer, minimum=1)],
    )
    closed(
        make.PathwayFactory(
            title=f"{SECRET} pathway", priority=priority, roles=roles[1:], stages=[stage(outer)]
        )
    )
    for named in ({"credential": credential}, {"stack": inner}):
        make.RecognitionFactory(**named)


def told(board: Jurisdiction, credential: MicroCredentialPage, other: MicroCredentialPage) -> None:
    """What is on record of a closed micro-credential."""
    decide(board, credential)
    make.QualityReviewFactory(credential=credential)
    make.EquivalenceFactory(credential=credential, counts_for=other, issuer=None, jurisdiction=board)
    make.EquivalenceFactory(credential=other, counts_for=credential, issuer=None, jurisdiction=board)


def text_at(client: Client, address: str) -> str:
    """What an address answers, as text."""
    return b"".join(client.get(address)).decode(errors="replace")


def naming(client: Client, crawl: Crawl) -> list[str]:
    """The addresses of a crawl that hold the word, in titles or addresses."""
    pages = {answer.address: answer.html for answer in crawl.pages}
    files = {one: text_at(client, one) for one in crawl.answers if one not in pages}
    return [address for address, text in (pages | files).items() if SECRET in text or SECRET.lower() in text]


def test_no_address_names_what_is_closed(client: Client) -> None:
    named_everywhere()
    more = ("/api/v1/graph", "/api/v1/plan?goal=pathway:open-pathway", "/plan/?goal=role:open-role")
    crawl = Crawl().follow(client, "/", "/pathways/open-pathway/table/", *more)
    assert {"/micro-credentials/open-later/", "/stacks/open-stack/", *more} <= crawl.answers.keys()
    assert naming(client, crawl) == []
    asked = (
        f"/plan/?goal=stack:open-stack&held={SECRET.lower()}-micro-credential",
        f"/compare/?c={SECRET.lower()}-micro-credential&c=open-later",
        f"/embed/pathways/{SECRET.lower()}-pathway/",
        f"/stacks/{SECRET.lower()}-stack/",
        f"/api/v1/micro-credentials/{SECRET.lower()}-micro-credential/equivalences",
        f"/explore/?q={SECRET.lower()}",
    )
    assert [address for address in asked if SECRET in text_at(client, address)] == []
