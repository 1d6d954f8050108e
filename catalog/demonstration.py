"""Whether the site holds made-up records, which search engines should leave alone."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from catalog.models import IssuerPage, Jurisdiction

KEY = "stackway_held_back"


def holds_demonstration() -> bool:
    """Whether a live issuer or any jurisdiction is made up for the demonstration; one query."""
    issuers = IssuerPage.objects.live().filter(demonstration=True).order_by().values("pk")
    boards = Jurisdiction.objects.filter(demonstration=True).order_by().values("pk")
    found: bool = issuers.union(boards).exists()
    return found


def hold_back(request: HttpRequest) -> bool:
    """Whether this page asks search engines to stay away; asked once a request.

    Without a database the answer is yes: an error page is nothing to find.
    """
    kept = vars(request)
    if KEY not in kept:
        try:
            kept[KEY] = settings.NOINDEX_DEMONSTRATION and holds_demonstration()
        except DatabaseError:
            kept[KEY] = True
    return is_held_back(request)


def is_held_back(request: HttpRequest) -> bool:
    """What `hold_back` answered for this request, if it was asked."""
    return bool(vars(request).get(KEY))
