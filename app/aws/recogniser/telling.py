"""Changes that a phrase without a verb speaks of by a turn of phrase: *pitr for table orders*, *cert x off*.

Refuses what is asked for rather than changed: several things, a thing's state, times.
"""

from __future__ import annotations

from app.aws.recogniser.clauses import Clause, Mood
from app.aws.recogniser.text import Kind
from app.domain.aws import OperationId, Risk
from app.domain.ports import OperationCatalogue

TOLD = 0.33  # how surely a turn of phrase speaks of what is meant
_BY = 0.1  # and more surely than of anything else
OF_TIMES = frozenset(
    {"last", "past", "since", "ago", "yesterday", "today", "between", "older", "newer", "first", "top"}
)
VALUES = frozenset({Kind.NAME, Kind.ID, Kind.S3_URI, Kind.PATH, Kind.ARN, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.PAIR,
                     Kind.SIZE,
                     Kind.QUOTED, Kind.EMAIL, Kind.IP})  # fmt: skip
_ASKED_OF = frozenset(
    {"status", "state", "health", "history", "detail", "list", "all", "any", "which", "what", "why", "who", "how",
     "log", "config", "configuration", "setting", "count", "info", "price", "cost", "progress", "arn", "version",
     "value", "size"}
)  # fmt: skip


def told_change(catalogue: OperationCatalogue, clause: Clause, spoken: str) -> OperationId | None:
    """The change that a phrase speaks of, if it does; ``spoken`` is the phrase as it was written."""
    plain = clause.mood is Mood.PHRASE and not (clause.listing or clause.vague or clause.conditional)
    if not spoken or not plain or not any(token.kind in VALUES for token in clause.tokens) or _asks_of(clause):
        return None
    found = catalogue.search(spoken, limit=10)
    if not found or found[0].told < TOLD:
        return None
    risk = catalogue.brief(found[0].id).classification.risk
    rival = max((other.told for other in found[1:]), default=0.0)
    return found[0].id if risk in {Risk.WRITE, Risk.PERMISSIONS} and found[0].told - rival >= _BY else None


def _asks_of(clause: Clause) -> bool:
    """Whether a phrase names what a thing has, which is asked for: *env vars of lambda resizer*."""
    words = [token for token in clause.tokens if token.kind is Kind.WORD]
    return any(token.plural and token.raw.islower() for token in words[:4]) or any(
        token.word in _ASKED_OF or token.word in OF_TIMES for token in words
    )
