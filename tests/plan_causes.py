"""Why a filled call is not the expected one: its errors by cause, for a recogniser that is told the operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import OperationId, Recognition
from tests.plan_scoring import right_region, same, same_lookups, same_steps


def read_as_told(recogniser: OfflineRecogniser, row: Mapping[str, object]) -> Recognition:
    """The row's text, read for the operations that the row expects."""
    steps = row.get("steps") or [row]
    assert isinstance(steps, list)
    return recogniser.read_as(str(row["text"]), [OperationId(step["service"], step["operation"]) for step in steps])


def causes(row: Mapping[str, object], found: Recognition) -> tuple[str, ...]:
    """What is wrong with a reading, sorted and each once; nothing where the whole call is right."""
    expected = row["parameters"]
    assert isinstance(expected, Mapping)
    told = set(_parameters(expected, found.parameters))
    missing = row["missing"]
    assert isinstance(missing, list)
    if list(found.missing) != missing and not told:
        told.add("missing list")
    if not right_region(row, found):
        told.add("region")
    if not told and not same_steps(row.get("steps"), found.steps):
        steps = row.get("steps") or []
        told.add("steps" if isinstance(steps, list) and len(steps) == len(found.steps) else "number of steps")
    if "lookup" in row and not any(same_lookups(row["lookup"], found.lookups)):
        told.add("look-up")
    return tuple(sorted(told))


def _parameters(expected: Mapping[str, object], got: Mapping[str, object]) -> Iterable[str]:
    spoken = {str(leaf) for leaf in _leaves(expected)}
    for name in got.keys() - expected.keys():
        at_large = {str(leaf) for leaf in _leaves(got[name])} & spoken
        yield "wrong parameter" if at_large else "extra parameter"
    for name, value in expected.items():
        if name in got and same(value, got[name]):
            continue
        kind = _kind(name, value)
        if kind:
            yield kind
        elif name not in got:
            yield "value not found"
        elif isinstance(value, list | Mapping):
            yield "wrong nesting"
        else:
            yield "wrong value"


def _kind(name: str, value: object) -> str:
    if "tag" in name.casefold() and isinstance(value, list | Mapping):
        return "tags"
    if "filter" in name.casefold() and isinstance(value, list | Mapping):
        return "filters"
    if "$relative" in str(value):
        return "time"
    if isinstance(value, bool):
        return "switch"
    if isinstance(value, str) and value.isupper() and value.replace("_", "").isalpha():
        return "enumeration"
    return ""


def _leaves(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value
