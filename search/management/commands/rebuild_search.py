"""`manage.py rebuild_search`: makes the search index anew from the catalog."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.indexing import is_current, rebuild


class Command(BaseCommand):
    """Rebuilds the index, all or nothing; searches go on with the old one meanwhile."""

    help = "Makes the search index anew, in one transaction; searches use the old one until it is done."

    def add_arguments(self, parser: CommandParser) -> None:
        """A guard for scripts that run at every start."""
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Do nothing where this version of the site wrote the index.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, a line for each kind."""
        if options["if_needed"] and is_current():
            self.stdout.write("The search index is in step.")
            return
        total = rebuild(self.stdout.write)
        self.stdout.write(self.style.SUCCESS(f"The search index is made anew: {total} documents."))
