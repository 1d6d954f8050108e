"""Choosers of the catalog's records."""

from collections.abc import Collection
from datetime import date
from typing import Any

from wagtail.admin.ui.tables import Column

from catalog.coded import named_by_code, proving
from catalog.day_wording import offer_mark
from catalog.facts import hours_text
from catalog.models import CompetencyFramework, IssuerPage, MicroCredentialPage, StackPage, Topic
from catalog.models.settings import today_at
from catalog.viewsets.today import TodayColumn
from home.viewsets import (
    PageChooserViewSet,
    RecordFilterForm,
    RecordSnippetChooserViewSet,
    narrowing,
    status_words,
)


def credential_status(page: MicroCredentialPage, today: date) -> str:
    """Draft, live or retired on a day, and until when it is offered, in plain words."""
    if not page.offering.can_be_started(today):
        return "retired"
    mark = offer_mark(page.offering, today)
    return ", ".join(filter(None, [status_words(page), f"{mark[:1].lower()}{mark[1:]}"]))


def with_issuer(page: Any) -> str:
    """A name that tells records of the same title apart, and whether visitors can see it."""
    named = f"{page.title} · {page.issuer.title}"
    is_credential = isinstance(page, MicroCredentialPage)
    status = credential_status(page, today_at(None)) if is_credential else status_words(page)
    return named if status == "live" else f"{named} ({status})"


class CredentialFilterForm(RecordFilterForm):
    """Micro-credentials by word, issuer and topic."""

    columns = ("title", "issuer__title", "summary")

    def first(self, text: str) -> Collection[Any]:
        """Those that prove a competency whose code is typed."""
        return proving(text)

    issuer = narrowing(IssuerPage.objects.order_by("title"), "Issuer")
    topic = narrowing(Topic.objects.all(), "Topic")


class CredentialChooserViewSet(PageChooserViewSet):
    """Choose a micro-credential."""

    model = MicroCredentialPage
    icon = "doc-full"
    choose_one_text = "Choose a micro-credential"
    choose_another_text = "Choose another micro-credential"
    edit_item_text = "Edit this micro-credential"
    related = ("issuer",)
    described = with_issuer
    filter_form_class = CredentialFilterForm
    shown = (
        Column("issuer", label="Issuer", accessor="issuer.title"),
        Column("hours", label="Hours", accessor=hours_text),
        TodayColumn("status", credential_status, label="Status"),
    )


class StackFilterForm(RecordFilterForm):
    """Stacks by word and issuer."""

    columns = ("title", "issuer__title", "summary")

    issuer = narrowing(IssuerPage.objects.order_by("title"), "Issuer")


class StackChooserViewSet(PageChooserViewSet):
    """Choose a stack."""

    model = StackPage
    icon = "list-ul"
    choose_one_text = "Choose a stack"
    choose_another_text = "Choose another stack"
    edit_item_text = "Edit this stack"
    related = ("issuer",)
    described = with_issuer
    filter_form_class = StackFilterForm
    shown = (
        Column("issuer", label="Issuer", accessor="issuer.title"),
        Column("kind", label="Kind", accessor="get_stack_kind_display"),
        Column("status", label="Status", accessor=status_words),
    )


class IssuerChooserViewSet(PageChooserViewSet):
    """Choose an issuer."""

    model = IssuerPage
    icon = "group"
    choose_one_text = "Choose an issuer"
    choose_another_text = "Choose another issuer"
    edit_item_text = "Edit this issuer"
    shown = (
        Column("kind", label="Kind", accessor="get_issuer_kind_display"),
        Column("status", label="Status", accessor=status_words),
    )


class CompetencyFilterForm(RecordFilterForm):
    """Competencies by word and framework."""

    columns = ("title", "code", "framework__name")

    def first(self, text: str) -> Collection[Any]:
        """Those whose code is typed."""
        return named_by_code(text)

    framework = narrowing(CompetencyFramework.objects.all(), "Framework")


class CompetencyChooserViewSet(RecordSnippetChooserViewSet):
    """Choose a competency."""

    related = ("framework",)
    ordering = ("framework", "pk")
    filter_form_class = CompetencyFilterForm
    shown = (Column("framework", label="Framework", accessor="framework.name"),)


class NamedFilterForm(RecordFilterForm):
    """Records by their name."""

    columns = ("name",)


class NamedChooserViewSet(RecordSnippetChooserViewSet):
    """Choose a record that is called by its name."""

    ordering = ("name",)
    filter_form_class = NamedFilterForm
