"""Writes a conversation the way a model was trained to read it: its GGUF's own template, in jinja2's sandbox.

A template is data from a stranger's file: it runs sandboxed and only in the worker. What people, tools and models said
never becomes a control token: such texts are broken by a zero-width space before they are rendered.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Never

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.domain.errors import UnsupportedError
from app.domain.messages import Message, ReasoningPart, Role, ToolResultPart, ToolSpec
from app.domain.ports import ChatRequest
from app.llama.tool_calls import CALL_CLOSE, CALL_OPEN

CHATML = (
    "{%- for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{%- if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""For a model that brings no template of its own: the format most fine-tunes understand."""

CHATML_STOP = "<|im_end|>"

TOOL_INSTRUCTION = """\
You can ask for the tools below. To ask for one, write exactly this and then stop:
<tool_call>
{"name": "the tool's name", "arguments": {"its": "arguments"}}
</tool_call>
The answer comes back between <tool_response> and </tool_response>. Ask for a tool only where you need one.

Tools, one JSON object a line:
"""
"""Told to a model whose template knows no tools. The answer's format is Hermes's, which the parser reads."""


class ChatTemplate:
    """A template, ready to render. ``control_texts`` are the vocabulary's control tokens as text."""

    def __init__(
        self, source: str | None, *, bos: str = "", eos: str = "", control_texts: Collection[str] = ()
    ) -> None:
        self.is_own = bool(source)
        self.is_harmony = source is not None and "<|channel|>" in source
        self._bos = bos
        self._eos = eos
        long_enough = sorted((text for text in control_texts if len(text) > 2), key=len, reverse=True)
        self._control = re.compile("|".join(map(re.escape, long_enough))) if long_enough else None
        try:
            self._template = _environment().from_string(source or CHATML)
        except jinja2.TemplateError as error:
            raise UnsupportedError(
                "The model's chat template cannot be read.",
                remedy="Choose another build of this model.",
                detail=str(error),
            ) from error
        self.supports_tools = self._uses_tools()

    def render(self, request: ChatRequest) -> str:
        """The prompt. Raises :class:`UnsupportedError` where the template refuses the conversation."""
        native = self.supports_tools
        tools = [_tool(spec) for spec in request.tools] if native else []
        system = request.system
        if request.tools and not native:
            listed = "\n".join(json.dumps(_tool(spec), ensure_ascii=False) for spec in request.tools)
            system = f"{system}\n\n{TOOL_INSTRUCTION}{listed}".strip()
        messages = self._messages(request.messages, system, native=native or not self._has_tool_traffic(request))
        try:
            return self._render(messages, tools)
        except (jinja2.TemplateError, ValueError, TypeError, KeyError, AttributeError) as first:
            # Many templates refuse a system message, a role of their own for tools, or two messages of one role in
            # a row; folded into plain turns, nearly all take the same conversation.
            folded = _fold(self._messages(request.messages, system, native=False))
            try:
                return self._render(folded, tools)
            except (jinja2.TemplateError, ValueError, TypeError, KeyError, AttributeError):
                raise UnsupportedError(
                    "The model's chat template refuses this conversation.",
                    remedy="Start a new chat, or choose another model.",
                    detail=str(first),
                ) from first

    def _render(self, messages: Sequence[dict[str, Any]], tools: Sequence[dict[str, Any]]) -> str:
        return self._template.render(
            messages=messages,
            tools=list(tools) or None,
            bos_token=self._bos,
            eos_token=self._eos,
            add_generation_prompt=True,
            raise_exception=_raise_exception,
            strftime_now=_strftime_now,
        )

    def _uses_tools(self) -> bool:
        """Whether the prompt changes when a tool is offered."""
        messages = [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]
        tool = _tool(ToolSpec(name="probe", description="probe", parameters={"type": "object", "properties": {}}))
        for attempt in (messages, messages[1:]):
            try:
                return "probe" in self._render(attempt, [tool])
            except (jinja2.TemplateError, ValueError, TypeError, KeyError, AttributeError):
                continue
        return False

    @staticmethod
    def _has_tool_traffic(request: ChatRequest) -> bool:
        return any(message.role is Role.TOOL or message.tool_calls for message in request.messages)

    def _messages(self, messages: Sequence[Message], system: str, *, native: bool) -> list[dict[str, Any]]:
        written: list[dict[str, Any]] = []
        if system:
            written.append({"role": "system", "content": self._safe(system)})
        for message in messages:
            match message.role:
                case Role.USER:
                    written.append({"role": "user", "content": self._safe(message.text)})
                case Role.ASSISTANT:
                    written.append(self._assistant(message, native=native))
                case Role.TOOL:
                    results = [part for part in message.parts if isinstance(part, ToolResultPart)]
                    written += [self._result(result, native=native) for result in results]
        return written

    def _assistant(self, message: Message, *, native: bool) -> dict[str, Any]:
        text = self._safe(message.text)
        if message.tool_calls and not native:
            calls = [
                json.dumps({"name": call.name, "arguments": _arguments(call.arguments)}, ensure_ascii=False)
                for call in message.tool_calls
            ]
            text = "\n".join([text, *(f"{CALL_OPEN}\n{self._safe(call)}\n{CALL_CLOSE}" for call in calls)]).strip()
            return {"role": "assistant", "content": text}
        written: dict[str, Any] = {"role": "assistant", "content": text}
        reasoning = "".join(part.text for part in message.parts if isinstance(part, ReasoningPart))
        if reasoning:  # templates that want it take it from here, the others leave it alone
            written["reasoning_content"] = self._safe(reasoning)
        if message.tool_calls:
            written["tool_calls"] = [
                {
                    "id": _short_id(call.call_id),
                    "type": "function",
                    "function": {"name": call.name, "arguments": self._safe_json(_arguments(call.arguments))},
                }
                for call in message.tool_calls
            ]
        return written

    def _result(self, result: ToolResultPart, *, native: bool) -> dict[str, Any]:
        content = self._safe(result.content)
        if native:
            return {"role": "tool", "name": result.name, "tool_call_id": _short_id(result.call_id), "content": content}
        return {"role": "user", "content": f"<tool_response>\n{content}\n</tool_response>"}

    def _safe(self, text: str) -> str:
        if self._control is None:
            return text
        return self._control.sub(lambda match: match[0][0] + "\u200b" + match[0][1:], text)

    def _safe_json(self, value: object) -> object:
        if isinstance(value, str):
            return self._safe(value)
        if isinstance(value, list):
            return [self._safe_json(item) for item in value]
        if isinstance(value, dict):
            return {self._safe(str(name)): self._safe_json(item) for name, item in value.items()}
        return value


class _GenerationTag(jinja2.ext.Extension):
    """``{% generation %}`` marks what was trained on in some templates; for writing a prompt it means nothing."""

    tags = {"generation"}  # noqa: RUF012 - jinja2 declares this attribute as a plain set

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def _environment() -> ImmutableSandboxedEnvironment:
    """Set up as the templates expect: trimmed blocks, ``break`` and ``continue``, and JSON that is not HTML-escaped."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[_GenerationTag, jinja2.ext.loopcontrols]
    )
    environment.filters["tojson"] = _to_json
    return environment


def _to_json(value: object, indent: int | None = None, **_ignored: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _raise_exception(message: str) -> Never:
    raise jinja2.TemplateError(message)


def _strftime_now(form: str) -> str:
    return datetime.now().astimezone().strftime(form)


def _tool(spec: ToolSpec) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {"name": spec.name, "description": spec.description, "parameters": spec.parameters},
    }


def _short_id(call_id: str) -> str:
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


def _fold(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same conversation as strictly alternating turns of user and assistant, the user's first."""
    folded: list[dict[str, Any]] = []
    for message in messages:
        role = "assistant" if message["role"] == "assistant" else "user"
        if folded and folded[-1]["role"] == role:
            folded[-1]["content"] = f"{folded[-1]['content']}\n\n{message['content']}".strip()
        else:
            folded.append({"role": role, "content": message["content"]})
    if folded and folded[0]["role"] == "assistant":
        folded.insert(0, {"role": "user", "content": ""})
    return folded
