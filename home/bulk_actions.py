"""What several pages are asked before something is done to all of them: nothing is half done."""

from collections.abc import Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from home.publishing import refusal


class PublishTogetherAction(PublishBulkAction):
    """Publishes several pages, or none and names each one that is incomplete."""

    def prepare_action(self, objects: list[Page], objects_without_access: Any) -> HttpResponse | None:
        """The refusal, if there is one."""
        pages = list(self.to_publish(objects))
        prefetch_related_objects(pages, "latest_revision__content_object")
        refused = [one for page in pages if (one := refusal(page))]
        for one in refused:
            edit = messages.button(reverse("wagtailadmin_pages:edit", args=[one.page.pk]), "Edit")
            messages.error(self.request, str(one), [edit])
        if not refused:
            return None
        messages.warning(self.request, "Nothing was published.")
        return redirect(self.next_url)

    def to_publish(self, objects: list[Page]) -> Iterator[Page]:
        """What was chosen and, if asked, the drafts below."""
        for page in objects:
            yield page
            if self.cleaned_form.cleaned_data["include_descendants"]:
                yield from page.get_descendants().not_live()
