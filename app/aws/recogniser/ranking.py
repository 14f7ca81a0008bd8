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
from app.aws.search_scoring import BEST
from app.aws.search_words import name_words
from app.domain.aws import Match, OperationId

_FORM_FROM = 0.4
_UNFOUND = 2.0  # points below its last match for an operation that the search does not find
_CERTAIN, _CERTAIN_BY = 0.99, 0.04  # a form that fits in every way, and so much better than the next one
_OVERRULES = 4.0  # points for it
_MOST = 8


@dataclass(frozen=True, slots=True)
class Ranked:
    """An operation that a clause may mean.

    ``points`` are the search's and the forms' together; ``form`` is how well its form fits, 0 for none; ``place`` its
    place among the search's matches, 99 for none; ``nouns`` are the clause's words that its form explains; ``named``
    says whether the clause names its service.
    """

    id: OperationId
    points: float
    form: float
    place: int
    nouns: frozenset[str]
    named: bool


def ranked(matches: Sequence[Match], forms: Sequence[Found], words: AbstractSet[str], weight: float) -> list[Ranked]:
    """The candidates of both, the likeliest first. ``words`` are the clause's own; ``weight`` is what a form counts."""
    by_form = {found.id: found for found in forms}
    points = {match.id: match.score / (1.0 - match.score) * BEST / 2 for match in matches}
    places = {match.id: place for place, match in enumerate(matches)}
    unfound = max(0.0, min(points.values(), default=0.0) - _UNFOUND)
    scores = sorted((form.score for form in forms), reverse=True)
    certain = (
        scores[0]
        if scores and scores[0] >= _CERTAIN and scores[0] - max(scores[1:2], default=0.0) > _CERTAIN_BY
        else 9.9
    )
    found: list[Ranked] = []
    for id in dict.fromkeys((*points, *by_form)):
        form = by_form.get(id)
        fit = form.score if form is not None else 0.0
        found.append(
            Ranked(
                id=id,
                points=points.get(id, unfound)
                + weight * max(0.0, fit - _FORM_FROM)
                + (_OVERRULES if fit >= certain else 0.0),
                form=fit,
                place=places.get(id, 99),
                nouns=form.nouns if form is not None else frozenset(words) & frozenset(name_words(id.operation)[1:]),
                named=form is not None and form.named,
            )
        )
    found.sort(key=lambda one: (-one.points, one.id))
    return found[:_MOST]
