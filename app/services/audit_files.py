"""The audit log as a file: JSON, one JSON object a line, or CSV for a spreadsheet.

Refuses to leave anything out of JSON. In CSV a text that a spreadsheet would take for a formula gets an apostrophe
before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum

from app.domain.aws import AuditEntry
from app.domain.encoding import to_plain

_COLUMNS = (
    "operation",
    "account",
    "region",
    "risk",
    "origin",
    "model",
    "decision",
    "decided_by",
    "error",
    "request_id",
    "before",
    "after",
    "plan",
    "step",
    "undoes",
    "by",
    "conversation",
    "parameters",
    "sentence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AuditFormat(StrEnum):
    """The forms of the log."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def plain_entry(entry: AuditEntry) -> dict[str, object]:
    """An entry as JSON values."""
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "what": entry.what,
        "action": entry.action_id,
        "data": dict(entry.data),
        "previous": entry.previous,
        "digest": entry.digest,
    }


def audit_text(entries: Sequence[AuditEntry], form: AuditFormat) -> str:
    """The log as text."""
    match form:
        case AuditFormat.JSON:
            whole = {"entries": [plain_entry(entry) for entry in entries]}
            return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        case AuditFormat.JSONL:
            return "".join(json.dumps(plain_entry(entry), ensure_ascii=False) + "\n" for entry in entries)
        case AuditFormat.CSV:
            return _csv(entries)


def _csv(entries: Sequence[AuditEntry]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["number", "at", "what", "action", *_COLUMNS, "previous", "digest"])
    for entry in entries:
        cells = [entry.number, entry.at.isoformat(), entry.what, entry.action_id]
        writer.writerow([*cells, *(_cell(entry.data, column) for column in _COLUMNS), entry.previous, entry.digest])
    return file.getvalue()


def _cell(data: Mapping[str, object], column: str) -> str:
    value = data.get(column)
    if value is None or value == "":
        return ""
    text = value if isinstance(value, str) else json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True)
    return f"'{text}" if text.startswith(_FORMULA) else text
