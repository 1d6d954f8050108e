"""Application of finding: knows all content, is known by none."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search."""

    name = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Listen to what changes."""
        from search import signals

        signals.connect()
