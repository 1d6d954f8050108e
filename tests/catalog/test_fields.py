"""Several codes of a closed list in one column."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from catalog.enums import Grade
from catalog.fields import CodesField
from catalog.models import MicroCredentialPage
from tests.factories import MicroCredentialFactory

grades = st.lists(st.sampled_from([grade.value for grade in Grade]))
field = CodesField(codes=Grade.choices, blank=True)


@given(grades)
def test_stored_text_comes_back_in_the_order_of_the_list(codes: list[str]) -> None:
    back = field.from_db_value(field.get_prep_value(codes))
    assert set(back) == set(codes)
    assert list(back) == [grade.value for grade in Grade if grade.value in codes]


@given(st.text() | st.none())
def test_any_text_becomes_codes(text: str | None) -> None:
    assert all(code.strip() == code and code for code in field.to_python(text))


def test_unknown_codes_are_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="Not on the list: 13, X"):
        field.clean(["X", "K", "13"], None)


def test_no_codes_are_refused_where_some_are_needed() -> None:
    with pytest.raises(ValidationError):
        CodesField(codes=Grade.choices).clean([], None)


@pytest.mark.django_db
def test_one_grade_is_found_and_not_its_look_alike() -> None:
    first = MicroCredentialFactory(grades=["1"])
    MicroCredentialFactory(grades=["10", "11"])
    assert list(MicroCredentialPage.objects.for_grade("1")) == [first]


@pytest.mark.django_db
def test_codes_survive_a_draft() -> None:
    page = MicroCredentialFactory(grades=["K", "PK"])
    page.save_revision()
    draft = page.get_latest_revision_as_object()
    assert draft.grades == ("PK", "K")


def test_form_field_takes_several_codes() -> None:
    assert field.formfield(label="grades").clean(["1", "K"]) == ["1", "K"]
