"""What the editing of all snippets shares."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from home.querysets import with_words


class RecordIndexView(IndexView):
    """A list that is searched by its own columns, so that any text gets an answer."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with every typed word in one of the searched columns."""
        text = self.search_query or ""
        return with_words(queryset, text, self.search_fields or (), self.first(text))

    def first(self, text: str) -> Collection[Any]:
        """The keys of the rows that a text names otherwise than by these words."""
        return ()


class RecordViewSet(SnippetViewSet):
    """Editing of one kind of snippet. `search_fields` are the columns in which words are looked for."""

    index_view_class = RecordIndexView
    related: ClassVar[tuple[str, ...]] = ()
    """What a row of the list shows of other records."""
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows with what they show of other records."""
        rows: QuerySet[Any] = self.model._default_manager.select_related(*self.related)
        return rows
