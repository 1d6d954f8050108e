"""Editing forms of the catalog, one module a kind of thing. None imports models, which name their forms."""

from catalog.forms.recording import QualityReviewForm, RecordingForm
from catalog.forms.stacks import StackPageForm, impossible, kept, path_between

__all__ = ["QualityReviewForm", "RecordingForm", "StackPageForm", "impossible", "kept", "path_between"]
