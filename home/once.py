"""What several blocks of one page ask for is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.template import Context

Found = TypeVar("Found")


def once(context: Context, key: str, make: Callable[[], Found]) -> Found:
    """What was made for this page under a key before, or is made now."""
    kept = context.render_context
    if key not in kept:
        kept[key] = make()
    found: Found = kept[key]
    return found
