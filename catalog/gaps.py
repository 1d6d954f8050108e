"""What a micro-credential, a stack or an issuer lacks or has wrong."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.enums import Completeness
from catalog.models import CompetencyAlignment, EvidencePart, MicroCredentialPage, StackMember, StackPage
from catalog.models.settings import today_on_record
from catalog.querysets import no_longer_offered
from home.gaps import Gap

MEMBERS = StackMember.objects.filter(group__page=OuterRef("pk"))
UNPUBLISHED = Q(credential__live=False) | Q(stack__live=False)
HOLDING = StackMember.objects.filter(credential=OuterRef("pk"), group__page__live=True)
ALIGNED = CompetencyAlignment.objects.filter(page=OuterRef("pk"))
PARTS = EvidencePart.objects.filter(page=OuterRef("pk"))
AWARDED = MicroCredentialPage.objects.filter(issuer=OuterRef("pk"))
MADE = StackPage.objects.filter(issuer=OuterRef("pk"))


def retired_members(on: date) -> QuerySet[StackMember]:
    """The members of a stack that are no longer offered on a day."""
    members: QuerySet[StackMember] = MEMBERS.filter(no_longer_offered(on, "credential__"))
    return members


def closing_members(on: date) -> QuerySet[StackMember]:
    """Those that are offered on a day, and until a day on record."""
    named = Q(credential__last_day_to_start__gte=on) | Q(
        credential__last_day_to_start=None, credential__last_day_to_finish__gte=on
    )
    members: QuerySet[StackMember] = MEMBERS.filter(named, credential__retired=False)
    return members


CREDENTIAL_GAPS = (
    Gap(
        "held",
        "Retired or not published, but a live stack asks for it",
        lambda: Q(Exists(HOLDING)) & (no_longer_offered(today_on_record()) | Q(live=False)),
        urgent=True,
    ),
    Gap("hours", "No hours", Q(hours_min=None)),
    Gap("cost", "No cost", Q(cost_usd=None)),
    Gap("evidence", "No evidence", Q(evidence_kind="") & ~Q(Exists(PARTS))),
    Gap("statement", "No competency statement", Q(competency_statement="")),
    Gap("alignment", "No competency", ~Q(Exists(ALIGNED))),
    Gap("topic", "No topic", Q(topic=None)),
    Gap("address", "No link to the issuer", Q(address="")),
    Gap("source", "No source or no date of it", Q(source="") | Q(source_date=None)),
)

STACK_GAPS = (
    Gap("unpublished", "A member is not published", Q(Exists(MEMBERS.filter(UNPUBLISHED))), urgent=True),
    Gap("retired", "A member is retired", lambda: Q(Exists(retired_members(today_on_record()))), urgent=True),
    Gap("closing", "A member is not offered for ever", lambda: Q(Exists(closing_members(today_on_record())))),
    Gap("members", "No members", ~Q(Exists(MEMBERS))),
    Gap("complete", "Members are missing", Q(complete=Completeness.NO)),
    Gap("address", "No link to the issuer", Q(address="")),
    Gap("source", "No source or no date of it", Q(source="") | Q(source_date=None)),
)

ISSUER_GAPS = (
    Gap("records", "Nothing of it on record", ~Q(Exists(AWARDED)) & ~Q(Exists(MADE))),
    Gap("website", "No website", Q(website="")),
)
