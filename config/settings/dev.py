"""For `make run` and work on a laptop: as in production, but on plain HTTP and with a key of its own."""

from django.core.management.utils import get_random_secret_key

from config.env import ROOT
from config.local import kept_secret

from .base import *
from .base import ALLOWED_HOSTS, LOGGING, env

SECRET_KEY = (
    env.secret_key.get_secret_value()
    if env.secret_key
    else kept_secret(ROOT / "var" / "secret-key", get_random_secret_key)
)
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "127.0.0.1", "localhost", "[::1]"]
SERVE_MEDIA = True
if "log_level" not in env.model_fields_set:
    LOGGING = {**LOGGING, "root": {"handlers": ["stderr"], "level": "WARNING"}}
