"""What is told of parameters that nobody reads."""

from django.http import QueryDict

from home.asking import Ignored, unknown_parameters


def test_unknown_parameter_is_told_in_short() -> None:
    found = list(unknown_parameters(QueryDict("c=a&color=red&on="), ("c", "on")))
    assert found == [Ignored("color", "red", "There is no such parameter.")]


def test_long_parameter_is_cut() -> None:
    (one,) = unknown_parameters(QueryDict(f"{'n' * 500}={'v' * 500}"), ())
    assert len(one.field) < 100
    assert len(one.value) < 100
