"""Closed lists of the shell, with the words a visitor reads."""

from django.db import models


class GuideAudience(models.TextChoices):
    """Whom a guide is written for."""

    TEACHERS = "teachers", "For teachers"
    DISTRICTS = "districts", "For districts"
    STATE_STAFF = "state-staff", "For state staff"
