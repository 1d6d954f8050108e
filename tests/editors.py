"""Somebody who edits, and what the admin answers them."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from zeal import zeal_ignore

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
