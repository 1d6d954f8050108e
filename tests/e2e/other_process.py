"""A process of its own at a database given by its address: reads a line, does it, answers with a line.

`find WORDS` gives the titles that a visitor of this process finds; `publish ID TITLE`, `unpublish ID`,
`delete ID` and `move ID PARENT` do what an editor does; `many ID COUNT` publishes so many times;
`faults` tells where the index is not what one made anew would be.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

PAUSE = 0.2
"""Seconds between publishes of `many`: five a second."""


def find(*words: str) -> list[list[str]]:
    """Title and address of what is found."""
    from django.test import Client

    answer = Client().get("/api/v1/search", {"q": " ".join(words), "page_size": "100"}).json()
    return [[one["title"], one["url"]] for one in answer["results"]]


def page(key: str) -> Any:
    """A page as an editor opens it."""
    from wagtail.models import Page

    return Page.objects.get(pk=int(key)).specific


def publish(key: str, *title: str) -> str:
    """Give a page another title and publish it."""
    edited = page(key)
    edited.title = " ".join(title)
    edited.save_revision().publish()
    return "published"


def unpublish(key: str) -> str:
    """Take a page offline."""
    page(key).unpublish()
    return "unpublished"


def delete(key: str) -> str:
    """Delete a page."""
    page(key).delete()
    return "deleted"


def move(key: str, parent: str) -> str:
    """Put a page under another one."""
    page(key).move(page(parent), pos="last-child")
    return "moved"


def many(key: str, count: str) -> str:
    """Publish so many times, five times a second."""
    for number in range(int(count)):
        publish(key, f"Title {key} number {number}")
        time.sleep(PAUSE)
    return "published"


def faults() -> list[str]:
    """Where the index differs from one made anew."""
    from search.indexing import rebuild
    from tests.search.index import contents

    kept = contents()
    rebuild()
    new = contents()
    return [
        f"{part}: {key}: {kept[part].get(key)} is not {new[part].get(key)}"
        for part in new
        for key in {*kept[part], *new[part]}
        if kept[part].get(key) != new[part].get(key)
    ]


COMMANDS = {one.__name__: one for one in (find, faults, publish, unpublish, delete, move, many)}


def main() -> None:
    """Do what standard input says until it ends."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    for line in sys.stdin:
        name, *given = line.split()
        print(json.dumps(COMMANDS[name](*given)), flush=True)


if __name__ == "__main__":
    main()
