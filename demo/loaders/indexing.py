"""Indexes a page once, though publishing it saves it three times."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.index import insert_or_update_object
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page

from home.references import noting_references_once


@contextmanager
def indexed_once(page: Page) -> Iterator[None]:
    """Note what the page refers to, and its words for the admin's search, when the block is done."""
    post_save.disconnect(post_save_signal_handler, sender=type(page))
    try:
        with noting_references_once(page):
            yield
    finally:
        post_save.connect(post_save_signal_handler, sender=type(page))
    insert_or_update_object(page)
