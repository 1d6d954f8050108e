"""Each wrong deployment is stopped by a check of its own."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from pytest_django import Settings

from config.checks import check_deployment, refuse_wrong_deployment
from config.env import ROOT


@pytest.fixture
def public(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a public server with nothing wrong."""
    (tmp_path / "staticfiles.json").write_text("{}")
    settings.SECRET_KEY = "".join(map(chr, range(40, 110)))
    settings.DEBUG = False
    settings.PUBLIC_URL = "https://stackway.example.org"
    settings.ALLOWED_HOSTS = ["stackway.example.org"]
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "stackway.sqlite3")
    settings.REFUSE_WRONG_DEPLOYMENT = True
    return settings


def found() -> list[str | None]:
    return [message.id for message in check_deployment(None)]


@pytest.mark.usefixtures("public")
def test_right_deployment_passes() -> None:
    assert found() == []
    refuse_wrong_deployment()


@pytest.mark.parametrize("key", ["short", "ab" * 40, "django-insecure-" + "abcdefghij" * 5])
def test_weak_key_is_an_error(public: Settings, key: str) -> None:
    public.SECRET_KEY = key
    assert found() == ["config.E001"]


def test_debug_is_an_error(public: Settings) -> None:
    public.DEBUG = True
    assert found() == ["config.E002"]


@pytest.mark.parametrize(
    "address", ["http://stackway.example.org", "https://127.0.0.1", "https://localhost:8000"]
)
def test_address_that_visitors_cannot_reach_safely_is_an_error(public: Settings, address: str) -> None:
    public.PUBLIC_URL = address
    assert found() == ["config.E003"]


@pytest.mark.parametrize("host", ["*", ".example.org"])
def test_wild_card_host_is_an_error(public: Settings, host: str) -> None:
    public.ALLOWED_HOSTS = ["stackway.example.org", host]
    assert found() == ["config.E004"]


def test_media_folder_that_cannot_be_written_is_an_error(
    public: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.checks.os.access", lambda folder, mode: False)
    assert found() == ["config.E005"]


def test_missing_static_files_are_an_error(public: Settings, tmp_path: Path) -> None:
    (tmp_path / "staticfiles.json").unlink()
    assert found() == ["config.E006"]


@pytest.mark.usefixtures("public")
def test_catalog_inside_the_source_folder_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(connection.settings_dict, "NAME", ROOT / "var" / "stackway.sqlite3")
    assert found() == ["config.W001"]
    refuse_wrong_deployment()


def test_server_refuses_to_start_on_an_error(public: Settings) -> None:
    public.DEBUG = True
    with pytest.raises(ImproperlyConfigured, match=r"config\.E002"):
        refuse_wrong_deployment()


def test_laptop_is_not_refused(public: Settings) -> None:
    public.DEBUG = True
    public.REFUSE_WRONG_DEPLOYMENT = False
    refuse_wrong_deployment()
