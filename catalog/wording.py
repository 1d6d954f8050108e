"""Sentences made from rules and totals: what a teacher reads about a stack. Plain data in, text out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog.editions import Edition
from catalog.rules import Credential, Group, Stack, group_missing, still_earnable
from catalog.totals import StackTotals, Total
from home.numbers import NOT_STATED, Number, between, money_text, noun_for, number_text


def noun(group: Group) -> str:
    """What the members of a group are."""
    kinds = {type(member) for member in group.members}
    if kinds == {Credential}:
        return noun_for(len(group.members), "micro-credential")
    return noun_for(len(group.members), "stack") if kinds == {Stack} else "members"


def asks(group: Group) -> str:
    """The rule of one group in a few words, such as “any 2 of 3”."""
    return asks_of(group.needed, len(group.members))


def asks_of(needed: int, size: int) -> str:
    """How many of so many, in a few words."""
    if needed < size:
        return f"any {needed} of {size}"
    return {1: "this one", 2: "both"}.get(size, f"all {size}")


def heading(group: Group) -> str:
    """The heading over a group of the pulled-apart pile."""
    if group.label:
        return group.label
    size = len(group.members)
    if group.is_choice:
        return f"Any {group.needed} of these {size}"
    return {1: "This one", 2: "Both of these"}.get(size, f"All {size} of these")


def closed_sentence(stack: Stack) -> str:
    """Who can no longer finish a stack, as some of it is no longer offered; empty where everybody can."""
    parts = [part for group in stack.groups if (part := closed_part(group, group_missing(group)))]
    return f"Nobody can finish it now who does not hold {listing(parts)}." if parts else ""


def closed_part(group: Group, missing: int) -> str:
    """What somebody must hold already of a group's members; empty where nothing is missing."""
    gone = [member.title for member in group.members if not still_earnable(member)]
    if not missing or not gone:
        return ""
    return listing(gone) if missing == len(gone) else f"{missing} of these: {listing(gone)}"


def unpublished_sentence(stack: Stack) -> str:
    """How many members, at any depth, nothing is said of; empty where there is none."""
    number = sum(not credential.published for credential in stack.credentials().values())
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{sentence_case(few(number))} {noun_for(number, 'member')} {verb} not published here at present."


def few(number: int) -> str:
    """A small number as a word."""
    return {1: "one", 2: "two", 3: "three", 4: "four"}.get(number, str(number))


def on_record_text(members: int, complete: bool | None, published: int | None) -> str:
    """How many members are on record, then what is known of the others.

    `complete` tells whether they are all that the issuer publishes, None where that is not known;
    `published` is the issuer's number of members.
    """
    if complete:
        return f"All {members} that the issuer publishes" if members > 1 else "All that the issuer publishes"
    if not members and not published:
        return "The members are not stated"
    if published is not None and (complete is False or not members) and published > members:
        return f"{members or 'Not one'} of the {published} that the issuer publishes"
    if complete is False:
        return f"{members}; the issuer has more, how many is not stated"
    return f"{members}, as our source lists them; whether the issuer has more is not known"


def rule_sentence(stack: Stack) -> str:
    """The whole rule of a stack in one sentence."""
    if stack.is_empty:
        return "Its members are not stated, so nobody can plan it from this record yet."
    if not stack.members:
        asked = noun_for(stack.unnamed, "micro-credential")
        return f"It asks for {stack.unnamed} {asked}; their names are not stated."
    alone = len(stack.groups) == 1
    parts = [single(stack.groups[0])] if alone else [asks(group) for group in stack.groups]
    rest = [f"{stack.unnamed} more not on record here"] if stack.unnamed else []
    return f"Earn {in_all(stack)}{join([*parts, *rest])}."


def in_all(stack: Stack) -> str:
    """How many of how many, for several groups that share nothing; empty where that is not plain."""
    steps = [member.slug for member in stack.members]
    plain = all(isinstance(member, Credential) for member in stack.members) and len(set(steps)) == len(steps)
    if len(stack.groups) == 1 or not plain:
        return ""
    return f"{sum(group.needed for group in stack.groups)} of these {len(steps)} micro-credentials: "


def single(group: Group) -> str:
    """The rule of a stack's only group."""
    size = len(group.members)
    if group.is_choice:
        return f"any {group.needed} of these {size} {noun(group)}"
    if size == 1:
        return f"this one {noun(group)}"
    return f"both {noun(group)}" if size == 2 else f"all {size} {noun(group)}"


def join(parts: list[str]) -> str:
    """An enumeration: a, b, and c."""
    if len(parts) < 3:
        return ", and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"


def short_rule(stack: Stack) -> str:
    """The rule in a list: “All 5”, “Any 1 of 3”, “All 6, 1 on record”, “Members not stated”."""
    if stack.is_empty:
        return "Members not stated"
    on_record = len(stack.members)
    if not on_record:
        return f"{stack.unnamed} asked for, none on record"
    choices = [group for group in stack.groups if group.is_choice]
    if choices:
        return sentence_case(join([asks(group) for group in stack.groups]))
    asked = on_record + stack.unnamed
    if stack.unnamed:
        return f"All {asked}, {on_record} on record"
    return "Just 1" if asked == 1 else f"All {asked}"


def short_list(stack: Stack) -> str:
    """A selection in a list: how many it names, and that it is no goal."""
    size = len(stack.credentials())
    return f"A list of {size}, not a set to finish" if size else "A list; what it names is not stated"


def count_text(totals: StackTotals, stack: Stack) -> str:
    """How many are to be earned, of how many that are on offer."""
    low, high = totals.count.low, totals.count.high
    earned = between(number_text(low), number_text(high))
    offered = len(stack.steps())
    tail = noun_for(offered, "micro-credential")
    return f"{earned} {tail}" if low == offered else f"{earned} of {offered} {tail}"


def range_text(total: Total, unit: str = "", *, money: bool = False) -> str:
    """A total as text: “20 to 60 hours”, or what is known and for how many of the steps it is not.

    `unit` follows the number in its plural form; a bound that is not exact says “at most”. A sum that leaves
    out steps has no upper end: “at least 40 hours in all; stated for 3 of 5, not stated for 2”. Where a way
    may hold nothing that is stated, a single step is told: “5 to 8 hours each for 2 of 4; not stated for 2”.
    """
    if not total.stated:
        return NOT_STATED
    show = money_text if money else number_text
    if total.at_least:
        return partly_stated(total, show, unit)
    low, high = show(total.low), show(total.high)
    tail = unit_text(total.high, unit)
    return f"{between(low, high)}{tail}" if total.exact else f"at least {low}, at most {high}{tail}"


def partly_stated(total: Total, show: Callable[[Number], str], unit: str) -> str:
    """What is known of a total that some steps do not state, then for how many it is not known."""
    share = total.share
    if total.low:
        known = f"at least {show(total.low)}{unit_text(total.low, unit)} in all"
        return f"{known}; stated for {share.stating} of {share.steps}, not stated for {share.missing}"
    one = f"{between(show(share.each.low), show(share.each.high))}{unit_text(share.each.high, unit)}"
    each = " each" if share.stating > 1 else ""
    return f"{one}{each} for {share.stating} of {share.steps}; not stated for {share.missing}"


def unit_text(number: Number, unit: str) -> str:
    """A unit, given in its plural form, behind a number; empty for none."""
    return f" {noun_for(number, unit.removesuffix('s'), unit)}" if unit else ""


@dataclass(frozen=True, slots=True)
class CostLine:
    """A cost and whom it holds for, where it does not hold for everyone."""

    text: str
    holder: str = ""

    @property
    def label(self) -> str:
        """What stands before the cost."""
        return f"Cost for {self.holder}" if self.holder else "Cost"


def cost_lines(totals: StackTotals) -> list[CostLine]:
    """The cost for each group a price holds for, then for everyone."""
    everyone = range_text(totals.cost, money=True)
    lines = [CostLine(range_text(total, money=True), holder=group) for group, total in totals.cost_for]
    return [*lines, CostLine(everyone, holder="everyone else" if lines else "")]


EDITION = re.compile(r"\(([^()]*\bedition)\)$")
YEAR = re.compile(r"(?:19|20)\d\d")


def edition_name(title: str, version: str) -> str:
    """What an edition is called by its title or version: “the 2021 edition”, “version 2.0”, or nothing."""
    if found := EDITION.search(title.strip()):
        return f"the {found[1]}"
    if YEAR.fullmatch(version):
        return f"the {version} edition"
    return f"version {version}" if version else ""


EDITIONS = {
    Edition.EARLIER: ("an earlier edition", "the newer one"),
    Edition.LATER: ("a newer edition", "the earlier one"),
    Edition.OTHER: ("another edition", "this one"),
}
"""By how it is related to what is asked for: what is held, and what is asked for."""


def held_edition_sentence(related: Edition, title: str, version: str, says: str) -> str:
    """What holding another edition means for the one that is asked for, and who can tell."""
    held, asked = EDITIONS[related]
    held = edition_name(title, version) or held
    return f"You hold {held}; whether it counts for {asked} is for {says} to say."


GRADES = ("PK", "K", *map(str, range(1, 13)))


def grades_text(codes: Iterable[str]) -> str:
    """Single grades as ranges: “PK to 5”, “6 to 8 and 12”; empty when none is named."""
    places = sorted(GRADES.index(code) for code in codes if code in GRADES)
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return listing([run_text(run) for run in runs])


def run_text(run: list[int]) -> str:
    """One unbroken run of grades."""
    first, last = GRADES[run[0]], GRADES[run[-1]]
    return first if first == last else f"{first} to {last}"


def listing(parts: list[str]) -> str:
    """An enumeration: a, b and c."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def labels_text(labels: Iterable[str]) -> str:
    """Labels as one sentence: “Online, at your own pace; in person”. A label of capitals keeps them."""
    first, *rest = [*labels, ""]
    parts = [first, *(lowered(label) for label in rest if label)]
    apart = any("," in part or " and " in part for part in parts)
    return "; ".join(parts) if apart else listing(parts)


def lowered(label: str) -> str:
    """A label as it stands inside a sentence."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def offer_sentence(credentials: int, stacks: int) -> str:
    """What an issuer has on record here."""
    if not credentials and not stacks:
        return "Nothing of this issuer is on record yet."
    counted = [(credentials, "micro-credential"), (stacks, "stack")]
    return (
        f"On record here: {listing([f'{count} {noun_for(count, one)}' for count, one in counted if count])}."
    )
