"""An interpreter of JMESPath that can be stopped: a query that runs too long or makes too much ends with an error.

Owns the bounds, which the library has none of. What a query makes may hold the same text or list a million times over
at no cost of its own, until somebody writes it out: so each thing made is weighed as it would be written.
"""

from __future__ import annotations

import time
from typing import Any

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


class QueryStoppedError(Exception):
    """The query ran too long, or made too much; its text says which."""


def bounded_interpreter(limit_s: float, options: Any = None) -> Any:
    """An interpreter for one query, from now on. Its ``visit`` raises :class:`QueryStoppedError` too."""
    from jmespath.visitor import TreeInterpreter  # type: ignore[import-untyped]

    class Bounded(TreeInterpreter):  # type: ignore[misc]  # the library ships no types
        """Asks the clock at every step, and weighs everything that is made."""

        def __init__(self) -> None:
            super().__init__(options)
            self.ends_at = time.monotonic() + limit_s

        def visit(self, node: Any, *args: Any, **kwargs: Any) -> Any:
            self.look_at_clock()
            made = super().visit(node, *args, **kwargs)
            if isinstance(made, list) and len(made) > _MOST_ITEMS:
                raise QueryStoppedError(f"The query makes more than {_MOST_ITEMS:,} items.")
            if node["type"] in _MAKES:
                self.weigh(made)
            return made

        def look_at_clock(self) -> None:
            if time.monotonic() > self.ends_at:
                raise QueryStoppedError(f"The query was stopped after {limit_s:g} s.")

        def weigh(self, made: object) -> None:
            weight, steps, waiting = 0, 0, [made]
            while waiting:
                item = waiting.pop()
                steps += 1
                if steps % 50_000 == 0:
                    self.look_at_clock()
                if isinstance(item, dict):
                    weight += _CONTAINER + sum(len(str(name)) + 4 for name in item)
                    waiting.extend(item.values())
                elif isinstance(item, list):
                    weight += _CONTAINER
                    waiting.extend(item)
                else:
                    weight += len(item) + 2 if isinstance(item, str) else 8
                if weight > _MOST_WEIGHT:
                    raise QueryStoppedError(f"The query makes more than {_MOST_WEIGHT // 1024**2} MB.")

    return Bounded()
