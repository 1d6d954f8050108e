"""Names and identifiers made from the pack's own."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.text import slugify

TOPIC_NAMES = {
    "equity-culture": "Equity and culture",
    "secondary-reading": "Reading in middle and high school",
    "sel-wellbeing": "Social and emotional learning",
}


def topic_name(area: str) -> str:
    """The name of a topic in words: `multilingual-learners` is “Multilingual learners”."""
    return TOPIC_NAMES.get(area) or area.replace("-", " ").capitalize()


def competency_slug(framework: str, code: str) -> str:
    """Framework and code; points keep their place, so that I.a and Ia stay apart."""
    return slugify(f"{framework} {code}".replace(".", "-"))


def identifier(kind: str, slug: str) -> UUID:
    """The same public identifier in every database, made from the address."""
    return uuid5(NAMESPACE_URL, f"stackway:/{kind}/{slug}/")
