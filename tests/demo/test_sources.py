"""What a teacher reads about a source never shows a maintainer's words."""

import csv
from datetime import date

import pytest

from demo.pack import DATA, FILES
from demo.sources import Source, public_source


@pytest.mark.parametrize(
    ("reference", "address", "told"),
    [
        ("nea.org", "", Source("nea.org")),
        ("ell.stanford.edu 2018-05-07", "", Source("ell.stanford.edu, 2018", date(2018, 5, 7))),
        ("fi.ncsu.edu; digitalpromise.org 2016-12-08", "", Source("fi.ncsu.edu; digitalpromise.org, 2016")),
        ("carolinacred.org stack page: math", "", Source("carolinacred.org")),
        (
            "seed document 004",
            "",
            Source(
                "A background paper on the quality standards that four states share (its title is not stated)"
            ),
        ),
        ("told by a colleague", "https://www.example.org/list", Source("example.org")),
        ("told by a colleague", "", Source("")),
        ("nea.org 2018-02-31", "", Source("nea.org, 2018")),
    ],
)
def test_reference_becomes_a_readable_source(reference: str, address: str, told: Source) -> None:
    assert public_source(reference, address) == told


def test_every_row_but_a_rule_or_place_has_a_readable_source() -> None:
    for file in sorted(set(FILES) - {"stack_rules", "jurisdictions", "stack_links", "pathway_stages"}):
        with (DATA / f"{file}.csv").open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                assert public_source(row["source_ref"], row.get("url", "")).text, row


def test_no_working_note_is_shown() -> None:
    for path in DATA.glob("*.csv"):
        with path.open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                told = public_source(row.get("source_ref", "")).text
                assert "seed" not in told
                assert ".csv" not in told
