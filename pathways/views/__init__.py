"""Public pages of pathways that are no Wagtail pages."""
