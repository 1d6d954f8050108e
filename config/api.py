"""The public JSON API: every app's router, mounted under `/api/v1/`."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from catalog.api import router as decisions
from catalog.equivalences_api import router as equivalences
from pathways.api import router as pathways
from pathways.plan_api import router as plans
from search.api import router as search

api = NinjaAPI(
    title="Stackway",
    version="1",
    description="The state's public record of teacher micro-credentials. Null means not stated.",
    docs_url=None,
    urls_namespace="api-v1",
)
api.add_router("", search)
api.add_router("", decisions)
api.add_router("", equivalences)
api.add_router("", pathways)
api.add_router("", plans)


@api.exception_handler(SuspiciousOperation)
def refuse(request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
    """Say that a request is none, such as one with too many parameters."""
    return api.create_response(request, {"detail": "This request cannot be read."}, status=400)
