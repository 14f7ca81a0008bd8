"""How values lie in columns: times as whole microseconds, JSON as text, and no text that SQLite would refuse."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.encoding import as_utc

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC: exact, and sorted as the times are."""
    return (as_utc(moment) - _EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """The time that :func:`micros` told. Raises ``ValueError`` for a number that is no time."""
    try:
        return _EPOCH + timedelta(microseconds=value)
    except (OverflowError, TypeError):
        raise ValueError(f"{value!r} is no time") from None


def dumped(plain: object) -> str:
    """JSON text. Half a surrogate pair (imports and models do send them) is escaped, as UTF-8 cannot hold it."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=str)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":"), default=str)
    return text


def loaded(text: object) -> Any:
    """What :func:`dumped` wrote. Raises ``ValueError`` for damaged text."""
    if not isinstance(text, str):
        raise ValueError("the stored text is not text")
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("the stored text is nested too deeply") from None


def storable(text: str) -> str:
    """``text`` with what UTF-8 cannot hold replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
