"""An editor makes a stack, is told of a wrong rule, publishes and changes it; two edit one page."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.e2e.desks import HERE, Desks, sign_in
from tests.e2e.guide import PATIENCE, follow, sentences
from tests.factories import IssuerFactory, MicroCredentialFactory, StackFactory


def test_make_a_stack_is_followed_word_by_word(desks: Desks) -> None:
    college = IssuerFactory(title="A college")
    for title in ("Phonics", "Fluency", "Meaning"):
        MicroCredentialFactory(title=title, issuer=college)
    follow(desks.open(), "make-a-stack.md")


def test_every_sentence_of_the_steps_is_read() -> None:
    assert len(sentences("make-a-stack.md")) == 42


def test_the_second_editor_is_told_and_nothing_is_lost(desks: Desks) -> None:
    stack = StackFactory(title="Reading", members=[MicroCredentialFactory()])
    address = f"{HERE}{reverse('wagtailadmin_pages:edit', args=[stack.pk])}"
    first, second = sign_in(desks.open(), "ada"), sign_in(desks.open(), "ben")
    for desk in (first, second):
        desk.goto(address)
    first.get_by_role("textbox", name="Title").fill("Reading, by Ada")
    expect(first.get_by_text("Saved", exact=True)).to_be_visible(timeout=PATIENCE)
    second.get_by_role("textbox", name="Summary").fill("Written by Ben.")
    expect(second.get_by_text("newer version").locator("visible=true").first).to_be_visible(timeout=PATIENCE)
    titles = [revision.content["title"] for revision in stack.revisions.all()]
    assert "Reading, by Ada" in titles


def test_typing_into_rows_saves_them_once(desks: Desks) -> None:
    stack = StackFactory(title="Reading", members=MicroCredentialFactory.create_batch(3))
    page = sign_in(desks.open(), "ada")
    page.goto(f"{HERE}{reverse('wagtailadmin_pages:edit', args=[stack.pk])}")
    for minimum in ("1", "2", "3"):
        with page.expect_response(
            lambda response: response.request.method == "POST" and "/edit/" in response.url
        ):
            page.get_by_label("How many of them").fill(minimum)
    expect(page.get_by_text("Saved", exact=True)).to_be_visible(timeout=PATIENCE)
    stack.refresh_from_db()
    (group,) = stack.get_latest_revision_as_object().groups.all()
    assert (group.minimum, len(group.members.all())) == (3, 3)
