"""Moves the catalog's version when a page or record changes, in the same transaction."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save
from wagtail.models import Orderable, PageViewRestriction
from wagtail.signals import post_page_move

from catalog.models import (
    CatalogVersion,
    Competency,
    CompetencyFramework,
    Decision,
    District,
    Equivalence,
    Jurisdiction,
    QualityReview,
    QualityStandard,
    Recognition,
    Topic,
)
from home.models import BasePage, GlossaryTerm
from home.signals import is_page_being_written

PUBLIC = (
    BasePage,
    Competency,
    CompetencyFramework,
    Decision,
    District,
    Equivalence,
    GlossaryTerm,
    Jurisdiction,
    PageViewRestriction,
    QualityReview,
    QualityStandard,
    Recognition,
    Topic,
)


def move_version(instance: models.Model, **_: Any) -> None:
    """Count a change to anything a visitor may see; a row saved with its page is counted with that."""
    row_alone = isinstance(instance, Orderable) and not is_page_being_written()
    if isinstance(instance, PUBLIC) or row_alone:
        CatalogVersion.move()


def page_moved(**_: Any) -> None:
    """Addresses are others, and so may be who may read."""
    CatalogVersion.move()


def connect() -> None:
    """Listen to all models; subclasses of pages in other apps are included."""
    post_save.connect(move_version, dispatch_uid="catalog-version-save")
    post_delete.connect(move_version, dispatch_uid="catalog-version-delete")
    post_page_move.connect(page_moved, dispatch_uid="catalog-version-move")
