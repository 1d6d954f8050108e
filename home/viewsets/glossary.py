"""Editing of the shell's records in the admin."""

from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import GlossaryTerm


class GlossaryTermViewSet(SnippetViewSet):
    """The glossary."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Glossary"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["term", "also_known_as"]
