"""Spans of time as people say them (*last 2 hours*, *yesterday*, *this month*). Refuses to know which day it is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from app.aws.recogniser.text import NUMBER_WORDS, Kind, Token

_UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
    "hr": timedelta(hours=1),
    "hrs": timedelta(hours=1),
    "mins": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "m": timedelta(minutes=1),
    "w": timedelta(days=7),
}
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_SHORT = re.compile(r"(\d{1,4})(h|d|m|w|min|hr|hrs|days|hours)")
_BACK = frozenset({"last", "past", "previous", "recent", "ago"})


def span(tokens: list[Token], now: datetime) -> tuple[datetime, datetime] | None:
    """The stretch of time that is said, as start and end in UTC, whole seconds; ``None`` where none is."""
    now = now.astimezone(UTC).replace(microsecond=0)
    midnight = now.replace(hour=0, minute=0, second=0)
    words = [token.word if token.kind is Kind.WORD else token.raw.casefold() for token in tokens]
    dates = [token for token in tokens if token.kind is Kind.DATE]
    if dates:
        moments = [moment for token in dates if (moment := _moment(token.raw)) is not None]
        if moments:
            for token in dates:
                token.used = True
            return moments[0], moments[1] if len(moments) > 1 else now
    for index, word in enumerate(words):
        if word in _MONTHS and index and words[index - 1] in {"in", "for", "of", "during", "since"}:
            month = _MONTHS.index(word) + 1
            first = midnight.replace(year=now.year - (month > now.month), month=month, day=1)
            following = (first + timedelta(days=31)).replace(day=1)
            return first, now if words[index - 1] == "since" else min(following, now)
        if word == "yesterday" and index and words[index - 1] == "since":
            return now - timedelta(days=1), now
        if word == "yesterday":
            return midnight - timedelta(days=1), midnight
        if word == "today":
            return midnight, now
        if word in {"this", "current"} and index + 1 < len(words):
            if words[index + 1] == "month":
                return midnight.replace(day=1), now
            if words[index + 1] == "year":
                return midnight.replace(month=1, day=1), now
            if words[index + 1] == "week":
                return midnight - timedelta(days=midnight.weekday()), now
        if (word in _BACK or word in {"since", "within", "over", "in"}) and index + 1 < len(words):
            if (back := _length(tokens, words, index + 1)) is not None:
                return now - back, now
            if word in {"last", "previous", "past"} and words[index + 1] == "month":
                first = midnight.replace(day=1)
                return (first - timedelta(days=1)).replace(day=1), first
            if word in {"last", "previous", "past"} and words[index + 1] in _UNITS:
                return now - _UNITS[words[index + 1]], now
        if word == "ago" and index >= 2 and (back := _length(tokens, words, index - 2)) is not None:
            return now - back, now
    return None


def _length(tokens: list[Token], words: list[str], index: int) -> timedelta | None:
    if index < len(words) and words[index] in {"the", "last", "past"}:
        index += 1
    if index < len(words) and words[index] in {"last", "past"}:
        index += 1
    if index >= len(words):
        return None
    if short := _SHORT.fullmatch(words[index]):
        unit = {"hr": "hour", "hrs": "hour", "days": "day", "hours": "hour"}.get(short[2], short[2])
        tokens[index].used = True
        return int(short[1]) * _UNITS[unit]
    count = int(words[index]) if re.fullmatch(r"\d{1,4}", words[index]) else NUMBER_WORDS.get(words[index])
    if count is None or index + 1 >= len(words) or words[index + 1] not in _UNITS:
        return None
    tokens[index].used = True
    return count * _UNITS[words[index + 1]]


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def day_after(moment: datetime) -> date:
    """The first whole day after a moment: the end, exclusive, of a span of days that holds it."""
    return moment.date() if moment.time() == moment.time().min else moment.date() + timedelta(days=1)


def iso(moment: datetime) -> str:
    """A moment as AWS takes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
