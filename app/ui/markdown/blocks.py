"""What a message is shown as: prose, code and tables, in order. Owns the values; knows neither the parser nor Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Rich text: HTML of Baton's own making, from escaped text, with no attributes but a checked ``href``."""

    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """A block of code, exactly as written. ``indent`` counts the lists it stands in; ``closed``: no more will come."""

    language: str
    text: str
    closed: bool = True
    indent: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table. Cells are HTML like :class:`Prose`; ``alignments`` are ``left``, ``center``, ``right`` or empty."""

    columns: tuple[str, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Code | Grid
