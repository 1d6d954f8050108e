"""Editing in the admin: the shell's own records, and what the other rooms' choosers and listings share."""

from home.viewsets.choosers import (
    PageChooserViewSet,
    RecordFilterForm,
    RecordSnippetChooserViewSet,
    narrowing,
    status_words,
)
from home.viewsets.glossary import GlossaryTermViewSet

__all__ = [
    "GlossaryTermViewSet",
    "PageChooserViewSet",
    "RecordFilterForm",
    "RecordSnippetChooserViewSet",
    "narrowing",
    "status_words",
]
