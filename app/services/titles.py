"""Names a chat by the model that gave its first answer, in a request that begins as the chat itself does.

The request is the chat's own (system text, tools, messages, files) with one message more, so a vendor's prompt cache
and a local model's kept state serve both, and neither loses what it holds. Refuses where that would cost more than a
name is worth, and sends nothing anywhere that the answer did not come from. Raises nothing: a chat without a name keeps
the words of its first message.
"""

from __future__ import annotations

import dataclasses
import logging
import re
import uuid
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from datetime import UTC, datetime
from typing import cast

from app.domain.conversation import Conversation, Node, NodeState, title_from
from app.domain.errors import BatonError
from app.domain.messages import Message, Role
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.spending import Purpose
from app.domain.stream import AnswerFold, StreamEvent
from app.services.models import ModelService

log = logging.getLogger(__name__)

ASK = (
    "Name this conversation in three to six words, in its language, as a heading in a list. Write the name alone, "
    "without quotation marks or a full stop, and call no tool."
)
_LONGEST_TOKENS = 48
_DEAREST_TOKENS = 8_000
"""How long a first turn elsewhere may be: a longer one is not read again for a name."""
_MARKS = re.compile(r"^[\s\"'“”„«»#*_`-]+|[\s\"'“”«»*_`.。-]+$")


def wants_title(conversation: Conversation, path: Sequence[Node]) -> bool:
    """Whether a chat is to be named now: nobody has, and its first answer has just been given."""
    asked = [node for node in path if node.message.role is Role.USER]
    last = path[-1] if path else None
    return (
        not conversation.titled
        and not conversation.model_titled
        and conversation.settings.schema is None
        and len(asked) == 1
        and last is not None
        and last.message.role is Role.ASSISTANT
        and last.state is NodeState.COMPLETE
        and last.cached_at is None
        and bool(last.message.text.strip())
        and not last.message.tool_calls
    )


def may_title(conversation: Conversation, answer: Node, model: ModelInfo) -> bool:
    """Whether the model that answered may be asked for a name, and it costs little."""
    if model.id == RULES_MODEL or (conversation.settings.private and not model.is_private):
        return False
    if model.is_private:
        return True
    usage = answer.usage
    return usage is None or (usage.input_tokens or 0) <= _DEAREST_TOKENS


def asking(answer: Node) -> Node:
    """The message that asks for a name, which is never written."""
    return Node(
        id=uuid.uuid4().hex,
        conversation_id=answer.conversation_id,
        parent_id=answer.id,
        message=Message.user(ASK),
        created_at=datetime.now(UTC),
    )


async def title_by(models: ModelService, model: ModelInfo, request: ChatRequest) -> str:
    """The name that ``model`` gives for the chat's own ``request`` with :data:`ASK` at its end; empty where it gives
    none.
    """
    taken = {spec.name for spec in model.capabilities.parameters}
    parameters = dict(request.parameters)
    if "max_tokens" in taken and not model.capabilities.reasoning:  # one that thinks needs room for it
        parameters["max_tokens"] = _LONGEST_TOKENS
    terms = dataclasses.replace(request.terms, purpose=Purpose.TITLE, cached=False)
    asked = dataclasses.replace(request, parameters=parameters, terms=terms)
    fold = AnswerFold()
    try:
        source = cast("AsyncGenerator[StreamEvent]", models.stream(model.id, asked))
        async with aclosing(source) as events:
            async for event in events:
                fold.add(event)
    except BatonError as error:
        log.info("no name of %s: %s", model.id, error.fault_kind)
        return ""
    return cleaned(fold.message.text)


def cleaned(text: str) -> str:
    """A name as a list shows it: one line, no marks around it; empty for what is no name."""
    lines = [line for line in text.splitlines() if any(char.isalnum() for char in line)]
    if not lines:
        return ""
    words = _MARKS.sub("", lines[0])
    return title_from(words) if any(char.isalnum() for char in words) else ""
