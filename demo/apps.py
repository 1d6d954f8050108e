"""Application of the data pack and its loader."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demonstration."""

    name = "demo"
    verbose_name = "Demonstration"
