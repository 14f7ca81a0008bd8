"""How one model is spoken to: the prompt of a request, the parser of its answer, and what holds the answer in form.

Made once a model is loaded, from its GGUF's template and its vocabulary's control tokens. What a template does with a
tool call is found out by letting it write one and reading that back. Knows no llama.cpp.
"""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import Message, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent, ToolCallRequested
from app.llama.formats import harmony
from app.llama.formats.answer_grammar import AnswerGrammars, text_parameters
from app.llama.formats.call_forms import FORMS, HERMES, BareForm, CallForm
from app.llama.formats.call_reading import MARKERS as CALL_MARKERS
from app.llama.formats.chat_messages import (
    Breaker,
    Dictionaries,
    Layout,
    dictionaries,
    folded,
    tool_dictionary,
    without_system,
)
from app.llama.formats.chat_template import SECONDS, Template, TemplateFaultError, TemplateTooLongError
from app.llama.formats.grammar import Grammar
from app.llama.formats.json_schema import schema_grammar
from app.llama.formats.tool_calls import MARKERS as THOUGHT_MARKERS
from app.llama.formats.tool_calls import THOUGHTS, AnswerParser

CHATML = (
    "{%- for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{%- if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""For a model that brings no template of its own: the format most fine-tunes understand."""

CHATML_STOP = "<|im_end|>"

_INSTRUCTION = """\
You can ask for the tools below. To ask for one, write exactly this and then stop:
{example}
The answer comes back between <tool_response> and </tool_response>. Ask for a tool only where you need one.

Tools, one JSON object a line:
{tools}"""
"""Told to a model whose template lists no tools."""

_EXAMPLE = ("the tool's name", {"its": "arguments"})

_FAMILIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("<|channel|>", "<|message|>"), "harmony"),
    (("<|im_start|>",), "chatml"),
    (("<|start_header_id|>",), "llama3"),
    (("[INST]",), "mistral"),
    (("<start_of_turn>",), "gemma"),
    (("<|turn>",), "gemma"),
    (("<｜User｜>",), "deepseek"),
    (("<|start_of_role|>",), "granite"),
    (("<|START_OF_TURN_TOKEN|>",), "command-r"),
    (("[gMASK]",), "glm"),
    (("<|end|>", "<|user|>", "<|assistant|>"), "phi"),
)
"""By what marks of its turns a template is known; the first whose marks it holds."""

_DATES_KEPT = 200
_HARMONY_ANSWER = f"{harmony.CHANNEL}final{harmony.MESSAGE}"

_PROBE_TOOL = ToolSpec(
    name="probe_tool",
    description="probe_description",
    parameters={"type": "object", "properties": {"text": {"type": "string"}, "count": {"type": "integer"}}},
)
_PROBE_ARGUMENTS = {"count": 3, "text": "probe text"}  # in alphabetical order, as some templates sort them
_PROBE_USER = "probe question"
_PROBE_CALL = ToolCallPart(call_id="abcdefghi", name=_PROBE_TOOL.name, arguments=json.dumps(_PROBE_ARGUMENTS))


def _probe(*said: TextPart) -> tuple[Message, ...]:
    """A conversation with a call, for which the assistant may have had something to say."""
    result = ToolResultPart(call_id=_PROBE_CALL.call_id, name=_PROBE_CALL.name, content="ok")
    return (
        Message.user(_PROBE_USER),
        Message(role=Role.ASSISTANT, parts=(*said, _PROBE_CALL)),
        Message(role=Role.TOOL, parts=(result,)),
    )


class Parser(Protocol):
    """Makes events of an answer's characters; ``calls`` counts the tool calls so far.

    While ``is_thinking`` nothing that the model writes begins a call, so no lazy grammar may be triggered by it.
    """

    calls: int

    @property
    def is_thinking(self) -> bool: ...

    def feed(self, text: str) -> list[StreamEvent]:
        """The events that are certain now."""
        ...

    def finish(self) -> list[StreamEvent]:
        """The rest, at the end of the answer."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """One request, ready to decode. ``stops`` are texts that end the answer besides the model's own end tokens."""

    prompt: str
    parser: Parser
    stops: tuple[str, ...] = ()
    grammar: Grammar | None = None


class ChatFormat:
    """The format of one model. ``control_texts`` are the vocabulary's control tokens as text.

    ``markers`` are the texts of control tokens that must reach the parser; ``notes`` are sentences for the person.
    """

    def __init__(
        self,
        source: str | None,
        *,
        bos: str = "",
        eos: str = "",
        control_texts: Collection[str] = (),
        template_seconds: float = SECONDS,
    ) -> None:
        self._special = {"bos_token": bos, "eos_token": eos}
        self._control_texts = frozenset(control_texts)
        self._dates: OrderedDict[str, date] = OrderedDict()
        self._is_own = bool(source)
        self.notes: tuple[str, ...] = ()
        if not source:
            self.notes = (
                tr("This model brings no chat template; it is addressed as ChatML, which it may not understand."),
            )
        try:
            self._set_up(source or CHATML, template_seconds)
        except TemplateFaultError as fault:
            self.notes = (
                tr(
                    "This model's chat template cannot be used ({fault}); it is addressed as ChatML, which it may not "
                    "understand.",
                    fault=fault.args[0],
                ),
            )
            self._is_own = False
            self._set_up(CHATML, template_seconds)

    def _set_up(self, source: str, seconds: float) -> None:
        self._template = Template(source, seconds=seconds)
        self.family = next((family for marks, family in _FAMILIES if all(mark in source for mark in marks)), "generic")
        self._is_harmony = self.family == "harmony"
        self._thoughts = tuple(pair for pair in THOUGHTS if pair[0] in source)
        self.markers = frozenset((*CALL_MARKERS, *THOUGHT_MARKERS, *(harmony.MARKERS if self._is_harmony else ())))
        self._knows = {name: name in source for name in ("enable_thinking", "thinking", "reasoning_effort")}
        self._breaker = Breaker({*self._control_texts, *self._own_marks(source)})
        self._no_tools: list[Any] | None = None if self._renders(None) else []
        self._takes_system = self._begins_with_system()
        self._lists_tools = self._mentions_tools()
        self._form, self._layout = self._found_form(source)
        self._grammars = AnswerGrammars(
            form=None if self._is_harmony else self._form, control_texts=self._control_texts
        )
        self.takes_reasoning_effort = self._reacts_to_effort()

    def prepare(self, request: ChatRequest) -> Prepared:
        """Write the prompt, choose its parser and its grammar. Raises :class:`UnsupportedError`."""
        tools = () if request.tool_choice == "none" else tuple(request.tools)
        prompt, begun = self._opened(request, tools)
        thought_end = "" if begun else self._thought_end(prompt)
        parser = self._parser(tools, thought_end)
        if begun and self._is_harmony:
            parser.feed(_HARMONY_ANSWER)  # it stands in the prompt already
        return Prepared(
            prompt=prompt + begun,
            parser=parser,
            stops=() if self._is_own else (CHATML_STOP,),
            grammar=self._grammars.of(
                tools,
                narrowed=request.narrowed,
                choice=request.tool_choice,
                schema=request.schema,
                thoughts=() if begun else self._may_think(prompt),
                thought_end=thought_end,
            ),
        )

    def schema_grammar(self, schema: Mapping[str, object] | None) -> Grammar | None:
        """What holds a text that nobody asked for in a chat to a JSON schema. Raises :class:`UnsupportedError`."""
        return None if schema is None else schema_grammar(schema)

    # The prompt

    def _opened(self, request: ChatRequest, tools: Sequence[ToolSpec]) -> tuple[str, str]:
        """The prompt, and what of the answer is there already: its thoughts are over, and its text goes on."""
        last = request.messages[-1] if request.messages else None
        if last is None or last.role is not Role.ASSISTANT or last.tool_calls:
            return self._prompt(request, tools), ""
        prompt = self._prompt(dataclasses.replace(request, messages=request.messages[:-1]), tools)
        text = self._breaker.text(last.text)
        if self._is_harmony:
            return prompt, _HARMONY_ANSWER + text
        if end := self._thought_end(prompt):
            return prompt, f"\n{end}\n\n{text}"
        return prompt, text

    def _prompt(self, request: ChatRequest, tools: Sequence[ToolSpec]) -> str:
        system = self._breaker.text(request.system)
        offered = [tool_dictionary(spec, self._breaker) for spec in tools]
        if offered and not self._lists_tools:
            listed = "\n".join(json.dumps(tool, ensure_ascii=False) for tool in offered)
            instruction = _INSTRUCTION.format(example=self._form.write([_EXAMPLE]), tools=listed)
            system, offered = f"{system}\n\n{instruction}".strip(), []
        messages = dictionaries(request.messages, system, self._breaker, self._layout)
        if not self._takes_system:
            messages = without_system(messages)
        thinking = self._thinking(request.parameters.get("reasoning_effort"))
        today = self._today(request.conversation_id)
        plain = Layout(write_calls=self._form.write)
        # Many templates refuse a role of their own for tools, or two messages of one role in a row; written more
        # plainly, nearly all take the same conversation.
        plainer = (
            messages,
            without_system(messages),
            folded(dictionaries(request.messages, system, self._breaker, plain)),
        )
        first: TemplateFaultError | None = None
        for attempt in plainer:
            try:
                return self._render(attempt, offered, thinking, today)
            except TemplateTooLongError as fault:
                first = fault
                break
            except TemplateFaultError as fault:
                first = first or fault
        raise UnsupportedError(
            tr("The chat template of {model!r} cannot write this conversation.", model=request.model),
            remedy=tr("Start a new chat, or choose another model."),
            detail=str(first),
        )

    def _render(
        self, messages: Dictionaries, tools: Sequence[dict[str, Any]], thinking: Mapping[str, object], today: date
    ) -> str:
        variables = {
            **self._special,
            **thinking,
            "messages": messages,
            "tools": list(tools) or self._no_tools,
            "functions": json.dumps([tool["function"] for tool in tools], ensure_ascii=False),
            "datetime": f"{today:%B %d %Y}",
            "add_generation_prompt": True,
        }
        return self._template.render(variables, today=today)

    def _thinking(self, effort: object) -> dict[str, object]:
        """What the template is told about thinking: by default what its vendor means by default."""
        if effort is None:
            return {"enable_thinking": True} if self._knows["enable_thinking"] else {}
        if not self.takes_reasoning_effort:
            raise UnsupportedError(
                tr("How long this model thinks cannot be set."), remedy=tr("Reset Thinking in the model dock.")
            )
        thinks = effort != "none"
        told: dict[str, object] = {"enable_thinking": thinks, "thinking": thinks}
        return told | {"reasoning_effort": effort if thinks else "low"}

    def _today(self, conversation_id: str | None) -> date:
        """The date that a conversation began with, so that the beginning of its prompt stays the same."""
        today = date.today()  # noqa: DTZ011 - the person's own date is meant
        if conversation_id is None:
            return today
        today = self._dates.setdefault(conversation_id, today)
        self._dates.move_to_end(conversation_id)
        if len(self._dates) > _DATES_KEPT:
            self._dates.popitem(last=False)
        return today

    # The answer

    def _parser(self, tools: Sequence[ToolSpec], thought_end: str) -> Parser:
        def new_id() -> str:
            return secrets.token_hex(5)[:9]  # Mistral's templates take no other length

        if self._is_harmony:
            return harmony.HarmonyParser(new_id=new_id)
        return AnswerParser(tools=text_parameters(tools), new_id=new_id, thought_end=thought_end)

    def _thought_end(self, prompt: str) -> str:
        """What ends the thoughts that the prompt itself has opened, or nothing."""
        end = prompt.rstrip()
        return next((close for opening, close in THOUGHTS if end.endswith(opening)), "")

    def _may_think(self, prompt: str) -> tuple[tuple[str, str], ...]:
        """The thoughts with which an answer to this prompt may begin."""
        end = prompt.rstrip()
        return () if any(end.endswith(close) for _, close in self._thoughts) else self._thoughts

    # What the template does

    def _own_marks(self, source: str) -> set[str]:
        marks = {*CALL_MARKERS, *THOUGHT_MARKERS, *harmony.MARKERS}
        told = {"<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>"}
        return told | {mark for mark in marks if mark in source and not mark[0].isalpha()}

    def _renders(self, no_tools: list[Any] | None) -> bool:
        self._no_tools = no_tools
        return self._tried([{"role": "user", "content": _PROBE_USER}], []) is not None

    def _begins_with_system(self) -> bool:
        """Whether a system text is written before all else, also where the conversation goes on. Some templates refuse
        it, some write it before the last question, so that nothing of the prompt could be kept from turn to turn.
        """
        turns = [("system", "probe system"), ("user", _PROBE_USER), ("assistant", "probe answer"), ("user", "next")]
        text = self._tried([{"role": role, "content": content} for role, content in turns], [])
        return text is not None and 0 <= text.find("probe system") < text.find(_PROBE_USER)

    def _mentions_tools(self) -> bool:
        """Whether the prompt changes when a tool is offered."""
        messages: Dictionaries = [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]
        tool = tool_dictionary(_PROBE_TOOL, self._breaker)
        attempts = (self._tried(attempt, [tool]) for attempt in (messages, messages[1:]))
        return any(_PROBE_TOOL.name in (text or "") for text in attempts)

    def _tried(
        self, messages: Dictionaries, tools: Sequence[dict[str, Any]], thinking: Mapping[str, object] | None = None
    ) -> str | None:
        try:
            return self._render(messages, tools, self._thinking(None) if thinking is None else thinking, date.today())  # noqa: DTZ011
        except TemplateTooLongError:
            raise
        except TemplateFaultError:
            return None

    def _found_form(self, source: str) -> tuple[CallForm, Layout]:
        """The form in which this model asks for tools, and the layout in which its template takes its calls."""
        hermes = HERMES, Layout(write_calls=HERMES.write)
        if self._is_harmony:
            return HERMES, Layout()
        tool = tool_dictionary(_PROBE_TOOL, self._breaker)
        layouts = [Layout(arguments_as_text=as_text, empty=empty) for empty in ("", None) for as_text in (False, True)]
        for marks, form in FORMS:
            if not all(mark in source for mark in marks):
                continue
            written = [(layout, self._probed(layout, tool)) for layout in layouts]
            for layout, text in written:
                if _reads_back(form, text):
                    said = self._probed(layout, tool, TextPart(text="probe remark"))
                    return form, layout if _reads_back(form, said) else dataclasses.replace(layout, apart=True)
            if (
                self._lists_tools
                and any(text for _, text in written)
                and not any(_PROBE_TOOL.name in text for _, text in written)
            ):
                # The template tells of tools, but leaves calls out of the conversation.
                return form, Layout(write_calls=form.write)
        if not self._lists_tools:
            return hermes
        self._lists_tools = False  # what it would make the model write could not be read
        return hermes

    def _probed(self, layout: Layout, tool: dict[str, Any], *said: TextPart) -> str:
        """What the template writes after the question of the probe; nothing where it refuses."""
        text = self._tried(dictionaries(_probe(*said), "", self._breaker, layout), [tool])
        return (text or "").partition(_PROBE_USER)[2]

    def _reacts_to_effort(self) -> bool:
        if not any(self._knows.values()):
            return False
        self.takes_reasoning_effort = True
        messages: Dictionaries = [{"role": "user", "content": _PROBE_USER}]
        return self._tried(messages, [], self._thinking("none")) != self._tried(messages, [], self._thinking("high"))


def _reads_back(form: CallForm, text: str) -> bool:
    """Whether the call that the template wrote is of this form, and is read as what it was."""
    begins = form.write([(_PROBE_CALL.name, _PROBE_ARGUMENTS)]).partition(_PROBE_CALL.name)[0] + _PROBE_CALL.name
    if "".join(begins.split()) not in "".join(text.split()):
        return False
    if isinstance(form, BareForm):
        text = text[max(text.find('{"name"'), 0) :]
    parser = AnswerParser(tools=text_parameters((_PROBE_TOOL,)), new_id=lambda: "")
    events = [*parser.feed(text), *parser.finish()]
    calls = [event.call for event in events if isinstance(event, ToolCallRequested)]
    return [(call.name, json.loads(call.arguments)) for call in calls] == [(_PROBE_TOOL.name, _PROBE_ARGUMENTS)]
