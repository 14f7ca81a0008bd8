"""JSON schemas: whether one can be used, and what a value lacks of it. The one module that knows the library.

Everything is bounded: no reference is ever fetched, a pattern that takes for ever is given up, and so is a schema whose
branches multiply. Blocking, for at most :data:`LIMIT_S`; call it on a thread.
"""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain.language import tr
from app.domain.numerals import number
from app.services.forms.reading import MOST_LEVELS, levels

LIMIT_S = 2.0
MOST_SCHEMA_CHARS = 200_000
MOST_PROBLEMS = 10
_PROBLEM_CHARS = 240
_PATTERN_CHARS = 2_000
_PLAIN = frozenset({"const", "default", "enum", "examples"})  # hold values, no schemas


class _TooLongError(Exception):
    """The time for a check is over."""


def schema_problem(schema: object) -> str | None:
    """Why a schema cannot be used, as a sentence, or ``None`` where it can."""
    if not isinstance(schema, Mapping):
        return tr('A JSON schema is an object, as in {"type": "object"}.')
    if levels(dict(schema)) > MOST_LEVELS:
        return tr("The schema is nested more than {most} levels deep.", most=MOST_LEVELS)
    try:
        if len(json.dumps(dict(schema), allow_nan=False)) > MOST_SCHEMA_CHARS:
            return tr("The schema is longer than {most} characters.", most=number(MOST_SCHEMA_CHARS))
    except (TypeError, ValueError):
        return tr("The schema is no plain JSON.")
    return _unusable(dict(schema)) or _rejected(dict(schema))


def problems_of(schema: Mapping[str, object], value: object, *, limit_s: float = LIMIT_S) -> tuple[str, ...]:
    """What ``value`` lacks of ``schema``, a sentence each with the place; empty where it follows it."""
    from jsonschema.exceptions import ValidationError
    from referencing.exceptions import Unresolvable

    deadline = time.monotonic() + limit_s
    try:
        errors: Iterator[ValidationError] = _validator(schema, deadline).iter_errors(value)
        return tuple(dict.fromkeys(_sentence(error) for error in itertools.islice(errors, MOST_PROBLEMS)))
    except (_TooLongError, TimeoutError):
        return (
            tr(
                "It could not be checked within {limit_s} s: the schema is too involved for this answer.",
                limit_s=f"{limit_s:g}",
            ),
        )
    except Unresolvable as error:
        return (tr("The schema refers to {ref}, which is not in it.", ref=repr(error.ref[:80])),)
    except RecursionError:
        return (tr("It could not be checked: the schema refers to itself without end."),)


def _rejected(schema: dict[str, object]) -> str | None:
    """What the rules of JSON Schema say against it."""
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for

    kind = validator_for(schema, default=Draft202012Validator)
    try:
        kind.check_schema(schema)
    except SchemaError as error:
        return tr("This is no JSON schema: {sentence}", sentence=_sentence(error))
    except RecursionError:
        return tr("The schema is nested too deeply.")
    return None


def _unusable(schema: dict[str, object]) -> str | None:
    """What in it Baton does not do."""
    import regex

    has_ids = any(isinstance(part.get("$id"), str) for part in _objects(schema) if part is not schema)
    keywords: set[str] = set()
    for part in _objects(schema):
        keywords.update(part)
        for name in ("$ref", "$dynamicRef"):
            target = part.get(name)
            if isinstance(target, str) and not target.startswith("#") and not has_ids:
                return tr(
                    "The schema refers to {target}; Baton fetches nothing, so write it into the schema.",
                    target=repr(target[:80]),
                )
            if isinstance(target, str) and not has_ids and not _resolves(schema, target):
                return tr("The schema refers to {target}, which is not in it.", target=repr(target[:80]))
        named = part.get("patternProperties")
        patterns = [part.get("pattern"), *(named if isinstance(named, dict) else ())]
        for pattern in patterns:
            if not isinstance(pattern, str):
                continue
            try:
                if len(pattern) > _PATTERN_CHARS:
                    return tr("A pattern in the schema is too long.")
                regex.compile(pattern)
            except regex.error as error:
                return tr("{pattern} is no pattern: {error}.", pattern=repr(pattern[:80]), error=error)
    if "unevaluatedProperties" in keywords and "patternProperties" in keywords:
        return tr("Baton cannot check unevaluatedProperties together with patternProperties; use additionalProperties.")
    return None


def _resolves(schema: dict[str, object], target: str) -> bool:
    from referencing import Registry, Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    try:
        root: Resource[Any] = Resource.from_contents(schema, default_specification=DRAFT202012)
        Registry().resolver_with_root(root).lookup(target)
    except Unresolvable:
        return False
    except Exception as error:  # noqa: BLE001  (whatever a strange document makes the library stumble over)
        return isinstance(error, RecursionError)
    return True


def _objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every object in a schema that may be one itself."""
    row = [schema]
    while row:
        item = row.pop()
        if isinstance(item, dict):
            yield item
            row.extend(value for name, value in item.items() if name not in _PLAIN)
        elif isinstance(item, list):
            row.extend(item)


def _validator(schema: Mapping[str, object], deadline: float) -> Any:
    """A validator of the schema's own draft, whose every keyword looks at the clock."""
    from jsonschema.validators import Draft202012Validator, extend, validator_for
    from referencing import Registry

    kind = validator_for(dict(schema), default=Draft202012Validator)
    own = _bounded(deadline)
    known = kind.VALIDATORS
    keywords = {name: _timed(check, deadline) for name in known if (check := own.get(name) or known[name]) is not None}
    bounded: Any = extend(kind, keywords)  # type: ignore[no-untyped-call]  # the library gives it no types
    return bounded(dict(schema), registry=Registry())  # an empty one fetches nothing


_Keyword = Callable[[Any, Any, Any, Any], Iterator[Any] | None]


def _timed(check: _Keyword, deadline: float) -> _Keyword:
    def timed(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any] | None:
        if time.monotonic() > deadline:
            raise _TooLongError
        return check(validator, value, instance, schema)

    return timed


def _bounded(deadline: float) -> dict[str, _Keyword]:
    """The keywords whose own work is not bounded: those with patterns, and the comparison of all items with all."""
    import regex
    from jsonschema.exceptions import ValidationError

    def found(pattern: str, text: str) -> bool:
        left_s = max(0.01, deadline - time.monotonic())
        return regex.search(pattern, text, timeout=left_s, concurrent=True) is not None

    def pattern(validator: Any, wanted: Any, instance: Any, _: Any) -> Iterator[Any]:
        if validator.is_type(instance, "string") and not found(wanted, instance):
            yield ValidationError(
                tr("{instance} does not match {wanted}", instance=repr(instance), wanted=repr(wanted))
            )

    def pattern_properties(validator: Any, wanted: Any, instance: Any, _: Any) -> Iterator[Any]:
        if validator.is_type(instance, "object"):
            for expression, inner in wanted.items():
                for name, value in instance.items():
                    if found(expression, name):
                        yield from validator.descend(value, inner, path=name, schema_path=expression)

    def additional(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator[Any]:
        if not validator.is_type(instance, "object"):
            return
        named, patterns = schema.get("properties", {}), tuple(schema.get("patternProperties", {}))
        for name, value in instance.items():
            if name in named or any(found(expression, name) for expression in patterns):
                continue
            if validator.is_type(wanted, "object"):
                yield from validator.descend(value, wanted, path=name)
            elif wanted is False:
                yield ValidationError(tr("{name} is not allowed here", name=repr(name)))

    def unique(validator: Any, wanted: Any, instance: Any, _: Any) -> Iterator[Any]:
        if wanted and validator.is_type(instance, "array"):
            seen: set[str] = set()
            for item in instance:
                spelled = json.dumps(_alike(item), sort_keys=True)
                if spelled in seen:
                    yield ValidationError(tr("{item} stands in it twice", item=repr(item)))
                    return
                seen.add(spelled)

    return {
        "pattern": pattern,
        "patternProperties": pattern_properties,
        "additionalProperties": additional,
        "uniqueItems": unique,
    }


def _alike(value: object) -> object:
    """Equal numbers written alike: to a schema 1 and 1.0 are one, and true is neither."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_alike(item) for item in value]
    if isinstance(value, dict):
        return {name: _alike(item) for name, item in value.items()}
    return value


def _sentence(error: Any) -> str:
    """A problem with its place: ``$.items[2].price: 'x' is not of type 'number'``."""
    place = "$"
    for step in error.absolute_path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
    said = str(error.message)
    if len(said) > _PROBLEM_CHARS:
        said = f"{said[: _PROBLEM_CHARS // 2]} … {said[-_PROBLEM_CHARS // 2 :]}"
    return f"{place[:120]}: {said}"
