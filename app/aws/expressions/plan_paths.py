"""What stands where in an operation's answer: the type at a JMESPath by the API's model, the value in an answer.

Owns the part of JMESPath whose types can be told without an answer: names, positions, projections, flattening, slices
and filters. Refuses the rest (functions, literals, new objects): a plan that needs it cannot be checked before it runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jmespath.exceptions import JMESPathError  # type: ignore[import-untyped]  # botocore's dependency ships no types

from app.aws.expressions.bounds import LIMIT_S, BoundsError, evaluated, parsed
from app.domain.aws import ParameterShape, ShapeKind
from app.domain.errors import AwsParameterError
from app.domain.language import tr

_LONGEST = 400
_DEEPEST = 12


def shape_at(answer: ParameterShape, path: str) -> ParameterShape | None:
    """The shape of what ``path`` finds in an answer of the shape ``answer``; ``None`` where that cannot be told."""
    if len(path) > _LONGEST:
        return None
    try:
        tree: Mapping[str, Any] = parsed(path)
    except (BoundsError, JMESPathError):
        return None
    return _shape(tree, answer, 0)


def value_at(path: str, data: object, *, limit_s: float = LIMIT_S) -> object:
    """What ``path`` finds in ``data``. Raises ``AwsParameterError`` for a path that is none."""
    try:
        return evaluated(path, data, limit_s=limit_s)
    except (BoundsError, JMESPathError) as error:
        raise AwsParameterError(tr("{path!r} is no path into an answer: {error}", path=path, error=error)) from None


def _shape(node: Mapping[str, Any], at: ParameterShape | None, depth: int) -> ParameterShape | None:
    """``at`` is ``None`` once nothing is known of what stands there."""
    if at is None or depth > _DEEPEST:
        return None
    children = node["children"]
    match node["type"]:
        case "identity" | "current":
            return at
        case "field":
            return _member(at, str(node["value"]))
        case "subexpression" | "pipe" | "index_expression":
            for child in children:
                at = _shape(child, at, depth + 1)
            return at
        case "index":
            return at.element if at.kind is ShapeKind.LIST else None
        case "slice":
            return at if at.kind is ShapeKind.LIST else None
        case "flatten":
            return _flat(_shape(children[0], at, depth + 1))
        case "projection" | "filter_projection":
            return _projected(_shape(children[0], at, depth + 1), children[1], depth, ShapeKind.LIST)
        case "value_projection":
            return _projected(_shape(children[0], at, depth + 1), children[1], depth, ShapeKind.MAP)
        case _:
            return None


def _member(at: ParameterShape, name: str) -> ParameterShape | None:
    if at.kind is ShapeKind.MAP:
        return at.element
    return next((member for member in at.members if member.name == name), None)


def _flat(at: ParameterShape | None) -> ParameterShape | None:
    if at is None or at.kind is not ShapeKind.LIST:
        return None
    inner = at.element
    return inner if inner is not None and inner.kind is ShapeKind.LIST else at


def _projected(
    at: ParameterShape | None, right: Mapping[str, Any], depth: int, over: ShapeKind
) -> ParameterShape | None:
    if at is None or at.kind is not over:
        return None
    element = _shape(right, at.element, depth + 1)
    return None if element is None else replace(at, kind=ShapeKind.LIST, element=element, key=None, members=())
