"""Public views of the shell."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control

from home.models import SiteSettings


def style_guide(request: HttpRequest) -> TemplateResponse:
    """Every part of the design in every state."""
    return TemplateResponse(request, "home/style_guide.html")


@cache_control(public=True, max_age=3600)
def theme(request: HttpRequest) -> HttpResponse:
    """The colors the state has set, as a style sheet in a layer above the tokens."""
    site = SiteSettings.for_request(request)
    light = "".join(f"{name}:{color};" for name, color in site.colors.items())
    dark = f"@media (prefers-color-scheme:dark){{:root{{--link:{site.link_dark}}}}}" if site.link_dark else ""
    return HttpResponse(f"@layer tokens{{:root{{{light}}}{dark}}}", content_type="text/css")
