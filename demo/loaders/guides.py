"""Loads the guides."""

import json
from collections.abc import Iterable

from wagtail.blocks.stream_block import StreamValue

from demo.guides import file_of
from demo.loaders.rooms import room
from demo.loaders.shelves import Pages
from demo.loaders.state import Load
from demo.schemas.guides import Block, GuideFile
from home.models import GuideIndexPage, GuidePage


def load_guides(load: Load, guides: Iterable[GuideFile]) -> None:
    """A page for each file."""
    pages = Pages(GuidePage, room(GuideIndexPage), load.tally)
    for guide in guides:
        values = {
            "title": guide.title,
            "summary": guide.summary,
            "audience": guide.audience.value,
            "body": body(guide.blocks),
        }
        pages.put(guide.slug, values, file_of(guide.slug), 0)


def body(blocks: Iterable[Block]) -> StreamValue:
    """Blocks of prose as the page keeps them."""
    given = json.dumps([{"type": block.type, "value": block.value} for block in blocks])
    value: StreamValue = GuidePage._meta.get_field("body").to_python(given)
    return value
