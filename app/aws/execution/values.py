"""Values on their way to botocore and back: JSON to what a shape wants, an answer to JSON with its streams read.

Owns the stated limit on what is read of a stream. Refuses nothing it can show: what is no text is shown as base64.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.aws.execution.size import ANSWER_BYTES, weight
from app.domain.errors import AwsParameterError
from app.domain.language import tr
from app.domain.numerals import number

STREAM_BYTES = 256 * 1024
"""How much of a streaming body is read. The rest stays where it is; the result says how large it is."""

STREAM_EVENTS = 1_000
"""How many events of a stream are read, and together no more than :data:`app.aws.execution.size.ANSWER_BYTES`."""

_DEPTH = 100


def to_botocore(value: object, shape: Any, path: str = "") -> object:
    """``value``, which is JSON, as botocore takes it for ``shape``. Raises ``AwsParameterError`` for bad base64."""
    kind = getattr(shape, "type_name", None)
    if kind == "structure" and isinstance(value, Mapping):
        members = shape.members
        return {
            name: to_botocore(item, members.get(name), f"{path}.{name}" if path else str(name))
            for name, item in value.items()
        }
    if kind == "list" and isinstance(value, Sequence) and not isinstance(value, str):
        return [to_botocore(item, shape.member, f"{path}[{index}]") for index, item in enumerate(value)]
    if kind == "map" and isinstance(value, Mapping):
        return {name: to_botocore(item, shape.value, f"{path}.{name}") for name, item in value.items()}
    if kind == "blob":
        return _blob(value, path)
    return value


def _blob(value: object, path: str) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", errors="surrogateescape")
    if isinstance(value, Mapping) and set(value) == {"base64"} and isinstance(value["base64"], str):
        try:
            return base64.b64decode(value["base64"], validate=True)
        except (binascii.Error, ValueError):
            problem = tr("{path} is not valid base64.", path=path)
            raise AwsParameterError(problem, problems=(problem,), remedy=tr("Give it as text, or as base64.")) from None
    return value


@dataclass(slots=True)
class AnswerReader:
    """Turns an answer into JSON values. ``cancelled`` is asked between the events of a stream."""

    cancelled: Callable[[], bool]
    notes: list[str] = field(default_factory=list)
    """Sentences about what was left unread."""

    def read(self, answer: Mapping[str, Any]) -> dict[str, object]:
        """The answer's members, without botocore's metadata."""
        length = answer.get("ContentLength")
        return {
            name: self._value(value, name, length if isinstance(length, int) else None, 0)
            for name, value in answer.items()
            if name != "ResponseMetadata"
        }

    def _value(self, value: Any, name: str, length: int | None, depth: int) -> object:
        if depth > _DEPTH:
            return "…"
        match value:
            case None | bool() | int() | str():
                return value
            case float():
                return value if math.isfinite(value) else str(value)
            case datetime():
                return value.isoformat()
            case date():
                return value.isoformat()
            case Decimal():
                return int(value) if value == value.to_integral_value() else float(value)
            case bytes() | bytearray():
                return _bytes_value(bytes(value))
            case Mapping():
                return {str(key): self._value(item, str(key), None, depth + 1) for key, item in value.items()}
            case list() | tuple() | set() | frozenset():
                return [self._value(item, name, None, depth + 1) for item in value]
        if hasattr(value, "read"):
            return self._stream(value, name, length)
        if hasattr(value, "__iter__"):
            return self._events(iter(value), value, name, depth)
        return str(value)

    def _stream(self, body: Any, name: str, length: int | None) -> dict[str, object]:
        """A streaming body: its beginning, and its size where it is known."""
        try:
            start = body.read(STREAM_BYTES)
            rest = body.read(1) if len(start) == STREAM_BYTES else b""
        finally:
            body.close()
        shown: dict[str, object] = {"shown_bytes": len(start)}
        if rest:
            if length is not None:
                shown["size_bytes"] = length
            count = f"{len(start):,}"
            self.notes.append(
                tr("Only the first {count} bytes of {name} were read.", count=count, name=name)
                if length is None
                else tr(
                    "Only the first {count} of {whole} bytes of {name} were read.",
                    count=count,
                    whole=number(length),
                    name=name,
                )
            )
        else:
            shown["size_bytes"] = len(start)
        whole = _bytes_value(start, may_be_cut=bool(rest))
        return shown | (whole if isinstance(whole, dict) else {"text": whole})

    def _events(self, events: Iterator[Any], source: Any, name: str, depth: int) -> list[object]:
        taken: list[object] = []
        held = 0
        try:
            for event in events:
                if len(taken) >= STREAM_EVENTS or held >= ANSWER_BYTES or self.cancelled():
                    self.notes.append(
                        tr("Only the first {count} events of {name} were read.", count=number(len(taken)), name=name)
                    )
                    break
                taken.append(self._value(event, name, None, depth + 1))
                held += weight(taken[-1])
        finally:
            if hasattr(source, "close"):
                source.close()
        return taken


def _bytes_value(value: bytes, *, may_be_cut: bool = False) -> object:
    """Bytes as text where they are text, else as ``{"base64": …}``."""
    for cut in range(4 if may_be_cut else 1):  # a cut may have split the last character
        try:
            text = value[: len(value) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not any(character < " " and character not in "\t\n\r\f" for character in text):
            return text
        break
    return {"base64": base64.b64encode(value).decode("ascii")}


def sensitive_members(shape: Any) -> tuple[str, ...]:
    """The paths of an output shape's members that the API's model marks as secret (``Credentials.SecretAccessKey``)."""
    found: list[str] = []

    def walk(shape: Any, path: str, seen: tuple[str, ...]) -> None:
        if shape.name in seen or len(seen) > 12:
            return
        if shape.metadata.get("sensitive") or shape.serialization.get("sensitive"):
            found.append(path)
            return
        below = (*seen, shape.name)
        match shape.type_name:
            case "structure":
                for name, member in shape.members.items():
                    walk(member, f"{path}.{name}" if path else name, below)
            case "list":
                walk(shape.member, path + "[]", below)
            case "map":
                walk(shape.value, path + ".*", below)

    if shape is not None:
        walk(shape, "", ())
    return tuple(found)
