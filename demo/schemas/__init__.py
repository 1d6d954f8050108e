"""The rows of the data pack, one class a file. The order of the fields is that of the columns."""

from demo.schemas.base import Row
from demo.schemas.catalog import CredentialRow, IssuerRow, RuleRow, StackRow
from demo.schemas.pathways import LinkRow, PathwayRow, PriorityRow, RoleRow, StageRow
from demo.schemas.places import DistrictRow, JurisdictionRow, RecognitionRow
from demo.schemas.standards import CompetencyRow, CriterionRow, GlossaryRow

__all__ = [
    "CompetencyRow",
    "CredentialRow",
    "CriterionRow",
    "DistrictRow",
    "GlossaryRow",
    "IssuerRow",
    "JurisdictionRow",
    "LinkRow",
    "PathwayRow",
    "PriorityRow",
    "RecognitionRow",
    "RoleRow",
    "Row",
    "RuleRow",
    "StackRow",
    "StageRow",
]
