"""Addresses of the shell that are not pages."""

from django.urls import path

from home import embeds, views

urlpatterns = [
    path("embed/v1.js", embeds.script, name="embed_script"),
    path("style-guide/", views.style_guide, name="style_guide"),
    path("theme.css", views.theme, name="theme"),
]
