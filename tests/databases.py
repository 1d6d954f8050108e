"""Which tests another database could answer otherwise."""

ALIKE = (
    "tests/catalog/templatetags/",
    "tests/catalog/test_demonstration.py",
    "tests/catalog/test_facts.py",
    "tests/home/models/test_guides.py",
    "tests/home/test_forms.py",
    "tests/home/test_shell.py",
    "tests/home/test_uploads.py",
    "tests/home/test_views.py",
    "tests/home/test_wagtail_hooks.py",
    "tests/pathways/comparing/test_comparison.py",
    "tests/pathways/comparing/test_rows.py",
    "tests/pathways/templatetags/",
    "tests/pathways/views/",
    "tests/public/test_crawl.py::test_every_page_is_valid_html",
    "tests/public/test_previews.py",
)
"""About words, markup and forms: what they ask a database for, the crawl and the tests of queries, addresses,
constraints and loading ask it for too."""


def may_differ(test: str) -> bool:
    """Whether a test that asks the database is worth running on another one too."""
    return not test.startswith(ALIKE)
