"""What the editors of several kinds share: groups of fields, and a panel that shows and does not ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from home.usage import Reader

FOR_MAINTAINERS = "For maintainers; never shown to visitors."


def source_panel(*first: Panel, notes: Sequence[str] = ("source_ref", "maintainer_note")) -> MultiFieldPanel:
    """Where the facts come from, closed until it is asked for; `first` stands on top."""
    return MultiFieldPanel(
        [
            *first,
            FieldRowPanel(
                [
                    FieldPanel(
                        "source", help_text="What you read it in, such as a page's name or address. Shown."
                    ),
                    FieldPanel("source_date", heading="Read on", help_text="The day you read it. Shown."),
                ]
            ),
            *(FieldPanel(name, help_text=FOR_MAINTAINERS) for name in notes),
        ],
        "Where the facts come from",
        classname="collapsed",
    )


def address_row() -> FieldRowPanel:
    """The address of a record at its issuer, and what stands there."""
    return FieldRowPanel(
        [
            FieldPanel(
                "address",
                heading="Web address",
                help_text="At the issuer, from https:// on. Empty: not known.",
            ),
            FieldPanel(
                "address_kind",
                heading="What stands there",
                help_text="It decides how the link is worded. Choose one when there is an address.",
            ),
        ]
    )


class WhereUsedPanel(Panel):
    """What points to the record that is edited, by kind, with links."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"heading": "Where this is used", "icon": "link", **options})

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/where_used.html"

        def is_shown(self) -> bool:
            """Nothing can point to a record that is not saved yet."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The uses, and where Wagtail lists all of them."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            kinds = Reader(self.request).uses_of(self.instance)
            return context | {"kinds": kinds, "all_url": usage_url(self.instance)}


@dataclass(frozen=True)
class Finding:
    """Something to look after in a record; it is wrong, or only missing."""

    text: str
    is_wrong: bool


def findings_of(page: Page) -> list[Finding]:
    """What every room has found in a page."""
    return [one for find in hooks.get_hooks("editor_findings") for one in find(page)]


class FindingsPanel(Panel):
    """What is wrong or missing in the page that is edited, as last saved; nothing where nothing is.

    Every room adds its own by the hook `editor_findings`, which takes the page and gives a list of `Finding`.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"heading": "To look after", "icon": "warning", **options})

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/findings.html"

        @cached_property
        def findings(self) -> list[Finding]:
            """What every room has found."""
            return findings_of(self.instance)

        def is_shown(self) -> bool:
            """A page that was never saved has no place yet."""
            return self.instance.pk is not None and bool(self.findings)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The findings, what is wrong first."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"findings": sorted(self.findings, key=lambda one: not one.is_wrong)}


def usage_url(record: Any) -> str:
    """The admin's whole list of what points to a record."""
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:usage", args=[record.pk])
    return reverse(type(record).snippet_viewset.get_url_name("usage"), args=[record.pk])
