"""The JSON value in a model's answer: the whole answer, or what stands in its one code block. Believes nothing of it.

What JSON allows and most programs read differently (a name twice, NaN, numbers beyond a float's) is a problem here, so
that everybody who reads the answer reads the same.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

from app.domain.language import tr
from app.domain.numerals import number

MOST_CHARS = 4_000_000
MOST_LEVELS = 100
_MOST_DIGITS = 400
_FENCE = re.compile(r"^[ \t]{0,3}```[ \t]*([A-Za-z0-9_-]*)[ \t]*\n(.*?)^[ \t]{0,3}```[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Read:
    """What was found: a value, or why there is none, as a sentence. ``text`` is the JSON alone."""

    value: object = None
    problem: str | None = None
    text: str = ""


class _ProblemError(ValueError):
    """A sentence about the JSON text."""


def read_json(answer: str) -> Read:
    """The JSON value of an answer. In time proportional to its length; never raises."""
    text = answer.strip().removeprefix("\ufeff").strip()
    if not text:
        return Read(problem=tr("The answer is empty."))
    if len(text) > MOST_CHARS:
        return Read(problem=tr("The answer is longer than {most} characters.", most=number(MOST_CHARS)))
    body = text
    if text[0] not in '{["' and "```" in text:
        blocks = _FENCE.findall(text + "\n")
        if len(blocks) > 1:
            return Read(problem=tr("There is more than one code block in the answer."))
        if blocks:
            body = blocks[0][1].strip()
    try:
        return Read(value=_parsed(body), text=body)
    except _ProblemError as problem:
        return Read(problem=str(problem), text=body)
    except json.JSONDecodeError as error:
        return Read(
            problem=tr(
                "It is no JSON: {problem} at line {line}, column {column}.",
                problem=error.msg.lower(),
                line=error.lineno,
                column=error.colno,
            ),
            text=body,
        )
    except RecursionError:
        return Read(problem=_too_deep(), text=body)
    except ValueError:  # a number of more digits than Python reads
        return Read(problem=tr("A number in it has too many digits."), text=body)


def _too_deep() -> str:
    return tr("It is nested more than {count} levels deep.", count=MOST_LEVELS)


def _parsed(text: str) -> object:
    value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float, parse_int=_int)
    if levels(value) > MOST_LEVELS:
        raise _ProblemError(_too_deep())
    return value


def levels(value: object) -> int:
    """How deep a value of JSON is nested; a text has one level. Without recursion."""
    deepest, row = 0, [value]
    while row:
        deepest += 1
        if deepest > MOST_LEVELS:
            return deepest
        row = [
            inner
            for item in row
            for inner in (item.values() if isinstance(item, dict) else item if isinstance(item, list) else ())
        ]
    return deepest


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise _ProblemError(tr("The name {twice} stands twice in one object.", twice=repr(twice[:80])))
    return made


def _constant(name: str) -> object:
    raise _ProblemError(tr("{name} is no JSON.", name=name))


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _ProblemError(tr("The number {text} is too large.", text=text[:40]))
    return number


def _int(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise _ProblemError(tr("A number in it has too many digits."))
    return int(text)
