"""Settings of a laptop: a key of its own, plain HTTP, a quiet log."""

import os
import subprocess
import sys

import pytest

from config.env import ROOT, Environment

ASK = """
from django.conf import settings
print(settings.DEBUG, settings.SERVE_MEDIA, settings.LOGGING["root"]["level"])
"""


def settings_of_a_laptop(**environment: str) -> str:
    theirs = {
        name: value for name, value in os.environ.items() if name.lower() not in Environment.model_fields
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**theirs, "DJANGO_SETTINGS_MODULE": "config.settings.dev", **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "False True WARNING"),
        ({"LOG_LEVEL": "DEBUG"}, "False True DEBUG"),
        ({"DEBUG": "1"}, "True True WARNING"),
    ],
)
def test_laptop_is_quiet_and_serves_uploads_unless_told_otherwise(
    environment: dict[str, str], said: str
) -> None:
    assert settings_of_a_laptop(**environment) == said
