"""How a call is taken back: the state read before it, and the calls that restore that state. Carries nothing out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.aws.calls import Call


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """What was there before a call: JSON values by the name of the read that gave them. ``problem``: why nothing, or
    not everything, could be read.
    """

    data: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inverse:
    """The calls that take another one back, in order; each goes through the gate like any other. ``caveats``: what they
    do not restore, one sentence each.
    """

    sentence: str
    calls: tuple[Call, ...]
    caveats: tuple[str, ...] = ()
