"""Micro-credentials side by side."""

from pathways.comparing.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
