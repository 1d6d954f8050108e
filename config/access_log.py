"""Keeps out of the server's access log what the address of a plan or a comparison tells of its visitor."""

import logging
import re
from collections.abc import Mapping
from typing import Any

LOGGER = "granian.access"
PRIVATE = re.compile(r"/(?:api/v1/)?(?:plan|compare)\b")
ASKED = re.compile(rf"({PRIVATE.pattern}[^\s?\"]*)\?[^\s\"]*")
"""A private address inside another text, such as the page that a visitor came from."""


class WithoutQuestions(logging.Filter):
    """Takes the query string from the lines of private addresses, in whatever format they are written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every line is written; some say less."""
        if isinstance(record.args, Mapping):
            record.args = without_questions(record.args)
        return True


def without_questions(said: Mapping[str, Any]) -> dict[str, Any]:
    """What the server says of a request, without what a visitor asked of a private address."""
    kept = {
        name: ASKED.sub(r"\1", value) if isinstance(value, str) else value for name, value in said.items()
    }
    if PRIVATE.match(str(kept.get("path", ""))):
        kept["query_string"] = ""
    return kept


def keep_private() -> None:
    """Let no handler of the access log see the questions."""
    logging.getLogger(LOGGER).addFilter(WithoutQuestions())
