"""What templates ask about days: until when a record is offered, and whether recognition counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django import template
from django.db import DatabaseError
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from catalog.day_wording import Day, Told, counting_mark, counting_told, offer_mark, offer_today, offer_told
from catalog.in_force import told_apart
from catalog.models import MicroCredentialPage, Recognition
from catalog.models.decisions import Record
from catalog.models.settings import day_shown, today_at
from catalog.offers import Heir, Succession, not_for_ever, successions
from home import days
from home.days import read_day

register = template.Library()

KEPT = "stackway_days"


@register.simple_tag(takes_context=True)
def shown_day(context: Context) -> Day:
    """The day a page is about, worked out once a request."""
    request = context.get("request")
    if request is None:
        return Day(today_at(None), today_at(None))
    kept: dict[str, Day] = vars(request).setdefault(KEPT, {})
    if "day" not in kept:
        asked = read_day(request.GET.get("on")).on is not None
        kept["day"] = Day(day_shown(request), today_at(request), asked)
    return kept["day"]


@register.simple_tag(takes_context=True)
def site_today(context: Context) -> date:
    """What day it is where the site's board is; without a database, by the site's own clock."""
    try:
        return today_at(context.get("request"))
    except DatabaseError:
        return days.site_today()


@dataclass(frozen=True)
class OfferShown:
    """Until when a micro-credential is offered, as its page shows it, and what takes its place today."""

    page: MicroCredentialPage
    day: Day
    succession: Succession[MicroCredentialPage]

    @property
    def told(self) -> Told:
        """What holds on the day; where it was open without an end on a day asked for, that."""
        return offer_told(self.page.offering, self.day)

    @property
    def is_offered(self) -> bool:
        """Whether it is offered today."""
        return self.page.offering.can_be_started(self.day.today)

    @property
    def keeps(self) -> bool:
        """Whether somebody may wonder what becomes of what was earned."""
        return not self.is_offered

    @property
    def today(self) -> str:
        """What holds today in few words, where that is another answer."""
        head = offer_today(self.page.offering, self.day).head
        return f"{head[:1].lower()}{head[1:]}"


@register.simple_tag(takes_context=True)
def offer_of(context: Context, page: MicroCredentialPage) -> OfferShown:
    """Until when a micro-credential is offered, and what takes its place."""
    day = shown_day(context)
    found = successions([page], day.today) if page.pk else {}
    return OfferShown(page, day, found.get(page.pk, Succession()))


@register.simple_tag
def edition_link(page: MicroCredentialPage) -> SafeString:
    """A link to an edition, with its version where it has one."""
    version = f", version {page.version}" if page.version else ""
    return format_html('<a href="{}">{}{}</a>', page.url or "", page.title, version)


@register.simple_tag
def editions_between(heir: Heir[MicroCredentialPage]) -> SafeString:
    """Links to what took a record's place before the last did, the latest first."""
    hidden = "one that is not published here at present"
    shown = [edition_link(one) if one else hidden for one in heir.between]
    return format_html_join(", and before that ", "{}", ((one,) for one in shown))


@register.simple_tag(takes_context=True)
def offer_marks(context: Context, page: MicroCredentialPage) -> str:
    """Until when a listed micro-credential is offered, in few words."""
    return offer_mark(page.offering, shown_day(context).on)


@register.simple_tag(takes_context=True)
def offer_sentence(context: Context, page: MicroCredentialPage) -> Told:
    """The same as sentences."""
    return offer_told(page.offering, shown_day(context))


register.simple_tag(not_for_ever)


@register.simple_tag(takes_context=True)
def counting(context: Context, row: Recognition) -> Told:
    """Whether a statement of recognition counts on the day, in sentences."""
    return counting_told(row.days, shown_day(context))


@register.simple_tag(takes_context=True)
def counting_note(context: Context, row: Recognition) -> str:
    """The same in few words, for a list."""
    return counting_mark(row.days, shown_day(context).on)


@dataclass(frozen=True)
class Recognized:
    """What a record is recognized for on the day, and apart from it what is undated, comes or has ended."""

    counting: list[Recognition]
    apart: list[Recognition]


@register.simple_tag(takes_context=True)
def recognition_of(context: Context, page: Record) -> Recognized:
    """What counts for this record by name; nothing for one that is not saved yet."""
    day = shown_day(context)
    rows = Recognition.objects.current().counting().about(page).marked() if page.pk else []
    return Recognized(*told_apart(rows, day.on, day.today))
