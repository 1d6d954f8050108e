"""Application of finding: knows all content, is known by none."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    """Search."""

    name = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Listen to what changes, and to a database that is emptied."""
        from search import signals
        from search.engines import texts

        signals.connect()
        post_migrate.connect(texts.forget_strangers, sender=self, dispatch_uid="search-texts")
