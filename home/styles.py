"""One style sheet out of a source file per cascade layer, without a build step.

`static/css/<layer>.css` or the files of `static/css/<layer>/` make up a layer of that name. The
finder joins them into `css/stackway.css` whenever a source is newer, so that development,
tests and `collectstatic` all serve the same sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, overload

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

NAME = "css/stackway.css"
LAYERS = ("tokens", "base", "layout", "parts", "map", "pages", "print")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANK = re.compile(r"\s*\n\s*")


def sources(folder: Path, layer: str) -> list[Path]:
    """The files of a layer, in the order of their names."""
    return [*folder.glob(f"{layer}.css"), *sorted(folder.glob(f"{layer}/*.css"))]


def squeeze(text: str) -> str:
    """Without comments, indentation and line ends."""
    return BLANK.sub("", COMMENT.sub("", text)).strip()


def style_sheet(folder: Path) -> str:
    """All layers in order, each wrapped in its cascade layer."""
    layers = [
        f"@layer {layer}{{{''.join(squeeze(path.read_text()) for path in sources(folder, layer))}}}"
        for layer in LAYERS
    ]
    return "\n".join([f"@layer {','.join(LAYERS)};", *layers, ""])


def refresh(folder: Path, target: Path) -> None:
    """Write the sheet unless it stands there already; a reader never sees half of it."""
    text = style_sheet(folder)
    if target.exists() and target.read_text() == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".new")
    draft.write_text(text)
    draft.replace(target)


class StyleSheetFinder(BaseFinder):
    """Finds the joined style sheet for Django's staticfiles."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        self.folder = Path(settings.STATICFILES_DIRS[0]) / "css"
        self.root = Path(settings.STYLES_ROOT)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Nothing can be set wrong here."""
        return []

    @overload
    def find(self, path: str, find_all: Literal[False] = False) -> str | None: ...

    @overload
    def find(self, path: str, find_all: Literal[True]) -> list[str]: ...

    def find(self, path: str, find_all: bool = False) -> str | list[str] | None:
        """The file's place on disk, or an empty list for any other name, as Django expects."""
        if path != NAME:
            return []
        refresh(self.folder, self.root / NAME)
        found = str(self.root / NAME)
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """The one file, for `collectstatic`."""
        refresh(self.folder, self.root / NAME)
        yield NAME, FileSystemStorage(location=self.root)
