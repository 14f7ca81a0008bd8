"""What a row of the transcript is made of, as plain values: a widget is bound to each. Owns no widget and no rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.aws import Action
from app.domain.messages import AttachmentPart
from app.domain.remedies import Remedy
from app.ui.markdown import Code, Grid, Picture, Prose


@dataclass(frozen=True, kw_only=True, slots=True)
class LongText:
    """A person's text too long to stand in the column: shown in a box of its own, exactly as typed."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Thinking:
    """A model's visible thinking, folded. ``key`` names it for what stays unfolded; ``seconds`` is how long it took."""

    key: str
    text: str
    running: bool = False
    seconds: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolLine:
    """A tool a model used, in one quiet line. ``detail`` is what went wrong; ``result`` what the model was told, which
    is folded, under ``key``.
    """

    icon: str
    text: str
    detail: str = ""
    key: str = ""
    result: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionItem:
    """A proposed call and its life. ``undoing``: it is being taken back."""

    action: Action
    undoing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanItem:
    """A plan: its steps in order. ``undoing``: the ids of those being taken back; ``undoing_all``: the plan is."""

    plan_id: str
    actions: tuple[Action, ...]
    undoing: frozenset[str] = frozenset()
    undoing_all: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """Something that takes time before more text comes; ``fraction`` between 0 and 1, or ``None`` where unknown."""

    text: str
    fraction: float | None = None


class Ending(StrEnum):
    """How an answer ended where it did not simply end."""

    FAILED = "failed"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    CUT = "cut"


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Why an answer ended. ``question_id``: the message to answer again, where that may help; ``goes_on``: the answer
    that can go on where it stopped.
    """

    ending: Ending
    text: str
    question_id: str | None = None
    goes_on: str | None = None
    broken_id: str | None = None  # the answer that broke off, where another can answer; ``next_model``: its title
    next_model: str = ""
    remedy: Remedy | None = None


class JsonMode(StrEnum):
    """How an answer that is JSON is looked at."""

    TREE = "tree"
    JSON = "json"
    RAW = "raw"


@dataclass(frozen=True, kw_only=True, slots=True)
class JsonAnswer:
    """An answer that is one JSON value, an object or a list; ``text`` is what the model wrote."""

    key: str
    text: str
    value: object


@dataclass(frozen=True, kw_only=True, slots=True)
class NotSent:
    """Above the first message that is sent: how many turns before it are not, and the summary sent in their place."""

    key: str
    turns: int
    summary: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """Where a message stands among its siblings: 1-based ``number`` of ``count``, and its neighbours' ids."""

    number: int
    count: int
    older: str | None
    newer: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Footer:
    """Under an answer: what wrote it, what it took, and what can be done with it."""

    key: str
    facts: tuple[str, ...]
    details: tuple[str, ...]
    markdown: str  # of the whole turn, for copying
    question_id: str | None
    branch: Branch | None
    node_id: str = ""
    pinned: bool = False
    goes_on: bool = False  # it was cut short, and can go on


@dataclass(frozen=True, kw_only=True, slots=True)
class Tools:
    """Beside a person's message: what can be done with it. ``pinned``: it is always sent."""

    node_id: str
    text: str
    branch: Branch | None
    pinned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Files:
    """What was given along with a message. ``seen``: how many of its thumbnails are there, so that more are shown."""

    files: tuple[AttachmentPart, ...]
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Editor:
    """A person's message being changed."""

    node_id: str
    text: str
    has_files: bool = False  # so that it may be sent without a word


Item = (
    Prose
    | Code
    | Grid
    | Picture
    | LongText
    | Thinking
    | ToolLine
    | ActionItem
    | PlanItem
    | Waiting
    | Notice
    | JsonAnswer
    | NotSent
    | Footer
    | Tools
    | Files
    | Editor
)
