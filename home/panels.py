"""Groups of fields that the editors of several kinds share."""

from collections.abc import Sequence

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

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
