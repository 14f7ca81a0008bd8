"""Messages as every model sees them: a role and a sequence of typed parts. Owns no history and no wire format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who speaks. A ``TOOL`` message holds only results; system text travels beside the messages, not among them."""

    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPart:
    """Markdown text, shown as written."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasoningPart:
    """A model's visible thinking.

    ``signature`` is the vendor's opaque proof, to be sent back unchanged with the same text (Anthropic requires it
    when a turn with tools goes on); ``vendor`` names who issued it, so that it is never sent to anybody else.
    """

    text: str
    signature: str | None = None
    vendor: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCallPart:
    """A model's request to call a tool. ``arguments`` is the JSON text as the model wrote it, and may be invalid."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolResultPart:
    """What a tool answered to the call ``call_id``: untrusted text, given to the model as data."""

    call_id: str
    name: str
    content: str
    is_error: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachmentPart:
    """A file the person gave along: a picture, a PDF, or text. Its bytes lie in the store of blobs under ``sha256``.

    ``media_type`` as in ``image/png``, ``application/pdf``, ``text/x-python``; ``name`` is for people and models, and
    is untrusted. A text that a program read out of the file for models that take no such file is a blob too, under
    ``text_sha256``. ``width`` and ``height`` (pixels) are a picture's, ``pages`` a PDF's, ``chars`` its text's length
    or a text's own: what an estimate of its tokens needs; 0 where unknown.
    """

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    text_sha256: str | None = None
    width: int = 0
    height: int = 0
    pages: int = 0
    chars: int = 0

    @property
    def is_image(self) -> bool:
        """Whether models that see pictures see it."""
        return self.media_type.startswith("image/")

    @property
    def is_pdf(self) -> bool:
        """Whether models that read documents read it."""
        return self.media_type == "application/pdf"


Part = TextPart | ReasoningPart | ToolCallPart | ToolResultPart | AttachmentPart


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One utterance: its role and its parts, in order."""

    role: Role
    parts: tuple[Part, ...]

    @classmethod
    def user(cls, text: str) -> Message:
        """A message of the person's, as plain text."""
        return cls(role=Role.USER, parts=(TextPart(text=text),))

    @property
    def text(self) -> str:
        """The visible text: every text part, joined by blank lines; reasoning and tool traffic left out."""
        return "\n\n".join(part.text for part in self.parts if isinstance(part, TextPart) and part.text)

    @property
    def attachments(self) -> tuple[AttachmentPart, ...]:
        """The files given along, in order."""
        return tuple(part for part in self.parts if isinstance(part, AttachmentPart))

    @property
    def tool_calls(self) -> tuple[ToolCallPart, ...]:
        """The tool calls asked for, in order."""
        return tuple(part for part in self.parts if isinstance(part, ToolCallPart))


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolSpec:
    """A tool a model may ask for: its name, what it does, and the JSON schema of its arguments."""

    name: str
    description: str
    parameters: dict[str, object]
