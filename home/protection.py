"""What other records point at is not deleted: the editor is told by which, instead of an error."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from modelcluster.fields import ParentalKey
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.models import Page

NAMED = 5
"""So many holders are named; the rest is counted."""


def whole(record: Model) -> Any:
    """The record that an editor opens to change this row: the page of a member of a group of a stack."""
    for field in record._meta.get_fields():
        if isinstance(field, ParentalKey):
            return whole(getattr(record, field.name))
    return record


def with_all_below(record: Model) -> list[Model]:
    """What goes when the record goes."""
    if isinstance(record, Page):
        return list(Page.objects.descendant_of(record, inclusive=True).specific())
    return [record]


def holders(records: Iterable[Model]) -> list[str]:
    """The names of what keeps these records from being deleted."""
    found: set[str] = set()
    for record in records:
        for one in with_all_below(record):
            collector = NestedObjects("default", origin=one)
            collector.collect([one])
            found |= {str(whole(row)) for row in collector.protected}
    return sorted(found)


def refusal(records: list[Model]) -> str:
    """Why these records cannot be deleted; empty when they can."""
    names = holders(records)
    if not names:
        return ""
    subject = f"“{records[0]}” cannot be deleted" if len(records) == 1 else "These records cannot be deleted"
    listed = "; ".join(names[:NAMED])
    rest = f"; and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{subject}, because others point to it: {listed}{rest}. Change those first, or unpublish it."


def refuse_deletion(request: HttpRequest, records: Iterable[Model], back: str) -> HttpResponse | None:
    """Tell the editor and go back; None when nothing stands in the way."""
    if request.method != "POST" or not (said := refusal(list(records))):
        return None
    messages.error(request, said)
    return redirect(back)


class KeepingDeleteAction(DeleteBulkAction):
    """Deletes several pages, or says what keeps one of them, where Wagtail speaks of a missing permission."""

    def prepare_action(self, objects: list[Page], objects_without_access: Any) -> HttpResponse | None:
        """The refusal, if there is one."""
        refused = refuse_deletion(self.request, objects, self.next_url)
        return refused or super().prepare_action(objects, objects_without_access)
