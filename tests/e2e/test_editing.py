"""An editor makes a stack, is told of a wrong rule, publishes and changes it; two edit one page."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from catalog.models import StackPage
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
    stack = published(StackFactory(title="Reading", members=[MicroCredentialFactory()]))
    first, second = (opened(desks, name, stack) for name in ("ada", "ben"))
    first.get_by_role("textbox", name="Title").press_sequentially("Ada: ")
    expect(first.get_by_text("Saved", exact=True)).to_be_visible(timeout=PATIENCE)
    second.get_by_label("Summary").first.press_sequentially("By Ben.")
    told = second.get_by_role("button", name="ada saved a new version")
    expect(told).to_be_visible(timeout=PATIENCE)
    titles = [revision.content["title"] for revision in stack.revisions.all()]
    assert "Ada: Reading" in titles


def test_typing_into_rows_saves_them_once(desks: Desks) -> None:
    stack = published(StackFactory(title="Reading", members=MicroCredentialFactory.create_batch(3)))
    page = opened(desks, "ada", stack)
    for minimum in ("1", "2", "3"):
        page.get_by_label("How many of them").fill("")
        page.get_by_label("How many of them").press_sequentially(minimum)
        page.wait_for_timeout(1500)
    expect(page.get_by_text("Saved", exact=True)).to_be_visible(timeout=PATIENCE)
    (group,) = StackPage.objects.get(pk=stack.pk).get_latest_revision_as_object().groups.all()
    assert (group.minimum, len(group.members.all())) == (3, 3)


def published(stack: StackPage) -> StackPage:
    """As an editor would have published it."""
    stack.save_revision().publish()
    return stack


def opened(desks: Desks, name: str, stack: StackPage) -> Page:
    """The stack's editor, in a window of its own."""
    page = sign_in(desks.open(), name)
    page.goto(f"{HERE}{reverse('wagtailadmin_pages:edit', args=[stack.pk])}")
    page.wait_for_load_state("networkidle")
    return page
