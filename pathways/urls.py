"""Addresses of pathways that are not pages."""

from django.urls import path

from pathways.views.compare import compare

urlpatterns = [
    path("compare/", compare, name="compare"),
]
