"""Blocks of prose. Facts that are filtered, exported or drawn are columns, never blocks."""

from wagtail import blocks

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]


class ResourceBlock(blocks.StructBlock):
    """A study, guide or tool with a place to read it."""

    title = blocks.CharBlock(max_length=255)
    address = blocks.URLBlock(required=False)
    note = blocks.TextBlock(required=False, help_text="Why it matters here, in a sentence.")

    class Meta:
        icon = "link"
        template = "home/blocks/resource.html"


class ProseBlock(blocks.StreamBlock):
    """Headings, paragraphs and resources, in any order."""

    heading = blocks.CharBlock(icon="title", template="home/blocks/heading.html")
    paragraph = blocks.RichTextBlock(features=RICH_TEXT)
    resource = ResourceBlock()

    class Meta:
        template = "home/blocks/prose.html"
