"""A comparison from its address: columns, what is left out, what differs, and where its links lead."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from wagtail.models import Site

from pathways.comparing import Comparison, compare
from tests import factories as make
from tests.editing import publish_as
from tests.factories import addresses

pytestmark = pytest.mark.django_db


def compared(text: str) -> Comparison:
    return compare(QueryDict(text), Site.objects.get(), None)


def made(*slugs: str, **facts: Any) -> str:
    """So many micro-credentials, and the address that compares them."""
    for slug in slugs:
        make.MicroCredentialFactory(slug=slug, title=slug.title(), **facts)
    return "&".join(f"c={slug}" for slug in slugs)


def labels(comparison: Comparison) -> set[str]:
    """The facts in the table."""
    return {row.label for row, _ in comparison.rows}


def told(comparison: Comparison) -> list[tuple[str, str]]:
    """What was left out, and why."""
    return [(one.value, one.reason) for one in comparison.ignored]


def test_columns_stand_in_the_order_of_the_address() -> None:
    made("a", "b", "c")
    assert compared("c=c&c=a&c=b").slugs == ["c", "a", "b"]


def test_only_the_first_four_that_exist_are_shown() -> None:
    found = compared("c=never&" + made("a", "b", "c", "d", "e"))
    assert found.slugs == ["a", "b", "c", "d"]
    assert told(found) == [
        ("never", "No published micro-credential has this address."),
        ("E", "Four stand side by side at the most."),
    ]
    assert found.is_full


def test_draft_is_told_as_what_does_not_exist() -> None:
    make.MicroCredentialFactory(slug="draft", title="A secret", live=False)
    (one,) = compared("c=draft").ignored
    assert one.reason == "No published micro-credential has this address."
    assert "secret" not in one.value


def test_stack_is_told_as_one() -> None:
    make.StackFactory(slug="pile", title="A pile")
    (one,) = compared("c=pile").ignored
    assert one.reason == "This is a stack; micro-credentials alone stand side by side."


def test_moved_one_is_shown_once_and_said_to_have_moved() -> None:
    page = make.MicroCredentialFactory(slug="old", title="Phonics")
    publish_as(page, "new")
    found = compared("c=old&c=new")
    assert found.slugs == ["new"]
    assert [(one.slug, one.page.slug) for one in found.moved] == [("old", "new")]
    assert found.ignored == ()


def test_nothing_chosen_is_a_page_without_a_table() -> None:
    found = compared("")
    assert (found.columns, list(found.rows), found.title) == ((), [], "Compare micro-credentials")
    assert found.heading == "Compare micro-credentials"


def test_title_names_all() -> None:
    found = compared(made("a", "b", "c"))
    assert found.title == "Compare A, B and C"
    assert found.heading == "Compare three micro-credentials"


def test_only_differences_leaves_out_what_is_the_same() -> None:
    found_at = {"address": "https://example.org/", "address_kind": "issuer list"}
    address = made("a", hours_min=5, hours_max=5, **found_at) + "&" + made("b", hours_min=9, hours_max=9)
    every, some = compared(address), compared(f"{address}&only=differences")
    assert {"Hours", "Issuer", "Grades", "In stacks", "At the issuer"} <= labels(every)
    assert "Hours" in labels(some)
    assert {"Issuer", "At the issuer"} <= labels(some)
    assert labels(some) & {"Grades", "In stacks"} == set()


def test_only_differences_of_one_shows_everything() -> None:
    address = made("a")
    assert labels(compared(f"{address}&only=differences")) == labels(compared(address))


def test_lesser_facts_that_nobody_states_stand_below_the_table() -> None:
    found = compared(made("a", "b"))
    assert "Hours" in labels(found)
    assert "Version" not in labels(found)
    assert "Version" in found.unstated


def test_how_many_facts_differ_is_told() -> None:
    issuer = make.IssuerFactory()
    address = made("a", issuer=issuer, hours_min=5, hours_max=5) + "&" + made("b", issuer=issuer)
    found = compared(address)
    assert found.told.endswith("facts differ; 1 more is stated for some only.")
    assert found.told.startswith(f"0 of {len(found.compared)} ")


def test_one_difference_is_told_in_the_singular() -> None:
    issuer = make.IssuerFactory()
    address = made("a", issuer=issuer, version="1") + "&" + made("b", issuer=issuer, version="2")
    assert "1 of" in compared(address).told
    assert compared(address).told.endswith("facts differs.")


def test_priorities_of_all_are_named() -> None:
    both, one = make.PriorityFactory(title="Early literacy"), make.PriorityFactory(title="Digital teaching")
    make.MicroCredentialFactory(slug="a", priority_links=[addresses(both), addresses(one)])
    make.MicroCredentialFactory(slug="b", priority_links=[addresses(both)])
    found = compared("c=a&c=b")
    assert (found.all_of_them, found.shared) == ("Both", "Early literacy")
    assert compared("c=a").shared == ""


def test_links_keep_the_rest_of_the_question() -> None:
    found = compared(made("a", "b") + "&only=differences&on=2025-03-01&q=x")
    tail = "only=differences&on=2025-03-01"
    assert found.columns[0].without == f"/compare/?c=b&{tail}"
    assert found.all_rows == "/compare/?c=a&c=b&on=2025-03-01"
    assert found.differences == f"/compare/?c=a&c=b&{tail}"
    assert found.today == "/compare/?c=a&c=b&only=differences"
    assert found.file == "/compare/?c=a&c=b&on=2025-03-01&format=csv"


def test_offers_lead_to_the_same_comparison_with_one_more() -> None:
    address = made("a")
    other = make.MicroCredentialFactory(slug="b", title="Phonics")
    make.StackFactory(members=[other, *[column.page for column in compared(address).columns]])
    found = compared(f"{address}&q=phonics")
    assert found.offers == found.near == [(other, "/compare/?c=a&c=b")]


def test_full_comparison_offers_nothing() -> None:
    address = made("a", "b", "c", "d")
    make.MicroCredentialFactory(title="Phonics")
    assert compared(f"{address}&q=phonics").offers == []


def test_words_find_something_where_nothing_is_chosen_yet() -> None:
    page = make.MicroCredentialFactory(slug="a", title="Phonics")
    assert compared("q=phonics").offers == [(page, "/compare/?c=a")]


def test_file_names_every_fact_of_every_record() -> None:
    found = compared(made("a", "b") + "&only=differences")
    rows = list(found.plain_rows())
    assert rows[0] == ["Fact", "A", "B", "Differs"]
    assert rows[1][0] == "Address"
    assert rows[1][1].endswith("/micro-credentials/a/")
    assert [row[0] for row in rows[2:-1]] == [row.label for row in found.every_row]
    assert {len(row) for row in rows} == {4}


@pytest.mark.parametrize("where", ["issuer", "board", "offer"])
def test_what_is_made_up_makes_the_page_say_so(where: str) -> None:
    address = made("a", "b")
    assert not compared(address).demonstration
    if where == "issuer":
        address = made("c", issuer=make.IssuerFactory(demonstration=True))
    elif where == "board":
        page = compared(address).columns[0].page
        make.DecisionFactory(credential=page, jurisdiction=make.JurisdictionFactory(demonstration=True))
    else:
        made("phonics", issuer=make.IssuerFactory(demonstration=True))
        address += "&q=phonics"
    assert compared(address).demonstration
