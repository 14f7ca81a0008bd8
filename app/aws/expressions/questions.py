"""A person's JMESPath over an answer: its faults in words and by their place, and the names it may use."""

from __future__ import annotations

from collections.abc import Sequence

import jmespath.exceptions as faults  # type: ignore[import-untyped]  # botocore's dependency ships no types

from app.aws.expressions.bounds import LIMIT_S, BoundsError, evaluated, misfit
from app.aws.results.tables import table_of_value
from app.domain.aws import QueryAnswer
from app.domain.language import plural, tr

_MOST_NAMES = 400
_LOOKED_AT = 20_000


def run_query(data: object, expression: str, *, limit_s: float = LIMIT_S) -> QueryAnswer:
    """What ``expression`` makes of ``data``, as a table too where it is a list."""
    try:
        value = evaluated(expression, data, limit_s=limit_s)
    except faults.IncompleteExpressionError:
        return QueryAnswer(problem=tr("The query ends too early."), at=len(expression))
    except faults.LexerError as error:
        return QueryAnswer(
            problem=tr("Character {number} does not belong here.", number=error.lexer_position + 1),
            at=error.lexer_position,
        )
    except faults.EmptyExpressionError:
        return QueryAnswer(problem=tr("The query is empty."), at=0)
    except faults.ArityError as error:
        return QueryAnswer(
            problem=plural(
                "{function}() takes 1 value, not {given}.",
                "{function}() takes {count} values, not {given}.",
                error.expected_arity,
                function=error.function_name,
                given=error.actual_arity,
            )
        )
    except faults.ParseError as error:
        found = error.token_value
        number = error.lex_position + 1
        return QueryAnswer(
            problem=tr("{found!r} does not belong here (character {number}).", found=found, number=number)
            if found
            else tr("The query ends too early (character {number}).", number=number),
            at=error.lex_position,
        )
    except faults.UnknownFunctionError as error:
        return QueryAnswer(problem=str(error).removesuffix("."))
    except faults.JMESPathTypeError as error:
        return QueryAnswer(problem=misfit(error))
    except faults.JMESPathError as error:
        return QueryAnswer(problem=str(error))
    except BoundsError as beyond:
        return QueryAnswer(problem=str(beyond))
    return QueryAnswer(value=value, table=table_of_value(value))


def member_names(data: object) -> Sequence[str]:
    """The names of members anywhere in ``data``, nearest to the top first; of a giant one, those of its beginning."""
    names: dict[str, None] = {}
    level, looked = [data], 0
    while level and looked < _LOOKED_AT and len(names) < _MOST_NAMES:
        below: list[object] = []
        for item in level:
            looked += 1
            if looked > _LOOKED_AT:
                break
            if isinstance(item, dict):
                names.update(dict.fromkeys(str(name) for name in item))
                below.extend(inner for inner in item.values() if isinstance(inner, dict | list))
            elif isinstance(item, list):
                below.extend(inner for inner in item if isinstance(inner, dict | list))
        level = below
    return [_as_written(name) for name in list(names)[:_MOST_NAMES]]


def _as_written(name: str) -> str:
    """A name as JMESPath takes it: in quotes where it is no plain word."""
    if name.isascii() and name.isidentifier():
        return name
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
