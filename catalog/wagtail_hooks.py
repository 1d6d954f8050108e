"""What the catalog adds to the admin."""

from wagtail.snippets.models import register_snippet

from catalog.viewsets import CatalogViewSetGroup

register_snippet(CatalogViewSetGroup)
