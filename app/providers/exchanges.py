"""What every vendor's requests and replies share: reasoning that may go back, and JSON taken apart without trust.

Refuses parameters and choices of a tool that have no place in a request. Relies on what
:class:`app.domain.ports.ChatRequest` promises.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from typing import TypeVar

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import Message, ReasoningPart, Role, ToolCallPart
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.stream import Scores, TokenScore

_LINE_BYTES = 16 * 1024 * 1024  # of a file of results
_MOST_TOKENS = 10**12  # what claims more is no count


Event = TypeVar("Event")

TAIL_S = 3.0
"""How long what may follow an answer's last word (its usage) is waited for: some servers never end their stream.
It is shorter than the shortest time that the settings let a silent answer be waited for: what is whole has not failed.
"""
LINGER_S = 0.1
"""How long an answer's connection is read to its end once all is said, so that it can serve the next request."""


async def patiently(events: AsyncIterator[Event], patience_s: Callable[[], float | None]) -> AsyncGenerator[Event]:
    """``events`` for as long as ``patience_s`` says; ``None`` is for ever.

    Once it says a time, all that matters has come: when that has passed the stream is over, whatever else comes, and so
    it is where the connection breaks.
    """
    iterator = aiter(events)
    now = asyncio.get_running_loop().time
    deadline: float | None = None
    while True:
        limit_s = patience_s()
        if limit_s is not None:
            deadline = min(now() + limit_s, math.inf if deadline is None else deadline)
        try:
            if deadline is None:
                event = await anext(iterator)
            else:
                async with asyncio.timeout_at(deadline):
                    event = await anext(iterator)
        except StopAsyncIteration:
            return
        except Exception:
            if deadline is None:
                raise
            return
        yield event


async def json_body(make: Callable[[], Mapping[str, object]], *, stream: bool = False) -> bytes:
    """The body that ``make`` makes, on a thread, as files make it long. Half of a surrogate pair becomes a ``?``."""
    return await asyncio.to_thread(_written, make, stream)


def _written(make: Callable[[], Mapping[str, object]], stream: bool) -> bytes:
    body = {**make(), "stream": True} if stream else make()
    try:
        text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (ValueError, RecursionError):
        raise UnsupportedError(
            tr(
                "The request holds what cannot be written as JSON: a number without end, or data that nests too deeply."
            ),
            remedy=tr("Reset the parameters in the model dock, or write the schema flatter."),
        ) from None
    return text.encode("utf-8", "replace")


JSON_HEADERS = {"content-type": "application/json"}


async def json_lines(chunks: AsyncIterator[bytes]) -> AsyncGenerator[Mapping[str, object]]:
    """The objects of a JSONL stream, read a line at a time; a line that is none is passed over."""
    rest = bytearray()
    async for chunk in chunks:
        *whole, last = chunk.split(b"\n")
        for line in whole:
            rest += line
            if (value := _object(bytes(rest))) is not None:
                yield value
            rest.clear()
        rest += last
        if len(rest) > _LINE_BYTES:
            raise ValueError("a line without an end")
    if (value := _object(bytes(rest))) is not None:
        yield value


def _object(line: bytes) -> Mapping[str, object] | None:
    try:
        value = json.loads(line) if line.strip() else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


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
                tr("{model!r} does not take the parameter {name!r}.", model=model, name=name),
                remedy=tr("Reset it in the model dock, or choose another model."),
            )


def chosen_tool(request: ChatRequest) -> str | None:
    """The one tool that must be asked for, ``""`` for any one of them, or ``None`` where none is forced.

    Raises ``UnsupportedError`` for a tool that is not among the request's.
    """
    choice = request.tool_choice
    if choice in ("auto", "none"):
        return None
    name = "" if choice == "required" else choice
    if not request.tools or (name and name not in {tool.name for tool in request.tools}):
        raise UnsupportedError(
            tr("The model cannot be made to call {name!r}: the request has no such tool.", name=name)
            if name
            else tr("The model cannot be made to call a tool: the request has none."),
            remedy=tr("Name one of the request's tools, or leave the choice to the model."),
        )
    return name


def scores_of(entries: object) -> Scores | None:
    """OpenAI's log probabilities, of Chat Completions and of Responses alike; ``None`` where there are none."""
    tokens = tuple(
        TokenScore(
            data=_token_bytes(entry),
            logprob=_logprob(entry),
            alternatives=tuple(
                (_token_bytes(other), _logprob(other)) for other in map(mapping, sequence(entry.get("top_logprobs")))
            ),
        )
        for entry in map(mapping, sequence(entries))
    )
    return Scores(tokens=tokens) if tokens else None


def _token_bytes(entry: Mapping[str, object]) -> bytes:
    given = [value for value in sequence(entry.get("bytes")) if isinstance(value, int) and 0 <= value < 256]
    return bytes(given) if given else text_of(entry.get("token")).encode("utf-8", "replace")


def _logprob(entry: Mapping[str, object]) -> float:
    value = entry.get("logprob")
    return float(value) if isinstance(value, (int, float)) and abs(value) < _MOST_TOKENS else -math.inf
