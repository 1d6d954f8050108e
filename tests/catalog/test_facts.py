"""What public pages show of the catalog's records."""

from datetime import date

import pytest

from catalog import facts
from catalog.models import Recognition
from catalog.wording import CostLine
from home.numbers import NOT_STATED
from tests.factories import (
    CompetencyFactory,
    FrameworkFactory,
    IssuerFactory,
    MicroCredentialFactory,
    RecognitionFactory,
    StackFactory,
    TopicFactory,
    criterion,
    group,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("kind", "label", "leads"),
    [
        ("own page", "Go to the issuer", "https://example.org/record/"),
        ("issuer list", "Find it on the issuer's list", "https://example.org/record/"),
        ("source only", "Visit the issuer's home page", "https://example.org/"),
    ],
)
def test_the_link_out_says_what_it_leads_to(kind: str, label: str, leads: str) -> None:
    issuer = IssuerFactory(website="https://example.org/")
    page = MicroCredentialFactory(issuer=issuer, address="https://example.org/record/", address_kind=kind)
    assert facts.way_out(page) == facts.WayOut(label, leads)


def test_without_any_address_there_is_no_link_out() -> None:
    assert facts.way_out(MicroCredentialFactory()) is None


def test_a_bare_record_lists_what_is_not_stated() -> None:
    missing = facts.gaps(MicroCredentialFactory())
    assert missing[:4] == ["Grades it is meant for", "Hours", "Cost", "What you send in"]
    assert "Rubric" in missing


def test_what_is_stated_is_no_gap_even_when_it_is_zero() -> None:
    page = MicroCredentialFactory(
        cost_usd=0,
        cost_per="micro-credential",
        hours_min=0,
        hours_max=2,
        grades=["K"],
        rubric=[criterion()],
        turnaround_days_min=0,
        turnaround_days_max=5,
    )
    missing = facts.gaps(page)
    assert not {"Cost", "Hours", "Grades it is meant for", "Rubric", "Time until a result"} & set(missing)


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        ({}, NOT_STATED),
        ({"cost_usd": 0, "cost_per": "micro-credential"}, "$0"),
        (
            {"cost_usd": 0, "cost_per": "micro-credential", "cost_applies_to": "NEA members"},
            "$0 for NEA members",
        ),
        ({"cost_usd": 150, "cost_per": "stack"}, "$150 for the whole stack"),
        ({"cost_usd": "12.50", "cost_per": "two people"}, "$12.50 for two people together"),
    ],
)
def test_cost_says_what_it_buys_and_for_whom(cost: dict[str, object], text: str) -> None:
    page = MicroCredentialFactory(**cost)
    page.refresh_from_db()
    assert facts.cost_text(page) == text


def test_main_facts_are_shown_even_when_not_stated() -> None:
    shown = facts.credential_facts(MicroCredentialFactory())
    assert [(fact.label, fact.text) for fact in shown] == [("Grades", ""), ("Hours", ""), ("Cost", "")]


def test_details_that_are_not_stated_are_left_out() -> None:
    assert facts.credential_details(MicroCredentialFactory()) == []


def test_stated_facts_are_worded() -> None:
    page = MicroCredentialFactory(
        grades=["PK", "K", "1"],
        grade_band="early grades",
        topic=TopicFactory(name="Mathematics"),
        delivery=["online", "in person"],
        languages=["en", "es"],
        license_types=["initial", "continuing"],
        turnaround_days_min=10,
        turnaround_days_max=15,
        version="2.1",
    )
    rows = [*facts.credential_facts(page), *facts.credential_details(page)]
    shown = {fact.label: (fact.text, fact.note) for fact in rows}
    assert shown["Grades"] == ("PK to 1", "Published as early grades")
    assert shown["Topic"] == ("Mathematics", "")
    assert shown["How you take part"] == ("Online, at your own pace; in person", "")
    assert shown["Language"] == ("English and Spanish", "")
    assert shown["License"] == ("Initial license and continuing license", "")
    assert shown["Result after"] == ("10 to 15 days", "")
    assert shown["Version"] == ("2.1", "")


def test_a_band_that_says_the_same_is_not_repeated() -> None:
    page = MicroCredentialFactory(grades=["PK", "K", "1"], grade_band="PK-1")
    assert facts.credential_facts(page)[0].note == ""


def test_evidence_is_one_sentence() -> None:
    page = MicroCredentialFactory(evidence_kind="lesson plan; video; essay")
    assert facts.evidence_text(page) == "Lesson plan, video and essay"


def test_a_pile_is_pulled_apart_group_by_group() -> None:
    first, second, third = MicroCredentialFactory.create_batch(3)
    inner = StackFactory(members=(third,))
    stack = StackFactory(groups=[group(first), group(second, inner, minimum=1)])
    (one,) = facts.stack_facts([stack], DAY)
    asked, choice = facts.pulled_apart(one)
    assert (asked.heading, asked.is_choice, asked.marks) == ("This one", False, (True,))
    assert (choice.heading, choice.is_choice, choice.marks) == ("Any 1 of these 2", True, (True, False))
    assert asked.members[0].credential == first
    nested = choice.members[1].stack
    assert nested is not None
    assert nested.page == inner


def test_a_selection_is_never_totaled() -> None:
    stack = StackFactory(stack_kind="selection", members=(MicroCredentialFactory(),))
    (one,) = facts.stack_facts([stack], DAY)
    assert one.totals is None
    assert (one.count, one.hours, one.costs) == (NOT_STATED, NOT_STATED, [CostLine(NOT_STATED)])
    assert one.short == "A list of 1, not a set to finish"


def test_stacks_that_hold_a_record_are_listed_by_title() -> None:
    credential = MicroCredentialFactory()
    inner = StackFactory(title="B", members=(credential,))
    StackFactory(
        title="A", groups=[group(credential), group(credential, MicroCredentialFactory(), minimum=1)]
    )
    outer = StackFactory(title="C", members=(inner,))
    StackFactory(title="Draft", members=(credential,), live=False)
    assert [one.page.title for one in facts.stacks_holding(credential, DAY)] == ["A", "B"]
    assert [one.page for one in facts.stacks_holding(inner, DAY)] == [outer]


def test_an_issuer_offers_stacks_lists_and_what_stands_alone() -> None:
    issuer = IssuerFactory()
    topic = TopicFactory(name="Reading")
    inside = MicroCredentialFactory(issuer=issuer, topic=topic, hours_min=5, hours_max=15)
    alone = MicroCredentialFactory(issuer=issuer, topic=topic)
    stack = StackFactory(issuer=issuer, members=(inside,))
    selection = StackFactory(issuer=issuer, stack_kind="selection", members=(alone,))
    offer = facts.issuer_offer(issuer, DAY)
    assert [one.page for one in offer.stacks] == [stack]
    assert [one.page for one in offer.selections] == [selection]
    assert offer.alone == [alone]
    assert offer.topics == [("Reading", 2)]
    assert offer.costs == [(NOT_STATED, "")]
    assert (offer.hours, offer.hours_note) == ("5 to 15 hours", "Stated for 1 of 2")
    assert offer.sentence == "On record here: 2 micro-credentials and 1 stack."


def test_costs_of_an_issuer_say_of_how_many_they_hold() -> None:
    assert facts.shares(["$20", NOT_STATED, "$20"]) == [("$20", "2 of 3"), (NOT_STATED, "1 of 3")]


def test_hours_of_an_issuer_that_states_none() -> None:
    assert facts.hours_range([MicroCredentialFactory()]) == NOT_STATED


def test_competencies_stand_as_a_tree() -> None:
    framework = FrameworkFactory()
    top = CompetencyFactory(framework=framework, code="I")
    below = CompetencyFactory(framework=framework, code="I.a", parent=top)
    (branch,) = facts.branches([top, below])
    assert branch.competency == top
    assert [one.competency for one in branch.below] == [below]


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        ((None, None), "", ""),
        ((1, 1), "CEU", "1 CEU"),
        ((5, 10), "clock hours", "5 to 10 clock hours"),
        ((1000, 1000), "USD a year", "$1,000 a year"),
    ],
)
def test_amounts_keep_the_unit_of_their_source(
    amount: tuple[int | None, int | None], unit: str, text: str
) -> None:
    row = RecognitionFactory(amount_min=amount[0], amount_max=amount[1], unit=unit)
    assert facts.amount_text(Recognition.objects.get(pk=row.pk)) == text
