"""Application of the shell: pages, settings, glossary, what every page shares."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home."""

    name = "home"
    verbose_name = "Home"
