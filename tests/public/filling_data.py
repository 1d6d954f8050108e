"""What addresses that list everything give, made in any number."""

from __future__ import annotations

from wagtail.models import PageViewRestriction

from tests import factories as make
from tests.public.filling import competencies, credentials


def renamed(rows: int) -> str:
    """The old slugs of so many micro-credentials."""
    for one in credentials(rows):
        one.slug = f"new-{one.slug}"
        one.save()
    return "/api/v1/moved"


def everything(rows: int) -> str:
    """Every public address, with so many records that are no pages, and pages of which one is closed."""
    pages = credentials(rows)
    for _ in range(rows):
        make.GlossaryTermFactory()
        make.DistrictFactory()
        make.RecognitionFactory()
    competencies(rows)
    PageViewRestriction.objects.create(page=pages[0], restriction_type=PageViewRestriction.LOGIN)
    return "/sitemap.xml"
