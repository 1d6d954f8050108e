"""Editing of the glossary in the admin."""

from wagtail.admin.ui.tables import UpdatedAtColumn

from home.models import GlossaryTerm
from home.viewsets.records import RecordViewSet


class GlossaryTermViewSet(RecordViewSet):
    """The glossary."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Glossary"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["term", "also_known_as", UpdatedAtColumn()]
    search_fields = ["term", "also_known_as", "definition"]
    ordering = ["term"]
