"""The home page and the lists below it, found or made: a test that flushes the database loses them."""

from typing import TypeVar

from wagtail.models import Locale, Page, Site

from catalog.models import (
    CompetencyIndexPage,
    DistrictIndexPage,
    IssuerIndexPage,
    MicroCredentialIndexPage,
    RecognitionIndexPage,
    StackIndexPage,
)
from home.models import GlossaryIndexPage, GuideIndexPage, HomePage
from pathways.models import PathwayIndexPage, PriorityIndexPage, RoleIndexPage

P = TypeVar("P", bound=Page)

SLUGS: dict[type[Page], str] = {
    CompetencyIndexPage: "competencies",
    DistrictIndexPage: "districts",
    GlossaryIndexPage: "glossary",
    GuideIndexPage: "guides",
    IssuerIndexPage: "issuers",
    MicroCredentialIndexPage: "micro-credentials",
    PathwayIndexPage: "pathways",
    PriorityIndexPage: "priorities",
    RecognitionIndexPage: "recognition",
    RoleIndexPage: "roles",
    StackIndexPage: "stacks",
}


def home_page() -> HomePage:
    """The page at `/`."""
    found = HomePage.objects.first()
    return found if found is not None else new_home_page()


def new_home_page() -> HomePage:
    """A home page with all that Wagtail's own migrations would have made."""
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    page: HomePage = root.add_child(instance=HomePage(title="Stackway", slug="stackway"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page


def room(model: type[P]) -> P:
    """The list page of this model, at the address of its kind."""
    found: P | None = model._default_manager.first()
    if found is not None:
        return found
    slug = SLUGS[model]
    made: P = home_page().add_child(instance=model(title=slug.capitalize(), slug=slug))
    return made
