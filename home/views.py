"""Public views of the shell."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control

from home.directory import Directory, Entry
from home.models import SiteSettings
from home.theme import measure, theme_css

TOKENS = {
    "way": "the way: road, next step, match",
    "way-soft": "road surface",
    "way-edge": "road edge",
    "link": "what can be followed; focus",
    "ink": "text, plates",
    "soft": "quiet text",
    "edge": "field edges",
    "rule": "hairlines",
    "wash": "quiet ground",
    "paper": "page",
}


class SampleForm(forms.Form):
    """Fields for the style guide; nothing is done with them."""

    earned_on = forms.DateField(label="Date you earned it", help_text="As printed on the badge")
    grade = forms.ChoiceField(label="Grade", choices=[("", "Choose"), ("2", "Grade 2")])


def style_guide(request: HttpRequest) -> TemplateResponse:
    """Every part of the design in every state."""
    source = Path(settings.STATICFILES_DIRS[0]) / "css" / "tokens.css"
    entries = [Entry(key, name) for key, name in enumerate(("Élan", "Analysis", "4Cs", "Zoo"))]
    directory = Directory(entries, per_page=2)
    context = {
        "tokens": TOKENS,
        "measured": measure(source.read_text()),
        "form": SampleForm({"earned_on": "yesterday", "grade": ""}),
        "directory": directory,
        "marks": {"both": [True, True], "any": [True, False]},
    }
    return TemplateResponse(request, "home/style_guide.html", context)


@cache_control(public=True, max_age=3600)
def theme(request: HttpRequest) -> HttpResponse:
    """The colors the state has set, as a style sheet in the layer of the tokens."""
    site = SiteSettings.for_request(request)
    return HttpResponse(theme_css(site.colors, site.link_dark), content_type="text/css")
