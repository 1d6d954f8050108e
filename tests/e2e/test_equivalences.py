"""Staff record what counts for what; plans, pages and maps tell it at once."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from catalog.models import Equivalence, MicroCredentialPage
from tests.e2e.desks import HERE, Desks
from tests.e2e.guide import follow
from tests.factories import (
    EquivalenceFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    StackFactory,
    stage,
)


def prepared() -> MicroCredentialPage:
    """Two editions of a college, and a stack that asks for the newer one."""
    college = IssuerFactory(title="A college")
    old = MicroCredentialFactory(title="Phonics (2021 edition)", slug="phonics-2021", issuer=college)
    new: MicroCredentialPage = MicroCredentialFactory(
        title="Phonics, second edition", slug="phonics", issuer=college, replaces=old
    )
    StackFactory(title="Reading", slug="reading", members=(new, MicroCredentialFactory()))
    return new


def test_record_an_equivalence_is_followed_word_by_word(desks: Desks) -> None:
    prepared()
    follow(desks.open(), "record-an-equivalence.md")
    assert Equivalence.objects.count() == 2


def test_a_map_tells_what_counts_of_what_the_browser_keeps(desks: Desks) -> None:
    new = prepared()
    other = MicroCredentialFactory(title="Other", slug="other")
    EquivalenceFactory(credential=other, counts_for=new)
    stack = StackFactory(title="Way in", slug="way-in", members=(new, MicroCredentialFactory()))
    PathwayFactory(slug="way", stages=[stage(stack)], priority=None)
    desk = desks.open()
    desk.goto(f"{HERE}/pathways/way/")
    card = desk.locator("#map .node").filter(has_text="Way in")
    for held, words, ticks in (
        (
            ["phonics-2021"],
            "You hold another edition of 1 of 2; whether it counts is for the issuer to say",
            0,
        ),
        (["other"], "You hold 1 of 2, by what counts for it", 1),
        (["phonics", "other"], "You hold 1 of 2", 1),
    ):
        desk.evaluate("held => localStorage.setItem('stackway-held', held)", json.dumps(held))
        desk.reload()
        expect(card.locator(".hold")).to_have_text(words)
        expect(card.locator("rect.held")).to_have_count(ticks)
