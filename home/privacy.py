"""What an address tells of its visitor stays between the two."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)


def kept_private(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """No other site learns the address, and no cache between the two keeps the answer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Answer:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "private"
        return response

    return guarded
