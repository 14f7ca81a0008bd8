"""How a person looks at one result: kept while its widgets come and go, and while more of its rows arrive."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ResultMode(StrEnum):
    """How a result is looked at. ``OWN``: as a table where it is one, else as fields."""

    OWN = "own"
    CHART = "chart"
    TREE = "tree"
    JSON = "json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Crumb:
    """One step into a result: what it is called, and its value."""

    title: str
    value: object


@dataclass(kw_only=True)
class ResultState:
    """``mode`` is ``None`` until one was chosen; ``sort`` is a column's title, and whether it runs downwards."""

    mode: ResultMode | None = None
    filter: str = ""
    sort: tuple[str, bool] | None = None
    hidden: set[str] = field(default_factory=set)
    query_open: bool = False
    query: str = ""
    trail: tuple[Crumb, ...] = ()
