"""Checks that hold between rows and files, as the data pack's README states them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import slugify

from demo.naming import competency_slug
from demo.ordering import loop
from demo.pack import Pack
from demo.problems import Problem, shown
from demo.schemas import RuleRow

Step = tuple[str, str | None, int]
"""A name, what stands above or before it, and the line."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The cells of `column` name values of `target`, a field of the file `into`."""

    file: str
    column: str
    into: str
    target: str = "slug"
    attribute: str = ""
    """The row's attribute, where it is not called like the column."""


REFERENCES = (
    Reference("microcredentials", "issuer", "issuers"),
    Reference("microcredentials", "stacks", "stacks"),
    Reference("microcredentials", "priority", "priorities"),
    Reference("stacks", "issuer", "issuers"),
    Reference("stacks", "members", "microcredentials"),
    Reference("stack_rules", "stack", "stacks"),
    Reference("stack_links", "from_stack", "stacks", attribute="before"),
    Reference("stack_links", "to_stack", "stacks", attribute="after"),
    Reference("priorities", "parent", "priorities"),
    Reference("pathways", "priority", "priorities"),
    Reference("pathways", "roles", "roles"),
    Reference("pathway_stages", "pathway", "pathways"),
    Reference("pathway_stages", "stacks", "stacks"),
    Reference("recognition", "jurisdictions", "jurisdictions"),
    Reference("jurisdictions", "parent", "jurisdictions"),
    Reference("issuers", "region", "jurisdictions", "code"),
    Reference("roles", "jurisdiction", "jurisdictions", "code", "jurisdiction_code"),
    Reference("districts", "state", "jurisdictions", "code", "state_code"),
)


def check_references(pack: Pack) -> list[Problem]:
    """Every wrong reference, impossible rule and loop."""
    checks = (
        unknown_names,
        unknown_parents,
        mirrored_members,
        impossible_rules,
        members_without_rule,
        loops,
        backward_links,
        shared_codes,
        made_addresses,
    )
    return [problem for check in checks for problem in check(pack)]


def named(value: object) -> Iterable[str]:
    """The names in a cell: none, one or several."""
    if isinstance(value, tuple):
        return value
    return () if value in (None, "") else (str(value),)


def unknown_names(pack: Pack) -> Iterator[Problem]:
    """Cells that name a row which is not there."""
    for rule in REFERENCES:
        known = pack.values(rule.into, rule.target)
        for row in pack.rows(rule.file):
            for name in named(getattr(row, rule.attribute or rule.column)):
                if name not in known:
                    reason = f"{shown(name)} is no {rule.target} in {rule.into}.csv"
                    yield Problem(f"{rule.file}.csv", row.line, rule.column, reason)


def unknown_parents(pack: Pack) -> Iterator[Problem]:
    """A competency's parent is a code of the same framework."""
    known = {row.name for row in pack.competencies}
    for row in pack.competencies:
        if row.parent and (row.framework, row.parent) not in known:
            reason = f"{shown(row.parent)} is no code of the same framework"
            yield Problem("competencies.csv", row.line, "parent", reason)


def mirrored_members(pack: Pack) -> Iterator[Problem]:
    """microcredentials.stacks and stacks.members say the same."""
    held = {(row.slug, member) for row in pack.stacks for member in row.members}
    says = {(stack, row.slug) for row in pack.microcredentials for stack in row.stacks}
    for credential in pack.microcredentials:
        for stack in credential.stacks:
            if (stack, credential.slug) not in held:
                reason = f"{shown(stack)} does not name it among its members in stacks.csv"
                yield Problem("microcredentials.csv", credential.line, "stacks", reason)
    for row in pack.stacks:
        for member in row.members:
            if (row.slug, member) not in says:
                reason = f"{shown(member)} does not name it among its stacks in microcredentials.csv"
                yield Problem("stacks.csv", row.line, "members", reason)


def rule_members(rule: RuleRow, held: tuple[str, ...]) -> tuple[str, ...]:
    """The members a rule speaks of; `*` stands for all that are held."""
    return held if rule.members == "*" else tuple(rule.members)


def impossible_rules(pack: Pack) -> Iterator[Problem]:
    """A rule speaks of members of its stack, and asks for no more than it names."""
    held = {row.slug: row.members for row in pack.stacks}
    for rule in pack.stack_rules:
        members = held.get(rule.stack, ())
        asked = rule_members(rule, members)
        for name in sorted(set(asked) - set(members)):
            yield Problem(
                "stack_rules.csv", rule.line, "members", f"{shown(name)} is no member of {rule.stack}"
            )
        if not 1 <= rule.minimum <= len(asked):
            reason = f"cannot ask for {rule.minimum} of {len(asked)}"
            yield Problem("stack_rules.csv", rule.line, "minimum", reason)


def members_without_rule(pack: Pack) -> Iterator[Problem]:
    """The rules of a stack speak of all its members, or some would belong to no group."""
    rules = defaultdict[str, list[RuleRow]](list)
    for rule in pack.stack_rules:
        rules[rule.stack].append(rule)
    for row in pack.stacks:
        if row.slug not in rules:
            continue
        covered = {name for rule in rules[row.slug] for name in rule_members(rule, row.members)}
        for name in row.members:
            if name not in covered:
                reason = f"{shown(name)} is in no rule of the stack in stack_rules.csv"
                yield Problem("stacks.csv", row.line, "members", reason)


def loops(pack: Pack) -> Iterator[Problem]:
    """Nothing lies above or before itself."""
    chains: dict[tuple[str, str], list[Step]] = {
        ("jurisdictions", "parent"): [(row.slug, row.parent, row.line) for row in pack.jurisdictions],
        ("priorities", "parent"): [(row.slug, row.parent, row.line) for row in pack.priorities],
        ("stack_links", "from_stack"): [(row.after, row.before, row.line) for row in pack.stack_links],
        ("competencies", "parent"): [
            (f"{row.framework} {row.code}", row.parent and f"{row.framework} {row.parent}", row.line)
            for row in pack.competencies
        ],
    }
    for (file, column), steps in chains.items():
        yield from loops_of(f"{file}.csv", column, steps)


def loops_of(file: str, column: str, pairs: list[Step]) -> Iterator[Problem]:
    """The first loop among pairs of name, what stands above or before it, and line."""
    before = defaultdict[str, set[str]](set)
    for name, other, _ in pairs:
        if other:
            before[name].add(other)
    found = loop(before)
    steps = set(zip(found[1:], found, strict=False))
    line = next((line for name, other, line in pairs if (name, other) in steps or name == other), 0)
    if found:
        yield Problem(file, line, column, f"makes a loop: {' → '.join(found)}")


def backward_links(pack: Pack) -> Iterator[Problem]:
    """Inside a pathway no link runs from a later stage to an earlier one."""
    places = defaultdict[str, dict[str, list[int]]](lambda: defaultdict(list))
    for stage in pack.pathway_stages:
        for stack in stage.stacks:
            places[stage.pathway][stack].append(stage.stage)
    for link in pack.stack_links:
        for pathway, stages in places.items():
            before, after = stages.get(link.before), stages.get(link.after)
            if before and after and min(before) > max(after):
                reason = f"in pathway {pathway} it stands in stage {min(before)}, after stage {max(after)}"
                yield Problem("stack_links.csv", link.line, "from_stack", reason)


def shared_codes(pack: Pack) -> Iterator[Problem]:
    """Codes that name one row alone: a jurisdiction's, and a district's within its state."""
    yield from doubled(
        "jurisdictions.csv", "code", [(row.code, row.line) for row in pack.jurisdictions if row.code]
    )
    codes = [(f"{row.state} {row.lea_code}", row.line) for row in pack.districts]
    yield from doubled("districts.csv", "lea_code", codes)


def made_addresses(pack: Pack) -> Iterator[Problem]:
    """Names that become part of an address must give one, each its own."""
    items = {(row.framework, row.code): row.line for row in reversed(pack.competencies)}
    frameworks = {row.framework: row.line for row in reversed(pack.competencies)}
    standards = {row.standard: row.line for row in reversed(pack.quality_standards)}
    made = [("code", competency_slug(*name), line) for name, line in items.items()]
    made += [("framework", slugify(name), line) for name, line in frameworks.items()]
    yield from unclear("competencies.csv", made)
    yield from unclear(
        "quality_standards.csv", [("standard", slugify(name), line) for name, line in standards.items()]
    )


def unclear(file: str, made: list[tuple[str, str, int]]) -> Iterator[Problem]:
    """Addresses that are empty, or made from two names, given as column, address and line."""
    first: dict[tuple[str, str], int] = {}
    for column, slug, line in sorted(made, key=lambda one: one[2]):
        if not slug:
            yield Problem(file, line, column, "holds no letter or digit that an address can be made from")
        elif first.setdefault((column, slug), line) != line:
            reason = f"gives the same address as row {first[column, slug]}: {shown(slug)}"
            yield Problem(file, line, column, reason)


def doubled(file: str, column: str, values: Iterable[tuple[str, int]]) -> Iterator[Problem]:
    """Values that an earlier row has already."""
    first: dict[str, int] = {}
    for value, line in values:
        if first.setdefault(value, line) != line:
            yield Problem(file, line, column, f"{shown(value)} is in row {first[value]} already")
