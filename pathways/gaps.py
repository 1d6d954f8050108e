"""What a pathway, a priority or a role lacks or has wrong."""

from django.db.models import Exists, OuterRef, Q

from home.gaps import Gap
from pathways.models import PathwayPage, PriorityLink, StageStack

STACKS = StageStack.objects.filter(stage__page=OuterRef("pk"))
LEADING = PathwayPage.objects.filter(priority=OuterRef("pk"), live=True)
PREPARING = PathwayPage.objects.filter(roles=OuterRef("pk"), live=True)
PREPARED_FOR = PathwayPage.roles.through.objects.filter(pathwaypage=OuterRef("pk"))
LINKED = PriorityLink.objects.filter(priority=OuterRef("pk"), page__live=True)

PATHWAY_GAPS = (
    Gap("unpublished", "A stack is not published", Q(Exists(STACKS.filter(stack__live=False))), urgent=True),
    Gap("stages", "No stages", ~Q(Exists(STACKS))),
    Gap("goal", "Leads to no priority and no role", Q(priority=None) & ~Q(Exists(PREPARED_FOR))),
)

PRIORITY_GAPS = (
    Gap("addressed", "Nothing addresses it", ~Q(Exists(LEADING)) & ~Q(Exists(LINKED))),
    Gap("source", "No source or no date of it", Q(source="") | Q(source_date=None)),
)

ROLE_GAPS = (Gap("pathway", "No pathway prepares for it", ~Q(Exists(PREPARING))),)
