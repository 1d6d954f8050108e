"""Words of the glossary become links in prose, and nothing else changes."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.glossary import Term, TermLinks

LINK = re.compile(r'<a class="term" href="/glossary/([^/]*)/">([^<]*)</a>')
TERMS = (
    Term("/glossary/badge/", ("Badge", "digital badge")),
    Term("/glossary/ceu/", ("Continuing education unit", "CEU")),
    Term("/glossary/competency/", ("Competency",)),
    Term("/glossary/credential/", ("Credential",)),
    Term("/glossary/license-renewal/", ("License renewal",)),
    Term("/glossary/micro-credential/", ("Micro-credential", "MC", "microcredential")),
    Term("/glossary/science-of-reading/", ("Science of reading", "SoR")),
    Term("/glossary/stack/", ("Stack",)),
    Term("/glossary/standards/", ("Quality assurance standards", "QAS")),
    Term("/glossary/unit-plan/", ("Unit plan",)),
)


def linked(html: str, own: str = "") -> str:
    """The HTML with short links: the slug and the words."""
    return LINK.sub(r"[\1 \2]", TermLinks(TERMS).link(html, own))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Stack by stack</p>", "<p>[stack Stack] by stack</p>"),
        ("<p>A digital badge, a badge</p>", "<p>A [badge digital badge], a badge</p>"),
        ("<p>micro-credential</p>", "<p>[micro-credential micro-credential]</p>"),
        ("<p>an MC</p>", "<p>an [micro-credential MC]</p>"),
        ("<p>Your CEU, sor, SoR.</p>", "<p>Your [ceu CEU], sor, [science-of-reading SoR].</p>"),
        ("<p>an mc, Mc, ceu</p>", "<p>an mc, Mc, ceu</p>"),
        (
            "<p>the stack’s rule, a badge's data</p>",
            "<p>the [stack stack]’s rule, a [badge badge]'s data</p>",
        ),
    ],
)
def test_term_is_linked_by_each_of_its_names(html: str, expected: str) -> None:
    assert linked(html) == expected


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("stacks", "stack"),
        ("Competencies", "competency"),
        ("CEUs", "ceu"),
        ("continuing education units", "ceu"),
        ("quality assurance standards", "standards"),
    ],
)
def test_plural_leads_to_the_term(word: str, slug: str) -> None:
    assert linked(word) == f"[{slug} {word}]"


@pytest.mark.parametrize(
    "text",
    [
        "stacked haystack stackable",
        "competency-based, non-stack",
        "see https://issuer.example/badge or badge.example or ask@badge.example",
        "quality assurance standard",
        "La evidencia, la competencia y la acreditación",
        "credentialé badge\u0301",
    ],
)
def test_part_of_another_word_is_no_term(text: str) -> None:
    assert linked(text) == text


def test_longest_name_counts_and_the_first_of_two_that_overlap() -> None:
    assert linked("one micro-credential") == "one [micro-credential micro-credential]"
    assert linked("a continuing education unit plan") == "a [ceu continuing education unit] plan"


def test_term_is_linked_once_a_page_wherever_its_blocks_stand() -> None:
    links = TermLinks(TERMS)
    assert links.link("<p>A stack.</p>").count("<a ") == 1
    assert links.link("<p>The stack, stacks and a badge.</p>").count("<a ") == 1


def test_words_inside_a_linked_name_stay_words() -> None:
    assert linked("MC, micro-credential, credential") == (
        "[micro-credential MC], micro-credential, [credential credential]"
    )


def test_term_is_not_linked_on_its_own_page() -> None:
    assert linked("a badge for a stack", own="/glossary/badge/") == "a badge for a [stack stack]"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Stack</h2>",
        "<h3>The <b>stack</b></h3>",
        '<a href="/x/">a <i>stack</i></a>',
        "<button>stack</button>",
        "<pre><code>stack</code> stack</pre>",
        '<img alt="stack" src="/badge/">',
        '<p title="stack"></p>',
        "<script>if (stack < 1 && badge) {}</script>",
        '<div lang="es">un stack<div>badge</div> y otro stack</div>',
        '<span lang="ES-MX">digital badge</span>',
    ],
)
def test_no_word_is_linked_where_it_must_not_be(html: str) -> None:
    assert linked(html) == html


def test_words_after_what_is_left_alone_are_linked_again() -> None:
    html = '<h2>Stack</h2><p lang="en-US">A stack<br>and <img lang="es" alt=""/><i>badge</i></p>'
    assert linked(html) == html.replace("A stack", "A [stack stack]").replace("badge", "[badge badge]")


def test_name_may_be_broken_over_lines_and_spelled_with_other_hyphens() -> None:
    assert linked("license\n renewal") == "[license-renewal license\n renewal]"
    assert linked("micro\N{NON-BREAKING HYPHEN}credential").startswith("[micro-credential ")


def test_signs_stay_escaped() -> None:
    html = "<p>stack &lt;script&gt; &amp; &quot;badge&quot; 5 &gt; 3</p>"
    assert "<script" not in linked(html)
    assert linked(html).startswith("<p>[stack stack] &lt;script&gt; &amp; ")


def test_term_with_signs_in_its_name_cannot_add_markup() -> None:
    links = TermLinks((Term("/glossary/x/", ("R&D (now)", "a<b>")),))
    assert links.link("R&amp;D (now) a&lt;b&gt;").count("<b>") == 0


def test_term_without_a_name_is_left_out() -> None:
    assert TermLinks((Term("/glossary/x/", (" ", "")),)).link("a b") == "a b"


def test_empty_glossary_changes_nothing() -> None:
    assert TermLinks(()).link("<p>a &quot;stack&quot;</p>") == "<p>a &quot;stack&quot;</p>"


class Text(HTMLParser):
    """The words and the elements of some HTML, without the links of terms."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags = "", list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "term") not in attrs:
            self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


PIECES = st.sampled_from(
    [
        "stack",
        "MC",
        " ",
        "badge",
        "&amp;",
        "&lt;",
        "é",
        "<p>",
        "</p>",
        "<h2>",
        "</h2>",
        "<br>",
        "-",
        "<",
        "&",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_words_and_elements_of_any_html_are_kept(pieces: list[str]) -> None:
    html = "".join(pieces)
    before, after = Text(html), Text(TermLinks(TERMS).link(html))
    assert (before.words, before.tags) == (after.words, after.tags)
