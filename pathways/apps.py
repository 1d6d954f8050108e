"""Application of how credentials lead somewhere."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Pathways."""

    name = "pathways"
    verbose_name = "Pathways"
