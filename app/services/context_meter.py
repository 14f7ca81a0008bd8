"""What the next request would take of its model's context, part by part: what a meter shows before anything is sent.

Estimates alone, by the newest count of the branch: a meter moves with every key, and a count may cost a request.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.domain.context import LeftOut
from app.domain.conversation import Node
from app.domain.messages import AttachmentPart, Message
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import ChatRequest
from app.services.context_budget import CALIBRATION, turns_left_out
from app.services.prompt import kept, sendable
from app.services.token_estimates import attachment_tokens, message_tokens, text_tokens, tools_tokens

_TOLD_TOKENS = 24  # of a picture that is told of in words


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextParts:
    """Tokens by what takes them, roughly. ``history`` is without what is pinned and without files.

    ``turns_left_out`` are not sent; ``unseen`` are pictures of earlier messages that this model is told of in words.
    ``input_usd`` is what reading all of it costs, or ``None`` where nobody knows the price.
    """

    system: int = 0
    tools: int = 0
    pinned: int = 0
    history: int = 0
    attachments: int = 0
    turns_left_out: int = 0
    unseen: tuple[str, ...] = ()
    input_usd: float | None = None

    @property
    def sent(self) -> int:
        """All of it."""
        return self.system + self.tools + self.pinned + self.history + self.attachments


def measured(
    path: Sequence[Node],
    model: ModelInfo,
    told: ChatRequest,
    left_out: LeftOut | None,
    pinned: Collection[str],
    attachments: Sequence[AttachmentPart],
) -> ContextParts:
    """The parts of the request for the next message but for its text, which moves with every key.

    ``told``: a request without messages, for what the model is told before them. ``attachments`` are the files that
    are to go with the next message. No file is read for it.
    """
    if model.id == RULES_MODEL:
        told = replace(told, system="", tools=())  # it reads what the person writes, and needs no telling
    factor = _factor(path, model, told, pinned)

    def scaled(tokens: float) -> int:
        return round(tokens * factor)

    nodes = kept(path, left_out, pinned)
    fixed = sendable([node for node in nodes if node.id in pinned])
    rest = sendable([node for node in nodes if node.id not in pinned])
    sent = [part for message in (*fixed, *rest) for part in message.attachments]
    parts = ContextParts(
        system=scaled(text_tokens(told.system, model)),
        tools=scaled(tools_tokens(told, model)),
        pinned=scaled(sum(_words(message, model) for message in fixed)),
        history=scaled(sum(_words(message, model) for message in rest)),
        attachments=scaled(sum(_file(part, model) for part in (*sent, *attachments))),
        turns_left_out=turns_left_out(path, left_out),
        unseen=() if model.capabilities.images else tuple(part.name for part in sent if part.is_image),
    )
    price = model.price
    return parts if price is None else replace(parts, input_usd=parts.sent * price.input / 1_000_000)


def _factor(path: Sequence[Node], model: ModelInfo, told: ChatRequest, pinned: Collection[str]) -> float:
    """What the newest answer of this model was counted as, by what it is estimated as here."""
    before = text_tokens(told.system, model) + tools_tokens(told, model)
    for position in range(len(path) - 1, 0, -1):
        node = path[position]
        if node.usage is not None and node.usage.input_tokens > 0 and node.model == str(model.id):
            messages = sendable(kept(path[:position], node.left_out, pinned))
            files = sum(_file(part, model) for message in messages for part in message.attachments)
            estimated = before + files + sum(_words(message, model) for message in messages)
            low, high = CALIBRATION
            return min(max(node.usage.input_tokens / max(estimated, 1), low), high)
    return 1.0


def _words(message: Message, model: ModelInfo) -> int:
    return message_tokens(message, model) - sum(attachment_tokens(part, model) for part in message.attachments)


def _file(part: AttachmentPart, model: ModelInfo) -> int:
    if part.is_image and not model.capabilities.images:
        return _TOLD_TOKENS
    return attachment_tokens(part, model)
