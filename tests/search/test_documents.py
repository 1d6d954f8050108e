"""Every kind of record is found by what it is called and by what it is linked to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.documents import MODELS, Document, Kind, build
from search.documents.base import digest, plain
from search.models import SearchDocument
from tests import factories as make
from tests.factories import addresses, alignment, evidence, group, stage
from tests.search.deciding import about


def found(text: str) -> dict[tuple[str, str], str]:
    """Why each kind and title was found."""
    answer = Client().get("/api/v1/search", {"q": text, "page_size": "100"}).json()
    return {(one["kind"], one["title"]): one["why"] for one in answer["results"]}


def document(page: Any) -> Document:
    """The document of a record."""
    (one,) = build(Kind(page.kind), [page.pk])
    return one


@pytest.mark.usefixtures("demo_catalog")
@pytest.mark.parametrize("kind", Kind, ids=str)
def test_every_kind_is_found_by_its_title(kind: Kind) -> None:
    documents = SearchDocument.objects.filter(kind=kind.value)
    assert documents.count() == len(list(build(kind, MODELS[kind].objects.values_list("pk", flat=True)))) > 0
    for one in documents.order_by("pk")[:5]:
        answer = Client().get("/api/v1/search", {"q": one.title[:500], "kind": kind.value}).json()
        assert one.slug in {result["slug"] for result in answer["results"]}


@pytest.mark.django_db
def test_stack_is_found_by_a_member_and_says_so() -> None:
    member = make.MicroCredentialFactory(title="Phoneme games")
    make.StackFactory(title="Literacy", members=[member, make.MicroCredentialFactory()])
    assert found("phoneme")["stack", "Literacy"] == "Holds Phoneme games, 1 of its 2."


@pytest.mark.django_db
def test_stack_is_found_by_a_member_of_a_stack_inside_it() -> None:
    inner = make.StackFactory(title="Inner", members=[make.MicroCredentialFactory(title="Phoneme games")])
    make.StackFactory(title="Outer", members=[inner])
    assert ("stack", "Outer") in found("phoneme")


@pytest.mark.django_db
def test_credential_is_found_by_all_it_is_linked_to() -> None:
    page = make.MicroCredentialFactory(
        title="Games",
        issuer=make.IssuerFactory(title="Harbor University"),
        topic=make.TopicFactory(name="Sounds"),
        alignments=[alignment(make.CompetencyFactory(code="9z", title="Hears rhymes"))],
        priority_links=[addresses(make.PriorityFactory(title="Reading early"))],
        evidence_parts=[evidence("A recording")],
        competency_statement="Segments syllables.",
    )
    make.StackFactory(title="Literacy", members=[page])
    make.RecognitionFactory(
        credential=page,
        place="Wake",
        kind="pay",
        amount_min=500,
        amount_max=500,
        unit="USD",
        effective_until=date(2031, 5, 1),
    )
    for words, why in {
        "harbor": "Awarded by Harbor University.",
        "sounds": "Its topic is Sounds.",
        "9z": "Proves 9z Hears rhymes",
        "early": "Addresses Reading early.",
        "literacy": "Part of Literacy.",
        "wake": "It counts for pay ($500) in Wake, until May 1, 2031.",
        "recording": "Its record says: “A recording”",
        "syllables": "Its record says: “Segments syllables.”",
    }.items():
        assert found(words)["micro-credential", "Games"].startswith(why)


@pytest.mark.django_db
def test_pathway_priority_and_role_lead_to_each_other() -> None:
    priority, role = make.PriorityFactory(title="Reading early"), make.RoleFactory(title="Coach")
    make.PathwayFactory(
        title="From sounds",
        priority=priority,
        roles=[role],
        stages=[stage(make.StackFactory(title="Letters"))],
    )
    assert set(found("sounds")) == {
        ("pathway", "From sounds"),
        ("priority", "Reading early"),
        ("role", "Coach"),
        ("stack", "Letters"),
    }
    assert found("coach")["pathway", "From sounds"] == "Leads to the role Coach."
    assert found("early")["pathway", "From sounds"] == "Leads to Reading early."


@pytest.mark.django_db
def test_glossary_term_is_found_by_everyday_words_that_it_never_shows() -> None:
    make.GlossaryTermFactory(term="Decoding", search_words="sound out words")
    answer = Client().get("/api/v1/search", {"q": "sound out words"})
    (one,) = answer.json()["results"]
    assert one["title"] == "Decoding"
    assert "sound" not in answer.content.decode().replace('"q"', "")


@pytest.mark.django_db
def test_maintainers_words_find_nothing() -> None:
    make.MicroCredentialFactory(maintainer_note="zebra", source_ref="giraffe")
    assert found("zebra") == found("giraffe") == {}


def test_markup_is_read_as_its_text() -> None:
    assert plain('<p>Look at <a href="/x/">one</a>: it is <b>short</b>.</p><p>Then go on.</p>') == (
        "Look at one: it is short. Then go on."
    )


@pytest.mark.django_db
def test_background_is_not_said_to_count() -> None:
    page = make.MicroCredentialFactory(title="Games")
    make.RecognitionFactory(credential=page, kind="zebra policy", row_class="background")
    assert set(found("zebra")) == {("recognition", "A state: zebra policy")}
    assert found("games")["recognition", "A state: zebra policy"] == "It is about Games."


@pytest.mark.django_db
def test_retired_record_is_found_and_marked() -> None:
    make.MicroCredentialFactory(title="Phoneme games", retired=True)
    assert ("micro-credential", "Phoneme games") in found("phoneme")
    page = Client().get("/explore/", {"q": "phoneme"}).content.decode()
    assert "No longer offered" in page


@pytest.mark.django_db
def test_digest_is_that_of_the_content() -> None:
    page = make.StackFactory(members=[make.MicroCredentialFactory(grades=("K",)) for _ in range(3)])
    assert digest(document(page)) == digest(document(page))


def queries(kind: Kind, keys: list[int]) -> int:
    """Queries that building these documents takes."""
    with CaptureQueriesContext(connection) as captured:
        assert len(list(build(kind, keys))) == len(keys)
    return len(captured)


@pytest.mark.django_db
def test_building_takes_as_many_queries_for_many_as_for_one() -> None:
    issuer, priority = make.IssuerFactory(), make.PriorityFactory()
    made: dict[Kind, list[int]] = {Kind.MICRO_CREDENTIAL: [], Kind.STACK: [], Kind.PATHWAY: []}
    for number in range(4):
        page = make.MicroCredentialFactory(
            issuer=issuer,
            topic=make.TopicFactory(),
            priority_links=[addresses(priority)],
            alignments=[alignment(make.CompetencyFactory())],
        )
        stack = make.StackFactory(issuer=issuer, groups=[group(page)])
        pathway = make.PathwayFactory(
            priority=priority, stages=[stage(stack, title=f"Stage {number}")], roles=[make.RoleFactory()]
        )
        for one in (page, stack):
            make.DecisionFactory(**about(one))
            make.RecognitionFactory(**about(one))
        for one in (page, stack, pathway):
            made[Kind(one.kind)].append(one.pk)
    for kind, keys in made.items():
        assert queries(kind, keys[:1]) == queries(kind, keys)
