"""Addresses of pathways that are not pages."""

from django.urls import path

from pathways import embeds
from pathways.views.compare import compare
from pathways.views.plan import plan, plan_calendar, plan_table
from pathways.views.table import table, table_file

urlpatterns = [
    path("compare/", compare, name="compare"),
    path("embed/pathways/<str:slug>/", embeds.pathway, name="embed_pathway"),
    path("embed/priorities/<str:slug>/", embeds.priority, name="embed_priority"),
    path("pathways/<slug:slug>/table/", table, name="pathway_table"),
    path("pathways/<slug:slug>/table.csv", table_file, name="pathway_table_file"),
    path("plan/", plan, name="plan"),
    path("plan/calendar.ics", plan_calendar, name="plan_calendar"),
    path("plan/steps.csv", plan_table, name="plan_table"),
]
