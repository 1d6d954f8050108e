"""Tells what is wrong or missing on the pathways."""

from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.numbers import noun_for
from pathways import queries
from pathways.problems import problems


class Command(BaseCommand):
    """Lists every problem of the published pathways; fails where something is wrong, not only missing."""

    help = "Tells what is wrong or missing on the pathways; fails where something is wrong."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the problems, those of a kind together."""
        found = problems(queries.load())
        for kind, listed in groupby(found, lambda problem: problem.kind):
            self.stdout.write(f"{kind.value}:")
            for problem in listed:
                self.stdout.write(f"  {problem.text}")
        wrong = sum(problem.kind.is_wrong for problem in found)
        if wrong:
            raise CommandError(f"{wrong} {noun_for(wrong, 'problem')} to mend.")
        self.stdout.write("Nothing is wrong on the pathways.")
