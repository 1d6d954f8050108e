"""Rules that no single row can check, kept by the database itself.

A stack that contains itself, at any depth, and a change of what a board decided, what a review found, what
counts and what counts for what are refused by triggers. They are taken away before migrations and put back
after them, because SQLite rebuilds no table that a trigger names.
"""

from typing import Any

from django.apps import apps
from django.db import connections

LOOP = "a stack cannot contain itself"
CHANGED = "what was recorded is never changed"

REACHED = """
WITH RECURSIVE reached(id) AS (
    SELECT NEW.stack_id
    UNION
    SELECT member.stack_id FROM catalog_stackmember AS member
    JOIN catalog_stackgroup AS parent ON parent.id = member.group_id
    JOIN reached ON reached.id = parent.page_id
    WHERE member.stack_id IS NOT NULL
)
SELECT 1 FROM reached JOIN catalog_stackgroup AS own ON own.id = NEW.group_id WHERE own.page_id = reached.id
"""

KEPT = ("decision", "equivalence", "qualityresult", "qualityreview", "recognition")
"""Models whose rows are written once."""

FREE = {"recorded_by_id"}
"""Columns of theirs that may change: a deleted account leaves its name only."""


def columns(model: str) -> str:
    """The columns of a kept model that never change."""
    fields = apps.get_model("catalog", model)._meta.concrete_fields
    return ", ".join(f'"{field.column}"' for field in fields if field.column not in FREE)


def kept_on_sqlite() -> list[str]:
    """Refuse to change what was recorded."""
    return [
        statement
        for model in KEPT
        for statement in (
            f"DROP TRIGGER IF EXISTS {model}_kept",
            f"""CREATE TRIGGER {model}_kept BEFORE UPDATE OF {columns(model)} ON catalog_{model}
                BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END""",
        )
    ]


def kept_on_postgresql() -> list[str]:
    """Refuse to change what was recorded."""
    return [
        f"""CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{CHANGED}' USING ERRCODE = 'check_violation'; END $$""",
        *(
            statement
            for model in KEPT
            for statement in (
                f"DROP TRIGGER IF EXISTS {model}_kept ON catalog_{model}",
                f"""CREATE TRIGGER {model}_kept BEFORE UPDATE OF {columns(model)} ON catalog_{model}
                    FOR EACH ROW EXECUTE FUNCTION refuse_change()""",
            )
        ),
    ]


SQLITE = [
    statement
    for event in ("INSERT", "UPDATE")
    for statement in (
        f"DROP TRIGGER IF EXISTS stack_loop_{event.lower()}",
        f"""CREATE TRIGGER stack_loop_{event.lower()} BEFORE {event} ON catalog_stackmember
            WHEN NEW.stack_id IS NOT NULL
            BEGIN SELECT RAISE(ABORT, '{LOOP}') WHERE EXISTS ({REACHED}); END""",
    )
]

POSTGRESQL = [
    f"""CREATE OR REPLACE FUNCTION refuse_stack_loop() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.stack_id IS NOT NULL AND EXISTS ({REACHED}) THEN
                RAISE EXCEPTION '{LOOP}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$""",
    "DROP TRIGGER IF EXISTS stack_loop ON catalog_stackmember",
    """CREATE TRIGGER stack_loop BEFORE INSERT OR UPDATE ON catalog_stackmember
       FOR EACH ROW EXECUTE FUNCTION refuse_stack_loop()""",
]


def statements(vendor: str) -> list[str]:
    """What puts every trigger in place."""
    if vendor == "sqlite":
        return [*SQLITE, *kept_on_sqlite()]
    return [*POSTGRESQL, *kept_on_postgresql()]


def install(using: str, **_: Any) -> None:
    """Put the triggers in place; run after migrations, and only when all tables are there."""
    connection = connections[using]
    needed = {"catalog_stackmember", *(f"catalog_{model}" for model in KEPT)}
    if not needed.issubset(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor):
            cursor.execute(statement)


def remove(using: str, **_: Any) -> None:
    """Take the triggers away; run before migrations. Elsewhere than in SQLite they are in nobody's way."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for statement in statements("sqlite"):
                if statement.startswith("DROP"):
                    cursor.execute(statement)
