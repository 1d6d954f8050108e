"""Competencies are named by their codes, however these are typed."""

import pytest

from catalog.codes import Coded, Codes

NC = "NC Professional Teaching Standards"
INTASC = "InTASC Model Core Teaching Standards"
ISTE = "ISTE Standards for Educators"
CSTA = "CSTA Standards for CS Teachers"
IDA = "IDA Knowledge and Practice Standards for Teachers of Reading"
DIGITAL = "NC Digital Learning Competencies for Classroom Teachers"
PARTS = "Five parts of reading"

ROWS = (
    (NC, "I", "Teachers lead"),
    (NC, "I.a", "Lead in the classroom"),
    (NC, "II.a", "Caring relationships"),
    (INTASC, "A", "The learner and learning"),
    (INTASC, "1", "Learner development"),
    (INTASC, "2", "Learning differences"),
    (INTASC, "10", "Leadership"),
    (ISTE, "2.4", "Collaborator"),
    (CSTA, "2", "Equity"),
    (CSTA, "1a", "Apply a practice"),
    (CSTA, "4b", "Plan"),
    (IDA, "4B", "Phonics"),
    (DIGITAL, "DLC-1", "Leadership"),
    (PARTS, "PH", "Phonics"),
)
CODES = Codes(Coded(key, code, title, framework) for key, (framework, code, title) in enumerate(ROWS))


def named(text: str) -> list[str]:
    """What a text names."""
    return [f"{one.framework.split()[0]} {one.code}" for one in CODES.named_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NC professional teaching standards I.a", ["NC I.a"]),
        ("I.a", ["NC I.a"]),
        ("i.a", ["NC I.a"]),
        (" I . A ", ["NC I.a"]),
        ("I.a.", ["NC I.a"]),
        ("Standard I.a Lead in the classroom", ["NC I.a"]),
        ("NCPTS I.a", ["NC I.a"]),
        ("II.a", ["NC II.a"]),
        ("InTASC A", ["InTASC A"]),
        ("InTASC a", ["InTASC A"]),
        ("intasc standard 10", ["InTASC 10"]),
        ("A", ["InTASC A"]),
        ("2.4", ["ISTE 2.4"]),
        ("std 2.4", ["ISTE 2.4"]),
        ("ISTE 2.4", ["ISTE 2.4"]),
        ("2.\N{ZERO WIDTH SPACE}4", ["ISTE 2.4"]),
        ("CSTA 1A", ["CSTA 1a"]),
        ("dlc1", ["NC DLC-1"]),
        ("DLC\N{NON-BREAKING HYPHEN}1", ["NC DLC-1"]),
        ("PH phonics", ["Five PH"]),
    ],
)
def test_code_is_found_however_it_is_typed(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("2", ["InTASC 2", "CSTA 2"]), ("4b", ["CSTA 4b", "IDA 4B"]), ("leadership", [])],
)
def test_code_of_several_frameworks_names_them_all(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "24",
        "grade 2",
        "reading 2",
        "a lesson about reading",
        "InTASC",
        "ia",
        "2.45",
        "I am a teacher",
        "",
        "\N{ZERO WIDTH SPACE}",
        "a " * 400,
    ],
)
def test_other_text_names_nothing(text: str) -> None:
    assert named(text) == []
