"""A conversation and its tools, from the JSON of chat completions to the domain's values.

System texts come first and become one; every tool call is answered by the messages right after it. What a local model
cannot be given (pictures, sound, files) is refused by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.messages import Message, Part, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.services.serving.json_body import JsonObject

_MOST_MESSAGES = 10_000
_MOST_TOOLS = 512
_MOST_CALLS = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialogue:
    """System text and messages, as :class:`app.domain.ports.ChatRequest` wants them."""

    system: str
    messages: tuple[Message, ...]


def read_messages(body: JsonObject, name: str = "messages") -> Dialogue:
    """Take the messages out of ``body``. Raises :class:`~app.services.serving.json_body.BadRequestError`."""
    if name not in body:
        raise body.fault(name, "is missing.")
    reader = _Reader()
    for count, item in enumerate(body.objects(name), 1):
        if count > _MOST_MESSAGES:
            raise body.fault(name, f"holds more than {_MOST_MESSAGES} messages.")
        reader.add(item)
    reader.close()
    if not reader.messages:
        raise body.fault(name, "holds nothing to answer: add a message of the user's.")
    return Dialogue(system="\n\n".join(text for text in reader.system if text), messages=tuple(reader.messages))


def read_tools(body: JsonObject) -> tuple[ToolSpec, ...]:
    """Take the tools out of ``body``: functions with a name and a schema of their arguments."""
    tools: dict[str, ToolSpec] = {}
    for item in body.objects("tools"):
        if len(tools) >= _MOST_TOOLS:
            raise body.fault("tools", f"lists more than {_MOST_TOOLS} tools.")
        if (kind := item.text("type")) != "function":
            raise item.fault("type", f"must be 'function', not {str(kind)[:40]!r}: local models have no other tools.")
        function = item.inner("function")
        if function is None:
            raise item.fault("function", "is missing.")
        name = function.required_text("name")
        if name in tools:
            raise function.fault("name", f"stands twice: {name[:64]!r}.")
        tools[name] = ToolSpec(
            name=name,
            description=function.text("description") or "",
            parameters=function.plain("parameters") or {"type": "object", "properties": {}},
        )
        function.flag("strict")  # arguments are held to their schema in any case
        function.end()
        item.end()
    return tuple(tools.values())


def read_tool_choice(body: JsonObject, tools: Sequence[ToolSpec]) -> str:
    """Take ``tool_choice`` out of ``body``: ``auto``, ``none``, ``required`` or a tool's name."""
    choice = body.take("tool_choice")
    match choice:
        case None | "auto":
            return "auto"
        case "none":
            return "none"
        case "required":
            if not tools:
                raise body.fault("tool_choice", "asks for a tool, and 'tools' lists none.")
            return "required"
        case {"type": "function", "function": {"name": str(name)}}:
            if name not in {tool.name for tool in tools}:
                raise body.fault("tool_choice", f"names the tool {name[:64]!r}, which 'tools' does not list.")
            return name
        case _:
            raise body.fault("tool_choice", "must be 'auto', 'none', 'required' or one function of 'tools'.")


class _Reader:
    def __init__(self) -> None:
        self.system: list[str] = []
        self.messages: list[Message] = []
        self._asked: dict[str, str] = {}  # calls of the last answer that still lack a result: id to tool
        self._results: list[ToolResultPart] = []
        self._asked_in: JsonObject | None = None

    def add(self, item: JsonObject) -> None:
        role = item.required_text("role")
        if role != "tool":
            self.close()
        match role:
            case "system" | "developer":
                if self.messages:
                    raise item.fault("role", f"cannot be {role!r} here: system texts stand before all other messages.")
                self.system.append(_text(item))
            case "user":
                self.messages.append(Message(role=Role.USER, parts=(TextPart(text=_text(item)),)))
            case "assistant":
                self._add_answer(item)
            case "tool":
                self._add_result(item)
            case _:
                raise item.fault(
                    "role", f"is {role[:40]!r}, which is none of system, developer, user, assistant and tool."
                )
        item.refuse("name", "local models are not told who speaks by name.")
        item.end()

    def close(self) -> None:
        """End a run of results: each call has one."""
        if self._asked:
            assert self._asked_in is not None
            missing = ", ".join(repr(call_id[:64]) for call_id in self._asked)
            raise self._asked_in.fault(
                "tool_calls", f"must be answered by the tool messages right after it: {missing}."
            )
        if self._results:
            self.messages.append(Message(role=Role.TOOL, parts=tuple(self._results)))
            self._results = []

    def _add_answer(self, item: JsonObject) -> None:
        parts: list[Part] = []
        if reasoning := item.text("reasoning_content"):
            parts.append(ReasoningPart(text=reasoning))
        if "content" in item:
            parts.append(TextPart(text=_text(item)))
        item.refuse("refusal", "a local model gives none.")
        item.refuse("audio", "local models take text only.")
        item.refuse("function_call", "send 'tool_calls'.")
        for count, call in enumerate(item.objects("tool_calls"), 1):
            if count > _MOST_CALLS:
                raise item.fault("tool_calls", f"holds more than {_MOST_CALLS} calls.")
            part = _call(call)
            if part.call_id in self._asked:
                raise call.fault("id", f"stands twice: {part.call_id[:64]!r}.")
            self._asked[part.call_id] = part.name
            parts.append(part)
        self._asked_in = item
        self.messages.append(Message(role=Role.ASSISTANT, parts=tuple(parts) or (TextPart(text=""),)))

    def _add_result(self, item: JsonObject) -> None:
        call_id = item.required_text("tool_call_id")
        name = self._asked.pop(call_id, None)
        if name is None:
            raise item.fault("tool_call_id", f"answers {call_id[:64]!r}, which the answer before does not ask for.")
        item.text("name")  # the call's own name counts
        self._results.append(ToolResultPart(call_id=call_id, name=name, content=_text(item)))


def _call(item: JsonObject) -> ToolCallPart:
    call_id = item.required_text("id")
    if (kind := item.text("type")) not in (None, "function"):
        raise item.fault("type", f"must be 'function', not {str(kind)[:40]!r}.")
    function = item.inner("function")
    if function is None:
        raise item.fault("function", "is missing.")
    name, arguments = function.required_text("name"), function.text("arguments") or ""
    function.end()
    item.take("index")  # streamed calls that a program put together keep it
    item.end()
    return ToolCallPart(call_id=call_id, name=name, arguments=arguments)


def _text(item: JsonObject) -> str:
    """A message's content: a text, or a list of text parts, which follow each other as they stand."""
    if "content" not in item:
        raise item.fault("content", "is missing.")
    if not isinstance(item.peek("content"), list):
        return item.text("content") or ""
    pieces = []
    for part in item.objects("content"):
        if (kind := part.required_text("type")) != "text":
            raise part.fault("type", f"is {kind[:40]!r}: local models take text only.", code="unsupported_parameter")
        if (text := part.text("text")) is None:
            raise part.fault("text", "is missing.")
        pieces.append(text)
        part.end()
    return "".join(pieces)
