"""A document or image is refused, beside the field, when it is not what its name says."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from tests.editors import signed_in

pytestmark = pytest.mark.django_db
Document, Image = get_document_model(), get_image_model()

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
HTML = b"<!doctype html><script>alert(1)</script>"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00"


def archive(*names: str) -> bytes:
    """A ZIP file that holds files of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archived:
        for name in names:
            archived.writestr(name, "something")
    return made.getvalue()


def picture(kind: str) -> bytes:
    """A picture of one point."""
    made = io.BytesIO()
    Picture.new("RGB", (1, 1)).save(made, kind)
    return made.getvalue()


def upload(client: Client, name: str, content: bytes, kind: str = "docs", title: str = "A title") -> str:
    """Send a file by the form for one file; the answer's text."""
    file = SimpleUploadedFile(name, content)
    address = reverse(f"wagtail{kind}:add")
    answer = signed_in(client).post(address, {"title": title, "file": file}, follow=True)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("a.txt", "Grades – plain".encode()),
        ("a.txt", b""),
        ("a.csv", b"a,b\n1,2\n"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml")),
        ("a.xlsx", archive("[Content_Types].xml", "docProps/app.xml", "_rels/.rels", "xl/workbook.xml")),
        ("a.odt", archive("mimetype", "content.xml")),
    ],
)
def test_a_document_that_is_what_it_says_is_taken(client: Client, name: str, content: bytes) -> None:
    upload(client, name, content or b" ")
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", HTML, "The name ends in .pdf, but this is something else."),
        ("a.pdf", PROGRAM, "The name ends in .pdf, but this is a .exe file."),
        ("a.pdf", b"PK\x03\x04 cut off", "The name ends in .pdf, but this is a .zip file."),
        ("a.txt", b"text\x00with NUL", "The name ends in .txt, but this is something else."),
        ("a.csv", PDF, "The name ends in .csv, but this is a .pdf file."),
        ("a.docx", archive("xl/workbook.xml"), "The name ends in .docx, but this is a .xlsx file."),
        ("a.xlsx", archive("readme.txt"), "The name ends in .xlsx, but this is a .zip file."),
        ("a.odt", b"PK\x03\x04 cut off", "The name ends in .odt, but this is a .zip file."),
        ("a.exe", PROGRAM, "is not allowed"),
    ],
)
def test_a_document_that_is_something_else_is_refused(
    client: Client, name: str, content: bytes, said: str
) -> None:
    text = upload(client, name, content, title="A title typed")
    assert said in text
    assert "A title typed" in text
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"only words", "either not an image or a corrupted image"),
        (HTML, "either not an image or a corrupted image"),
        (picture("JPEG"), "Not a valid .png image."),
    ],
)
def test_an_image_that_is_something_else_is_refused(client: Client, content: bytes, said: str) -> None:
    text = upload(client, "a.png", content, "images", title="A title typed")
    assert said in text
    assert "A title typed" in text
    assert not Image.objects.exists()


def test_an_image_that_is_what_it_says_is_taken(client: Client) -> None:
    upload(client, "a.png", picture("PNG"), "images")
    assert Image.objects.count() == 1


@pytest.mark.parametrize("kind", ["docs", "images"])
def test_the_title_of_an_upload_is_plain_text(client: Client, kind: str) -> None:
    name, content = ("a.pdf", PDF) if kind == "docs" else ("a.png", picture("PNG"))
    assert "Plain text only: take out &lt;b&gt;." in upload(client, name, content, kind, title="<b>Bold")


def test_several_documents_at_once_are_held_to_the_same(client: Client) -> None:
    file = SimpleUploadedFile("a.pdf", HTML)
    answer = signed_in(client).post(reverse("wagtaildocs:add_multiple"), {"title": "A", "files[]": file})
    said = json.loads(answer.text)
    assert (said["success"], said["error_message"]) == (
        False,
        "The name ends in .pdf, but this is something else. Choose a file that is what its name says.",
    )
    assert not Document.objects.exists()


def test_the_chooser_holds_a_document_to_the_same(client: Client) -> None:
    form = {
        "document-chooser-upload-title": "A",
        "document-chooser-upload-file": SimpleUploadedFile("a.pdf", HTML),
    }
    answer = signed_in(client).post(reverse("wagtaildocs_chooser:create"), form)
    assert "The name ends in .pdf" in answer.text
    assert not Document.objects.exists()


def test_a_new_title_needs_no_new_file(client: Client) -> None:
    upload(client, "a.pdf", PDF)
    document = Document.objects.get()
    client.post(reverse("wagtaildocs:edit", args=[document.pk]), {"title": "New"})
    document.refresh_from_db()
    assert document.title == "New"
