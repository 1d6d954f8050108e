"""What holds for every kind of page, seen in a browser over the demonstration's catalog."""

from tests.public.addresses import Example
from tests.public.visiting import Visit

FORMS = ("sign-in",)
"""A form's answer is guarded by a cookie; visitors who only read are set none."""


def test_page_answers(example: Example, seen: Visit) -> None:
    assert seen.status == example.status


def test_axe_finds_nothing(seen: Visit) -> None:
    assert seen.findings == ()


def test_page_reads_the_same_without_scripts(seen: Visit) -> None:
    assert seen.text.strip()
    assert seen.text_without_scripts == seen.text


def test_page_asks_no_other_machine(seen: Visit) -> None:
    assert seen.hosts == frozenset()


def test_page_sets_no_cookie(example: Example, seen: Visit) -> None:
    assert example.name in FORMS or seen.cookies == ()


def test_page_never_scrolls_sideways(seen: Visit) -> None:
    assert seen.sideways == ()


def test_what_stands_alone_can_be_hit(seen: Visit) -> None:
    assert seen.small == ()
