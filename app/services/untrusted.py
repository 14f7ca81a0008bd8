"""Whether text from outside stands before a model: what AWS answered, what a file holds. Judges no words."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.aws import Tool
from app.domain.conversation import Node
from app.domain.messages import AttachmentPart, ToolResultPart

_FROM_AWS = frozenset({Tool.PROPOSE, Tool.PLAN})


def holds_untrusted(path: Iterable[Node]) -> bool:
    """Whether the branch holds an answer of AWS or an attachment. What was left out of it may live on in a summary."""
    return any(
        isinstance(part, AttachmentPart) or (isinstance(part, ToolResultPart) and part.name in _FROM_AWS)
        for node in path
        for part in node.message.parts
    )
