"""Engines: the contract and what keeps it. `engine()` is the one the site searches with."""

from __future__ import annotations

from functools import cache

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


@cache
def engine() -> Engine:
    """The site's engine, made at the first search."""
    return EmbeddedEngine()
