"""What others rest on comes first."""

from hypothesis import given
from hypothesis import strategies as st

from demo.ordering import in_order, loop


@given(st.permutations(range(8)), st.data())
def test_rows_follow_what_they_need(names: list[int], data: st.DataObject) -> None:
    needs = {name: data.draw(st.sets(st.integers(0, name - 1))) if name else set() for name in names}
    found = in_order(names, lambda name: name, lambda name: needs[name])
    assert sorted(found) == list(range(8))
    assert all(found.index(other) < found.index(name) for name in names for other in needs[name])


def test_loop_is_named_along_its_way() -> None:
    assert loop({"a": {"b"}, "b": {"a"}}) in (["a", "b", "a"], ["b", "a", "b"])
    assert loop({"a": {"b"}}) == []
