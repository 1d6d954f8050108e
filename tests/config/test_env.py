"""Environment variables: read once, typed, refused loudly, all of them documented."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env import ROOT, Environment, environment


@pytest.fixture(autouse=True)
def _read_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test starts without any variable and leaves nothing remembered."""
    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    environment.cache_clear()
    yield
    environment.cache_clear()


def test_nothing_needs_to_be_set() -> None:
    assert environment().secret_key is None
    assert not environment().debug


def test_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "")
    assert not environment().debug


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://root@127.0.0.1/stackway", "must start with sqlite:/// or postgres://"),
        ("DATABASE_URL", "stackway.sqlite3", "is not a database address"),
        ("PUBLIC_URL", "stackway.example.org", "URL"),
        ("TIME_ZONE", "Raleigh", "is not a time zone name"),
        ("TIME_ZONE", "../etc/passwd", "is not a time zone name"),
        ("DEBUG", "perhaps", "boolean"),
        ("LOG_LEVEL", "LOUD", "'DEBUG', 'INFO'"),
    ],
)
def test_wrong_value_is_refused_with_the_variables_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=f"{name}: .*{said}"):
        environment()


def test_every_wrong_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIME_ZONE", "Raleigh")
    monkeypatch.setenv("PUBLIC_URL", "nowhere")
    with pytest.raises(ImproperlyConfigured, match=r"(?s)PUBLIC_URL.*TIME_ZONE"):
        environment()


def test_error_does_not_repeat_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://stackway:hush@127.0.0.1/stackway")
    with pytest.raises(ImproperlyConfigured) as caught:
        environment()
    assert "hush" not in str(caught.value)


def test_hosts_are_that_of_the_address_and_the_further_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://stackway.example.org")
    monkeypatch.setenv("ALLOWED_HOSTS", "www.example.org, ,internal")
    assert environment().hosts == ["stackway.example.org", "www.example.org", "internal"]


@pytest.mark.parametrize("name", Environment.model_fields)
def test_every_variable_is_documented(name: str) -> None:
    reference = (ROOT / "docs" / "reference" / "settings.md").read_text()
    assert f"`{name.upper()}`" in reference
    assert str(Environment.model_fields[name].description) in reference


@pytest.mark.parametrize("value", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://h:port"])
def test_email_url_that_names_no_server_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("EMAIL_URL", value)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        environment()
