"""The explorer of pathways: chosen by what they lead to and ask for, shown in three forms."""

from pathways.exploring.explorer import Explorer, explore

__all__ = ["Explorer", "explore"]
