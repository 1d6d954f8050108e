"""Addresses of pathways that are not pages."""

from django.urls import path

from pathways.views.table import table, table_file

urlpatterns = [
    path("pathways/<slug:slug>/table/", table, name="pathway_table"),
    path("pathways/<slug:slug>/table.csv", table_file, name="pathway_table_file"),
]
