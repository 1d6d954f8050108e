"""What a laptop keeps for itself in `var/`: secrets of its own, and a note of what is prepared."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders

from config.env import ROOT

LOCK = ROOT / "requirements" / "base.txt"


def kept_secret(path: Path, make: Callable[[], str]) -> str:
    """A secret made once and readable by its owner only, so that it outlives a restart."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(make())
    return path.read_text()


def fingerprint_of_static_files() -> str:
    """Changes with any file that `collectstatic` would take, and with the libraries that process them."""
    digest = hashlib.blake2b(LOCK.read_bytes())
    for finder in get_finders():
        for name, storage in finder.list(None):
            with storage.open(name) as file:
                digest.update(name.encode() + file.read())
    return digest.hexdigest()
