"""What every vendor's requests and replies share: reasoning that may go back, and JSON taken apart without trust.

Refuses parameters that have no place in a request. Relies on what :class:`app.domain.ports.ChatRequest` promises.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from app.domain.errors import UnsupportedError
from app.domain.messages import Message, ReasoningPart, Role, ToolCallPart
from app.domain.models import ModelId

_MOST_TOKENS = 10**12  # what claims more is no count


def own_reasoning(message: Message, issuer: ModelId, *, current: bool) -> dict[int, ReasoningPart]:
    """The reasoning of ``message`` that goes back to ``issuer``, by position.

    Only to the very model that signed it, and only within the turn under way, where vendors require it: signatures
    are bound to model and conversation, and one stale signature would have the whole conversation refused for ever.
    """
    if not current:
        return {}
    return {
        position: part
        for position, part in enumerate(message.parts)
        if isinstance(part, ReasoningPart) and part.vendor == str(issuer)
    }


def turn_start(messages: Sequence[Message]) -> int:
    """The position of the person's last message, with which the turn under way began."""
    return max((n for n, message in enumerate(messages) if message.role is Role.USER), default=0)


def arguments_object(call: ToolCallPart) -> dict[str, object]:
    """A call's arguments as an object; text that is none is kept, under a name that says so."""
    try:
        value = json.loads(call.arguments or "{}")
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, dict) else {"invalid_arguments": call.arguments}


def mapping(value: object) -> Mapping[str, object]:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> Sequence[object]:
    """``value`` if it is a list, else an empty one."""
    return value if isinstance(value, list) else ()


def text_of(value: object) -> str:
    """``value`` if it is text, else nothing."""
    return value if isinstance(value, str) else ""


def count_of(value: object) -> int:
    """``value`` if it is a number of tokens, else 0."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < _MOST_TOKENS:
        return 0
    return int(value)


def place_of(value: object) -> str:
    """An index as a vendor gives it, as something a mapping can be keyed by, whatever it is."""
    return value if isinstance(value, str) else repr(value)


def refuse_unknown(parameters: Mapping[str, object], known: Sequence[str], *, model: str) -> None:
    """Raise ``UnsupportedError`` for the first parameter that has no place in the request."""
    for name in parameters:
        if name not in known:
            raise UnsupportedError(
                f"{model!r} does not take the parameter {name!r}.",
                remedy="Reset it in the model dock, or choose another model.",
            )
