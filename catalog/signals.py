"""Moves the catalog's version when a page or record changes, in the same transaction."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save

from catalog.models import (
    CatalogVersion,
    Competency,
    CompetencyFramework,
    Decision,
    District,
    Jurisdiction,
    QualityReview,
    QualityStandard,
    Recognition,
    Topic,
)
from home.models import BasePage, GlossaryTerm

PUBLIC = (
    BasePage,
    Competency,
    CompetencyFramework,
    Decision,
    District,
    GlossaryTerm,
    Jurisdiction,
    QualityReview,
    QualityStandard,
    Recognition,
    Topic,
)


def move_version(instance: models.Model, **_: Any) -> None:
    """Count a change to anything a visitor may see."""
    if isinstance(instance, PUBLIC):
        CatalogVersion.move()


def connect() -> None:
    """Listen to all models; subclasses of pages in other apps are included."""
    post_save.connect(move_version, dispatch_uid="catalog-version-save")
    post_delete.connect(move_version, dispatch_uid="catalog-version-delete")
