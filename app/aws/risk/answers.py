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
_VARIABLES = ("environmentvariable", "environmentvariables")
# Without one of these in it a name says nothing of the above: looking for them is all that nearly every name takes.
_SIGN = re.compile(r"secret|token|pass|credential|key|signed|download|userdata|plaintext")  # of a name in lower case
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
            secrets: list[str] = []
            below: list[str] = [
                shape[part]["shape"]
                for part in ("member", "value")
                if part in shape and self._shapes[shape[part]["shape"]]["type"] in _COMPOSITE
            ]
            for member, reference in shape.get("members", {}).items():
                target = reference["shape"]
                held = self._shapes[target]
                kind = held["type"]
                if kind in _COMPOSITE:
                    below.append(target)
                    if kind != "structure" and (_are_variables(member) or _are_variables(target)):
                        secrets.append(member)
                elif kind in _VALUES and "enum" not in held and _is_secret(member, reference, held):
                    secrets.append(member)
            known = self._own[name] = (tuple(secrets), tuple(below))
        return known


def _is_secret(member: str, reference: Mapping[str, Any], shape: Mapping[str, Any]) -> bool:
    """Whether a text or blob holds a secret, by what is said of it where it stands and of its shape."""
    name = _name(member)
    said = reference.get("documentation") or shape.get("documentation") or ""
    mentions = "igned" in said or "IGNED" in said  # few do at all
    if (not mentions and name is _SAYS_NOTHING) or name.harmless:
        return False
    if _are_variables(member) or _are_variables(reference["shape"]):
        return False
    presigned = _PRESIGNED.search(said) if mentions else None
    if presigned and (_ADDRESS.search(member) or presigned.start() < _FIRST_WORDS):
        return True
    marked = bool(shape.get("sensitive") or reference.get("sensitive"))
    return name.sure or (marked and name.likely)


class _Name(NamedTuple):
    """What the name of a member says by itself."""

    harmless: bool
    sure: bool
    likely: bool


_SAYS_NOTHING = _Name(harmless=False, sure=False, likely=False)


@lru_cache(maxsize=16_384)  # the same names stand in the answers of many services
def _name(member: str) -> _Name:
    if not _SIGN.search(member.lower()):
        return _SAYS_NOTHING
    return _Name(
        harmless=bool(_HARMLESS.search(member)), sure=bool(_SURE.match(member)), likely=bool(_LIKELY.search(member))
    )


def _are_variables(name: str) -> bool:
    return name.lower().endswith(_VARIABLES)
