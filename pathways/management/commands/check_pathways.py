"""Tells what is wrong or missing on the pathways."""

from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.models.settings import today_on_record
from home.numbers import noun_for
from pathways import queries
from pathways.dated_graph import graph_on
from pathways.problems import problems


class Command(BaseCommand):
    """Lists every problem of the published pathways; fails where something is wrong, not only missing."""

    help = "Tells what is wrong or missing on the pathways; fails where something is wrong."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the problems, those of a kind together."""
        found = problems(graph_on(queries.load(), today_on_record()))
        for kind, listed in groupby(found, lambda problem: problem.kind):
            self.stdout.write(f"{kind.value}:")
            for problem in listed:
                self.stdout.write(f"  {problem.text}")
        wrong = sum(problem.kind.is_wrong for problem in found)
        missing = missing_text(len(found) - wrong)
        if wrong:
            raise CommandError(f"{wrong} {noun_for(wrong, 'problem')} to mend; {missing}.")
        self.stdout.write(f"Nothing is wrong on the pathways; {missing}.")


def missing_text(number: int) -> str:
    """How much is missing, in words."""
    return (
        f"{number} {noun_for(number, 'thing is', 'things are')} missing" if number else "nothing is missing"
    )
