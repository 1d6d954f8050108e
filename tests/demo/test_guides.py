"""Guides of the data pack: what is refused, what is loaded. That their links answer is seen in the crawl."""

import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.html import strip_tags

from demo.guides import FOLDER, read_guides
from demo.pack import DATA, Pack
from demo.problems import PackRefused
from home.enums import GuideAudience
from home.models import GuidePage

FILES = sorted((DATA / FOLDER).glob("*.html"))
HEAD = (
    "<title>A guide</title>\n"
    '<meta name="audience" content="teachers">\n'
    '<meta name="description" content="Short.">\n'
)
LINK = re.compile(r'<a href="(/[^"]*)"')


def refused(folder: Path, text: str | bytes) -> list[str]:
    """What is said against a guide with this text."""
    file = folder / FOLDER / "a-guide.html"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PackRefused) as caught:
        read_guides(folder, Pack(), None)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>Fine</p>\n<table></table>", "row 5: <table> may not stand here"),
        ("<p>One<p>Two</p></p>", "row 4: <p> may not stand here"),
        ("<p>Open", "row 4: <p> is not closed"),
        ("<p>One</b></p>", "row 4: </b> closes nothing"),
        ("<p>One</p>\n\nloose", "row 6: text stands outside of a paragraph, heading or list"),
        ('<p onclick="x()">One</p>', "row 4: <p> may not have “onclick”"),
        ("<h2>One <b>two</b></h2>", "row 4: <b> may not stand here"),
        ('<p><a href="/stacks/none/">x</a></p>', "row 4: “/stacks/none/” leads to no record"),
        ('<p><a href="javascript:x()">x</a></p>', "row 4: “javascript:x()” leads to no record"),
        ("<p><a>x</a></p>", "row 4: “” leads to no record"),
        ('<meta name="audience" content="teachers"><p>x</p>', "row 4: <meta> must name each of audience and"),
        ("<title>Another</title><p>x</p>", "row 4: there is a second <title>"),
        ("", "column blocks: "),
        ("<p>a\x00</p>", "holds a NUL character"),
    ],
)
def test_malformed_guide_is_refused_with_file_and_reason(tmp_path: Path, body: str, told: str) -> None:
    found = refused(tmp_path, HEAD + body)
    assert any(line.startswith("guides/a-guide.html") and told in line for line in found), found


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            HEAD.replace("teachers", "parents"),
            "column audience: “parents” is not one of 'teachers', 'districts'",
        ),
        (HEAD.replace("Short.", ""), "column summary: is empty"),
        (HEAD.replace("<title>A guide</title>", ""), "column title: is empty"),
        (HEAD.replace("audience", "author"), "column audience: Field required"),
    ],
)
def test_guide_must_say_what_it_is(tmp_path: Path, head: str, told: str) -> None:
    assert any(told in line for line in refused(tmp_path, f"{head}<p>Text</p>"))


def test_guide_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, HEAD.encode() + b"<p>\xe9</p>") == ["guides/a-guide.html: is not UTF-8"]


def test_guide_whose_name_is_no_slug_is_refused(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "A guide.html").write_text(f"{HEAD}<p>x</p>")
    with pytest.raises(PackRefused, match="1 problem"):
        read_guides(tmp_path, Pack(), None)


def test_guide_becomes_blocks_with_even_spaces(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    text = "<!-- A note. --><p>One\n  <b>two</b> <i>three</i>.</p>\n<ul>\n<li>R&amp;D</li>\n</ul>\n"
    text += "<h2>A  b</h2>\n"
    text += '<p><a href="/">x</a></p>'
    (tmp_path / FOLDER / "a-guide.html").write_text(HEAD.replace('">', '"/>') + text)
    (guide,) = read_guides(tmp_path, Pack(), None)
    assert (guide.slug, guide.title, guide.summary) == ("a-guide", "A guide", "Short.")
    assert [(block.type, block.value) for block in guide.blocks] == [
        ("paragraph", "<p>One <b>two</b> <i>three</i>.</p><ul><li>R&amp;D</li></ul>"),
        ("heading", "A b"),
        ("paragraph", '<p><a href="/">x</a></p>'),
    ]


def test_pack_without_guides_has_none(tmp_path: Path) -> None:
    assert read_guides(tmp_path, Pack(), None) == ()


def test_malformed_guide_stops_the_whole_load(db: None, folder: Path) -> None:
    (folder / FOLDER / "how-a-stack-works.html").write_text(f"{HEAD}<p>Open")
    told = io.StringIO()
    with pytest.raises(CommandError, match="nothing was loaded"):
        call_command("load_demo", data=folder, stdout=told, stderr=told)
    assert "guides/how-a-stack-works.html, row 4: <p> is not closed" in told.getvalue()
    assert not GuidePage.objects.exists()


def test_guide_that_an_editor_changed_is_restored(demo_catalog: None) -> None:
    page = GuidePage.objects.get(slug="how-a-stack-works")
    page.body = []
    page.save_revision().publish()
    told = io.StringIO()
    call_command("load_demo", stdout=told)
    assert "guide pages: 1 restored, 6 as they were" in told.getvalue()
    assert len(GuidePage.objects.get(pk=page.pk).body) > 5


def test_guides_that_readers_expect_are_there(demo_catalog: None) -> None:
    titles = set(GuidePage.objects.live().values_list("title", flat=True))
    assert titles >= {
        "What a micro-credential is",
        "Badge versus micro-credential",
        "How evidence is judged",
        "How a stack works",
        "How to read a decision",
        "How a district can start",
    }
    assert set(GuidePage.objects.values_list("audience", flat=True)) == set(GuideAudience)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_guide_is_neither_short_nor_long(path: Path) -> None:
    assert 500 <= len(strip_tags(path.read_text()).split()) <= 900


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_guide_ends_with_where_to_go_next(path: Path) -> None:
    *_, last = path.read_text().split("<h2>")
    assert last.startswith("Where to go next</h2>")
    assert len(LINK.findall(last)) >= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_page_of_a_guide_holds_its_links(demo_catalog: None, client: Client, path: Path) -> None:
    links = set(LINK.findall(client.get(f"/guides/{path.stem}/").text))
    assert links >= set(LINK.findall(path.read_text()))
