"""What is wrong with a data pack is told by file, row, column and reason."""

import contextlib
import csv
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo.pack import DATA, FILES
from demo.problems import PackRefused, Problem
from demo.reading import read_pack
from tests.demo.conftest import Spoil

Place = tuple[str, int, str]
Wrong = tuple[str, int, str, str]
LOUISIANA: Place = ("stacks.csv", 96, "members")
FEWER: Place = ("stack_rules.csv", 7, "minimum")


def promised() -> dict[str, int]:
    """Rows of each file, as the README's table gives them."""
    counts: dict[str, int] = {}
    for line in (DATA / "README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 3 and re.fullmatch(r"[\d, ]+", cells[2]):
            names = [name.strip().removesuffix(".csv") for name in cells[1].split(",")]
            counts |= dict(zip(names, map(int, cells[2].split(",")), strict=True))
    return counts


def problems(folder: Path) -> list[Problem]:
    """What is wrong with the pack in the folder."""
    with pytest.raises(PackRefused) as caught:
        read_pack(folder)
    return caught.value.problems


def told_places(folder: Path, reason: str) -> set[Place]:
    """The places of problems that give this reason."""
    return {(one.file, one.row, one.column) for one in problems(folder) if reason in one.reason}


def test_pack_has_the_counts_of_its_readme() -> None:
    counts = promised()
    assert counts.pop("search_judgements") == 39
    assert read_pack(DATA).counts() == counts


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (("microcredentials", 5, "cost_usd", "twenty"), "is not a number"),
        (("microcredentials", 5, "cost_usd", "-1"), "not a number"),
        (("microcredentials", 5, "issuer", "nobody"), "is no slug in issuers.csv"),
        (("microcredentials", 5, "slug", "analyzing-phoneme-segmentation"), "is in row 2 already"),
        (("microcredentials", 5, "slug", "Not A Slug"), "is no slug"),
        (("microcredentials", 5, "slug", ""), "is empty"),
        (("microcredentials", 5, "title", ""), "is empty"),
        (("microcredentials", 5, "title", "x" * 300), "is longer than 255 characters"),
        (("microcredentials", 5, "title", " spaced"), "begins or ends with a space"),
        (("microcredentials", 5, "summary", "a\x00b"), "holds a NUL character"),
        (("microcredentials", 5, "summary", "a\x07b"), "holds the control character 7"),
        (("microcredentials", 5, "url", "not an address"), "is not an address"),
        (("microcredentials", 5, "url_kind", ""), "give both url and url_kind"),
        (("microcredentials", 5, "url_kind", "front page"), "is not one of"),
        (("microcredentials", 5, "cost_applies_to", "NEA members"), "speaks of a price"),
        (("microcredentials", 5, "grades", "1;13"), "which is no grade"),
        (("microcredentials", 5, "priority", "tea"), "is no slug in priorities.csv"),
        (("stacks", 2, "member_count", "1000"), "more than 999"),
        (("stacks", 2, "kind", "heap"), "is not one of"),
        (("stack_rules", 2, "minimum", "9"), "cannot ask for 9 of 4"),
        (("stack_rules", 2, "minimum", "0"), "cannot ask for 0 of 4"),
        (("stack_rules", 5, "members", "asking-questions"), "is no member of"),
        (("stack_links", 2, "from_stack", "openliteracy-teaching-literacy-elementary"), "makes a loop"),
        (("priorities", 6, "parent", "cs-standards"), "makes a loop"),
        (("jurisdictions", 2, "parent", "alabama"), "makes a loop"),
        (("jurisdictions", 3, "code", "US"), "is in row 2 already"),
        (("competencies", 2, "parent", "I.a"), "makes a loop"),
        (("competencies", 3, "parent", "IX"), "is no code of the same framework"),
        (("pathways", 2, "roles", "literacy-coach;literacy-coach"), "names an item twice"),
        (("recognition", 2, "amount_max", "1"), "is less than the least"),
        (("recognition", 2, "as_of_year", "1816"), "is not a year that as_of names"),
        (("recognition", 2, "jurisdictions", ""), "the row holds nowhere"),
        (("roles", 2, "is_goal", "perhaps"), "is neither yes nor no"),
        (("roles", 2, "jurisdiction", "ZZ"), "is no code in jurisdictions.csv"),
        (("districts", 3, "lea_code", "010"), "is in row 2 already"),
        (("issuers", 2, "region", "US-ZZ"), "is no code in jurisdictions.csv"),
        (("quality_standards", 3, "code", "MPOS-shape-1"), "is in row 2 already"),
        (("quality_standards", 3, "standard", "…"), "no letter or digit"),
        (("competencies", 4, "code", "I-a"), "the same address as row 3"),
        (
            ("competencies", 4, "framework", "NC: Professional Teaching Standards"),
            "the same address as row 2",
        ),
    ],
)
def test_wrong_cell_is_told_with_its_place(folder: Path, spoil: Spoil, wrong: Wrong, reason: str) -> None:
    spoil(*wrong)
    file, line, column, _ = wrong
    assert (f"{file}.csv", line, column) in told_places(folder, reason)


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        (("microcredentials", 5, "hours_min", "3"), ("microcredentials.csv", 5, "hours_max"), "stands alone"),
        (("microcredentials", 5, "stacks", ""), ("stacks.csv", 2, "members"), "among its stacks"),
        (("stacks", 2, "members", ""), ("microcredentials.csv", 2, "stacks"), "among its members"),
        (
            ("stack_rules", 7, "members", "coherence-and-alignment-of-the-lssm"),
            FEWER,
            "cannot ask for 2 of 1",
        ),
        (("stack_rules", 5, "members", "equity-and-cultural-responsiveness"), LOUISIANA, "is in no rule"),
        (("pathway_stages", 2, "minimum", "8"), ("pathway_stages.csv", 2, "stacks"), "the minimum of 8"),
        (("pathway_stages", 2, "stage", "9"), ("stack_links.csv", 2, "from_stack"), "after stage 2"),
    ],
)
def test_wrong_cell_is_told_where_it_shows(
    folder: Path, spoil: Spoil, wrong: Wrong, place: Place, reason: str
) -> None:
    spoil(*wrong)
    assert place in told_places(folder, reason)


def test_file_in_another_encoding_is_refused(folder: Path) -> None:
    path = folder / "glossary.csv"
    path.write_bytes(path.read_bytes().replace(b"Badge,", "Bádge,".encode("latin-1"), 1))
    assert problems(folder) == [Problem("glossary.csv", 3, "term", "is not UTF-8")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_file_with_a_byte_order_mark_is_refused(folder: Path, encoding: str) -> None:
    path = folder / "glossary.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert problems(folder) == [Problem("glossary.csv", 1, "", "is not UTF-8 without a byte order mark")]


def header(folder: Path, old: str, new: str) -> list[Problem]:
    """What is told when the header of the issuers is changed."""
    path = folder / "issuers.csv"
    path.write_text(path.read_text().replace(old, new, 1))
    return problems(folder)


def test_missing_column_is_refused(folder: Path) -> None:
    assert Problem("issuers.csv", 1, "website", "column is missing") in header(folder, ",website,", ",web,")


def test_extra_column_is_refused(folder: Path) -> None:
    told = header(folder, ",website,", ",website,mood,")
    assert [(one.file, one.row, one.column) for one in told] == [("issuers.csv", 1, "“mood”")]


def test_columns_in_another_order_are_refused(folder: Path) -> None:
    told = header(folder, "slug,name,", "name,slug,")
    assert "another order" in told[0].reason


def test_short_and_long_rows_are_refused(folder: Path) -> None:
    path = folder / "issuers.csv"
    lines = path.read_text().splitlines(keepends=True)
    lines[2], lines[4] = "nea,NEA\n", lines[4].rstrip("\n") + ",more\n"
    path.write_text("".join(lines))
    told = problems(folder)
    assert [(one.row, one.reason.split(",")[0]) for one in told] == [(3, "has 2 cells"), (5, "has 8 cells")]


def test_empty_and_missing_files_are_refused(folder: Path) -> None:
    (folder / "issuers.csv").write_text("")
    (folder / "stacks.csv").unlink()
    told = problems(folder)
    assert Problem("issuers.csv", 1, "slug", "column is missing") in told
    assert Problem("stacks.csv", 0, "", "cannot be read: No such file or directory") in told


def test_broken_quotes_are_refused(folder: Path) -> None:
    path = folder / "glossary.csv"
    path.write_text(path.read_text() + 'open,"never closed\n')
    assert [(one.row, one.reason[:9]) for one in problems(folder)] == [(52, "is no CSV")]


def test_all_problems_of_all_files_are_told_at_once(folder: Path, spoil: Spoil) -> None:
    spoil("issuers", 4, "kind", "circus")
    spoil("issuers", 9, "kind", "circus")
    spoil("roles", 3, "is_goal", "")
    assert [(one.file, one.row) for one in problems(folder)] == [
        ("issuers.csv", 4), ("issuers.csv", 9), ("roles.csv", 3),
    ]  # fmt: skip


def test_problem_reads_as_one_line() -> None:
    assert str(Problem("roles.csv", 3, "pay", "is odd")) == "roles.csv, row 3, column pay: is odd"
    assert str(Problem("roles.csv", 0, "", "is missing")) == "roles.csv: is missing"


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data pack that random tests spoil and mend again."""
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("random") / "data"))


def cut(name: str, row: int, column: int) -> tuple[str, str]:
    """A file's text before and after one cell, all cells quoted."""
    lines = list(csv.reader((DATA / name).read_text().splitlines()))
    cells = lines[row % len(lines)]
    cells[column % len(cells)] = "@@@"
    text = "\n".join(",".join(f'"{cell}"' if cell != "@@@" else cell for cell in line) for line in lines)
    before, after = text.split("@@@")
    return before, after


@settings(max_examples=60)
@given(st.sampled_from(sorted(FILES)), st.integers(0), st.integers(0), st.text() | st.binary(max_size=50))
def test_random_cell_never_ends_in_a_traceback(
    workbench: Path, file: str, row: int, column: int, value: str | bytes
) -> None:
    before, after = cut(f"{file}.csv", row, column)
    raw = value if isinstance(value, bytes) else value.encode()
    (workbench / f"{file}.csv").write_bytes(before.encode() + raw + after.encode())
    try:
        with contextlib.suppress(PackRefused):
            read_pack(workbench)
    finally:
        shutil.copy(DATA / f"{file}.csv", workbench)
