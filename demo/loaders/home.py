"""Loads what belongs to the shell: the glossary."""

from demo.loaders.shelves import Records
from demo.loaders.state import Load, sourced
from home.models import GlossaryTerm


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
