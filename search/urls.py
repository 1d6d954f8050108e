"""Addresses of search and of the site's own health."""

from django.urls import path

from search import views

urlpatterns = [
    path("explore/", views.explore, name="explore"),
    path("healthz/", views.healthz, name="healthz"),
]
