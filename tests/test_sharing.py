"""Tests that share a costly sight are run by one process."""

import pytest

from tests.sharing import EACH_PAGE, WHOLE_SITE, shared_by, turn


def test_tests_of_the_crawl_stay_together() -> None:
    assert shared_by(f"{WHOLE_SITE}::test_a") == shared_by(f"{WHOLE_SITE}::test_b")


def test_tests_of_one_page_stay_together_and_pages_apart() -> None:
    assert shared_by(f"{EACH_PAGE}::test_a[home]") == shared_by(f"{EACH_PAGE}::test_b[home]")
    assert shared_by(f"{EACH_PAGE}::test_a[home]") != shared_by(f"{EACH_PAGE}::test_a[stack]")


def test_other_tests_go_anywhere() -> None:
    assert shared_by("tests/a.py::test_a[home]") == "tests/a.py::test_a[home]"


def test_what_needs_no_database_runs_while_the_demonstration_is_loaded() -> None:
    crawl, page, row = f"{WHOLE_SITE}::test_a", f"{EACH_PAGE}::test_a[home]", "tests/a.py::test_a"
    assert turn(crawl, True) < turn(row, False) < turn(page, True) < turn(row, True)


def test_no_other_module_shares_the_crawl_or_a_page(request: pytest.FixtureRequest) -> None:
    users = {
        item.nodeid.partition("::")[0]
        for item in request.session.items
        if {"crawl", "seen"} & {*getattr(item, "fixturenames", ())}
    }
    assert users <= {WHOLE_SITE, EACH_PAGE}
