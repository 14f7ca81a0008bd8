"""One clause to the call it asks for: which operation, what its parameters are, what is missing or must be looked up.

Refuses a guess where a wrong one could do harm: see :meth:`ClauseReader.read`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.aws.recogniser.assigning import assign
from app.aws.recogniser.clauses import PREPOSITIONS, READ_HEADS, Clause, Mood
from app.aws.recogniser.compositions import compose
from app.aws.recogniser.filling import Filling
from app.aws.recogniser.forms import ASPECTS, COMMON_NAMES, FormIndex, Said, reads, thing_of
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.looking import lookups
from app.aws.recogniser.matching import match
from app.aws.recogniser.ranking import Ranked, ranked
from app.aws.recogniser.settling import settle
from app.aws.recogniser.telling import OF_TIMES, TOLD, VALUES, told_change
from app.aws.recogniser.text import Kind, Token
from app.aws.search.scoring import BEST
from app.aws.search.words import name_words
from app.domain.aws import Operation, OperationId, Reading, Recognition, Risk
from app.domain.errors import NotFoundError
from app.domain.ports import OperationCatalogue

_ENOUGH = 8.5  # points that a request to AWS has at the least
_ENOUGH_BARE = 10.5  # of an order or a loose sentence that names nothing by a value
_ENOUGH_ANCHORED = 7.0  # and where an id, an ARN or the like says that AWS is meant
_ENOUGH_NAMED = 5.5  # and of a read, or of a plain order, where the service is named
_ENOUGH_LATER = 9.5  # of a clause behind another one
_ENOUGH_TO_DESTROY = 11.0
_DESTROYS_BY = 1.0  # points between what destroys and the next likely thing that does not
_BETTER_FORMED = 0.12  # by how much its form fits better than those of what the search finds before it
_CLOSE = 0.8  # points between candidates that their fit may still put in another order
_TORN = 0.08  # points between readings that are as likely
_TRIED = 3
_FAR, _TRIED_FAR = 3.0, 5  # the same where the likeliest reading leaves values over
_HEAD = 1.0  # for what an operation is about
_LEFT = 1.0  # points that a value left over costs
# By a clause's mood: the points of a form that fits in every way, and what a read loses beside a change. Forms of a
# phrase are those of reads alone, which is no sign that a read is wanted.
_FORM_WEIGHTS = {Mood.ORDER: (8.0, 0.0), Mood.PHRASE: (6.0, 1.5), Mood.QUESTION: (2.5, 0.0), Mood.NOTHING: (1.5, 0.0)}
_SURE_POINTS, _SURE_BY = 16.0, 3.0
_ENDING = frozenset(
    {"delete", "terminate", "remove", "destroy", "purge", "deregister", "release", "revoke", "drop", "wipe", "flush",
     "erase", "kill", "nuke", "rm", "del", "trash", "scrap", "decommission", "empty", "schedule", "reset", "ditch",
     "zap", "cancel", "clear"}
)  # fmt: skip
_GRANTING = frozenset(
    {"give", "grant", "attach", "detach", "add", "allow", "let", "open", "authorize", "put", "set", "make", "share",
     "remove", "revoke", "take", "block", "close", "create", "trust", "enable", "disable", "wire", "hook", "permit",
     "expose", "publish", "peel", "strip", "kick", "ban", "shut", "deny", "unblock", "invite", "accept", "register",
     "change", "update", "replace", "rotate", "reset", "deactivate", "activate", "need", "new", "drop", "delete",
     "stick", "turn", "unshare", "associate", "disassociate", "restrict", "lock", "whitelist", "allowlist", "import",
     "modify", "raise", "tighten", "force", "require", "setup", "apply", "switch", "move", "edit", "save", "generate",
     "issue", "mint", "retire", "assume", "pin", "point", "bind", "link", "map", "lift", "cap",
     "tag", "untag", "start", "stop", "cut", "upload"}
)  # fmt: skip
_ONLY_READS = frozenset(
    {"list", "show", "describe", "see", "view", "display", "count", "check", "find", "tell", "print"}
)
_SURE = frozenset({Kind.ID, Kind.ARN, Kind.S3_URI, Kind.CIDR, Kind.INSTANCE_TYPE, Kind.ZONE})
_ONLY_NAMES = COMMON_NAMES - {"user", "job", "report", "order", "admin"}
_SETTINGS = frozenset({Kind.NUMBER, Kind.SIZE, Kind.INSTANCE_TYPE, Kind.QUOTED, Kind.CIDR, Kind.PAIR})
_BECOMING = ("modify", "update", "put", "set", "change", "create", "request")
_OF_TAGS = frozenset({"tag", "tags", "tagging", "untag"})
_OF_ANYTHING = frozenset({"remove", "delete", "resource", "resources", "from", "for", "to"})
_ENDS_TAGS = frozenset({"untag", "remove", "delete"})
_TAGS_IMAGES = frozenset({"ecr", "ecr-public"})
_OF_MACHINES = frozenset(
    {"stop", "start", "halt", "reboot", "bounce", "restart", "boot", "hibernate", "terminate", "wake"}
)
_BEFORE_A_THING = frozenset({"the", "our", "please", "pls", "now"})
MILD = frozenset({Risk.READ, Risk.SENSITIVE_READ})


@dataclass(slots=True)
class ClauseReader:
    """Reads clauses over one catalogue. ``now`` tells the time for texts such as *last month*."""

    catalogue: OperationCatalogue
    index: FormIndex
    words: Lexicon
    now: Callable[[], datetime]
    operation: Callable[[OperationId], Operation]

    def read(
        self, text: str, clause: Clause, region: str | None, understood: bool, spoken: str = ""
    ) -> Recognition | None:
        """What the clause asks for, or ``None``.

        ``understood``: nothing before it in the text was left unread. ``spoken``: the clause as it was written, where
        it is the whole text.
        """
        found, left = self._read(text, clause, region, understood, spoken)
        untold = clause.mood is Mood.PHRASE or clause.implied or clause.verb == "give"
        if (meant := told_change(self.catalogue, clause, spoken)) is not None:
            verb = name_words(meant.operation)[0]
            heads = tuple(dict.fromkeys((verb, *self.words.verbs.get(verb, ()), *_BECOMING)))
            told, _ = self._read(
                text, replace(clause, mood=Mood.ORDER, verb=verb, heads=heads, implied=True), region, understood, spoken
            )
            if told is not None and told.operation == meant and not told.choices:
                return told
        whole = found is not None and not left and not (clause.implied and found.missing)
        if not untold or clause.listing or clause.vague or whole:
            return found
        # Values that no read takes are what a thing is to become: "visibility timeout 5 min on …".
        change = replace(clause, mood=Mood.ORDER, verb="update", heads=_BECOMING, implied=True)
        other, over = self._read(text, change, region, understood, spoken)
        plain = other is not None and not (over or other.missing or other.choices)
        if other is None or not plain or other.risk not in {Risk.WRITE, Risk.PERMISSIONS}:
            return found
        return other

    def _read(
        self, text: str, clause: Clause, region: str | None, understood: bool, spoken: str
    ) -> tuple[Recognition | None, int]:
        """What the clause asks for as it stands, and how many of its values that leaves over."""
        said = self.index.said(_with_thing(clause))
        found = self._named_operation(clause) or self._ranked(clause, said, spoken)
        results: list[tuple[float, Recognition, int]] = []
        enough = _ENOUGH_LATER if not spoken else _ENOUGH_ANCHORED if _anchored(clause) else _ENOUGH
        loose = clause.mood is Mood.NOTHING or (clause.mood is Mood.ORDER and not reads(clause))
        if loose and not said.services and not any(token.literal for token in clause.tokens):
            enough = max(enough, _ENOUGH_BARE)
        top = found[0].points if found else 0.0
        left = False  # whether the likeliest reading leaves values of the clause over
        for place, candidate in enumerate(found):
            within = (_TRIED_FAR, _FAR) if left else (_TRIED, _CLOSE)
            if place >= within[0] or (results and candidate.points < top - within[1]):
                break
            if candidate.points < self._enough(candidate, clause, said, enough):
                break
            attempt = replace(clause, tokens=[replace(token, used=False) for token in clause.tokens])
            operation = self._suitable(candidate, found, attempt, said, understood)
            if operation is None:
                if place == 0 and clause.mood is Mood.ORDER and not reads(clause):
                    return None, 0  # the likeliest reading is not to be had; the second likeliest was not asked for
                continue
            rival = max((other.points for other in found if _rivals(other, candidate, clause)), default=0.0)
            result = self._filled(text, attempt, candidate, operation, said, region, rival)
            if result.risk is Risk.DESTRUCTIVE and not result.missing and _left_over(attempt):
                if not any(token.plural and token.word in candidate.nouns for token in clause.tokens):
                    continue  # something was named that this would not touch: it is not what was asked for
                if f"{candidate.id.operation}s".casefold() in self.index.by_squashed:
                    continue  # there is an operation for several
                # Several are named where one can be taken: none of them is guessed.
                result = replace(result, parameters={}, missing=tuple(operation.required))
            left = left or (not results and _values_left(attempt) > 0)
            results.append((candidate.points - self._misfit(attempt, result), result, _settings_left(attempt)))
        if not results:
            return None, 0
        # Of two as likely ones, what destroys is never the first.
        results.sort(key=lambda item: -item[0] + (_TORN * 2 if item[1].risk is Risk.DESTRUCTIVE else 0))
        return self._unless_torn([(score, result) for score, result, _ in results]), results[0][2]

    def _enough(self, found: Ranked, clause: Clause, said: Said, enough: float) -> float:
        """The points that this operation needs: fewer where the service is named, for what is done no harm by."""
        if found.place != 0 or found.id.service not in said.services:
            return enough
        risk = self.catalogue.brief(found.id).classification.risk
        if risk in MILD and (reads(clause) or clause.implied):
            return min(enough, _ENOUGH_NAMED)
        plain = risk is Risk.WRITE and clause.mood is Mood.ORDER and name_words(found.id.operation)[0] in clause.heads
        return min(enough, _ENOUGH_NAMED) if plain else enough

    def _ranked(self, clause: Clause, said: Said, spoken: str) -> list[Ranked]:
        # The verb that a phrase of settings implies is said to the search, which hears none.
        words = (
            f"{clause.verb} {spoken}"
            if spoken and clause.implied
            else spoken
            or " ".join([clause.verb, *(token.raw for token in clause.tokens if token.kind is not Kind.COMMA)])
        )
        nouns = frozenset(token.word for token in clause.tokens if token.kind is Kind.WORD)
        weight, loss = _FORM_WEIGHTS[clause.mood]
        found = ranked(self.catalogue.search(words, limit=10), self.index.find(clause, said, limit=8), nouns, weight)
        found = [
            replace(
                one,
                points=one.points
                - (loss if clause.mood is Mood.PHRASE and not self._changes(one.id) else 0.0)
                + self._about(one.id, clause),
            )
            for one in found
        ]
        if _takes_tags(clause):
            found = [one for one in found if _is_about_tags(one.id, anchored=_anchored(clause), services=said.services)]
        found.sort(key=lambda one: (-one.points, one.id))
        return found

    def _about(self, id: OperationId, clause: Clause) -> float:
        """Points for an operation about what the clause is: *workspaces in directory d-1* asks for no directory."""
        words = [token for token in clause.tokens if token.kind is Kind.WORD]
        link = next((place for place, token in enumerate(words) if token.word in PREPOSITIONS and place), None)
        if link is None or not reads(clause):
            return 0.0
        head, thing = words[link - 1].word, thing_of(id.operation)
        if thing == head:
            return _HEAD
        return -_HEAD if thing in {token.word for token in words[link + 1 :]} and head in self.index.vocabulary else 0.0

    def read_as(self, text: str, clause: Clause, id: OperationId, region: str | None) -> Recognition:
        """What the clause says for a call of this operation, whatever else it may ask for."""
        said = self.index.said(clause.tokens)
        forms = [form.split()[1:] for form in self.words.forms.get(str(id), ())]
        named = {*name_words(id.operation)[1:], *(noun for form in forms for noun in form)}
        found = Ranked(id, 2 * BEST, 1.0, 0, frozenset(named & (said.weights.keys() | said.implied)), True)
        return self._filled(text, clause, found, self.operation(id), said, region, 0.0)

    def _unexplained(self, found: Ranked, operation: Operation, clause: Clause) -> bool:
        """Whether it says a thing that the operation's name does not: *delete bucket policy* is no bucket's end."""
        named = {*found.nouns, *name_words(found.id.operation), *found.id.service.split("-")}
        own = {word for form in self.words.forms.get(str(found.id), ()) for word in form.split()}
        own |= {word for name in operation.required for word in name_words(name)}
        for place, token in enumerate(clause.tokens):
            before = clause.tokens[place - 1] if place else None
            if token.plural and before is not None and before.word in found.nouns and not before.plural:
                if self.index.is_part(token.word, before.word, found.id.service):
                    return True  # "the function's logs": not the function
                continue  # "the queue jobs": its name
            if token.word in {"with", "without", "even", "skip", "skipping", "by", "in", "via", "through"}:
                return False
            if token.kind is not Kind.WORD or token.word in self.words.glue or token.word in named | own:
                continue
            if token.word in _ONLY_NAMES and before is not None and before.word in found.nouns and not before.plural:
                continue  # "the scaling group web" is no web ACL
            known = token.word in self.words.homes or token.word in ASPECTS
            if known and not self.index.service_of(token.word) and not set(token.said) & (named | own):
                return True
        return False

    def _formed(self, id: OperationId, clause: Clause) -> bool:
        """Whether a form of the operation begins as the clause does."""
        return any(form.split()[0] in clause.heads for form in self.words.forms.get(str(id), ()))

    def _misfit(self, clause: Clause, result: Recognition) -> float:
        """How badly the clause's values fit the operation: values left over, and values that are missing."""
        left = _values_left(clause)
        asked = {lookup.parameter for lookup in result.lookups}
        return _LEFT * min(left, 3) + 0.15 * len([name for name in result.missing if name not in asked][:2])

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

    def _named_operation(self, clause: Clause) -> list[Ranked]:
        """``call ec2 DescribeInstances``: the operation's own name among the words."""
        for token in clause.tokens:
            if token.kind is not Kind.NAME or not re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", token.raw):
                continue
            ids = [id for id in self.index.by_squashed.get(token.raw.casefold(), ()) if id.operation == token.raw]
            services = {service for other in clause.tokens for service in self.index.service_of(other.word)}
            chosen = [id for id in ids if id.service in services] or ids
            if len(chosen) == 1 and (reads(clause) or clause.verb in {"run", "call", "execute", "invoke"}):
                token.used = True
                return [Ranked(chosen[0], 2 * BEST, 1.0, 0, frozenset(), True)]
        return []

    def _suitable(
        self, found: Ranked, among: list[Ranked], clause: Clause, said: Said, understood: bool
    ) -> Operation | None:
        """The operation, where it may be proposed for this clause."""
        try:
            operation = self.operation(found.id)
        except NotFoundError:
            return None
        risk = operation.classification.risk
        if risk in MILD:
            return operation if self._may_read(found.id, clause) else None
        if clause.listing:
            return None
        told = found.place == 0 and found.told >= TOLD and any(token.literal for token in clause.tokens)
        weak = (
            not told
            and found.nouns <= self.words.weak
            and not found.named
            and not said.services
            and not _anchored(clause)
        )
        if weak and (
            not said.named or (risk is Risk.DESTRUCTIVE and not self._names_its_thing(found, operation, clause))
        ):
            return None  # "cancel my order", "delete things": everyday words alone change nothing
        if clause.mood is Mood.QUESTION or (reads(clause) and clause.verb in _ONLY_READS):
            return None
        if clause.conditional or not understood or (clause.vague and risk is Risk.DESTRUCTIVE):
            return None
        if risk is Risk.PERMISSIONS and not (told and clause.mood is Mood.ORDER) and not self._says(clause, _GRANTING):
            return None
        if risk is Risk.DESTRUCTIVE and not self._destroys(found, among, operation, clause):
            return None
        return operation

    def _may_read(self, id: OperationId, clause: Clause) -> bool:
        """Whether a read can be what is meant: who orders a change wants no list instead."""
        if reads(clause) or clause.implied:
            return True
        own = name_words(id.operation)[0]
        return own in clause.heads or own not in READ_HEADS or self._formed(id, clause)

    def _names_its_thing(self, found: Ranked, operation: Operation, clause: Clause) -> bool:
        """Whether all that is said is one thing of the operation's own, in the singular, and its name: *user bob*."""
        own = set(name_words(found.id.operation)[1:])
        if clause.mood is not Mood.ORDER or found.form < 1.0 or not own <= found.nouns or len(operation.required) > 1:
            return False
        names = [place for place, token in enumerate(clause.tokens) if token.kind is not Kind.WORD]
        if len(names) != 1 or not names[0] or clause.tokens[names[0]].kind is not Kind.NAME:
            return False
        if re.search(r"\.[A-Za-z]\w{1,3}$", clause.tokens[names[0]].raw):
            return False  # "the image cat.png": a file
        thing = clause.tokens[names[0] - 1]
        if thing.plural or thing.word not in own or found.id.service not in self.words.homes.get(thing.word, ()):
            return False
        others = (token.word for place, token in enumerate(clause.tokens) if place != names[0])
        return all(word in own or word in _BEFORE_A_THING for word in others)

    def _says(self, clause: Clause, verbs: frozenset[str]) -> bool:
        """Whether one of these verbs is in the clause."""
        said = {clause.verb, *clause.heads[:1], *(token.word for token in clause.tokens if token.kind is Kind.WORD)}
        return bool(said & verbs)

    def _destroys(self, found: Ranked, among: list[Ranked], operation: Operation, clause: Clause) -> bool:
        """Whether the clause plainly asks for this destruction: by its verb, of this thing, and of nothing else."""
        own = name_words(found.id.operation)[0]
        if own not in clause.heads and not self._formed(found.id, clause) and not self._says(clause, _ENDING):
            return False
        if clause.mood is not Mood.ORDER or found.form < 0.7:
            return False
        before = [other for other in among if other.place < found.place]
        if found.form < 1.0 and any(other.form > found.form - _BETTER_FORMED for other in before):
            return False
        if found.points < _ENOUGH_TO_DESTROY or self._unexplained(found, operation, clause):
            return False
        rivals = [other for other in among if other is not found and self._changes(other.id)]
        # The same for several, where one is named, and the other way round: both would destroy just that.
        several = any(token.plural and token.word in found.nouns for token in clause.tokens)
        name = found.id.operation.removesuffix("s") if several else f"{found.id.operation}s"
        rivals = [other for other in rivals if other.id != OperationId(found.id.service, name)]
        return all(found.points - other.points >= _DESTROYS_BY for other in rivals)

    def _changes(self, id: OperationId) -> bool:
        return self.catalogue.brief(id).classification.risk not in MILD

    def _filled(
        self,
        text: str,
        clause: Clause,
        found: Ranked,
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
        settle(filling)
        values = self._valid(operation, filling.values)
        wanted = dict.fromkeys((*operation.required, *words.needs.get(str(operation.id), ())))
        missing = tuple(name for name in wanted if name not in values and not _instead(name, values))
        asked = lookups(filling, missing, named)
        missing = tuple(dict.fromkeys((*missing, *(lookup.parameter for lookup in asked))))
        margin = min(max(found.points - rival, 0.0), _SURE_BY) / _SURE_BY
        confidence = min(found.points / _SURE_POINTS, 1.0) * (0.75 + 0.25 * margin)
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


def _takes_tags(clause: Clause) -> bool:
    """Whether tags are to be taken away, which nothing does that is not about tags: *remove tag env from role ci*."""
    taking = clause.mood is Mood.ORDER and bool({"delete", "untag"} & {*clause.heads})
    return taking and (clause.verb == "untag" or any(token.word == "tag" for token in clause.tokens))


def _is_about_tags(id: OperationId, *, anchored: bool, services: Collection[str]) -> bool:
    """Whether an operation takes tags away from what may be meant: one for anything of a service wants it named."""
    first, *rest = name_words(id.operation)
    words = {first, *rest}
    if id.service in _TAGS_IMAGES or not words & _OF_TAGS or first not in _ENDS_TAGS:
        return id.service in _TAGS_IMAGES
    return bool(words - _OF_TAGS - _OF_ANYTHING) or anchored or id.service in services


def _values_left(clause: Clause) -> int:
    """How many values in the clause went to no parameter."""
    return sum(1 for token in clause.tokens if token.kind in VALUES and not token.used)


def _settings_left(clause: Clause) -> int:
    """How many values that a thing may have, rather than be called, went to no parameter; none where a time is told."""
    if any(token.word in OF_TIMES for token in clause.tokens):
        return 0
    return sum(1 for token in clause.tokens if token.kind in _SETTINGS and not token.used)


def _anchored(clause: Clause) -> bool:
    """Whether an id, an ARN or the like says that AWS is meant."""
    return any(token.kind in _SURE for token in clause.tokens)


def _left_over(clause: Clause) -> bool:
    """Whether a name or an id in the clause went to no parameter."""
    kinds = {Kind.NAME, Kind.ID, Kind.S3_URI, Kind.PATH, Kind.ARN}
    given = " ".join(token.raw for token in clause.tokens if token.used)  # a name may stand within its own address
    return any(not token.used and token.kind in kinds and token.raw not in given for token in clause.tokens)


def _rivals(other: Ranked, one: Ranked, clause: Clause) -> bool:
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
