"""The lists of priorities, pathways and roles, empty at first."""

from typing import Any

from django.db import migrations

from home.rooms import Room, add_rooms

ROOMS = (
    Room(
        "pathways.PriorityIndexPage",
        "priorities",
        "State priorities",
        "What the state wants its teachers to be able to do, and what leads there.",
        True,
        place=1,
    ),
    Room(
        "pathways.PathwayIndexPage",
        "pathways",
        "Pathways",
        "Ways from a first stack to a priority or a role, stage by stage.",
        True,
        place=2,
    ),
    Room(
        "pathways.RoleIndexPage",
        "roles",
        "Roles",
        "Teaching, support and leadership roles, and what each asks for and pays.",
        True,
        place=5,
    ),
)


def open_rooms(apps: Any, _: Any) -> None:
    """Add the lists."""
    add_rooms(apps, ROOMS)


class Migration(migrations.Migration):
    """Nothing is taken away when reversed: editors may have filled the lists."""

    dependencies = [("pathways", "0001_initial"), ("catalog", "0002_first_pages")]

    operations = [migrations.RunPython(open_rooms, migrations.RunPython.noop)]
