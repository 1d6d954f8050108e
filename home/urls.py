"""Addresses of the shell that are not pages."""

from django.urls import path

from home import crawlers, embeds, views

urlpatterns = [
    path("embed/v1.js", embeds.script, name="embed_script"),
    path("favicon.ico", crawlers.favicon, name="favicon"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", crawlers.sitemap, name="sitemap_part"),
    path("style-guide/", views.style_guide, name="style_guide"),
    path("theme.css", views.theme, name="theme"),
]
