"""The catalog's lists, empty at first."""

from typing import Any

from django.db import migrations

from home.rooms import Room, add_rooms

ROOMS = (
    Room(
        "catalog.StackIndexPage",
        "stacks",
        "Stacks",
        "Sets of micro-credentials meant to be earned together, with what each asks for.",
        True,
        place=3,
    ),
    Room(
        "catalog.MicroCredentialIndexPage",
        "micro-credentials",
        "Micro-credentials",
        "Proofs of one skill each, with hours, cost, evidence and where to earn them.",
        True,
        place=4,
    ),
    Room(
        "catalog.IssuerIndexPage",
        "issuers",
        "Issuers",
        "The bodies that make micro-credentials, judge the evidence and award them.",
        True,
        place=6,
    ),
    Room(
        "catalog.CompetencyIndexPage",
        "competencies",
        "Competencies",
        "What teachers should know and be able to do, by framework.",
        place=7,
    ),
    Room(
        "catalog.RecognitionIndexPage",
        "recognition",
        "What counts where",
        "What micro-credentials count for, place by place, as dated sources say.",
        place=8,
    ),
    Room(
        "catalog.DistrictIndexPage",
        "districts",
        "School districts",
        "The state’s local education agencies, from A to Z.",
        place=9,
    ),
)


def open_rooms(apps: Any, _: Any) -> None:
    """Add the lists."""
    add_rooms(apps, ROOMS)


class Migration(migrations.Migration):
    """Nothing is taken away when reversed: editors may have filled the lists."""

    dependencies = [("catalog", "0001_initial"), ("home", "0002_first_pages")]

    operations = [migrations.RunPython(open_rooms, migrations.RunPython.noop)]
