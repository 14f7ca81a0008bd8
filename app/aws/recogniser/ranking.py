"""Which operations a clause may mean, the likeliest first: the search's ranking, mended by the forms' own.

The search is the backbone, for it knows how people speak of every service. The forms of the recogniser add what they
explain of the clause, since they know its verb and its grammar. Both count in the search's points. Refuses to decide
whether anything may be proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.aws.recogniser.forms import Found
from app.aws.search.scoring import BEST
from app.aws.search.words import name_words
from app.domain.aws import Match, OperationId

_FORM_FROM = 0.4
_UNFOUND = 2.0  # points below its last match for an operation that the search does not find
# How well a form fits that overrules the search, and by how much better than the next operation's.
_CERTAIN = ((0.99, 0.04), (0.9, 0.12))
_CERTAIN_WRITTEN = (0.97, 0.0)  # one written by hand tells apart what the search takes for the same
_OVERRULES = 4.0  # points for it
_MOST = 8


@dataclass(frozen=True, slots=True)
class Ranked:
    """An operation that a clause may mean.

    ``points`` are the search's and the forms' together; ``form`` is how well its form fits, 0 for none; ``place`` its
    place among the search's matches, 99 for none; ``nouns`` are the clause's words that its form explains; ``named``
    says whether the clause names its service; ``told`` is how surely a turn of phrase speaks of it.
    """

    id: OperationId
    points: float
    form: float
    place: int
    nouns: frozenset[str]
    named: bool
    told: float = 0.0


def ranked(matches: Sequence[Match], forms: Sequence[Found], words: AbstractSet[str], weight: float) -> list[Ranked]:
    """The candidates of both, the likeliest first. ``words`` are the clause's own; ``weight`` is what a form counts."""
    by_form = {found.id: found for found in forms}
    points = {match.id: match.score / (1.0 - match.score) * BEST / 2 for match in matches}
    told = {match.id: match.told for match in matches}
    places = {match.id: place for place, match in enumerate(matches)}
    unfound = max(0.0, min(points.values(), default=0.0) - _UNFOUND)
    certain = _certain(forms)
    found: list[Ranked] = []
    for id in dict.fromkeys((*points, *by_form)):
        form = by_form.get(id)
        fit = form.score if form is not None else 0.0
        found.append(
            Ranked(
                id=id,
                points=points.get(id, unfound)
                + weight * max(0.0, fit - _FORM_FROM)
                + (_OVERRULES if id == certain else 0.0),
                form=fit,
                place=places.get(id, 99),
                nouns=form.nouns if form is not None else frozenset(words) & frozenset(name_words(id.operation)[1:]),
                named=form is not None and form.named,
                told=told.get(id, 0.0),
            )
        )
    found.sort(key=lambda one: (-one.points, one.id))
    return found[:_MOST]


def _certain(forms: Sequence[Found]) -> OperationId | None:
    """The operation whose form fits so well, and so much better than any other's, that the search has no say."""
    if not forms:
        return None
    best, *others = sorted(forms, key=lambda form: -form.score)
    ahead = best.score - max((other.score for other in others), default=0.0)
    bars = (*_CERTAIN, _CERTAIN_WRITTEN) if best.written else _CERTAIN
    return best.id if any(best.score >= fit and ahead > by for fit, by in bars) else None
