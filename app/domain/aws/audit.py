"""One line of the log of what was proposed, decided, done and undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditNote:
    """What an entry is to say, before it has its place in the log."""

    what: str
    action_id: str
    data: Mapping[str, object]
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditEntry:
    """One line of the log of what was proposed, decided and done. Entries are chained: ``digest`` covers this entry
    and ``previous``. ``what`` is ``proposed``, ``decided``, ``done``, ``failed`` or ``undone``; ``data`` holds the call
    without its secrets, who proposed it (``origin``, ``model``), who decided, AWS's request id, and the SHA-256 digests
    of the state ``before`` and the answer ``after``.
    """

    number: int
    at: datetime
    what: str
    action_id: str
    data: Mapping[str, object]
    previous: str
    digest: str
