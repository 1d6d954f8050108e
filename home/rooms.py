"""The pages every site begins with, made by data migrations of the app they belong to.

Works on the models of a migration's state, which have no tree methods, so the tree's columns
(`path`, `depth`, `numchild`, `url_path`) are written here.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils import timezone
from treebeard.numconv import NumConv

STEP = 4
NUMBERS = NumConv("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class Room:
    """A page to begin with: its model, as `app.Model`, and what it says.

    `place` is where it stands among its siblings, whichever app adds it first; 0 puts it behind them.
    """

    model: str
    slug: str
    title: str
    summary: str = ""
    show_in_menus: bool = False
    place: int = 0
    extra: dict[str, Any] = field(default_factory=dict)


def child_path(parent: Any, number: int) -> str:
    """The tree path of a parent's child with this number, from 1."""
    return f"{parent.path}{NUMBERS.int2str(number).rjust(STEP, '0')}"


def path_for(apps: Any, parent: Any, place: int) -> str:
    """The tree path at this place below the parent, or behind all its children when it is taken."""
    wanted = child_path(parent, place)
    if place and not apps.get_model("wagtailcore.Page").objects.filter(path=wanted).exists():
        return wanted
    children = apps.get_model("wagtailcore.Page").objects.filter(
        depth=parent.depth + 1, path__startswith=parent.path
    )
    last = children.order_by("-path").values_list("path", flat=True).first()
    number = NUMBERS.str2int(last[-STEP:]) + 1 if last else 1
    return child_path(parent, number)


def content_type(apps: Any, model: str) -> Any:
    """The content type of `app.Model`, made when the app is new."""
    app_label, _, name = model.lower().partition(".")
    return apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=name)[
        0
    ]


def add_room(apps: Any, parent: Any, room: Room) -> Any:
    """Add the page below `parent`, unless one with its slug is there."""
    pages = apps.get_model("wagtailcore.Page").objects
    there = pages.filter(depth=parent.depth + 1, path__startswith=parent.path, slug=room.slug).first()
    if there is not None:
        return there
    now, said = timezone.now(), asdict(room)
    kind, place, extra = said.pop("model"), said.pop("place"), said.pop("extra")
    page = apps.get_model(kind).objects.create(
        **said,
        **extra,
        draft_title=room.title,
        content_type=content_type(apps, kind),
        locale=apps.get_model("wagtailcore.Locale").objects.order_by("pk").first(),
        path=path_for(apps, parent, place),
        depth=parent.depth + 1,
        numchild=0,
        url_path=f"{parent.url_path}{room.slug}/",
        first_published_at=now,
        last_published_at=now,
    )
    parent.numchild += 1
    pages.filter(pk=parent.pk).update(numchild=parent.numchild)
    return page


def front_door(apps: Any) -> Any:
    """The page at `/`, below which all rooms lie."""
    return apps.get_model("wagtailcore.Site").objects.get(is_default_site=True).root_page


def add_rooms(apps: Any, rooms: tuple[Room, ...]) -> None:
    """Add these pages below the home page, on a site that has one."""
    if apps.get_model("wagtailcore.Site").objects.filter(is_default_site=True).exists():
        for room in rooms:
            add_room(apps, front_door(apps), room)
