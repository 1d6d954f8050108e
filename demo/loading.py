"""Loads the data pack in one transaction: all of it or nothing."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction

from demo.examples import read_examples
from demo.guides import read_guides
from demo.loaders import catalog, home, pathways, places, standards
from demo.loaders.decisions import MINUTES, load_decisions
from demo.loaders.equivalences import load_equivalences
from demo.loaders.examples import load_examples
from demo.loaders.guides import load_guides
from demo.loaders.reviews import load_reviews
from demo.loaders.state import Load
from demo.loaders.tally import Tally
from demo.models import DemoLoad
from demo.reading import read_pack
from search.indexing import put_off

STEPS: dict[str, Callable[[Load], None]] = {
    "jurisdictions": places.load_jurisdictions,
    "districts": places.load_districts,
    "recognition": places.load_recognition,
    "topics": standards.load_topics,
    "competencies": standards.load_competencies,
    "quality standards": standards.load_quality_standards,
    "glossary": home.load_glossary,
    "contact": home.load_contact,
    "issuers": catalog.load_issuers,
    "priorities": pathways.load_priorities,
    "roles": pathways.load_roles,
    "micro-credentials": catalog.load_credentials,
    "stacks": catalog.load_stacks,
    "pathways": pathways.load_pathways,
}
"""What is loaded, in an order in which nothing points to what is not there yet."""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the log free of a line for every page saved and every task done."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)


def load_folder(folder: Path, tell: Callable[[str], None]) -> Tally:
    """Read, check and load; raises `PackRefused` with all that is wrong, and then nothing is loaded."""
    pack = read_pack(folder)
    examples = read_examples(folder, pack)
    guides = read_guides(folder, pack, examples)
    tell(f"The data pack is sound: {sum(pack.counts().values())} rows in {len(pack.counts())} files.")
    tally = Tally()
    with quiet(), transaction.atomic(), put_off():
        load = Load(pack, DemoLoad.first_day(), tally)
        for words, step in STEPS.items():
            tell(f"  {words} …")
            step(load)
        if examples is not None:
            tell("  examples …")
            load_examples(load, examples, folder)
        if (folder / MINUTES).is_file():
            tell("  decisions …")
            load_decisions(load, examples, folder)
            tell("  quality reviews …")
            load_reviews(load, examples)
            tell("  equivalences …")
            load_equivalences(load, examples)
        if guides:
            tell("  guides …")
            load_guides(load, guides)
    return tally
