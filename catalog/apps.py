"""Application of catalog: what exists and who vouches for it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CatalogConfig(AppConfig):
    """Catalog."""

    name = "catalog"
    verbose_name = "Catalog"

    def ready(self) -> None:
        """Connect signals, and triggers to migrations."""
        from catalog import constraints, signals

        signals.connect()
        post_migrate.connect(constraints.install, sender=self, dispatch_uid="catalog-constraints")
