"""What a person asks of the history's search, and how they write it: words, phrases and filters such as ``has:aws``.

A filter is ``name:value``; a value with spaces stands in quotation marks. What is no filter that Baton knows is text,
so nothing typed is ever an error. Refuses to know how anything is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.domain.aws import Risk
from app.domain.conversation import Conversation
from app.domain.messages import Role


class Place(StrEnum):
    """Where a conversation lies."""

    CHATS = "chats"
    ARCHIVE = "archive"
    BIN = "bin"


def place_of(head: Conversation) -> Place:
    """Where a chat lies: the bin before the archive, as it is brought back there."""
    if head.deleted_at is not None:
        return Place.BIN
    return Place.ARCHIVE if head.archived else Place.CHATS


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchHit:
    """A message found by its text. ``snippet`` marks the found words with U+0001 before and U+0002 after. ``order`` is
    where it stands among all hits, for asking for those after it.
    """

    conversation_id: str
    conversation_title: str
    node_id: str
    snippet: str
    created_at: datetime
    order: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """A search. Every word must be found, and a conversation or message must pass every filter that is set.

    ``words`` are words or phrases; ``half_typed``: the last may go on. ``models`` are parts of the ids of the models
    that answered. Times are UTC, ``after`` is included, ``before`` is not. ``services`` and ``risks`` are those of an
    AWS action in the conversation. ``place`` is ``None`` for everywhere but the bin.
    """

    words: tuple[str, ...] = ()
    half_typed: bool = False
    models: tuple[str, ...] = ()
    role: Role | None = None
    after: datetime | None = None
    before: datetime | None = None
    has_actions: bool = False
    services: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()
    folders: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Search(half_typed=self.half_typed)


@dataclass(frozen=True, kw_only=True, slots=True)
class FilterWord:
    """A filter as it stands in a text, from ``start`` to ``end``."""

    name: str
    value: str
    start: int
    end: int


FILTERS = ("model", "after", "before", "when", "role", "has", "service", "risk", "in")
"""The names of filters, as they are typed."""

PERIODS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month")
"""Spans of days that ``when:``, ``after:`` and ``before:`` know by name; a space will do for the hyphen."""

_PIECE = re.compile(r'(?P<name>[A-Za-z]+):"(?P<value>[^"]*)"?|"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>\S+)')
_LIKE_A_FILTER = re.compile(r"[A-Za-z]{2,}:(?!//)[^:]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ROLES = {
    "user": Role.USER,
    "me": Role.USER,
    "you": Role.USER,
    "assistant": Role.ASSISTANT,
    "model": Role.ASSISTANT,
    "baton": Role.ASSISTANT,
}
_RISKS = {risk.value: risk for risk in Risk}


def searched(text: str, today: date) -> Search:
    """The search that ``text`` asks for."""
    found: dict[str, list[str]] = {name: [] for name in FILTERS}
    words: list[str] = []
    half_typed = False
    for piece in _PIECE.finditer(text):
        item = _filter(piece, today)
        half_typed = False
        if item is not None:
            found[item.name].append(item.value)
        elif piece["phrase"] is not None:
            words.append(piece["phrase"])
            half_typed = not piece["end"]
        else:
            words.extend(piece[0].replace('"', " ").split())
            half_typed = True
    after, before = _span(found, today)
    places = {value.casefold(): Place(value.casefold()) for value in found["in"] if value.casefold() in (*Place,)}
    return Search(
        words=tuple(word for word in words if word.strip()),
        half_typed=half_typed,
        models=tuple(found["model"]),
        role=_ROLES[found["role"][-1].casefold()] if found["role"] else None,
        after=after,
        before=before,
        has_actions=bool(found["has"]),
        services=tuple(value.casefold() for value in found["service"]),
        risks=tuple(_RISKS[value.casefold()] for value in found["risk"]),
        folders=tuple(value for value in found["in"] if value.casefold() not in places),
        place=next(reversed(places.values()), None),
    )


def filters_in(text: str, today: date) -> Sequence[FilterWord]:
    """The filters that stand in ``text``, in their order."""
    return [item for piece in _PIECE.finditer(text) if (item := _filter(piece, today)) is not None]


def mistaken_in(text: str, today: date) -> Sequence[str]:
    """Words of ``text`` that look like a filter, ``name:value``, and are none: its name is none of :data:`FILTERS`, or
    its value says nothing to it. An address (``https://…``), an ARN and a time look otherwise.
    """
    return [piece[0] for piece in _taken_as_text(text, today) if _LIKE_A_FILTER.fullmatch(piece[0])]


def unknown_filter(text: str, today: date) -> tuple[str, str, Sequence[str]] | None:
    """The first piece of ``text`` that is a filter by its name and none by its value: the name, the value, and what the
    filter takes (for a day, examples and the names of periods). It is searched for as text.
    """
    takes: dict[str, Sequence[str]] = {
        **dict.fromkeys(("after", "before", "when"), ("2026-11-01", "2026-11", "2026", *PERIODS)),
        "role": tuple(_ROLES),
        "has": ("aws",),
        "risk": tuple(_RISKS),
    }
    for piece in _taken_as_text(text, today):
        name, value = _named(piece)
        if value and name in takes:
            return name, value, takes[name]
    return None


def with_filter(text: str, name: str, value: str, today: date) -> str:
    """``text`` with one more filter at its end; of those that can stand once only, the earlier goes."""
    if name in ("when", "after", "before", "role"):
        text = without_filters(text, name, today)
    shown = f'"{value}"' if " " in value else value
    return f"{text.rstrip()} {name}:{shown} ".lstrip()


def without_filters(text: str, name: str, today: date, value: str | None = None) -> str:
    """``text`` without its filters of that name (and value)."""
    for item in reversed(filters_in(text, today)):
        if item.name == name and value in (None, item.value):
            text = f"{text[: item.start].rstrip()} {text[item.end :].lstrip()}"
    return text.lstrip()


def period(value: str, today: date) -> tuple[date, date] | None:
    """The first day of what ``value`` names and the day after its last; ``None`` for no such thing."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    match value.casefold().replace(" ", "-"):
        case "today":
            return today, today + timedelta(days=1)
        case "yesterday":
            return today - timedelta(days=1), today
        case "this-week":
            return monday, monday + timedelta(days=7)
        case "last-week":
            return monday - timedelta(days=7), monday
        case "this-month":
            return first, _next_month(first)
        case "last-month":
            return (first - timedelta(days=1)).replace(day=1), first
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        if day is not None:
            return start, start + timedelta(days=1)
        return start, _next_month(start) if month is not None else date(start.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None


def _next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def _taken_as_text(text: str, today: date) -> Iterator[re.Match[str]]:
    """The pieces of ``text`` that are no filter, though nobody quoted them as text."""
    for piece in _PIECE.finditer(text):
        if piece["phrase"] is None and _filter(piece, today) is None:
            yield piece


def _named(piece: re.Match[str]) -> tuple[str, str]:
    """Name and value of a piece, as far as it has them; quoted text has neither."""
    if piece["name"] is not None:
        name, value = piece["name"], piece["value"]
    else:
        name, _, value = (piece["word"] or "").partition(":")
    return name.casefold(), value


def _filter(piece: re.Match[str], today: date) -> FilterWord | None:
    """The filter that a piece of a text is; ``None`` where it is text."""
    name, value = _named(piece)
    value = value.strip()
    known = {
        "model": bool(value),
        "after": period(value, today) is not None,
        "before": period(value, today) is not None,
        "when": period(value, today) is not None,
        "role": value.casefold() in _ROLES,
        "has": value.casefold() == "aws",
        "service": bool(value),
        "risk": value.casefold() in _RISKS,
        "in": bool(value),
    }
    if not known.get(name):
        return None
    return FilterWord(name=name, value=value, start=piece.start(), end=piece.end())


def _span(found: dict[str, list[str]], today: date) -> tuple[datetime | None, datetime | None]:
    starts: list[date] = []
    ends: list[date] = []
    for name in ("after", "before", "when"):
        for value in found[name]:
            days = period(value, today)
            if days is None:
                continue
            if name != "before":
                starts.append(days[0])
            if name == "before":
                ends.append(days[0])
            elif name == "when":
                ends.append(days[1])
    return (_midnight(max(starts)) if starts else None), (_midnight(min(ends)) if ends else None)


def _midnight(day: date) -> datetime:
    """When ``day`` begins where the person is, summer time included."""
    return datetime.combine(day, time.min).astimezone(UTC)
