"""Application of the shell: pages, settings, glossary, what every page shares."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home."""

    name = "home"
    verbose_name = "Home"

    def ready(self) -> None:
        """Let every form of the admin read days as people write them."""
        from home.date_fields.fields import install

        install()
