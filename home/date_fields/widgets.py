"""Inputs for typed days and times: Wagtail's calendar beside them, which leaves what is typed alone.

Each reads its value back in words. Where scripts run, `admin_dates.js` reads it back as soon as it is typed.
"""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from django.forms import Media, Widget
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from home.date_fields.clock import read_by_clock
from home.date_fields.reading import UnreadError
from home.date_fields.wording import read_back

ENDS = ("Date from", "Date to")

LEFT_ALONE = {"validateOnBlur": False}
"""Options of the calendar: by default it puts today for every text that it does not read itself."""


class ReadBackMixin(Widget):
    """An input that says in words what it holds, for everybody and for readers of screens."""

    kind = "day"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows: the words, and the input tied to them."""
        context = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        if key := own.get("id"):
            context["widget"]["read_back_id"] = f"{key}-read-back"
            described = (own.get("aria-describedby"), f"{key}-read-back")
            own |= {"aria-describedby": " ".join(filter(None, described)), "data-reads": self.kind}
        held = self.held(value)
        own["data-holds"] = held.isoformat() if held else ""
        context["widget"]["read_back"] = read_back(held) if held else ""
        return context

    def held(self, value: Any) -> date | None:
        """The day or moment in it; None where nothing is, or nothing that is read."""
        if isinstance(value, str):
            try:
                return read_by_clock(value, with_time=self.kind == "moment")
            except UnreadError:
                return None
        return value if isinstance(value, date) else None

    @property
    def media(self) -> Media:
        """The calendar, and the reading back."""
        return super().media + Media(js=["js/admin_dates.js"])


class DayInput(ReadBackMixin, AdminDateInput):
    """A day."""

    template_name = "home/admin/day_input.html"

    def get_config(self) -> dict[str, Any]:
        """Options of the calendar."""
        return {**super().get_config(), **LEFT_ALONE}


class MomentInput(ReadBackMixin, AdminDateTimeInput):
    """A day and a time."""

    kind = "moment"
    template_name = "home/admin/moment_input.html"

    def get_config(self) -> dict[str, Any]:
        """Options of the calendar."""
        return {**super().get_config(), **LEFT_ALONE}


class DayRangeInput(DateRangePickerWidget):
    """From one day to another."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        ends = [DayInput(attrs={"placeholder": end, "aria-label": end}) for end in ENDS]
        super(DateRangePickerWidget, self).__init__(ends, attrs)


def reading_widget(given: Widget | type[Widget]) -> Widget:
    """The input that reads back, in place of Wagtail's own; any other widget as it is."""
    widget: Any = given() if isinstance(given, type) else copy.deepcopy(given)
    kind: Any = OURS.get(type(widget))
    if kind is None:
        made: Widget = widget
        return made
    kept = {name: getattr(widget, name) for name in KEPT if hasattr(widget, name)}
    ours: Widget = kind(**kept)
    return ours


OURS = {AdminDateInput: DayInput, AdminDateTimeInput: MomentInput, DateRangePickerWidget: DayRangeInput}
KEPT = ("attrs", "format", "js_overlay_parent_selector")
"""What Wagtail may have chosen for an input."""
