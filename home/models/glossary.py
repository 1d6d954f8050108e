"""Terms of the field in plain words."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.directory import Entry
from home.glossary import Term
from home.models.records import Addressed, RecordIndexPage


class GlossaryTerm(Addressed, index.Indexed, models.Model):
    """One term, its other names and its meaning."""

    plural: ClassVar[str] = "glossary"

    slug = models.SlugField(unique=True, max_length=120)
    term = models.CharField(max_length=120)
    also_known_as = models.CharField(
        max_length=255,
        blank=True,
        help_text="Other names, separated by “;”; prose that uses one is linked. Abbreviations in capitals.",
    )
    definition = models.TextField()
    search_words = models.CharField(
        max_length=255, blank=True, help_text="Everyday words that should find the term; never shown."
    )
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    panels = [
        FieldPanel(name)
        for name in ("term", "slug", "also_known_as", "definition", "search_words", "source", "source_ref")
    ]
    search_fields = [
        index.SearchField("term"),
        index.SearchField("definition"),
        index.AutocompleteField("term"),
    ]

    class Meta:
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    @property
    def other_names(self) -> list[str]:
        """The other names as a list."""
        return [name.strip() for name in self.also_known_as.split(";") if name.strip()]

    @classmethod
    def named(cls) -> tuple[Term, ...]:
        """Every term with its names, as prose may use them; one query."""
        terms = cls.objects.only("slug", "term", "also_known_as").order_by("slug")
        return tuple(Term(one.url, (one.term, *one.other_names)) for one in terms)


class GlossaryIndexPage(RecordIndexPage):
    """The glossary from A to Z; each term has an address of its own."""

    record_model = GlossaryTerm
    record_template = "home/glossary_term.html"
    template = "home/glossary_index_page.html"

    def entries(self) -> list[Entry]:
        """Every term."""
        return [Entry(pk, term) for pk, term in GlossaryTerm.objects.values_list("pk", "term")]

    def cards(self, keys: list[int]) -> dict[int, GlossaryTerm]:
        """The terms themselves."""
        return GlossaryTerm.objects.in_bulk(keys)
