"""The shell's data: pages, glossary, site settings."""

from home.models.base import BasePage, IndexPage
from home.models.glossary import GlossaryIndexPage, GlossaryTerm
from home.models.guides import GuideIndexPage, GuidePage
from home.models.pages import HomePage, ProsePage
from home.models.records import Addressed, RecordIndexPage, Whole
from home.models.settings import SiteSettings

__all__ = [
    "Addressed",
    "BasePage",
    "GlossaryIndexPage",
    "GlossaryTerm",
    "GuideIndexPage",
    "GuidePage",
    "HomePage",
    "IndexPage",
    "ProsePage",
    "RecordIndexPage",
    "SiteSettings",
    "Whole",
]
