"""Loads what belongs to the shell: the glossary, and a contact where the site has none."""

from wagtail.models import Site

from demo.loaders.shelves import Records
from demo.loaders.state import Load, sourced
from home.models import GlossaryTerm, SiteSettings

CONTACT = {
    "contact_name": "Stackway demonstration (a made-up address: nobody reads it)",
    "contact_email": "mistakes@stackway.example",
}
"""`.example` is reserved by RFC 2606: no message can reach a stranger."""


def load_glossary(load: Load) -> None:
    """glossary.csv."""
    terms = Records(GlossaryTerm, "slug", load.tally)
    for row in load.pack.glossary:
        values = {
            "term": row.term,
            "also_known_as": row.also_known_as,
            "definition": row.definition,
            "search_words": row.search_words,
            **sourced(row.source_ref),
        }
        terms.put(row.slug, values, "glossary.csv", row.line)


def load_contact(load: Load) -> None:
    """A contact for “report a mistake”, unless the site's editors have entered theirs."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    if not settings.contact_email and not settings.contact_phone:
        for name, value in CONTACT.items():
            setattr(settings, name, value)
        settings.save()
        load.tally.made["contacts"] += 1
