"""For `make run` and work on a laptop: as in production, but on plain HTTP and with a key of its own."""

from django.core.management.utils import get_random_secret_key

from config.env import ROOT

from .base import *
from .base import ALLOWED_HOSTS, env


def local_secret_key() -> str:
    """A key made once and kept in `var/`, so that sessions survive a restart."""
    path = ROOT / "var" / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


SECRET_KEY = env.secret_key.get_secret_value() if env.secret_key else local_secret_key()
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "127.0.0.1", "localhost", "[::1]"]
