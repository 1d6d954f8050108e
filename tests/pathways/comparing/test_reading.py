"""Reading what is compared: only what anybody may read, in as many queries for four as for one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from catalog.day_wording import Day
from catalog.offers import Succession
from pathways import queries
from pathways.comparing.reading import find, find_moved, hidden_pages, read
from tests import factories as make
from tests.editing import publish_as
from tests.factories import addresses, stage
from tests.public.filling import full_credential

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)


def restricted(page: Any) -> Any:
    """The page, for those alone who know a password."""
    page.view_restrictions.create(restriction_type=PageViewRestriction.PASSWORD, password="open")
    return page


def known(*pages: Any) -> Any:
    """What is read of these."""
    return read(pages, queries.current(), None, Day(TODAY, TODAY), hidden_pages())


def test_only_published_pages_that_anybody_may_read_are_found() -> None:
    make.MicroCredentialFactory(slug="open")
    make.MicroCredentialFactory(slug="draft", live=False)
    restricted(make.MicroCredentialFactory(slug="locked"))
    make.StackFactory(slug="stack")
    assert set(find(["open", "draft", "locked", "stack", "never"], hidden_pages())) == {"open"}


def test_stacks_pathways_and_priorities_behind_a_password_are_not_named() -> None:
    priority = restricted(make.PriorityFactory())
    one = make.MicroCredentialFactory(priority_links=[addresses(priority)])
    locked, shown = restricted(make.StackFactory(members=[one])), make.StackFactory(members=[one])
    make.PathwayFactory(stages=[stage(locked)])
    restricted(make.PathwayFactory(stages=[stage(shown)]))
    restricted(make.MicroCredentialFactory(replaces=one))
    found = known(one)
    assert [stack.key for stack in found.holding.stacks[one.pk]] == [shown.pk]
    assert found.holding.stages[one.pk] == []
    assert found.priorities == {}
    assert found.successions[one.pk] == Succession(hidden=True)


def test_draft_of_a_stack_is_not_named() -> None:
    one = make.MicroCredentialFactory()
    make.StackFactory(members=[one], live=False)
    assert known(one).holding.stacks == {one.pk: []}


def test_page_that_got_another_slug_is_found_by_its_old_one() -> None:
    page = make.MicroCredentialFactory(slug="old")
    publish_as(page, "new")
    site = Site.objects.get()
    assert find_moved(["old", "never"], queries.current(), site, hidden_pages()) == {
        "old": Page.objects.get(pk=page.pk).specific
    }


def test_old_slug_of_what_nobody_may_read_finds_nothing() -> None:
    page = make.MicroCredentialFactory(slug="old")
    publish_as(page, "new")
    restricted(page)
    assert find_moved(["old"], queries.current(), Site.objects.get(), hidden_pages()) == {}


@pytest.mark.usefixtures("quick_filling")
def test_four_take_as_many_queries_as_one() -> None:
    pages = [full_credential(2) for _ in range(4)]
    queries.current()
    counts = []
    for chosen in (pages[:1], pages):
        found = list(find([page.slug for page in chosen], hidden_pages()).values())
        with CaptureQueriesContext(connection) as captured:
            known(*found)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12
