"""Blocks of prose. Facts that are filtered, exported or drawn are columns, never blocks."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from home.plain_text import refuse_markup

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]


def markup_in(texts: Mapping[Any, str]) -> dict[Any, ValidationError]:
    """The errors of plain texts that hold markup, by the texts' keys."""
    errors = {}
    for key, text in texts.items():
        try:
            refuse_markup(text)
        except ValidationError as error:
            errors[key] = error
    return errors


class ResourceBlock(blocks.StructBlock):
    """A study, guide or tool with a place to read it."""

    title = blocks.CharBlock(max_length=255)
    address = blocks.URLBlock(required=False)
    note = blocks.TextBlock(required=False, help_text="Why it matters here, in a sentence.")

    class Meta:
        icon = "link"
        template = "home/blocks/resource.html"

    def clean(self, value: Any) -> Any:
        """Refuse markup in the plain texts; validators of theirs would stand in every migration."""
        cleaned = super().clean(value)
        if errors := markup_in({name: cleaned[name] for name in ("title", "note")}):
            raise StructBlockValidationError(block_errors=errors)
        return cleaned


class ProseBlock(blocks.StreamBlock):
    """Headings, paragraphs and resources, in any order."""

    heading = blocks.CharBlock(icon="title", template="home/blocks/heading.html")
    paragraph = blocks.RichTextBlock(features=RICH_TEXT)
    resource = ResourceBlock()

    class Meta:
        template = "home/blocks/prose.html"

    def clean(self, value: Any) -> Any:
        """Refuse markup in headings."""
        cleaned = super().clean(value)
        headings = {place: str(one.value) for place, one in enumerate(cleaned) if one.block_type == "heading"}
        if errors := markup_in(headings):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned
