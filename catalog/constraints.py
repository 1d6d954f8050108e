"""Rules that no single row can check, kept by the database itself.

A stack that contains itself, at any depth, is refused by a trigger. It is taken away before migrations
and put back after them, because SQLite rebuilds no table that a trigger names.
"""

from typing import Any

from django.db import connections

LOOP = "a stack cannot contain itself"

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


def install(using: str, **_: Any) -> None:
    """Put the triggers in place; run after migrations."""
    connection = connections[using]
    if "catalog_stackmember" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)


def remove(using: str, **_: Any) -> None:
    """Take the triggers away; run before migrations. Elsewhere than in SQLite they are in nobody's way."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for statement in SQLITE:
                if statement.startswith("DROP"):
                    cursor.execute(statement)
