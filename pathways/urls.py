"""Addresses of pathways that are not pages."""

from django.urls import path

from pathways.views.compare import compare
from pathways.views.plan import plan, plan_calendar, plan_table

urlpatterns = [
    path("compare/", compare, name="compare"),
    path("plan/", plan, name="plan"),
    path("plan/calendar.ics", plan_calendar, name="plan_calendar"),
    path("plan/steps.csv", plan_table, name="plan_table"),
]
