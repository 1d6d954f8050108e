"""The menu says what one can do; lists from A to Z stand in the footer."""

from typing import Any

from django.db import migrations

from home.rooms import front_door

FIRST = {"priorities", "pathways", "roles", "stacks", "micro-credentials", "issuers"}
KEPT = "pathways"


def shorten(apps: Any, _: Any) -> None:
    """Take the lists out of the menu, unless editors have chosen what is in it."""
    if not apps.get_model("wagtailcore.Site").objects.filter(is_default_site=True).exists():
        return
    door = front_door(apps)
    rooms = apps.get_model("wagtailcore.Page").objects.filter(
        depth=door.depth + 1, path__startswith=door.path, show_in_menus=True
    )
    if set(rooms.values_list("slug", flat=True)) == FIRST:
        rooms.exclude(slug=KEPT).update(show_in_menus=False)


class Migration(migrations.Migration):
    """Editors put them back under Promote, “Show in menus”."""

    dependencies = [
        ("pathways", "0003_names_of_kinds"),
        ("catalog", "0005_stamp_of_the_catalog"),
    ]

    operations = [migrations.RunPython(shorten, migrations.RunPython.noop)]
