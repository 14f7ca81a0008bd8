"""Names that only the account can turn into ids: which read tells, and how its answer is read. Refuses to read it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.aws.expressions.bounds import found as in_answer
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.text import Kind, Token
from app.domain.aws import Lookup, OperationId, ShapeKind

_LONGEST = 2048
_NAMES = frozenset({Kind.NAME, Kind.QUOTED, Kind.DOMAIN, Kind.PATH})


def lookups(filling: Filling, missing: Sequence[str], named: Mapping[str, Sequence[Token]]) -> tuple[Lookup, ...]:
    """A look-up for every missing parameter that takes ids of a kind the account can be asked for by name."""
    found: list[Lookup] = []
    service = filling.operation.id.service
    for name in missing:
        kind = filling.words.kinds.get(f"{service}:{name}")
        shape = filling.shape(name)
        if kind is None or shape is None:
            continue
        many = shape.kind is ShapeKind.LIST
        for token in named.get(name) or _called(filling, kind, many):
            token.used = True
            found.append(_lookup(name, token.raw, filling.words.lookups[kind], many=many))
    if filling.values.get("Namespace") == "AWS/EC2" and "Dimensions" not in filling.values:
        found += _measured(filling)
    return tuple(found)


def _measured(filling: Filling) -> list[Lookup]:
    """The one machine whose metric is asked for: *cpu of web-1*. CloudWatch knows it by its id alone."""
    called = _called(filling, "instance", many=False)
    for token in called:
        token.used = True
    return [
        replace(
            _lookup("Dimensions", token.raw, filling.words.lookups["instance"], many=False),
            within={"Name": "InstanceId", "Value": "{id}"},
        )
        for token in called
    ]


def _called(filling: Filling, kind: str, many: bool) -> list[Token]:
    """What the person called a thing of this kind by."""
    words = set(kind.split("-")) | {"database" if kind == "rds-arn" else kind}
    named = [(noun, token) for noun, token in filling.named() if not token.used]
    own = [token for noun, token in named if noun in words]
    free = own or [token for noun, token in named if token.kind in _NAMES or noun]
    free = free or [token for token in filling.tokens if token.kind in _NAMES and not token.used]
    if many:
        return free
    return free[:1] if len({token.raw for token in free}) == 1 or own else []


def _lookup(parameter: str, name: str, how: Mapping[str, str], *, many: bool) -> Lookup:
    # A name goes into a JMESPath literal and into JSON: whatever could end either is not looked up by it.
    plain = name.replace("'", "").replace("\\", "").replace("`", "")
    parameters = _filled(json.loads(how["parameters"]), name)
    assert isinstance(parameters, dict)
    return Lookup(
        parameter=parameter,
        name=name,
        read=OperationId.parse(how["read"]),
        read_parameters=parameters,
        ids=how["ids"].replace("{name}", plain),
        labels=how["labels"].replace("{name}", plain),
        many=many,
    )


def _filled(value: object, name: str) -> object:
    if isinstance(value, str):
        return value.replace("{name}", name)
    if isinstance(value, dict):
        return {key: _filled(inner, name) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, name) for inner in value]
    return value


def candidates(lookup: Lookup, answer: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """The ids in the answer to a look-up, each with its label. What is no short, single line of text is left out."""
    ids, labels = in_answer(lookup.ids, answer), in_answer(lookup.labels, answer)
    if not isinstance(ids, list):
        return ()
    shown = labels if isinstance(labels, list) and len(labels) == len(ids) else ids
    found = {
        id: label if isinstance(label, str) else id
        for id, label in zip(ids, shown, strict=True)
        if isinstance(id, str) and 0 < len(id) <= _LONGEST and id.isprintable()
    }
    return tuple(found.items())
