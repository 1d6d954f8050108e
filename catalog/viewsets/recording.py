"""What the admin shares for records that are written once: list, new, one record; never edit or delete."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import QuerySet
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django_filters import BooleanFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from catalog.models import CatalogVersion, Jurisdiction
from catalog.models.settings import today_of
from catalog.viewsets.reading_back import MEND, RECORD, STEP, as_sent, lines_of
from home.days import day_text
from home.querysets import is_key, with_words


class CorrectedFilter(BooleanFilter):
    """Whether a correction takes a record's place."""

    def __init__(self) -> None:
        super().__init__(field_name="correction", lookup_expr="isnull", exclude=True, label="Corrected since")


def counts(row: Any) -> str:
    """Whether a record still counts."""
    return "No: corrected since" if row.is_superseded else "Yes"


def day_column(name: str, label: str) -> Column:
    """A column of days in words; empty where there is none."""

    def shown(row: Any) -> str:
        day = getattr(row, name)
        return day_text(day) if day else ""

    return Column(name, label=label, accessor=shown, sort_key=name)


COUNTS = Column("counts", label="Counts", accessor=counts)


class RecordingPolicy(ModelPermissionPolicy):
    """Nobody changes or deletes what was recorded, administrators included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may record or read."""
        return action in ("add", "view") and bool(super().user_has_permission(user, action))


class RecordingIndexView(generic.IndexView):
    """The records, the latest first; their names lead to what was recorded."""

    default_ordering = "-recorded_at"
    related: ClassVar[tuple[str, ...]] = ()

    def get_base_queryset(self) -> QuerySet[Any]:
        """The rows with what they show of other records."""
        rows: QuerySet[Any] = super().get_base_queryset()
        return rows.select_related("correction", *self.related)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with every typed word in one of the searched columns."""
        return with_words(queryset, self.search_query or "", self.search_fields or ())


class RecordingView(generic.CreateView):
    """Record something new, or correct what was recorded (`?corrects=`)."""

    submit_button_label = "Go on"
    submit_button_active_label = "Reading it back …"
    success_message = "Recorded: %(object)s. It stays; a mistake is mended by a correction."
    error_message = "Nothing was recorded yet. Mend what is marked below."
    named: ClassVar[tuple[str, ...]] = ()
    """Fields that the address may fill in."""
    happened: ClassVar[tuple[str, ...]] = ()
    """Days that lie behind when they are recorded, as a rule."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check and write while nobody else writes, so that two cannot contradict each other."""
        self.object = None
        if request.POST.get(STEP) == MEND:
            form_again: HttpResponse = self.render_to_response(self.get_context_data())
            return form_again
        with transaction.atomic():
            CatalogVersion.hold()
            response: HttpResponse = super().post(request, *args, **kwargs)
            return response

    def form_valid(self, form: Any) -> HttpResponse:
        """Record what was read back already; read back what was not."""
        if self.request.POST.get(STEP) == RECORD:
            response: HttpResponse = super().form_valid(form)
            return response
        return render(self.request, "catalog/admin/read_back.html", self.reading_back(form))

    def reading_back(self, form: Any) -> dict[str, Any]:
        """What the last step shows."""
        return {
            "page_title": "Check before you record",
            "header_title": "Check before you record",
            "header_icon": self.header_icon,
            "breadcrumbs_items": [*self.breadcrumbs_items, *self.get_breadcrumbs_items()],
            "lines": list(lines_of(form, self.happened, self.today_of(form))),
            "corrects": form.cleaned_data.get("supersedes"),
            "sent": as_sent(self.request.POST),
            "action_url": self.add_url,
        }

    def today_of(self, form: Any) -> date:
        """The day where the record holds."""
        board: Jurisdiction | None = form.cleaned_data.get("jurisdiction")
        return today_of(board)

    def get_initial(self) -> dict[str, Any]:
        """What the address says, or all of what is corrected."""
        given = {name: key for name in self.named if is_key(key := self.request.GET.get(name, ""))}
        earlier = self.chosen("corrects")
        return {**given, **(self.correcting(earlier) if earlier else {})}

    def chosen(self, name: str) -> Any:
        """The record that a parameter of the address names, or the form for what is corrected, or None."""
        sent = self.request.POST.get("supersedes", "") if name == "corrects" else ""
        key = self.request.GET.get(name, "") or sent
        return self.model._default_manager.filter(pk=key).first() if is_key(key) else None

    def correcting(self, earlier: models.Model) -> dict[str, Any]:
        """What the form starts with for a correction."""
        return {**model_to_dict(earlier), "supersedes": earlier.pk, "correction_reason": ""}

    def get_initial_form_instance(self) -> Any:
        """A record in the name of who is signed in."""
        user: Any = self.request.user
        return self.model(recorded_by=user, recorded_by_name=user.get_full_name() or user.get_username())

    def get_page_subtitle(self) -> str:
        """What is being recorded."""
        name = str(self.model._meta.verbose_name)
        return f"Correct a {name}" if self.chosen("corrects") else f"Record a {name}"

    def get_success_url(self) -> str:
        """Where what was recorded can be read."""
        return str(self.get_edit_url())

    def get_success_buttons(self) -> list[Any]:
        """None: one is there already."""
        return []


class RecordedView(generic.InspectView):
    """One record as it was recorded, with what may be done about it."""

    page_title = "Record"
    any_permission_required: ClassVar[list[str]] = ["add", "view"]
    template_name = "catalog/admin/recorded.html"
    add_url_name = ""

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Correct it, where nothing corrects it yet."""
        if self.object.is_superseded or not self.user_has_permission("add"):
            return []
        address = f"{reverse(self.add_url_name)}?corrects={self.object.pk}"
        return [HeaderButton("Correct", address, icon_name="edit"), *self.more_buttons()]

    def more_buttons(self) -> list[Button]:
        """What else may be recorded because of it."""
        return []

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """None: nothing is edited or deleted."""
        return []

    def get_fields_context(self) -> list[dict[str, Any]]:
        """What was stated; what is empty is left out."""
        stated = [name for name in self.fields if getattr(self.object, name) not in (None, "")]
        return [self.get_context_for_field(name) for name in stated]

    def linked(self, address: str, words: str) -> SafeString | str:
        """Words that lead to an address, where there is one."""
        return format_html('<a href="{}">{}</a>', address, words) if address else ""

    def get_recorded_at_display_value(self) -> str:
        """The day and hour, by the clock of whoever reads it."""
        moment = localtime(self.object.recorded_at)
        return f"{day_text(moment.date())}, {moment:%H:%M}"

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Any:
        """The record with what corrects it, and what it corrects."""
        rows = self.model._default_manager.select_related("supersedes", "correction")
        return get_object_or_404(rows, pk=self.pk)


class CitedView(RecordedView):
    """One record with what it cites."""

    def get_citation_address_display_value(self) -> SafeString | str:
        """The link to what is cited."""
        return self.linked(self.object.citation_address, self.object.citation_address)

    def get_citation_file_display_value(self) -> SafeString | str:
        """The file that is cited, whether or not it is still there."""
        file = self.object.citation_file
        return self.linked(file.url, file.title)


class RecordingViewSet(ModelViewSet):
    """Records of one kind."""

    index_view_class = RecordingIndexView
    add_view_class = RecordingView
    inspect_view_class = RecordedView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_per_page = 50
    add_to_admin_menu = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Links to one record lead to what was recorded."""
        names = {"edit_url_name": None, "delete_url_name": None, "history_url_name": None}
        found: dict[str, Any] = super().get_common_view_kwargs(**{**names, "usage_url_name": None, **kwargs})
        return found

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """After recording, what was recorded is shown."""
        found: dict[str, Any] = super().get_add_view_kwargs(
            **{"edit_url_name": self.get_url_name("inspect"), **kwargs}
        )
        return found

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Where a correction begins."""
        template = self.inspect_view_class.template_name
        found: dict[str, Any] = super().get_inspect_view_kwargs(
            **{"add_url_name": self.get_url_name("add"), "template_name": template, **kwargs}
        )
        return found

    def get_urlpatterns(self) -> list[URLPattern]:
        """List, new and one record: there is no address for changing or deleting."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]

    @property
    def url_finder_class(self) -> Any:
        """Links of other admin pages lead to what was recorded."""
        finder: Any = super().url_finder_class
        return type("RecordedURLFinder", (finder,), {"edit_url_name": self.get_url_name("inspect")})
