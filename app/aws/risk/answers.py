"""Finds the members of an operation's answer that hold secrets, in botocore's raw models. Refuses to judge them.

A member counts where its name says that it holds a secret and it is a text or a blob: with a careful list of names
alone, or with a wider one where AWS's model marks the member as sensitive. Environment variables count as secrets, and
so does a link that AWS documents as presigned: whoever holds it gets in without an account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

_VALUES = frozenset({"string", "blob"})
_COMPOSITE = frozenset({"structure", "list", "map"})
# Names that hold a secret wherever they stand.
_SURE = re.compile(
    r"(?:secret(?:access)?key|secretstring|secretbinary|sessiontoken|authorizationtoken|(?:^|.*)authtoken|accesstoken"
    r"|refreshtoken|bearertoken|securitytoken|secrettoken|federationtoken|.*(?:presigned\w{0,20}|(?<!un)signed|download)ur[li]"
    r"|userdata|.*password|presharedkey|authkey|clientsecret(?:value)?|.*sharedsecret|privatekey|passphrase)$",
    re.IGNORECASE,
)
# Names that do where AWS marks the member as sensitive too.
_LIKELY = re.compile(r"secret|password|token|credential|privatekey|apikey|authkey|passphrase|plaintext", re.IGNORECASE)
_ADDRESS = re.compile(r"ur[li]$|location$|link$", re.IGNORECASE)
_PRESIGNED = re.compile(r"pre-?signed\b.{0,30}\bUR[LI]", re.IGNORECASE | re.DOTALL)
_FIRST_WORDS = 12  # characters of a description: "<p>A presigned URL …" is about the member itself
_VARIABLES = re.compile(r"environmentvariables?$", re.IGNORECASE)
# Counters, dates and pages that only sound like secrets, and what names a secret without holding it.
_HARMLESS = re.compile(
    r"clienttoken|(?:next|page|pagination|continuation|marker|change|lock|update|job|task)token$"
    r"|(?:secret|token|credentials?|password)(?:arn|id|endpoint|endpointur[li])$",
    re.IGNORECASE,
)


class SecretMembers:
    """The secret members of a service's answers; one service's shapes are looked at once."""

    def __init__(self, shapes: Mapping[str, Mapping[str, Any]]) -> None:
        self._shapes = shapes
        self._own: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def of(self, output: Mapping[str, Any] | None) -> tuple[str, ...]:
        """The names of the secret members anywhere under an operation's ``output``, sorted."""
        if not output:
            return ()
        found: set[str] = set()
        seen: set[str] = set()
        waiting = [str(output["shape"])]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                secrets, below = self._looked_at(name)
                found.update(secrets)
                waiting.extend(below)
        return tuple(sorted(found))

    def _looked_at(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A shape's own secret members, and the composite shapes right below it."""
        known = self._own.get(name)
        if known is None:
            shape = self._shapes[name]
            members = shape.get("members", {})
            parts = [*members.values(), *(shape[part] for part in ("member", "value") if part in shape)]
            known = self._own[name] = (
                tuple([member for member, reference in members.items() if self._is_secret(member, reference)]),
                tuple([part["shape"] for part in parts if self._shapes[part["shape"]]["type"] in _COMPOSITE]),
            )
        return known

    def _is_secret(self, member: str, reference: Mapping[str, Any]) -> bool:
        shape = self._shapes[reference["shape"]]
        name = _name(member)
        if name.variables or _name(reference["shape"]).variables:
            return shape["type"] in ("map", "list")
        if shape["type"] not in _VALUES or "enum" in shape or name.harmless:
            return False
        said = str(reference.get("documentation") or shape.get("documentation") or "")
        presigned = _PRESIGNED.search(said) if "igned" in said or "IGNED" in said else None  # few have it at all
        if presigned and (_ADDRESS.search(member) or presigned.start() < _FIRST_WORDS):
            return True
        marked = bool(shape.get("sensitive") or reference.get("sensitive"))
        return name.sure or (marked and name.likely)


class _Name(NamedTuple):
    """What the name of a member says by itself."""

    variables: bool
    harmless: bool
    sure: bool
    likely: bool


@lru_cache(maxsize=16_384)  # the same names stand in the answers of many services
def _name(member: str) -> _Name:
    return _Name(
        variables=bool(_VARIABLES.search(member)),
        harmless=bool(_HARMLESS.search(member)),
        sure=bool(_SURE.match(member)),
        likely=bool(_LIKELY.search(member)),
    )
