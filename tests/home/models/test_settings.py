"""Colors that a state may set."""

import pytest
from django.core.exceptions import ValidationError

from home.models import SiteSettings
from tests.factories import home_page

pytestmark = pytest.mark.django_db


def check(**colors: str) -> None:
    """Validate as the editor's form does."""
    settings = SiteSettings.for_site(home_page().get_site())
    for name, color in colors.items():
        setattr(settings, name, color)
    settings.full_clean()


@pytest.mark.parametrize(
    ("field", "color"),
    [("way", "#003366"), ("way_edge", "#eeeeee"), ("link", "#99aacc"), ("link_dark", "#0a4c86")],
)
def test_color_that_cannot_be_read_is_refused_with_its_contrast(field: str, color: str) -> None:
    with pytest.raises(ValidationError) as caught:
        check(**{field: color})
    assert "Contrast is" in caught.value.message_dict[field][0]


@pytest.mark.parametrize("color", ["red", "#fff", "#ffd03", "#ffd034;}", "#ffd034\n"])
def test_color_must_be_six_digits(color: str) -> None:
    with pytest.raises(ValidationError):
        check(way=color)


def test_readable_colors_are_kept() -> None:
    check(way="#66ccff", way_edge="#005f86", link="#0a4c86", link_dark="#93c8ff")
    assert SiteSettings(way="#66ccff", link="").colors == {"--way": "#66ccff"}
