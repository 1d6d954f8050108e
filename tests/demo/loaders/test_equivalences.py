"""What the made-up issuer and board say of editions is loaded once and marked."""

from datetime import timedelta

import pytest
from django.test import Client

from catalog.models import Equivalence
from demo.models import DemoLoad
from tests.demo.loaded import load

NEW = "/micro-credentials/example-listening-to-one-reader/"


def test_equivalences_are_made_up_and_say_so(demo_catalog: None) -> None:
    assert Equivalence.objects.count() == Equivalence.objects.demonstration().count() == 2
    text = Client().get(NEW).content.decode()
    assert "says Stackway Demonstration Issuer <span" in " ".join(text.split())
    assert "(made up for the demonstration)" in text


def test_one_has_ended_and_one_holds(demo_catalog: None) -> None:
    first_day = DemoLoad.first_day()
    holding = Equivalence.objects.in_force(first_day).get()
    assert (holding.issuer is not None, holding.effective_until) == (True, None)
    before = Equivalence.objects.in_force(first_day - timedelta(days=600)).get()
    assert before.jurisdiction is not None
    assert not Equivalence.objects.in_force(first_day - timedelta(days=400)).exists()


@pytest.mark.django_db
def test_a_second_load_adds_none(demo_catalog: None) -> None:
    before = list(Equivalence.objects.values())
    assert "equivalences: 2 as they were" in load()
    assert list(Equivalence.objects.values()) == before
