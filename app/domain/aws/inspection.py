"""What is found out about a call before a person is asked: what it touches, whether it may, what it costs and changes.

All of it is advice made of reads; none of it decides anything, and everything may be unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """Something that a call touches. ``kind`` is a noun (``instance``); ``facts`` and ``dependants`` are short texts
    ("t3.micro", "running"; "used by 3 instances"). ``protected``: the tag that protects it, as ``key=value``, or "".
    ``contents``: what it holds, counted ("at least 1,000 objects"), or "" where it holds nothing or nobody knows.
    ``found`` is false where nothing but its name in the call is known, so that it may well have tags.
    """

    kind: str
    id: str
    name: str = ""
    facts: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    dependants: tuple[str, ...] = ()
    protected: str = ""
    contents: str = ""
    found: bool = True


def resource_line(resource: Resource) -> str:
    """The resource in one line, for lists: ``Instance i-0abc “web-1” (t3.micro, running; 2 volumes)``."""
    said = "; ".join(part for part in (", ".join(resource.facts), ", ".join(resource.dependants)) if part)
    named = f"“{resource.name}”" if resource.name and resource.name != resource.id else ""
    kind = resource.kind[:1].upper() + resource.kind[1:]
    return " ".join(part for part in (kind, resource.id, named, f"({said})" if said else "") if part)


class Standing(StrEnum):
    """What a check came to."""

    ALLOWED = "allowed"
    DENIED = "denied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One check before yes: the permission simulation, or a dry run. ``note`` says what it is worth."""

    standing: Standing
    note: str = ""
    denied: tuple[str, ...] = ()  # IAM actions


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What a call adds to the bill each month in US dollars (negative where it saves), from the price list of
    ``as_of`` (ISO date). ``monthly_usd`` is ``None`` where no price is known; ``sentence`` says on what it rests.
    """

    monthly_usd: float | None = None
    sentence: str = ""
    as_of: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class StateChange:
    """One thing that will be different: ``what`` (``i-0abc state``), ``now`` as read, ``then`` as it will be."""

    what: str
    now: str
    then: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """Everything found out. ``irreversible``: what cannot be taken back, one sentence each. ``absent``: the ids and
    names in the call that the account does not have. ``undo``: how it can be undone, one sentence, or "" where it
    cannot. ``notes``: what could not be read, and why.
    """

    resources: tuple[Resource, ...] = ()
    permission: Check | None = None
    dry_run: Check | None = None
    cost: Cost | None = None
    changes: tuple[StateChange, ...] = ()
    irreversible: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    undo: str = ""
    notes: tuple[str, ...] = ()
