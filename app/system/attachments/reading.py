"""Files a person gives along, from their path or as bytes: opened safely, told apart by content, checked, prepared.

Implements :class:`app.domain.ports.AttachmentReader`. Blocks, and is called on a thread.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.attachments import (
    IMAGE_BYTES,
    LARGEST_BYTES,
    PDF_BYTES,
    PDF_TEXT_CHARS,
    TEXT_BYTES,
    Attachment,
    shown_name,
)
from app.domain.errors import UsageError
from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart
from app.domain.numerals import number
from app.system.attachments.kinds import Kind, kind_of, text_type
from app.system.attachments.pdf_text import PdfText, read_pdf
from app.system.attachments.texts import decode

_HEAD = 2_048
_KINDS = marked("Pictures (PNG, JPEG, GIF, WebP, BMP, TIFF), PDFs and texts can be attached.")
_ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/bmp": (".bmp", ".dib"),
    "image/tiff": (".tif", ".tiff"),
    "application/pdf": (".pdf",),
}


class FileReader:
    """``pdf_command`` starts the child that reads PDFs (:func:`app.system.attachments.pdf_text.main`).

    ``read_by`` runs it, and is for tests.
    """

    def __init__(
        self, pdf_command: Sequence[str], *, read_by: Callable[[Sequence[str], bytes], PdfText] = read_pdf
    ) -> None:
        self._pdf_command = tuple(pdf_command)
        self._read_pdf = read_by

    def read(self, path: Path) -> Attachment:
        """The file at ``path``. Raises :class:`UsageError`."""
        name = shown_name(path.name)
        return self._taken(name, path.name, _bytes_of(path, name))

    def take(self, name: str, data: bytes) -> Attachment:
        """``data`` as if it lay in a file called ``name``. Raises :class:`UsageError`."""
        return self._taken(shown_name(name), name, data)

    def preview(self, part: AttachmentPart, data: bytes, edge_px: int) -> bytes | None:
        """A small PNG of a picture; ``None`` for anything else."""
        if not part.is_image:
            return None
        from app.system.attachments import pictures

        return pictures.preview(data, edge_px)

    def _taken(self, name: str, own_name: str, data: bytes) -> Attachment:
        if not data:
            raise UsageError(tr("{name} is empty.", name=repr(name)), remedy=tr("Attach a file with something in it."))
        kind, media_type = kind_of(data[:_HEAD])
        match kind:
            case Kind.IMAGE:
                attachment = self._picture(name, data)
            case Kind.PDF:
                attachment = self._pdf(name, data)
            case Kind.OTHER:
                remedy = tr("Save it as PDF or as text.") if "Office" in media_type else tr(_KINDS)
                raise UsageError(tr("{name} is {kind}.", name=repr(name), kind=tr(media_type)), remedy=remedy)
            case Kind.TEXT:
                return self._text(name, own_name, data)
        return _with_note(attachment, _misnamed(own_name, media_type))

    def _picture(self, name: str, data: bytes) -> Attachment:
        from app.system.attachments import pictures  # the library is read when the first picture comes

        _check_size(name, len(data), IMAGE_BYTES, tr("a picture"))
        picture = pictures.prepared(name, data)
        part = AttachmentPart(
            name=name,
            media_type=picture.media_type,
            sha256=hashlib.sha256(picture.data).hexdigest(),
            size_bytes=len(picture.data),
            width=picture.width,
            height=picture.height,
        )
        return Attachment(part=part, data=picture.data, notes=(picture.note,) if picture.note else ())

    def _pdf(self, name: str, data: bytes) -> Attachment:
        _check_size(name, len(data), PDF_BYTES, tr("a PDF"))
        told = self._read_pdf(self._pdf_command, data)
        note = ""
        match told.problem:
            case "encrypted":
                raise UsageError(
                    tr("{name} is locked with a password.", name=repr(name)),
                    remedy=tr("Save it without one, then attach it."),
                )
            case "damaged":
                raise UsageError(
                    tr("{name} is a damaged PDF.", name=repr(name)),
                    remedy=tr("Save or print it anew as PDF, then attach it."),
                )
            case "slow":
                note = tr("Reading its text took too long: only models that read PDFs themselves see what is in it.")
            case _:
                if not told.text:
                    note = tr(
                        "It holds no text (scanned pages): only models that read PDFs themselves see what is in it."
                    )
                elif told.is_cut:
                    note = tr(
                        "Of its text the first {count} letters were read.",
                        count=number(PDF_TEXT_CHARS),
                    )
        text = told.text or None
        part = AttachmentPart(
            name=name,
            media_type="application/pdf",
            sha256=hashlib.sha256(data).hexdigest(),
            size_bytes=len(data),
            text_sha256=None if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest(),
            pages=told.pages,
            chars=len(told.text),
        )
        return Attachment(part=part, data=data, text=text, notes=(note,) if note else ())

    def _text(self, name: str, own_name: str, data: bytes) -> Attachment:
        _check_size(name, len(data), TEXT_BYTES, tr("a text"))
        decoded = decode(data)
        if decoded is None:
            raise UsageError(tr("{name} is no text, no picture and no PDF.", name=repr(name)), remedy=tr(_KINDS))
        if not decoded.text.strip():
            raise UsageError(
                tr("{name} holds nothing but blanks.", name=repr(name)),
                remedy=tr("Attach a file with something in it."),
            )
        is_usual = decoded.encoding in ("UTF-8", "UTF-16", "UTF-32")
        note = "" if is_usual else tr("Read as {encoding}.", encoding=decoded.encoding)
        ending = Path(own_name).suffix.lower()
        if any(ending in endings for endings in _ENDINGS.values()):
            note = " ".join([tr("It is named {ending} and is a text.", ending=ending), note]).rstrip()
        return Attachment.of_text(
            name,
            decoded.text,
            media_type=text_type(own_name),
            data=None if decoded.is_utf8 else data,
            note=note,
        )


def _bytes_of(path: Path, name: str) -> bytes:
    """All of a plain file, opened so that a pipe or a device is never waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as fault:
        raise _unreadable(name, fault) from fault
    try:
        about = os.fstat(descriptor)
        if stat.S_ISDIR(about.st_mode):
            raise _folder(name)
        if not stat.S_ISREG(about.st_mode):
            raise UsageError(tr("{name} is no plain file.", name=repr(name)), remedy=tr("Attach a file."))
        _check_size(name, about.st_size, LARGEST_BYTES, tr("a file"))
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(LARGEST_BYTES + 1)  # it may grow while it is read
    except OSError as fault:
        raise _unreadable(name, fault) from fault
    finally:
        os.close(descriptor)
    _check_size(name, len(data), LARGEST_BYTES, tr("a file"))
    return data


def _unreadable(name: str, fault: OSError | ValueError) -> UsageError:
    code = fault.errno if isinstance(fault, OSError) else None
    match code:
        case errno.ENOENT | errno.ENOTDIR:
            return UsageError(
                tr("There is no file {name}.", name=repr(name)), remedy=tr("Look at its name and its folder.")
            )
        case errno.EACCES | errno.EPERM:
            if os.name == "nt":  # a folder is refused so there
                return UsageError(
                    tr("{name} may not be read.", name=repr(name)), remedy=tr("Attach a file that you may read.")
                )
            return UsageError(
                tr("{name} may not be read.", name=repr(name)),
                remedy=tr("Allow yourself to read it, or attach another one."),
            )
        case errno.ELOOP:
            return UsageError(
                tr("{name} is a link that leads back to itself.", name=repr(name)), remedy=tr("Attach the file itself.")
            )
        case errno.EISDIR:
            return _folder(name)
        case errno.ENAMETOOLONG:
            return UsageError(
                tr("{name} is a longer name than files have.", name=repr(name)), remedy=tr("Look at its name.")
            )
        case errno.ENXIO:
            return UsageError(tr("{name} is no plain file.", name=repr(name)), remedy=tr("Attach a file."))
        case _:
            why = fault.strerror if isinstance(fault, OSError) and fault.strerror else tr("its name is none")
            return UsageError(
                tr("{name} cannot be read: {why}.", name=repr(name), why=why), remedy=tr("Attach another file.")
            )


def _folder(name: str) -> UsageError:
    return UsageError(tr("{name} is a folder.", name=repr(name)), remedy=tr("Attach the files in it."))


def _check_size(name: str, size: int, limit: int, what: str) -> None:
    if size > limit:
        raise UsageError(
            tr(
                "{name} has {size} MB, and {what} may have {most} MB.",
                name=repr(name),
                size=number(size / 1000000, 1),
                what=what,
                most=f"{limit / 1_000_000:.0f}",
            ),
            remedy=tr("Attach a smaller file, or a part of it."),
        )


def _misnamed(own_name: str, media_type: str) -> str:
    ending = Path(own_name).suffix.lower()
    if not ending or ending in _ENDINGS.get(media_type, (ending,)):
        return ""
    kind = tr(_WORDS[media_type]) if media_type in _WORDS else media_type
    return tr("It is named {ending} and is {kind}.", ending=shown_name(ending), kind=kind)


_WORDS = {
    "application/pdf": marked("a PDF"),
    "image/png": marked("a PNG picture"),
    "image/jpeg": marked("a JPEG picture"),
    "image/gif": marked("a GIF picture"),
    "image/webp": marked("a WebP picture"),
    "image/bmp": marked("a BMP picture"),
    "image/tiff": marked("a TIFF picture"),
}


def _with_note(attachment: Attachment, note: str) -> Attachment:
    if not note:
        return attachment
    return Attachment(part=attachment.part, data=attachment.data, text=attachment.text, notes=(note, *attachment.notes))
