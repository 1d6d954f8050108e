"""Loads what micro-credentials are held against: competencies, topics, quality standards."""

from collections import defaultdict

from django.utils.text import slugify

from catalog.models import QualityCriterion, QualityStandard
from demo.loaders.shelves import Records, number
from demo.loaders.state import Load, sourced
from demo.naming import competency_slug, topic_name
from demo.ordering import in_order
from demo.schemas import CriterionRow


def load_topics(load: Load) -> None:
    """The areas of microcredentials.csv."""
    first = {row.area: row.line for row in reversed(load.pack.microcredentials)}
    for area in sorted(first):
        load.topics.put(area, {"name": topic_name(area)}, "microcredentials.csv", first[area])


def load_competencies(load: Load) -> None:
    """competencies.csv, frameworks first, and a parent before its parts."""
    rows = in_order(load.pack.competencies, lambda row: row.name, lambda row: [(row.framework, row.parent)])
    for row in rows:
        name = slugify(row.framework)
        if name not in load.frameworks.known:
            load.frameworks.put(name, {"name": row.framework}, "competencies.csv", row.line)
        parent = load.competencies[competency_slug(row.framework, row.parent)] if row.parent else None
        values = {
            "framework": load.frameworks[name],
            "code": row.code,
            "title": row.title,
            "parent": parent,
            **sourced(row.source_ref),
        }
        load.competencies.put(competency_slug(row.framework, row.code), values, "competencies.csv", row.line)


def load_quality_standards(load: Load) -> None:
    """quality_standards.csv, a standard with its criteria."""
    standards = Records(QualityStandard, "slug", load.tally, ("criteria",))
    rows = defaultdict[str, list[CriterionRow]](list)
    for row in load.pack.quality_standards:
        rows[row.standard].append(row)
    for name, together in rows.items():
        criteria = [criterion(row) for row in together]
        number(criteria)
        values = {"name": name, "criteria": criteria}
        standards.put(slugify(name), values, "quality_standards.csv", together[0].line)


def criterion(row: CriterionRow) -> QualityCriterion:
    """One criterion as an inline row of its standard."""
    return QualityCriterion(group=row.group, code=row.code, text=row.criterion, **sourced(row.source_ref))
