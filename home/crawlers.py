"""What browsers and search engines ask of every site at addresses of their own choice."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem
from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.addresses import absolute
from home.sitemap import PublicSitemap, entries

ICON = Path("img") / "favicon.ico"
DAY = 86_400


@require_safe
@cache_control(public=True, max_age=DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """The site's mark, for browsers that look for it nowhere else."""
    picture = (Path(settings.STATICFILES_DIRS[0]) / ICON).read_bytes()
    return HttpResponse(picture, content_type="image/x-icon")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read: a page that no search engine should list says so itself, to who reads it."""
    lines = ("User-agent: *", "Disallow:", "", f"Sitemap: {absolute('/sitemap.xml')}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest, number: int | None = None) -> TemplateResponse:
    """Every public address; where one file cannot hold them, the list of the files that do."""
    whole = PublicSitemap(list(entries(Site.find_for_request(request))))
    files = whole.paginator.num_pages
    if number is None and files > 1:
        parts = [SitemapIndexItem(absolute(f"/sitemap-{part}.xml")) for part in range(1, files + 1)]
        return as_xml(request, "sitemap_index.xml", sitemaps=parts)
    try:
        return as_xml(request, "sitemap.xml", urlset=whole.get_urls(page=number or 1))
    except EmptyPage as error:
        raise Http404 from error


def as_xml(request: HttpRequest, template: str, **context: object) -> TemplateResponse:
    """One of the files that search engines read."""
    return TemplateResponse(request, template, context, content_type="application/xml")
