"""The sentences a teacher reads."""

from decimal import Decimal

import pytest

from catalog import wording
from catalog.rules import Credential, Group, Price, Stack
from catalog.totals import Total, totals

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


@pytest.mark.parametrize(
    ("total", "text"),
    [
        (Total(), "not stated"),
        (Total(not_stated=3), "not stated"),
        (Total(Decimal(20), Decimal(60), stated=True), "20 to 60 hours"),
        (Total(Decimal(1), Decimal(1), stated=True), "1 hour"),
        (Total(Decimal("12.50"), Decimal("12.50"), stated=True), "12.5 hours"),
        (Total(Decimal(40), Decimal(60), 3, stated=True), "at least 40 hours; up to 3 not stated"),
        (Total(Decimal(0), Decimal(60), 1, stated=True), "up to 60 hours where stated; up to 1 not stated"),
        (Total(Decimal(40), Decimal(60), stated=True, exact=False), "at least 40, at most 60 hours"),
    ],
)
def test_hours_are_worded(total: Total, text: str) -> None:
    assert wording.range_text(total, "hours") == text


def test_zero_dollars_is_a_stated_cost() -> None:
    assert wording.range_text(Total(stated=True), money=True) == "$0"


def test_conditional_cost_names_its_group() -> None:
    free = Price(Decimal(0), "NEA members")
    found = totals(Stack("s", groups=(Group((Credential("a", price=free),)),)))
    assert found is not None
    assert wording.cost_lines(found) == ["NEA members: $0", "everyone else: not stated"]


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
