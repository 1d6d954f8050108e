"""Lists of micro-credentials, stacks and issuers in the admin."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.forms import RadioSelect
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column

from catalog.day_wording import offer_mark
from catalog.enums import IssuerKind, StackKind
from catalog.facts import hours_text
from catalog.gaps import CREDENTIAL_GAPS, ISSUER_GAPS, STACK_GAPS
from catalog.models import IssuerPage, MicroCredentialPage, StackPage, Topic
from catalog.models.settings import today_at
from catalog.querysets import can_be_started, no_longer_offered
from catalog.viewsets.today import TodayColumn
from home.viewsets.listings import GapFilter, RecordListViewSet, RecordPageFilterSet, list_columns

ISSUERS = IssuerPage.objects.order_by("title")
ISSUER = Column("issuer", label="Issuer", accessor="issuer.title", sort_key="issuer__title")


class OfferFilter(ChoiceFilter):
    """Whether a micro-credential is offered today, and until when."""

    parent: Any

    def __init__(self) -> None:
        choices = [("open", "Offered"), ("closing", "Offered until a day"), ("retired", "No longer offered")]
        super().__init__(label="Offered", choices=choices, widget=RadioSelect, empty_label="All")

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The pages of which that is so."""
        today = today_at(self.parent.request)
        ahead = Q(last_day_to_start__gte=today) | Q(last_day_to_start=None, last_day_to_finish__gte=today)
        conditions = {
            "open": can_be_started(today),
            "closing": can_be_started(today) & ahead,
            "retired": no_longer_offered(today),
        }
        return rows.filter(conditions.get(value, Q()))


def offered_text(page: MicroCredentialPage, today: date) -> str:
    """Until when a micro-credential is offered, asked on a day."""
    return offer_mark(page.offering, today) or "Yes"


class CredentialFilterSet(RecordPageFilterSet):
    """Micro-credentials by issuer, topic, status, retirement and what they lack."""

    issuer = ModelChoiceFilter(queryset=ISSUERS, label="Issuer")
    topic = ModelChoiceFilter(queryset=Topic.objects.all(), label="Topic")
    offer = OfferFilter()
    gap = GapFilter(CREDENTIAL_GAPS)


class CredentialListViewSet(RecordListViewSet):
    """Micro-credentials."""

    model = MicroCredentialPage
    icon = "doc-full"
    menu_label = "Micro-credentials"
    menu_order = 101
    related = ("issuer", "topic")
    searched = ("title", "issuer__title", "summary", "competency_statement")
    gaps = CREDENTIAL_GAPS
    filterset_class = CredentialFilterSet
    columns = list_columns(
        ISSUER,
        Column("topic", label="Topic", sort_key="topic__name"),
        Column("hours", label="Hours", accessor=hours_text, sort_key="hours_min"),
        TodayColumn("offered", offered_text, label="Offered", sort_key="last_day_to_start"),
        gaps=CREDENTIAL_GAPS,
    )


class StackFilterSet(RecordPageFilterSet):
    """Stacks by issuer, kind, status and what they lack."""

    issuer = ModelChoiceFilter(queryset=ISSUERS, label="Issuer")
    stack_kind = ChoiceFilter(label="Kind", choices=StackKind.choices, widget=RadioSelect, empty_label="All")
    gap = GapFilter(STACK_GAPS)


class StackListViewSet(RecordListViewSet):
    """Stacks."""

    model = StackPage
    icon = "list-ul"
    menu_label = "Stacks"
    menu_order = 102
    related = ("issuer",)
    searched = ("title", "issuer__title", "summary")
    gaps = STACK_GAPS
    filterset_class = StackFilterSet
    columns = list_columns(
        ISSUER,
        Column("kind", label="Kind", accessor="get_stack_kind_display", sort_key="stack_kind"),
        gaps=STACK_GAPS,
    )


class IssuerFilterSet(RecordPageFilterSet):
    """Issuers by kind, status and what they lack."""

    issuer_kind = ChoiceFilter(
        label="Kind", choices=IssuerKind.choices, widget=RadioSelect, empty_label="All"
    )
    gap = GapFilter(ISSUER_GAPS)


class IssuerListViewSet(RecordListViewSet):
    """Issuers."""

    model = IssuerPage
    icon = "group"
    menu_label = "Issuers"
    menu_order = 105
    gaps = ISSUER_GAPS
    filterset_class = IssuerFilterSet
    columns = list_columns(
        Column("kind", label="Kind", accessor="get_issuer_kind_display", sort_key="issuer_kind"),
        gaps=ISSUER_GAPS,
    )
