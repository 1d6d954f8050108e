"""What day it is: where the site's board is, on every page, in files and frames, and for every editor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from catalog.models import Decision, Jurisdiction
from home.days import day_text
from tests import factories as make
from tests.editors import signed_in
from tests.search.deciding import shown_board

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Niue"])
def board(request: Any, settings: Any) -> Jurisdiction:
    """A board at an end of the calendar; it is never the same day at both, nor at the site's own clock."""
    settings.TIME_ZONE = "Pacific/Niue" if request.param == "Pacific/Kiritimati" else "Pacific/Kiritimati"
    return shown_board(name="A state board", time_zone=request.param)


def text_at(address: str) -> str:
    """The words of a page or frame, spaces made even."""
    return " ".join(BeautifulSoup(Client().get(address).content, "html.parser").get_text(" ").split())


def test_pages_frames_and_files_say_the_board_s_day(board: Jurisdiction) -> None:
    page = make.MicroCredentialFactory(slug="phonics")
    make.PathwayFactory(slug="way", stages=[make.stage(make.StackFactory(members=[page]))])
    make.DecisionFactory(credential=page, jurisdiction=board)
    today = day_text(board.today())
    for address in (page.url, "/pathways/way/", "/explore/", "/compare/?c=phonics", "/no-such-page/"):
        text = text_at(address)
        assert f"Record as of {today}." in text
        assert f"Printed on {today} from http" in text
    assert f"record as of {today}." in text_at("/embed/pathways/way/")
    file = Client().get("/compare/?c=phonics&format=csv").getvalue().decode("utf-8-sig")
    assert f"As of,{board.today().isoformat()}," in file


def test_the_day_on_which_something_was_recorded_is_the_board_s(board: Jurisdiction) -> None:
    page = make.MicroCredentialFactory()
    wrong = make.DecisionFactory(credential=page, jurisdiction=board)
    right = make.DecisionFactory(credential=page, jurisdiction=board, supersedes=wrong)
    day = day_text(board.day_of(right.recorded_at))
    text = text_at(page.url)
    assert f"Corrected on {day}: A wrong day." in text
    assert f"Recorded {day} by" in text
    assert Decision.objects.get(pk=right.pk).recorded_on == board.day_of(right.recorded_at)


def test_what_an_editor_reads_of_today_does_not_follow_the_editor_s_clock(board: Jurisdiction) -> None:
    client = signed_in(Client())
    user = client.session["_auth_user_id"]
    zone = "Pacific/Niue" if board.time_zone == "Pacific/Kiritimati" else "Pacific/Kiritimati"
    UserProfile.objects.update_or_create(user_id=user, defaults={"current_time_zone": zone})
    today = board.today()
    for kind, days in (("ended", -1), ("last day", 0)):
        make.RecognitionFactory(kind=kind, effective_from=today - 9 * DAY, effective_until=today + days * DAY)
        make.MicroCredentialFactory(title=kind, last_day_to_start=today + days * DAY)
    rows = reverse("recognition:index"), "force", "in-force", "In force since"
    pages = reverse("micro_credentials:index"), "offer", "closing", f"Offered until {day_text(today)}"
    for address, name, value, words in (rows, pages):
        text = client.get(address).content.decode()
        assert text.count(words) == 1
        narrowed = client.get(address, {name: value}).context["object_list"]
        assert [getattr(row, "title", "") or row.kind for row in narrowed] == ["last day"]


def test_a_board_without_a_zone_has_the_site_s_day_whoever_asks(settings: Any) -> None:
    settings.TIME_ZONE = "Pacific/Niue"
    board = shown_board(name="A state board", time_zone="")
    client = signed_in(Client())
    user = client.session["_auth_user_id"]
    UserProfile.objects.update_or_create(user_id=user, defaults={"current_time_zone": "Pacific/Kiritimati"})
    make.RecognitionFactory(effective_from=board.today(), effective_until=board.today())
    assert "In force since" in client.get(reverse("recognition:index")).content.decode()
