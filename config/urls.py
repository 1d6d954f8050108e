"""Where everything is mounted. Wagtail's pages come last and answer all other addresses."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.api import api

uploads = (
    [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})] if settings.SERVE_MEDIA else []
)

urlpatterns: list[URLPattern | URLResolver] = [
    *uploads,
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", api.urls),
    path("", include("search.urls")),
    path("", include("pathways.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
]
