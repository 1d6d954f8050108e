"""What the shell adds to the admin."""

from wagtail.snippets.models import register_snippet

from home.viewsets import GlossaryTermViewSet

register_snippet(GlossaryTermViewSet)
