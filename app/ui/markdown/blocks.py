"""What a message is shown as: prose, code, tables, pictures, in order. Owns the values; knows neither parser nor Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Rich text: HTML of Baton's own making, from escaped text.

    Its only attributes are a checked ``href``, a class or an alignment of Baton's own, and the source of a formula.
    """

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture that came with the text: its description, and its ``data:`` address."""

    words: str
    source: str


Block = Prose | Code | Grid | Picture
