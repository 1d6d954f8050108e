"""Factories of the catalog's models."""

from datetime import date

import factory
import wagtail_factories
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from catalog.enums import IssuerKind, Outcome, PlaceKind, RecognitionClass, RecognitionLevel, UnitKind
from catalog.models import (
    Competency,
    CompetencyAlignment,
    CompetencyFramework,
    Decision,
    District,
    Equivalence,
    EvidencePart,
    IssuerIndexPage,
    IssuerPage,
    Jurisdiction,
    MicroCredentialIndexPage,
    MicroCredentialPage,
    QualityCriterion,
    QualityResult,
    QualityReview,
    QualityStandard,
    Recognition,
    RubricCriterion,
    StackGroup,
    StackIndexPage,
    StackMember,
    StackPage,
    Topic,
)
from tests.factories.rooms import room

RECORDER = "A clerk"


class JurisdictionFactory(DjangoModelFactory):
    class Meta:
        model = Jurisdiction

    slug = factory.Sequence(lambda number: f"state-{number}")
    name = factory.LazyAttribute(lambda place: place.slug.replace("-", " ").title())
    kind = PlaceKind.STATE


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = District

    slug = factory.Sequence(lambda number: f"district-{number}")
    lea_code = factory.Sequence(lambda number: f"{number:03}")
    name = factory.LazyAttribute(lambda district: district.slug.replace("-", " ").title())
    county = "Wake"
    unit_kind = UnitKind.COUNTY
    state = factory.SubFactory(JurisdictionFactory)


class RecognitionFactory(DjangoModelFactory):
    """`jurisdictions=[…]` names its places; without it there is one."""

    class Meta:
        model = Recognition
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"recognition-{number}")
    place = "A state"
    level = RecognitionLevel.STATE
    kind = "license renewal credit"
    row_class = RecognitionClass.COUNTS_FOR
    recorded_by_name = RECORDER

    @factory.post_generation
    def jurisdictions(self, create: bool, given: list[Jurisdiction] | None) -> None:
        """Where it holds."""
        if create:
            self.jurisdictions.set(given if given is not None else [JurisdictionFactory()])


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda number: f"topic-{number}")
    name = factory.LazyAttribute(lambda topic: topic.slug.replace("-", " ").capitalize())


class FrameworkFactory(DjangoModelFactory):
    class Meta:
        model = CompetencyFramework
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda number: f"Framework {number}")
    slug = factory.LazyAttribute(lambda framework: slugify(framework.name))


class CompetencyFactory(DjangoModelFactory):
    class Meta:
        model = Competency

    framework = factory.SubFactory(FrameworkFactory)
    code = factory.Sequence(lambda number: f"{number}a")
    slug = factory.LazyAttribute(lambda item: slugify(f"{item.framework.name} {item.code}"))
    title = "Can do it"


class QualityStandardFactory(DjangoModelFactory):
    class Meta:
        model = QualityStandard

    name = factory.Sequence(lambda number: f"Standard {number}")
    slug = factory.LazyAttribute(lambda standard: slugify(standard.name))


class QualityCriterionFactory(DjangoModelFactory):
    class Meta:
        model = QualityCriterion

    standard = factory.SubFactory(QualityStandardFactory)
    code = factory.Sequence(lambda number: f"C{number}")
    text = "It names the skill."


class IssuerFactory(wagtail_factories.PageFactory):
    class Meta:
        model = IssuerPage

    parent = factory.LazyFunction(lambda: room(IssuerIndexPage))
    title = factory.Sequence(lambda number: f"Issuer {number}")
    issuer_kind = IssuerKind.NONPROFIT


class MicroCredentialFactory(wagtail_factories.PageFactory):
    """Live, of an issuer of its own, with nothing stated; children are lists, such as `rubric=[…]`."""

    class Meta:
        model = MicroCredentialPage

    parent = factory.LazyFunction(lambda: room(MicroCredentialIndexPage))
    title = factory.Sequence(lambda number: f"Micro-credential {number}")
    issuer = factory.SubFactory(IssuerFactory)


class StackFactory(wagtail_factories.PageFactory):
    """A stack of `groups=[group(…), …]`, or of `members=[…]`, which asks for all; else empty."""

    class Meta:
        model = StackPage

    class Params:
        members: tuple[MicroCredentialPage | StackPage, ...] = ()

    parent = factory.LazyFunction(lambda: room(StackIndexPage))
    title = factory.Sequence(lambda number: f"Stack {number}")
    issuer = factory.SubFactory(IssuerFactory)
    groups = factory.LazyAttribute(lambda stack: [group(*stack.members)] if stack.members else [])


class DecisionFactory(DjangoModelFactory):
    """An approval of a micro-credential from the first day of 2025; `stack=…` makes it about that."""

    class Meta:
        model = Decision

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    credential = factory.Maybe("stack", None, factory.SubFactory(MicroCredentialFactory))
    stack = None
    outcome = Outcome.APPROVE
    conditions = factory.LazyAttribute(
        lambda one: "With a mentor." if one.outcome == Outcome.CONDITIONAL else ""
    )
    effective_from = date(2025, 1, 1)
    decided_on = factory.SelfAttribute("effective_from")
    citation_title = "Minutes, item 4"
    citation_address = "https://board.example.org/minutes"
    correction_reason = factory.LazyAttribute(lambda one: "A wrong day." if one.supersedes else "")
    supersedes = None
    recorded_by_name = RECORDER


class EquivalenceFactory(DjangoModelFactory):
    """The issuer of what it counts for says so from the first day of 2025; `jurisdiction=…`: a board does."""

    class Meta:
        model = Equivalence

    credential = factory.SubFactory(MicroCredentialFactory)
    counts_for = factory.SubFactory(MicroCredentialFactory)
    jurisdiction = None
    issuer = factory.LazyAttribute(lambda one: None if one.jurisdiction else one.counts_for.issuer)
    effective_from = date(2025, 1, 1)
    decided_on = factory.SelfAttribute("effective_from")
    citation_title = "Notice to holders"
    citation_address = "https://issuer.example.org/notice"
    correction_reason = factory.LazyAttribute(lambda one: "A wrong day." if one.supersedes else "")
    supersedes = None
    recorded_by_name = RECORDER


class QualityReviewFactory(DjangoModelFactory):
    """A review; `results={code: finding}` says what was found."""

    class Meta:
        model = QualityReview
        skip_postgeneration_save = True

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    credential = factory.SubFactory(MicroCredentialFactory)
    standard = factory.SubFactory(QualityStandardFactory)
    reviewed_on = date(2025, 1, 1)
    supersedes = None
    correction_reason = factory.LazyAttribute(lambda one: "A wrong day." if one.supersedes else "")
    recorded_by_name = RECORDER

    @factory.post_generation
    def results(self, create: bool, given: dict[str, str] | None) -> None:
        """What was found of each criterion."""
        for code, finding in (given or {}).items():
            QualityResult.objects.create(review=self, code=code, text=f"It has {code}.", finding=finding)


def group(
    *members: MicroCredentialPage | StackPage, minimum: int | None = None, label: str = ""
) -> StackGroup:
    """A group for `StackFactory`: `minimum` of these members, all of them without it."""
    rows = [member(one, place) for place, one in enumerate(members)]
    return StackGroup(minimum=minimum, label=label, members=rows)


def member(one: MicroCredentialPage | StackPage, place: int) -> StackMember:
    """A micro-credential or a stack as a member of a group."""
    if isinstance(one, StackPage):
        return StackMember(stack=one, sort_order=place)
    return StackMember(credential=one, sort_order=place)


def evidence(title: str = "A lesson plan", description: str = "") -> EvidencePart:
    """A part of the evidence, for `MicroCredentialFactory(evidence_parts=[…])`."""
    return EvidencePart(title=title, description=description)


def criterion(title: str = "Clear", meets: str = "It is clear.") -> RubricCriterion:
    """A criterion, for `MicroCredentialFactory(rubric=[…])`."""
    return RubricCriterion(title=title, meets=meets)


def alignment(competency: Competency) -> CompetencyAlignment:
    """What it proves, for `MicroCredentialFactory(alignments=[…])`."""
    return CompetencyAlignment(competency=competency)
