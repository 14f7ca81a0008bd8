"""How a resource that a call names is told and looked up. Owns the ways to pick names out of parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.aws.inspection.reads import Found, Reads, strings
from app.domain.aws import Call

Select = Callable[[Call], Sequence[str]]
Look = Callable[[Reads, Sequence[str]], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks up the resources of one kind. ``look`` may yield one resource twice: the later one says more."""

    select: Select
    look: Look


def by_id(prefix: str, *, but: Sequence[str] = ()) -> Select:
    """EC2's ids of one kind anywhere in a call, but for the operations ``but``, which only make use of them."""
    pattern = re.compile(rf"{prefix}-[0-9a-f]{{8,17}}")

    def select(call: Call) -> Sequence[str]:
        if call.id.service != "ec2" or call.id.operation in but:
            return ()
        return list(dict.fromkeys(text for text in strings(call.parameters) if pattern.fullmatch(text)))

    return select


def by_name(service: str, *names: str, creating: Sequence[str] = ("Create",)) -> Select:
    """The values of parameters of one service, but for operations that only now make what they name."""

    def select(call: Call) -> Sequence[str]:
        if call.id.service != service or call.id.operation.startswith(tuple(creating)):
            return ()
        return named(call, *names)

    return select


def named(call: Call, *names: str) -> list[str]:
    """The texts given for parameters of the call itself, singly or as lists."""
    found: list[str] = []
    for name in names:
        value = call.parameters.get(name)
        several = value if isinstance(value, (list, tuple)) else [value]
        found += [item for item in several if isinstance(item, str) and item]
    return list(dict.fromkeys(found))
