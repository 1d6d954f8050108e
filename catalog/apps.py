"""Application of catalog: what exists and who vouches for it."""

from django.apps import AppConfig
from django.core import checks as registry
from django.db.models.signals import post_migrate, pre_migrate


class CatalogConfig(AppConfig):
    """Catalog."""

    name = "catalog"
    verbose_name = "Catalog"

    def ready(self) -> None:
        """Connect signals, triggers to migrations, and the check of a deployment."""
        from catalog import checks, constraints, signals

        signals.connect()
        pre_migrate.connect(constraints.remove, sender=self, dispatch_uid="catalog-constraints-off")
        post_migrate.connect(constraints.install, sender=self, dispatch_uid="catalog-constraints")
        registry.register(checks.check_demonstration, registry.Tags.database, deploy=True)
