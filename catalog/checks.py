"""A check that stops a deployment which would mislead the public."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage

from catalog.models import MicroCredentialPage, StackPage


def check_demonstration(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Made-up approvals must not turn up in search engines; asked with `check --deploy --database default`."""
    if settings.NOINDEX_DEMONSTRATION or "default" not in (databases or ()):
        return []
    kinds = (MicroCredentialPage, StackPage)
    if not any(kind.objects.live().demonstration().exists() for kind in kinds):
        return []
    return [
        checks.Error(
            "Search engines may list demonstration records as real ones.",
            hint="Leave NOINDEX_DEMONSTRATION unset while the site holds any.",
            id="catalog.E001",
        )
    ]
