"""Reads tool calls out of what a model writes, in every form that models are trained to write them. Pure.

A form begins with its opener; what follows is read again as it grows, until it is complete or certainly no call. The
forms' sources are the chat templates of the models named beside them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from app.llama.formats.call_scan import NAME, Call, NoCallError, Reader, Scan, TextParameters

_HEADER_CHARS = 300


def json_section(closer: str, *, keyed: bool = False, needs_offered: bool = False) -> Reader:
    """``{"name": …, "arguments": …}``, one or several or a list of them, up to ``closer``.

    ``keyed``: an object's only name is the tool's. ``needs_offered``: another tool's call is no call.
    """

    def reader(scan: Scan) -> None:
        while True:
            scan.skip()
            value = scan.value()
            items = value if isinstance(value, list) else [value]
            calls = [_keyed_call(item, scan.tools) if keyed else named_call(item) for item in items]
            complete = [call for call in calls if call is not None and (not needs_offered or call.name in scan.tools)]
            if len(complete) != len(items) or not items:
                raise NoCallError
            scan.found(*complete)
            if not closer or scan.closed(closer) or not scan.text.startswith("{", scan.at):
                return

    return reader


def named_call(value: object) -> Call | None:
    """The call that an object is, under the names that models give to its parts."""
    if not isinstance(value, dict):
        return None
    inner = value.get("function")
    call: dict[str, object] = inner if isinstance(inner, dict) else value
    name = next((call[key] for key in ("name", "tool_name", "function") if key in call), None)
    arguments: object = next((call[key] for key in ("arguments", "parameters") if key in call), {})
    if not isinstance(name, str) or not name:
        return None
    return Call(name, arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False))


def _keyed_call(value: object, tools: TextParameters) -> Call | None:
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((name, arguments),) = value.items()
    return Call(name, json.dumps(arguments, ensure_ascii=False)) if name in tools else None


def header_section(call_open: str, header: str, call_close: str, closer: str, *, opened: bool = False) -> Reader:
    """Calls of a header, which a pattern describes up to the brace, and an object of arguments.

    ``opened``: the opener was itself ``call_open``.
    """
    pattern = re.compile(header, re.DOTALL)

    def reader(scan: Scan) -> None:
        at_call = opened
        while True:
            if not at_call:
                scan.skip()
                scan.need(call_open)
            before = scan.until("{", _HEADER_CHARS)
            scan.at -= 1
            match = pattern.fullmatch(before)
            if match is None:
                raise NoCallError
            scan.found(Call(next(filter(None, match.groups())), scan.arguments()))
            if call_close:
                scan.closed("```")
                scan.closed(call_close)
            if (closer and scan.closed(closer)) or (opened and not closer):
                return
            at_call = False

    return reader


def mistral_section(scan: Scan) -> None:
    """A list of calls, or ``name{…}`` or ``name[ARGS]{…}`` (Mistral since v11)."""
    scan.skip()
    if scan.text.startswith("[", scan.at):
        _MISTRAL_LIST(scan)
    else:
        _MISTRALNAMED(scan)


_MISTRAL_LIST = json_section("")
_MISTRALNAMED = header_section("", r"\s*([\w.-]+)(?:\[CALL_ID\]\w*)?(?:\[ARGS\])?\s*", "", "", opened=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tags:
    """The marks of a form that writes each parameter by itself."""

    call_open: str
    name_end: str
    parameter_open: str
    parameter_name_end: str
    value_open: tuple[str, ...] = ()  # what stands between a parameter's name and its value, one of these
    parameter_close: str
    call_close: str
    closer: str = ""
    padded: bool = False  # a value stands on lines of its own


def tag_section(tags: Tags, *, opened: bool = False) -> Reader:
    """Calls whose parameters are tags. ``opened``: the opener was itself ``call_open``."""

    def reader(scan: Scan) -> None:
        at_call = opened
        while True:
            scan.skip()
            if not at_call:
                scan.need(tags.call_open)
            scan.skip()
            name = scan.name()
            scan.skip()
            scan.need(tags.name_end)
            arguments: dict[str, object] = {}
            while True:
                scan.skip()
                if scan.take(tags.call_close):
                    break
                scan.need(tags.parameter_open)
                key = scan.until(tags.parameter_name_end, _HEADER_CHARS).strip()
                is_text = key in scan.tools.get(name, ())
                if tags.value_open:
                    scan.skip()
                    taken = next((token for token in tags.value_open if scan.take(token)), None)
                    if taken is None:
                        raise NoCallError
                    is_text |= "true" in taken
                arguments[key] = _parameter(scan.until(tags.parameter_close), is_text=is_text, padded=tags.padded)
            scan.found(Call(name, json.dumps(arguments, ensure_ascii=False)))
            if (tags.closer and scan.closed(tags.closer)) or opened:
                return
            at_call = False

    return reader


def _parameter(text: str, *, is_text: bool, padded: bool) -> object:
    """A parameter's value: JSON where it is JSON, unless it is known to be a text; else the text."""
    if padded:
        text = text.removeprefix("\n").removesuffix("\n")
    if is_text:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def call_tag_section(scan: Scan) -> None:
    """What stands in ``<tool_call>``: JSON (Hermes, Qwen), ``<function=`` (Qwen3-Coder), or a name and pairs (GLM)."""
    scan.skip()
    first = scan.text[scan.at : scan.at + 1]
    if first in ("{", "["):
        _HERMES(scan)
    elif first == "<":
        _CODER(scan)
    else:
        name = NAME.match(scan.text, scan.at)
        if name is None or (name[0] not in scan.tools and (name.end() < len(scan.text) or scan.last)):
            raise NoCallError
        _GLM(scan)


def function_section(scan: Scan) -> None:
    """What follows ``<function=``: arguments as an object (Functionary, Llama 3.1), or as tags (Qwen3-Coder)."""
    start = scan.at
    scan.name()
    scan.need(">")
    scan.skip()
    with_object = scan.text.startswith("{", scan.at)
    scan.at = start
    (_FUNCTION_OBJECT if with_object else _FUNCTION_TAGS)(scan)


CODER_TAGS = Tags(
    call_open="<function=",
    name_end=">",
    parameter_open="<parameter=",
    parameter_name_end=">",
    parameter_close="</parameter>",
    call_close="</function>",
    closer="</tool_call>",
    padded=True,
)
GLM_TAGS = Tags(
    call_open="<tool_call>",
    name_end="",
    parameter_open="<arg_key>",
    parameter_name_end="</arg_key>",
    value_open=("<arg_value>",),
    parameter_close="</arg_value>",
    call_close="</tool_call>",
)
MINIMAX_TAGS = Tags(
    call_open='<invoke name="',
    name_end='">',
    parameter_open='<parameter name="',
    parameter_name_end='">',
    parameter_close="</parameter>",
    call_close="</invoke>",
    closer="</minimax:tool_call>",
)

_HERMES = json_section("</tool_call>")
_CODER = tag_section(CODER_TAGS)
_GLM = tag_section(GLM_TAGS, opened=True)
_FUNCTION_OBJECT = header_section("<function=", r"([\w.-]+)>\s*", "</function>", "", opened=True)
_FUNCTION_TAGS = tag_section(CODER_TAGS, opened=True)


def dsml_tags(closer: str) -> Tags:
    """DeepSeek's markup since V3.2."""
    return Tags(
        call_open='<｜DSML｜invoke name="',
        name_end='">',
        parameter_open='<｜DSML｜parameter name="',
        parameter_name_end='"',
        value_open=('string="true">', 'string="false">'),
        parameter_close="</｜DSML｜parameter>",
        call_close="</｜DSML｜invoke>",
        closer=closer,
    )


def gemma_section(quote: str, closer: str) -> Reader:
    """``call:name{key:value}``, whose texts stand between ``quote`` and whose names have no quotes (Gemma 4)."""

    def reader(scan: Scan) -> None:
        scan.skip()
        scan.need("call:")
        name = scan.name()
        value = _gemma_value(scan, quote, 0)
        if not isinstance(value, dict):
            raise NoCallError
        scan.found(Call(name, json.dumps(value, ensure_ascii=False)))
        scan.closed(closer)

    return reader


_BARE_KEY = re.compile(r"[^:{}\[\],]{1,200}")
_BARE_VALUE = re.compile(r"[-+.\w]{1,64}")


def _gemma_value(scan: Scan, quote: str, depth: int) -> object:
    if depth > 60:
        raise NoCallError
    scan.skip()
    if scan.take(quote):
        return scan.until(quote)
    if scan.take("{"):
        found: dict[str, object] = {}
        scan.skip()
        while not scan.take("}"):
            if found:
                scan.need(",")
                scan.skip()
            key = scan.until(quote) if scan.take(quote) else scan.word(_BARE_KEY).strip()
            scan.need(":")
            found[key] = _gemma_value(scan, quote, depth + 1)
            scan.skip()
        return found
    if scan.take("["):
        items: list[object] = []
        scan.skip()
        while not scan.take("]"):
            if items:
                scan.need(",")
            items.append(_gemma_value(scan, quote, depth + 1))
            scan.skip()
        return items
    word = scan.word(_BARE_VALUE)
    try:
        return json.loads(word)
    except ValueError:
        return word


def python_section(scan: Scan) -> None:
    """An object, or ``name.call(key=value, …)`` as Llama 3.1 asks for its own tools."""
    scan.skip()
    if scan.text.startswith("{", scan.at):
        bare_section(scan)
        return
    name = scan.until(".call(", _HEADER_CHARS).strip()
    if name not in scan.tools:
        raise NoCallError
    arguments: dict[str, object] = {}
    scan.skip()
    while not scan.take(")"):
        if arguments:
            scan.need(",")
            scan.skip()
        key = scan.name()
        scan.need("=")
        arguments[key] = scan.value()
        scan.skip()
    scan.found(Call(name, json.dumps(arguments, ensure_ascii=False)))


def bare_section(scan: Scan) -> None:
    """An answer that is a call, without an opener (Llama 3). Other JSON is let go as soon as it shows."""
    compact = re.sub(r"\s", "", scan.text[scan.at : scan.at + 80])
    if not any(compact.startswith(opening) or opening.startswith(compact) for opening in _BARE_OPENINGS):
        raise NoCallError
    _BARE_OBJECT(scan)


_BARE_OPENINGS = ('{"name":"', '{"type":"function"', '{"function":', '{"parameters":', '{"arguments":')
_BARE_OBJECT = json_section("", needs_offered=True)

_DEEPSEEK_HEADER = "(?:function<｜tool▁sep｜>([\\w.-]+)\\s*```json\\s*|([\\w.-]+)<｜tool▁sep｜>\\s*)"
_KIMI_HEADER = r"\s*(?:functions\.)?([\w.-]+?)(?::\w+)?\s*<\|tool_call_argument_begin\|>\s*"

PYTHON_TAG = "<|python_tag|>"

READERS: dict[str, Reader] = {
    "<tool_call>": call_tag_section,
    "<function=": function_section,
    "[TOOL_CALLS]": mistral_section,
    PYTHON_TAG: python_section,
    "<｜tool▁calls▁begin｜>": header_section(
        "<｜tool▁call▁begin｜>", _DEEPSEEK_HEADER, "<｜tool▁call▁end｜>", "<｜tool▁calls▁end｜>"
    ),
    "<｜tool▁call▁begin｜>": header_section(
        "<｜tool▁call▁begin｜>", _DEEPSEEK_HEADER, "<｜tool▁call▁end｜>", "<｜tool▁calls▁end｜>", opened=True
    ),
    "<|tool_calls_section_begin|>": header_section(
        "<|tool_call_begin|>", _KIMI_HEADER, "<|tool_call_end|>", "<|tool_calls_section_end|>"
    ),
    "<|tool_call|>": json_section("<|/tool_call|>"),  # Phi-4-mini, and Granite without the end
    "functools": json_section(""),  # FireFunction, Phi-4-mini
    "<TOOLCALL>": json_section("</TOOLCALL>"),  # Nemotron
    "<tool_calls>": json_section("</tool_calls>"),  # Apriel, MiniMax-M1
    "<|START_ACTION|>": json_section("<|END_ACTION|>"),  # Command R
    "<|function_call|>": json_section(""),  # GigaChat
    "<|tools_prefix|>": json_section("<|tools_suffix|>", keyed=True),  # Apertus
    "<seed:tool_call>": tag_section(
        Tags(
            call_open="<function=",
            name_end=">",
            parameter_open="<parameter=",
            parameter_name_end=">",
            parameter_close="</parameter>",
            call_close="</function>",
            closer="</seed:tool_call>",
        )
    ),
    "<minimax:tool_call>": tag_section(MINIMAX_TAGS),
    "<｜DSML｜function_calls>": tag_section(dsml_tags("</｜DSML｜function_calls>")),
    "<｜DSML｜tool_calls>": tag_section(dsml_tags("</｜DSML｜tool_calls>")),
    "<|tool_call>": gemma_section('<|"|>', "<tool_call|>"),  # Gemma 4
    "<start_function_call>": gemma_section("<escape>", "<end_function_call>"),  # FunctionGemma
}
"""For each opener, what reads the text behind it."""

MARKERS = frozenset(
    {
        *READERS,
        "</tool_call>", "[ARGS]", "[CALL_ID]", "<｜tool▁sep｜>", "<｜tool▁call▁end｜>", "<｜tool▁calls▁end｜>",
        "<|tool_call_begin|>", "<|tool_call_argument_begin|>", "<|tool_call_end|>", "<|tool_calls_section_end|>",
        "<|/tool_call|>", "</TOOLCALL>", "</tool_calls>", "<|END_ACTION|>", "<|tools_suffix|>", "</seed:tool_call>",
        "</minimax:tool_call>", "<tool_call|>", '<|"|>', "<end_function_call>", "<escape>", "<arg_key>", "</arg_key>",
        "<arg_value>", "</arg_value>", "｜DSML｜",
    }
)  # fmt: skip
"""Texts that may be control tokens of a vocabulary and must still be read."""
