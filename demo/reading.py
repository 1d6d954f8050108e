"""From a folder to a data pack without a fault, or to the list of all its faults."""

from pathlib import Path
from typing import Any

from demo.pack import FILES, Pack
from demo.problems import PackRefused
from demo.references import check_references
from demo.tables import read_table


def read_pack(folder: Path) -> Pack:
    """Read every file, then hold the files against one another; `PackRefused` tells all problems."""
    tables = {file: read_table(folder / f"{file}.csv", schema) for file, schema in FILES.items()}
    problems = [problem for table in tables.values() for problem in table.problems]
    rows: dict[str, Any] = {file: tuple(table.rows) for file, table in tables.items()}
    pack = Pack(**rows)
    problems += check_references(pack) if not problems else []
    if problems:
        raise PackRefused(problems)
    return pack
