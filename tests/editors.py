"""Somebody who edits, and what the admin answers them."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from zeal import zeal_ignore

from catalog.models import StackPage
from tests.factories import MicroCredentialFactory

ANY_TEXT = (
    '"',
    '""',
    "*",
    "(",
    "^a",
    "a:b",
    "%",
    "_",
    "'\\",
    "NEAR",
    "a AND",
    "\x00",
    "😀",
    'say "hello"',
    "x" * 10_000,
    '" ' * 5_000,
    "a " * 5_000,
)
"""What somebody may type or paste into a search."""

any_text = pytest.mark.parametrize("text", ANY_TEXT, ids=lambda text: ascii(text[:12]))


def signed_in(client: Client, *groups: str) -> Client:
    """Signed in as a member of these groups, or as somebody who may do everything."""
    if groups:
        user = User.objects.create_user(f"of-{'-'.join(groups)}", password="secret", email="e@example.org")
        user.groups.set(Group.objects.filter(name__in=groups))
    else:
        user = User.objects.create_superuser("editor", password="secret", email="editor@example.org")
    client.force_login(user)
    return client


def queries(client: Client, url: str, **asked: Any) -> int:
    """How many queries the second visit of an address takes."""
    with zeal_ignore():
        assert client.get(url, asked).status_code == 200, url
        with CaptureQueriesContext(connection) as counted:
            client.get(url, asked)
    return len(counted)


def stack_data(stack: StackPage) -> dict[str, Any]:
    """A stack's form as a browser sends it to save a draft, with one more group of one member."""
    member = {"credential": MicroCredentialFactory().pk, "stack": ""}
    group = {"label": "", "minimum": "", "members": inline_formset([member])}
    fields = {
        "title": stack.title,
        "slug": stack.slug,
        "summary": "",
        "issuer": stack.issuer_id,
        "stack_kind": "stack",
        "groups": inline_formset([group]),
        "stack_links": inline_formset([]),
        "comments": inline_formset([]),
    }
    return dict(nested_form_data(fields))
