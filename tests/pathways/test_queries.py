"""From the database to the graph: only what is public, always the same number of queries, kept by version."""

from decimal import Decimal

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from catalog.models import CatalogVersion, StackPage
from catalog.queries import stack_rules
from pathways import queries
from pathways.graph import Relation
from pathways.models import StageStack
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    addresses,
    builds_on,
    group,
    stage,
)

pytestmark = pytest.mark.django_db

QUERIES = 18


def catalog_of(rows: int) -> None:
    for _ in range(rows):
        priority = PriorityFactory()
        member = MicroCredentialFactory(priority_links=[addresses(priority)])
        first = StackFactory(members=(member,))
        second = StackFactory(members=(first, MicroCredentialFactory()), stack_links=[builds_on(first)])
        PathwayFactory(priority=priority, stages=[stage(second)], roles=[RoleFactory()])
        CompetencyFactory()


@pytest.mark.parametrize("rows", [1, 20])
def test_loading_takes_as_many_queries_for_any_number_of_rows(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    catalog_of(rows)
    with django_assert_num_queries(QUERIES):
        graph = queries.load()
    assert len(graph.pathways) == rows


def test_the_graph_has_the_rules_of_the_catalog() -> None:
    short = MicroCredentialFactory(hours_min=2, hours_max=Decimal("2.5"))
    inner = StackFactory(groups=[group(short, MicroCredentialFactory(), minimum=1)])
    outer = StackFactory(members=(inner, MicroCredentialFactory(live=False)), cost_usd=Decimal("12.50"))
    StackFactory(members=(MicroCredentialFactory(retired=True),), stack_kind="selection")
    rules = stack_rules(StackPage.objects.all())
    graph = queries.load()
    assert {node.key: node.rule for node in graph.stacks.values()} == rules
    assert graph.stacks[outer.slug].rule.price


def test_a_node_says_its_address_and_its_issuer() -> None:
    issuer = IssuerFactory(title="A school", demonstration=True)
    page = MicroCredentialFactory(issuer=issuer, grades=("K", "1"))
    node = queries.load().credentials[page.slug]
    assert (node.url, node.key, node.grades) == (page.url, page.pk, ("K", "1"))
    assert (node.issuer.slug, node.issuer.name, node.issuer.demonstration) == (issuer.slug, "A school", True)


def test_what_is_not_public_is_left_out() -> None:
    closed = StackFactory(members=(MicroCredentialFactory(),))
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    draft = StackFactory(live=False)
    shown = StackFactory(members=(closed,), stack_links=[builds_on(closed)])
    PathwayFactory(stages=[stage(shown, closed, draft)], priority=PriorityFactory(live=False))
    graph = queries.load()
    assert list(graph.stacks) == [shown.slug]
    assert [member.published for member in graph.stacks[shown.slug].rule.credentials().values()] == [False]
    assert graph.links == ()
    (pathway,) = graph.pathways.values()
    assert (pathway.stacks, pathway.priority) == ([shown.slug], "")


def test_links_and_sortings_come_with_their_reasons() -> None:
    priority = PriorityFactory()
    page = MicroCredentialFactory(priority_links=[addresses(priority)])
    first = StackFactory(members=(page,))
    second = StackFactory(stack_links=[builds_on(first)])
    graph = queries.load()
    (link,) = graph.links
    assert (link.before, link.after, link.relation) == (first.slug, second.slug, Relation.BUILDS_ON)
    assert graph.addressing == {page.slug: (priority.slug,)}


def test_the_graph_is_kept_until_the_catalog_changes(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    stack = StackFactory()
    pathway = PathwayFactory(stages=[stage(stack)])
    kept = queries.current()
    with django_assert_num_queries(1):
        assert queries.current() is kept
    StageStack.objects.create(stage=pathway.stages.get(), stack=StackFactory(title="Another"))
    assert len(queries.current().pathways[pathway.slug].stacks) == 2


def test_closing_a_page_changes_the_graph() -> None:
    stack = StackFactory()
    assert stack.slug in queries.current().stacks
    PageViewRestriction.objects.create(page=stack, restriction_type=PageViewRestriction.LOGIN)
    assert stack.slug not in queries.current().stacks


def test_a_change_taken_back_leaves_no_trace_in_the_graph() -> None:
    StackFactory()
    before = set(queries.current().stacks)
    with transaction.atomic():
        StackFactory(slug="taken-back")
        assert "taken-back" in queries.current().stacks
        transaction.set_rollback(True)
    assert set(queries.current().stacks) == before
    StackFactory(slug="kept")
    assert set(queries.current().stacks) == {*before, "kept"}


def test_nothing_is_kept_before_the_first_change() -> None:
    CatalogVersion.objects.all().delete()
    assert queries.current() is not queries.current()


def test_a_draft_of_a_pathway_is_read_as_it_is() -> None:
    first, second = StackFactory(), StackFactory()
    page = PathwayFactory(stages=[stage(first)], priority=PriorityFactory(), roles=[RoleFactory()])
    graph = queries.current()
    assert queries.node_of(page.specific_class.objects.get(pk=page.pk), graph) is graph.pathways[page.slug]
    page.stages = [stage(second, title="New")]
    draft = queries.node_of(page, graph)
    assert [(one.title, one.stacks) for one in draft.stages] == [("New", (second.slug,))]
    assert (draft.priority, len(draft.roles)) == (page.priority.slug, 1)


def test_a_draft_of_a_stack_takes_its_links_along() -> None:
    first, second = StackFactory(), StackFactory(stack_links=[])
    PathwayFactory(stages=[stage(first)])
    second.stack_links = [builds_on(first)]
    seen = queries.with_draft(queries.current(), second)
    assert [(link.before, link.after) for link in seen.links] == [(first.slug, second.slug)]
    assert queries.current().links == ()
    assert queries.with_draft(seen, PriorityFactory()) is seen
