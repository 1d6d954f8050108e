"""Every place follows a calendar."""

import pytest

from catalog.models import Jurisdiction
from catalog.models.places import known_time_zone
from demo.time_zones import ZONES, time_zone


@pytest.mark.parametrize("name", sorted(set(ZONES.values())))
def test_time_zone_is_known(name: str) -> None:
    known_time_zone(name)


def test_place_follows_its_state_unless_its_clocks_differ() -> None:
    assert time_zone("troy-30-c", "", "America/Chicago") == "America/Chicago"
    assert time_zone("knox-county-schools", "", "America/Chicago") == "America/New_York"


def test_place_of_an_unknown_code_follows_the_site() -> None:
    assert time_zone("guam", "GU", "America/Chicago") == ""


def test_every_place_but_the_nation_has_a_time_zone(demo_catalog: None) -> None:
    without = Jurisdiction.objects.filter(time_zone="").values_list("slug", flat=True)
    assert list(without) == ["united-states"]
