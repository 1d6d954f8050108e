"""The whole site with the demonstration's catalog, in a process and a database of its own."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from config.env import ROOT

SETTINGS = "config.settings.dev"
PATIENCE = 60
"""Seconds until the server must answer."""


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of the site's processes. Coverage does not follow them: it would slow every page."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "DATABASE"))}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
    }


def manage(environment: dict[str, str], *command: str) -> None:
    """Run a management command; what it says is shown only when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str) -> None:
    """Return when the address answers."""
    last = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except URLError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


@contextmanager
def demonstration(folder: Path, editor: str = "", password: str = "") -> Iterator[str]:
    """The site's address. It is filled and served from `folder`, by the server that `make run` uses.

    With a name and password somebody of that name may do everything in the admin.
    """
    environment = surroundings(folder) | {"DJANGO_SUPERUSER_PASSWORD": password}
    manage(environment, "migrate", "--verbosity=0")
    manage(environment, "load_demo")
    if editor:
        manage(environment, "createsuperuser", "--noinput", "--username", editor, "--email", "e@example.org")
    manage(environment, "collectstatic", "--no-input", "--verbosity=0")
    port = free_port()
    command = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *command, "config.wsgi:application"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz/")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)
