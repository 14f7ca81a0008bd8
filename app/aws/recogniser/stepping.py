"""Several steps in one sentence: what a later one takes from those before it. Refuses to recognise a step itself.

A later step's parameter is what an earlier one was given under the same name, or a reference to an earlier one's
answer: the value whose name, or whose last words, are the parameter's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.aws.recogniser.clauses import Clause, Mood
from app.aws.recogniser.fitting import name_core, squashed
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.terse import is_pronoun
from app.aws.recogniser.text import Kind, Token
from app.aws.search.words import name_words
from app.domain.aws import Operation, OperationId, ParameterShape, Recognition, ShapeKind
from app.domain.errors import NotFoundError
from app.domain.ports import OperationCatalogue

_MAKING = frozenset({"create", "allocate", "publish", "register", "run", "start"})
_PLACES = frozenset({"user", "cluster", "event", "bus", "pool"})
_IDS = frozenset({"id", "arn", "identifier", "name", "url"})


def copied(clause: Clause) -> Clause:
    """The clause with tokens of its own, so that a second reading of it starts afresh."""
    return replace(clause, tokens=[replace(token, used=False) for token in clause.tokens])


def in_context(clause: Clause, last: Recognition) -> Clause:
    """The clause with its pronouns replaced by what the step before was about."""
    assert last.operation is not None
    pronoun = any(is_pronoun(token) for token in clause.tokens)
    kept = [replace(token, used=False) for token in clause.tokens if not is_pronoun(token)]
    said = {token.word for token in kept if token.kind is Kind.WORD}
    things: list[str] = []
    values = {str(value): name for name, value in last.parameters.items() if isinstance(value, str)}
    for token in kept:
        if token.raw in values and token.kind is not Kind.ID:
            things += [word for word in name_words(values[token.raw]) if word not in _IDS]
    if not things:
        things = list(name_words(last.operation.operation)[1:])
        if pronoun:
            things += [word for name in values.values() for word in name_words(name) if word not in _IDS]
    spoken = {"db": "database"}
    extra = [spoken.get(word, word) for word in dict.fromkeys(things) if word not in said]
    if "database" in extra and "instance" in extra:
        extra.remove("instance")
    service = last.operation.service
    extra += [] if service in said or not service.isalpha() else [service]
    return replace(clause, tokens=[*kept, *(Token(Kind.WORD, word, word=word, added=True) for word in extra)])


def referred(clause: Clause, earlier: Sequence[Recognition]) -> Clause | None:
    """The clause with the name of the thing it refers back to: *… table a, then drop the table* → *drop the table a*.

    ``None`` where it names a value itself, or where no step before was given a thing of that kind.
    """
    if any(token.literal for token in clause.tokens):
        return None
    thing = next((token for token in reversed(clause.tokens) if token.kind is Kind.WORD and not token.plural), None)
    if thing is None:
        return None
    for step in reversed(earlier):
        value = next((value for name, value in step.parameters.items() if _names(thing, name, value, step)), None)
        if value is None or step.operation is None:
            continue
        place = clause.tokens.index(thing) + 1
        service = step.operation.service
        said = [Token(Kind.WORD, service, word=service, added=True)] if service.isalpha() else []
        kept = [replace(token, used=False) for token in clause.tokens]
        return replace(clause, tokens=[*kept[:place], Token(Kind.NAME, str(value)), *kept[place:], *said])
    return None


def _names(thing: Token, name: str, value: object, step: Recognition) -> bool:
    """Whether a parameter of a step names a thing of this kind."""
    assert step.operation is not None
    core = name_core(name) or {name_words(step.operation.operation)[-1]}
    return isinstance(value, str) and not value.startswith("arn:") and core == {thing.word}


def without_pronouns(clause: Clause) -> Clause:
    """The clause without the words that stand for what was said before."""
    return replace(clause, tokens=[token for token in clause.tokens if not is_pronoun(token)])


def merged(tokens: Sequence[Token], parts: Sequence[Clause], words: Lexicon) -> Clause:
    """One clause of a whole text; its verb is that of the first order in it."""
    order = next((part for part in parts if part.verb), None)
    if order is not None and len(parts) == 1:
        return order
    tokens = [token for token in tokens if token.kind is not Kind.BREAK or token.raw not in "()[]"]
    verb = order.verb if order is not None else ""
    lead = next((place for place, token in enumerate(tokens) if verb and token.word == verb), -1)
    kept = [token for place, token in enumerate(tokens) if place != lead]
    return Clause(Mood.ORDER, verb, words.verbs.get(verb, ()), kept)


class Handing:
    """Hands to a step what it lacks. ``operation`` tells an operation's parameters."""

    def __init__(self, catalogue: OperationCatalogue) -> None:
        self._catalogue = catalogue

    def completed(self, step: Recognition, operation: Operation, earlier: Sequence[Recognition]) -> Recognition:
        """The step with the parameters it lacks, as far as earlier steps tell them."""
        values = dict(step.parameters)
        missing: list[str] = []
        shapes = {shape.name: shape for shape in operation.parameters}
        looked = {lookup.parameter for lookup in step.lookups}
        for name in step.missing:
            found = None if name in looked else self._handed(shapes[name], earlier) if name in shapes else None
            if found is None:
                missing.append(name)
            else:
                values[name] = found
        for shape in operation.parameters:
            if not shape.required and shape.name not in values and shape.name not in step.missing:
                shared = _shared(shape, earlier) or self._made(shape, earlier)
                if shared is not None:
                    values[shape.name] = shared
        order = {shape.name: place for place, shape in enumerate(operation.parameters)}
        values = dict(sorted(values.items(), key=lambda item: order.get(item[0], 0)))
        return replace(step, parameters=values, missing=tuple(missing))

    def _handed(self, shape: ParameterShape, earlier: Sequence[Recognition]) -> object:
        for place in range(len(earlier) - 1, -1, -1):
            step, number = earlier[place], place + 1
            same = _same_name(shape, step)
            value = same if same is not None else self._answered(shape, step, number)
            value = value if value is not None else _given(shape, step)
            if value is not None:
                return value
        return None

    def _made(self, shape: ParameterShape, earlier: Sequence[Recognition]) -> object:
        """The id of what the step before made, where an optional parameter is named exactly so."""
        step = earlier[-1]
        assert step.operation is not None
        head, *thing = name_words(step.operation.operation)
        parts = name_words(shape.name)
        if head not in _MAKING or shape.kind is not ShapeKind.STRING or not thing:
            return None
        if parts[-1] == thing[-1] and len(parts) > 1 and thing[-1] == "version":
            return self._answered(shape, step, len(earlier))
        if parts[-1] != "id" or not set(parts[:-1]) & {*thing, "allocation"}:
            return None
        found = self._answered(shape, step, len(earlier))
        path = str(found.get("path", "")) if isinstance(found, dict) else ""
        return found if squashed(path.rsplit(".", 1)[-1]) == squashed(shape.name) else None

    def _answered(self, shape: ParameterShape, step: Recognition, number: int) -> object:
        assert step.operation is not None
        try:
            paths = self._catalogue.answers(step.operation)
        except NotFoundError:
            return None
        if (path := _path(shape, step.operation, paths)) is None:
            return None
        reference: dict[str, object] = {"$from": number, "path": path}
        return [reference] if shape.kind is ShapeKind.LIST else reference


def _same_name(shape: ParameterShape, step: Recognition) -> object:
    """What the earlier step was given under this very name."""
    for name, value in step.parameters.items():
        if squashed(name) == squashed(shape.name) and isinstance(value, list) == (shape.kind is ShapeKind.LIST):
            return value
    return None


def _shared(shape: ParameterShape, earlier: Sequence[Recognition]) -> object:
    """Whom or where the steps before were about: the user, the cluster."""
    if not name_core(shape.name) or not name_core(shape.name) <= _PLACES:
        return None
    return next((value for step in reversed(earlier) if (value := _same_name(shape, step)) is not None), None)


def _given(shape: ParameterShape, step: Recognition) -> object:
    """What the earlier step was given under this name, or as the name of what both are about."""
    assert step.operation is not None
    for name, value in step.parameters.items():
        if squashed(name) == squashed(shape.name) and isinstance(value, list) == (shape.kind is ShapeKind.LIST):
            return value
        plural = squashed(shape.name).removesuffix("s") == squashed(name)
        if plural and shape.kind is ShapeKind.LIST and isinstance(value, str):
            return [value]
    thing = set(name_words(step.operation.operation)[1:])
    core = name_core(shape.name)
    for name in ("Name", "name", "Id", "id", "TableName"):
        value = step.parameters.get(name)
        if isinstance(value, str) and core and core <= thing and shape.kind is ShapeKind.STRING:
            return value
    return None


def _path(shape: ParameterShape, operation: OperationId, paths: Sequence[str]) -> str | None:
    """The JMESPath of the value that the parameter wants, in the answer of an operation."""
    wanted = squashed(shape.name)
    single = wanted.removesuffix("s") if shape.kind is ShapeKind.LIST else wanted
    leaves = {path: squashed(path.rsplit(".", 1)[-1].removesuffix("[0]")) for path in paths}
    for path, leaf in leaves.items():
        if leaf in {wanted, single}:
            return path
    thing = set(name_words(operation.operation)[1:])
    if name_core(shape.name) <= thing or not name_core(shape.name):
        suffix = next((end for end in ("arn", "id", "name") if single.endswith(end)), "")
        for path, leaf in leaves.items():
            if suffix and leaf == suffix:
                return path
    for path, leaf in leaves.items():
        if len(leaf) > 4 and single.endswith(leaf) and leaf.endswith(("id", "arn", "version")):
            return path
    if single in {"resource", "resourceid"}:
        return next((path for path, leaf in leaves.items() if leaf.removesuffix("id") in _joined(thing)), None)
    return None


def _joined(words: set[str]) -> set[str]:
    return words | {"".join(sorted(words))}
