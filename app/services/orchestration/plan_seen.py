"""Which values of a plan the person has seen: those it was shown with, and what its own steps made.

Owns what a plan took from elsewhere on its way: from reads, those that disclose included, and from the answers of
calls that answer whatever somebody wrote. Refuses to take the echo of such a value for something that a step made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.aws import Call, Identity, OperationId, Reference
from app.services.arns import elsewhere
from app.services.judgement import Judged

# What such an operation answers with is what it made, which is what a plan that was shown says.
_MAKES = re.compile(r"(?:Create|Run|Allocate|Register|Request|Import|Copy|Launch|Provision)(?=[A-Z])")
_TELLING_CHARS = 3  # shorter texts stand in others by chance


def makes(operation: OperationId) -> bool:
    """Whether the operation answers with things that it made itself."""
    return _MAKES.match(operation.operation) is not None


@dataclass(kw_only=True)
class TakenValues:
    """The texts that a plan's steps took from answers nobody has seen."""

    texts: set[str] = field(default_factory=set)

    def takes_unseen(
        self,
        refers: Sequence[Reference],
        source: Callable[[int], OperationId],
        answers: Sequence[object],
        value_at: Callable[[str, object], object],
    ) -> bool:
        """Whether a step whose turn it is takes a value that was not shown; it is remembered. Blocking."""
        found = False
        for one in refers:
            taken = set(_texts(value_at(one.path, answers[one.step - 1])))
            if not makes(source(one.step)):
                self.texts |= taken
                found = True
            elif any(known in text for text in taken for known in self.texts if len(known) >= _TELLING_CHARS):
                found = True
        return found


def newly_warned(shown: Judged, judged: Judged, identity: Identity | None) -> tuple[str, ...]:
    """What would have stood among a step's warnings had its values been known when it was shown."""
    known = {*shown.words.warnings, *_strangers(shown.call.thawed(), identity)}
    now = (*judged.words.warnings, *_strangers(judged.call.thawed(), identity))
    return tuple(warning for warning in now if warning not in known)


def _strangers(call: Call, identity: Identity | None) -> Iterator[str]:
    return elsewhere(call, identity.account_id) if identity is not None else iter(())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
