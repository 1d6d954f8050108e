"""Loading is all or nothing, and a second load changes nothing at all."""

import io
import json
import shutil
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.images.models import Image
from wagtail.models import Page, Revision

from catalog.enums import StackKind
from catalog.models import (
    Competency,
    IssuerPage,
    Jurisdiction,
    MicroCredentialPage,
    Recognition,
    StackGroup,
    StackPage,
)
from demo.loading import load_folder
from demo.models import DemoLoad
from demo.problems import PackRefused
from home.models import GlossaryTerm, SiteSettings
from pathways.models import PathwayPage, PathwayStage, PriorityLink, PriorityPage, RolePage
from tests.demo.conftest import Spoil
from tests.demo.loaded import dump, load
from tests.factories import IssuerFactory, MicroCredentialFactory

EXAMPLES = 7


def no_progress(line: str) -> None:
    """Progress is of no interest here."""


def test_catalog_holds_the_rows_of_the_pack(demo_catalog: None) -> None:
    counts = Client().get("/healthz/").json()
    assert counts["examples"] == EXAMPLES + 2
    assert counts["counts"] == {
        "micro-credential": 324,
        "stack": 103,
        "pathway": 9,
        "priority": 7,
        "role": 23,
        "recognition": 55,
        "issuer": 56,
        "competency": 132,
        "glossary": 50,
        "district": 115,
        "guide": 7,
    }
    assert Jurisdiction.objects.count() == 47 + 1
    assert PathwayStage.objects.count() == 32


def test_second_load_changes_nothing(demo_catalog: None) -> None:
    before = dump()
    told = load()
    after = dump()
    assert {table for table in before if before[table] != after[table]} == set()
    assert "nothing to change" in told


def test_every_loaded_page_has_a_published_revision(demo_catalog: None) -> None:
    loaded = Page.objects.filter(depth=4)
    assert loaded.exists()
    assert not loaded.filter(live_revision=None).exists()
    assert not loaded.filter(has_unpublished_changes=True).exists()
    assert Revision.objects.count() == loaded.count()


def test_rows_that_an_editor_changed_are_restored(demo_catalog: None) -> None:
    page = StackPage.objects.get(slug="louisiana-leadership-assessment-series")
    page.title = "Renamed"
    page.groups = []
    page.save_revision().publish()
    GlossaryTerm.objects.filter(slug="badge").update(definition="Something else.")
    Recognition.objects.get(slug="wy-cs").jurisdictions.clear()
    MicroCredentialPage.objects.get(slug="analyzing-phoneme-segmentation").unpublish()
    told = load()
    assert "4 records written" in told
    page = StackPage.objects.get(pk=page.pk)
    assert page.title == "Louisiana Leadership Assessment Series"
    assert [(one.minimum, one.size) for one in page.groups.all()] == [(6, 6), (1, 2), (2, 9)]
    assert MicroCredentialPage.objects.get(slug="analyzing-phoneme-segmentation").live
    assert Recognition.objects.current().get(slug="wy-cs").jurisdictions.count() == 1


def test_records_of_editors_are_left_alone(demo_catalog: None) -> None:
    own = MicroCredentialFactory(slug="our-own", issuer=IssuerFactory(slug="our-issuer"))
    assert "nothing to change" in load()
    assert MicroCredentialPage.objects.filter(pk=own.pk, live=True).exists()


def test_load_keeps_the_day_of_the_first_one(demo_catalog: None) -> None:
    DemoLoad.objects.update(first_loaded_on="2025-03-01")
    load()
    retired = MicroCredentialPage.objects.get(slug="example-listening-to-one-reader-2021")
    assert str(retired.last_day_to_start) == "2024-08-13"
    assert "nothing to change" in load()


def test_lost_badge_is_made_again(demo_catalog: None) -> None:
    image = Image.objects.get()
    image.file.storage.delete(image.file.name)
    assert "images: 1 new" in load()
    assert Image.objects.get().file.storage.exists(Image.objects.get().file.name)
    assert "nothing to change" in load()


def test_notes_stay_with_maintainers(demo_catalog: None) -> None:
    page = MicroCredentialPage.objects.exclude(maintainer_note="").first()
    assert page is not None
    shown = Client().get(page.url).content.decode()
    assert page.maintainer_note not in shown
    group = StackGroup.objects.get(page__slug="friday-fractions-fair-sharing")
    assert group.label == ""
    assert group.maintainer_note.startswith("Three earn 1.0 CEU")


def test_source_is_readable_and_its_reference_kept(demo_catalog: None) -> None:
    page = PriorityPage.objects.get(slug="early-literacy")
    assert page.source == "Status report to the North Carolina State Board of Education, April 2021"
    assert page.source_ref.startswith("seed document 000")
    dated = IssuerPage.objects.get(slug="digital-promise")
    assert (dated.source, str(dated.source_date)) == ("digitalpromise.org, 2023", "2023-05-09")


def test_columns_reach_the_catalog(demo_catalog: None) -> None:
    credential = MicroCredentialPage.objects.get(slug="analyzing-phoneme-segmentation")
    assert credential.topic.name == "Early literacy"
    assert credential.grades[:3] == ("PK", "K", "1")
    assert PriorityLink.objects.count() == 139 + EXAMPLES
    assert StackPage.objects.filter(stack_kind=StackKind.SELECTION).count() == 5
    part = Competency.objects.select_related("parent").get(slug="nc-professional-teaching-standards-i-a")
    assert part.parent is not None
    assert part.parent.code == "I"
    assert (
        RolePage.objects.get(slug="adult-leadership-teacher").requirement_list[1] == "leads 3 to 8 teachers"
    )
    pathway = PathwayPage.objects.get(slug="reading-in-every-subject")
    assert [stage.minimum for stage in pathway.stages.all()] == [1, 2, 1, 1]


def test_malformed_pack_is_told_and_nothing_is_loaded(db: None, folder: Path, spoil: Spoil) -> None:
    spoil("microcredentials", 5, "cost_usd", "much")
    told = io.StringIO()
    with pytest.raises(CommandError, match="1 problem in the data pack; nothing was loaded"):
        call_command("load_demo", data=folder, stdout=told, stderr=told)
    assert "microcredentials.csv, row 5, column cost_usd: “much” is not a number" in told.getvalue()
    assert not IssuerPage.objects.exists()
    assert not DemoLoad.objects.exists()


def test_what_a_model_refuses_takes_everything_back(demo_catalog: None, folder: Path, spoil: Spoil) -> None:
    spoil("issuers", 2, "name", "Renamed")
    spoil("microcredentials", 2, "hours_min", "999999")
    spoil("microcredentials", 2, "hours_max", "999999")
    before = dump()
    with pytest.raises(PackRefused) as caught:
        load_folder(folder, no_progress)
    assert [(one.file, one.row, one.column) for one in caught.value.problems] == [
        ("microcredentials.csv", 2, "hours_max"),
        ("microcredentials.csv", 2, "hours_min"),
    ]
    assert dump() == before


def test_what_the_database_refuses_is_told_too(demo_catalog: None, folder: Path, spoil: Spoil) -> None:
    Competency.objects.filter(slug="five-parts-of-reading-pa").update(slug="renamed")
    with pytest.raises(PackRefused) as caught:
        load_folder(folder, no_progress)
    assert caught.value.problems[0].file == "competencies.csv"


def test_command_leaves_a_catalog_that_is_not_empty(demo_catalog: None, folder: Path, spoil: Spoil) -> None:
    spoil("microcredentials", 5, "cost_usd", "much")
    assert "nothing was loaded" in load(folder, if_empty=True)


def test_command_names_a_list_page_that_is_missing(db: None) -> None:
    Page.objects.filter(slug="issuers").delete()
    with pytest.raises(CommandError, match="The site has no issuer index page"):
        load()


def test_pack_without_examples_is_loaded_without_them(demo_catalog: None, folder: Path) -> None:
    (folder / "examples" / "examples.json").unlink()
    shutil.rmtree(folder / "guides")
    assert "nothing to change" in load(folder)


def test_guides_that_name_a_missing_example_are_refused(db: None, folder: Path) -> None:
    (folder / "examples" / "examples.json").unlink()
    with pytest.raises(PackRefused) as caught:
        load_folder(folder, no_progress)
    assert {problem.file for problem in caught.value.problems} == {
        "guides/how-evidence-is-judged.html",
        "guides/how-to-keep-a-record-honest.html",
    }


def test_nested_example_counts_for_one_of_three(demo_catalog: None) -> None:
    outer = StackPage.objects.get(slug="example-reading-noticed-and-answered")
    must, may = outer.groups.all()
    assert (must.minimum, must.size, may.minimum, may.size) == (None, 2, 2, 3)
    assert [member.stack.slug for member in may.members.all() if member.stack] == [
        "example-from-listening-to-teaching"
    ]


def test_demonstration_can_be_served_to_a_browser(demo_server: str) -> None:
    with urlopen(f"{demo_server}/healthz/") as answer:
        assert json.load(answer)["counts"]["stack"] == 103


def test_a_site_without_a_contact_gets_a_made_up_one(demo_catalog: None) -> None:
    settings = SiteSettings.objects.get()
    assert settings.contact_email.endswith(".example")
    assert "made-up" in settings.contact_name


def test_the_contact_that_editors_entered_stays(demo_catalog: None) -> None:
    SiteSettings.objects.update(contact_email="", contact_phone="919 555 0100", contact_name="Licensure")
    load()
    settings = SiteSettings.objects.get()
    assert (settings.contact_email, settings.contact_name) == ("", "Licensure")
