"""For the tests: a throw-away key, quick password hashes, static files found where they lie."""

import tempfile
from pathlib import Path

from .base import *
from .base import INSTALLED_APPS, MIDDLEWARE, STORAGES

SECRET_KEY = "tests-only-" + "k" * 50
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.gettempdir()) / "stackway-test-media"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A request that asks the database once a row, and not once a page, fails its test.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
# Wagtail finds a page step by step along its address, and each step's content type once a process:
# look-ups that do not grow with the rows.
ZEAL_ALLOWLIST = [
    {"model": "wagtailcore.Page", "field": "get()"},
    {"model": "contenttypes.ContentType", "field": "get()"},
    # An address with signs beyond ASCII is looked up twice among the redirects: as it is and decoded.
    {"model": "wagtailredirects.Redirect", "field": "get()"},
]

# Files are served from where they lie: nothing needs to be collected before a test.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
