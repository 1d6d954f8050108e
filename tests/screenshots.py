"""`make screenshots`: every kind of page at phone and desk width, light and dark, into docs/pictures/."""

import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Literal

import django
from PIL import Image
from playwright.sync_api import Browser, Page

from config.env import ROOT
from tests.browser import launched
from tests.parts import chromium
from tests.site import demonstration

PICTURES = ROOT / "docs" / "pictures"
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLORS = 16
"""Enough for flat colors and smooth letters; keeps a page's picture small."""
APART = 12
"""Closer colors are taken for one."""
ADMIN_HEIGHT = 1500
EDITOR, PASSWORD = "editor", "only-for-the-pictures"
SAMPLE_MAP = "map-of-20-stacks"
MAP_BOX = """map => {
  const box = map.getBoundingClientRect();
  return { x: 0, y: box.top + scrollY - 8, width: innerWidth, height: box.height + 24 };
}"""
"""The map with its legend over the whole width of the page."""
TALLEST = 3000
"""Pixels. What a long list shows below that is more of the same."""

GALLERY = """# Pictures

Every kind of page over the demonstration's catalog, as a phone (360 pixels) and a desk (1280 pixels) show it.
`make screenshots` makes them anew; see [how](../how-to/take-screenshots.md). Long lists are cut.

"""


def file_name(name: str, width: int, scheme: str) -> str:
    """The picture's file."""
    return f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"


def save(png: bytes, path: Path) -> None:
    """Keep the picture in the colors it has most of."""
    with Image.open(io.BytesIO(png)) as whole:
        picture = whole.convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette(levels(picture))
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True, bits=4)


def levels(picture: Image.Image) -> list[int]:
    """Red, green and blue of the colors the picture has most of, each well apart from the others."""
    counted = picture.getcolors(picture.width * picture.height) or []
    chosen: list[tuple[int, ...]] = []
    for _, color in sorted(counted, key=itemgetter(0), reverse=True):
        if isinstance(color, tuple) and all(distance(color, other) > APART for other in chosen):
            chosen.append(color)
        if len(chosen) == COLORS:
            break
    return [level for color in chosen for level in color]


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How far two colors are apart, at their most different part."""
    return max(abs(here - there) for here, there in zip(one, other, strict=True))


def take(page: Page, name: str) -> Iterator[str]:
    """Picture the open page at every width and in both colors."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
            file = file_name(name, width, scheme)
            png = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
            save(png, PICTURES / file)
            yield file


def take_all(browser: Browser, site: str) -> list[str]:
    """Picture every example page; gives their names."""
    from tests.public.addresses import EXAMPLES
    from tests.public.visiting import open_example

    context = browser.new_context()
    page = context.new_page()
    for example in EXAMPLES:
        open_example(page, site, example)
        page.evaluate("document.fonts.ready")
        print(*take(page, example.name))
        page.evaluate("sessionStorage.clear()")  # what one picture chose to compare is not on the next
    return [example.name for example in EXAMPLES]


def take_sample_map(browser: Browser, site: str) -> list[str]:
    """Picture the map of 20 stacks in five stages that the style guide shows; gives its name."""
    page = browser.new_context().new_page()
    page.goto(f"{site}/style-guide/")
    page.evaluate("document.fonts.ready")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            around = page.locator("#map").evaluate(MAP_BOX)
            png = page.screenshot(full_page=True, clip=around)
            save(png, PICTURES / file_name(SAMPLE_MAP, width, scheme))
    return [SAMPLE_MAP]


def take_admin(browser: Browser, site: str) -> list[str]:
    """Picture the admin's own pages as an editor sees them; gives their names."""
    from tests.admin_pages import ADMIN_PAGES

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/admin/login/")
    page.get_by_label("Username").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/admin/")
    for name, one in ADMIN_PAGES.items():
        page.set_viewport_size({"width": 1280, "height": 900})
        one.open(page, site)
        page.evaluate("document.fonts.ready")
        print(*take_in_light(page, name))
    return list(ADMIN_PAGES)


def take_in_light(page: Page, name: str) -> Iterator[str]:
    """Picture the open page of the admin, whose column scrolls by itself, at every width."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": ADMIN_HEIGHT})
        page.wait_for_timeout(200)
        file = file_name(name, width, "light")
        save(page.screenshot(), PICTURES / file)
        yield file


def entry(name: str, schemes: Sequence[str] = SCHEMES) -> str:
    """One page of the gallery: both widths side by side, dark ones linked."""
    cells = []
    for width in WIDTHS:
        light, *others = (file_name(name, width, scheme) for scheme in schemes)
        dark = "".join(f"<br>[dark]({other})" for other in others)
        cells.append(f"[![{name}, {width} pixels wide]({light})]({light}){dark}")
    return f"## {name}\n\n| {WIDTHS[0]} | {WIDTHS[1]} |\n| --- | --- |\n| {' | '.join(cells)} |\n"


def main() -> int:
    """Serve the demonstration from a throw-away folder, picture it, write the gallery."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ |= {"DATABASE_URL": "sqlite://:memory:", "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}
    django.setup()
    executable = chromium()
    if executable is None:
        print("No Chromium on this machine; pictures need one.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as folder,
        demonstration(Path(folder), EDITOR, PASSWORD) as site,
        launched(executable) as browser,
    ):
        names = [*take_all(browser, site), *take_sample_map(browser, site)]
        admin = take_admin(browser, site)
    entries = [*map(entry, names), *(entry(name, ("light",)) for name in admin)]
    (PICTURES / "README.md").write_text(GALLERY + "\n".join(entries))
    return 0


if __name__ == "__main__":
    sys.exit(main())
