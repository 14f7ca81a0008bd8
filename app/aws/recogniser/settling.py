"""What a clause leaves to one place alone: the last value to the last parameter, states by the verb, values by form.

Comes after values were assigned by what stands beside them. Refuses whatever could go to two places.
"""

from __future__ import annotations

import json
import re

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import name_suffix, squashed
from app.aws.recogniser.meanings import ENDED, OFF_VERBS, ON_VERBS
from app.aws.recogniser.slots import Slot, at, placed, slots
from app.aws.recogniser.text import Kind, Token
from app.aws.search.words import name_words
from app.domain.aws import Risk, ShapeKind

_LITERALS = (Kind.NAME, Kind.QUOTED, Kind.ID, Kind.ARN, Kind.URL, Kind.PATH, Kind.EMAIL, Kind.DOMAIN)
_NAMED_KINDS = frozenset({Kind.NAME, Kind.QUOTED, Kind.PATH, Kind.DOMAIN, Kind.EMAIL})
_SECRETS = frozenset({"password", "value", "string"})
_DOCUMENTS = frozenset({"input", "payload", "body", "detail", "document", "definition", "message", "template"})
_HOLDERS = frozenset({"cluster", "bus", "workgroup"})
_HOLDING = frozenset({"on", "in"})
_ON = frozenset({"enabled", "active", "on"})
_OFF = frozenset({"disabled", "inactive", "suspended", "off"})
_MADE_ID = re.compile(
    r"[A-Za-z]{1,4}-[0-9A-Za-z]{4,}(?:-[0-9a-zA-Z]+){0,5}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[A-Za-z0-9]{10,64}"
)


def settle(filling: Filling) -> None:
    """Fill what only one reading is left for."""
    _stored_object(filling)
    _documents(filling)
    _secret(filling)
    if filling.operation.classification.risk not in {Risk.READ, Risk.SENSITIVE_READ}:
        _state(filling)
        _protection(filling)
    if filling.operation.classification.risk is not Risk.DESTRUCTIVE:
        _last_value(filling)
        _holder(filling)
    _ports(filling)


def _free(filling: Filling) -> list[Slot]:
    """The flat places for a text that must be filled and are not."""
    return [
        slot
        for slot in slots(filling.operation)
        if slot.depth == 0
        and slot.required
        and slot.path[0] not in filling.values
        and slot.shape.kind is ShapeKind.STRING
        and not slot.choices
        and not slot.shape.idempotency_token
    ]


def _last_value(filling: Filling) -> None:
    """The only value left goes to the only place left that must be filled."""
    free, left = _free(filling), [token for _, token in filling.free(*_LITERALS)]
    own = [s for s in slots(filling.operation) if s.depth == 0 and s.path[0] in {"id", "Id", "name", "Name"}]
    if not free and not filling.operation.required and not filling.values:
        free = own[:1]
    if len(free) != 1 or len(left) != 1 or not _may_stand(filling, free[0], left[0]):
        return
    left[0].used = filling.put(free[0].path[0], [left[0].raw] if free[0].many else left[0].raw)


def _may_stand(filling: Filling, slot: Slot, token: Token) -> bool:
    suffix = name_suffix(slot.path[0])
    if f"{filling.operation.id.service}:{slot.path[0]}" in filling.words.kinds and token.kind in _NAMED_KINDS:
        return _MADE_ID.fullmatch(token.raw) is not None and any(char.isdigit() for char in token.raw)
    match token.kind:
        case Kind.ARN:
            return suffix in {"arn", "id", "identifier", ""}
        case Kind.URL:
            return suffix in {"url", "uri", ""}
        case Kind.ID:
            return suffix in {"id", "identifier", ""}
        case Kind.EMAIL | Kind.DOMAIN | Kind.PATH:
            return suffix not in {"arn", "id", "url"}
        case _:
            return suffix not in {"arn", "url", "uri"} and not (suffix == "id" and " " in token.raw)


def _stored_object(filling: Filling) -> None:
    """``s3://a/b`` for an operation that takes a bucket and a key side by side."""
    names = {squashed(shape.name): shape.name for shape in filling.operation.parameters}
    for bucket, key in (("bucket", "key"), ("s3bucket", "s3key")):
        if bucket in names and key in names and not {names[bucket], names[key]} & filling.values.keys():
            for token in filling.tokens:
                if token.kind is Kind.S3_URI and token.raw.removeprefix("s3://").partition("/")[2]:
                    holder, _, thing = token.raw.removeprefix("s3://").partition("/")
                    if filling.put(names[bucket], holder) and filling.put(names[key], thing):
                        token.used = True
                        for other, value in list(filling.values.items()):
                            if other not in {names[bucket], names[key]} and holder in json.dumps(value, default=str):
                                _without(filling.values, other, token.raw)
                    break


def _without(values: dict[str, object], name: str, uri: str) -> None:
    """Takes the places away that the address of an object went to by pieces."""
    value = values[name]
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if uri.split("/")[2] not in json.dumps(inner, default=str)}
        if kept:
            values[name] = kept
            return
    del values[name]


def _documents(filling: Filling) -> None:
    """A JSON object for the one text or document that takes one."""
    left = [token for _, token in filling.free(Kind.JSON)]
    if len(left) != 1:
        return
    places = _open_texts(filling, _DOCUMENTS)
    if len(places) == 1:
        left[0].used = filling.put(places[0].path[0], left[0].raw)


def _secret(filling: Filling) -> None:
    """A quotation for the one password or value that is not given yet."""
    left = [token for _, token in filling.free(Kind.QUOTED)]
    places = [slot for slot in _open_texts(filling, _SECRETS) if not slot.choices]
    if len(left) == 1 and len(places) == 1 and len(_free(filling)) <= (1 if places[0].required else 0):
        left[0].used = filling.put(places[0].path[0], left[0].raw)


def _open_texts(filling: Filling, nouns: frozenset[str]) -> list[Slot]:
    """The texts of the call itself that are not given yet, and whose names end in one of ``nouns``."""
    return [
        slot
        for slot in slots(filling.operation)
        if slot.depth == 0
        and slot.shape.kind is ShapeKind.STRING
        and slot.words[-1:]
        and slot.words[-1] in nouns
        and slot.path[0] not in filling.values
    ]


def _direction(filling: Filling) -> bool | None:
    """Whether the clause turns something on, or off, where it does."""
    said = {token.word for token in filling.tokens if token.kind is Kind.WORD}
    if filling.verb in OFF_VERBS or said & _OFF or said & {"pause", "freeze"}:
        return False
    if filling.verb in ON_VERBS or said & _ON or "resume" in said:
        return True
    return None


def _state(filling: Filling) -> None:
    """The state that the verb says: *close the queue*, *drain*, *revoke*."""
    way = _direction(filling)
    for slot in slots(filling.operation):
        choices = slot.choices
        if not choices or slot.many or not {"status", "state"} & set(slot.words[-1:]):
            continue
        within = slot.depth == 0 or (slot.depth == 1 and slot.path[0] in filling.operation.required)
        if not within or at(filling.values, slot.path) is not None:
            continue
        ended = [choice for choice in choices if squashed(choice) == ENDED.get(filling.verb)]
        wanted = _ON if way else _OFF if way is False else frozenset[str]()
        chosen = ended or [choice for choice in choices if squashed(choice) in wanted]
        if len(chosen) == 1:
            placed(filling.values, slot.path, chosen[0])
            return


def _protection(filling: Filling) -> None:
    """``protect table x``: the switch for it; ``unprotect`` turns it off."""
    if filling.verb not in {"protect", "unprotect", "guard", "lock"}:
        return
    for slot in slots(filling.operation):
        guards = {"protection", "protected", "protect"} & set(slot.words)
        if guards and slot.shape.kind is ShapeKind.BOOLEAN and slot.depth == 0 and slot.path[0] not in filling.values:
            filling.put(slot.path[0], filling.verb != "unprotect")
            return


def _holder(filling: Filling) -> None:
    """``service api on main``: a plain word behind the last preposition, for the cluster that nothing names."""
    places = [
        slot
        for slot in slots(filling.operation)
        if slot.depth == 0 and slot.shape.kind is ShapeKind.STRING and set(slot.words) - {"name", "event"} <= _HOLDERS
    ]
    if len(places) != 1 or places[0].path[0] in filling.values or len(filling.tokens) < 3 or not filling.values:
        return
    before, last = filling.tokens[-2:]
    plain = last.kind in {Kind.WORD, Kind.NAME} and not last.used and not last.plural and last.raw.islower()
    known = last.word in filling.words.homes or last.word in filling.words.mains or last.word in name_words(
        filling.operation.id.operation
    )  # fmt: skip
    if before.word in _HOLDING and plain and not known:
        last.used = filling.put(places[0].path[0], last.raw)


def _ports(filling: Filling) -> None:
    """One port is a range of one."""
    for value in filling.values.values():
        if isinstance(value, dict) and "fromPort" in value and "toPort" not in value:
            value["toPort"] = value["fromPort"]
            value.setdefault("protocol", "tcp")
