"""A visitor who uses only the keyboard."""

from __future__ import annotations

from playwright.sync_api import Page

MOST_STEPS = 400

FOCUSED = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    words: at.innerText || '',
    path: at.pathname || '',
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""


class FocusLost(AssertionError):
    """The keyboard cannot get where it should, or nobody can see where it is."""


def press_tab(page: Page) -> tuple[str, str]:
    """Go one step on; gives the words and the address of what has the focus, which must be seen."""
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    if not (focused["outlined"] and focused["seen"]):
        raise FocusLost(f"The focus cannot be seen on {focused['words']!r}.")
    return str(focused["words"]).strip(), str(focused["path"])


def go_to(page: Page, path: str) -> None:
    """Tab to the first link to this address and follow it with Enter."""
    for _ in range(MOST_STEPS):
        if press_tab(page)[1] == path:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise FocusLost(f"No link to {path} within {MOST_STEPS} steps.")
