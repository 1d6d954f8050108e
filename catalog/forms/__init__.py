"""Editing forms of the catalog, one module a kind of thing. None imports models, which name their forms."""

from catalog.forms.recording import EquivalenceForm, QualityReviewForm, RecognitionForm, RecordingForm
from catalog.forms.stacks import StackPageForm, impossible, loop_message, stacks_before, too_many_asked_for

__all__ = [
    "EquivalenceForm",
    "QualityReviewForm",
    "RecognitionForm",
    "RecordingForm",
    "StackPageForm",
    "impossible",
    "loop_message",
    "stacks_before",
    "too_many_asked_for",
]
