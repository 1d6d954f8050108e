"""Checks that stop a wrong deployment: `manage.py check --deploy`, and the start of a public server.

An error is what would leak, break or mislead on the first request; a warning is what an
operator may have a reason for.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.env import ROOT

SHORTEST_KEY = 50
FEWEST_DIFFERENT = 5
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


def check_secret_key() -> Iterator[CheckMessage]:
    """A key that can be guessed lets anybody sign in as anybody."""
    key = settings.SECRET_KEY
    weak = len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_DIFFERENT or key.startswith("django-insecure-")
    if weak:
        yield checks.Error(
            "SECRET_KEY can be guessed.",
            hint=f"Use {SHORTEST_KEY} random characters or more.",
            id="config.E001",
        )


def check_debug() -> Iterator[CheckMessage]:
    """Error pages of DEBUG show settings and data to everybody."""
    if settings.DEBUG:
        yield checks.Error("DEBUG is on.", hint="Leave DEBUG unset.", id="config.E002")


def check_public_url() -> Iterator[CheckMessage]:
    """Links in feeds, embeds and exports start with this address for years."""
    address = urlsplit(settings.PUBLIC_URL)
    if address.scheme != "https" or address.hostname in LOCAL_NAMES:
        yield checks.Error(
            f"PUBLIC_URL is {settings.PUBLIC_URL}, which visitors cannot reach safely.",
            hint="Set it to the https:// address of the site.",
            id="config.E003",
        )


def check_allowed_hosts() -> Iterator[CheckMessage]:
    """A wild card lets a forged Host header into links."""
    wild = [host for host in settings.ALLOWED_HOSTS if host.startswith(("*", "."))]
    if wild:
        yield checks.Error(
            f"ALLOWED_HOSTS holds {', '.join(wild)}.", hint="Name each host.", id="config.E004"
        )


def check_media_root() -> Iterator[CheckMessage]:
    """Editors upload pictures there."""
    folder = nearest_folder(Path(settings.MEDIA_ROOT))
    if not os.access(folder, os.W_OK):
        yield checks.Error(
            f"MEDIA_ROOT {settings.MEDIA_ROOT} cannot be written.",
            hint="Let the server's user write it.",
            id="config.E005",
        )


def check_static_files() -> Iterator[CheckMessage]:
    """Every page names its style sheet by the manifest."""
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        yield checks.Error(
            f"STATIC_ROOT {settings.STATIC_ROOT} holds no collected files.",
            hint="Run `manage.py collectstatic`.",
            id="config.E006",
        )


def check_database_place() -> Iterator[CheckMessage]:
    """A catalog inside the source folder is lost with the next checkout."""
    database = connection.settings_dict
    if database["ENGINE"].endswith("sqlite3") and Path(database["NAME"]).is_relative_to(ROOT):
        yield checks.Warning(
            "The catalog is kept inside the source folder.",
            hint="Name another place, or PostgreSQL, with DATABASE_URL.",
            id="config.W001",
        )


CHECKS: Sequence[Callable[[], Iterator[CheckMessage]]] = (
    check_secret_key,
    check_debug,
    check_public_url,
    check_allowed_hosts,
    check_media_root,
    check_static_files,
    check_database_place,
)


def nearest_folder(path: Path) -> Path:
    """The path, or the first folder above it that exists."""
    return next(folder for folder in (path, *path.parents) if folder.exists())


def check_deployment(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """All of these checks."""
    return [message for check in CHECKS for message in check()]


def refuse_wrong_deployment() -> None:
    """Raise `ImproperlyConfigured` with every error, where the settings ask for it."""
    if not settings.REFUSE_WRONG_DEPLOYMENT:
        return
    errors = [str(message) for message in check_deployment(None) if message.is_serious()]
    if errors:
        raise ImproperlyConfigured("\n".join(["This server is not set up for the public:", *errors]))
