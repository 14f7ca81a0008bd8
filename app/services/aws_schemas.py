"""AWS operations as JSON schemas, from which a grammar is made: a call under it fits its operation's model.

Left to the catalogue's own checks, for no schema here says them: the forms that AWS asks of texts (patterns, a bucket's
name), what is nearly a value of an enumeration that grows, and more than one entry asked of a map of free names. A
value may be less than AWS takes: a time is written in full, with its offset from UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.aws import GROWING_ENUM, Operation, ParameterShape, ShapeKind

_LONGEST_NAME = 64  # characters of a name in a map: each is a state of the grammar's automaton
_TIME = "time"
_BLOB = "blob"
COMMON: Mapping[str, object] = {
    _TIME: {"type": "string", "format": "date-time"},
    _BLOB: {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {
                    "base64": {
                        "type": "string",
                        "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
                    }
                },
                "required": ["base64"],
                "additionalProperties": False,
            },
        ]
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class InputSchema:
    """What an operation takes. ``root`` refers under ``#/$defs/`` to ``definitions``, which operations of one service
    share by name, and to :data:`COMMON`. ``members`` counts the parameters at all depths, each type once. ``outline``
    is ``root`` with any value of the right type below the first level; it refers to :data:`COMMON` alone.
    """

    root: Mapping[str, object]
    outline: Mapping[str, object]
    definitions: Mapping[str, object]
    members: int


def input_schema(operation: Operation) -> InputSchema:
    """The schema of an operation's parameters."""
    shapes = _Shapes(operation.id.service)
    root = shapes.structure(operation.parameters, is_union=False, is_top=True)
    return InputSchema(
        root=root,
        outline=_Outline(operation.id.service).structure(operation.parameters, is_union=False, is_top=True),
        definitions=shapes.definitions,
        members=shapes.members,
    )


class _Shapes:
    """Makes schemas of one service's shapes; each named type is defined once and referred to."""

    def __init__(self, service: str) -> None:
        self.definitions: dict[str, object] = {}
        self.members = 0
        self._service = service

    def structure(
        self, members: tuple[ParameterShape, ...], *, is_union: bool, is_top: bool = False
    ) -> dict[str, object]:
        self.members += len(members)
        schema: dict[str, object] = {
            "type": "object",
            "properties": {member.name: self.value(member, is_top=is_top) for member in members},
            "required": [member.name for member in members if member.required and not member.idempotency_token],
            "additionalProperties": False,
        }
        return schema | ({"minProperties": 1, "maxProperties": 1} if is_union else {})

    def value(self, shape: ParameterShape, *, is_top: bool = False) -> dict[str, object]:
        match shape.kind:
            case ShapeKind.STRUCTURE | ShapeKind.LIST | ShapeKind.MAP:
                return self.composite(shape)
            case ShapeKind.STRING:
                if shape.enum:
                    return _text_of(shape)
                # What must be given and stands in the call's address must not be empty; elsewhere nobody means that.
                least = shape.minimum or (1 if is_top and shape.required else None)
                return {"type": "string", **_limits("Length", least, shape.maximum)}
            case ShapeKind.INTEGER | ShapeKind.FLOAT:
                schema: dict[str, object] = {"type": "integer" if shape.kind is ShapeKind.INTEGER else "number"}
                bounds = (("minimum", shape.minimum), ("maximum", shape.maximum))
                return schema | {name: _plain(bound) for name, bound in bounds if bound is not None}
            case ShapeKind.BOOLEAN:
                return {"type": "boolean"}
            case ShapeKind.TIMESTAMP:
                return _reference(_TIME)
            case ShapeKind.BLOB:
                return _reference(_BLOB)
            case ShapeKind.DOCUMENT:
                return {}

    def composite(self, shape: ParameterShape) -> dict[str, object]:
        name = f"{self._service}.{shape.type_name}"
        if name not in self.definitions and not shape.recursive:
            self.definitions[name] = {}  # so that what lies in it refers to it
            self.definitions[name] = self._defined(shape)
        return _reference(name)

    def _defined(self, shape: ParameterShape) -> dict[str, object]:
        if shape.kind is ShapeKind.STRUCTURE:
            return self.structure(shape.members, is_union=shape.union)
        element = {} if shape.element is None else self.value(shape.element)
        if shape.kind is ShapeKind.LIST:
            return {"type": "array", "items": element, **_limits("Items", shape.minimum, shape.maximum)}
        limits = _limits("Properties", shape.minimum, shape.maximum)
        if shape.key is not None and _is_closed(shape.key):
            named = dict.fromkeys(shape.key.enum, element)
            self.members += len(named)
            return {"type": "object", "properties": named, "additionalProperties": False, **limits}
        names = {} if shape.key is None else _name_limits(shape.key)
        free: dict[str, object] = {"type": "object", "additionalProperties": element}
        least = {"minProperties": 1} if "minProperties" in limits else {}  # a grammar cannot count free names
        return free | ({"propertyNames": names} if names else {}) | limits | least


class _Outline(_Shapes):
    """The same, with nothing said of what structures, lists and maps hold."""

    def composite(self, shape: ParameterShape) -> dict[str, object]:
        return {"type": "array" if shape.kind is ShapeKind.LIST else "object"}


def _text_of(shape: ParameterShape) -> dict[str, object]:
    return {"type": "string", "enum": list(shape.enum)} if _is_closed(shape) else {"type": "string"}


def _is_closed(shape: ParameterShape) -> bool:
    return 0 < len(shape.enum) < GROWING_ENUM


def _name_limits(key: ParameterShape) -> dict[str, object]:
    if key.enum or not (key.minimum or key.maximum):
        return {}
    return _limits("Length", key.minimum, None if key.maximum is None else min(key.maximum, _LONGEST_NAME))


def _limits(what: str, least: float | None, most: float | None) -> dict[str, object]:
    """As the catalogue has it, a limit of nothing is none."""
    limits = ((f"min{what}", least), (f"max{what}", most))
    return {name: int(limit) for name, limit in limits if limit}


def _plain(bound: float) -> float:
    return int(bound) if bound.is_integer() else bound


def _reference(name: str) -> dict[str, object]:
    return {"$ref": f"#/$defs/{name}"}
