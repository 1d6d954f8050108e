"""The home page in place of Wagtail's welcome page, the glossary, and what a public site must say."""

import json
import uuid
from typing import Any

from django.db import migrations

from home.rooms import Room, add_room, add_rooms

HOME = Room(
    "home.HomePage",
    "stackway",
    "Stackway",
    "Each is proof of one skill. See what it asks of you, what it is worth and where it leads before you start.",
)


def prose(*parts: str) -> dict[str, Any]:
    """A body in which a part without a tag is a heading."""
    blocks = [
        {"type": "paragraph" if part.startswith("<") else "heading", "value": part, "id": str(uuid.uuid4())}
        for part in parts
    ]
    return {"body": json.dumps(blocks), "in_footer": True}


PRIVACY = prose(
    "What we keep about you",
    "<p>Nothing. There are no accounts for teachers, and visitors are set no cookies. No page asks who you are, and no "
    "page loads anything from another company that could follow you.</p>",
    "What a web server has to know",
    "<p>Your device’s address reaches our server with every request, because otherwise no page could be sent back. "
    "This site writes it into no record of its own. The state’s network may keep technical logs; its own rules "
    "say for how long.</p>",
    "When you go on to an issuer",
    "<p>Links to issuers lead to their sites. From there on, their privacy rules hold, not ours. We do not tell them who "
    "you are.</p>",
    "Staff",
    "<p>People who edit this site sign in. They are set cookies that keep them signed in, and the site "
    "records who changed what and when.</p>",
)
ACCESSIBILITY = prose(
    "What we aim at",
    "<p>Everyone should be able to use every page. We aim at the Web Content Accessibility Guidelines (WCAG) 2.2, level "
    "AA, which is more than the WCAG 2.1 AA that federal rules ask of state and local governments.</p>",
    "What that means here",
    "<ul><li>Every page works with a keyboard alone, and without scripts.</li>"
    "<li>Every drawing of a pathway or a stack has the same facts beside it as text.</li>"
    "<li>Nothing is told by color alone. Light, dark and high-contrast settings are followed.</li>"
    "<li>Text can be enlarged to 400 percent, down to a phone’s width, without scrolling sideways.</li></ul>",
    "What we know is not perfect",
    "<ul><li>Issuers’ own sites are not ours. Some of them may be hard to use with assistive technology.</li>"
    "<li>What an issuer asks for as evidence, such as video, can be a barrier. Where we know what it offers "
    "instead, the record says so; most issuers do not state it.</li>"
    "<li>Pages are checked by machine with every change. A person using a screen reader may still find what a "
    "machine does not.</li></ul>",
    "Tell us",
    "<p>If something keeps you out, tell the office that runs this site; its contact stands at the foot of every page once "
    "the office has entered it. Name the page and what happened. You can ask for the same facts in another form.</p>",
)
ROOMS = (
    Room(
        "home.GlossaryIndexPage",
        "glossary",
        "Glossary",
        "The words of this field, in plain language.",
        place=10,
    ),
    Room(
        "home.ProsePage",
        "privacy",
        "Privacy",
        "What this site knows about its visitors: nothing.",
        place=11,
        extra=PRIVACY,
    ),
    Room(
        "home.ProsePage",
        "accessibility",
        "Accessibility",
        "What everyone can expect of these pages, what we know is not perfect, and whom to tell.",
        place=12,
        extra=ACCESSIBILITY,
    ),
)


def open_house(apps: Any, _: Any) -> None:
    """Put the home page in the place of the welcome page, then add the rooms."""
    page, site = apps.get_model("wagtailcore.Page"), apps.get_model("wagtailcore.Site")
    root = page.objects.filter(depth=1).order_by("path").first()
    if root is None or apps.get_model("home.HomePage").objects.exists():
        return
    home = add_room(apps, root, HOME)
    if not site.objects.filter(is_default_site=True).update(root_page=home.pk, site_name="Stackway"):
        site.objects.create(
            hostname="localhost", is_default_site=True, root_page_id=home.pk, site_name="Stackway"
        )
    welcome = page.objects.filter(depth=2, slug="home", content_type__model="page", numchild=0)
    gone, _ = welcome.delete()
    page.objects.filter(pk=root.pk).update(numchild=page.objects.filter(depth=2).count())
    add_rooms(apps, ROOMS)


class Migration(migrations.Migration):
    """Nothing is taken away when reversed: editors may have changed these pages."""

    dependencies = [("home", "0001_initial")]

    operations = [migrations.RunPython(open_house, migrations.RunPython.noop)]
