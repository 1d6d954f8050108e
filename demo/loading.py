"""Loads the data pack in one transaction: all of it or nothing."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from demo.loaders import catalog, home, pathways, places, standards
from demo.loaders.state import Load
from demo.loaders.tally import Tally
from demo.models import DemoLoad
from demo.reading import read_pack

STEPS: tuple[Callable[[Load], None], ...] = (
    places.load_jurisdictions,
    places.load_districts,
    places.load_recognition,
    standards.load_topics,
    standards.load_competencies,
    standards.load_quality_standards,
    home.load_glossary,
    catalog.load_issuers,
    pathways.load_priorities,
    pathways.load_roles,
    catalog.load_credentials,
    catalog.load_stacks,
    pathways.load_pathways,
)


def load_folder(folder: Path, tell: Callable[[str], None]) -> Tally:
    """Read, check and load; raises `PackRefused` with all that is wrong, and then nothing is loaded."""
    pack = read_pack(folder)
    tally = Tally(tell)
    with transaction.atomic():
        load = Load(pack, DemoLoad.first_day(), tally)
        for step in STEPS:
            step(load)
    return tally
