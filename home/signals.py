"""What pages tell the rest of the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.dispatch import Signal

page_written = Signal()
"""A page stands in the database with all its inline children; sent in the transaction of the change.

`post_save` comes too early for that: children are written after it. Sends `page`.
"""

_under_way: ContextVar[bool] = ContextVar("page_being_written", default=False)


def is_page_being_written() -> bool:
    """Whether a row saved now belongs to a page of which `page_written` will tell."""
    return _under_way.get()


@contextmanager
def page_being_written() -> Iterator[None]:
    """Around the writing of a page with its children."""
    token = _under_way.set(True)
    try:
        yield
    finally:
        _under_way.reset(token)
