"""What every editing form refuses in every row, and how many questions it asks."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from catalog.models import MicroCredentialIndexPage, MicroCredentialPage, StackPage
from home.models import GlossaryTerm, GuidePage
from tests.editing import add_address, edit_address, form_at, send
from tests.editors import queries, signed_in
from tests.factories import (
    CompetencyFactory,
    GuidePageFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    addresses,
    alignment,
    criterion,
    group,
    stage,
)

pytestmark = pytest.mark.django_db
MESSAGE = "Plain text only: take out &lt;b&gt;, &lt;/b&gt;."
BOLD = "A <b>bold</b> word"
KEPT = "A &lt;b&gt;bold&lt;/b&gt; word"


@pytest.mark.parametrize(
    "factory",
    [
        GuidePageFactory,
        IssuerFactory,
        MicroCredentialFactory,
        PathwayFactory,
        PriorityFactory,
        RoleFactory,
        StackFactory,
    ],
)
def test_markup_is_refused_on_every_kind_of_page_and_nothing_is_lost(client: Client, factory: type) -> None:
    page = factory()
    address = edit_address(page)
    fields = ("title", "summary", "search_description")
    text = send(signed_in(client), address, form_at(client, address), dict.fromkeys(fields, BOLD))
    page.refresh_from_db()
    assert text.count(MESSAGE) >= len(fields)
    assert text.count(KEPT) >= len(fields)
    assert BOLD not in [getattr(page, field) for field in fields]


def test_markup_is_refused_in_the_rows_of_a_page(client: Client) -> None:
    page = MicroCredentialFactory(rubric=[criterion()])
    address = edit_address(page)
    text = send(signed_in(client), address, form_at(client, address), {"rubric-0-meets": BOLD})
    assert MESSAGE in text
    assert KEPT in text


def test_markup_is_refused_in_rows_inside_rows(client: Client) -> None:
    page = StackFactory(groups=[group(MicroCredentialFactory(), label="Plain")])
    address = edit_address(page)
    text = send(signed_in(client), address, form_at(client, address), {"groups-0-label": BOLD})
    assert MESSAGE in text
    assert StackPage.objects.get(pk=page.pk).groups.get().label == "Plain"


def test_comparisons_are_published(client: Client) -> None:
    page = MicroCredentialFactory()
    address = edit_address(page)
    send(signed_in(client), address, form_at(client, address), {"summary": "For grades < 3, a<b and c>d"})
    page.refresh_from_db()
    assert page.summary == "For grades < 3, a<b and c>d"


def test_rich_text_keeps_its_own_marks(client: Client) -> None:
    page = MicroCredentialFactory(method="<p>Try <b>this</b>.</p>")
    address = edit_address(page)
    send(signed_in(client), address, form_at(client, address), {"summary": "New"})
    page.refresh_from_db()
    assert (page.summary, page.method.count("<b>this</b>")) == ("New", 1)


def block(kind: str, typed: dict[str, str]) -> dict[str, str]:
    """The form's part for a body of one block; `typed` by the ends of the fields' names."""
    about = {"deleted": "", "order": "0", "type": kind, "id": ""}
    rows = {f"body-0-{name}": text for name, text in about.items()}
    return {"body-count": "1", **rows, **{f"body-0-value{name}": text for name, text in typed.items()}}


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("heading", {"": BOLD}), ("resource", {"-title": BOLD, "-address": "", "-note": ""})],
)
def test_markup_is_refused_in_plain_blocks(client: Client, kind: str, typed: dict[str, str]) -> None:
    page = GuidePageFactory()
    address = edit_address(page)
    text = send(signed_in(client), address, form_at(client, address), block(kind, typed))
    assert "Plain text only: take out" in text
    assert not GuidePage.objects.get(pk=page.pk).body


def test_a_block_without_markup_is_published(client: Client) -> None:
    page = GuidePageFactory()
    address = edit_address(page)
    send(signed_in(client), address, form_at(client, address), block("heading", {"": "Grades < 3"}))
    assert GuidePage.objects.get(pk=page.pk).body[0].value == "Grades < 3"


def test_records_refuse_markup_too(client: Client) -> None:
    form = {"term": BOLD, "slug": "bold", "definition": "It is.", "also_known_as": ""}
    answer = signed_in(client).post(reverse(GlossaryTerm.snippet_viewset.get_url_name("add")), form)
    assert MESSAGE in answer.text
    assert not GlossaryTerm.objects.exists()


@pytest.mark.parametrize("length", [255, 256])
def test_a_title_may_have_255_characters(client: Client, length: int) -> None:
    issuer, address = IssuerFactory(), add_address(MicroCredentialPage, MicroCredentialIndexPage)
    form = form_at(signed_in(client), address)
    text = send(client, address, form, {"title": "T" * length, "slug": "long", "issuer": issuer.pk})
    assert MicroCredentialPage.objects.filter(slug="long").exists() == (length == 255)
    assert ("at most 255 characters (it has 256)" in text) == (length == 256)
    assert "T" * length in text


def of_opening(client: Client, page: Page) -> int:
    return queries(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))


@pytest.mark.usefixtures("quick_filling")
def test_a_stack_opens_alike_with_one_member_and_with_200(client: Client) -> None:
    signed_in(client)
    issuer = IssuerFactory()
    members = MicroCredentialFactory.create_batch(200, issuer=issuer)
    few, many = (StackFactory(issuer=issuer, members=some) for some in (members[:1], members))
    assert of_opening(client, few) == of_opening(client, many)


@pytest.mark.usefixtures("quick_filling")
def test_a_pathway_opens_alike_with_one_stack_and_with_20(client: Client) -> None:
    signed_in(client)
    stacks = StackFactory.create_batch(20, issuer=IssuerFactory())
    few, many = (PathwayFactory(stages=[stage(*some)]) for some in (stacks[:1], stacks))
    assert of_opening(client, few) == of_opening(client, many)


@pytest.mark.usefixtures("quick_filling")
def test_a_credential_opens_alike_with_one_alignment_and_with_20(client: Client) -> None:
    signed_in(client)

    def opened(rows: int) -> int:
        page = MicroCredentialFactory(
            alignments=[alignment(CompetencyFactory()) for _ in range(rows)],
            priority_links=[addresses(PriorityFactory()) for _ in range(rows)],
        )
        return of_opening(client, page)

    assert opened(1) == opened(20)


def test_what_was_chosen_is_named_with_its_issuer_and_state(client: Client) -> None:
    signed_in(client)
    draft = MicroCredentialFactory(title="Phonics", issuer=IssuerFactory(title="A college"), live=False)
    page = StackFactory(members=[draft])
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Phonics · A college (draft)" in text


def test_a_crafted_choice_is_refused_beside_its_field(client: Client) -> None:
    signed_in(client)
    page = StackFactory()
    for typed in ("abc", "9" * 40, "-1"):
        data = {"title": "T", "slug": "t", "issuer": typed}
        text = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
        assert text.status_code in (200, 422, 400)
