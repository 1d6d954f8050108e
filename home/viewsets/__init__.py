"""Editing in the admin: the shell's own records, and what the other rooms' choosers and listings share."""

from home.viewsets.choosers import (
    PageChooserViewSet,
    RecordFilterForm,
    RecordSnippetChooserViewSet,
    narrowing,
    status_words,
)
from home.viewsets.glossary import GlossaryTermViewSet
from home.viewsets.records import RecordIndexView, RecordViewSet

__all__ = [
    "GlossaryTermViewSet",
    "PageChooserViewSet",
    "RecordFilterForm",
    "RecordIndexView",
    "RecordSnippetChooserViewSet",
    "RecordViewSet",
    "narrowing",
    "status_words",
]
