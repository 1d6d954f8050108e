"""Editing of pathways, priorities and roles in the admin."""

from wagtail.admin.ui.tables import Column

from home.viewsets import PageChooserViewSet, status_words
from pathways.models import PriorityPage, RolePage


class PriorityChooserViewSet(PageChooserViewSet):
    """Choose a priority."""

    model = PriorityPage
    icon = "pick"
    choose_one_text = "Choose a priority"
    choose_another_text = "Choose another priority"
    edit_item_text = "Edit this priority"
    related = ("parent_priority",)
    shown = (
        Column("parent", label="Part of", accessor="parent_priority"),
        Column("status", label="Status", accessor=status_words),
    )


class RoleChooserViewSet(PageChooserViewSet):
    """Choose a role."""

    model = RolePage
    icon = "user"
    choose_one_text = "Choose a role"
    choose_another_text = "Choose another role"
    edit_item_text = "Edit this role"
    related = ("jurisdiction",)
    shown = (
        Column("kind", label="Kind", accessor="get_role_kind_display"),
        Column("jurisdiction", label="Where", accessor="jurisdiction"),
        Column("status", label="Status", accessor=status_words),
    )
