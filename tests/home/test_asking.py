"""What is told of parameters that nobody reads."""

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.template.loader import render_to_string

from home.asking import Ignored, Told, Unread, told, unknown_parameters


def test_unknown_parameter_is_told_in_short() -> None:
    found = list(unknown_parameters(QueryDict("c=a&color=red&on="), ("c", "on")))
    assert found == [Unread("color", "red", "There is no such parameter.")]


def test_long_parameter_is_cut() -> None:
    (one,) = unknown_parameters(QueryDict(f"{'n' * 500}={'v' * 500}"), ())
    assert len(one.field) < 100
    assert len(one.value) < 100


NO_SUCH = "There is no such parameter."


def test_every_reason_of_every_parameter_is_told() -> None:
    ignored = [Ignored(f"p{number}", "x", f"Reason {number}.") for number in range(40)]
    ignored += [Ignored("p0", "y", "Another.")]
    assert [(one.names, one.reason) for one in told(ignored)] == [
        *(((f"p{number}",), f"Reason {number}.") for number in range(40)),
        (("p0",), "Another."),
    ]


def test_many_values_with_one_reason_are_shortened() -> None:
    ignored = [Ignored("held", f"a{number}", "None has it.") for number in range(500)]
    assert told(ignored) == [Told(("held",), ("a0", "a1", "a2"), 497, "None has it.")]


def test_a_reason_without_a_value_is_told() -> None:
    assert told([Ignored("q", "", "Empty.")]) == [Told(("q",), (), 0, "Empty.")]


def test_parameters_that_nobody_reads_are_told_together() -> None:
    ignored = list(unknown_parameters(QueryDict("&".join(f"x{number}=1" for number in range(12))), ()))
    (one,) = told([ignored[0], Ignored("held", "a", NO_SUCH), *ignored[1:]])[:1]
    assert one == Told(tuple(f"x{number}" for number in range(10)), (), 2, NO_SUCH)


def test_a_single_parameter_that_nobody_reads_is_told_with_its_value() -> None:
    assert told(unknown_parameters(QueryDict("color=red"), ())) == [Told(("color",), ("red",), 0, NO_SUCH)]


def test_the_page_says_all_of_it() -> None:
    ignored = [Ignored("held", value, "None has it.") for value in "abcde"] + [
        Unread("x", "1", NO_SUCH),
        Unread("y", "", NO_SUCH),
    ]
    html = render_to_string("components/ignored.html", {"ignored": ignored, "words": "Left out:"})
    lines = [" ".join(one.get_text().split()) for one in BeautifulSoup(html, "html.parser").select("li")]
    assert lines == ["held “a”, “b”, “c” and 2 more: None has it.", f"x, y: {NO_SUCH}"]
