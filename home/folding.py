"""One folding of text for search, look-up boxes, lists from A to Z and values in addresses. Plain Python.

Two texts that a reader takes for the same fold to the same signs: capitals, accents, composed and decomposed
letters, soft hyphens and other signs without a width, curly and straight quotes, hyphens and spaces of any
kind, full-width letters. Each sign is folded by itself, so the place of a folded sign in its text is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain

APOSTROPHES = "'`\u00b4\u1ffd\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201a\u201b\u2032\u2035\ua78c"
"""Straight and curly ones, accents that stand alone, primes, and letters drawn like them."""
QUOTES = '"«»“”„‟″‶〝〞'
DASHES = "\u2212\u2043"
"""What is drawn like a hyphen, besides category Pd."""
SLASHES = "\u2044\u2215"
LONG_DASHES = "—―⸺⸻"
"""Dashes between words; any other may join the parts of one."""
UNLIKE_THEIR_PARTS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "ð": "d", "þ": "th"}
"""Letters that Unicode does not take apart, as people type them who do not have their keys."""
LIGATURES = {"æ": "ae", "œ": "oe"}
BRANDS = "™℠"
"""Signs behind a name that Unicode would take for letters of it."""
IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U000e0000-\U000e0fff]"
)
"""Signs without a width besides those of category Cf (Default_Ignorable_Code_Point of Unicode)."""

LONGEST = 200
"""Characters of a look-up that are read."""
MOST_WORDS = 12
"""Words of a look-up that are read."""
AROUND = "\"'.,;:!?()[]{}<>*"
"""Signs around a word that are no part of what is looked up."""


def drawn_alike(sign: str) -> str | None:
    """What stands for a sign that is only another drawing of a plainer one, or for one that is not seen."""
    category = unicodedata.category(sign)
    if sign.isspace() or category == "Cc" or sign in LONG_DASHES:
        return " "
    if category in ("Cf", "Cs", "Me") or sign in BRANDS or IGNORABLE.match(sign):
        return ""
    if category == "Pd" or sign in DASHES:
        return "-"
    if sign in SLASHES:
        return "/"
    if sign in APOSTROPHES:
        return "'"
    return '"' if sign in QUOTES else None


def folded_sign(sign: str) -> str:
    """One sign folded: by its drawing, or taken apart, in lower case and without its accents."""
    if (plainer := drawn_alike(sign)) is not None:
        return plainer
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold()).casefold()
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    if bare == sign:
        return UNLIKE_THEIR_PARTS.get(sign) or LIGATURES.get(sign) or sign
    return "".join(map(folded_sign, bare))


class Folds(dict[int, str]):
    """What each sign is folded to, worked out when it is met first."""

    def __missing__(self, number: int) -> str:
        """By its number in Unicode, as `str.translate` asks for it."""
        self[number] = found = folded_sign(chr(number))
        return found


FOLDS = Folds()


def folded(text: str) -> str:
    """The text as everything is compared and put in order by."""
    return text.translate(FOLDS)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The same, and the place in the text that each folded sign comes from."""
    if text.isascii():
        return folded(text), range(len(text))
    signs = [sign.translate(FOLDS) for sign in text]
    places = chain.from_iterable([place] * len(sign) for place, sign in enumerate(signs))
    return "".join(signs), list(places)


def folded_value(text: str) -> str:
    """A value of an address, such as “Ending soon”, in the spelling of slugs: `ending-soon`."""
    return "-".join(folded(text).replace("_", " ").split())


def known_value(given: str, known: Iterable[str]) -> str | None:
    """The known value that an address means, in its own spelling; “k” means “K”. None when there is none."""
    asked = folded_value(given)
    return next((value for value in known if folded_value(value) == asked), None)


def words_looked_up(text: str) -> list[str]:
    """The folded words of a look-up: of a sensible length, without signs around them; none without a word."""
    bare = (word.strip(AROUND) for word in folded(text[:LONGEST]).split()[:MOST_WORDS])
    return [word for word in bare if any(sign.isalnum() for sign in word)]


def holds(words: Iterable[str], *texts: str) -> bool:
    """Whether each of these folded words stands in one of the texts, wherever in it."""
    everything = "\n".join(map(folded, texts))
    return all(word in everything for word in words)
