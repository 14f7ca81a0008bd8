"""The words about the tools a model uses: what it looked for and proposed, as its own text. Qt-free."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import re

from app.domain.aws import Tool, plain_parameters
from app.domain.language import plural, tr
from app.domain.messages import ToolCallPart, ToolResultPart
from app.domain.numerals import number
from app.ui.markdown import mark_direction
from app.ui.transcript.items import ToolLine

_LINE_CHARS = 2_000
_JSON_CHARS = 100_000  # what is longer is shown as it came: reading it would take the window its turn
_JSON_PIECE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[][{},:]|[^][{},:"\s]+')
_HALF_LETTER = re.compile("[\ud800-\udfff]")
_written = json.JSONEncoder(ensure_ascii=False).encode
_BEGINNINGS, _ENDS = ("{", "["), ("}", "]")
_DEEPEST = 40  # levels that are indented: spaces before each of many values would be most of the text


def writing_words(name: str) -> str:
    """What is said while a model writes a call of the tool ``name``."""
    match name:
        case Tool.PROPOSE:
            return tr("Writing a proposal…")
        case Tool.PLAN:
            return tr("Writing a plan…")
        case Tool.FIND | Tool.DESCRIBE:
            return tr("Looking up AWS operations…")
        case _:
            return tr("Using a tool…")


def tool_line(call: ToolCallPart, result: ToolResultPart | None) -> ToolLine:
    """A tool call that became no action, in one line, with what the model was told folded under it."""
    told = "" if result is None or result.is_error else result.content.strip()
    return dataclasses.replace(_called(call, result), key=f"tool/{call.call_id}", result=told)


def result_words(result: str) -> str:
    """How long a tool's result is."""
    lines = result.count("\n") + 1
    if lines == 1:
        return plural("{shown} character", "{shown} characters", len(result), shown=number(len(result)))
    return plural("{shown} line", "{shown} lines", lines, shown=number(lines))


def shown_result(result: str) -> str:
    """A tool's result for people: what is JSON in lines of its own, what cannot be seen written out, and no line longer
    than is soon laid out.
    """
    if result[:1] in ("{", "[") and len(result) <= _JSON_CHARS:
        with contextlib.suppress(ValueError, RecursionError):
            json.loads(result)
            result = _indented(result)
    return "\n".join(
        line[at : at + _LINE_CHARS]
        for line in mark_direction(result).split("\n")  # last: what JSON spells as an escape is read here, too
        for at in range(0, max(len(line), 1), _LINE_CHARS)
    )


def _indented(json_text: str) -> str:
    """JSON that is known to be sound, with each value on a line: every key and digit as it came, letters read."""
    out: list[str] = []
    depth, before = 0, ""
    for piece in _JSON_PIECE.findall(json_text):
        ends, begins = piece in _ENDS, before in _BEGINNINGS
        depth -= ends
        if before == "," or begins is not ends:  # an empty list or object stays in one piece
            out.append("\n" + "  " * min(depth, _DEEPEST))
        out.append(_read(piece) if "\\u" in piece else ": " if piece == ":" else piece)
        depth += piece in _BEGINNINGS
        before = piece
    return "".join(out)


def _read(string: str) -> str:
    """A JSON string with its letters in place of their numbers; half a letter stays a number."""
    read = _written(json.loads(string))
    return string if _HALF_LETTER.search(read) else read


def _called(call: ToolCallPart, result: ToolResultPart | None) -> ToolLine:
    detail = mark_direction(result.content.strip()) if result is not None and result.is_error else ""
    try:
        arguments = json.loads(call.arguments or "{}")
    except (ValueError, RecursionError):
        arguments = {}
    if not isinstance(arguments, dict):
        arguments = {}
    service, operation = _word(arguments.get("service")), _word(arguments.get("operation"))
    if call.name == Tool.FIND:
        words = tr("Looked for operations: {text}", text=_word(arguments.get("text")))
        return ToolLine(icon="search", text=words, detail=detail)
    asked = f"{service} · {operation}"
    if call.name == Tool.DESCRIBE:
        return ToolLine(icon="info", text=tr("Read about {operation}", operation=asked), detail=detail)
    if call.name == Tool.PROPOSE:
        given = arguments.get("parameters")
        parameters = _word(plain_parameters(given)) if isinstance(given, dict) and given else ""
        if parameters:
            words = tr("Proposed {operation} with {parameters}", operation=asked, parameters=parameters)
        else:
            words = tr("Proposed {operation}", operation=asked)
        return ToolLine(icon="tool", text=words, detail=detail)
    if call.name == Tool.PLAN:
        steps = arguments.get("steps")
        if isinstance(steps, list) and len(steps) > 1:
            words = tr("Proposed a plan of {count} steps", count=len(steps))
        else:
            words = tr("Proposed a plan")
        return ToolLine(icon="tool", text=words, detail=detail)
    return ToolLine(icon="tool", text=tr("Asked for the tool {name}", name=_word(call.name)), detail=detail)


def _word(value: object) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else "?"
    return mark_direction(text if len(text) <= 120 else text[:119] + "…")
