"""The API held to its own contract by Schemathesis, in this process and without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import schemathesis
from django.db import connections
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from schemathesis.schemas import BaseSchema

from config.wsgi import application
from tests.shared_database import kept_open

PHASES = {"examples", "coverage", "fuzzing", "stateful"}
Start = Callable[..., Any]


@contextmanager
def shared_application() -> Iterator[Callable[[dict[str, Any], Start], Iterable[bytes]]]:
    """The site as its server calls it.

    Schemathesis calls it from threads of its own, which share the test's connection and with it what the test
    has made; it asks for compressed answers and does not unpack them.
    """
    connection = connections["default"]
    connection.inc_thread_sharing()

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        connections["default"] = connection
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        body: Iterable[bytes] = application(environ, start)
        return body

    with kept_open():
        yield answer
    connection.dec_thread_sharing()


def contract(application: Any, examples: int, seed: int | None = None) -> BaseSchema:
    """The contract that the site gives out; with a seed the questions are the same each time."""
    generation = {"max-examples": examples, "deterministic": seed is not None, "database": "none"}
    stateful = {"generation": {"max-examples": 2 * examples}}  # most scenarios end at their first step
    settings = {
        "generation": generation,
        "phases": {"stateful": stateful},
        **({"seed": seed} if seed is not None else {}),
    }
    config = SchemathesisConfig.from_dict(settings)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=config)


def breaches(schema: BaseSchema) -> tuple[list[str], set[str]]:
    """What does not keep to the contract, with the request that shows it, and the phases gone through."""
    found: list[str] = []
    gone: set[str] = set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            found += told(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            found.append(str(event))
        elif isinstance(event, events.PhaseFinished) and event.status is not Status.SKIP:
            gone.add(event.phase.name.value)
    return found, gone & PHASES


def told(scenario: events.ScenarioFinished) -> Iterator[str]:
    """Every check of one scenario that failed."""
    for case, checks in scenario.recorder.checks.items():
        for check in checks:
            if check.failure_info:
                failure = check.failure_info.failure
                request = scenario.recorder.cases[case].value.as_curl_command()
                yield f"{check.name}: {failure.title}. {failure.message}\n{request}"
