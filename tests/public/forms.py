"""Reads back what a map, an outline, a table and a file say of a pathway."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from home.exports import safe

COST = re.compile(r"^(?:Cost for (.*?)|Cost|(.*?)): (.*)$")


@dataclass(frozen=True)
class Stage:
    """What is said of a stage."""

    number: str
    level: str
    title: str
    rule: str


@dataclass(frozen=True)
class Stack:
    """What is said of a stack at its place; `stage` is empty after the last one."""

    stage: str
    title: str
    url: str
    issuer: str
    rule: str
    hours: str
    costs: tuple[str, ...]
    order: tuple[str, ...]
    status: str


@dataclass(frozen=True)
class Goal:
    """What is said of an end of the road."""

    kind: str
    title: str
    url: str
    pay: str


@dataclass(frozen=True)
class Told:
    """All that a form says, in an order of its own."""

    stages: frozenset[Stage]
    stacks: frozenset[Stack]
    goals: frozenset[Goal]


def words(tag: Tag | None) -> str:
    """The text of an element without what only points at a line of the drawing."""
    if tag is None:
        return ""
    letters = {id(text) for letter in tag.select(".let") for text in letter.strings}
    return " ".join("".join(text for text in tag.strings if id(text) not in letters).split())


def plain(text: str) -> str:
    return " ".join(text.split())


def link(tag: Tag | None) -> tuple[str, str]:
    assert tag is not None
    return words(tag), str(tag["href"])


def price(text: str) -> str:
    """Who pays what, as any form words it: “NEA members: $0”, “Cost for NEA members: $0” and “$0”."""
    found = COST.match(text)
    holder, told = (found[1] or found[2] or "", found[3]) if found else ("", text)
    return f"{holder.casefold()}: {told}"


def order(tag: Tag) -> tuple[str, ...]:
    return tuple(sorted(words(one) for one in tag.select(".lk, .twice")))


def status(tag: Tag) -> str:
    shown = tag.select_one(".status")
    return words(shown.parent) if shown else ""


def goals(tags: list[Tag]) -> frozenset[Goal]:
    """Ends of the road in the map and the outline."""
    found = []
    for tag in tags:
        kind, *pay = [words(one) for one in tag.select(".m")]
        found.append(Goal(kind, *link(tag.a), pay[0].removeprefix("Pay: ") if pay else ""))
    return frozenset(found)


def stage_number(text: str) -> tuple[str, str]:
    """“Stage 2, novice” and “2, novice” as number and level."""
    number, _, level = text.removeprefix("Stage ").partition(", ")
    return number, level


def read_map(soup: BeautifulSoup) -> Told:
    """What the map says, gates included."""
    stages, stacks = [], []
    for section in soup.select(".map .stage:not(.goal)"):
        level = section.select_one(".lev")
        number = ""
        if level:
            number, _, name = words(level).removeprefix("Stage ").partition(": ")
            rule = words(section.select_one(".pick"))
            stages.append(Stage(number, name, words(section.h3), rule))
        stacks += [map_card(card, number) for card in section.select(".node")]
    return Told(frozenset(stages), frozenset(stacks), goals(soup.select(".map .end > li")))


def map_card(card: Tag, stage: str) -> Stack:
    rule, issuer = [words(one) for one in card.select(".m")[0].select("span")]
    facts = card.select_one("details .m")
    assert facts is not None
    hours, *costs = [words(one) for one in facts.select("span")]
    title, url = link(card.select_one(".t"))
    return Stack(
        stage,
        title,
        url,
        issuer,
        rule,
        hours.removeprefix("Hours: "),
        tuple(map(price, costs)),
        order(card),
        status(card),
    )


def read_outline(soup: BeautifulSoup) -> Told:
    """What the outline says."""
    stages, stacks = [], []
    ends: list[Tag] = []
    for section in soup.select("section:has(> h3[id^='outline-'])"):
        if section.select(".goals"):
            ends = section.select(".goals > li")
            continue
        head, _, title = words(section.h3).partition(": ")
        number, level = stage_number(head)
        if number.isdigit():
            stages.append(Stage(number, level, title, words(section.p).rstrip(".")))
        stacks += [
            outlined(item, number if number.isdigit() else "") for item in section.select(".lined > li")
        ]
    return Told(frozenset(stages), frozenset(stacks), goals(ends))


def outlined(item: Tag, stage: str) -> Stack:
    rule, issuer, hours, *costs = [words(one) for one in item.select(".meta > span")]
    title, url = link(item.select_one("h4 a"))
    return Stack(
        stage,
        title,
        url,
        issuer,
        rule,
        hours.removeprefix("Hours: "),
        tuple(map(price, costs)),
        order(item),
        status(item),
    )


def read_table(soup: BeautifulSoup) -> Told:
    """What the table says."""
    stages, stacks, ends = [], [], []
    for row in soup.select(".road-table tbody tr"):
        cells = row.select("td")
        if "goal-row" in row.get_attribute_list("class"):
            kind = words(cells[0]).removeprefix("Leads to: ").capitalize()
            pay = words(cells[1]).removeprefix("Pay: ")
            ends.append(Goal(kind, *link(row.a), pay))
            continue
        rule = words(cells[0].span) if cells[0].span else ""
        head, _, title = words(cells[0]).removesuffix(rule).strip().partition(": ")
        number, level = stage_number(head)
        if rule:
            stages.append(Stage(number, level, title, rule))
        if row.a:
            stacks.append(table_row(row, number if rule else ""))
    return Told(frozenset(stages), frozenset(stacks), frozenset(ends))


def table_row(row: Tag, stage: str) -> Stack:
    _, issuer, rule, hours, cost, _ = row.select("td")
    title, url = link(row.select_one("th > a"))
    for gap in cost.select("br"):
        gap.replace_with("\r")
    lines = [plain(text) for text in cost.get_text().split("\r")]
    return Stack(
        stage,
        title,
        url,
        words(issuer),
        words(rule),
        words(hours),
        tuple(map(price, lines)),
        order(row),
        status(row),
    )


def read_file(text: str) -> Told:
    """What the file for a spreadsheet says; its order of links is one text, so it is cut again."""
    stages, stacks, ends = [], [], []
    for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))):
        if row["Part"].startswith("Leads to"):
            kind = {"Leads to a role": "Role", "Leads to a priority": "State priority"}[row["Part"]]
            ends.append(Goal(kind, unsafe(row["Title"]), row["Address"], row["Pay"]))
            continue
        if row["Part"] == "Stage":
            rule = row["Stage asks for"]
            stages.append(Stage(row["Stage"], row["Level"], row["Stage title"], rule))
        if row["Title"]:
            stacks.append(file_row(row))
    return Told(frozenset(stages), frozenset(stacks), frozenset(ends))


def unsafe(value: str) -> str:
    """A value without the mark that keeps a spreadsheet from taking it for a formula."""
    bare = value.removeprefix("'")
    return plain(bare if safe(bare) == value else value)


def file_row(row: dict[str, str]) -> Stack:
    said = f"{row['Status']} {row['Board']}".strip()
    return Stack(
        row["Stage"],
        unsafe(row["Title"]),
        row["Address"],
        unsafe(row["Issuer"]),
        row["Asks for"],
        row["Hours"],
        tuple(price(part) for part in re.split(r"; (?=Cost)", row["Cost"])),
        (plain(row["Order"]),),
        said,
    )
