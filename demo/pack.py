"""The data pack in memory: every file's rows, in the order of the file."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from demo import schemas

DATA = Path(__file__).resolve().parent / "data"

FILES: dict[str, type[schemas.Row]] = {
    "jurisdictions": schemas.JurisdictionRow,
    "districts": schemas.DistrictRow,
    "competencies": schemas.CompetencyRow,
    "glossary": schemas.GlossaryRow,
    "quality_standards": schemas.CriterionRow,
    "issuers": schemas.IssuerRow,
    "priorities": schemas.PriorityRow,
    "microcredentials": schemas.CredentialRow,
    "stacks": schemas.StackRow,
    "stack_rules": schemas.RuleRow,
    "stack_links": schemas.LinkRow,
    "recognition": schemas.RecognitionRow,
    "roles": schemas.RoleRow,
    "pathways": schemas.PathwayRow,
    "pathway_stages": schemas.StageRow,
}
"""The files that are loaded, without `.csv`, with what their rows must be."""


@dataclass(frozen=True)
class Pack:
    """The rows of each file of `FILES`, under the file's name."""

    jurisdictions: tuple[schemas.JurisdictionRow, ...] = ()
    districts: tuple[schemas.DistrictRow, ...] = ()
    competencies: tuple[schemas.CompetencyRow, ...] = ()
    glossary: tuple[schemas.GlossaryRow, ...] = ()
    quality_standards: tuple[schemas.CriterionRow, ...] = ()
    issuers: tuple[schemas.IssuerRow, ...] = ()
    priorities: tuple[schemas.PriorityRow, ...] = ()
    microcredentials: tuple[schemas.CredentialRow, ...] = ()
    stacks: tuple[schemas.StackRow, ...] = ()
    stack_rules: tuple[schemas.RuleRow, ...] = ()
    stack_links: tuple[schemas.LinkRow, ...] = ()
    recognition: tuple[schemas.RecognitionRow, ...] = ()
    roles: tuple[schemas.RoleRow, ...] = ()
    pathways: tuple[schemas.PathwayRow, ...] = ()
    pathway_stages: tuple[schemas.StageRow, ...] = ()

    def rows(self, file: str) -> tuple[Any, ...]:
        """The rows of a file by its name."""
        found: tuple[Any, ...] = getattr(self, file)
        return found

    def counts(self) -> dict[str, int]:
        """How many rows each file has."""
        return {one.name: len(self.rows(one.name)) for one in fields(self)}

    def values(self, file: str, field: str) -> frozenset[str]:
        """Every value of one field of a file."""
        return frozenset(getattr(row, field) for row in self.rows(file))
