"""One clause to the call it asks for: which operation, what its parameters are, what is missing or must be looked up.

Refuses a guess where a wrong one could do harm: see :meth:`ClauseReader.read`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.aws.recogniser.assigning import assign
from app.aws.recogniser.clauses import Clause, Mood
from app.aws.recogniser.compositions import compose
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.forms import ASPECTS, FormIndex, Found, Said, reads
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.looking import lookups
from app.aws.recogniser.matching import match
from app.aws.recogniser.text import Kind, Token
from app.aws.search_words import name_words
from app.domain.aws import Operation, OperationId, Reading, Recognition, Risk
from app.domain.errors import NotFoundError
from app.domain.ports import OperationCatalogue

_ENOUGH = 0.68
_ENOUGH_FOR_A_PHRASE = 0.8
_ENOUGH_TO_DESTROY = 0.8
_ENOUGH_FOR_WEAK_WORDS = 0.99
_ENOUGH_UNNAMED = 0.85  # of a service that is neither named nor daily
_CLOSE = 0.05  # candidates that their fit may still put in another order
_DESTROYING = frozenset(
    {
        "delete",
        "terminate",
        "remove",
        "destroy",
        "purge",
        "deregister",
        "release",
        "batch",
        "revoke",
        "schedule",
        "reset",
    }
)
_SURE_SCORE = 0.95
_SURE_MARGIN = 0.04
_SECONDED = 0.22
_BY_SEARCH = 0.78
_TORN = 0.004
_SURE = frozenset({Kind.ID, Kind.ARN, Kind.S3_URI, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.ZONE})
_VALUES = frozenset({Kind.NAME, Kind.ID, Kind.S3_URI, Kind.PATH, Kind.ARN, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.PAIR,
                     Kind.SIZE,
                     Kind.QUOTED, Kind.EMAIL, Kind.IP})  # fmt: skip
_OF_MACHINES = frozenset(
    {"stop", "start", "halt", "reboot", "bounce", "restart", "boot", "hibernate", "terminate", "wake"}
)
_MEANT = frozenset({"my", "our", "all", "account", "aws", "there", "i", "we"})
MILD = frozenset({Risk.READ, Risk.SENSITIVE_READ})


@dataclass(slots=True)
class ClauseReader:
    """Reads clauses over one catalogue. ``now`` tells the time for texts such as *last month*."""

    catalogue: OperationCatalogue
    index: FormIndex
    words: Lexicon
    now: Callable[[], datetime]
    operation: Callable[[OperationId], Operation]

    def read(self, text: str, clause: Clause, region: str | None, understood: bool) -> Recognition | None:
        """What the clause asks for, or ``None``. ``understood``: nothing before it in the text was left unread."""
        said = self.index.said(_with_thing(clause))
        found = self._named_operation(clause) or self._seconded(clause, self.index.find(clause, said, limit=8))
        results: list[tuple[float, Recognition]] = []
        top = found[0].score if found else 0.0
        for place, candidate in enumerate(found):
            if results and candidate.score < top - _CLOSE:
                break
            if results and candidate.id.service not in self.words.popular and not candidate.named:
                continue
            attempt = replace(clause, tokens=[replace(token, used=False) for token in clause.tokens])
            operation = self._suitable(candidate, attempt, said, understood)
            if operation is None:
                if candidate.score > _ENOUGH and place == 0 and not reads(clause):
                    return None  # the likeliest reading is not to be had; the second likeliest was not asked for
                continue
            rival = max((other.score for other in found if _rivals(other, candidate, clause)), default=0.0)
            result = self._filled(text, attempt, candidate, operation, said, region, rival)
            if result.risk is Risk.DESTRUCTIVE and _left_over(attempt):
                continue  # something was named that this would not touch: it is not what was asked for
            results.append((candidate.score - self._misfit(attempt, result), result))
            if results[0][0] >= top - 0.001 and place == 0 and len(found) > 1 and found[1].score < top - 0.04:
                break
        if not results:
            return None
        # Of two as likely ones, what destroys is never the first.
        results.sort(key=lambda item: -item[0] + (_TORN * 2 if item[1].risk is Risk.DESTRUCTIVE else 0))
        return self._unless_torn(results)

    def read_as(self, text: str, clause: Clause, id: OperationId, region: str | None) -> Recognition:
        """What the clause says for a call of this operation, whatever else it may ask for."""
        said = self.index.said(clause.tokens)
        forms = [form.split()[1:] for form in self.words.forms.get(str(id), ())]
        named = {*name_words(id.operation)[1:], *(noun for form in forms for noun in form)}
        found = Found(id, 1.0, frozenset(named & (said.weights.keys() | said.implied)), True)
        return self._filled(text, clause, found, self.operation(id), said, region, 0.0)

    def _unexplained(self, found: Found, clause: Clause) -> bool:
        """Whether it says a thing that the operation's name does not: *delete bucket policy* is no bucket's end."""
        named = {*found.nouns, *name_words(found.id.operation), *found.id.service.split("-")}
        own = {word for form in self.words.forms.get(str(found.id), ()) for word in form.split()}
        for place, token in enumerate(clause.tokens):
            before = clause.tokens[place - 1] if place else None
            if token.plural and before is not None and before.word in found.nouns and not before.plural:
                continue  # "the queue jobs": its name
            if token.word in {"with", "without", "even", "skip", "skipping", "by", "in", "via", "through"}:
                return False
            if token.kind is not Kind.WORD or token.word in self.words.glue or token.word in named | own:
                continue
            known = token.word in self.words.homes or token.word in ASPECTS
            if known and not self.index.service_of(token.word) and not set(token.said) & (named | own):
                return True
        return False

    def _formed(self, id: OperationId, clause: Clause) -> bool:
        """Whether a form of the operation begins as the clause does."""
        return any(form.split()[0] in clause.heads for form in self.words.forms.get(str(id), ()))

    def _seconded(self, clause: Clause, found: list[Found]) -> list[Found]:
        """The candidates, with what the search finds for the same words where the forms alone leave a doubt."""
        sure = (
            found
            and found[0].score >= _SURE_SCORE
            and (len(found) < 2 or found[0].score - found[1].score > _SURE_MARGIN)
        )
        if sure:
            return found[:4]
        said = " ".join([clause.verb, *(token.raw for token in clause.tokens if token.kind is not Kind.COMMA)])
        anchored = any(token.kind in _SURE for token in clause.tokens) or any(
            self.index.service_of(token.word) for token in clause.tokens if token.kind is Kind.WORD
        )
        # Words that nothing ties to AWS are no better understood by looking further.
        matches = self.catalogue.search(said, limit=8) if anchored else ()
        if not matches or matches[0].score <= 0:
            return found[:4]
        scores = {candidate.id: candidate for candidate in found}
        for rank, candidate in enumerate(matches):
            weight = candidate.score / matches[0].score * (1.0 if rank == 0 else 0.85)
            if name_words(candidate.id.operation)[0] in _DESTROYING:
                continue  # what destroys is asked for in its own words
            known = scores.get(candidate.id)
            if known is not None:
                scores[candidate.id] = replace(known, score=known.score + _SECONDED * weight)
                continue
            nouns = frozenset(name_words(candidate.id.operation)[1:]) & {token.word for token in clause.tokens}
            if nouns or rank == 0:
                named = any(candidate.id.service in self.index.service_of(token.word) for token in clause.tokens)
                scores[candidate.id] = Found(candidate.id, _BY_SEARCH * weight, nouns, named)
        return sorted(scores.values(), key=lambda candidate: (-candidate.score, candidate.id))[:4]

    def _misfit(self, clause: Clause, result: Recognition) -> float:
        """How badly the clause's values fit the operation: values left over, and values that are missing."""
        left = sum(1 for token in clause.tokens if token.kind in _VALUES and not token.used)
        asked = {lookup.parameter for lookup in result.lookups}
        return 0.04 * min(left, 2) + 0.015 * len([name for name in result.missing if name not in asked][:2])

    def _unless_torn(self, results: list[tuple[float, Recognition]]) -> Recognition:
        """The likeliest; with the others as choices where they are as likely and one of them changes something."""
        best_score, best = results[0]
        close = [result for score, result in results[1:] if abs(best_score - score) < _TORN and result.risk is not None]
        if not close or all(result.risk in MILD for result in (best, *close)):
            return best
        return replace(
            best,
            confidence=min(best.confidence, 0.5),
            choices=tuple(
                Reading(
                    operation=result.operation,
                    parameters=result.parameters,
                    missing=result.missing,
                    risk=result.risk,
                    region=result.region,
                    lookups=result.lookups,
                )
                for result in close
                if result.operation is not None and result.risk is not None
            ),
        )

    def _named_operation(self, clause: Clause) -> list[Found]:
        """``call ec2 DescribeInstances``: the operation's own name among the words."""
        for token in clause.tokens:
            if token.kind is not Kind.NAME or not re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", token.raw):
                continue
            ids = [id for id in self.index.by_squashed.get(token.raw.casefold(), ()) if id.operation == token.raw]
            services = {service for other in clause.tokens for service in self.index.service_of(other.word)}
            chosen = [id for id in ids if id.service in services] or ids
            if len(chosen) == 1 and (reads(clause) or clause.verb in {"run", "call", "execute", "invoke"}):
                token.used = True
                return [Found(chosen[0], 1.0, frozenset(), True)]
        return []

    def _suitable(self, found: Found, clause: Clause, said: Said, understood: bool) -> Operation | None:
        """The operation, where it may be proposed for this clause."""
        words = self.words
        enough = _ENOUGH_FOR_A_PHRASE if clause.mood is Mood.PHRASE else _ENOUGH
        meant = any(token.word in _MEANT for token in clause.tokens) or found.named
        if found.nouns <= words.weak and not said.named and not meant:
            enough = max(enough, _ENOUGH_FOR_WEAK_WORDS)
        at_home = any(found.id.service in words.homes.get(noun, ()) for noun in found.nouns)
        anchored = found.named or any(token.kind in _SURE for token in clause.tokens)
        if anchored:
            enough -= 0.14
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
            operation = self.operation(found.id)
        except NotFoundError:
            return None
        risk = operation.classification.risk
        if reads(clause):
            return operation if risk in MILD else None
        if clause.conditional or not understood or (clause.vague and risk is Risk.DESTRUCTIVE):
            return None
        if risk is Risk.DESTRUCTIVE:
            if name_words(found.id.operation)[0] not in clause.heads and not self._formed(found.id, clause):
                return None  # what destroys is asked for by its own verb
            if self._unexplained(found, clause):
                return None
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
    ) -> Recognition:
        words = self.words
        place = next((token.raw.split(":")[3] for token in clause.tokens if token.kind is Kind.ARN), "")
        region = region or place or None
        filling = Filling(
            operation=operation,
            verb=clause.verb,
            tokens=clause.tokens,
            nouns=found.nouns,
            service_words=said.service_words,
            words=words,
            region=region,
            now=self.now().astimezone(UTC).replace(microsecond=0),
        )
        compose(filling)
        filling.pairs()
        match(filling)
        named = assign(filling)
        values = self._valid(operation, filling.values)
        wanted = dict.fromkeys((*operation.required, *words.needs.get(str(operation.id), ())))
        missing = tuple(name for name in wanted if name not in values and not _instead(name, values))
        asked = lookups(filling, missing, named)
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
            lookups=asked,
        )

    def _valid(self, operation: Operation, values: dict[str, object]) -> dict[str, object]:
        """The values that botocore's model accepts; one that does not fit is left out, and so counts as missing."""
        order = {shape.name: place for place, shape in enumerate(operation.parameters)}
        kept = dict(sorted(values.items(), key=lambda item: order.get(item[0], 0)))
        if not self._objections(operation.id, kept):
            return kept
        return {name: value for name, value in kept.items() if not self._objections(operation.id, {name: value}, name)}

    def _objections(self, id: OperationId, values: dict[str, object], name: str = "") -> bool:
        problems = self.catalogue.problems(id, values)
        return any(name in problem if name else True for problem in problems if "required" not in problem.casefold())


def _left_over(clause: Clause) -> bool:
    """Whether a name or an id in the clause went to no parameter."""
    kinds = {Kind.NAME, Kind.ID, Kind.S3_URI, Kind.PATH, Kind.ARN}
    given = " ".join(token.raw for token in clause.tokens if token.used)  # a name may stand within its own address
    return any(not token.used and token.kind in kinds and token.raw not in given for token in clause.tokens)


def _rivals(other: Found, one: Found, clause: Clause) -> bool:
    """Whether two candidates are a doubt: two reads of the same thing (list, describe) are none."""
    return other is not one and not (reads(clause) and other.id.service == one.id.service and other.nouns == one.nouns)


def _with_thing(clause: Clause) -> list[Token]:
    """The clause's tokens; a machine where nothing but names say what is stopped: *halt web-1*."""
    words = [token for token in clause.tokens if token.kind is Kind.WORD]
    names = [token for token in clause.tokens if token.kind is Kind.NAME]
    idle = {"now", "and", "the", "my", "our", "please", "pls", "again"}
    plain = all(token.kind in {Kind.NAME, Kind.WORD, Kind.COMMA} for token in clause.tokens)
    if clause.verb in _OF_MACHINES and names and plain and all(token.word in idle for token in words):
        return [*clause.tokens, Token(Kind.WORD, "instance", word="instance")]
    return clause.tokens


def _instead(name: str, values: dict[str, object]) -> bool:
    """Whether another parameter that was given does the missing one's work."""
    others = {"GroupId": ("GroupName",), "TopicArn": ("PhoneNumber", "TargetArn"), "KeyName": ("KeyPairId",),
              "AllocationId": ("PublicIp",), "ImageId": ("LaunchTemplate",)}  # fmt: skip
    return any(other in values for other in others.get(name, ()))
