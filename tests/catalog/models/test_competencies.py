"""Competency frameworks as trees."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import CompetencyFactory, FrameworkFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_a_parent_of_another_framework_is_refused() -> None:
    item = CompetencyFactory(parent=CompetencyFactory())
    with pytest.raises(ValidationError, match="belongs to another framework"):
        item.full_clean()


def test_a_parent_that_lies_below_is_refused_and_named() -> None:
    framework = FrameworkFactory()
    top = CompetencyFactory(framework=framework, code="I")
    top.parent = CompetencyFactory(framework=framework, code="I.a", parent=top)
    with pytest.raises(ValidationError, match=r"I → I\.a → I"):
        top.full_clean()


def test_items_are_called_by_code_and_title() -> None:
    assert str(CompetencyFactory(code="1a", title="Learner")) == "1a Learner"
    assert str(FrameworkFactory(name="ISTE")) == "ISTE"
    assert str(TopicFactory(name="Reading")) == "Reading"
