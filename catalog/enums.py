"""Closed lists of the field, with the words a teacher reads."""

from django.db import models


class IssuerKind(models.TextChoices):
    """What sort of body an issuer is."""

    COMPANY = "company", "Company"
    NONPROFIT = "nonprofit", "Nonprofit"
    SCHOOL = "school", "School"
    SCHOOL_DISTRICT = "school district", "School district"
    STATE_AGENCY = "state agency", "State agency"
    UNION = "union", "Union"
    UNIVERSITY = "university", "University"


class PlaceKind(models.TextChoices):
    """What sort of body decides for its own place or members."""

    NATION = "nation", "Nation"
    STATE = "state", "State"
    DISTRICT = "district", "School district"
    GROUP = "group", "Group"


class UnitKind(models.TextChoices):
    """Whether a district is a county's or a city's."""

    COUNTY = "county", "County unit"
    CITY = "city", "City unit"


class AddressKind(models.TextChoices):
    """What the address of a record leads to, which decides how a link to it is worded."""

    OWN_PAGE = "own page", "The record's own page"
    ISSUER_LIST = "issuer list", "A list of several at the issuer"
    SOURCE_ONLY = "source only", "Only where the facts were read"


class TitleStatus(models.TextChoices):
    """Why a title may differ from its maker's."""

    UNCERTAIN = "title uncertain", "Title uncertain"
    NAME_ONLY = "listed by name only", "Listed by name only"
    ISSUER_UNCERTAIN = "issuer uncertain", "Issuer uncertain"
    NAMED_OTHERWISE = "named otherwise by its maker", "Named otherwise by its maker"
    NOT_SHOWN = "title not shown in the source", "Title not shown in the source"
    INFERRED = "title inferred", "Title inferred"
    GROUPING_OURS = "grouping ours", "Grouping ours"
    STANDS_ALONE = "stands alone", "Stands alone"

    @property
    def sentence(self) -> str:
        """What a teacher reads about it."""
        return TITLE_SENTENCES[self]


TITLE_SENTENCES = {
    TitleStatus.UNCERTAIN: "The issuer may word this title differently.",
    TitleStatus.NAME_ONLY: "Our source gives only the name.",
    TitleStatus.ISSUER_UNCERTAIN: "Our source does not show which partner awards it.",
    TitleStatus.NAMED_OTHERWISE: "Its maker calls it an assessment, not a micro-credential.",
    TitleStatus.NOT_SHOWN: "Our source shows no title; this one is ours.",
    TitleStatus.INFERRED: "Our source shows no title; this one is ours.",
    TitleStatus.GROUPING_OURS: "The issuer lists these without a title; title and grouping are ours.",
    TitleStatus.STANDS_ALONE: "Its issuer offers this one alone.",
}


class CostUnit(models.TextChoices):
    """What one price buys."""

    EACH = "micro-credential", "One micro-credential"
    STACK = "stack", "The whole stack"
    PAIR = "two people", "Two people together"


class Delivery(models.TextChoices):
    """How a teacher takes part."""

    ONLINE = "online", "Online, at your own pace"
    LIVE_ONLINE = "live online", "Online, with live sessions"
    BLENDED = "blended", "Partly online, partly in person"
    IN_PERSON = "in person", "In person"


class Grade(models.TextChoices):
    """Single grades, in order."""

    PK = "PK", "PK"
    K = "K", "K"
    G1 = "1", "1"
    G2 = "2", "2"
    G3 = "3", "3"
    G4 = "4", "4"
    G5 = "5", "5"
    G6 = "6", "6"
    G7 = "7", "7"
    G8 = "8", "8"
    G9 = "9", "9"
    G10 = "10", "10"
    G11 = "11", "11"
    G12 = "12", "12"


class LicenseType(models.TextChoices):
    """The kinds of educator license an audience may hold."""

    RESIDENCY = "residency", "Residency license"
    INITIAL = "initial", "Initial license"
    CONTINUING = "continuing", "Continuing license"
    LIFETIME = "lifetime", "Lifetime license"
    CAREER_TECHNICAL = "career-technical", "Career and technical education license"
    STUDENT_SERVICES = "student-services", "Student services license"
    ADMINISTRATOR = "administrator", "Administrator license"


class Language(models.TextChoices):
    """Languages a micro-credential is offered in, by BCP 47 tag."""

    ENGLISH = "en", "English"
    SPANISH = "es", "Spanish"


class StackKind(models.TextChoices):
    """Whether a set is meant to be earned together."""

    STACK = "stack", "Stack: to be earned together"
    SELECTION = "selection", "Selection: a list of interest, never a goal"


class Completeness(models.TextChoices):
    """Whether all members that the issuer publishes are on record here. Empty means not known."""

    YES = "yes", "Yes, all of them"
    NO = "no", "No, more exist"


class Outcome(models.TextChoices):
    """What a board decided."""

    APPROVE = "approve", "Approve"
    CONDITIONAL = "conditional", "Approve with conditions"
    DECLINE = "decline", "Decline"
    WITHDRAW = "withdraw", "Withdraw an approval"

    @property
    def past(self) -> str:
        """What a reader of the history is told."""
        return PAST[self]


PAST = {
    Outcome.APPROVE: "Approved",
    Outcome.CONDITIONAL: "Approved with conditions",
    Outcome.DECLINE: "Declined",
    Outcome.WITHDRAW: "Approval withdrawn",
}


class Finding(models.TextChoices):
    """What a quality review found of one criterion."""

    MET = "met", "Met"
    PART = "part", "Met in part"
    NOT_MET = "not met", "Not met"
    NOT_APPLICABLE = "not applicable", "Not applicable"


class RecognitionClass(models.TextChoices):
    """Whether a holder gains something, or the row only tells the policy around it."""

    COUNTS_FOR = "counts_for", "Counts for something"
    BACKGROUND = "background", "Background"


class RecognitionLevel(models.TextChoices):
    """Who recognizes."""

    NATIONAL = "national", "National"
    STATE = "state", "State"
    DISTRICT = "district", "District"
    UNIVERSITY = "university", "University"
    ISSUER = "issuer", "Issuer"
