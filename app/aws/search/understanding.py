"""Understands a sentence as far as words go: its verb, the things and services it names, its turns of phrase.

Refuses to score operations.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise

from app.aws.search.lexicon import Lexicon, Meaning, Words
from app.aws.search.phrases import Phrases
from app.aws.search.reading import Reading, Token, read
from app.aws.search.scoring import LITERAL, READING, Question, Term, stem
from app.aws.search.shorthand import ServiceWords
from app.aws.search.vocabulary import Vocabulary
from app.aws.search.words import squashed

_MOST_WORDS = 60
_NAME_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_:.][A-Za-z0-9]+)*")
_CONTEXT = 0.5  # what stands behind a preposition ("an object *from a bucket*") says where more than what
_PLACES = frozenset(
    {"in", "from", "of", "on", "to", "into", "inside", "within", "behind", "under", "at", "for", "by", "with", "onto",
     "off", "via"}
)  # fmt: skip
_PARTICLES = frozenset({"up", "down", "off", "on", "out", "away", "back"})
_NEW_VALUES = frozenset({"cidr", "engine size", "cron", "rate"})  # which a thing has when it is made
_NEW_WORDS = frozenset({"called", "named", "with", "using"})
_OF_SERVERS = frozenset(
    {"start", "stop", "restart", "delete"}
)  # groups of verbs that are said of servers by name alone
_IMPLIED = 0.85  # how well a verb answers that nobody said: "volume to gp3"
_GUESSED = 0.4  # a word as heavy may be a word of the sentence
_CHANGED = re.compile(
    r"\b(?:to|at) \d|->|→|\w=\d|\bto gp\d|\bonly \d"
    r"|\w: (?!.*\b(?:last|past|since|first)\b)(?:\w+ ){0,2}(?:\d|on[- ]demand\b)"  # "asg web: desired 8"
)
_BARELY = 1.2  # the weight of a word that hardly names a thing
_ALL = frozenset({"all", "every", "each", "any", "list"})
_ASKING_LEAVE = frozenset({"can", "could", "may", "would", "is", "does", "who"})  # "may bob call s3:GetObject"
_ASKING = frozenset(
    {
        "what",
        "which",
        "who",
        "how",
        "is",
        "are",
        "does",
        "did",
        "has",
        "have",
        "any",
        "where",
        "when",
        "why",
        "whose",
        "was",
    }
)
_LISTING_VERBS = frozenset(
    {"list", "show", "describe", "display", "see", "view", "ls", "browse", "enumerate", "inspect"}
)
_KIN = 0.6  # a service whose name begins with the name said: s3control for S3
_HINTED = 0.6  # a service that a thing is usually said of
_LEADING = 0.9  # a service by an everyday word, before a word of its own
_TELLING_WORDS = 2  # a sentence of fewer words that begins with a service's name is about it
_SHORTENED = 0.6  # of a word that is cut short
_WHOLE = 0.99  # the weight of a token that is a word of the sentence
_FOLLOWS = 0.35  # of a word behind a thing's noun that never follows it in names: "table orders"
_MISSPELT = 0.8
_LATER = 0.55  # how well a verb answers that another one stands before
_ANYWHERE = 0.85  # a verb that stands somewhere in the sentence, not at its beginning
_SEARCHING = 0.75  # how well a search answers what a list answers
_DEFAULT = 0.45  # reading, beside a verb that may be none
_JOINING = frozenset({"and", "then", "please", "pls", "to"})
_SECOND = 0.5  # of the words of a second request

# What the AWS command line calls services that botocore calls otherwise.
_CLI_NAMES = {"s3": frozenset({"s3api"}), "deploy": frozenset({"codedeploy"}), "config": frozenset({"configservice"})}
_ARN_SERVICES = {
    "elasticloadbalancing": "elbv2", "states": "stepfunctions", "execute-api": "apigateway", "monitoring": "cloudwatch",
    "elasticfilesystem": "efs", "cassandra": "keyspaces", "aps": "amp",
    "elasticmapreduce": "emr",
}  # fmt: skip


class Understanding:
    """Turns texts into questions, by one index's words."""

    def __init__(self, index: sqlite3.Connection, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._index = index
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._phrases = Phrases(index, lexicon, vocabulary)
        self._own_words: dict[str, ServiceWords] = {}

    def of(self, text: str) -> Question | None:
        """The question a text asks; nothing for a text that holds no word."""
        lexicon = self._lexicon
        reading = read(text, self._vocabulary.known)
        spelt = self._spelt(reading.tokens[:_MOST_WORDS])
        tokens = self._plain(spelt)
        exact = self._spelled(text)
        if not tokens and not exact and not reading.marks:
            return None
        words = tuple(token.word for token in tokens)
        content = _opened(tokens, lexicon.stop)
        pairs = self._noun_pairs(content or tokens)
        asks = bool(words) and words[0] in _ASKING
        opening = self._opening(content or tokens)
        verb_at, verbs = self._verb(content or tokens, pairs, opening, asks=asks)
        content = _first_clause(content, lexicon)
        verb = content[verb_at] if verb_at is not None and content else None
        keeps = verb is not None and (verb.word in lexicon.doubles or verb.word not in lexicon.verbs)
        implied = _implied(text, words, reading) if verb is None and not asks else ""
        if implied:
            verbs = {**verbs, **{name: strength * _IMPLIED for name, strength in lexicon.verbs[implied].items()}}
        kept = [place for place in range(len(content)) if place != verb_at or keeps]
        behind = _behind(tokens, lexicon.stop)
        rest = [content[place] for place in kept]
        aside = frozenset(index for index, place in enumerate(kept) if place >= behind)
        terms, services, named, leads = self._things(rest, aside, pairs)
        for name in reading.services:
            service = _ARN_SERVICES.get(name, name)
            if service in self._vocabulary.ranges:
                services[service] = max(services.get(service, 0.0), 0.5)
        kin = self._kin(named)
        asks_leave = len(content) > 3 and words[0] in _ASKING_LEAVE
        if (
            verb is not None
            and lexicon.verb_groups.get(verb.word, frozenset()) & _OF_SERVERS
            and max(services.values(), default=0.0) < _HINTED
            and all(term.weight < _BARELY for term in terms)
        ):
            # "halt web-1": what people start and stop by name alone are servers.
            terms = [*terms, Term(lexicon.meanings["instance",], 4.0, aside=False)]
            services["ec2"] = _HINTED
        return Question(
            verbs=verbs,
            terms=terms,
            services={**dict.fromkeys(kin, _KIN), **services},
            named=named,
            leads=leads,
            kin=kin,
            idioms=self._phrases.idioms(words, content, verb, named),
            sayings=self._phrases.sayings(
                (*spelt, *(token for token in tokens if token not in spelt)),
                reading,
                verbs,
                named | kin,
                leads | kin if leads else leads,
                implied,
                listing=verb is None and not implied and _many(tokens, rest) is True,
                asking=asks or (verb is not None and verb.word in _LISTING_VERBS),
            ),
            exact=frozenset() if asks_leave else exact,
            pairs=frozenset(pairwise(token.word for token in rest)),
            spoken=stem(verb.word) if verb is not None else "",
            existing=reading.existing - {token.word for token in rest if token.weight >= _WHOLE},
            many=_many(tokens, rest),
            valued=bool(reading.marks)
            or any(token.weight < _GUESSED or token.word not in self._vocabulary.known for token in rest),
        )

    def _spelt(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with misspelt words put right, and run-together ones put apart."""
        known = self._vocabulary.known
        right: list[Token] = []
        for token in tokens:
            meant = (token.word,) if token.word in known or token.weight < 1.0 else self._vocabulary.meant(token.word)
            if not meant or meant == (token.word,):
                right.append(token)
                continue
            plural = token.spoken != token.word
            for place, word in enumerate(meant):
                spoken = f"{word}s" if plural and place == len(meant) - 1 else word
                right.append(Token(word, spoken, token.weight * _MISSPELT, token.opens and place == 0))
        return right

    def _plain(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with turns of phrase in plain words: ``tear down`` is ``delete``, ``turn … on`` is ``enable``."""
        rewrites = self._lexicon.rewrites
        left = list(tokens)
        for place, token in enumerate(left):
            for ahead in range(place + 2, min(place + 7, len(left))):
                particle = left[ahead]
                if particle.opens:
                    break
                plain = rewrites.get((token.word, particle.word)) if particle.word in _PARTICLES else None
                ends = ahead + 1 == len(left) or left[ahead + 1].opens or left[ahead + 1].word in self._lexicon.stop
                if plain and ends:
                    left[place : ahead + 1] = [
                        *(Token(word, word, token.weight, token.opens) for word in plain),
                        *left[place + 1 : ahead],
                    ]
                    break
        done: list[Token] = []
        place = 0
        while place < len(left):
            for length in (4, 3, 2, 1):
                run = left[place : place + length]
                new = rewrites.get(tuple(token.word for token in run))
                if new is not None:
                    done += [
                        Token(word, word, run[0].weight, run[0].opens and not index) for index, word in enumerate(new)
                    ]
                    place += length
                    break
            else:
                done.append(left[place])
                place += 1
        return done

    def _spelled(self, text: str) -> frozenset[int]:
        """The operations that the text spells: ``s3:ListBuckets``, ``aws s3api list-buckets``, ``list_buckets``."""
        tokens = _NAME_TOKEN.findall(text)[:_MOST_WORDS]
        found: dict[int, bool] = {}
        for position, token in enumerate(tokens):
            service, colon, operation = token.partition(":")
            name = operation if colon else token.rpartition(".")[2] or token
            before = (
                {squashed(service)} if colon else {squashed(word) for word in tokens[max(0, position - 2) : position]}
            )
            is_word = not colon and token.isalpha() and (token.islower() or token.istitle())
            if is_word and len(tokens) > 1 and not before & self._service_names:
                continue
            for number, owner in self._index.execute(
                "SELECT id, service FROM operation WHERE squashed = ?", (squashed(name),)
            ):
                by_service = bool(before & ({squashed(owner)} | _CLI_NAMES.get(owner, frozenset())))
                if by_service or not is_word or len(tokens) == 1:
                    found[number] = by_service
        told = {number for number, by_service in found.items() if by_service}
        return frozenset(told or found)

    @cached_property
    def _service_names(self) -> frozenset[str]:
        names = {squashed(service) for service in self._vocabulary.ranges}
        return frozenset(names.union(*_CLI_NAMES.values()))

    def _opening(self, tokens: Sequence[Token]) -> tuple[int, frozenset[str]]:
        """How many words at the beginning name a service, and which: none where one of them is a verb of its own."""
        aliases = self._vocabulary.aliases
        words = tuple(token.word for token in tokens[: self._lexicon.longest])
        for length in range(len(words), 0, -1):
            owners = aliases.get(words[:length])
            if owners and min(token.weight for token in tokens[:length]) >= _WHOLE * _MISSPELT:
                if length == 1 and words[0] in self._lexicon.verbs:
                    # "connect queues", "backup restore jobs"; but "connect the server", "backup orders"
                    owners = frozenset(owner for owner in owners if self._goes_on(tokens, owner))
                return (length, owners) if owners else (0, owners)
        return 0, frozenset()

    def _goes_on(self, tokens: Sequence[Token], service: str) -> bool:
        """Whether things of a service follow the first word: one in the plural, or a run of two."""
        own = self._words_of(service)
        return (len(tokens) > 1 and tokens[1].spoken != tokens[1].word and tokens[1].word in own.nouns) or (
            len(tokens) > 2 and (tokens[1].word, tokens[2].word) in own.pairs
        )

    def _verb(
        self,
        tokens: Sequence[Token],
        pairs: Set[tuple[str, str]],
        opening: tuple[int, frozenset[str]],
        *,
        asks: bool,
    ) -> tuple[int | None, Mapping[str, float]]:
        """Where the sentence's verb stands, and the operations' verbs that answer it."""
        lexicon = self._lexicon
        first, owners = opening
        best: int | None = None
        best_weight = 0.0
        found: dict[str, float] = {}
        later = 1.0
        for position, token in enumerate(tokens):
            if position < first:
                continue
            word = token.word
            known = lexicon.verbs.get(word)
            if known is None and self._is_operations_verb(word, position):
                known = {}
            if known is None or token.weight < 0.7:
                continue
            if token.spoken != word and not token.spoken.endswith("ss") and (position or word in lexicon.doubles):
                continue
            if self._is_noun(tokens, position, pairs) or (
                position == first and self._is_own_noun(tokens, position, owners)
            ):
                continue  # "permission set", "parameter store", "pipeline runs"
            groups = lexicon.verb_groups.get(word, frozenset())
            reads = bool(groups & READING.keys())
            leads = position == first or token.opens
            if word in lexicon.doubles and not leads:
                continue
            weight = (1.0 if leads else _ANYWHERE) * later * token.weight
            if asks and not reads:
                weight *= 0.5
            if reads and position and not leads:
                weight *= 0.6
            if weight > best_weight:
                best, best_weight = position, weight
            for verb, strength in {**known, word: LITERAL}.items():
                found[verb] = max(found.get(verb, 0.0), strength * weight)
            if not reads or leads:
                later = _LATER
        if best_weight < 1.0 or asks:
            for verb, strength in READING.items():
                floor = strength * (1.0 if best is None or asks else _DEFAULT)
                found[verb] = max(found.get(verb, 0.0), floor)
            found["search"] = max(found.get("search", 0.0), _SEARCHING * found["list"])
        return best, found

    def _is_operations_verb(self, word: str, position: int) -> bool:
        """Whether operations' names begin with a word, and seldom have it elsewhere unless it leads the sentence."""
        verbs = self._vocabulary.verbs[word]
        return bool(verbs) and (position == 0 or 2 * verbs >= self._vocabulary.frequency[word])

    def _is_noun(self, tokens: Sequence[Token], position: int, pairs: Set[tuple[str, str]]) -> bool:
        """Whether a word that may be a verb ends or begins a known run of nouns where it stands."""
        if position == 0:
            pair = tuple(token.word for token in tokens[:2])
            if len(pair) < 2:
                return False
            is_thing = pair in self._lexicon.meanings and (pair[0], pair[1]) in pairs
            return is_thing or pair in self._vocabulary.aliases
        if tokens[position].opens:
            return False
        one, two = tokens[position - 1].word, tokens[position].word
        return (one, two) in self._vocabulary.aliases or (one, two) in self._lexicon.meanings or (one, two) in pairs

    def _is_own_noun(self, tokens: Sequence[Token], position: int, owners: Set[str]) -> bool:
        """Whether a word behind a service's name begins a run of the service's nouns: "efs mount targets"."""
        run = tuple(token.word for token in tokens[position : position + 2])
        return len(run) == 2 and any(run in self._words_of(owner).pairs for owner in owners)

    def _noun_pairs(self, tokens: Sequence[Token]) -> frozenset[tuple[str, str]]:
        """Words of these that follow each other in names of operations, behind the verb."""
        pairs = {f"{one.word} {two.word}": (one.word, two.word) for one, two in pairwise(tokens)}
        marks = ",".join("?" * len(pairs))
        rows = self._index.execute(f"SELECT words FROM pair WHERE words IN ({marks})", list(pairs))  # noqa: S608  # question marks only
        return frozenset(pairs[words] for (words,) in rows)

    def _things(
        self, tokens: Sequence[Token], aside: frozenset[int], pairs: Set[tuple[str, str]]
    ) -> tuple[Sequence[Term], dict[str, float], frozenset[str], frozenset[str]]:
        lexicon, aliases, frequency = self._lexicon, self._vocabulary.aliases, self._vocabulary.frequency
        words = tuple(token.word for token in tokens)
        terms: list[Term] = []
        services: dict[str, float] = {}
        named: set[str] = set()
        leads: set[str] = set()
        leading = True
        short: dict[int, Token] = {}
        position = 0
        after_noun = False
        while position < len(words):
            for length in range(min(lexicon.longest, len(words) - position), 0, -1):
                run = words[position : position + length]
                meaning, owners = lexicon.meanings.get(run), aliases.get(run)
                if meaning is None and owners is None and length > 1:
                    continue
                surely = min(token.weight for token in tokens[position : position + length])
                if after_noun and length == 1 and not owners and not tokens[position].opens:
                    before = tokens[position - 1].word
                    if (
                        (before, run[0]) not in pairs
                        and tokens[position].spoken == run[0]
                        and run[0] not in lexicon.verbs
                    ):
                        surely *= _FOLLOWS
                own = bool(leads) and any(self._words_of(lead).holds(run) for lead in leads)
                weak = run in lexicon.weak or surely < 0.6 or own  # "twinmaker workspaces"
                if weak and owners and leading and not own and surely >= 0.6 and position + length < len(words):
                    # "signer profiles", "backup vaults": the next word is one of the service's own.
                    following = words[position + length]
                    sure = {owner for owner in owners if following in self._words_of(owner).nouns}
                    services.update(dict.fromkeys(sure, _LEADING))
                    leads |= sure
                    named |= sure
                for owner in owners or ():
                    services[owner] = max(services.get(owner, 0.0), 0.3 if weak else 1.0)
                if owners and not weak:
                    named.update(owners)
                    if leading:
                        leads.update(owners)
                leading = leading and owners is not None
                for service in meaning.services if meaning else ():
                    services[service] = max(services.get(service, 0.0), _HINTED * min(1.0, surely * 1.5))
                for word in run if length > 1 and surely >= 0.6 and not owners else ():
                    if (word,) in aliases and (word,) not in lexicon.weak:
                        named.update(aliases[word,])
                        services.update(dict.fromkeys(aliases[word,], 1.0))
                if meaning is not None or owners is None or weak:
                    telling = max(
                        (math.log(20_000.0 / (1 + frequency[word])) for word in run if word in frequency), default=0.0
                    )
                    weight = telling if telling else (4.0 if meaning else 0.4)
                    weight *= (_CONTEXT if position in aside else 1.0) * surely
                    if length == 1 and meaning is None and surely >= _WHOLE:
                        short[len(terms)] = tokens[position]
                    terms.append(Term(meaning or Meaning(runs=(run,)), weight, position in aside))
                after_noun = meaning is not None and tokens[position + length - 1].spoken == run[-1]
                position += length
                break
        for place, token in short.items():
            terms[place] = self._lengthened(terms[place], token.word, leads or named)
        about = frozenset(lead for lead in leads if self._tells(lead, words, terms))
        return terms, services, frozenset(named), about

    def _tells(self, service: str, words: Words, terms: Sequence[Term]) -> bool:
        """Whether a sentence that begins with a service's name goes on with a word of its own, or ends there."""
        own = self._words_of(service)
        return (
            any(word in own.nouns or word in own.verbs for word in words)
            or any(own.holds(run) for term in terms for run in term.runs)
            or len(words) < _TELLING_WORDS
        )

    def _words_of(self, service: str) -> ServiceWords:
        known = self._own_words.get(service)
        if known is None:
            known = self._own_words[service] = ServiceWords.of(self._index, service)
        return known

    def _lengthened(self, term: Term, word: str, services: Set[str]) -> Term:
        """A term whose word no operation of the services has, with what it is short for there."""
        if not word.isalpha() or any(word in self._words_of(service).nouns for service in services):
            return term
        runs = dict.fromkeys(run for service in sorted(services) for run in self._words_of(service).meant(word))
        if not runs:
            return term
        weight = max(math.log(20_000.0 / (1 + self._vocabulary.frequency[run[0]])) for run in runs) * _SHORTENED
        return Term(Meaning(runs=(*runs, *term.runs)), max(weight, term.weight), term.aside)

    def _kin(self, owners: Iterable[str]) -> frozenset[str]:
        """Services that are parts or younger versions of these by their names."""
        return frozenset(
            service
            for owner in owners
            for service in self._vocabulary.ranges
            if (rest := service.removeprefix(owner)) and rest != service
            if rest[0] in "-v" or owner[-1].isdigit() or len(owner) > 5
        )


def _implied(text: str, words: Words, reading: Reading) -> str:
    """The group of the verb that a sentence without one implies: what has its values given is made or changed."""
    if _CHANGED.search(text):
        return "update"
    return "create" if reading.marks & _NEW_VALUES or _NEW_WORDS & {*words} else ""


def _opened(tokens: Sequence[Token], stop: Set[str]) -> list[Token]:
    """The tokens that are no stop words; one behind "and" or "then" opens a clause."""
    done: list[Token] = []
    opens = False
    for token in tokens:
        if token.word in stop:
            opens = opens or token.opens or token.word in _JOINING
            continue
        done.append(Token(token.word, token.spoken, token.weight, True) if opens and not token.opens else token)
        opens = False
    return done


def _first_clause(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, those of a second request ("…, then delete it") made lighter."""
    lighter = False
    done: list[Token] = []
    for place, token in enumerate(tokens):
        lighter = lighter or (place > 1 and token.opens and token.word in lexicon.verbs)
        done.append(Token(token.word, token.spoken, token.weight * _SECOND, token.opens) if lighter else token)
    return done


def _behind(tokens: Sequence[Token], stop: Set[str]) -> int:
    """How many words of content stand before the first preposition, other than at the sentence's beginning."""
    behind = next((place for place, token in enumerate(tokens) if token.word in _PLACES and place), len(tokens))
    return sum(token.word not in stop for token in tokens[:behind])


def _many(tokens: Sequence[Token], rest: Sequence[Token]) -> bool | None:
    """Whether the first of the things that a sentence names stands in the plural, where one does."""
    said = [token for token in rest if token.weight > 0.4][:3]
    plural = any(token.spoken != token.word for token in said) or any(
        token.word in _ALL and token.weight > _GUESSED for token in tokens
    )
    return plural if said else None
