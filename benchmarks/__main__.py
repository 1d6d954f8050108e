"""`make bench`: measure the whole demonstration catalog in a database of the benchmark's own.

`make bench ARGS="graph planner"` measures these subjects only.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command

SUBJECTS = ("totals", "graph", "drawing", "planner", "search")


def prepare() -> None:
    """Load the catalog the first time."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_demo", if_empty=True, verbosity=0)


if __name__ == "__main__":
    Path("var").mkdir(exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ.setdefault("DATABASE_URL", "sqlite:///var/bench.sqlite3")
    django.setup()
    subjects = sys.argv[1:] or SUBJECTS
    if unknown := set(subjects) - set(SUBJECTS):
        sys.exit(f"No such subject: {', '.join(sorted(unknown))}. There are {', '.join(SUBJECTS)}.")
    prepare()
    for subject in subjects:
        print(f"\n{subject}\n{import_module(f'benchmarks.{subject}').report()}")
