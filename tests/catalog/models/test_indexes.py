"""Lists and record pages: what counts is kept apart from background, and everything stands in its place."""

import re

import pytest
from django.test import Client

from catalog.enums import RecognitionClass
from catalog.models import CompetencyIndexPage, DistrictIndexPage, Jurisdiction, RecognitionIndexPage
from tests.factories import (
    CompetencyFactory,
    DistrictFactory,
    FrameworkFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    RecognitionFactory,
    alignment,
    room,
)

pytestmark = pytest.mark.django_db

BACKGROUND = "Background: nothing that a micro-credential earns</h2>"


@pytest.fixture
def ohio() -> Jurisdiction:
    room(RecognitionIndexPage)
    state: Jurisdiction = JurisdictionFactory(slug="ohio", name="Ohio", kind="state")
    return state


@pytest.fixture
def county(ohio: Jurisdiction) -> Jurisdiction:
    """A district of Ohio, as a place that makes rules."""
    place: Jurisdiction = JurisdictionFactory(slug="a-county", name="A County", kind="district", parent=ohio)
    return place


def shown(client: Client, address: str) -> str:
    """The main part of a page, its spaces made even."""
    text = client.get(address).text
    return re.sub(r"\s+", " ", text[text.index("<main") : text.index("</main>")])


def in_order(text: str, *words: str) -> bool:
    """Whether all of these are there, one after the other."""
    places = [text.find(one) for one in words]
    return -1 not in places and places == sorted(places)


def test_recognition_stands_by_place_and_background_last(client: Client, county: Jurisdiction) -> None:
    RecognitionFactory(jurisdictions=[county], place="A County, Ohio", kind="base salary")
    RecognitionFactory(jurisdictions=[county.parent], place="Ohio", kind="time off")
    RecognitionFactory(place="Alabama", kind="pilot", row_class=RecognitionClass.BACKGROUND)
    text = shown(client, "/recognition/")
    assert in_order(
        text, "Ohio</h2>", "Time off", "Ohio: A County</h2>", "Base salary", BACKGROUND, "Alabama: pilot"
    )
    assert "2 statements of what counts, 1 statement of background" in text
    assert in_order(text, 'href="#in-ohio"', 'href="#in-ohio-a-county"', 'id="in-ohio"')


def test_recognition_row_says_how_much_for_whom_when_and_who_says_so(
    client: Client, ohio: Jurisdiction
) -> None:
    RecognitionFactory(
        jurisdictions=[ohio],
        amount_min=2,
        amount_max=3,
        unit="credits each",
        conditions="For teachers of reading",
        as_of="2024",
        source="A report",
    )
    text = shown(client, "/recognition/")
    for said in ("How much", "2 to 3 credits each", "For teachers of reading", "As of", "2024", "A report"):
        assert said in text
    RecognitionFactory(jurisdictions=[ohio])
    assert shown(client, "/recognition/").count('<span class="none">not stated</span>') == 4


def test_row_of_several_places_stands_under_each_and_counts_once(client: Client, ohio: Jurisdiction) -> None:
    utah = JurisdictionFactory(name="Utah")
    RecognitionFactory(jurisdictions=[ohio, utah], place="Ohio and Utah")
    text = shown(client, "/recognition/")
    assert in_order(text, "1 statement of what counts", "Ohio</h2>", "Utah</h2>")


def test_row_without_a_jurisdiction_stands_under_its_own_words(client: Client, ohio: Jurisdiction) -> None:
    RecognitionFactory(jurisdictions=[], place="Somewhere")
    assert "Somewhere</h2>" in shown(client, "/recognition/")


@pytest.mark.parametrize(
    ("row_class", "said", "not_said"),
    [
        (RecognitionClass.COUNTS_FOR, "This counts.", "This is background."),
        (RecognitionClass.BACKGROUND, "This is background.", "This counts."),
    ],
)
def test_record_page_says_whether_it_counts(
    client: Client, ohio: Jurisdiction, row_class: str, said: str, not_said: str
) -> None:
    RecognitionFactory(slug="one", jurisdictions=[ohio], row_class=row_class)
    text = shown(client, "/recognition/one/")
    assert said in text
    assert not_said not in text
    assert ("/recognition/#in-ohio" in text) == (row_class == RecognitionClass.COUNTS_FOR)


@pytest.mark.parametrize("address", ["/recognition/", "/recognition/one/", "/districts/a-district/"])
def test_page_that_shows_a_made_up_rule_says_so(client: Client, ohio: Jurisdiction, address: str) -> None:
    room(DistrictIndexPage)
    DistrictFactory(slug="a-district", state=ohio)
    RecognitionFactory(slug="one", jurisdictions=[ohio])
    assert "<strong>Demonstration.</strong>" not in client.get(address).text
    Jurisdiction.objects.update(demonstration=True)
    assert "<strong>Demonstration.</strong>" in client.get(address).text


@pytest.fixture
def district(county: Jurisdiction) -> str:
    """The address of the district's page."""
    room(DistrictIndexPage)
    DistrictFactory(slug=county.slug, name=county.name, state=county.parent)
    return "/districts/a-county/"


def test_district_shows_its_own_rules_then_the_states_then_background(
    client: Client, county: Jurisdiction, district: str
) -> None:
    RecognitionFactory(jurisdictions=[county.parent], kind="state rule")
    RecognitionFactory(jurisdictions=[county], kind="district rule")
    RecognitionFactory(jurisdictions=[county.parent], kind="plan", row_class=RecognitionClass.BACKGROUND)
    text = shown(client, district)
    order = (
        "in this district</h2>",
        "District rule",
        "in all of Ohio</h2>",
        "State rule",
        BACKGROUND,
        ": plan",
    )
    assert in_order(text, *order)


def test_rule_of_a_district_and_its_state_stands_once(
    client: Client, county: Jurisdiction, district: str
) -> None:
    RecognitionFactory(jurisdictions=[county, county.parent], kind="shared rule")
    assert shown(client, district).count("Shared rule") == 1


def test_district_without_anything_says_so(client: Client, county: Jurisdiction, district: str) -> None:
    text = shown(client, district)
    assert "Nothing is on record for this district." in text
    assert "No statement about what counts is on record for Ohio." in text
    assert BACKGROUND not in text
    RecognitionFactory(jurisdictions=[county], row_class=RecognitionClass.BACKGROUND)
    assert "Only background is on record for this district" in shown(client, district)


def test_competency_shows_what_proves_it_and_its_place(client: Client) -> None:
    room(CompetencyIndexPage)
    framework = FrameworkFactory(name="F")
    top = CompetencyFactory(framework=framework, code="1", title="Top")
    one = CompetencyFactory(framework=framework, code="1a", title="One", parent=top, slug="f-1a")
    CompetencyFactory(framework=framework, code="1b", title="Beside", parent=top)
    CompetencyFactory(framework=framework, code="1a1", title="Below", parent=one)
    CompetencyFactory(framework=framework, code="2", title="Elsewhere")
    MicroCredentialFactory(title="Proof", alignments=[alignment(one)])
    text = shown(client, "/competencies/f-1a/")
    order = (
        "prove it</h2>",
        "Proof",
        "Where it stands in F</h2>",
        "1 Top",
        'aria-current="page"',
        "1a1 Below",
    )
    assert in_order(text, *order, "1b Beside")
    assert "Elsewhere" not in text


def test_competency_that_only_examples_prove_says_so(client: Client) -> None:
    room(CompetencyIndexPage)
    one = CompetencyFactory(slug="f-1a")
    MicroCredentialFactory(issuer=IssuerFactory(demonstration=True), alignments=[alignment(one)])
    assert "<strong>Demonstration.</strong>" in client.get("/competencies/f-1a/").text


def test_competency_that_nothing_proves_says_so(client: Client) -> None:
    room(CompetencyIndexPage)
    CompetencyFactory(slug="f-1a")
    assert "No micro-credential on record says that it proves this" in shown(client, "/competencies/f-1a/")
