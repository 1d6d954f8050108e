"""Every date field of the admin, ours and Wagtail's: reads, asks, keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.test import Client
from django.urls import get_resolver, reverse
from django_filters.fields import DateRangeField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks import DateBlock, DateTimeBlock, StreamBlock, TimeBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from catalog.models import Decision
from home.date_fields.fields import DayField, DayRangeField, MomentField
from home.date_fields.widgets import DayInput, MomentInput
from home.forms import RecordForm
from tests import tree
from tests.editing import edit_address, form_at, send
from tests.editors import signed_in
from tests.factories import MicroCredentialFactory

TYPED = forms.DateField | forms.DateTimeField | forms.TimeField


def own_models() -> list[Any]:
    """The models of ours that the admin has a form for."""
    models = [model for model in apps.get_models() if model.__module__.split(".")[0] in tree.ARROW]
    return [model for model in models if hasattr(model, "panels") or issubclass(model, Page)]


def forms_of(form_class: Any) -> Iterator[Any]:
    """A form and those of its rows."""
    yield form_class
    for rows in getattr(form_class, "formsets", {}).values():
        yield from forms_of(rows.form)


def fields_of_forms() -> dict[str, forms.Field]:
    """The date fields of every form by which one of our models is edited."""
    found = {
        f"{form_class._meta.model.__name__}.{name}": field
        for model in own_models()
        for form_class in forms_of(get_edit_handler(model).get_form_class())
        for name, field in form_class.base_fields.items()
    }
    return {name: field for name, field in found.items() if isinstance(field, TYPED)}


def subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    """All classes below one."""
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def fields_of_filters() -> dict[str, forms.Field]:
    """The date fields of every filter of the lists and reports of the admin."""
    assert get_resolver().url_patterns  # now every report is imported
    return {
        f"{kind.__name__}.{name}": one.field
        for kind in subclasses(WagtailFilterSet)
        for name, one in vars(kind).get("base_filters", {}).items()
        if issubclass(one.field_class, TYPED | DateRangeField)
    }


@pytest.mark.django_db
def test_every_date_field_of_every_form_reads_days() -> None:
    found = fields_of_forms()
    assert {name for name, field in found.items() if not isinstance(field, DayField | MomentField)} == set()
    assert {
        "Decision.decided_on",
        "QualityReview.reviewed_on",
        "Recognition.effective_until",
        "MicroCredentialPage.last_day_to_start",
        "MicroCredentialPage.source_date",
        "StackPage.go_live_at",
        "GuidePage.expire_at",
    } <= set(found)
    others = [name for name, field in found.items() if not isinstance(field.widget, DayInput | MomentInput)]
    assert others == []


@pytest.mark.django_db
def test_every_date_filter_of_every_list_reads_days() -> None:
    found = fields_of_filters()
    ours = DayField | MomentField | DayRangeField
    assert {name for name, field in found.items() if not isinstance(field, ours)} == set()
    assert len(found) >= 8


def blocks_of(block: Any) -> Iterator[Any]:
    """A block and all inside it."""
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from blocks_of(child)
    if hasattr(block, "child_block"):
        yield from blocks_of(block.child_block)


def test_no_prose_asks_for_days() -> None:
    streams = [
        field.stream_block
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    assert streams
    assert all(isinstance(one, StreamBlock) for one in streams)
    asked = [
        type(block)
        for stream in streams
        for block in blocks_of(stream)
        if isinstance(block, DateBlock | DateTimeBlock | TimeBlock)
    ]
    assert asked == []


class Sample(forms.Form):
    """One of each."""

    day = DayField(required=False)
    moment = MomentField(required=False)


def sample(**typed: str) -> Sample:
    form = Sample(typed)
    form.is_valid()
    return form


@pytest.mark.parametrize("text", ["11/05/2026", "11-5-2026", "2026-11-05", "Nov 5, 2026"])
def test_day_field_reads_and_keeps_what_was_typed(text: str) -> None:
    form = sample(day=text)
    assert form.cleaned_data["day"] == date(2026, 11, 5)
    assert f'value="{text}"' in str(form["day"])
    assert ">Thursday, November 5, 2026</span>" in str(form["day"])


@pytest.mark.parametrize("text", ["11-5-26", "soon", "2/30/2026"])
def test_day_field_reads_back_nothing_that_it_does_not_read(text: str) -> None:
    form = sample(day=text)
    assert form.errors["day"]
    assert f'value="{text}"' in str(form["day"])
    assert "></span>" in str(form["day"])


def test_moment_field_reads_by_the_clock_of_the_site() -> None:
    moment = sample(moment="11/05/2026 2:30 PM").cleaned_data["moment"]
    assert moment.astimezone(UTC) == datetime(2026, 11, 5, 19, 30, tzinfo=UTC)
    assert "Thursday, November 5, 2026, 2:30 PM" in str(sample(moment="11/05/2026 2:30 PM")["moment"])


@pytest.mark.parametrize("text", ["3/14/2027 2:30 AM", "11/07/2027 1:30 AM"])
def test_a_time_that_the_clock_skips_or_has_twice_is_told(client: Client, db: None, text: str) -> None:
    day = "March 14" if "2:30" in text else "November 7"
    said = f"Clocks change at that time on {day}, 2027. Choose another time."
    form = sample(moment=text)
    assert form.errors["moment"] == [said]
    assert "></span>" in str(form["moment"])
    read = signed_in(client).get(reverse("read_date"), {"kind": "moment", "text": text}).json()
    assert read == {"value": "", "words": "", "problem": said}


def test_the_calendar_leaves_what_is_typed_alone() -> None:
    for name in ("day", "moment"):
        assert '"validateOnBlur": false' in str(Sample()[name])


def test_the_words_are_tied_to_the_field() -> None:
    text = str(Sample(prefix="a")["day"])
    assert 'aria-describedby="id_a-day-read-back"' in text
    assert 'id="id_a-day-read-back"' in text
    assert 'role="status"' in text


def test_a_range_names_the_end_that_is_wrong() -> None:
    field = DayRangeField(required=False)
    found = field.clean(["11/05/2026", "Nov 6, 2026"])
    assert (found.start.date(), found.stop.date()) == (date(2026, 11, 5), date(2026, 11, 6))
    assert found.stop.time() == time.max
    with pytest.raises(forms.ValidationError, match=r"Date to: Which year: 1926 or 2026\?"):
        field.clean(["11/05/2026", "11/6/26"])


@pytest.mark.django_db
def test_a_page_keeps_a_day_typed_in_our_notation(client: Client) -> None:
    page = MicroCredentialFactory()
    address = edit_address(page)
    typed = {"source_date": "5/7/2026", "last_day_to_start": "", "go_live_at": ""}
    send(signed_in(client), address, form_at(client, address), typed)
    page.refresh_from_db()
    assert page.source_date == date(2026, 5, 7)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["source_date", "last_day_to_start", "go_live_at", "expire_at"])
def test_a_page_asks_about_a_short_year_and_keeps_it_as_typed(client: Client, name: str) -> None:
    page = MicroCredentialFactory()
    address = edit_address(page)
    text = send(signed_in(client), address, form_at(client, address), {name: "11-5-26"})
    assert "Which year: 1926 or 2026? Write it with four digits." in text
    assert 'value="11-5-26"' in text


@pytest.mark.django_db
def test_a_schedule_is_typed_with_its_time(client: Client) -> None:
    page = MicroCredentialFactory()
    address = edit_address(page)
    form = form_at(signed_in(client), address)
    send(client, address, form, {"go_live_at": "11/05/2099 2:30 PM"}, publish=False)
    page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert page.go_live_at == datetime(2099, 11, 5, 19, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_a_new_column_for_days_needs_nothing_more() -> None:
    class AnyForm(RecordForm):
        class Meta(WagtailAdminModelForm.Meta):
            model = Decision
            fields = ("decided_on",)

    assert isinstance(AnyForm().fields["decided_on"], DayField)


@pytest.mark.django_db
def test_a_list_is_filtered_by_a_typed_day_and_asks_about_a_short_year(client: Client) -> None:
    page = MicroCredentialFactory()
    page.save_revision()
    address = reverse("micro_credentials:index")
    name = "latest_revision_created_at"
    signed_in(client)
    early = client.get(address, {f"{name}_to": "1/2/2001"})
    late = client.get(address, {f"{name}_from": "1/2/2001"})
    assert (len(early.context["object_list"]), len(late.context["object_list"])) == (0, 1)
    text = client.get(address, {f"{name}_from": "1/2/01"}).content.decode()
    assert "Date from: Which year: 1901 or 2001? Write it with four digits." in text
