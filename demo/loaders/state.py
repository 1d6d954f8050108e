"""What all parts of a load share."""

from datetime import date
from typing import Any

from catalog.models import (
    Competency,
    CompetencyFramework,
    District,
    IssuerIndexPage,
    IssuerPage,
    Jurisdiction,
    MicroCredentialIndexPage,
    MicroCredentialPage,
    StackIndexPage,
    StackPage,
    Topic,
)
from demo.loaders.rooms import room
from demo.loaders.shelves import Pages, Records
from demo.loaders.tally import Tally
from demo.pack import Pack
from demo.sources import public_source
from pathways.models import PriorityIndexPage, PriorityPage, RoleIndexPage, RolePage


class Load:
    """One run: the pack, the day of the first load, the count of what was done, and what others point to."""

    def __init__(self, pack: Pack, first_day: date, tally: Tally) -> None:
        self.pack, self.first_day, self.tally = pack, first_day, tally
        self.jurisdictions = Records(Jurisdiction, "slug", tally)
        self.districts = Records(District, "slug", tally)
        self.topics = Records(Topic, "slug", tally)
        self.frameworks = Records(CompetencyFramework, "slug", tally)
        self.competencies = Records(Competency, "slug", tally)
        self.issuers = Pages(IssuerPage, room(IssuerIndexPage), tally)
        self.priorities = Pages(PriorityPage, room(PriorityIndexPage), tally)
        self.roles = Pages(RolePage, room(RoleIndexPage), tally)
        self.credentials = Pages(
            MicroCredentialPage,
            room(MicroCredentialIndexPage),
            tally,
            ("alignments", "evidence_parts", "priority_links", "rubric"),
        )
        self.stacks = Pages(StackPage, room(StackIndexPage), tally, ("groups__members", "stack_links"))

    @property
    def places_by_code(self) -> dict[str, Jurisdiction]:
        """Nations and states by their ISO 3166 codes."""
        return {place.code: place for place in self.jurisdictions.known.values() if place.code}


def sourced(reference: str, address: str = "", *, dated: bool = False) -> dict[str, Any]:
    """The columns that tell where a row comes from: for visitors, and for maintainers."""
    source = public_source(reference, address)
    columns: dict[str, Any] = {"source": source.text, "source_ref": reference}
    return {**columns, "source_date": source.day} if dated else columns
