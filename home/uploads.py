"""Forms of uploaded documents and images: a file is what its name says."""

from __future__ import annotations

import zipfile

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from home.forms import PlainTextMixin

TEXT = frozenset({"csv", "txt"})
INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
"""The kinds that are archives, and what each one always holds."""


class DocumentForm(PlainTextMixin, BaseDocumentForm):
    """A document; `WAGTAILDOCS_EXTENSIONS` says which kinds are taken."""

    def _post_clean(self) -> None:
        """Refuse a file whose bytes are of another kind than its name says.

        In `clean_file` it would be too early: Wagtail would add that the missing file has no extension.
        """
        super()._post_clean()
        file = self.cleaned_data.get("file")
        if "file" in self.changed_data and isinstance(file, UploadedFile):
            try:
                refuse_wrong_kind(file)
            except ValidationError as error:
                self.add_error("file", error)


class ImageForm(PlainTextMixin, BaseImageForm):
    """An image; Wagtail itself compares its bytes with its name."""


def refuse_wrong_kind(file: UploadedFile[bytes]) -> None:
    """Raise `ValidationError` when the bytes do not fit the extension; an extension not known here passes."""
    extension = (file.name or "").rpartition(".")[2].lower()
    known = extension in TEXT or extension in INSIDE or extension == "pdf"
    if known and not fits(file, extension):
        raise ValidationError(
            f"The name ends in .{extension}, but this is {kind_of(file)}. "
            "Choose a file that is what its name says.",
            code="wrong_kind",
        )


def fits(file: UploadedFile[bytes], extension: str) -> bool:
    """Whether the bytes are of the kind that the extension names."""
    if extension in TEXT:
        return guessed(file) is None and not any(b"\0" in chunk for chunk in file.chunks())
    if extension in INSIDE:
        return holds(file, INSIDE[extension])
    return guessed(file) == extension


def holds(file: UploadedFile[bytes], name: str) -> bool:
    """Whether the file is an archive with this in it."""
    try:
        with zipfile.ZipFile(rewound(file)) as archive:
            return name in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def guessed(file: UploadedFile[bytes]) -> str | None:
    """The usual extension of what the first bytes say; None for text and for what nobody knows."""
    kind: str | None = filetype.guess_extension(rewound(file).read(8192))
    return kind


def kind_of(file: UploadedFile[bytes]) -> str:
    """What the file is, in words."""
    if not file.size:
        return "an empty file"
    kind = guessed(file)
    return f"a .{kind} file" if kind else "something else"


def rewound(file: UploadedFile[bytes]) -> UploadedFile[bytes]:
    """The file, to be read from its start."""
    file.seek(0)
    return file
