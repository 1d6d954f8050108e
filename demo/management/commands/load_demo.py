"""`manage.py load_demo`: fills the catalog with the data pack."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.models import MicroCredentialPage
from demo.loaders.rooms import RoomMissing
from demo.loading import load_folder
from demo.pack import DATA
from demo.problems import PackRefused


class Command(BaseCommand):
    """Loads the data pack, all or nothing."""

    help = (
        "Loads the data pack in one transaction, all or nothing. A second run changes nothing. Rows of the "
        "pack that an editor changed are restored to what the pack says; records that editors added are "
        "left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """A folder of one's own, and a guard for scripts that run at every start."""
        parser.add_argument(
            "--data", type=Path, default=DATA, metavar="FOLDER", help="A folder with files like the pack's."
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where the catalog holds a micro-credential."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was done; a pack with faults ends with code 1."""
        if options["if_empty"] and MicroCredentialPage.objects.exists():
            self.stdout.write("The catalog holds records already; nothing was loaded.")
            return
        try:
            tally = load_folder(options["data"], self.stdout.write)
        except PackRefused as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            raise CommandError(f"{refused}; nothing was loaded.") from None
        except RoomMissing as missing:
            raise CommandError(f"{missing} Nothing was loaded.") from None
        for kind in tally.kinds():
            self.stdout.write(tally.line(kind))
        written = f"{tally.changed} records written" if tally.changed else "nothing to change"
        self.stdout.write(self.style.SUCCESS(f"The data pack is loaded: {written}."))
