"""The data file of what models take and cost: read when it is first asked, checked entry by entry.

Owns ``resources/models.json``, whose head says what its fields mean and where they are from. An entry that makes no
sense is passed over, and a file that is missing or damaged holds nothing: what is unknown stays unknown, and Baton
starts. Asks nobody, and refuses to guess a price.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from app import RESOURCES
from app.domain.encoding import from_plain
from app.domain.models import Price, PriceBand

FILE = RESOURCES / "models.json"
ANY = "any"
"""The section of what holds for models wherever they are served."""

OLD_AFTER_DAYS = 90
_MOST_TOKENS = 10**9
_MOST_USD = 10**6
_DATED = re.compile(r"(-(20\d{6}|20\d{2}-\d{2}-\d{2}|latest))$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What the file says of a family (by ``pattern``) or of one model (by ``model``). ``None`` where it says nothing.

    ``can``: of ``tools``, ``images``, ``documents``, ``json_schema``, ``continues`` and ``reasoning``, those it can do.
    """

    pattern: str | None = None
    model: str = ""
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    can: tuple[str, ...] | None = None
    thinking: str | None = None
    efforts: tuple[str, ...] | None = None
    sampling: bool | None = None
    input: float | None = None
    output: float | None = None
    cached_input: float | None = None
    cache_write: float | None = None
    bands: tuple[PriceBand, ...] = ()

    @property
    def price(self) -> Price | None:
        """What it costs, or ``None`` where nobody wrote it down."""
        if self.input is None or self.output is None:
            return None
        return Price(
            input=self.input,
            output=self.output,
            cached_input=self.cached_input,
            cache_write=self.cache_write,
            bands=self.bands,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """What the file holds of one vendor: ``families`` in order, ``models`` by name, and where and when it was read."""

    title: str = ""
    source: str = ""
    read_on: date | None = None
    families: Sequence[tuple[re.Pattern[str], Entry]] = ()
    models: Mapping[str, Entry] = field(default_factory=dict)

    def family(self, name: str) -> Entry | None:
        """The first family whose pattern begins ``name``, or what follows a slash or a colon in it."""
        return next((entry for pattern, entry in self.families if pattern.search(name)), None)

    def model(self, name: str) -> Entry | None:
        """The model called ``name``, with or without a date behind it. A fine-tuned one is none that a list names."""
        key = name.casefold().removeprefix("models/")  # as Gemini's list writes them
        return self.models.get(key) or self.models.get(_DATED.sub("", key))


class FactsFile:
    """The sections of one file by vendor, each read when it is first asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._plain: Mapping[str, object] | None = None
        self._sections: dict[str, Section] = {}

    def section(self, vendor: str) -> Section:
        """What is known of ``vendor``; an empty section where that is nothing."""
        if vendor not in self._sections:
            self._sections[vendor] = _section(self._vendors().get(vendor))
        return self._sections[vendor]

    def price(self, vendor: str, model: str) -> Price | None:
        """What ``model`` costs at ``vendor``, or ``None`` where nobody wrote it down."""
        entry = self.section(vendor).model(model)
        return None if entry is None else entry.price

    def _vendors(self) -> Mapping[str, object]:
        if self._plain is None:
            try:
                data = json.loads(self._path.read_text(encoding="utf-8"))
                vendors = data.get("vendors") if isinstance(data, dict) else None
            except (OSError, ValueError, RecursionError):
                vendors = None
            self._plain = vendors if isinstance(vendors, dict) else {}
        return self._plain


@cache
def facts_of(path: Path = FILE) -> FactsFile:
    """The file at ``path``, read once."""
    return FactsFile(path)


def _section(plain: object) -> Section:
    if not isinstance(plain, dict):
        return Section()
    families = [
        (pattern, entry)
        for entry in _entries(plain.get("families"))
        if entry.pattern is not None and (pattern := _compiled(entry.pattern)) is not None
    ]
    models = {entry.model.casefold(): entry for entry in _entries(plain.get("models")) if entry.model}
    title, source = plain.get("title"), plain.get("source")
    return Section(
        title=title if isinstance(title, str) else "",
        source=source if isinstance(source, str) else "",
        read_on=_date(plain.get("date")),
        families=tuple(families),
        models=models,
    )


def _entries(plain: object) -> Sequence[Entry]:
    found = []
    for item in plain if isinstance(plain, list) else ():
        try:
            entry = from_plain(Entry, item)
        except ValueError:
            continue
        if _is_sound(entry):
            found.append(entry)
    return found


def _is_sound(entry: Entry) -> bool:
    tokens = (entry.context_tokens, entry.max_output_tokens, *(band.above_tokens for band in entry.bands))
    rates = [entry.input, entry.output, entry.cached_input, entry.cache_write]
    for band in entry.bands:
        rates += [band.input, band.output, band.cached_input, band.cache_write]
    return all(count is None or 0 < count < _MOST_TOKENS for count in tokens) and all(
        rate is None or (math.isfinite(rate) and 0 <= rate < _MOST_USD) for rate in rates
    )


def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(rf"(?:^|[/:])(?:{pattern})" if pattern else "", re.IGNORECASE)
    except (re.error, RecursionError, OverflowError):
        return None


def _date(plain: object) -> date | None:
    try:
        return date.fromisoformat(plain) if isinstance(plain, str) else None
    except ValueError:
        return None
