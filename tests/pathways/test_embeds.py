"""What a frame of another site may show, and that nothing else may be framed."""

from datetime import date

import pytest
from django.test import Client

from tests.editing import publish_as
from tests.factories import (
    DecisionFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    StackFactory,
    group,
    stage,
)
from tests.search.deciding import shown_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> None:
    stack = StackFactory(slug="set", title="A set")
    PathwayFactory(slug="way", title="A way", priority=PriorityFactory(slug="reading"), stages=[stage(stack)])


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("address", ["/embed/priorities/reading/", "/embed/pathways/way/"])
def test_any_site_may_frame_it_and_it_loads_nothing_from_elsewhere(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer.cookies == {}
    assert "A set" in answer.content.decode()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "address", ["/", "/priorities/reading/", "/pathways/way/", "/plan/", "/explore/", "/api/v1/graph"]
)
def test_nothing_else_may_be_framed(client: Client, address: str) -> None:
    assert client.get(address)["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/embed/priorities/no-such/", "/embed/pathways/%3Cb%3E/"])
def test_what_is_not_on_record_is_told_in_the_frame(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "X-Frame-Options" not in answer
    text = answer.content.decode()
    assert "is not on record" in text
    assert "<b>" not in text.partition("<main")[2]


@pytest.mark.parametrize("slug", ["first", "second"])
@pytest.mark.parametrize(("kind", "factory"), [("priorities", PriorityFactory), ("pathways", PathwayFactory)])
def test_frame_of_what_was_renamed_and_then_retired_speaks_to_the_public(
    client: Client, kind: str, factory: type[PriorityFactory], slug: str
) -> None:
    page = factory(slug="first", title="Reading first")
    publish_as(page, "second")
    page.refresh_from_db()
    page.unpublish()
    answer = client.get(f"/embed/{kind}/{slug}/")
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "X-Frame-Options" not in answer
    assert "is no longer published" in text
    assert "Reading first" not in text
    assert "keeps this page" not in text


def test_frame_of_a_draft_tells_nothing_of_it(client: Client) -> None:
    PriorityFactory(slug="draft", live=False)
    assert client.get("/embed/priorities/draft/").status_code == 404


def test_a_frame_finds_what_moved(client: Client) -> None:
    page = PriorityFactory(slug="old", title="Reading")
    publish_as(page, "new")
    assert "Reading" in client.get("/embed/priorities/old/").content.decode()


def test_a_frame_says_what_is_made_up(client: Client) -> None:
    stack = StackFactory(issuer=IssuerFactory(demonstration=True))
    PathwayFactory(slug="way", priority=PriorityFactory(slug="reading"), stages=[stage(stack)])
    for address in ("/embed/priorities/reading/", "/embed/pathways/way/"):
        assert "made up to show" in client.get(address).content.decode()


def test_a_frame_says_that_a_board_is_made_up(client: Client) -> None:
    stack = StackFactory()
    PathwayFactory(slug="way", stages=[stage(stack)])
    assert "made up to show" not in client.get("/embed/pathways/way/").content.decode()
    DecisionFactory(stack=stack, jurisdiction=JurisdictionFactory(demonstration=True))
    assert "made up to show" in client.get("/embed/pathways/way/").content.decode()


def test_the_script_is_for_every_site_and_may_be_kept(client: Client) -> None:
    answer = client.get("/embed/v1.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age" in answer["Cache-Control"]
    assert answer.cookies == {}


@pytest.mark.parametrize("address", ["/embed/priorities/reading/", "/embed/pathways/way/"])
def test_a_frame_of_a_day_says_the_day_and_tells_nothing_of_another(client: Client, address: str) -> None:
    board = shown_board(name="A state board")
    gone = MicroCredentialFactory(last_day_to_start=date(2025, 1, 31), hours_min=1, hours_max=1)
    stack = StackFactory(groups=[group(gone, MicroCredentialFactory(hours_min=9, hours_max=9), minimum=1)])
    PathwayFactory(slug="way", priority=PriorityFactory(slug="reading"), stages=[stage(stack)])
    DecisionFactory(credential=None, stack=stack, jurisdiction=board, effective_until=date(2025, 6, 30))
    then, later = (client.get(address, {"on": on}).text for on in ("2025-01-31", "2025-07-01"))
    assert "As of January 31, 2025." in then
    assert "As of July 1, 2025." in later
    assert "As of" not in client.get(address).text
    if "pathways" in address:
        assert ("1 to 9 hours" in then, "1 to 9 hours" in later) == (True, False)
        assert ("Approved" in then, "Ended" in later, "Ended" in then) == (True, True, False)
