"""Application of the only place that mounts things."""

from django.apps import AppConfig
from django.core import checks

from config.checks import check_deployment


class ConfigConfig(AppConfig):
    """Configuration."""

    name = "config"
    verbose_name = "Configuration"

    def ready(self) -> None:
        """Register the checks of a deployment."""
        checks.register(check_deployment, checks.Tags.security, deploy=True)
