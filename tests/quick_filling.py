"""Writes many pages in less than half the time, for tests that ask how a site copes with many."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from modelsearch import signal_handlers
from wagtail.models import Page

checked_save = Page.save


def save_as_it_is(page: Page, *_: Any, **options: Any) -> None:
    """Write a page that a factory made, which is right by itself; the database still refuses what it must."""
    page._set_core_field_defaults()
    checked_save(page, **{**options, "clean": False})


@contextmanager
def unchecked() -> Iterator[None]:
    """Pages are not checked once more when they are written; forms still check what they are given."""
    with patch.object(Page, "save", save_as_it_is):
        yield


@contextmanager
def unknown_to_the_admin() -> Iterator[None]:
    """The admin's own search hears of no record, which no visitor notices."""
    with patch.object(signal_handlers, "insert_or_update_object_task"):
        yield
