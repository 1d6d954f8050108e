"""Follows a how-to word by word: every sentence of its numbered steps is one action in a browser.

A sentence that no action knows fails the test; so a how-to can only say what somebody can do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from config.env import ROOT
from tests.e2e.desks import HERE, sign_in

STEP = re.compile(r"^\d+\. +(.*(?:\n {2,}.*)*)", re.MULTILINE)
SENTENCE = re.compile(r"[^.]*?(?:“[^”]*”[^.“]*)*\.(?=\s|$)")

PATIENCE = 15_000
"""Milliseconds. The page saves itself a moment after the last key."""

Action = Callable[..., None]
ACTIONS: list[tuple[re.Pattern[str], Action]] = []


def says(pattern: str) -> Callable[[Action], Action]:
    """The sentence that stands for an action; what is in “…” is handed to it."""
    compiled = re.compile(pattern.replace("“…”", "“([^”]*)”"))

    def kept(action: Action) -> Action:
        ACTIONS.append((compiled, action))
        return action

    return kept


def sentences(name: str, since: str = "", until: str = "") -> list[str]:
    """The sentences of the numbered steps of a how-to, in their order; of some of its headings, if given."""
    text = (ROOT / "docs" / "how-to" / name).read_text()
    text = text[text.index(f"## {since}") :] if since else text
    text = text[: text.index(f"## {until}")] if until else text
    steps = (" ".join(step.split()) for step in STEP.findall(text))
    return [sentence.strip() for step in steps for sentence in SENTENCE.findall(step)]


def action_for(sentence: str) -> tuple[Action, tuple[str, ...]]:
    """What a sentence asks to do, and with what."""
    for pattern, action in ACTIONS:
        if found := pattern.fullmatch(sentence):
            return action, found.groups()
    raise AssertionError(f"No action knows this sentence: {sentence}")


def follow(page: Page, name: str, since: str = "", until: str = "") -> None:
    """Do all that a how-to says, or from one heading to another."""
    steps = [(sentence, *action_for(sentence)) for sentence in sentences(name, since, until)]
    for sentence, action, words in steps:
        try:
            action(page, *words)
        except AssertionError as error:
            raise AssertionError(f"{sentence}\n{error}") from error


def seen(found: Locator) -> Locator:
    """The last of these that can be seen: rows added later stand below."""
    expect(found.locator("visible=true").last).to_be_visible(timeout=PATIENCE)
    return found.locator("visible=true").last


@says("Sign in to the admin.")
def signs_in(page: Page) -> None:
    """By the form."""
    sign_in(page, "ada")


@says("Press “…”.")
def presses(page: Page, name: str) -> None:
    """A button or a link that looks like one, by its whole name."""
    seen(page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name))).click()


@says("Under “…” press “…”.")
def presses_under(page: Page, label: str, name: str) -> None:
    """A button of the field of this label, where several fields have one of that name."""
    named = page.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))
    field = page.locator(".w-panel__wrapper").filter(has=named).last
    seen(field.get_by_role("button", name=name, exact=True)).click()


@says("Open “…” in the menu.")
def opens(page: Page, name: str) -> None:
    """An entry of the menu at the side."""
    if "/admin/" not in page.url:
        page.goto(f"{HERE}/admin/")
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


@says("Open “…” and then “…” in the menu.")
def opens_below(page: Page, group: str, name: str) -> None:
    """An entry of the menu at the side that stands below another."""
    page.goto(f"{HERE}/admin/")
    menu = page.get_by_role("navigation")
    menu.get_by_role("button", name=group, exact=True).click()
    menu.get_by_role("link", name=name, exact=True).locator("visible=true").last.click()
    page.wait_for_load_state()


@says("Type “…” into “…”.")
def types(page: Page, text: str, label: str) -> None:
    """Into the field of this label, and on to the next: a calendar that opened closes."""
    field = seen(page.get_by_role("textbox", name=label).or_(page.get_by_role("spinbutton", name=label)))
    field.fill(text)
    field.press("Tab")


@says("Take “…” from the list.")
def takes(page: Page, name: str) -> None:
    """In an open chooser."""
    chooser = page.get_by_role("dialog")
    chooser.get_by_label("Search", exact=True).fill(name)
    expect(chooser.get_by_role("alert")).to_be_visible()
    chooser.get_by_role("link", name=name).first.click()
    expect(chooser).to_be_hidden()


@says("Choose “…” as “…”.")
def chooses(page: Page, value: str, label: str) -> None:
    """In a field with fixed choices."""
    seen(page.get_by_label(label)).select_option(label=value)


@says("You read “…”.")
def reads(page: Page, text: str) -> None:
    """Somewhere that can be seen."""
    expect(page.get_by_text(text).locator("visible=true").first).to_be_visible(timeout=PATIENCE)


@says("The preview shows “…” as on a (phone|desktop).")
def previews(page: Page, text: str, device: str) -> None:
    """In the preview beside the form, at the width of the device."""
    page.get_by_label(f"Preview on a {'phone' if device == 'phone' else 'desk'}").check(force=True)
    frame = page.frame_locator("iframe[title=Preview] >> nth=-1")
    expect(frame.get_by_text(text).first).to_be_attached(timeout=PATIENCE)
    width = frame.locator("html").evaluate("() => innerWidth")
    assert (width < 500) == (device == "phone"), width


@says("Visit “…” on the public site.")
def visits(page: Page, path: str) -> None:
    """An address that visitors see."""
    page.goto(HERE + path)
