"""Editing of the catalog in the admin, one module a kind of thing."""

from catalog.viewsets.choosers import (
    CredentialChooserViewSet,
    IssuerChooserViewSet,
    StackChooserViewSet,
)
from catalog.viewsets.decisions import DecisionViewSetGroup
from catalog.viewsets.listings import CredentialListViewSet, IssuerListViewSet, StackListViewSet
from catalog.viewsets.records import CatalogViewSetGroup

__all__ = [
    "CatalogViewSetGroup",
    "CredentialChooserViewSet",
    "CredentialListViewSet",
    "DecisionViewSetGroup",
    "IssuerChooserViewSet",
    "IssuerListViewSet",
    "StackChooserViewSet",
    "StackListViewSet",
]
