"""A check that stops a deployment which would mislead the public."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage

from catalog.demonstration import holds_demonstration


def check_demonstration(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Made-up approvals must not turn up in search engines; asked by `check --deploy --database default`."""
    asked = "default" in (databases or ())
    if settings.NOINDEX_DEMONSTRATION or not asked or not holds_demonstration():
        return []
    return [
        checks.Error(
            "Search engines may list demonstration records as real ones.",
            hint="Leave NOINDEX_DEMONSTRATION unset while the site holds any.",
            id="catalog.E001",
        )
    ]
