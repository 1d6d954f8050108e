"""From the database to the rules' plain data."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import StackPage
from catalog.queries import credential_of, gone_members, price, stack_rules
from catalog.rules import Price, Span
from tests.factories import MicroCredentialFactory, StackFactory, group

pytestmark = pytest.mark.django_db


def test_groups_and_members_come_in_the_editors_order() -> None:
    first, second, third = MicroCredentialFactory.create_batch(3)
    stack = StackFactory(groups=[group(third, first, label="One"), group(second, minimum=1)])
    rule = stack_rules([stack])[stack.pk]
    assert [[member.slug for member in one.members] for one in rule.groups] == [
        [third.slug, first.slug],
        [second.slug],
    ]
    assert [(one.label, one.minimum) for one in rule.groups] == [("One", None), ("", 1)]


def test_facts_that_are_not_stated_stay_none() -> None:
    facts = credential_of(MicroCredentialFactory())
    assert facts.hours is None
    assert facts.price is None


def test_zero_is_a_stated_price() -> None:
    facts = credential_of(
        MicroCredentialFactory(cost_usd=0, cost_per="micro-credential", hours_min=5, hours_max=9)
    )
    assert facts.price == Price(Decimal(0))
    assert facts.hours == Span(Decimal(5), Decimal(9))


@pytest.mark.parametrize(
    ("per", "group_name", "found"),
    [
        ("micro-credential", "", Price(Decimal(20))),
        ("micro-credential", "NEA members", Price(Decimal(20), "NEA members")),
        ("stack", "", None),
        ("two people", "", Price(Decimal(20), "two people who take it together")),
    ],
)
def test_what_a_price_buys_decides_who_pays_it(per: str, group_name: str, found: Price | None) -> None:
    assert price(Decimal(20), per, group_name) == found


def test_an_unpublished_member_is_asked_for_and_nothing_is_said_of_it() -> None:
    seen, hidden = MicroCredentialFactory(slug="seen"), MicroCredentialFactory(live=False, title="Secret")
    inner = StackFactory(live=False, members=(MicroCredentialFactory(),))
    stack = StackFactory(groups=[group(seen, hidden, inner, minimum=2)])
    rule = stack_rules([stack])[stack.pk]
    assert [one.published for one in rule.credentials().values()] == [True, False, False]
    assert (rule.groups[0].minimum, len(rule.members)) == (2, 3)
    assert "Secret" not in repr(rule)


def test_an_unpublished_member_counts_once_in_two_groups() -> None:
    hidden = MicroCredentialFactory(live=False)
    stack = StackFactory(groups=[group(hidden), group(hidden)])
    assert len(stack_rules([stack])[stack.pk].credentials()) == 1


def test_a_selection_leaves_out_what_is_not_published() -> None:
    members = (MicroCredentialFactory(slug="seen"), MicroCredentialFactory(live=False))
    stack = StackFactory(stack_kind="selection", members=members)
    assert list(stack_rules([stack])[stack.pk].credentials()) == ["seen"]


def test_a_retired_member_is_no_longer_offered() -> None:
    stack = StackFactory(members=(MicroCredentialFactory(retired=True),))
    (member,) = stack_rules([stack])[stack.pk].credentials().values()
    assert (member.offered, member.published) == (False, True)


def test_a_draft_is_read_as_it_is() -> None:
    old, new, inner = MicroCredentialFactory(), MicroCredentialFactory(), StackFactory()
    stack = StackFactory(members=(old,))
    stack.groups = [group(new, inner, minimum=1, label="Typed")]
    stack.save_revision()
    draft = stack.get_latest_revision_as_object()
    published = StackPage.objects.get(pk=stack.pk)
    rules = [stack_rules([page])[stack.pk] for page in (draft, published)]
    assert [[member.slug for member in rule.members] for rule in rules] == [
        [new.slug, inner.slug],
        [old.slug],
    ]
    assert (rules[0].groups[0].minimum, rules[0].groups[0].label) == (1, "Typed")


@pytest.mark.parametrize(
    ("complete", "published", "unnamed"),
    [("yes", 3, 0), ("no", 5, 4), ("no", None, 1), ("", 5, 0), ("", None, 0)],
)
def test_what_is_missing_becomes_unnamed_steps(complete: str, published: int | None, unnamed: int) -> None:
    stack = StackFactory(members=(MicroCredentialFactory(),), complete=complete, member_count=published)
    assert stack_rules([stack])[stack.pk].unnamed == unnamed


def test_a_choice_rule_of_its_own_leaves_nothing_unnamed() -> None:
    members = MicroCredentialFactory.create_batch(2)
    stack = StackFactory(groups=[group(*members, minimum=2)], complete="no", member_count=9)
    assert stack_rules([stack])[stack.pk].unnamed == 0


def test_a_selection_has_no_unnamed_steps() -> None:
    stack = StackFactory(stack_kind="selection", complete="no", member_count=9)
    assert stack_rules([stack])[stack.pk].unnamed == 0


def test_a_nested_stack_brings_its_own_rule_and_price() -> None:
    inner = StackFactory(members=tuple(MicroCredentialFactory.create_batch(2)), cost_usd=150)
    outer = StackFactory(members=(inner, MicroCredentialFactory()))
    (nested,) = stack_rules([outer])[outer.pk].nested()
    assert nested.slug == inner.slug
    assert nested.price == Price(Decimal(150))
    assert len(nested.credentials()) == 2


@pytest.mark.usefixtures("quick_filling")
def test_queries_do_not_grow_with_the_rows() -> None:
    counts = []
    for number in (1, 30):
        stacks = [StackFactory(members=(MicroCredentialFactory(),)) for _ in range(number)]
        with CaptureQueriesContext(connection) as queries:
            stack_rules(stacks)
        counts.append(len(queries))
    assert counts == [1, 1]


def test_members_that_went_away_are_told_to_editors() -> None:
    retired, hidden = MicroCredentialFactory(retired=True), MicroCredentialFactory(live=False)
    inner = StackFactory(live=False)
    stack = StackFactory(members=(MicroCredentialFactory(), retired, hidden, inner))
    assert [page.pk for page in gone_members(stack)] == [retired.pk, hidden.pk, inner.pk]
    stack.groups = [group(hidden)]
    assert [page.pk for page in gone_members(stack)] == [hidden.pk]
