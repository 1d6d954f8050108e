"""Every public address of the site, one row a kind: what it stands for, how to fill it, what it may cost.

`test_addresses` walks the URLs, the page models and their routes, and fails when one has no row here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.public import filling, filling_data

HTML, JSON, CSS, CSV, SCRIPT = "text/html", "application/json", "text/css", "text/csv", "text/javascript"
XML, TEXT, ICON = "application/xml", "text/plain", "image/x-icon"


@dataclass(frozen=True)
class PublicAddress:
    """A kind of public address."""

    name: str
    covers: str
    """A URL's name, a page model as `app.Model`, a route as `app.Model:route`, or an error's handler."""
    fill: Callable[[int], str]
    """Makes so many rows of what it lists, and gives its address."""
    budget: int
    """The most queries an answer may take, caches being warm."""
    examples: Mapping[str, str] = field(default_factory=dict)
    """Addresses in the demonstration's catalog, by the name of their picture."""
    status: int = 200
    media_type: str = HTML
    form: bool = False
    """Whether it holds a form, whose answer must be guarded by a cookie."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Example:
    """A page of the demonstration's catalog."""

    name: str
    address: str
    status: int

    def __str__(self) -> str:
        return self.name


def listed(name: str, covers: str, fill: Callable[[int], str], budget: int) -> PublicAddress:
    """A kind whose one example stands at the address of its name."""
    return PublicAddress(name, covers, fill, budget, {name: f"/{name}/"})


def shown(covers: str, fill: Callable[[int], str], budget: int, **examples: str) -> PublicAddress:
    """A kind with examples, named by the first of them."""
    named = {name.replace("_", "-"): address for name, address in examples.items()}
    return PublicAddress(next(iter(named)), covers, fill, budget, named)


PLAN = (
    "/plan/?goal=role:adult-leadership-teacher&held=classroom-culture&held=anti-bias-instruction&minimize=hours"
    "&week=3&start=2026-09-01"
)

ADDRESSES = (
    shown("home.HomePage", filling.home, 19, home="/"),
    listed("priorities", "pathways.PriorityIndexPage", filling.priority_list, 14),
    shown("pathways.PriorityPage", filling.priority, 26, priority="/priorities/early-literacy/"),
    shown(
        "pathways.PathwayIndexPage",
        filling.pathway_list,
        15,
        pathways="/pathways/",
        pathways_outlines="/pathways/?as=outline&role=teacher-leader",
        pathways_tables="/pathways/?as=table&level=novice&priority=cs-standards",
        pathways_nothing="/pathways/?hours=up-to-5&cost=more&color=red&page=9",
    ),
    shown(
        "pathways.PathwayPage",
        filling.pathway,
        23,
        pathway="/pathways/early-literacy-foundations-to-leader/",
        pathway_advanced_roles="/pathways/teacher-leader-advanced-roles/",
        pathway_computer_science="/pathways/computer-science-for-every-teacher/",
    ),
    shown(
        "pathway_table",
        filling.pathway_table,
        22,
        pathway_table="/pathways/early-literacy-foundations-to-leader/table/",
    ),
    PublicAddress("pathway-file", "pathway_table_file", filling.pathway_file, 12, media_type=CSV),
    listed("roles", "pathways.RoleIndexPage", filling.role_list, 14),
    shown("pathways.RolePage", filling.role, 21, role="/roles/adult-leadership-teacher/"),
    listed("stacks", "catalog.StackIndexPage", filling.stack_list, 16),
    shown(
        "catalog.StackPage",
        filling.stack,
        46,
        stack="/stacks/louisiana-leadership-assessment-series/",
        stack_with_gaps="/stacks/nevada-science-of-reading/",
        stack_nested="/stacks/example-reading-noticed-and-answered/",
    ),
    listed("micro-credentials", "catalog.MicroCredentialIndexPage", filling.credential_list, 15),
    shown(
        "catalog.MicroCredentialPage",
        filling.credential,
        38,
        micro_credential="/micro-credentials/asking-questions/",
        micro_credential_full="/micro-credentials/example-listening-to-one-reader/",
    ),
    listed("issuers", "catalog.IssuerIndexPage", filling.issuer_list, 14),
    shown("catalog.IssuerPage", filling.issuer, 20, issuer="/issuers/digital-promise/"),
    listed("competencies", "catalog.CompetencyIndexPage", filling.competency_list, 15),
    shown(
        "catalog.CompetencyIndexPage:record",
        filling.competency,
        16,
        competency="/competencies/five-parts-of-reading-ph/",
    ),
    listed("recognition", "catalog.RecognitionIndexPage", filling.recognition_list, 15),
    shown(
        "catalog.RecognitionIndexPage:record",
        filling.recognition,
        17,
        recognition_row="/recognition/nc-cms-technology-leader/",
    ),
    listed("districts", "catalog.DistrictIndexPage", filling.district_list, 14),
    shown(
        "catalog.DistrictIndexPage:record",
        filling.district,
        16,
        district="/districts/charlotte-mecklenburg-schools/",
    ),
    listed("glossary", "home.GlossaryIndexPage", filling.glossary, 14),
    shown("home.GlossaryIndexPage:record", filling.term, 14, term="/glossary/micro-credential/"),
    shown("home.ProsePage", filling.prose, 13, privacy="/privacy/", accessibility="/accessibility/"),
    listed("guides", "home.GuideIndexPage", filling.guide_list, 14),
    shown("home.GuidePage", filling.guide, 15, guide="/guides/how-a-stack-works/"),
    listed("style-guide", "style_guide", filling.fixed("/style-guide/"), 6),
    # One of them asks whether something was public here that is published no more.
    PublicAddress("not-found", "handler404", filling.nowhere, 10, {"404": "/no-such-page/"}, status=404),
    PublicAddress("broken", "handler500", filling.nowhere, 9, {"500": "/broken/"}, status=500),
    PublicAddress(
        "sign-in",
        "wagtailcore_login",
        filling.fixed("/_util/login/"),
        6,
        {"sign-in": "/_util/login/"},
        form=True,
    ),
    PublicAddress(
        "password", "wagtailcore_authenticate_with_password", filling.behind_a_password, 12, form=True
    ),
    shown(
        "explore",
        filling.found,
        13,
        explore="/explore/",
        explore_found="/explore/?q=phoneme",
        explore_narrowed="/explore/?kind=stack&grade=2",
        explore_on_a_day="/explore/?kind=stack&on=2025-03-01",
        explore_nothing="/explore/?q=fonics&kind=stack",
        explore_left_out="/explore/?q=phoneme&kind=district&grade=2&grade=14&color=red&page=99",
    ),
    shown(
        "compare",
        filling.compared,
        23,
        compare="/compare/",
        compare_two="/compare/?c=analyzing-phoneme-segmentation&c=text-based-discussions",
        compare_four=(
            "/compare/?c=example-listening-to-one-reader&c=analyzing-phoneme-segmentation"
            "&c=emergent-literacy-micro-credential&c=example-listening-to-one-reader-2021"
        ),
        compare_differences=(
            "/compare/?c=analyzing-phoneme-segmentation"
            "&c=analyzing-informational-text-complexity-readability&only=differences&on=2025-03-01"
        ),
        compare_nothing="/compare/?q=literasy",
        compare_add="/compare/?c=analyzing-phoneme-segmentation&c=no-such-one&color=red&q=reading",
    ),
    PublicAddress("search", "search", filling.found_as_json, 13, media_type=JSON),
    PublicAddress(
        "credential-decisions",
        "micro_credential_decisions",
        filling.decisions("decisions", filling.credential),
        9,
        media_type=JSON,
    ),
    PublicAddress(
        "stack-decisions",
        "stack_decisions",
        filling.decisions("decisions", filling.stack),
        9,
        media_type=JSON,
    ),
    PublicAddress(
        "credential-equivalences",
        "micro_credential_equivalences",
        filling.decisions("equivalences", filling.credential),
        12,
        media_type=JSON,
    ),
    PublicAddress("graph", "graph", filling.graph, 2, media_type=JSON),
    shown(
        "plan",
        filling.plan,
        17,
        plan=PLAN,
        plan_asked="/plan/?find=read",
        plan_nothing="/plan/?find=literasy",
        plan_counted=(
            "/plan/?goal=stack:example-reading-noticed-and-answered&held=example-listening-to-one-reader-2021"
        ),
        plan_impossible="/plan/?goal=role:paraeducator&held=asking-questions&hours_max=-2",
    ),
    PublicAddress("plan-calendar", "plan_calendar", filling.plan_calendar, 14, media_type="text/calendar"),
    PublicAddress("plan-steps", "plan_table", filling.plan_table, 14, media_type=CSV),
    shown(
        "embed_priority",
        filling.embedded(filling.priority),
        8,
        embed_priority="/embed/priorities/early-literacy/",
    ),
    shown(
        "embed_pathway",
        filling.embedded(filling.pathway),
        12,
        embed_pathway="/embed/pathways/early-literacy-foundations-to-leader/",
    ),
    PublicAddress(
        "embed-nothing",
        "embed_priority",
        filling.fixed("/embed/priorities/nothing/"),
        9,
        {"embed-nothing": "/embed/priorities/nothing/"},
        status=404,
    ),
    PublicAddress("embed-script", "embed_script", filling.fixed("/embed/v1.js"), 0, media_type=SCRIPT),
    PublicAddress("plan-as-json", "plan_as_json", filling.plan_as_json, 7, media_type=JSON),
    PublicAddress("openapi", "openapi-json", filling.fixed("/api/v1/openapi.json"), 0, media_type=JSON),
    PublicAddress("api-root", "api-root", filling.fixed("/api/v1/"), 9, status=404, media_type=JSON),
    PublicAddress("moved", "moved_as_json", filling_data.renamed, 2, media_type=JSON),
    PublicAddress("sitemap", "sitemap", filling_data.everything, 12, media_type=XML),
    PublicAddress("sitemap-part", "sitemap_part", filling.fixed("/sitemap-1.xml"), 12, media_type=XML),
    PublicAddress("robots", "robots", filling.fixed("/robots.txt"), 0, media_type=TEXT),
    PublicAddress("favicon", "favicon", filling.fixed("/favicon.ico"), 0, media_type=ICON),
    PublicAddress("theme", "theme", filling.fixed("/theme.css"), 2, media_type=CSS),
    PublicAddress("health", "healthz", filling.fixed("/healthz/"), 15, media_type=JSON),
)

EXAMPLES = tuple(
    Example(name, address, row.status) for row in ADDRESSES for name, address in row.examples.items()
)
