"""One style sheet out of the layers, served by every way Django has."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from pytest_django import Settings

from home.styles import LAYERS, NAME, StyleSheetFinder, refresh, squeeze, style_sheet


@pytest.fixture
def styles(settings: Settings, tmp_path: Path) -> Path:
    folder = tmp_path / "styles"
    settings.STYLES_ROOT = folder
    return folder


def test_style_sheet_is_small(settings: Settings) -> None:
    css = style_sheet(settings.STATICFILES_DIRS[0] / "css")
    assert len(gzip.compress(css.encode())) < 12_000


def test_style_sheet_names_its_layers_in_order(settings: Settings) -> None:
    css = style_sheet(settings.STATICFILES_DIRS[0] / "css")
    assert css.startswith(f"@layer {','.join(LAYERS)};")
    places = [css.index(f"@layer {layer}{{") for layer in LAYERS]
    assert places == sorted(places)
    assert css.count("{") == css.count("}")


def test_style_sheet_asks_no_other_host(settings: Settings) -> None:
    css = style_sheet(settings.STATICFILES_DIRS[0] / "css")
    assert "//" not in css
    assert "@import" not in css


def test_squeeze_leaves_out_comments_and_indentation() -> None:
    assert squeeze("/* why */\n.a {\n  color: red;\n}\n") == ".a {color: red;}"


def test_finder_finds_the_sheet_and_nothing_else(styles: Path) -> None:
    finder = StyleSheetFinder()
    assert finder.find(NAME) == str(styles / NAME)
    assert finder.find(NAME, find_all=True) == [str(styles / NAME)]
    assert not finder.find("css/other.css")
    assert finder.check() == []


def test_finder_is_one_of_the_site(styles: Path) -> None:
    assert finders.find(NAME)


def test_refresh_writes_only_what_changed(styles: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "css", tmp_path / "out.css"
    folder.mkdir()
    (folder / "base.css").write_text("a{}")
    refresh(folder, target)
    before = target.stat().st_mtime_ns
    refresh(folder, target)
    assert target.stat().st_mtime_ns == before
    (folder / "base.css").write_text("b{}")
    refresh(folder, target)
    assert "b{}" in target.read_text()


def test_collectstatic_hashes_the_sheet_and_its_font(
    styles: Path, settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    settings.STATICFILES_FINDERS = [
        name for name in settings.STATICFILES_FINDERS if "AppDirectories" not in name
    ]
    call_command("collectstatic", interactive=False, verbosity=0)
    hashed = next((tmp_path / "static" / "css").glob("stackway.*.css"))
    assert "../fonts/overpass." in hashed.read_text()
    assert 'url("../fonts/overpass.woff2")' not in hashed.read_text()
