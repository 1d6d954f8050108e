"""The command and the editors tell what is wrong on the pathways."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from zeal import zeal_ignore

from tests.editing import edit_address
from tests.editors import signed_in
from tests.factories import (
    MicroCredentialFactory,
    PathwayFactory,
    RoleFactory,
    StackFactory,
    builds_on,
    stage,
)

pytestmark = pytest.mark.django_db


def told() -> str:
    out = StringIO()
    call_command("check_pathways", stdout=out)
    return out.getvalue()


def test_the_command_says_that_nothing_is_wrong() -> None:
    stack = StackFactory(members=(MicroCredentialFactory(),))
    PathwayFactory(stages=[stage(stack)])
    assert told() == "Nothing is wrong on the pathways; nothing is missing.\n"


def test_what_is_only_missing_does_not_fail_the_command() -> None:
    RoleFactory(title="Coach")
    one = told()
    assert "No pathway prepares for “Coach”." in one
    assert one.endswith("Nothing is wrong on the pathways; 1 thing is missing.\n")
    RoleFactory(title="Leader")
    assert told().endswith("Nothing is wrong on the pathways; 2 things are missing.\n")


def test_what_is_wrong_fails_the_command() -> None:
    PathwayFactory(title="Way", stages=[stage(StackFactory(title="Empty"), title="Go")])
    out = StringIO()
    with pytest.raises(CommandError, match="1 problem to mend; nothing is missing"):
        call_command("check_pathways", stdout=out)
    assert "Stage 1, “Go”, of “Way” asks for one stack, and none can be finished" in out.getvalue()


@pytest.fixture
def editor(client: Client) -> Client:
    return signed_in(client)


def test_the_editor_of_a_stack_names_a_loop_of_its_draft(editor: Client) -> None:
    first = StackFactory(title="First", members=(MicroCredentialFactory(),))
    second = StackFactory(title="Second", members=(MicroCredentialFactory(),), stack_links=[builds_on(first)])
    first.stack_links = [builds_on(second)]
    first.save_revision()
    with zeal_ignore():
        page = editor.get(edit_address(first)).content.decode()
    assert "These wait for each other: “First” → “Second” → “First”." in page


def test_the_editor_of_a_pathway_names_a_stage_nobody_can_finish(editor: Client) -> None:
    page = PathwayFactory(title="Way", stages=[stage(StackFactory(title="Empty"), title="Go")])
    with zeal_ignore():
        shown = editor.get(edit_address(page)).content.decode()
    assert "“Empty” names no members" in shown


def test_the_editor_of_what_is_in_order_says_nothing(editor: Client) -> None:
    page = PathwayFactory(stages=[stage(StackFactory(members=(MicroCredentialFactory(),)))])
    with zeal_ignore():
        shown = editor.get(edit_address(page)).content.decode()
    assert "To look after" not in shown
