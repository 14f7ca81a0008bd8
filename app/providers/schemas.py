"""JSON schemas as vendors hold answers to them: each takes a part of the language, and refuses the rest.

Makes a schema fit by narrowing it, or by saying in words what cannot be held to; never by dropping anything unsaid.
Whatever comes back is judged by the whole schema all the same. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from app.domain.errors import UnsupportedError
from app.domain.language import tr

Json = dict[str, object]

_INNER = ("items", "additionalProperties", "contains", "not", "if", "then", "else", "propertyNames")
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_NAMED = ("properties", "$defs", "definitions", "patternProperties")

_HELD = frozenset(
    {"$defs", "$ref", "additionalProperties", "allOf", "anyOf", "const", "definitions", "description", "enum", "format",
     "items", "minItems", "oneOf", "properties", "required", "title", "type"}
)  # fmt: skip
_FORMATS = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"})
_NOT_STRICT = frozenset(
    {"allOf", "not", "if", "then", "else", "oneOf", "patternProperties", "propertyNames", "dependentRequired",
     "dependentSchemas", "prefixItems", "contains", "unevaluatedProperties"}
)  # fmt: skip


def for_anthropic(schema: Mapping[str, object]) -> Json:
    """The schema as Anthropic's structured outputs take it: objects closed, and every bound that is not held to said in
    the description, as Anthropic's own SDK does. Raises ``UnsupportedError`` for an object of any properties, which
    closed could only be empty.
    """
    try:
        return _lifted(schema)
    except RecursionError:
        raise _too_deep() from None


def for_openai(schema: Mapping[str, object]) -> tuple[Json, bool]:
    """The schema as OpenAI takes it, and whether in strict mode, which alone holds an answer to it: where its objects,
    closed unless they say otherwise, require each of their properties and no keyword is one that the mode lacks.
    """
    try:
        narrowed = _closed(schema)
        # The root must be an object.
        if narrowed.get("type") == "object" and "anyOf" not in narrowed and all(map(_is_strict_here, _all(narrowed))):
            return narrowed, True
        return dict(schema), False
    except RecursionError:
        raise _too_deep() from None


def _too_deep() -> UnsupportedError:
    return UnsupportedError(tr("The JSON schema nests too deeply."), remedy=tr("Write it flatter, with '$defs'."))


def _lifted(schema: Mapping[str, object]) -> Json:
    found: Json = {}
    unheld: Json = {}
    for name, value in schema.items():
        held = name in _HELD
        if name == "format":
            held = isinstance(value, str) and value in _FORMATS
        elif name == "minItems":
            held = value in (0, 1)
        elif name == "additionalProperties":
            held = value is False
        elif name == "allOf" and isinstance(value, list) and len(value) > 1:
            raise UnsupportedError(  # closed, no object could meet two of them
                tr("Anthropic cannot hold an answer to a JSON schema with 'allOf'."),
                remedy=tr("Merge its parts, or choose another model."),
            )
        if not held:
            unheld[name] = value
            continue
        target = "anyOf" if name == "oneOf" and "anyOf" not in schema else name
        found[target] = _mapped(name, value, _lifted)
    if _is_object(found):
        if not found.get("properties") and schema.get("additionalProperties") is not False:
            raise UnsupportedError(
                tr(
                    "Anthropic cannot hold an answer to a JSON schema with an object whose properties it does not name."
                ),
                remedy=tr("Name its 'properties', or choose another model."),
            )
        found["additionalProperties"] = False
    if unheld:
        said = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in unheld.items())
        before = found.get("description")
        found["description"] = f"{before}\n\n{{{said}}}" if isinstance(before, str) and before else f"{{{said}}}"
    return found


def _closed(schema: Mapping[str, object]) -> Json:
    found = {name: _mapped(name, value, _closed) for name, value in schema.items()}
    if _is_object(found):
        found.setdefault("additionalProperties", False)
    return found


def _is_strict_here(schema: Mapping[str, object]) -> bool:
    if _NOT_STRICT & schema.keys():
        return False
    if not _is_object(schema):
        return True
    properties, required = schema.get("properties", {}), schema.get("required", [])
    if not isinstance(properties, dict) or not properties or not isinstance(required, list):
        return False
    return schema.get("additionalProperties") is False and set(map(str, required)) == properties.keys()


def _is_object(schema: Mapping[str, object]) -> bool:
    kind = schema.get("type")
    return kind == "object" or (isinstance(kind, list) and "object" in kind) or "properties" in schema


def _mapped(name: str, value: object, fit: Callable[[Mapping[str, object]], Json]) -> object:
    """A keyword's value, with every schema in it made to fit."""
    if name in _NAMED and isinstance(value, dict):
        return {key: fit(inner) if isinstance(inner, dict) else inner for key, inner in value.items()}
    if name in _LISTS and isinstance(value, list):
        return [fit(inner) if isinstance(inner, dict) else inner for inner in value]
    if name in _INNER and isinstance(value, dict):
        return fit(value)
    return value


def _all(schema: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """The schema and every one in it."""
    yield schema
    for name, value in schema.items():
        inner: list[object] = []
        if name in _NAMED and isinstance(value, dict):
            inner = list(value.values())
        elif name in _LISTS and isinstance(value, list):
            inner = value
        elif name in _INNER:
            inner = [value]
        for one in inner:
            if isinstance(one, dict):
                yield from _all(one)
