"""From a text to a :class:`Recognition`. Refuses a guess where a wrong one could do harm.

- A text that asks nothing of AWS gets no operation; a question about a concept (*what is an S3 bucket?*) is one.
- Of several steps the first that is plainly an order (or a question) is recognised, with less confidence.
- What a negation or a condition governs is never an operation that changes anything. Nor is a step that follows
  something that was not understood ("ignore that and delete …").
- A reading verb never yields an operation that the catalogue does not class as a read.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from app.aws.recogniser.clauses import Clause, Mood, clauses
from app.aws.recogniser.command_line import Command, flag_parameters, parse_command
from app.aws.recogniser.compositions import compose
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.forms import FormIndex, Found, Said, reads
from app.aws.recogniser.lexicon import Lexicon, lexicon
from app.aws.recogniser.text import MAX_CHARACTERS, Kind, Token, tokens
from app.aws.recogniser.wording import Speller, mark_names, mark_regions, rewrite
from app.domain.aws import Operation, OperationId, Recognition, Risk
from app.domain.errors import NotFoundError
from app.domain.ports import OperationCatalogue

_ENOUGH = 0.68
_ENOUGH_FOR_A_PHRASE = 0.8
_ENOUGH_TO_DESTROY = 0.78
_ENOUGH_FOR_WEAK_WORDS = 0.99
_ENOUGH_UNNAMED = 0.85  # of a service that is neither named nor daily
_MEANT = frozenset({"my", "our", "all", "account", "aws", "there", "i", "we"})
_MILD = frozenset({Risk.READ, Risk.SENSITIVE_READ})


class OfflineRecogniser:
    """Implements the ``Recogniser`` port. Its index is made on first use (a fraction of a second) and kept.

    ``now`` tells the time for texts such as *last month*; the result depends on nothing else.
    """

    def __init__(self, catalogue: OperationCatalogue, *, now: Callable[[], datetime] | None = None) -> None:
        self._catalogue = catalogue
        self._operation = lru_cache(maxsize=64)(catalogue.operation)  # reading a service's model takes a while
        self._now = now or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()
        self._ready: tuple[Lexicon, FormIndex, Speller] | None = None

    def recognise(self, text: str) -> Recognition:
        """What a text asks of AWS."""
        words, index, speller = self._load()
        command = parse_command(text[:MAX_CHARACTERS].strip(), index.services, index.by_squashed)
        if command is not None:
            return self._command(text, command)
        found = tokens(text, words)
        mark_names(found)
        found = mark_regions(found, words)
        speller.mend(found)
        found = rewrite(found, words)
        region = _region(found)
        parts = clauses(found, words)
        best: Recognition | None = None
        steps = 0
        understood = True
        for clause in parts:
            if clause.mood is Mood.NOTHING:
                understood = understood and clause.hollow
                continue
            result = self._clause(text, clause, region, understood, index, words)
            if result is None:
                understood = False
                continue
            steps += 1
            best = best or result
        if best is None:
            return Recognition(query=text, region=region)
        unread = sum(1 for clause in parts if clause.mood is Mood.NOTHING)
        confidence = best.confidence * (0.6 if steps > 1 else 0.8 if unread else 1.0)
        return Recognition(
            query=text,
            operation=best.operation,
            parameters=best.parameters,
            missing=best.missing,
            risk=best.risk,
            region=best.region,
            confidence=round(confidence, 3),
        )

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
        if not whole and risk not in _MILD:
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

    def _clause(
        self, text: str, clause: Clause, region: str | None, understood: bool, index: FormIndex, words: Lexicon
    ) -> Recognition | None:
        said = index.said(clause.tokens)
        found = self._named_operation(clause, index) or index.find(clause, said)
        for place, candidate in enumerate(found):
            operation = self._suitable(candidate, clause, said, understood, words)
            if operation is None:
                if candidate.score > _ENOUGH and place == 0 and not reads(clause):
                    return None  # the likeliest reading is not to be had; the second likeliest was not asked for
                continue
            rival = max(
                (
                    other.score
                    for other in found[place + 1 :]
                    # Two reads of the same thing (list, describe) are no doubt about what is meant.
                    if not (
                        reads(clause) and other.id.service == candidate.id.service and other.nouns == candidate.nouns
                    )
                ),
                default=0.0,
            )
            result = self._filled(text, clause, candidate, operation, said, region, rival, words)
            if reads(clause) and _left_over(clause):
                return self._better(text, clause, found[place + 1 :], said, region, words) or result
            return result
        return None

    def _better(
        self, text: str, clause: Clause, found: list[Found], said: Said, region: str | None, words: Lexicon
    ) -> Recognition | None:
        """Another read, which takes the names that the likeliest has no place for: *the config of lambda x*."""
        for candidate in found:
            for token in clause.tokens:
                token.used = False
            operation = self._suitable(candidate, clause, said, True, words)
            if operation is None:
                continue
            result = self._filled(text, clause, candidate, operation, said, region, candidate.score, words)
            if not _left_over(clause) and not result.missing:
                return result
        return None

    def _named_operation(self, clause: Clause, index: FormIndex) -> list[Found]:
        """``call ec2 DescribeInstances``: the operation's own name among the words."""
        for token in clause.tokens:
            if token.kind is not Kind.NAME or not re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", token.raw):
                continue
            ids = [id for id in index.by_squashed.get(token.raw.casefold(), ()) if id.operation == token.raw]
            services = {service for other in clause.tokens for service in index.service_of(other.word)}
            chosen = [id for id in ids if id.service in services] or ids
            if len(chosen) == 1 and (reads(clause) or clause.verb in {"run", "call", "execute", "invoke"}):
                token.used = True
                return [Found(chosen[0], 1.0, frozenset(), True)]
        return []

    def _suitable(self, found: Found, clause: Clause, said: Said, understood: bool, words: Lexicon) -> Operation | None:
        """The operation, where it may be proposed for this clause."""
        enough = _ENOUGH_FOR_A_PHRASE if clause.mood is Mood.PHRASE else _ENOUGH
        meant = any(token.word in _MEANT for token in clause.tokens) or found.named
        if found.nouns <= words.weak and not said.named and not meant:
            enough = max(enough, _ENOUGH_FOR_WEAK_WORDS)
        at_home = any(found.id.service in words.homes.get(noun, ()) for noun in found.nouns)
        daily = found.id.service in words.popular or found.named or at_home
        if not daily and not meant:
            enough = max(enough, _ENOUGH_UNNAMED)
        if not reads(clause) and not found.named:
            # "cancel my order", "close my account": everyday words alone change nothing.
            if not daily and len(found.nouns) < 2 and not said.implied:
                return None
            if found.nouns <= words.weak and not said.named:
                enough = max(enough, _ENOUGH_FOR_WEAK_WORDS)
        if found.score < enough:
            return None
        try:
            operation = self._operation(found.id)
        except NotFoundError:
            return None
        risk = operation.classification.risk
        if reads(clause):
            return operation if risk in _MILD else None
        if clause.conditional or not understood or (clause.vague and risk is Risk.DESTRUCTIVE):
            return None
        if risk is Risk.DESTRUCTIVE:
            bare = found.nouns <= words.weak and not said.named and not found.named
            return operation if found.score >= _ENOUGH_TO_DESTROY and not bare else None
        return operation

    def _filled(
        self,
        text: str,
        clause: Clause,
        found: Found,
        operation: Operation,
        said: Said,
        region: str | None,
        rival: float,
        words: Lexicon,
    ) -> Recognition:
        named = next((token.raw.split(":")[3] for token in clause.tokens if token.kind is Kind.ARN), "")
        region = region or named or None
        filling = Filling(
            operation=operation,
            verb=clause.verb,
            tokens=clause.tokens,
            nouns=found.nouns,
            service_words=said.service_words,
            words=words,
            region=region,
            now=self._now().astimezone(UTC).replace(microsecond=0),
        )
        compose(filling)
        filling.fill()
        values = self._valid(operation, filling.values)
        wanted = dict.fromkeys((*operation.required, *words.needs.get(str(operation.id), ())))
        missing = tuple(name for name in wanted if name not in values and not _instead(name, values))
        margin = min(max(found.score - rival, 0.0), 0.2) / 0.2
        confidence = min(found.score, 1.0) * (0.75 + 0.25 * margin)
        confidence *= 0.95 if missing else 1.0
        confidence *= 0.85 if clause.vague or clause.conditional else 1.0
        return Recognition(
            query=text,
            operation=operation.id,
            parameters=values,
            missing=missing,
            risk=operation.classification.risk,
            region=region,
            confidence=min(confidence, 0.99),
        )

    def _valid(self, operation: Operation, values: dict[str, object]) -> dict[str, object]:
        """The values that botocore's model accepts; one that does not fit is left out, and so counts as missing."""
        order = {shape.name: place for place, shape in enumerate(operation.parameters)}
        kept = dict(sorted(values.items(), key=lambda item: order.get(item[0], 0)))
        if not self._objections(operation.id, kept):
            return kept
        return {name: value for name, value in kept.items() if not self._objections(operation.id, {name: value}, name)}

    def _objections(self, id: OperationId, values: dict[str, object], name: str = "") -> bool:
        problems = self._catalogue.problems(id, values)
        return any(name in problem if name else True for problem in problems if "required" not in problem.casefold())


def _left_over(clause: Clause) -> bool:
    """Whether a name or an id in the clause went to no parameter."""
    return any(not token.used and token.kind in {Kind.NAME, Kind.ID, Kind.S3_URI, Kind.PATH} for token in clause.tokens)


def _instead(name: str, values: dict[str, object]) -> bool:
    """Whether another parameter that was given does the missing one's work."""
    others = {"GroupId": ("GroupName",), "TopicArn": ("PhoneNumber", "TargetArn"), "KeyName": ("KeyPairId",),
              "AllocationId": ("PublicIp",), "ImageId": ("LaunchTemplate",)}  # fmt: skip
    return any(other in values for other in others.get(name, ()))


def _region(found: list[Token]) -> str | None:
    """The region that is named, by itself or by a zone of it."""
    for token in found:
        if token.kind is Kind.REGION:
            return token.raw
        if token.kind is Kind.ZONE:
            return token.raw[:-1]
    return None
