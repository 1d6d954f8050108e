"""Factories of the shell's models."""

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from home.models import GlossaryTerm, GuideIndexPage, GuidePage, ProsePage
from tests.factories.rooms import home_page, room


class GlossaryTermFactory(DjangoModelFactory):
    class Meta:
        model = GlossaryTerm

    slug = factory.Sequence(lambda number: f"term-{number}")
    term = factory.LazyAttribute(lambda term: term.slug.replace("-", " ").capitalize())
    definition = "What it means, in one sentence."


class ProsePageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ProsePage

    parent = factory.LazyFunction(home_page)
    title = factory.Sequence(lambda number: f"Something to read {number}")


class GuidePageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = GuidePage

    parent = factory.LazyFunction(lambda: room(GuideIndexPage))
    title = factory.Sequence(lambda number: f"Guide {number}")
