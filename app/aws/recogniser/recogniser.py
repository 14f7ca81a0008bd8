"""From a text to a :class:`Recognition`. Refuses a guess where a wrong one could do harm.

- A text that asks nothing of AWS gets no operation; a question about a concept (*what is an S3 bucket?*) is one.
- Of several steps each that is plainly an order (or a question) is recognised; a later one may take what it lacks from
  those before it.
- What a negation or a condition governs is never an operation that changes anything. Nor is a step that follows
  something that was not understood ("ignore that and delete …").
- A reading verb never yields an operation that the catalogue does not class as a read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from app.aws.recogniser.clauses import Clause, Mood, clauses, speaks_of_ideas
from app.aws.recogniser.command_line import Command, flag_parameters, parse_command, said_as_words
from app.aws.recogniser.forms import FormIndex
from app.aws.recogniser.lexicon import Lexicon, lexicon
from app.aws.recogniser.looking import candidates
from app.aws.recogniser.offering import offer
from app.aws.recogniser.parting import parted
from app.aws.recogniser.reading import MILD, ClauseReader
from app.aws.recogniser.refusing import asks_nothing, is_told_about
from app.aws.recogniser.scoping import several_regions, spoken_scope
from app.aws.recogniser.stepping import Handing, copied, in_context, merged, referred, without_pronouns
from app.aws.recogniser.terse import arranged, plain
from app.aws.recogniser.text import MAX_CHARACTERS, Kind, Token, tokens
from app.aws.recogniser.wording import Speller, mark_names, mark_regions, mark_tags, rewrite
from app.domain.aws import Lookup, OperationId, Reading, Recognition, ShapeKind, SpokenScope
from app.domain.ports import OperationCatalogue
from app.domain.quoting import own_words


class OfflineRecogniser:
    """Implements the ``Recogniser`` port. Its index is made on first use (a fraction of a second) and kept.

    ``now`` tells the time for texts such as *last month*; the result depends on nothing else.
    """

    def __init__(self, catalogue: OperationCatalogue, *, now: Callable[[], datetime] | None = None) -> None:
        self._catalogue = catalogue
        self._operation = lru_cache(maxsize=256)(catalogue.operation)  # reading a service's model takes a while
        self._now = now or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()
        self._ready: tuple[Lexicon, FormIndex, Speller] | None = None

    def recognise(self, text: str) -> Recognition:
        """What a text asks of AWS. What it quotes is data: it orders nothing, and names nothing."""
        return replace(self._recognised(own_words(text[:MAX_CHARACTERS])), query=text)

    def _recognised(self, text: str) -> Recognition:
        words, index, _ = self._load()
        command = parse_command(text.strip(), index.services, index.by_squashed)
        if command is not None:
            if is_told_about(text):
                return Recognition(query=text)
            return self._command(text, command)
        text = said_as_words(text, index.by_squashed)
        if asks_nothing(text):
            return Recognition(query=text)
        found, region, scope = self._prepared(text)
        reader = ClauseReader(self._catalogue, index, words, self._now, self._operation)
        parts = clauses(found, words)
        spoken, _ = spoken_scope(plain(text))
        whole = spoken if len([part for part in parts if part.mood is not Mood.NOTHING]) < 2 else ""
        steps, unread = self._steps(text, parts, region, reader, whole)
        if not steps:
            steps = self._at_large(text, found, parts, region, reader, spoken)
        if not steps:
            return Recognition(query=text, region=region)
        return _whole(steps, unread, scope)

    def read_as(self, text: str, operations: Sequence[OperationId]) -> Recognition:
        """What a text says for calls of these operations, one a step, whatever it asks for by itself.

        Where the text falls into another number of steps, the first operation alone is read from all of it.
        """
        words, index, _ = self._load()
        command = parse_command(text[:MAX_CHARACTERS].strip(), index.services, index.by_squashed)
        if command is not None and command.operation in operations:
            return self._command(text, command)
        found, region, scope = self._prepared(text)
        reader = ClauseReader(self._catalogue, index, words, self._now, self._operation)
        whole = clauses(found, words)
        pieces = [piece for clause in whole if clause.tokens for piece in parted(clause, reader)]
        if len(pieces) != len(operations) or len(operations) == 1:
            pieces, operations = [merged(found, whole, words)], operations[:1]
        steps: list[Recognition] = []
        handing = Handing(self._catalogue)
        for piece, id in zip(pieces, operations, strict=True):
            step = reader.read_as(text, without_pronouns(piece), id, region)
            steps.append(handing.completed(step, self._operation(id), steps) if steps else step)
        return _whole(steps, 0, scope)

    def candidates(self, lookup: Lookup, answer: Mapping[str, object]) -> Sequence[tuple[str, str]]:
        """See ``Recogniser.candidates``."""
        return candidates(lookup, answer)

    def offer(self, operation: OperationId, parameter: str) -> Lookup | None:
        """See ``Recogniser.offer``."""
        shapes = self._operation(operation).parameters
        many = any(shape.name == parameter and shape.kind is ShapeKind.LIST for shape in shapes)
        return offer(operation, parameter, many=many)

    def _prepared(self, text: str) -> tuple[list[Token], str | None, SpokenScope | None]:
        """The text's tokens, ready to be understood, and the places it names."""
        words, index, speller = self._load()
        spoken, scope = spoken_scope(plain(text[:MAX_CHARACTERS]))
        found = tokens(spoken, words)
        mark_names(found)
        mark_tags(found)
        found = mark_regions(found, words)
        speller.mend(found)
        found = arranged(rewrite(found, words), words)
        index.mark_bare_names(found)
        region = _region(found)
        if several := several_regions(found):
            scope = replace(scope or SpokenScope(), regions=several)
            found = [token for token in found if token.raw not in several]
            region = None
        return found, region, scope

    def _at_large(
        self, text: str, found: list[Token], parts: list[Clause], region: str | None, reader: ClauseReader, spoken: str
    ) -> list[Recognition]:
        """What a request asks for whose grammar says nothing: a read or a plain change, if its words are clear."""
        if any(part.mood is Mood.ORDER for part in parts):
            return []  # a plain order that may not be carried out is not to be taken for something else
        concrete = any(token.kind in {Kind.ID, Kind.ARN, Kind.URL} or token.raw[:4] == "AKIA" for token in found)
        if not concrete and any(token.kind is Kind.WORD and speaks_of_ideas(token, reader.words) for token in found):
            return []
        doubtful = any(part.conditional for part in parts)
        clause = Clause(Mood.NOTHING, "", ("list", "describe", "get"), found, conditional=doubtful)
        result = reader.read(text, clause, region, True, spoken)
        return [] if result is None else [result]

    def _steps(
        self, text: str, parts: list[Clause], region: str | None, reader: ClauseReader, spoken: str
    ) -> tuple[list[Recognition], int]:
        steps: list[Recognition] = []
        understood = True
        unread = 0
        handing = Handing(self._catalogue)
        for clause in parts:
            if clause.mood is Mood.NOTHING:
                understood = understood and clause.hollow
                unread += 1
                continue
            before = len(steps)
            for piece in parted(clause, reader):
                result = self._in_context(text, piece, region, understood, steps, reader, spoken)
                if result is None or result.operation is None:
                    continue
                if steps:
                    result = handing.completed(result, self._operation(result.operation), steps)
                if not steps or result.operation != steps[-1].operation or result.parameters != steps[-1].parameters:
                    steps.append(result)
            if len(steps) == before:
                understood = False
        return steps, unread

    def _in_context(
        self,
        text: str,
        clause: Clause,
        region: str | None,
        understood: bool,
        steps: list[Recognition],
        reader: ClauseReader,
        spoken: str,
    ) -> Recognition | None:
        """What a clause asks for, by itself or about what the step before it was about."""
        if steps and (full := referred(clause, steps)) is not None:
            back = reader.read(text, full, region, understood)
            if back is not None and back.operation is not None and not back.missing:
                return back
        alone = reader.read(text, copied(clause) if steps else clause, region, understood, "" if steps else spoken)
        if not steps:
            return alone
        about = reader.read(text, in_context(clause, steps[-1]), region, understood)
        if alone is None or about is None:
            return alone or about
        assert alone.operation is not None
        assert about.operation is not None
        assert steps[-1].operation is not None
        service = steps[-1].operation.service
        if (about.operation.service == service) != (alone.operation.service == service):
            chosen = about if about.operation.service == service else alone
            return chosen if chosen.risk in MILD or alone.confidence < 0.7 or chosen is alone else alone
        return about if about.confidence > alone.confidence + 0.05 else alone

    def _load(self) -> tuple[Lexicon, FormIndex, Speller]:
        with self._lock:
            if self._ready is None:
                words = lexicon()
                index = FormIndex(self._catalogue.operations(), words)
                targets = {noun for forms in words.forms.values() for form in forms for noun in form.split()[1:]}
                targets |= words.verbs.keys() | words.homes.keys()
                known = {*index.vocabulary, *index.service_words, *words.glue, *words.modifiers, *words.talk, *targets}
                known |= {word for phrase in words.phrases for word in phrase} | words.everyday
                self._ready = words, index, Speller(known, targets | {f"{noun}s" for noun in targets}, words)
            return self._ready

    def _command(self, text: str, command: Command) -> Recognition:
        if command.operation is None:
            return Recognition(query=text, region=command.region)
        operation = self._operation(command.operation)
        given, whole = flag_parameters(operation, command.flags)
        values = {**command.parameters, **given}
        missing = tuple(name for name in operation.required if name not in values)
        risk = operation.classification.risk
        if not whole and risk not in MILD:
            # A flag that was not understood may have been the one that limits the call.
            return Recognition(query=text, region=command.region)
        return Recognition(
            query=text,
            operation=operation.id,
            parameters=values,
            missing=missing,
            risk=risk,
            region=command.region,
            confidence=0.99 if whole else 0.7,
        )


def _whole(steps: list[Recognition], unread: int, scope: SpokenScope | None) -> Recognition:
    """One recognition of all the steps; the first one's call is the whole's."""
    first = steps[0]
    confidence = first.confidence * (0.8 if unread else 1.0) * (0.9 if len(steps) > 1 else 1.0)
    return replace(
        first,
        confidence=round(confidence, 3),
        scope=scope,
        choices=first.choices if len(steps) == 1 else (),
        steps=tuple(_reading(step) for step in steps) if len(steps) > 1 else (),
    )


def _reading(step: Recognition) -> Reading:
    assert step.operation is not None
    assert step.risk is not None
    return Reading(
        operation=step.operation,
        parameters=step.parameters,
        missing=step.missing,
        risk=step.risk,
        region=step.region,
        lookups=step.lookups,
    )


def _region(found: list[Token]) -> str | None:
    """The region that is named, by itself or by a zone of it."""
    regions = [token for token in found if token.kind is Kind.REGION]
    # "from us-east-1 to tokyo": the call goes where the thing is to be.
    for place, token in enumerate(found):
        if token.kind is Kind.REGION and len(regions) > 1 and place and found[place - 1].word in {"to", "into", "in"}:
            return token.raw
    zone = next((token.raw[:-1] for token in found if token.kind is Kind.ZONE), None)
    return regions[0].raw if regions else zone
