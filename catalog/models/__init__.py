"""The catalog's data: micro-credentials, stacks, issuers, competencies, places, recognition."""

from catalog.models.competencies import Competency, CompetencyFramework, Topic
from catalog.models.credentials import CompetencyAlignment, EvidencePart, MicroCredentialPage, RubricCriterion
from catalog.models.decisions import Decision
from catalog.models.equivalences import Equivalence
from catalog.models.indexes import (
    CompetencyIndexPage,
    DistrictIndexPage,
    IssuerIndexPage,
    MicroCredentialIndexPage,
    RecognitionIndexPage,
    StackIndexPage,
)
from catalog.models.issuers import IssuerPage
from catalog.models.places import District, Jurisdiction
from catalog.models.recognition import Recognition
from catalog.models.reviews import QualityCriterion, QualityResult, QualityReview, QualityStandard
from catalog.models.settings import CatalogSettings
from catalog.models.stacks import StackGroup, StackMember, StackPage
from catalog.models.version import CatalogVersion

__all__ = [
    "CatalogSettings",
    "CatalogVersion",
    "Competency",
    "CompetencyAlignment",
    "CompetencyFramework",
    "CompetencyIndexPage",
    "Decision",
    "District",
    "DistrictIndexPage",
    "Equivalence",
    "EvidencePart",
    "IssuerIndexPage",
    "IssuerPage",
    "Jurisdiction",
    "MicroCredentialIndexPage",
    "MicroCredentialPage",
    "QualityCriterion",
    "QualityResult",
    "QualityReview",
    "QualityStandard",
    "Recognition",
    "RecognitionIndexPage",
    "RubricCriterion",
    "StackGroup",
    "StackIndexPage",
    "StackMember",
    "StackPage",
    "Topic",
]
