"""`manage.py runlocal`: prepare what a laptop needs, then serve as in production. `make run` calls it."""

import os
import secrets
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.env import ROOT
from config.local import fingerprint_of_static_files, kept_secret

HOST = "127.0.0.1"
ADMIN = "admin"
PASSWORD = ROOT / "var" / "admin-password"


def is_free(port: int) -> bool:
    """Whether nothing listens on this machine's port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


class Command(BaseCommand):
    """Each step says what it does, and does nothing when nothing changed."""

    help = "Prepare the database, the style sheets, the demonstration and a local admin; then serve."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The port, and a way to stop before serving."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="Do not serve.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, tell the address, and become the server."""
        port: int = options["port"]
        if not options["prepare_only"] and not is_free(port):
            raise CommandError(f"Something else answers on port {port}. Try: make run PORT={port + 1}")
        self.prepare_database()
        self.prepare_static_files()
        call_command("load_demo", if_empty=True, stdout=self.stdout)
        call_command("rebuild_search", if_needed=True, stdout=self.stdout)
        password = self.prepare_admin()
        if not options["prepare_only"]:
            self.announce(port, password)
            serve(port)

    def prepare_database(self) -> None:
        """Apply the migrations that are missing."""
        if connection.vendor == "sqlite":
            Path(settings.DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0, interactive=False)

    def prepare_static_files(self) -> None:
        """Collect, hash and compress the style sheets and scripts when one of them changed."""
        stamp = Path(settings.STATIC_ROOT) / "fingerprint"
        now = fingerprint_of_static_files()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stdout.write("Collecting style sheets and scripts …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(now)

    def prepare_admin(self) -> str:
        """A local superuser with a password of this machine's own."""
        password = kept_secret(PASSWORD, lambda: secrets.token_urlsafe(12))
        users = get_user_model()._default_manager
        if not users.filter(username=ADMIN).exists():
            users.create_superuser(ADMIN, password=password)
            self.stdout.write("Made a local admin.")
        return password

    def announce(self, port: int, password: str) -> None:
        """Where to look, and how to sign in."""
        self.stdout.write(
            f"\n  Stackway  http://{HOST}:{port}/\n"
            f"  Admin     http://{HOST}:{port}/admin/\n"
            f"  Sign in   {ADMIN} / {password}\n"
            "\n  Ctrl-C stops it.\n"
        )
        self.stdout.flush()


def serve(port: int) -> None:
    """Become the server, so that its signals are ours."""
    os.environ["PUBLIC_URL"] = f"http://{HOST}:{port}"
    workers = "--workers 2 --blocking-threads 4 --backpressure 32"
    options = f"--interface wsgi --no-ws {workers} --host {HOST} --port {port}"
    server = [sys.executable, "-m", "granian", *options.split(), "--log-level", "warning"]
    os.execv(sys.executable, [*server, "config.wsgi:application"])
