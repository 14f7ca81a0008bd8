"""Parameters that no general rule can write: nested structures and defaults of the daily operations, and tags.

One function an operation, in tables by field (``compositions_store``, ``…_run``, ``…_ec2``, ``…_measure``); each
takes a :class:`Filling` before the general filling and uses up the tokens it understood.
Refuses to guess a value not said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.aws.recogniser.compositions_ec2 import EC2
from app.aws.recogniser.compositions_measure import MEASURE
from app.aws.recogniser.compositions_run import RUN
from app.aws.recogniser.compositions_store import STORE
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import squashed
from app.aws.recogniser.qualifying import qualify
from app.aws.recogniser.text import Kind, Token
from app.domain.aws import ParameterShape, ShapeKind

_TABLE: Mapping[str, Callable[[Filling], None]] = {**EC2, **MEASURE, **RUN, **STORE}


def compose(filling: Filling) -> None:
    """Fill what the operation's own function understands, then tags, limits, switches and states."""
    special = _TABLE.get(str(filling.operation.id))
    if special is not None:
        special(filling)
    tags(filling)
    qualify(filling)


def tags(filling: Filling) -> None:
    """``with tag env=prod`` and ``tagged env=prod``, in whichever of the shapes of tags the operation takes."""
    known = {squashed(shape.name) for shape in filling.operation.parameters}
    pairs = [token for _, token in filling.free(Kind.PAIR) if squashed(token.key) not in known]
    for name in ("Tags", "tags", "TagSet", "TagList"):
        shape = filling.shape(name)
        if shape is None or not pairs or name in filling.values:
            continue
        value = _tag_value(shape, pairs)
        if value is not None and filling.put(name, value):
            for token in pairs:
                token.used = True
    names = filling.shape("TagKeys") or filling.shape("tagKeys")
    if names is not None and names.name not in filling.values:
        keys = [token for _, token in filling.free(Kind.PAIR)]
        single = filling.after("tag", "key")
        raws = [pair.key for pair in keys] or ([single.raw] if single is not None else [])
        if raws and filling.put(names.name, raws):
            for used in [*keys, *([single] if single is not None else [])]:
                used.used = True


def _tag_value(shape: ParameterShape, pairs: list[Token]) -> object:
    if shape.kind is ShapeKind.MAP:
        return {token.key.removeprefix("tag:"): token.raw for token in pairs}
    if shape.kind is ShapeKind.LIST and shape.element is not None:
        members = {member.name.casefold(): member.name for member in shape.element.members}
        key = members.get("key") or members.get("tagkey")
        value = members.get("value") or members.get("tagvalue")
        if key and value:
            return [{key: token.key.removeprefix("tag:"), value: token.raw} for token in pairs]
    return None
