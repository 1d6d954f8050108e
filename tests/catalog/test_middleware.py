"""What answers carry besides their page, and what is said of a loop that no form could see."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.db import DatabaseError, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from zeal import zeal_ignore

from catalog.middleware import RefusedLoopMiddleware
from catalog.models import StackPage
from tests.editing import AS_WAGTAIL_ASKS
from tests.editors import signed_in
from tests.factories import IssuerFactory, StackFactory, group, home_page

pytestmark = pytest.mark.django_db


def test_page_and_header_ask_search_engines_to_stay_away_together(client: Client) -> None:
    home_page()
    before = client.get("/")
    IssuerFactory(demonstration=True)
    after = client.get("/")
    assert ("noindex" in before.text, "X-Robots-Tag" in before) == (False, False)
    assert ('<meta name="robots" content="noindex">' in after.text, after["X-Robots-Tag"]) == (
        True,
        "noindex",
    )


def test_answer_that_is_no_page_has_no_header(client: Client) -> None:
    IssuerFactory(demonstration=True)
    assert "X-Robots-Tag" not in client.get("/theme.css")


def test_a_loop_in_an_older_draft_is_refused_in_words(client: Client) -> None:
    inside, outside = StackFactory(), StackFactory()
    inside.groups = [group(outside)]
    inside.save_revision()
    outside.groups = [group(inside)]
    outside.save()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    with zeal_ignore(AS_WAGTAIL_ASKS):
        answer = signed_in(client).post(f"{address}?id={inside.pk}")
    assert "This makes a loop: Stack" in " ".join(map(str, get_messages(answer.wsgi_request)))
    assert not StackPage.objects.get(pk=inside.pk).groups.exists()


def test_a_loop_that_only_the_database_saw_is_told_in_words(rf: RequestFactory) -> None:
    inside, outside = StackFactory(), StackFactory()
    outside.groups = [group(inside)]
    outside.save()
    inside.groups = [group(outside)]
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        inside.save()
    request = rf.get("/")
    request.user = AnonymousUser()
    answer = RefusedLoopMiddleware(lambda _: HttpResponse()).process_exception(request, refused.value)
    assert answer
    assert (answer.status_code, "A stack would contain itself." in answer.content.decode()) == (409, True)
