"""Writes tool calls, and the grammars of tool calls, in the forms that models are trained to write. Knows no template.

Under the grammar of a form a call names a tool that was offered, its arguments meet that tool's schema, and the section
of calls ends the answer. What reads the same forms back is :mod:`app.llama.formats.call_reading`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import ToolSpec
from app.llama.formats.grammar import EMPTY, Characters, Node, Rules, choice, optional, sequence
from app.llama.formats.json_schema import SchemaRules
from app.llama.formats.json_text import JSON, Dialect, ValueRules

MOST_CALLS = 8
_OBJECT: Mapping[str, object] = {"type": "object"}
_DIGITS = Characters(((0x30, 0x39),))
_LETTERS = Characters(((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)))

Written = tuple[str, object]
"""A call to write: its name and its arguments, an object unless a model wrote something else."""


class Offer:
    """The tools of one request, as parts of one grammar; at most ``most_calls`` of them are asked for at once.

    Raises :class:`UnsupportedError`, naming the tool.
    """

    def __init__(self, rules: Rules, tools: Sequence[ToolSpec], most_calls: int = MOST_CALLS) -> None:
        self._most_calls = most_calls
        self.rules = rules
        self.tools = tools
        self._values: dict[Dialect, ValueRules] = {}

    def values(self, dialect: Dialect = JSON) -> ValueRules:
        """The rules for values in one dialect."""
        if dialect not in self._values:
            self._values[dialect] = ValueRules(self.rules, dialect)
        return self._values[dialect]

    def each(self, make: Callable[[ToolSpec, SchemaRules], Node], dialect: Dialect = JSON) -> Node:
        """One of the tools, each as ``make`` writes it."""
        options: list[Node] = []
        for tool in self.tools:
            try:
                options.append(make(tool, SchemaRules(self.values(dialect), tool.parameters)))
            except UnsupportedError as error:
                raise UnsupportedError(
                    tr("The tool {name!r}: {message}", name=tool.name, message=error.message),
                    remedy=error.remedy,
                    detail=error.detail,
                ) from error
        return self.rules.add(choice(options))

    def arguments(self, tool: ToolSpec, schemas: SchemaRules) -> Node:
        """The object of a tool's arguments."""
        return schemas.value(tool.parameters, _OBJECT)

    def several(self, call: Node, between: Node | str) -> Node:
        """One call or more, as many as may be."""
        call = self.rules.add(call)
        return sequence(call, self.rules.repeated(sequence(between, call), 0, self._most_calls - 1))


class CallForm(Protocol):
    """A way to write calls. ``trigger``: the text by which a section of calls is known to begin; ``pattern``: the same
    as a regular expression of ECMAScript, whose first group is where the section begins.
    """

    @property
    def trigger(self) -> str: ...

    @property
    def pattern(self) -> str: ...

    def write(self, calls: Sequence[Written]) -> str:
        """The calls as the model would write them."""
        ...

    def section(self, offer: Offer) -> Node:
        """What a section of calls may be, from ``trigger`` on."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class JsonForm:
    """Objects with a tool's name and its arguments. ``listed``: they stand in one list, else each in its own tags."""

    trigger: str
    closer: str = ""
    listed: bool = False
    gap: str = ""  # what models write between the tags and the object
    name: str = "name"
    arguments: str = "arguments"
    number: str = ""  # the field that counts the calls, where there is one
    keyed: bool = False  # the tool's name is the only field

    @property
    def pattern(self) -> str:
        return f"({_escaped(self.trigger)}{'' if _is_mark(self.trigger) else _escaped('[')})"

    def write(self, calls: Sequence[Written]) -> str:
        objects = [json.dumps(self._object(index, *call), ensure_ascii=False) for index, call in enumerate(calls)]
        if self.listed:
            return f"{self.trigger}{self.gap}[{', '.join(objects)}]{self.gap}{self.closer}"
        return "\n".join(f"{self.trigger}{self.gap}{text}{self.gap}{self.closer}" for text in objects)

    def _object(self, index: int, name: str, arguments: object) -> dict[str, object]:
        if self.keyed:
            return {name: arguments}
        counted: dict[str, object] = {self.number: str(index)} if self.number else {}
        return counted | {self.name: name, self.arguments: arguments}

    def section(self, offer: Offer) -> Node:
        space = offer.values().space

        def call(tool: ToolSpec, schemas: SchemaRules) -> Node:
            arguments = offer.arguments(tool, schemas)
            if self.keyed:
                return sequence("{", space, f"{json.dumps(tool.name)}:", space, arguments, space, "}")
            counted = sequence(f'"{self.number}":', space, '"', _DIGITS, '",', space) if self.number else EMPTY
            return sequence(
                *("{", space, counted),
                *(f'"{self.name}":', space, f"{json.dumps(tool.name)},", space),
                *(f'"{self.arguments}":', space, arguments, space, "}"),
            )

        one = offer.each(call)
        if self.listed:
            items = offer.several(one, sequence(",", space))
            return sequence(self.trigger, space, "[", space, items, space, "]", *self._ended(space))
        return offer.several(sequence(self.trigger, space, one, *self._ended(space)), space)

    def _ended(self, space: Node) -> tuple[Node | str, ...]:
        return (space, self.closer) if self.closer else ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BareForm:
    """An object that is the whole answer (Llama 3)."""

    trigger: str = ""
    pattern: str = r'^\s{0,8}(\{\s{0,8}"(?:name|type)"\s{0,8}:\s{0,8}")'

    def write(self, calls: Sequence[Written]) -> str:
        return "; ".join(
            json.dumps({"name": name, "parameters": arguments}, ensure_ascii=False) for name, arguments in calls
        )

    def section(self, offer: Offer) -> Node:
        space = offer.values().space

        def call(tool: ToolSpec, schemas: SchemaRules) -> Node:
            arguments = offer.arguments(tool, schemas)
            kind = optional(sequence('"type":', space, '"function",', space))
            name = sequence('"name":', space, f"{json.dumps(tool.name)},", space)
            return sequence("{", space, kind, name, '"parameters":', space, arguments, space, "}")

        return offer.several(offer.each(call), "; ")


@dataclass(frozen=True, kw_only=True, slots=True)
class HeaderForm:
    """A header with the tool's name, then its arguments as an object."""

    opener: str = ""
    call_open: str
    named: str  # what stands behind the name
    numbered: str = ""  # behind the name as well: something that numbers the call, and what stands behind that
    call_close: str = ""
    closer: str = ""
    dialect: Dialect = JSON

    mark: str = ""  # by which the opener is known, where it goes on

    @property
    def trigger(self) -> str:
        return self.mark or self.opener or self.call_open

    @property
    def pattern(self) -> str:
        return f"({_escaped(self.trigger)})"

    def write(self, calls: Sequence[Written]) -> str:
        written = "".join(
            f"{self.call_open}{name}{self.named}{self._number(index)}{self.dialect.write(arguments)}{self.call_close}"
            for index, (name, arguments) in enumerate(calls)
        )
        return f"{self.opener}{written}{self.closer}"

    def _number(self, index: int) -> str:
        return f"{index}{self.numbered}" if self.numbered else ""

    def section(self, offer: Offer) -> Node:
        number = sequence(_LETTERS, offer.rules.repeated(_LETTERS, 0, 8), self.numbered) if self.numbered else EMPTY

        def call(tool: ToolSpec, schemas: SchemaRules) -> Node:
            arguments = offer.arguments(tool, schemas)
            return sequence(self.call_open, tool.name, self.named, number, arguments, self.call_close)

        return sequence(self.opener, offer.several(offer.each(call, self.dialect), ""), self.closer)


@dataclass(frozen=True, kw_only=True, slots=True)
class TagForm:
    """A call whose parameters are tags, line breaks included as the models write them."""

    trigger: str
    call_open: str  # what stands before the name, the trigger included
    named: str
    parameter_open: str
    parameter_named: str
    parameter_named_json: str = ""  # for a value that is no text, where that differs
    parameter_close: str
    call_close: str
    opener: str = ""  # around all calls
    closer: str = ""

    @property
    def pattern(self) -> str:
        return f"({_escaped(self.trigger)})"

    def write(self, calls: Sequence[Written]) -> str:
        return f"{self.opener}{chr(10).join(self._written(*call) for call in calls)}{self.closer}"

    def _written(self, name: str, arguments: object) -> str:
        given = arguments if isinstance(arguments, dict) else {"arguments": arguments}
        parameters = "".join(
            f"{self._parameter(key, is_text=isinstance(value, str))}"
            f"{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}{self.parameter_close}"
            for key, value in given.items()
        )
        return f"{self.call_open}{name}{self.named}{parameters}{self.call_close}"

    def _parameter(self, key: str, *, is_text: bool) -> str:
        named = self.parameter_named if is_text else self.parameter_named_json or self.parameter_named
        return f"{self.parameter_open}{key}{named}"

    def section(self, offer: Offer) -> Node:
        def call(tool: ToolSpec, schemas: SchemaRules) -> Node:
            ways = schemas.parameters(tool.parameters, _OBJECT)
            written = choice(self._parameters(way, schemas, offer) for way in ways)
            return sequence(self.call_open, tool.name, self.named, written)

        return sequence(self.opener, offer.several(offer.each(call), optional("\n")), self.closer)

    def _parameters(
        self, parameters: Sequence[tuple[str, tuple[object, ...], bool]], schemas: SchemaRules, offer: Offer
    ) -> Node:
        rest = sequence(self.call_close)
        for name, imposed, is_required in reversed(parameters):
            is_text = schemas.is_text(*imposed)
            if is_text:
                value = schemas.bare_text(self.parameter_close, *imposed)
            else:
                value = sequence(schemas.value(*imposed), self.parameter_close)
            written = sequence(self._parameter(name, is_text=is_text), value, rest)
            rest = offer.rules.add(written if is_required else choice((written, rest)))
        return rest


def _escaped(text: str) -> str:
    return re.sub(r"[\\^$.|?*+()\[\]{}]", lambda match: "\\" + match[0], text)


def _is_mark(text: str) -> bool:
    """Whether nobody writes such a text by the way, as they do a word."""
    return not text.isalpha()


HERMES = JsonForm(trigger="<tool_call>", closer="</tool_call>", gap="\n")
"""What Hermes and Qwen write, and what a model is told to write whose own form nobody knows."""

CODER = TagForm(
    trigger="<tool_call>",
    call_open="<tool_call>\n<function=",
    named=">\n",
    parameter_open="<parameter=",
    parameter_named=">\n",
    parameter_close="\n</parameter>\n",
    call_close="</function>\n</tool_call>",
)
GLM = TagForm(
    trigger="<tool_call>",
    call_open="<tool_call>",
    named="\n",
    parameter_open="<arg_key>",
    parameter_named="</arg_key>\n<arg_value>",
    parameter_close="</arg_value>\n",
    call_close="</tool_call>",
)
SEED = TagForm(
    trigger="<seed:tool_call>",
    call_open="<seed:tool_call>\n<function=",
    named=">\n",
    parameter_open="<parameter=",
    parameter_named=">",
    parameter_close="</parameter>\n",
    call_close="</function>\n</seed:tool_call>",
)
MINIMAX = TagForm(
    trigger="<minimax:tool_call>",
    opener="<minimax:tool_call>\n",
    call_open='<invoke name="',
    named='">\n',
    parameter_open='<parameter name="',
    parameter_named='">',
    parameter_close="</parameter>\n",
    call_close="</invoke>\n",
    closer="</minimax:tool_call>",
)


def dsml(section: str) -> TagForm:
    """DeepSeek's markup since V3.2; ``section`` is what it calls a section of calls."""
    return TagForm(
        trigger=f"<｜DSML｜{section}>",
        opener=f"<｜DSML｜{section}>\n",
        call_open='<｜DSML｜invoke name="',
        named='">\n',
        parameter_open='<｜DSML｜parameter name="',
        parameter_named='" string="true">',
        parameter_named_json='" string="false">',
        parameter_close="</｜DSML｜parameter>\n",
        call_close="</｜DSML｜invoke>\n",
        closer=f"</｜DSML｜{section}>",
    )


def _deepseek(call_open: str, named: str, call_close: str) -> HeaderForm:
    return HeaderForm(
        opener="<｜tool▁calls▁begin｜>",
        call_open=call_open,
        named=named,
        call_close=call_close,
        closer="<｜tool▁calls▁end｜>",
    )


def _gemma(opener: str, closer: str, quote: str) -> HeaderForm:
    return HeaderForm(
        mark=opener,
        call_open=f"{opener}call:",
        named="",
        call_close=closer,
        dialect=Dialect(quote=quote, escapes=False, bare_keys=True, spaces=False),
    )


FORMS: tuple[tuple[tuple[str, ...], CallForm], ...] = (
    (("｜DSML｜", "function_calls"), dsml("function_calls")),
    (("｜DSML｜", "tool_calls"), dsml("tool_calls")),
    (("<｜tool▁calls▁begin｜>", "```json"), _deepseek(
        "<｜tool▁call▁begin｜>function<｜tool▁sep｜>", "\n```json\n", "\n```<｜tool▁call▁end｜>"
    )),
    (("<｜tool▁calls▁begin｜>",), _deepseek("<｜tool▁call▁begin｜>", "<｜tool▁sep｜>", "<｜tool▁call▁end｜>")),
    (("<|tool_calls_section_begin|>",), HeaderForm(
        opener="<|tool_calls_section_begin|>",
        call_open="<|tool_call_begin|>functions.",
        named=":",
        numbered="<|tool_call_argument_begin|>",
        call_close="<|tool_call_end|>",
        closer="<|tool_calls_section_end|>",
    )),
    (("<|START_ACTION|>",), JsonForm(
        trigger="<|START_ACTION|>", closer="<|END_ACTION|>", listed=True, name="tool_name", arguments="parameters",
        number="tool_call_id",
    )),
    (("<TOOLCALL>",), JsonForm(trigger="<TOOLCALL>", closer="</TOOLCALL>", listed=True)),
    (("<|tools_prefix|>",), JsonForm(trigger="<|tools_prefix|>", closer="<|tools_suffix|>", listed=True, keyed=True)),
    (("<|function_call|>",), JsonForm(trigger="<|function_call|>")),
    (("<seed:tool_call>",), SEED),
    (("<minimax:tool_call>",), MINIMAX),
    (("<|tool_call>",), _gemma("<|tool_call>", "<tool_call|>", '<|"|>')),
    (("<start_function_call>",), _gemma("<start_function_call>", "<end_function_call>", "<escape>")),
    (("[TOOL_CALLS]", "[CALL_ID]"), HeaderForm(call_open="[TOOL_CALLS]", named="[CALL_ID]", numbered="[ARGS]")),
    (("[TOOL_CALLS]", "[ARGS]"), HeaderForm(call_open="[TOOL_CALLS]", named="[ARGS]")),
    (("[TOOL_CALLS]",), JsonForm(trigger="[TOOL_CALLS]", listed=True)),
    (("<tool_call>", "<function="), CODER),
    (("<tool_call>", "<arg_key>"), GLM),
    (("<tool_call>",), HERMES),
    (("<tool_calls>",), JsonForm(trigger="<tool_calls>", closer="</tool_calls>", listed=True)),
    (("<tool_calls>",), JsonForm(trigger="<tool_calls>", closer="</tool_calls>", gap="\n")),
    (("<function=",), HeaderForm(call_open="<function=", named=">", call_close="</function>")),
    (("<|tool_call|>",), JsonForm(trigger="<|tool_call|>", closer="<|/tool_call|>", listed=True)),
    (("functools",), JsonForm(trigger="functools", listed=True)),
    (("<|start_header_id|>", "ipython"), BareForm()),
)  # fmt: skip
"""What marks a template, and the form in which a model with such a template asks for tools; the first that fits."""
