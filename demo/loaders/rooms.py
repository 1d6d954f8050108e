"""Finds the list pages that migrations make."""

from typing import TypeVar

from wagtail.models import Page

P = TypeVar("P", bound=Page)


class RoomMissing(Exception):
    """The site has no list page of a kind."""


def room(model: type[P]) -> P:
    """The list page of this model."""
    page: P | None = model._default_manager.order_by("path").first()
    if page is None:
        name = model._meta.verbose_name
        raise RoomMissing(
            f"The site has no {name}. Add one below the home page, with the address of its kind."
        )
    return page
