"""A district's own page on another port puts a priority or a pathway on it with one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect
from pytest_django import Settings

pytestmark = pytest.mark.browser

LINK = '<a href="{site}{address}" data-stackway>Early literacy pathways</a>'
SCRIPT = '<script src="{site}/embed/v1.js" async></script>'
LINE = LINK + SCRIPT
PAGE = (
    "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>A district</title>"
    "<h1>Our schools</h1><main>{line}</main><p>More of the district.</p>"
)
PRIORITY = "/priorities/early-literacy/"
PATHWAY = "/pathways/early-literacy-foundations-to-leader/"


class District:
    """A plain page on a port of its own."""

    def __init__(self, site: str) -> None:
        self.site, self.address, self.line = site, PRIORITY, LINE

    def page(self) -> bytes:
        line = self.line.replace("{site}", self.site).replace("{address}", self.address)
        return PAGE.format(line=line).encode()


@pytest.fixture
def district(demo_server: str) -> Iterator[tuple[District, str]]:
    """The district's page, which the test may change, and its address."""
    shown = District(demo_server)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(shown.page())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield shown, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, district: tuple[District, str]) -> Iterator[Visit]:
    """Opens the district's page for somebody, with or without scripts; notes where requests go."""
    contexts: list[BrowserContext] = []

    def opened(
        width: int = 1280,
        *,
        scripts: bool = True,
        address: str = PRIORITY,
        line: str = LINE,
        prepare: Callable[[Page], object] = lambda _: None,
    ) -> Page:
        shown, url = district
        shown.address, shown.line = address, line
        context = browser.new_context(
            viewport={"width": width, "height": 700}, java_script_enabled=scripts, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        prepare(page)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        assert errors == []
        return page

    yield opened
    for context in contexts:
        context.close()


def framed(page: Page) -> Frame:
    """What stands in the frame, when it has told its height."""
    element = page.locator("iframe").element_handle()
    frame = element.content_frame()
    assert frame is not None
    frame.wait_for_load_state("load")
    return frame


def heights(page: Page, frame: Frame) -> tuple[int, int]:
    """How high the frame is, and what it holds."""
    holds = frame.evaluate("document.documentElement.scrollHeight")
    return page.locator("iframe").evaluate("frame => frame.clientHeight"), holds


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [PRIORITY, PATHWAY, PRIORITY.removesuffix("/")])
def test_one_line_shows_it_as_high_as_it_is(visit: Visit, width: int, address: str) -> None:
    page = visit(width, address=address)
    frame = framed(page)
    expect(page.locator("a[data-stackway]")).to_have_count(0)
    assert page.locator("iframe").get_attribute("title") == "Early literacy pathways"
    page.wait_for_function("document.querySelector('iframe').clientHeight !== 640")
    shown, holds = heights(page, frame)
    assert abs(shown - holds) <= 1
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_frame_follows_when_the_page_gets_narrower(visit: Visit) -> None:
    page = visit(1280)
    frame = framed(page)
    page.wait_for_function("document.querySelector('iframe').clientHeight !== 640")
    before = heights(page, frame)[0]
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_function(f"document.querySelector('iframe').clientHeight > {before}")
    expect(page.locator("iframe")).to_be_visible()


def test_without_scripts_the_link_stays(visit: Visit, demo_server: str) -> None:
    page = visit(scripts=False)
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("link", name="Early literacy pathways").click()
    expect(page).to_have_url(demo_server + PRIORITY)


def test_frame_can_be_read_without_scripts(browser: Browser, demo_server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 600})
    page = context.new_page()
    page.goto(f"{demo_server}/embed{PATHWAY}")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Early literacy: from first sounds to literacy leader"
    )
    expect(page.get_by_role("link", name="Vocabulary").first).to_be_visible()
    context.close()


def test_no_cookie_is_set_and_no_other_host_is_asked(
    visit: Visit, demo_server: str, district: tuple[District, str]
) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    framed(page)
    assert page.context.cookies() == []
    assert len(asked) > 3
    assert all(url.startswith((demo_server, district[1])) for url in asked)


@pytest.mark.parametrize("address", [PRIORITY, PATHWAY, "/priorities/nothing/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_inside(browser: Browser, demo_server: str, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(f"{demo_server}/embed{address}")
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found] == []
    page.close()


def test_links_of_the_frame_leave_the_frame(visit: Visit, demo_server: str) -> None:
    page = visit()
    framed(page).get_by_role("link", name="Early literacy", exact=True).click()
    expect(page).to_have_url(demo_server + PRIORITY)


def test_links_between_cards_stay_in_the_frame(visit: Visit, district: tuple[District, str]) -> None:
    page = visit(360, address=PATHWAY)
    frame = framed(page)
    frame.locator(".lk a[href^='#']").first.click()
    frame.wait_for_function("location.hash.startsWith('#stack-')")
    assert page.url == district[1]


def test_unknown_priority_shows_a_small_helpful_box(visit: Visit) -> None:
    page = visit(address="/priorities/nothing/")
    frame = framed(page)
    assert "There is no priority at this address" in frame.inner_text("main")
    page.wait_for_function("document.querySelector('iframe').clientHeight < 400")


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ('<img src="data:," alt="Early literacy">', "Early literacy"),
        ('<img src="data:," alt=""> Reading  first', "Reading first"),
        ('<svg role="img"><title>Early literacy</title></svg>', "Early literacy"),
        ('<span aria-hidden="true">»</span><img src="data:," alt="Reading">', "Reading"),
        ('<img src="data:," alt="">', "Stackway"),
        ('<img src="data:," alt="Early"><img src="data:," alt="literacy">', "Early literacy"),
        ('<img src="data:," alt=""><img src="data:," alt="Reading">', "Reading"),
        ("<div>Early</div><div>literacy</div>", "Early literacy"),
        ("Early<br>literacy", "Early literacy"),
        ("<b>Ear</b>ly literacy", "Early literacy"),
        ('Early literacy<span style="display:none"> (old)</span>', "Early literacy"),
        ('<img src="data:," alt=" " title="Reading">', "Reading"),
        ('<svg role="img" aria-labelledby="said"></svg><i id="said">Reading</i>', "Reading Reading"),
    ],
)
def test_frame_is_named_as_the_link_is(visit: Visit, inside: str, title: str) -> None:
    page = visit(line=LINE.replace("Early literacy pathways", inside))
    expect(page.locator("iframe")).to_have_attribute("title", title)


def test_links_that_come_later_are_framed(visit: Visit, demo_server: str) -> None:
    page = visit()
    expect(page.locator("iframe")).to_have_count(1)
    page.evaluate(
        "html => document.body.insertAdjacentHTML('beforeend', html)",
        f'<p><a href="{demo_server}{PATHWAY}" data-stackway>Another</a></p>',
    )
    expect(page.locator("iframe[title=Another]")).to_have_count(1)
    page.evaluate("document.querySelector('h1').innerHTML = '<a>Later</a>'")
    page.evaluate(
        "address => Object.assign(document.querySelector('h1 a'), {href: address}).dataset.stackway = ''",
        f"{demo_server}{PRIORITY}",
    )
    expect(page.locator("iframe")).to_have_count(3)


@pytest.mark.parametrize("way", ["inlined", "deferred", "module", "copied"])
def test_script_works_however_it_stands_on_the_page(
    visit: Visit, demo_server: str, settings: Settings, way: str
) -> None:
    settings.PUBLIC_URL = demo_server
    with urlopen(f"{demo_server}/embed/v1.js") as answer:
        text = answer.read().decode()
    lines = {
        "inlined": f"{LINK}<script>{text}</script>",
        "deferred": SCRIPT.replace("async", "defer") + LINK,
        "module": SCRIPT.replace("async", "type=module") + LINK,
        "copied": f"<script type=module>{text}</script>{LINK}",
    }
    page = visit(line=lines[way])
    expect(page.locator("iframe")).to_have_count(1)
    assert "Early literacy" in framed(page).inner_text("main")


def test_link_that_is_still_being_read_is_framed_by_its_whole_name(visit: Visit, demo_server: str) -> None:
    page = visit(line="")
    half, rest = LINE.format(site=demo_server, address=PRIORITY).split(" pathways", 1)
    half = SCRIPT.format(site=demo_server).replace(" async", "") + half
    page.evaluate("html => { document.open(); document.write(html); }", half)
    page.wait_for_function("document.querySelector('a') && document.querySelector('script')")
    page.evaluate(
        """async html => {
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            document.write(html);
            document.close();
        }""",
        f" pathways{rest}",
    )
    expect(page.locator("iframe")).to_have_attribute("title", "Early literacy pathways")


def test_script_that_stands_there_twice_works_once(visit: Visit, demo_server: str) -> None:
    page = visit(line=LINE + SCRIPT + LINE)
    expect(page.locator("iframe")).to_have_count(2)
    expect(page.locator("a[data-stackway]")).to_have_count(0)


def test_address_in_capital_letters_is_framed(visit: Visit) -> None:
    page = visit(address=PRIORITY.replace("early", "Early").replace("priorities", "Priorities"))
    assert "Early literacy" in framed(page).inner_text("main")


def test_frame_that_says_nothing_gives_way_to_the_link(visit: Visit) -> None:
    def mute(page: Page) -> None:
        page.clock.install()
        page.context.route("**/frame*.js", lambda route: route.abort())

    page = visit(prepare=mute, line=LINE + SCRIPT)
    framed(page)
    page.clock.run_for(4000)
    expect(page.locator("iframe")).to_have_count(1)
    page.clock.run_for(2000)
    expect(page.get_by_role("link", name="Early literacy pathways")).to_be_visible()
    page.evaluate("document.body.append('More')")
    expect(page.locator("iframe")).to_have_count(0)


def test_frame_that_speaks_stays(visit: Visit) -> None:
    page = visit(prepare=lambda page: page.clock.install())
    framed(page)
    page.wait_for_function("document.querySelector('iframe').clientHeight !== 640")
    page.clock.run_for(20000)
    expect(page.locator("iframe")).to_have_count(1)
