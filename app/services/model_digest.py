"""What a model is given of an answer: a bounded digest of it, as data that can be taken for nothing else.

Owns the envelope's name and the bound. Every text in it is made visible, and what imitates the envelope, a chat's turns
or a system's words is broken; refuses to walk through more of a long answer than it gives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import CallResult, OperationId, Table
from app.domain.text import visible
from app.services.charts import chart_of, points_words

ENVELOPE = "untrusted_data"
"""The key under which everything stands that came from outside."""

RESULT_CHARS = 24_000
"""How much of a result a model is given: about 6,000 tokens. The person always sees all of it."""

_TEXT_CHARS = 4_000
_DEEPEST = 24
# What only the makers of a chat may write: the envelope's own name, and the marks of turns that models are trained on.
_MARKS = re.compile(
    r"untrusted[\W_]{0,3}data|<\|(?=\w)|<(?=\s{0,3}/?\s{0,3}(?:system|assistant|user|human|tool|function|instructions?"
    r"|summary|s>|start_of_turn|end_of_turn))|\[(?=\s{0,3}/?\s{0,3}(?:INST|SYSTEM|TOOL)\b)|^(?=(?:human|assistant|system):)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(slots=True)
class _Room:
    """How many characters are left; ``is_cut`` once something was left out."""

    chars: int
    is_cut: bool = False

    def take(self, chars: int) -> bool:
        """Whether there was room for so many."""
        self.chars -= chars
        if self.chars < 0:
            self.is_cut = True
        return not self.is_cut


def plain(text: str) -> str:
    """``text`` as a model may read it: nothing hidden in it, nothing that looks like a part of the conversation."""
    return _MARKS.sub(lambda mark: f"{mark[0][:1]}·{mark[0][1:]}", visible(text))


def result_fields(
    result: CallResult, *, operation: OperationId | None = None, chars: int = RESULT_CHARS
) -> dict[str, object]:
    """What a model is told of a result; what AWS wrote stands in the envelope alone."""
    fields: dict[str, object] = {}
    if result.dry_run:
        fields["dry_run"] = True
    if result.table is not None:
        fields["rows"] = len(result.table.rows)
    if operation is not None and (chart := chart_of(operation, result.data)) is not None:
        fields["chart"] = points_words(chart)  # as its card says it, which shows no rows
    if result.truncated:
        fields["cut"] = result.limit_note or "More pages exist."
    room = _Room(chars)
    data = _told(result.data, room, 0)
    if not room.is_cut:
        return fields | {ENVELOPE: {"data": data}}
    if result.table is None:
        return fields | {ENVELOPE: {"data": data}, "data_cut": "Only the beginning is given here; the person sees all."}
    columns, rows = _rows(result.table, chars)
    given = f"{len(rows)} of {len(result.table.rows)} rows are given here; the person sees all."
    return fields | {ENVELOPE: {"columns": columns, "table": rows}, "data_cut": given}


def enveloped(**texts: str) -> dict[str, object]:
    """Texts from outside, such as an error of AWS, in the envelope."""
    return {ENVELOPE: {name: plain(text[:_TEXT_CHARS]) for name, text in texts.items()}}


def as_json(value: object) -> str:
    """JSON for a model."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _told(value: object, room: _Room, depth: int) -> object:
    match value:
        case str():
            text = plain(value[:_TEXT_CHARS])
            if len(value) > _TEXT_CHARS:
                text += f"… ({len(value):,} characters)"
            return text if room.take(_length(text) + 2) else ""
        case Mapping() if depth < _DEEPEST:
            told: dict[str, object] = {}
            for name, inner in value.items():
                shown = plain(str(name)[:_TEXT_CHARS])
                if not room.take(_length(shown) + 4):
                    break
                told[shown] = _told(inner, room, depth + 1)
            return told
        case list() | tuple() if depth < _DEEPEST:
            items: list[object] = []
            for inner in value:
                if not room.take(2):
                    break
                items.append(_told(inner, room, depth + 1))
            return items
        case bool() | int() | float() | None:
            room.take(len(str(value)) + 2)
            return value
        case _:
            room.is_cut = True
            return "…"


def _length(text: str) -> int:
    """How long a text is once it is JSON."""
    return len(as_json(text))


def _rows(table: Table, chars: int) -> tuple[Sequence[str], list[list[str]]]:
    columns = [plain(column[:_TEXT_CHARS]) for column in table.columns]
    room, rows = _Room(chars), []
    for row in table.rows:
        told = [plain(cell[:_TEXT_CHARS]) for cell in row]
        if not room.take(sum(map(_length, told)) + 2 * len(told)):
            break
        rows.append(told)
    return columns, rows
