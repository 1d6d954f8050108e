"""Days and times that staff type: read in the notations people use, and never guessed."""

from home.date_fields.reading import Trouble, UnreadError, read_date, read_moment

__all__ = ["Trouble", "UnreadError", "read_date", "read_moment"]
