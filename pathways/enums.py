"""Closed lists of pathways, with the words a teacher reads."""

from django.db import models

from catalog.enums import Grade


class Level(models.TextChoices):
    """How far along a stage stands."""

    NOVICE = "novice", "Novice"
    INTERMEDIATE = "intermediate", "Intermediate"
    ADVANCED = "advanced", "Advanced"


class Audience(models.TextChoices):
    """Which teachers a pathway is for."""

    ELEMENTARY = "elementary", "Elementary teachers"
    SECONDARY = "secondary", "Middle and high school teachers"
    ALL = "all grades", "Teachers of all grades"

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades they teach. Grade 6 is taught in elementary and in middle schools."""
        every = tuple(Grade)
        first, sixth = every.index(Grade.K), every.index(Grade.G6)
        return {Audience.ELEMENTARY: every[first : sixth + 1], Audience.SECONDARY: every[sixth:]}.get(
            self, every
        )


class LinkKind(models.TextChoices):
    """How one stack stands to another."""

    BUILDS_ON = "builds_on", "Builds on: finish the other one first"
    RECOMMENDED_BEFORE = "recommended_before", "Better after the other one"


class RoleKind(models.TextChoices):
    """What sort of role it is."""

    ADVANCED_TEACHING = "advanced teaching role", "Advanced teaching role"
    LEADERSHIP = "leadership role", "Leadership role"
    SUPPORT = "support role", "Support role"
    CAREER_STAGE = "career stage", "Career stage"
    RECOGNIZED_STATUS = "recognized status", "Recognized status"
    ENTRY_CONDITION = "entry condition", "Entry condition"
    ORGANIZATION = "organization", "Organization"
    MICRO_CREDENTIAL = "micro-credential role", "Role in the micro-credential system"
