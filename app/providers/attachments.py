"""Files on their way to a model: pictures and PDFs as base64, as every vendor's wire wants them.

Refuses what no wire has a form for, what has lost its bytes, and any file for a model that only reads text.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import AttachmentPart, Message
from app.domain.ports import ChatRequest

IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""The kinds of pictures that Anthropic and OpenAI document."""
PDF_TYPE = "application/pdf"


def encoded(part: AttachmentPart, request: ChatRequest) -> str:
    """The file's bytes as base64. Raises ``UnsupportedError`` for a kind that is neither picture nor PDF."""
    if part.media_type not in IMAGE_TYPES and part.media_type != PDF_TYPE:
        raise UnsupportedError(
            tr(
                "{name!r} cannot be sent: models take PNG, JPEG, GIF and WebP pictures and PDFs, not {media_type!r}.",
                name=part.name,
                media_type=part.media_type,
            ),
            remedy=tr("Attach it in one of those forms, or paste its text."),
        )
    data = request.blobs.get(part.sha256)
    if data is None:
        raise UnsupportedError(
            tr("The bytes of {name!r} are gone.", name=part.name), remedy=tr("Attach the file again.")
        )
    return base64.b64encode(data).decode("ascii")


def data_url(part: AttachmentPart, request: ChatRequest) -> str:
    """The file as a ``data:`` address."""
    return f"data:{part.media_type};base64,{encoded(part, request)}"


def refuse_pdf(part: AttachmentPart, *, model: str) -> UnsupportedError:
    """The error for a PDF where the endpoint documents no form for one."""
    return UnsupportedError(
        tr("There is no way to send the PDF {name!r} to {model!r} as a file.", name=part.name, model=model),
        remedy=tr("Attach its text, or choose a model that reads PDFs."),
    )


def refuse_files(messages: Sequence[Message], *, title: str) -> None:
    """Raise ``UnsupportedError`` for the first file among messages to what reads text alone."""
    for message in messages:
        for part in message.attachments:
            raise UnsupportedError(
                tr("{title} reads text only, and {name!r} is a file.", title=title, name=part.name),
                remedy=tr("Choose a model that takes such files, or paste the text of it."),
            )


def misplaced(part: AttachmentPart) -> UnsupportedError:
    """The error for a file in an answer or a tool's result, where no vendor takes one."""
    return UnsupportedError(
        tr("{name!r} can only be sent with a message of your own.", name=part.name), remedy=tr("Attach it again.")
    )
