"""The list of guides, empty at first."""

from typing import Any

from django.db import migrations

from home.rooms import Room, add_rooms

ROOMS = (
    Room(
        "home.GuideIndexPage",
        "guides",
        "Guides",
        "What micro-credentials, stacks and decisions are, and how to begin, in plain words.",
        place=13,
    ),
)


def open_room(apps: Any, _: Any) -> None:
    """Add the list."""
    add_rooms(apps, ROOMS)


class Migration(migrations.Migration):
    """Nothing is taken away when reversed: editors may have filled the list."""

    dependencies = [("home", "0003_guides")]

    operations = [migrations.RunPython(open_room, migrations.RunPython.noop)]
