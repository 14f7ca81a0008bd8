"""Reads and runs JMESPath within bounds, which the library itself cannot: it takes any depth, any time, any memory.

Owns the bounds. What the library raises for a wrong expression goes on to the caller, who has words for it.
"""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Any

import jmespath  # type: ignore[import-untyped]  # it ships no types
from jmespath.exceptions import JMESPathError, JMESPathTypeError  # type: ignore[import-untyped]
from jmespath.visitor import TreeInterpreter  # type: ignore[import-untyped]

from app.domain.language import tr
from app.domain.numerals import number
from app.domain.wording import either

LIMIT_S = 5.0
_EXPRESSION_CHARS = 4_000
_MOST_ITEMS = 500_000  # of one list on the way
_MOST_WEIGHT = 64 * 1024 * 1024  # about the characters of what is made, written as JSON
_CONTAINER = 16  # more than its brackets: walking through it takes time too
_MAKES = frozenset(
    {
        "multi_select_list",
        "multi_select_dict",
        "flatten",
        "projection",
        "filter_projection",
        "value_projection",
        "function_expression",
    }
)


class BoundsError(Exception):
    """The expression is too long or too deep, ran too long, or made too much; the message says which."""


@lru_cache(maxsize=512)
def parsed(expression: str) -> Any:
    """The expression as a tree. Raises :class:`BoundsError` and ``JMESPathError``."""
    if len(expression) > _EXPRESSION_CHARS:
        raise BoundsError(tr("It is longer than {count} characters.", count=number(_EXPRESSION_CHARS)))
    try:
        return jmespath.compile(expression).parsed
    except RecursionError:
        raise BoundsError(tr("It is nested too deeply.")) from None


def evaluated(expression: str, data: object, *, limit_s: float = LIMIT_S, options: Any = None) -> object:
    """What the expression makes of ``data``. Raises :class:`BoundsError` and ``JMESPathError``."""
    try:
        made: object = _Bounded(limit_s, options).visit(parsed(expression), data)
    except RecursionError:
        raise BoundsError(tr("It is nested too deeply.")) from None
    return made


def found(expression: str, data: object) -> object:
    """What an expression of our own makes of ``data``; ``None`` where it does not fit."""
    try:
        return evaluated(expression, data)
    except (BoundsError, JMESPathError):  # length() of what is not there, say
        return None


def misfit(error: JMESPathTypeError) -> str:
    """What a function was given in place of what it wants, without the value: so a thousand rows say it once."""
    return tr(
        "{function}() wants {wanted}, and was given {given}.",
        function=error.function_name,
        wanted=either(error.expected_types),
        given=error.actual_type,
    )


class _Bounded(TreeInterpreter):  # type: ignore[misc]  # the library ships no types
    """Asks the clock at every step, and weighs everything that is made.

    What an expression makes may hold the same text or list a million times over at no cost of its own, until somebody
    writes it out: so each thing made is weighed as it would be written.
    """

    def __init__(self, limit_s: float, options: Any) -> None:
        super().__init__(options)
        self._limit_s = limit_s
        self._ends_at = time.monotonic() + limit_s
        self._weights: dict[int, tuple[object, int]] = {}

    def visit(self, node: Any, *args: Any, **kwargs: Any) -> Any:
        self._look_at_clock()
        made = super().visit(node, *args, **kwargs)
        if isinstance(made, list) and len(made) > _MOST_ITEMS:
            raise BoundsError(tr("It makes more than {count} items.", count=number(_MOST_ITEMS)))
        if node["type"] in _MAKES and self._weight(made) > _MOST_WEIGHT:
            raise BoundsError(tr("It makes more than {count} MB.", count=_MOST_WEIGHT // 1024**2))
        return made

    def _look_at_clock(self) -> None:
        if time.monotonic() > self._ends_at:
            raise BoundsError(tr("It was stopped after {seconds} s.", seconds=f"{self._limit_s:g}"))

    def _weight(self, item: object) -> int:
        """About the characters of ``item`` as JSON. What was weighed before is not walked through again."""
        if isinstance(item, str):
            return len(item) + 2
        if not isinstance(item, dict | list):
            return 8
        known = self._weights.get(id(item))
        if known is not None:
            return known[1]
        if len(self._weights) % 10_000 == 0:
            self._look_at_clock()
        if isinstance(item, dict):
            weight = _CONTAINER + sum(len(str(name)) + 4 + self._weight(inner) for name, inner in item.items())
        else:
            weight = _CONTAINER + sum(self._weight(inner) for inner in item)
        self._weights[id(item)] = (item, weight)  # kept with it, so that no other takes its id
        return weight
