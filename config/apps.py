"""Application of the only place that mounts things."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Configuration."""

    name = "config"
    verbose_name = "Configuration"
