"""For the tests: a throw-away key, quick password hashes, static files found where they lie."""

import tempfile
from pathlib import Path

from .base import *
from .base import STORAGES

SECRET_KEY = "tests-only-" + "k" * 50
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.gettempdir()) / "stackway-test-media"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
