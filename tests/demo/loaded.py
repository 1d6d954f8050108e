"""Loading as the command does it, and everything that the database then holds."""

import io
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

from demo.pack import DATA


def load(folder: Path = DATA, **options: Any) -> str:
    """What the command says."""
    told = io.StringIO()
    call_command("load_demo", data=folder, stdout=told, stderr=told, **options)
    return told.getvalue()


def dump() -> dict[str, list[tuple[str, ...]]]:
    """Every row of every table, as text."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: sorted(map(said, model._base_manager.all())) for model in models}


def said(row: Model) -> tuple[str, ...]:
    """Everything one row holds, as text."""
    return tuple(field.value_to_string(row) for field in row._meta.concrete_fields)
