"""Finding: words, then filters, then a record, on a phone and a desk, with and without scripts and mouse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.utils.text import slugify
from playwright.sync_api import Browser, Page, Route, expect

from home.models import GlossaryIndexPage, GlossaryTerm
from tests import factories as make
from tests.e2e.finding import Visitor, asked, box, is_phone, shown_by, tab_to, titles, total
from tests.e2e.keyboard import press_tab
from tests.factories import room
from tests.public.visiting import hard_to_hit, sticking_out
from tests.search.deciding import decide, shown_board

Show = Callable[[str], Page]

FOUND = "/explore/?q=phoneme"
KIND, PRIORITY = "kind-micro-credential", "priority-early-literacy"
CREDENTIAL = "/micro-credentials/analyzing-phoneme-segmentation/"

UNCOVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return document.activeElement.contains(top) || top?.contains(document.activeElement);
}"""


@pytest.fixture(params=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    """A phone's or a desk's."""
    return {"phone": 360, "desk": 1280}[request.param]


WAYS = ["mouse", "keyboard", "mouse without scripts", "keyboard without scripts"]


@pytest.fixture(params=WAYS)
def visitor(request: pytest.FixtureRequest, width: int, browser: Browser) -> Iterator[Visitor]:
    """Each way to use the page, at each width."""
    scripts = "without" not in request.param
    context = browser.new_context(
        viewport={"width": width, "height": 740}, reduced_motion="reduce", java_script_enabled=scripts
    )
    yield Visitor(context.new_page(), "keyboard" in request.param, scripts)
    context.close()


@pytest.fixture
def found(page: Page, width: int, demo_server: str) -> Visitor:
    """Somebody with a mouse and scripts who has looked for words."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(demo_server + FOUND)
    return Visitor(page, keyboard=False, scripts=True)


def test_teacher_narrows_to_a_micro_credential(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(demo_server + FOUND)
    for choice in (KIND, PRIORITY):
        promised = visitor.choose(choice)
        assert total(page) == promised == len(titles(page))
    visitor.follow(CREDENTIAL)
    expect(page).to_have_url(demo_server + CREDENTIAL)
    expect(page.locator("h1")).to_be_visible()


def test_going_back_keeps_what_was_chosen(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(demo_server + FOUND)
    visitor.choose(KIND)
    visitor.choose(PRIORITY)
    before = (total(page), titles(page), asked(page))
    visitor.follow(CREDENTIAL)
    expect(page).to_have_url(demo_server + CREDENTIAL)
    page.go_back()
    expect(box(page, PRIORITY)).to_be_checked()
    expect(box(page, KIND)).to_be_checked()
    assert (total(page), titles(page), asked(page)) == before


def test_each_choice_is_a_step_back(found: Visitor) -> None:
    page, first = found.page, titles(found.page)
    found.choose(KIND)
    second = titles(page)
    found.choose(PRIORITY)
    page.go_back()
    expect(box(page, PRIORITY)).not_to_be_checked()
    expect(box(page, KIND)).to_be_checked()
    assert titles(page) == second
    page.go_back()
    expect(box(page, KIND)).not_to_be_checked()
    assert titles(page) == first


def test_boxes_that_were_not_sent_are_forgotten(browser: Browser, demo_server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 740})
    page = context.new_page()
    page.goto(demo_server + FOUND)
    box(page, KIND).check()
    page.reload()
    expect(box(page, KIND)).not_to_be_checked()
    context.close()


def test_other_choices_are_counted_anew(found: Visitor) -> None:
    before = shown_by(found.page, PRIORITY)
    found.choose(KIND)
    assert shown_by(found.page, PRIORITY) < before


def test_title_of_the_page_follows_the_results(found: Visitor) -> None:
    promised = found.choose(KIND)
    expect(found.page).to_have_title(re.compile(rf"{promised} results? for “phoneme” –"))


def test_focus_stays_on_the_box(found: Visitor) -> None:
    for choice in (KIND, PRIORITY):
        found.choose(choice)
        expect(box(found.page, choice)).to_be_focused()


def test_filters_stay_open(found: Visitor) -> None:
    page = found.page
    more = page.locator("#more-grade")
    if is_phone(page):
        page.locator("details.filters > summary").click()
    more.locator("summary").click()
    for is_chosen in (True, False):
        box(page, "grade-12").click()
        expect(page.locator("#found .chips")).to_have_count(int(is_chosen))
        expect(more).to_have_attribute("open", "")
        expect(box(page, "grade-12")).to_be_focused()
        expect(box(page, "grade-12")).to_be_visible()


def test_quick_choices_are_all_kept(page: Page, demo_server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 740})
    page.goto(demo_server + FOUND)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/explore/"), hold)
    with page.expect_request(re.compile("kind=")):
        box(page, KIND).click()
    with page.expect_request(re.compile("priority=")):
        box(page, PRIORITY).click()
    held[-1].fallback()
    expect(page.locator("#found .chips li")).to_have_count(3)
    for choice in (KIND, PRIORITY):
        expect(box(page, choice)).to_be_checked()


def test_focus_goes_to_the_results_when_its_box_is_gone(page: Page, demo_server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 740})
    page.goto(f"{demo_server}{FOUND}&kind=district")
    box(page, "kind-district").focus()
    page.keyboard.press("Space")
    expect(page.locator("#found")).to_be_focused()


def test_count_is_announced(found: Visitor) -> None:
    said = found.page.locator("#told")
    expect(said).to_be_empty()
    promised = found.choose(KIND)
    expect(said).to_have_text(re.compile(rf"{promised} results? for “phoneme”"))


def test_button_leads_a_phone_to_the_results(page: Page, demo_server: str) -> None:
    page.goto(demo_server + FOUND)
    page.locator("details.filters > summary").click()
    box(page, KIND).check()
    page.get_by_role("button", name="Show results").click()
    expect(page.locator("#found")).to_be_focused()
    expect(page.locator("#count")).to_be_in_viewport()
    expect(box(page, KIND)).not_to_be_visible()


def test_focus_is_never_covered(page: Page, demo_server: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(demo_server + FOUND)
    page.locator("details.filters > summary").click()
    while not page.evaluate("document.activeElement.matches('.apply button')"):
        press_tab(page)
        assert page.evaluate(UNCOVERED), page.evaluate("document.activeElement.outerHTML")


def test_chip_takes_one_choice_back(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(f"{demo_server}{FOUND}&kind=micro-credential&priority=early-literacy")
    visitor.press('.chips a[href$="kind=micro-credential"]')
    expect(box(page, PRIORITY)).not_to_be_checked()
    expect(box(page, KIND)).to_be_checked()
    assert asked(page) == {"q": ["phoneme"], "kind": ["micro-credential"]}


def test_clear_all_keeps_the_words(visitor: Visitor, demo_server: str) -> None:
    visitor.page.goto(f"{demo_server}{FOUND}&kind=micro-credential&priority=early-literacy")
    visitor.press(".chips a.clear")
    visitor.page.wait_for_url(demo_server + FOUND)
    expect(visitor.page.locator("#found .chips")).to_have_count(0)


def test_nothing_found_says_what_to_loosen(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(f"{demo_server}{FOUND}&kind=district")
    assert total(page) == 0
    hint = page.locator("#found li", has_text="Without Kind")
    promised = int(re.findall(r"\d+", hint.inner_text())[0])
    visitor.press("#found ul:not(.chips, .contents) a")
    page.wait_for_url(demo_server + FOUND)
    assert total(page) == promised > 0


def test_nearest_word_leads_on(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(f"{demo_server}/explore/?q=phonnicks+zzqx")
    assert total(page) == 0
    assert page.title().startswith("Nothing found for “phonnicks zzqx”")
    assert sticking_out(page) == []
    visitor.press('#found a[href="?q=phonics"]')
    page.wait_for_url(f"{demo_server}/explore/?q=phonics")
    assert total(page) > 0


@pytest.mark.parametrize("start", ["/", CREDENTIAL])
def test_search_box_leads_to_the_results(visitor: Visitor, demo_server: str, start: str) -> None:
    page = visitor.page
    page.goto(demo_server + start)
    assert page.get_by_role("search").count() == 1
    visitor.press('[role="search"] input', "End")
    page.keyboard.type("phoneme")
    page.keyboard.press("Enter")
    expect(page).to_have_url(demo_server + FOUND)
    assert total(page) == len(titles(page)) > 0


def test_words_may_be_changed_where_they_are(visitor: Visitor, demo_server: str) -> None:
    page = visitor.page
    page.goto(f"{demo_server}{FOUND}&kind=micro-credential")
    visitor.press("#q", "Control+a")
    page.keyboard.press("Control+a")
    page.keyboard.type("fluency")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("fluency")
    assert (asked(page)["q"], asked(page)["kind"]) == (["fluency"], ["micro-credential"])
    expect(box(page, KIND)).to_be_checked()


def test_results_can_be_reached_past_the_filters(found: Visitor) -> None:
    tab_to(found.page, 'a.skip[href="#found"]')
    found.page.keyboard.press("Enter")
    found.page.keyboard.press("Tab")
    assert found.page.evaluate("document.activeElement.closest('#found') !== null")


def test_print_holds_the_results_alone(found: Visitor) -> None:
    found.page.emulate_media(media="print")
    for hidden in ("form#filters details", ".searchbar", "header nav", ".sorts a"):
        for one in found.page.locator(hidden).all():
            assert not one.is_visible()
    expect(found.page.locator("#count")).to_be_visible()
    assert all(one.is_visible() for one in found.page.locator("#found h3").all())


def test_hundreds_of_results_are_cut_into_pages(show: Show) -> None:
    room(GlossaryIndexPage)
    names = [f"Term {number:03}" for number in range(500)]
    GlossaryTerm.objects.bulk_create(GlossaryTerm(term=name, slug=slugify(name)) for name in names)
    call_command("rebuild_search", verbosity=0)
    page = show("/explore/?kind=glossary")
    assert (total(page), len(titles(page))) == (500, 20)
    page.get_by_role("link", name="Page 25").click()
    expect(page.locator("#found h3").last).to_have_text("Term 499")
    assert sticking_out(page) == []
    assert hard_to_hit(page) == []


def test_empty_site_says_so(show: Show) -> None:
    make.home_page()
    page = show("/explore/")
    expect(page.locator("#found")).to_contain_text("yet")
    assert sticking_out(page) == []


def decided() -> None:
    """An approval from the first day of 2025, of one micro-credential among two."""
    decide(shown_board(name="A Board"), make.MicroCredentialFactory(title="Decided"))
    make.MicroCredentialFactory(title="Open")


def test_day_is_asked_for_when_it_is_typed_whole(show: Show) -> None:
    decided()
    page = show("/explore/?kind=micro-credential")
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(page.locator("#found .status")).to_have_text(["Approved"])
    day = page.get_by_label("Status on")
    day.focus()
    page.keyboard.type("12312024")
    expect(day).to_have_value("2024-12-31")
    expect(day).to_be_focused()
    assert "on" not in asked(page)
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("As of December 31, 2024: status")
    expect(page.locator("#found .status")).to_have_count(0)
    assert asked(page) == {"kind": ["micro-credential"], "on": ["2024-12-31"]}
    expect(box(page, "status-no-decision")).to_have_count(1)
    box(page, "status-no-decision").check()
    expect(page.locator("#found .chips")).to_contain_text("Status: No decision on record")
    assert (asked(page)["on"], total(page)) == (["2024-12-31"], 2)
    page.get_by_role("link", name="Show today").click()
    expect(page.locator("#found h3")).to_have_text(["Open"])
    assert asked(page) == {"kind": ["micro-credential"], "status": ["no-decision"]}


def test_no_day_is_no_part_of_the_address(show: Show) -> None:
    decided()
    page = show("/explore/")
    page.set_viewport_size({"width": 1280, "height": 740})
    box(page, "status-approved").check()
    expect(page.locator("#found h3")).to_have_text(["Decided"])
    assert "on=" not in page.url


LONG = ("Donaudampfschifffahrtsgesellschaft " * 8)[:255].strip()
SPANISH = "Evaluación formativa de la conciencia fonológica y del reconocimiento automático de palabras"
ARABIC = "تعليم القراءة المبكرة للأطفال في الصفوف الأولى"


@pytest.mark.parametrize("title", [LONG, "W" * 255, SPANISH, ARABIC], ids=lambda title: title[:12])
def test_title_of_any_length_and_language_is_found(show: Show, title: str) -> None:
    issuer = make.IssuerFactory(title=title, slug="issuer")
    make.MicroCredentialFactory(title=title, slug="credential", issuer=issuer, summary=title)
    page = show(f"/explore/?issuer=issuer&q={title}")
    assert titles(page) == [title]
    assert sticking_out(page) == []
    expect(page.locator("#found mark").first).to_be_visible()


def test_a_narrower_status_takes_the_place_of_the_wider_one(show: Show) -> None:
    board = shown_board()
    for title, outcome in (("Plain", "approve"), ("With conditions", "conditional")):
        decide(board, make.MicroCredentialFactory(title=title), outcome)
    page = show("/explore/?kind=micro-credential")
    page.set_viewport_size({"width": 1280, "height": 740})
    found = {"approved": 2, "conditional": 1}
    for chosen, other in (
        ("approved", "conditional"),
        ("conditional", "approved"),
        ("approved", "conditional"),
    ):
        box(page, f"status-{chosen}").check()
        expect(page.locator("#found h3")).to_have_count(found[chosen])
        expect(box(page, f"status-{chosen}")).to_be_checked()
        expect(box(page, f"status-{other}")).not_to_be_checked()
        assert asked(page)["status"] == [chosen]
