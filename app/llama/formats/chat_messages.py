"""A conversation as chat templates take it: dictionaries, in which nothing that was said can act as a control token."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.messages import Message, ReasoningPart, Role, ToolCallPart, ToolResultPart, ToolSpec
from app.llama.formats.call_forms import Written

Dictionaries = list[dict[str, Any]]


class Breaker:
    """Breaks the texts of control tokens and of the parser's marks by a zero-width space, wherever they were said."""

    def __init__(self, texts: Collection[str]) -> None:
        long_enough = sorted({text for text in texts if len(text) > 2}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, long_enough))) if long_enough else None

    def text(self, text: str) -> str:
        """The text with every such mark broken."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: match[0][0] + "\u200b" + match[0][1:], text)

    def value(self, value: object) -> object:
        """A JSON value with every such mark broken, in names too."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.value(item) for item in value]
            case dict():
                return {self.text(str(name)): self.value(item) for name, item in value.items()}
            case _:
                return value


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """How a template wants its messages.

    ``write_calls``: writes calls into an assistant's text, for a template that knows no calls; ``None`` where it does.
    ``arguments_as_text``: the arguments of a call are JSON text, not an object. ``empty``: the content of a message
    that says nothing. ``apart``: what is said and what is called are two messages.
    """

    write_calls: Callable[[Sequence[Written]], str] | None = None
    arguments_as_text: bool = False
    empty: str | None = ""
    apart: bool = False


def dictionaries(messages: Sequence[Message], system: str, breaker: Breaker, layout: Layout) -> Dictionaries:
    """The messages as a template takes them. ``system`` is taken as it is."""
    written: Dictionaries = [{"role": "system", "content": system}] if system else []
    for message in messages:
        match message.role:
            case Role.USER:
                written.append({"role": "user", "content": breaker.text(message.text)})
            case Role.ASSISTANT:
                written += _assistant(message, breaker, layout)
            case Role.TOOL:
                results = [part for part in message.parts if isinstance(part, ToolResultPart)]
                written += [_result(result, breaker, layout) for result in results]
    return written


def tool_dictionary(spec: ToolSpec, breaker: Breaker) -> dict[str, Any]:
    """A tool as templates take it."""
    return {
        "type": "function",
        "function": {
            "name": spec.name,
            "description": breaker.text(spec.description),
            "parameters": breaker.value(spec.parameters),
        },
    }


def without_system(messages: Dictionaries) -> Dictionaries:
    """The same conversation, its system text at the beginning of the first message of the user's."""
    if len(messages) < 2 or messages[0]["role"] != "system" or messages[1]["role"] != "user":
        return messages
    first = {"role": "user", "content": f"{messages[0]['content']}\n\n{messages[1]['content']}".strip()}
    return [first, *messages[2:]]


def folded(messages: Dictionaries) -> Dictionaries:
    """The same conversation as strictly alternating turns of user and assistant, the user's first."""
    turns: Dictionaries = []
    for message in messages:
        role = "assistant" if message["role"] == "assistant" else "user"
        content = message["content"] or ""
        if turns and turns[-1]["role"] == role:
            turns[-1]["content"] = f"{turns[-1]['content']}\n\n{content}".strip()
        else:
            turns.append({"role": role, "content": content})
    if turns and turns[0]["role"] == "assistant":
        turns.insert(0, {"role": "user", "content": ""})
    return turns


def _assistant(message: Message, breaker: Breaker, layout: Layout) -> Dictionaries:
    text = breaker.text(message.text)
    calls = [(call, breaker.value(_arguments(call.arguments))) for call in message.tool_calls]
    if calls and layout.write_calls is not None:
        written = layout.write_calls([(call.name, arguments) for call, arguments in calls])
        return [{"role": "assistant", "content": f"{text}\n{written}".strip()}]
    said: dict[str, Any] = {"role": "assistant", "content": text or (layout.empty if calls else "")}
    reasoning = "".join(part.text for part in message.parts if isinstance(part, ReasoningPart))
    if reasoning:  # templates that want it take it from here, the others leave it alone
        said["reasoning_content"] = breaker.text(reasoning)
    if not calls:
        return [said]
    asked = [_call(call, arguments, layout) for call, arguments in calls]
    if text and layout.apart:
        return [said, {"role": "assistant", "content": layout.empty, "tool_calls": asked}]
    return [said | {"tool_calls": asked}]


def _call(call: ToolCallPart, arguments: object, layout: Layout) -> dict[str, Any]:
    given = json.dumps(arguments, ensure_ascii=False) if layout.arguments_as_text else arguments
    return {
        "id": short_id(call.call_id),
        "type": "function",
        "function": {"name": call.name, "arguments": given},
    }


def _result(result: ToolResultPart, breaker: Breaker, layout: Layout) -> dict[str, Any]:
    content = breaker.text(result.content)
    if layout.write_calls is None:
        return {"role": "tool", "name": result.name, "tool_call_id": short_id(result.call_id), "content": content}
    return {"role": "user", "content": f"<tool_response>\n{content}\n</tool_response>"}


def short_id(call_id: str) -> str:
    """Nine letters or digits, the same for the same id: Mistral's templates refuse every other form."""
    if re.fullmatch("[A-Za-z0-9]{9}", call_id):
        return call_id
    return hashlib.sha256(call_id.encode("utf-8", "replace")).hexdigest()[:9]


def _arguments(text: str) -> object:
    """Arguments as templates want them: the object, or the text where a model wrote no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
