"""What each public address shows, made in any number: 1 row and 30 rows must cost the same queries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.rich_text import RichText

from catalog.models import (
    CatalogSettings,
    CompetencyIndexPage,
    DistrictIndexPage,
    IssuerIndexPage,
    MicroCredentialIndexPage,
    RecognitionIndexPage,
    StackIndexPage,
)
from home.models import GlossaryIndexPage, GuideIndexPage, IndexPage
from pathways.models import PathwayIndexPage, PriorityIndexPage, RoleIndexPage
from tests import factories as make
from tests.factories import (
    addresses,
    alignment,
    builds_on,
    criterion,
    evidence,
    group,
    home_page,
    room,
    stage,
)
from tests.search.deciding import decide, shown_board


def at(page: Page) -> str:
    """The address of a page."""
    return str(page.url)


def record(index: type[IndexPage], made: Any) -> str:
    """The address of a record below its list."""
    return f"{at(room(index))}{made.slug}/"


def credentials(rows: int, issuer: Any = None, **facts: Any) -> list[Any]:
    """So many micro-credentials of one issuer."""
    by = issuer or make.IssuerFactory()
    return [make.MicroCredentialFactory(issuer=by, **facts) for _ in range(rows)]


def stacks(rows: int) -> list[Any]:
    """So many stacks of one issuer, each of one micro-credential."""
    return [make.StackFactory(issuer=one.issuer, members=(one,)) for one in credentials(rows)]


def pathways(rows: int, **facts: Any) -> list[Any]:
    """So many pathways, each of one stage."""
    return [make.PathwayFactory(stages=[stage(one)], **facts) for one in stacks(rows)]


def competencies(rows: int, **facts: Any) -> list[Any]:
    """So many competencies, each of a framework of its own unless one is given."""
    return [make.CompetencyFactory(**facts) for _ in range(rows)]


def home(rows: int) -> str:
    """Priorities, each with a pathway."""
    pathways(rows)
    return at(home_page())


def found(rows: int) -> str:
    """A search that finds rows of many kinds, most of them by a text that names another record."""
    board = shown_board()
    for one in pathways(rows, roles=[make.RoleFactory()]):
        proved = make.CompetencyFactory(title="Plan a stack")
        page = make.MicroCredentialFactory(
            alignments=[alignment(proved)], priority_links=[addresses(one.priority)], summary="In no stack."
        )
        decide(board, page)
        make.GlossaryTermFactory(definition="What a stack is.")
        make.RecognitionFactory(conditions="For a whole stack")
    return f"{reverse('explore')}?q=stack"


def found_as_json(rows: int) -> str:
    """The same search, asked by a program."""
    return found(rows).replace(reverse("explore"), reverse("api-v1:search"))


def prose(rows: int) -> str:
    """A page to read, with so many others in the footer."""
    return at([make.ProsePageFactory(in_footer=True) for _ in range(rows)][-1])


def guides(rows: int) -> list[Any]:
    """So many guides that use the words of a glossary."""
    made = [make.GlossaryTermFactory(also_known_as="MC; badge") for _ in range(rows)]
    words = f"<p>{' '.join(term.term for term in made)}</p>"
    return [make.GuidePageFactory(body=[("paragraph", RichText(words))]) for _ in range(rows)]


def guide_list(rows: int) -> str:
    """All guides."""
    guides(rows)
    return at(room(GuideIndexPage))


def guide(rows: int) -> str:
    """A guide among others."""
    return at(guides(rows)[-1])


def glossary(rows: int) -> str:
    """The glossary."""
    for _ in range(rows):
        make.GlossaryTermFactory(also_known_as="MC; badge")
    return at(room(GlossaryIndexPage))


def term(rows: int) -> str:
    """A term among others."""
    made = [make.GlossaryTermFactory(also_known_as="MC; badge") for _ in range(rows)]
    return record(GlossaryIndexPage, made[-1])


def credential_list(rows: int) -> str:
    """All micro-credentials."""
    credentials(rows)
    return at(room(MicroCredentialIndexPage))


def decided(rows: int, **about: Any) -> None:
    """So many boards that decided about a record and corrected it; the first is the site's own."""
    boards = [make.JurisdictionFactory() for _ in range(rows)]
    CatalogSettings.objects.update_or_create(site=Site.objects.get(), defaults={"jurisdiction": boards[0]})
    for board in boards:
        wrong = make.DecisionFactory(**about, jurisdiction=board)
        make.DecisionFactory(**about, jurisdiction=board, supersedes=wrong)


def credential(rows: int) -> str:
    """A full record."""
    return at(full_credential(rows))


def full_credential(rows: int) -> Any:
    """A record that is in many stacks and on many pathways, decided about, reviewed and recognized."""
    many = range(rows)
    page = make.MicroCredentialFactory(
        alignments=[alignment(one) for one in competencies(rows)],
        evidence_parts=[evidence(f"Part {number}") for number in many],
        rubric=[criterion(f"Criterion {number}") for number in many],
        priority_links=[addresses(make.PriorityFactory()) for _ in many],
        hours_min=5,
        hours_max=10,
        cost_usd=40,
        cost_per="micro-credential",
    )
    decided(rows, credential=page)
    for number in many:
        make.QualityReviewFactory(credential=page, results={f"C{code}": "met" for code in range(number + 1)})
        make.RecognitionFactory(credential=page)
    for one in credentials(rows, replaces=page):
        holding = make.StackFactory(issuer=one.issuer, members=(page, one))
        make.PathwayFactory(stages=[stage(holding)], priority=None)
        make.EquivalenceFactory(credential=one, counts_for=page)
    return page


def compared(rows: int) -> str:
    """Up to three records side by side, the first one full, with a look-up that finds many more."""
    pages = [full_credential(rows), *credentials(min(rows, 3) - 1)]
    chosen = "&".join(f"c={page.slug}" for page in [*pages, *pages])
    return f"{reverse('compare')}?{chosen}&c=no-such-one&q=micro"


def stack_list(rows: int) -> str:
    """All stacks, some within others."""
    for one in stacks(rows):
        make.StackFactory(issuer=one.issuer, members=(one,))
    return at(room(StackIndexPage))


def stack(rows: int) -> str:
    """A stack of micro-credentials and of stacks, linked to others, on pathways and in stacks."""
    page = make.StackFactory(
        groups=[group(*credentials(rows)), group(*stacks(rows), minimum=1)],
        stack_links=[builds_on(one, "It comes first.") for one in stacks(rows)],
    )
    decided(rows, credential=None, stack=page)
    for member in page.groups.first().members.all():
        make.DecisionFactory(credential=member.credential, jurisdiction=page.decisions.first().jurisdiction)
    for _ in range(rows):
        make.StackFactory(issuer=page.issuer, members=(page,), stack_links=[builds_on(page)])
        make.PathwayFactory(stages=[stage(page)], priority=None)
    return at(page)


def issuer_list(rows: int) -> str:
    """All issuers, each of a region of its own."""
    for _ in range(rows):
        one = make.IssuerFactory(region=make.JurisdictionFactory())
        make.StackFactory(issuer=one, members=credentials(1, one))
    return at(room(IssuerIndexPage))


def issuer(rows: int) -> str:
    """An issuer of stacks and of micro-credentials, in stacks and alone."""
    page = make.IssuerFactory(region=make.JurisdictionFactory())
    for one in credentials(rows, page):
        make.StackFactory(issuer=page, members=(one,))
        make.MicroCredentialFactory(issuer=page, topic=make.TopicFactory())
    return at(page)


def competency_list(rows: int) -> str:
    """Frameworks, one of them large and two levels deep."""
    competencies(rows)
    top = make.CompetencyFactory()
    for one in competencies(rows, framework=top.framework, parent=top):
        make.CompetencyFactory(framework=top.framework, parent=one)
    return at(room(CompetencyIndexPage))


def competency(rows: int) -> str:
    """A competency with those below it and what proves it."""
    top = make.CompetencyFactory()
    one = make.CompetencyFactory(framework=top.framework, parent=top)
    competencies(rows, framework=top.framework, parent=one)
    by = make.IssuerFactory()
    for _ in range(rows):
        make.MicroCredentialFactory(issuer=by, alignments=[alignment(one)])
    return record(CompetencyIndexPage, one)


def recognition_list(rows: int) -> str:
    """Rows of many places."""
    for _ in range(rows):
        make.RecognitionFactory()
    return at(room(RecognitionIndexPage))


def recognition(rows: int) -> str:
    """A row that holds in many places and was corrected many times."""
    places = [make.JurisdictionFactory() for _ in range(rows)]
    row = make.RecognitionFactory(jurisdictions=places)
    for _ in range(rows):
        facts = {"slug": row.slug, "supersedes": row, "correction_reason": "A slip."}
        row = make.RecognitionFactory(jurisdictions=places, **facts)
    row.districts.set([make.DistrictFactory(state=places[0]) for _ in range(rows)])
    return record(RecognitionIndexPage, row)


def district_list(rows: int) -> str:
    """Districts, each of a state of its own."""
    for _ in range(rows):
        make.DistrictFactory()
    return at(room(DistrictIndexPage))


def district(rows: int) -> str:
    """A district with rules of its own and of its state."""
    one = make.DistrictFactory()
    here = make.JurisdictionFactory(slug=one.slug, kind="district", parent=one.state)
    for _ in range(rows):
        make.RecognitionFactory(jurisdictions=[here])
        make.RecognitionFactory(jurisdictions=[one.state])
    return record(DistrictIndexPage, one)


def pathway_list(rows: int) -> str:
    """All pathways."""
    pathways(rows)
    return at(room(PathwayIndexPage))


def pathway(rows: int) -> str:
    """A long pathway with wide stages, to many roles."""
    chosen = stacks(rows)
    wide = stage(*chosen, title="Wide", minimum=1)
    for one in chosen:
        decided(1, credential=None, stack=one)
    long = [stage(one, title=f"Stage {number}") for number, one in enumerate(stacks(rows))]
    return at(make.PathwayFactory(stages=[wide, *long], roles=[make.RoleFactory() for _ in range(rows)]))


def pathway_table(rows: int) -> str:
    """The same as one table."""
    return f"{pathway(rows)}table/"


def pathway_file(rows: int) -> str:
    """The same as a file."""
    return f"{pathway(rows)}table.csv"


def priority_list(rows: int) -> str:
    """Priorities below one another, each with a pathway."""
    for one in pathways(rows):
        make.PriorityFactory(parent_priority=one.priority)
    return at(room(PriorityIndexPage))


def priority(rows: int) -> str:
    """A priority with others below it, with pathways, stacks and micro-credentials that address it."""
    page = make.PriorityFactory()
    for _ in range(rows):
        make.PriorityFactory(parent_priority=page)
    pathways(rows, priority=page)
    by = make.IssuerFactory()
    for _ in range(rows):
        one = make.MicroCredentialFactory(issuer=by, priority_links=[addresses(page)])
        make.StackFactory(issuer=by, members=(one,))
    return at(page)


def role_list(rows: int) -> str:
    """All roles, each with a pathway."""
    for one in stacks(rows):
        make.PathwayFactory(stages=[stage(one)], priority=None, roles=[make.RoleFactory()])
    return at(room(RoleIndexPage))


def role(rows: int) -> str:
    """A role that many pathways prepare for."""
    page = make.RoleFactory(requirements="One\nTwo")
    pathways(rows, roles=[page])
    return at(page)


def behind_a_password(rows: int) -> str:
    """Where the password of a page is asked for."""
    page = credentials(rows)[-1]
    lock = page.view_restrictions.create(restriction_type=PageViewRestriction.PASSWORD, password="open")
    return reverse("wagtailcore_authenticate_with_password", args=[lock.pk, page.pk])


def nowhere(rows: int) -> str:
    """An address without a page, on a site that holds something."""
    credentials(rows)
    return "/no-such-page/"


def fixed(address: str) -> Any:
    """An address that is always the same, on a site that holds something."""

    def fill(rows: int) -> str:
        credentials(rows)
        return address

    return fill


def graph(rows: int) -> str:
    """The graph as JSON, of so many pathways, and of everything around one of them."""
    pathways(rows)
    return "/api/v1/graph"


def embedded(fill: Callable[[int], str]) -> Callable[[int], str]:
    """The same in a frame of another site."""
    return lambda rows: f"/embed{fill(rows)}"


def plan(rows: int, address: str = "/plan/") -> str:
    """A plan over a pathway of so many stages, with a limit and days, on a site with a board."""
    board = make.JurisdictionFactory()
    CatalogSettings.objects.update_or_create(site=Site.objects.get(), defaults={"jurisdiction": board})
    found = [one.groups.get().members.get() for one in stacks(rows + 1)]
    for one in found:
        decide(board, one.credential)
    held = [make.EquivalenceFactory(counts_for=one.credential).credential.slug for one in found[1:]]
    way = make.PathwayFactory(stages=[stage(one.group.page) for one in found])
    query = f"?goal=pathway:{way.slug}&held={'&held='.join(held)}&approved_by={board.slug}&week=3"
    return f"{address}{query}&made=2025-01-02&find=micro"


def plan_calendar(rows: int) -> str:
    """The plan's calendar."""
    return plan(rows, "/plan/calendar.ics")


def plan_table(rows: int) -> str:
    """The plan's file."""
    return plan(rows, "/plan/steps.csv")


def plan_as_json(rows: int) -> str:
    """The plan as JSON."""
    return plan(rows, "/api/v1/plan")


def decisions(address: str, fill: Callable[[int], str]) -> Callable[[int], str]:
    """The decisions about a record as JSON."""
    return lambda rows: f"/api/v1{fill(rows)}{address}"
