"""What the made-up board decided is recorded once, about a third of the records, and cites a file."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from wagtail.documents.models import Document
from wagtail.models import Site

from catalog.enums import StackKind
from catalog.models import (
    CatalogSettings,
    Decision,
    Jurisdiction,
    MicroCredentialPage,
    QualityReview,
    StackPage,
)
from catalog.standing import statuses
from catalog.timeline import Status
from demo.loaders.decisions import SLUG
from demo.models import DemoLoad
from tests.demo.conftest import Spoil
from tests.demo.loaded import dump, load
from tests.late_indexing import when_asked


def board() -> Jurisdiction:
    """The made-up board."""
    return Jurisdiction.objects.get(slug=SLUG)


def settings() -> CatalogSettings:
    """What the site has chosen."""
    chosen: CatalogSettings = CatalogSettings.for_site(Site.objects.get(is_default_site=True))
    return chosen


def test_about_a_third_of_the_records_are_decided_about(demo_catalog: None) -> None:
    credentials = MicroCredentialPage.objects.exclude(decisions=None).distinct()
    stacks = StackPage.objects.exclude(decisions=None).distinct()
    assert 0.30 < credentials.count() / MicroCredentialPage.objects.count() < 0.37
    assert 0.30 < stacks.count() / StackPage.objects.filter(stack_kind=StackKind.STACK).count() < 0.37
    assert not stacks.filter(stack_kind=StackKind.SELECTION).exists()


@pytest.mark.parametrize("later", [0, 30])
@pytest.mark.parametrize("model", [MicroCredentialPage, StackPage])
def test_every_status_is_present(
    demo_catalog: None, model: type[MicroCredentialPage] | type[StackPage], later: int
) -> None:
    day = DemoLoad.first_day() + timedelta(days=later)
    found = [stands.status for stands in statuses(model.objects.all(), board(), day).values()]
    assert {status: found.count(status) >= 3 for status in Status} == {
        status: status is not Status.NO_DECISION for status in Status
    }


def test_only_the_made_up_board_decides_and_reviews(demo_catalog: None) -> None:
    assert set(Jurisdiction.objects.exclude(decisions=None)) == {board()}
    assert set(Jurisdiction.objects.exclude(reviews=None)) == {board()}
    assert list(Jurisdiction.objects.filter(demonstration=True)) == [board()]


def test_corrected_decisions_stay_on_record(demo_catalog: None) -> None:
    corrections = Decision.objects.exclude(supersedes=None)
    assert corrections.count() > 10
    assert Decision.objects.current().count() + corrections.count() == Decision.objects.count()


def test_every_decision_cites_the_made_up_minutes(demo_catalog: None) -> None:
    minutes = Document.objects.get()
    assert set(Decision.objects.values_list("citation_file", flat=True)) == {minutes.pk}
    assert b"This board does not exist" in Path(minutes.file.path).read_bytes()
    assert all(title.startswith("Made-up minutes of") for title in titles())


def titles() -> list[str]:
    """What the decisions cite."""
    return list(Decision.objects.values_list("citation_title", flat=True))


def test_lost_minutes_are_made_again(demo_catalog: None) -> None:
    minutes = Document.objects.get()
    minutes.file.storage.delete(minutes.file.name)
    assert "documents: 1 new" in load()
    restored = Document.objects.get()
    assert restored.file.storage.exists(restored.file.name)
    assert "nothing to change" in load()


def test_load_on_a_later_day_decides_nothing_anew(demo_catalog: None) -> None:
    before = dump()
    DemoLoad.objects.update(first_loaded_on=DemoLoad.first_day() - timedelta(days=400))
    load()
    after = dump()
    for table in ("catalog_decision", "catalog_qualityreview", "catalog_qualityresult"):
        assert after[table] == before[table]


def test_pack_with_fewer_records_changes_no_decision(demo_catalog: None, folder: Path, spoil: Spoil) -> None:
    before = list(Decision.objects.values_list("pk", flat=True))
    spoil("microcredentials", 2, "slug", "aaa-a-new-name")
    stacks = (folder / "stacks.csv").read_text()
    (folder / "stacks.csv").write_text(stacks.replace("analyzing-phoneme-segmentation", "aaa-a-new-name"))
    shutil.rmtree(folder / "guides")
    assert "micro-credentials: 1 new" in load(folder)
    assert list(Decision.objects.values_list("pk", flat=True)) == before


@pytest.mark.usefixtures("quick_filling")
def test_folder_without_minutes_makes_up_no_board(db: None, folder: Path) -> None:
    (folder / "examples" / "minutes.txt").unlink()
    with when_asked():
        load(folder)
    assert not Jurisdiction.objects.filter(demonstration=True).exists()
    assert not Decision.objects.exists()
    assert not QualityReview.objects.exists()
    assert settings().jurisdiction is None


def test_site_that_chose_no_board_shows_the_made_up_one_first(demo_catalog: None) -> None:
    assert settings().jurisdiction == board()


def test_board_that_an_editor_chose_stays(demo_catalog: None) -> None:
    chosen = settings()
    chosen.jurisdiction = None
    chosen.save()
    load()
    assert settings().jurisdiction is None


def test_decisions_have_the_same_identifier_in_every_database(demo_catalog: None) -> None:
    one = Decision.objects.get(credential__slug="example-a-week-of-small-groups")
    assert str(one.identifier) == "0b1169ad-82c7-5948-8a63-19721a6cda24"
