"""Wagtail's notes of what refers to what, made once a page: else each of its children makes them all anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Page


@contextmanager
def noting_references_once(page: Page) -> Iterator[None]:
    """Note what a page and its children refer to when they are written, unless nothing is to be noted."""
    from wagtail import signal_handlers

    if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
        yield
        return
    with signal_handlers.disable_reference_index_auto_update():
        yield
    signal_handlers.update_reference_index_on_save(page)
