"""The policy: what may run unasked, what is asked about, what must be typed, and what never runs.

Owns the rules as values and what they mean for a call. Refuses to read files: a policy that cannot be read is a value
with ``problems``, under which everything asks and changes are denied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.aws.calls import Call
from app.domain.aws.operations import Risk

LONGEST_TRUST = timedelta(hours=12)
"""A time-limited trust ends at most this long after it was given."""


class Verdict(StrEnum):
    """What the policy says to a call, mildest first."""

    ALLOW = "allow"
    ASK = "ask"
    TYPED = "typed"  # ask, and have a name typed
    DENY = "deny"

    @property
    def severity(self) -> int:
        """Its place among all, 0 for the mildest."""
        return list(Verdict).index(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyRule:
    """One rule; what it leaves empty fits everything, and all that is given must fit.

    ``accounts`` fit an account's key, title, alias or number; ``operations`` fit ``service:Operation`` in botocore's
    spelling; these, ``regions`` and ``services`` may hold ``*``. ``tags`` (``key=value`` or ``key``) fit where a
    touched resource has one; those of a rule that allows fit only where every touched resource has one. ``since`` and
    ``until`` (UTC): when a time-limited trust was given and ends. ``line``: where the rule stands in its file; 0 for
    nowhere.
    """

    verdict: Verdict
    name: str = ""
    reason: str = ""
    accounts: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()
    services: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    line: int = 0

    @property
    def is_trust(self) -> bool:
        """Whether it allows for a limited time only."""
        return self.verdict is Verdict.ALLOW and self.until is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """All rules. ``bulk_above``: a change of more resources than this asks again. ``protected_tags``: resources with
    one of these (``key=value`` or ``key``) are shown as protected, and what changes them wants a typed name.
    ``problems``: what is wrong with the file, one sentence each.
    """

    rules: tuple[PolicyRule, ...] = ()
    read_only: bool = False
    bulk_above: int = 10
    protected_tags: tuple[str, ...] = ("baton:protected",)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyQuestion:
    """A call as the policy sees it. ``account_names``: key, title, alias and number. ``resources``: how many it
    touches.

    ``untrusted``: text that came back from AWS or from a file stood before whoever proposed it.
    """

    call: Call
    risk: Risk
    account_names: tuple[str, ...]
    tags: tuple[Mapping[str, str], ...] = ()
    resources: int = 0
    protected: bool = False
    untrusted: bool = False
    dry_run: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """What the policy says to one call, and why, one sentence each.

    ``rule``: the rule that the verdict comes from, where it comes from one. ``bulk``: the call touches more than the
    policy takes at once, so it is asked about again, whatever was agreed to before.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = field(default=())
    rule: PolicyRule | None = None
    bulk: bool = False
