"""Reads typed days and times back to the admin's script, so that there is one reading."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from home.date_fields.clock import read_by_clock
from home.date_fields.reading import UnreadError
from home.date_fields.wording import read_back, why_unread


@require_GET
def read(request: HttpRequest) -> JsonResponse:
    """What `text` means as a `day` or `moment`, as a value and in words, or why it means none."""
    text, with_time = request.GET.get("text", ""), request.GET.get("kind") == "moment"
    try:
        value = read_by_clock(text, with_time=with_time)
    except UnreadError as error:
        said = why_unread(error, text, with_time=with_time)
        return JsonResponse({"value": "", "words": "", "problem": said})
    return JsonResponse({"value": value.isoformat(), "words": read_back(value), "problem": ""})
