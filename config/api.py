"""The public JSON API: every app's router, mounted under `/api/v1/`."""

from ninja import NinjaAPI

from catalog.api import router as decisions
from pathways.api import router as pathways
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
api.add_router("", pathways)
