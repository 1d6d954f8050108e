"""Public views that know all content."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse

from catalog.models import (
    CatalogVersion,
    Competency,
    District,
    IssuerPage,
    MicroCredentialPage,
    Recognition,
    StackPage,
)
from home.models import GlossaryTerm, GuidePage
from pathways.models import PathwayPage, PriorityPage, RolePage


def counted() -> dict[str, QuerySet[Any]]:
    """The real records of each kind, by the kind's name; examples are left out."""
    return {
        "micro-credential": MicroCredentialPage.objects.on_record(),
        "stack": StackPage.objects.on_record(),
        "pathway": PathwayPage.objects.live(),
        "priority": PriorityPage.objects.live(),
        "role": RolePage.objects.live(),
        "recognition": Recognition.objects.all(),
        "issuer": IssuerPage.objects.live().filter(demonstration=False),
        "competency": Competency.objects.all(),
        "glossary": GlossaryTerm.objects.all(),
        "district": District.objects.all(),
        "guide": GuidePage.objects.live(),
    }


def healthz(request: HttpRequest) -> HttpResponse:
    """The site's health: whether the database answers, and what it holds."""
    examples = MicroCredentialPage.objects.live().demonstration().count()
    examples += StackPage.objects.live().demonstration().count()
    return JsonResponse(
        {
            "status": "ok",
            "catalog_version": CatalogVersion.current(),
            "engine": "none",
            "counts": {kind: records.count() for kind, records in counted().items()},
            "examples": examples,
        }
    )
