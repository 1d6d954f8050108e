"""The eyes themselves: what they should find, they find."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.public.addresses import Example
from tests.public.crawling import Answer
from tests.public.visiting import Visitor, findings_of, hard_to_hit, sticking_out

GRAY = "<html lang='en'><title>Gray</title><main><h1>Gray</h1><p style='color: #999'>Hard to read</p></main>"
DARK = GRAY.replace("style='color: #999'", "") + (
    "<style>@media (prefers-color-scheme: dark) { body { background: #111 } p { color: #333 } }</style>"
)
WRITTEN = (
    b"<title>Written</title><main>One<script>document.querySelector('main').append('Two')</script></main>"
)


class Writer(BaseHTTPRequestHandler):
    """Serves a page that its script completes."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(WRITTEN)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def written() -> Iterator[str]:
    """Its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Writer) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_faults_of_a_page_are_found(page: Page) -> None:
    page.set_content(GRAY)
    assert {finding.partition(":")[0] for finding in findings_of(page)} >= {"360 light", "1280 light"}


def test_faults_of_dark_colors_are_found(page: Page) -> None:
    page.set_content(DARK)
    assert {finding.partition(":")[0] for finding in findings_of(page)} == {"360 dark", "1280 dark"}


def test_what_is_too_wide_is_found(page: Page) -> None:
    page.set_content("<div style='width: 25rem'>Wide</div>")
    assert [line.partition(":")[0] for line in sticking_out(page)] == [
        "320 px, 100 %",
        "360 px, 100 %",
        "360 px, 200 %",
    ]


def test_crowded_targets_are_found(page: Page) -> None:
    page.set_content("<button style='font-size: 8px'>a</button><button style='font-size: 8px'>b</button>")
    assert len(hard_to_hit(page)) == 2


def test_what_only_scripts_show_is_found(browser: Browser, written: str) -> None:
    seen = Visitor(browser, written).visit(Example("written", "", 200))
    assert (seen.text, seen.text_without_scripts) == ("OneTwo", "One")


def test_inline_scripts_and_styles_are_found() -> None:
    html = "<p style='color: red' onclick='x()'>a</p><script>x()</script><style></style>"
    refused = Answer("/", 200, "text/html", html).page.refused
    assert refused == ["style of p", "onclick of p", "inline script", "inline style"]


def test_data_in_a_page_is_no_script() -> None:
    html = '<script type="application/ld+json">{}</script><script src="/static/a.js"></script>'
    assert Answer("/", 200, "text/html", html).page.refused == []
