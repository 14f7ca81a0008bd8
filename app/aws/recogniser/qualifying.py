"""How many, in which state, and with which switches: parameters that qualify a call. Refuses names."""

from __future__ import annotations

from itertools import pairwise

from app.aws.recogniser.filling import UNITS, Filling
from app.aws.recogniser.fitting import number_of, squashed
from app.aws.recogniser.text import Kind
from app.aws.search.words import name_words
from app.domain.aws import ShapeKind

_LIMITS = frozenset({"limit", "maxresults", "maxitems", "maxrecords", "maxkeys", "pagesize"})
_SWITCHES = frozenset({"force", "enable", "include", "use"})
_UP_TO = frozenset({"first", "top", "limit", "most", "latest", "last"})


def qualify(filling: Filling) -> None:
    """Fill limits, switches and states, as far as they are said."""
    _at_most(filling)
    _flags(filling)
    _states(filling)


def _at_most(filling: Filling) -> None:
    """``the first 20``, ``at most 5``, ``limit 10``: how many a read is to give."""
    shape = next((shape for shape in filling.operation.parameters if squashed(shape.name) in _LIMITS), None)
    if shape is None or shape.kind is not ShapeKind.INTEGER or shape.name in filling.values:
        return
    for index, (before, token) in enumerate(pairwise(filling.tokens), start=1):
        number = number_of(token)
        if before.word in _UP_TO and number and not token.used:
            following = filling.tokens[index + 1 : index + 2]
            if not (following and following[0].word in UNITS):  # "the last 3 days" are a time
                token.used = filling.put(shape.name, number)
                return


def _flags(filling: Filling) -> None:
    """``with versioning``, ``force``, ``without …``: booleans whose name is said."""
    tokens = filling.tokens
    for shape in filling.operation.parameters:
        if shape.kind is not ShapeKind.BOOLEAN or shape.name in filling.values:
            continue
        parts = name_words(shape.name)
        if parts[0] in _SWITCHES and len(parts) > 1 and _run_at(filling, ("with", *parts[1:])) is not None:
            filling.put(shape.name, True)
            continue
        if shape.name in {"DryRun", "dryRun"}:
            spelled = any(token.raw.casefold() in {"dry-run", "dryrun", "--dry-run"} for token in tokens)
            if spelled or filling.has("dry", "run"):
                filling.put(shape.name, True)
            continue
        place = _run_at(filling, parts)
        if place is not None:
            before = tokens[place - 1].word if place else ""
            filling.put(shape.name, before not in {"without", "no", "not"} and filling.verb != "disable")


def _run_at(filling: Filling, words: tuple[str, ...]) -> int | None:
    """Where these words stand in a row, if they do."""
    said = [token.word if token.kind is Kind.WORD else "" for token in filling.tokens]
    starts = range(len(said) - len(words) + 1)
    return next((start for start in starts if tuple(said[start : start + len(words)]) == words), None)


def _states(filling: Filling) -> None:
    """``failed backup jobs``: a state that is said, and that a read can choose by."""
    if name_words(filling.operation.id.operation)[0] not in {"list", "describe"}:
        return
    words = [token.word if token.kind is Kind.WORD else "" for token in filling.tokens]
    said = set(words) - filling.words.glue - filling.words.verbs.keys() - filling.nouns
    said |= {first + second for first, second in pairwise(words)}  # "insufficient data"
    for shape in filling.operation.parameters:
        one = shape.element if shape.kind is ShapeKind.LIST and shape.element is not None else shape
        if not one.enum or shape.name in filling.values or not {"state", "status"} & set(name_words(shape.name)):
            continue
        chosen = [choice for choice in one.enum if squashed(choice) in said]
        if len(chosen) == 1:
            filling.put(shape.name, chosen if shape.kind is ShapeKind.LIST else chosen[0])
