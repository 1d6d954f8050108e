"""A to Z lists of the catalog's kinds."""

from typing import Any, ClassVar

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest

from catalog.in_force import counts_on, told_apart
from catalog.models.competencies import Competency, CompetencyFramework, around
from catalog.models.credentials import CompetencyAlignment, MicroCredentialPage
from catalog.models.issuers import IssuerPage
from catalog.models.places import District
from catalog.models.recognition import Recognition
from catalog.models.settings import day_shown, today_at
from catalog.models.stacks import StackMember, StackPage
from home.alphabet import titled
from home.days import read_day
from home.directory import Entry, anchor_of
from home.models import IndexPage, RecordIndexPage
from home.querysets import for_everybody

APART_TODAY = "Ended or not begun: nothing that counts today"
APART_THEN = "Ended, not begun or not dated: nothing that is known to count on this day"


class DatedListMixin:
    """A list that can be asked for a day, and keeps it from page to page."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the day that was asked for."""
        listed: Any = super()
        context: dict[str, Any] = listed.get_context(request, *args, **kwargs)
        asked = read_day(request.GET.get("on"))
        return context | {"asked": asked, "keep": f"on={asked.on.isoformat()}&" if asked.on else ""}


class MicroCredentialIndexPage(DatedListMixin, IndexPage):
    """The micro-credentials from A to Z."""

    per_page = 50
    template = "catalog/micro_credential_index_page.html"
    subpage_types: ClassVar[list[str]] = ["catalog.MicroCredentialPage"]

    def entries(self) -> list[Entry]:
        """Every public micro-credential; retired ones stay in their place, marked."""
        rows = MicroCredentialPage.objects.filter(for_everybody()).values_list(
            "pk", "title", "issuer__demonstration"
        )
        return [Entry(key, title, example=example) for key, title, example in rows]

    def cards(self, keys: list[int]) -> dict[int, MicroCredentialPage]:
        """The pages with their issuers."""
        pages: dict[int, MicroCredentialPage] = MicroCredentialPage.objects.select_related("issuer").in_bulk(
            keys
        )
        return pages


class StackIndexPage(DatedListMixin, IndexPage):
    """The stacks from A to Z; those without members on record come last."""

    per_page = 50
    template = "catalog/stack_index_page.html"
    subpage_types: ClassVar[list[str]] = ["catalog.StackPage"]

    def entries(self) -> list[Entry]:
        """Every public stack."""
        members = StackMember.objects.filter(group__page=OuterRef("pk"))
        rows = StackPage.objects.filter(for_everybody()).annotate(on_record=Exists(members))
        named = rows.values_list("pk", "title", "on_record", "issuer__demonstration")
        return [Entry(key, title, on_record, example=example) for key, title, on_record, example in named]

    def cards(self, keys: list[int]) -> dict[int, StackPage]:
        """The pages with their issuers."""
        pages: dict[int, StackPage] = StackPage.objects.select_related("issuer").in_bulk(keys)
        return pages


class IssuerIndexPage(IndexPage):
    """The issuers from A to Z; those without anything on record come last."""

    template = "catalog/issuer_index_page.html"
    subpage_types: ClassVar[list[str]] = ["catalog.IssuerPage"]

    def entries(self) -> list[Entry]:
        """Every public issuer."""
        credentials = MicroCredentialPage.objects.filter(for_everybody(), issuer=OuterRef("pk"))
        stacks = StackPage.objects.filter(for_everybody(), issuer=OuterRef("pk"))
        rows = IssuerPage.objects.filter(for_everybody()).annotate(
            on_record=Exists(credentials) | Exists(stacks)
        )
        named = rows.values_list("pk", "title", "on_record", "demonstration")
        return [Entry(key, title, on_record, example=example) for key, title, on_record, example in named]

    def cards(self, keys: list[int]) -> dict[int, IssuerPage]:
        """The pages with their regions and counts."""
        counted = IssuerPage.objects.select_related("region").annotate(
            credential_count=Count("credentials", filter=for_everybody("credentials"), distinct=True),
            stack_count=Count("stacks", filter=for_everybody("stacks"), distinct=True),
        )
        pages: dict[int, IssuerPage] = counted.in_bulk(keys)
        return pages


class CompetencyIndexPage(RecordIndexPage):
    """Competency frameworks from A to Z, each as a tree."""

    record_model = Competency
    record_template = "catalog/competency.html"
    template = "catalog/competency_index_page.html"

    def entries(self) -> list[Entry]:
        """Every framework."""
        rows = CompetencyFramework.objects.annotate(
            on_record=Exists(Competency.objects.filter(framework=OuterRef("pk")))
        )
        return [Entry(*row) for row in rows.values_list("pk", "name", "on_record")]

    def cards(self, keys: list[int]) -> dict[int, CompetencyFramework]:
        """The frameworks with their competencies."""
        return CompetencyFramework.objects.prefetch_related("competencies").in_bulk(keys)

    def records(self) -> QuerySet[Competency]:
        """Competencies with their frameworks."""
        return Competency.objects.select_related("framework")

    def record_context(self, record: Any, request: HttpRequest) -> dict[str, Any]:
        """The public micro-credentials that prove it, and where it stands in its framework."""
        proving = CompetencyAlignment.objects.filter(competency=record).values("page")
        pages = MicroCredentialPage.objects.filter(for_everybody(), pk__in=proving).select_related("issuer")
        framework = Competency.objects.filter(framework=record.framework)
        proofs = sorted(pages, key=titled)
        return {
            "proofs": proofs,
            "around": around(record, framework),
            "demonstration": any(page.issuer.demonstration for page in proofs),
        }


class DistrictIndexPage(RecordIndexPage):
    """The districts from A to Z."""

    record_model = District
    record_template = "catalog/district.html"
    template = "catalog/district_index_page.html"
    per_page = 120

    def entries(self) -> list[Entry]:
        """Every district."""
        return [Entry(*row) for row in District.objects.values_list("pk", "name")]

    def cards(self, keys: list[int]) -> dict[int, District]:
        """The districts themselves."""
        return District.objects.in_bulk(keys)

    def records(self) -> QuerySet[District]:
        """Districts with their state."""
        return District.objects.select_related("state")

    def record_context(self, record: Any, request: HttpRequest) -> dict[str, Any]:
        """What counts in the district on the day, then in its state; what does not, and background, apart."""
        on, today = day_shown(request), today_at(request)
        current = Recognition.objects.current().marked()
        here = list(current.in_district(record))
        state = current.in_jurisdiction(record.state.slug)
        around = list(state.exclude(pk__in=[row.pk for row in here]))
        in_district, district_apart = told_apart([row for row in here if row.counts], on, today)
        in_state, state_apart = told_apart([row for row in around if row.counts], on, today)
        return {
            "in_district": in_district,
            "in_state": in_state,
            "apart": [*district_apart, *state_apart],
            "only_apart": bool(district_apart),
            "state_apart": bool(state_apart),
            "background": [row for row in (*here, *around) if not row.counts],
            "only_background": any(not row.counts for row in here),
            "demonstration": any(row.demonstration for row in (*here, *around)),
        }


class RecognitionIndexPage(DatedListMixin, RecordIndexPage):
    """What counts, place by place; background apart."""

    record_model = Recognition
    record_template = "catalog/recognition.html"
    record_changed = "recorded_at"
    template = "catalog/recognition_index_page.html"
    last_heading = "Background: nothing that a micro-credential earns"
    jump_label = "Places"

    def entries_for(self, request: HttpRequest) -> list[Entry]:
        """What counts on the day under each place it holds in; what does not after it, background last."""
        on, today = day_shown(request), today_at(request)
        apart = APART_TODAY if on == today else APART_THEN
        entries = [
            self.entry(row, place if counts_on(row.days, on, today) else "", apart)
            for row, place in Recognition.objects.current().by_place()
        ]
        return list(dict.fromkeys(entries))

    def entry(self, row: Recognition, place: str, apart: str) -> Entry:
        """Where a statement stands in the list: under a place, or where what does not count stands."""
        if not row.counts:
            return Entry(row.pk, str(row), on_record=False)
        if not place:
            return Entry(row.pk, str(row), group=apart, late=True)
        return Entry(row.pk, row.kind, group=place)

    def cards(self, keys: list[int]) -> dict[int, Recognition]:
        """The rows themselves."""
        return Recognition.objects.marked().in_bulk(keys)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add how many statements there are of each class, and whether one shown is made up."""
        context = super().get_context(request, *args, **kwargs)
        entries = context["directory"].entries
        return context | {
            "counting": len({entry.key for entry in entries if entry.on_record and not entry.late}),
            "apart": len({entry.key for entry in entries if entry.late}),
            "background": len({entry.key for entry in entries if not entry.on_record}),
            "demonstration": any(row.demonstration for row in context["cards"].values()),
        }

    def records(self) -> QuerySet[Recognition]:
        """Rows with their places, and what they are about."""
        rows = Recognition.objects.current().marked().with_places()
        about_open = for_everybody("credential") | for_everybody("stack")
        named = rows.prefetch_related("districts").select_related("credential", "stack")
        return named.annotate(is_about_open=about_open)

    def record_context(self, record: Any, request: HttpRequest) -> dict[str, Any]:
        """The places with the anchors of their headings in the list."""
        places = record.jurisdictions.all()
        return {
            "places": [(place, anchor_of(place.heading)) for place in places],
            "in_list": counts_on(record.days, day_shown(request), today_at(request)),
            "earlier": Recognition.objects.corrected(record.slug),
            "about_open": record.is_about_open,
            "demonstration": record.demonstration,
        }
