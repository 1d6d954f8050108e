"""Application of the shell: pages, settings, glossary, what every page shares."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, pre_save


class HomeConfig(AppConfig):
    """Home."""

    name = "home"
    verbose_name = "Home"

    def ready(self) -> None:
        """Let the admin read days as people write them; note where what is public stood before it moves."""
        from home import moved
        from home.date_fields.fields import install
        from home.models.records import record_deleted

        install()
        pre_save.connect(moved.page_saved, dispatch_uid="home-page-moves")
        post_delete.connect(record_deleted, dispatch_uid="home-record-gone")
