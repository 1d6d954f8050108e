"""Tests that another database could answer otherwise are told from those that it could not."""

import pytest

from config.env import ROOT
from tests.databases import ALIKE, may_differ


@pytest.mark.parametrize("name", ALIKE)
def test_what_is_left_out_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert (ROOT / path).exists()
    assert not test or f"def {test}(" in (ROOT / path).read_text()


@pytest.mark.parametrize(
    "name",
    ["catalog/test_constraints.py", "catalog/test_queries.py", "public/test_addresses.py", "search/x.py"],
)
def test_queries_and_constraints_are_asked_of_every_database(name: str) -> None:
    assert may_differ(f"tests/{name}::test_a")


def test_words_and_forms_are_asked_of_one_database() -> None:
    assert not may_differ("tests/home/test_forms.py::test_a")
