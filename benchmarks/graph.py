"""The graph of a thousand nodes: read from the database, beside reading the same tables as plain rows."""

from __future__ import annotations

from decimal import Decimal

from django.db import models, transaction

from benchmarks.measuring import measure, table
from benchmarks.wagtail_pages import PageMaker
from catalog.models import Competency, MicroCredentialPage, StackMember, StackPage
from pathways import queries
from pathways.models import (
    PathwayPage,
    PathwayStage,
    PriorityLink,
    PriorityPage,
    RolePage,
    StackLink,
    StageStack,
)

NODES = 1_000
PLAIN: dict[type[models.Model], tuple[str, ...]] = {
    MicroCredentialPage: (
        "pk",
        "slug",
        "title",
        "hours_min",
        "hours_max",
        "cost_usd",
        "grades",
        "issuer__title",
    ),
    StackPage: ("pk", "slug", "title", "cost_usd", "complete", "issuer__title"),
    StackMember: ("group_id", "group__minimum", "credential_id", "stack_id"),
    PathwayPage: ("pk", "slug", "title", "summary"),
    PathwayStage: ("pk", "title", "level", "minimum"),
    StageStack: ("stage_id", "stack_id"),
    StackLink: ("page_id", "before_id", "kind", "reason"),
    PriorityPage: ("pk", "slug", "title"),
    PriorityLink: ("page_id", "priority_id"),
    RolePage: ("pk", "slug", "title", "pay"),
    Competency: ("pk", "slug", "title"),
}


def read_rows() -> int:
    """The floor: the rows of every table that the graph is made of."""
    return sum(len(model._default_manager.values_list(*columns)) for model, columns in PLAIN.items())


def fill_up() -> None:
    """Add made-up micro-credentials to the catalog, until its graph has a thousand nodes."""
    maker = PageMaker()
    missing = NODES - len(queries.load().nodes)
    pages = [
        MicroCredentialPage(
            title=f"Made up {number}",
            slug=f"made-up-{number}",
            issuer=maker.issuers[number % len(maker.issuers)],
            hours_min=Decimal(number % 9),
            hours_max=Decimal(number % 9 + 5),
        )
        for number in range(missing)
    ]
    maker.insert(MicroCredentialPage, pages)


def report() -> str:
    """Times as text; what was made up is gone afterward."""
    with transaction.atomic():
        fill_up()
        graph = queries.load()
        measured = measure(
            {
                "read the plain rows (the floor)": read_rows,
                f"load the graph of {len(graph.nodes)} nodes (aim: 10 ms)": queries.load,
                "ask whether the kept graph is still that of the catalog": queries.current,
            },
            rounds=40,
        )
        transaction.set_rollback(True)
    return table(measured)
