"""Every link of the demonstration's catalog, and what every page says."""

import csv
import re
from html import unescape
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.views.defaults import server_error
from wagtail.models import Page

from demo.pack import DATA
from tests.parts import require_part, vnu_jar
from tests.public.checking import faults
from tests.public.crawling import Answer, Crawl, plain

LEFTOVERS = re.compile(r"\b(?:None(?!:)|nan|NaN|undefined|null)\b|\{[{%#]|[%#}]\}|&amp;|&lt;|&quot;|&#\d+;")
"""What a template leaves where something went wrong; entities are resolved once in a page's text."""

SAMPLES = "/style-guide/"
"""Shows parts of pages whose links lead nowhere."""

FOR_MAINTAINERS = {
    "issuers.csv": "note",
    "microcredentials.csv": "note",
    "stacks.csv": "note",
    "pathway_stages.csv": "note",
}


def test_every_link_answers(crawl: Crawl) -> None:
    wrong = {
        f"{address} (on {crawl.named_by.get(address)})": answer.status
        for address, answer in crawl.answers.items()
        if answer.status != 200
    }
    assert wrong == {}


def test_every_fragment_is_on_its_page(crawl: Crawl) -> None:
    wrong = {
        f"{link}#{fragment} (on {answer.address})"
        for answer in crawl.pages
        if plain(answer.address) != SAMPLES
        for link, fragment in answer.links
        if fragment and link in crawl.answers and fragment not in crawl.answers[link].page.ids
    }
    assert wrong == set()


@pytest.mark.long
@pytest.mark.usefixtures("demo_catalog")
def test_every_page_can_be_reached(crawl: Crawl) -> None:
    reached = {plain(address) for address in crawl.answers}
    live = {page.url for page in Page.objects.live().filter(depth__gt=1)}
    assert live - reached == set()


def test_no_page_shows_what_went_wrong(crawl: Crawl) -> None:
    wrong = {
        answer.address: answer.text[max(0, found.start() - 40) : found.end() + 40]
        for answer in crawl.pages
        if (found := LEFTOVERS.search(answer.text))
    }
    assert wrong == {}


def maintainers_words() -> set[str]:
    """Texts of the data pack that are for maintainers only."""
    found = set()
    for name, column in FOR_MAINTAINERS.items():
        with (DATA / name).open(newline="", encoding="utf-8") as file:
            found |= {" ".join(row[column].split()) for row in csv.DictReader(file)}
    return {text for text in found if len(text) > 25}


def test_no_page_shows_a_maintainers_note(crawl: Crawl) -> None:
    notes = maintainers_words()
    shown = {f"{answer.address}: {note}" for answer in crawl.pages for note in notes if note in answer.text}
    assert len(notes) > 100
    assert shown == set()


def test_no_page_holds_what_a_strict_policy_refuses(crawl: Crawl) -> None:
    wrong = {answer.address: answer.page.refused for answer in crawl.pages if answer.page.refused}
    assert wrong == {}


def test_every_page_has_one_first_heading_and_a_title(crawl: Crawl) -> None:
    wrong = {
        answer.address
        for answer in crawl.pages
        if len(re.findall(r"<h1[ >]", answer.html)) != 1 or not re.search(r"<title>\s*\S", answer.html)
    }
    assert wrong == set()


def test_titles_of_pages_differ(crawl: Crawl) -> None:
    titles: dict[str, list[str]] = {}
    for answer in crawl.pages:
        title = re.sub(r"\s+", " ", answer.html.partition("<title>")[2].partition("</title>")[0])
        titles.setdefault(title, []).append(plain(answer.address))
    assert {title: where for title, where in titles.items() if len(set(where)) > 1} == {}


DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
SHARED = re.compile(r'<meta property="og:(title|description)" content="([^"]*)"')


def description(answer: Answer) -> str:
    """What search engines show of a page."""
    found = DESCRIPTION.search(answer.html)
    return unescape(found[1]).strip() if found else ""


def title(answer: Answer) -> str:
    """The title of a page without the site's name."""
    return unescape(answer.html.partition("<title>")[2].partition(" – Stackway")[0])


def preview(answer: Answer) -> tuple[str, str]:
    """Title and description of a page where its link is shared."""
    shared = {name: unescape(told) for name, told in SHARED.findall(answer.html)}
    return shared.get("title", ""), shared.get("description", "")


def test_every_page_describes_itself_in_a_sensible_length(crawl: Crawl) -> None:
    wrong = {
        answer.address: told
        for answer in crawl.pages
        if not 40 <= len(told := description(answer)) <= 160 or LEFTOVERS.search(told)
    }
    assert wrong == {}


def test_descriptions_of_pages_differ(crawl: Crawl) -> None:
    told: dict[str, set[str]] = {}
    for answer in crawl.pages:
        told.setdefault(description(answer), set()).add(plain(answer.address))
    assert {text: where for text, where in told.items() if len(where) > 1} == {}


def test_previews_have_the_title_and_description_of_their_page(crawl: Crawl) -> None:
    wrong = {
        answer.address
        for answer in crawl.pages
        if plain(answer.address) != "/plan/" and preview(answer) != (title(answer), description(answer))
    }
    assert wrong == set()


def test_every_page_is_valid_html(crawl: Crawl, tmp_path: Path) -> None:
    jar = require_part(vnu_jar(), "no Nu Html Checker on this machine (VNU_JAR names its file)")
    assert faults([*crawl.pages, broken()], jar, tmp_path) == set()


def broken() -> Answer:
    """The page that says that something is broken."""
    html = server_error(RequestFactory().get("/")).content.decode()
    return Answer("/broken/", 500, "text/html", html)


def test_checker_finds_faults(tmp_path: Path) -> None:
    jar = require_part(vnu_jar(), "no Nu Html Checker on this machine (VNU_JAR names its file)")
    assert faults([Answer("/", 200, "text/html", "<p></div>")], jar, tmp_path)
