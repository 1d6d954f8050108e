"""Public views that know all content."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from catalog.models import (
    CatalogVersion,
    Competency,
    District,
    IssuerPage,
    MicroCredentialPage,
    Recognition,
    StackPage,
)
from catalog.standing import site_jurisdiction
from home.models import GlossaryTerm, GuidePage
from home.querysets import for_everybody
from pathways.models import PathwayPage, PriorityPage, RolePage
from search.answers import answer
from search.asking import ask
from search.engines import engine
from search.models import SearchDocument


def counted() -> dict[str, QuerySet[Any]]:
    """The real records of each kind that everybody may read, by the kind's name; examples are left out."""
    return {
        "micro-credential": MicroCredentialPage.objects.on_record(),
        "stack": StackPage.objects.on_record(),
        "pathway": PathwayPage.objects.filter(for_everybody()),
        "priority": PriorityPage.objects.filter(for_everybody()),
        "role": RolePage.objects.filter(for_everybody()),
        "recognition": Recognition.objects.current(),
        "issuer": IssuerPage.objects.filter(for_everybody(), demonstration=False),
        "competency": Competency.objects.all(),
        "glossary": GlossaryTerm.objects.all(),
        "district": District.objects.all(),
        "guide": GuidePage.objects.filter(for_everybody()),
    }


def healthz(request: HttpRequest) -> HttpResponse:
    """The site's health: whether the database answers, and what it holds."""
    examples = MicroCredentialPage.objects.demonstration().filter(for_everybody()).count()
    examples += StackPage.objects.demonstration().filter(for_everybody()).count()
    return JsonResponse(
        {
            "status": "ok",
            "catalog_version": CatalogVersion.current(),
            "engine": engine().name,
            "documents": SearchDocument.objects.values("kind", "key").distinct().count(),
            "counts": {kind: records.count() for kind, records in counted().items()},
            "examples": examples,
        }
    )


@require_safe
@vary_on_headers("HX-Request")
def explore(request: HttpRequest) -> HttpResponse:
    """Everything there is, found and narrowed; only the results for the script that asks for them."""
    found = answer(ask(request.GET, site_jurisdiction(request)))
    if found.number > found.pages.num_pages:
        found = answer(found.asked.on_last_page(found.pages.num_pages))
    half = request.headers.get("HX-Request") and not request.headers.get("HX-History-Restore-Request")
    template = "search/explore_results.html" if half else "search/explore.html"
    context = {"answer": found, "demonstration": found.demonstration}
    return render(request, template, context)
