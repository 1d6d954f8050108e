"""The sentences a teacher reads."""

from decimal import Decimal

import pytest

from catalog import wording
from catalog.rules import Credential, Group, Price, Span, Stack
from catalog.totals import Share, Total, totals

A, B, C, D, E = (Credential(name) for name in "abcde")


@pytest.mark.parametrize(
    ("stack", "sentence", "short"),
    [
        (Stack("s", groups=(Group((A, B, C)),)), "Earn all 3 micro-credentials.", "All 3"),
        (Stack("s", groups=(Group((A, B)),)), "Earn both micro-credentials.", "All 2"),
        (Stack("s", groups=(Group((A,)),)), "Earn this one micro-credential.", "Just 1"),
        (Stack("s", groups=(Group((A, B, C), 2),)), "Earn any 2 of these 3 micro-credentials.", "Any 2 of 3"),
        (
            Stack("s", groups=(Group((A, B)), Group((C, D, E), 2))),
            "Earn 4 of these 5 micro-credentials: both, and any 2 of 3.",
            "Both, and any 2 of 3",
        ),
        (
            Stack("s", groups=(Group((A, B)), Group((C, D), 1), Group((E,)))),
            "Earn 4 of these 5 micro-credentials: both, any 1 of 2, and this one.",
            "Both, any 1 of 2, and this one",
        ),
        (
            Stack("s", groups=(Group((A,)),), unnamed=5),
            "Earn this one micro-credential, and 5 more not on record here.",
            "All 6, 1 on record",
        ),
        (
            Stack("s", unnamed=5),
            "It asks for 5 micro-credentials; their names are not stated.",
            "5 asked for, none on record",
        ),
        (
            Stack("s"),
            "Its members are not stated, so nobody can plan it from this record yet.",
            "Members not stated",
        ),
        (Stack("s", groups=(Group((A, Stack("t", groups=(Group((B,)),)))),)), "Earn both members.", "All 2"),
    ],
)
def test_rule_is_worded(stack: Stack, sentence: str, short: str) -> None:
    assert wording.rule_sentence(stack) == sentence
    assert wording.short_rule(stack) == short


def partly(low: int, each: Span, stating: int, steps: int) -> Total:
    """A total of which only some of the steps state the fact; its upper end is never to be shown."""
    share = Share(stating, steps, each)
    return Total(Decimal(low), Decimal(99), steps - stating, stated=True, share=share)


FREE = Span(Decimal(0), Decimal(0))
FIVE_TO_EIGHT = Span(Decimal(5), Decimal(8))


@pytest.mark.parametrize(
    ("total", "text"),
    [
        (Total(), "not stated"),
        (Total(not_stated=3), "not stated"),
        (Total(Decimal(20), Decimal(60), stated=True), "20 to 60 hours"),
        (Total(Decimal(1), Decimal(1), stated=True), "1 hour"),
        (Total(Decimal("12.50"), Decimal("12.50"), stated=True), "12.5 hours"),
        (Total(Decimal(40), Decimal(60), stated=True, exact=False), "at least 40, at most 60 hours"),
        (
            partly(40, FIVE_TO_EIGHT, 5, 8),
            "at least 40 hours in all; stated for 5 of 8, not stated for 3",
        ),
        (partly(1, FIVE_TO_EIGHT, 1, 2), "at least 1 hour in all; stated for 1 of 2, not stated for 1"),
        (partly(0, FIVE_TO_EIGHT, 2, 4), "5 to 8 hours each for 2 of 4; not stated for 2"),
        (partly(0, Span(Decimal(1), Decimal(1)), 1, 3), "1 hour for 1 of 3; not stated for 2"),
    ],
)
def test_hours_are_worded(total: Total, text: str) -> None:
    assert wording.range_text(total, "hours") == text


@pytest.mark.parametrize(
    ("total", "text"),
    [
        (Total(stated=True), "$0"),
        (partly(0, FREE, 5, 8), "$0 each for 5 of 8; not stated for 3"),
        (partly(0, FREE, 1, 3), "$0 for 1 of 3; not stated for 2"),
        (
            partly(60, Span(Decimal(0), Decimal(60)), 4, 5),
            "at least $60 in all; stated for 4 of 5, not stated for 1",
        ),
    ],
)
def test_zero_dollars_is_a_stated_cost(total: Total, text: str) -> None:
    assert wording.range_text(total, money=True) == text


@pytest.mark.parametrize(
    ("members", "complete", "published", "text"),
    [
        (5, True, 5, "All 5 that the issuer publishes"),
        (1, True, None, "All that the issuer publishes"),
        (5, False, 8, "5 of the 8 that the issuer publishes"),
        (5, False, None, "5; the issuer has more, how many is not stated"),
        (5, None, None, "5, as our source lists them; whether the issuer has more is not known"),
        (5, None, 8, "5, as our source lists them; whether the issuer has more is not known"),
        (0, None, 6, "Not one of the 6 that the issuer publishes"),
        (0, None, None, "The members are not stated"),
    ],
)
def test_what_is_on_record_is_told_before_what_is_not(
    members: int, complete: bool | None, published: int | None, text: str
) -> None:
    assert wording.on_record_text(members, complete, published) == text


def cost_lines(*members: Credential) -> list[tuple[str, str]]:
    """Label and text of the costs of a stack that asks for all of these."""
    stack = Stack("s", groups=(Group(members),))
    found = totals(stack)
    assert found is not None
    return [(one.label, one.text) for one in wording.cost_lines(found)]


def test_conditional_cost_names_its_group() -> None:
    free = Credential("a", price=Price(Decimal(0), "NEA members"))
    assert cost_lines(free) == [
        ("Cost for NEA members", "$0"),
        ("Cost for everyone else", "not stated"),
    ]


def test_cost_for_everyone_names_no_group() -> None:
    assert cost_lines(Credential("a", price=Price(Decimal(20)))) == [("Cost", "$20")]


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        ((), ""),
        (("Initial license", "Continuing license"), "Initial license and continuing license"),
        (("Online, at your own pace", "In person"), "Online, at your own pace; in person"),
        (("School", "PK to 3"), "School and PK to 3"),
    ],
)
def test_labels_make_one_sentence(labels: tuple[str, ...], text: str) -> None:
    assert wording.labels_text(labels) == text


def test_count_says_of_how_many() -> None:
    stack = Stack("s", groups=(Group((A, B, C), 2),))
    found = totals(stack)
    assert found is not None
    assert wording.count_text(found, stack) == "2 of 3 micro-credentials"


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((), ""),
        (("PK", "K", "1"), "PK to 1"),
        (("K",), "K"),
        (("6", "7", "8", "12"), "6 to 8 and 12"),
        (("K", "2", "5", "6"), "K, 2 and 5 to 6"),
    ],
)
def test_grades_are_worded_as_ranges(codes: tuple[str, ...], text: str) -> None:
    assert wording.grades_text(codes) == text


@pytest.mark.parametrize(
    ("credentials", "stacks", "text"),
    [
        (0, 0, "Nothing of this issuer is on record yet."),
        (1, 0, "On record here: 1 micro-credential."),
        (12, 3, "On record here: 12 micro-credentials and 3 stacks."),
    ],
)
def test_offer_is_worded(credentials: int, stacks: int, text: str) -> None:
    assert wording.offer_sentence(credentials, stacks) == text


def test_selection_is_a_list_not_a_goal() -> None:
    assert wording.short_list(Stack("s", groups=(Group((A, B)),))) == "A list of 2, not a set to finish"
    assert wording.short_list(Stack("s")) == "A list; what it names is not stated"


X, Y = (Credential(name, name.upper(), offered=False) for name in "xy")
HIDDEN, OTHER = (Credential(f"unpublished:{number}", published=False) for number in (1, 2))


@pytest.mark.parametrize(
    ("stack", "sentence"),
    [
        (Stack("s", groups=(Group((A, B)),)), ""),
        (Stack("s", groups=(Group((A, B, X), 2),)), ""),
        (Stack("s", groups=(Group((A, X)),)), "Nobody can finish it now who does not hold X."),
        (Stack("s", groups=(Group((A, X, Y)),)), "Nobody can finish it now who does not hold X and Y."),
        (
            Stack("s", groups=(Group((A, X, Y), 2),)),
            "Nobody can finish it now who does not hold 1 of these: X and Y.",
        ),
        (
            Stack("s", groups=(Group((Stack("t", "Inner", (Group((X,)),)), A)),)),
            "Nobody can finish it now who does not hold Inner.",
        ),
    ],
)
def test_who_can_no_longer_finish_is_told(stack: Stack, sentence: str) -> None:
    assert wording.closed_sentence(stack) == sentence


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ((A, B), ""),
        ((A, HIDDEN), "One member is not published here at present."),
        ((A, HIDDEN, OTHER), "Two members are not published here at present."),
    ],
)
def test_what_is_not_published_is_counted_and_not_named(
    members: tuple[Credential, ...], sentence: str
) -> None:
    assert wording.unpublished_sentence(Stack("s", groups=(Group(members),))) == sentence
