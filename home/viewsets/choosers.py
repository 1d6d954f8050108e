"""What every chooser of the admin shares: a search that survives any text, columns, ways to narrow."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser as generic
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser
from wagtail.models import Page
from wagtail.snippets.views import chooser as snippets
from wagtail.snippets.widgets import AdminSnippetChooser

from home.querysets import is_key, with_words


def status_words(page: Page) -> str:
    """How far a page is, in plain words: live, draft, or live with changes that wait."""
    if not page.live:
        return "draft"
    return "live, with a draft" if page.has_unpublished_changes else "live"


def narrowing(rows: QuerySet[Any], label: str) -> forms.ModelChoiceField[Any]:
    """A field of a filter form that narrows the choices as soon as something is picked."""
    widget = forms.Select(attrs={"data-chooser-modal-search-filter": True})
    return forms.ModelChoiceField(queryset=rows, label=label, required=False, widget=widget)


class RecordFilterForm(BaseFilterForm):
    """Keeps the records that hold every typed word in one of `columns`, and what else was picked.

    A further field of a subclass is named after the model's field that it narrows.
    """

    columns: ClassVar[tuple[str, ...]] = ("title",)

    q = forms.CharField(
        label="Search", required=False, widget=forms.TextInput(attrs={"placeholder": "Search"})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """The records that are left."""
        text = self.cleaned_data.pop("q", "")
        picked = {name: value for name, value in self.cleaned_data.items() if value}
        self.is_searching, self.search_query = bool(text), text
        return with_words(objects.filter(**picked), text, self.columns, self.first(text))

    def first(self, text: str) -> Collection[Any]:
        """The keys of the records that a text names otherwise than by these words."""
        return ()


class ShownColumns:
    """A view of a chooser that shows more than the title."""

    shown: tuple[Column, ...] = ()

    @property
    def columns(self) -> list[Column]:
        """The title and what stands beside it."""
        parent: Any = super()
        return [*parent.columns, *self.shown]


class NamedChoice:
    """The answer of a chooser: the record under the name that the editor's form shows for it."""

    described: Callable[[Any], str] = str

    def get_object(self, pk: str) -> Any:
        """The record, or 404 for anything that is no number."""
        if not is_key(pk):
            raise Http404
        parent: Any = super()
        return parent.get_object(pk)

    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        """The records of these numbers; what is no number is passed over."""
        parent: Any = super()
        rows: QuerySet[Any] = parent.get_objects([pk for pk in pks if is_key(pk)])
        return rows

    def get_display_title(self, instance: Any) -> str:
        """The name."""
        return self.described(instance)


class ChooseView(ShownColumns, generic.ChooseView):
    """The whole chooser."""


class ChooseResultsView(ShownColumns, generic.ChooseResultsView):
    """Its list alone."""


class ChosenView(NamedChoice, generic.ChosenView):
    """One choice."""


class ChosenMultipleView(NamedChoice, generic.ChosenMultipleView):
    """Several choices."""


class SnippetChooseView(ShownColumns, snippets.ChooseView):
    """The whole chooser of a snippet."""


class SnippetChooseResultsView(ShownColumns, snippets.ChooseResultsView):
    """Its list alone."""


class RememberedChoices:
    """A chooser's widget that may be told beforehand which records its form shows.

    Without that, an editor with 200 members would ask the database 200 times
    (`home.forms.RecordForm` tells it).
    """

    related: ClassVar[tuple[str, ...]] = ()
    described: ClassVar[Callable[[Any], str]] = str
    model_class: type[Any]
    known: dict[str, Any]

    def remember(self, records: dict[str, Any]) -> None:
        """Keep these records by their key as text."""
        self.known = records

    def get_instance(self, value: Any) -> Any:
        """The record, from what is known or from the database; None when there is none."""
        if (found := getattr(self, "known", {}).get(str(value))) is not None:
            return found
        parent: Any = super()
        return parent.get_instance(value) if value is None or is_key(str(value)) else None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was sent; a number that no database can hold is sent on as one that no record has."""
        parent: Any = super()
        value = parent.value_from_datadict(data, files, name)
        return "0" if value and not is_key(str(value)) else value

    def get_display_title(self, instance: Any) -> str:
        """The name."""
        return type(self).described(instance)


class PageChooser(RememberedChoices, BaseChooser):
    """A field's chooser of pages of one kind."""


class SnippetChooser(RememberedChoices, AdminSnippetChooser):
    """A field's chooser of snippets of one kind."""


class Chooser:
    """What the viewset of a page's chooser and that of a snippet's share."""

    shown: ClassVar[tuple[Column, ...]] = ()
    related: ClassVar[tuple[str, ...]] = ()
    described: ClassVar[Callable[[Any], str]] = str
    filter_form_class: ClassVar[type[RecordFilterForm]] = RecordFilterForm
    ordering: ClassVar[tuple[str, ...]] = ("title",)
    model: Any

    def get_object_list(self) -> QuerySet[Any]:
        """The records with what their columns show."""
        rows: QuerySet[Any] = self.model.objects.select_related(*self.related)
        return rows

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Pass the columns, the filters, the order and the naming on to the views."""
        own = {
            "shown": self.shown,
            "filter_form_class": self.filter_form_class,
            "ordering": self.ordering,
            "described": type(self).described,
        }
        parent: Any = super()
        passed: dict[str, Any] = parent.get_common_view_kwargs(**own, **kwargs)
        return passed

    @cached_property
    def widget_class(self) -> type[Any]:
        """The widget, which names a record as the chooser does."""
        parent: Any = super()
        own = {"related": self.related, "described": staticmethod(type(self).described)}
        return type(parent.widget_class.__name__, (parent.widget_class,), own)


class PageChooserViewSet(Chooser, ChooserViewSet):
    """The chooser of one kind of page."""

    per_page = 20
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    base_widget_class = PageChooser


class RecordSnippetChooserViewSet(Chooser, snippets.SnippetChooserViewSet):
    """The chooser of one kind of snippet."""

    choose_view_class = SnippetChooseView
    choose_results_view_class = SnippetChooseResultsView
    base_widget_class = SnippetChooser
