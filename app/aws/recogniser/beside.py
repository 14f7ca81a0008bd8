"""The values of a clause, each with the words beside it: its noun and its preposition. Refuses to place them."""

from __future__ import annotations

from dataclasses import dataclass

from app.aws.recogniser.filling import UNITS, Filling
from app.aws.recogniser.forms import ASPECTS
from app.aws.recogniser.meanings import FILLERS
from app.aws.recogniser.terse import is_pronoun
from app.aws.recogniser.text import NUMBER_WORDS, Kind, Token
from app.aws.search.words import name_words

_LINKS = frozenset(
    {"in", "on", "of", "for", "from", "to", "into", "onto", "as", "at", "with", "by", "under", "off", "out", "within",
     "inside", "via", "through", "using", "against", "becoming", "and", "or", "is", "that", "which", "because", "per",
     "be", "get", "over", "plus"}
)  # fmt: skip
_WEAK_LINKS = frozenset({"to", "of", "is", "as", "at", "be", "by", "get", "because", "on"})
_SKIPPED = frozenset(
    {"the", "a", "an", "my", "our", "its", "id", "s", "new", "this", "that", "existing", "old", "only", "single",
     "just", "some", "own", "all", "both", "now", "then", "up", "out", "back", "over"}
)  # fmt: skip
_NAMING = frozenset({"called", "named", "titled", "name", "labelled", "labeled"})
_NO_VALUE = frozenset({Kind.BREAK, Kind.COMMA, Kind.FLAG, Kind.REGION})


_PLAIN_NAMES = frozenset({"default", "main", "public", "private", "local"})
_ADVERBS = frozenset(
    {
        "whatever",
        "anywhere",
        "everywhere",
        "everyone",
        "anyone",
        "world",
        "internet",
        "public",
        "not",
        "very",
        "still",
        "even",
        "yet",
        "ever",
        "never",
        "maybe",
        "perhaps",
        "though",
        "but",
        "than",
        "then",
        "more",
        "less",
        "least",
        "most",
        "much",
        "many",
        "few",
        "other",
        "another",
        "same",
        "such",
        "why",
        "how",
        "what",
        "who",
        "where",
        "did",
        "does",
        "doing",
        "got",
        "gets",
        "go",
        "goes",
        "will",
        "should",
        "must",
        "may",
        "might",
        "shall",
        "because",
        "since",
        "until",
        "while",
        "before",
        "after",
        "away",
        "down",
        "onto",
        "upon",
        "between",
        "last",
        "first",
        "next",
        "newest",
        "oldest",
        "latest",
        "currently",
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "regardless",
        "ours",
        "mine",
        "yours",
        "except",
        "excluding",
        "plus",
        "minus",
        "without",
        "either",
        "neither",
        "nor",
        "when",
        "skip",
        "done",
        "everything",
        "anything",
        "rather",
        "instead",
        "too",
        "again",
        "asap",
        "hi",
        "rn",
        "pls",
        "now",
        "if",
        "afterwards",
        "desc",
        "param",
        "params",
        "incl",
    }
)


@dataclass(slots=True)
class Beside:
    """A value. ``near``: words of its own phrase before it, the nearest first; ``link``: the preposition that leads
    the phrase; ``far``: words before that; ``after``: words behind it. ``row``: the same for values in one row.
    """

    place: int
    token: Token
    near: tuple[str, ...] = ()
    link: str = ""
    far: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    row: int = -1
    sure: bool = True
    strange: bool = False  # no parameter is called by the words before it
    loose: bool = False  # of the row without a comma or an *and*


def beside(filling: Filling) -> list[Beside]:
    """Every unused value of the clause with its surroundings."""
    found: list[Beside] = []
    rows = 0
    for place, token in enumerate(filling.tokens):
        if token.used or token.added or token.kind in _NO_VALUE or token.word == filling.operation.id.service:
            continue
        if token.kind is Kind.WORD and not _may_be_a_value(filling, place):
            continue
        before = filling.tokens[place - 1] if place else None
        if token.kind is Kind.NAME and ("'" in token.raw or (place == 0 and _is_verb(token.raw, filling))):
            continue
        if token.kind is Kind.NAME and token.raw.isalpha() and token.raw.islower() and _how(token.raw):
            after = filling.tokens[place + 1] if place + 1 < len(filling.tokens) else None
            ended = after is None or not after.literal
            if before is None or not (before.word in _NAMING or (ended and before.word in filling.words.homes)):
                continue
        mention = _surroundings(filling, place)
        previous = found[-1] if found else None
        between = filling.tokens[previous.place + 1 : place] if previous is not None else []
        beside_it = previous is not None and not between and token.kind is Kind.NAME and not mention.near
        if previous is not None and (_joined(between) or beside_it) and not mention.near:
            plain = (
                token.kind is Kind.WORD
                and (mention.after or previous.token.kind is not Kind.WORD)
                and not any(other.word == "and" for other in between)
            )
            alike = previous.token.kind is token.kind or {previous.token.kind, token.kind} <= {Kind.NAME, Kind.WORD}
            if alike and not plain:
                mention.loose = beside_it
                if previous.row < 0:
                    rows += 1
                    previous.row = rows
                mention.row = previous.row
                mention.near, mention.link, mention.far = previous.near, previous.link, previous.far
                if mention.after and not previous.after:
                    previous.after = mention.after
        elif previous is not None and not mention.near and not mention.link and previous.place == place - 1:
            mention.far = ()
        mention.sure = token.kind is not Kind.WORD or _plainly_named(filling, place, mention)
        found.append(mention)
    return found


def _joined(between: list[Token]) -> bool:
    return bool(between) and all(token.kind is Kind.COMMA or token.word in {"and", "or", "plus"} for token in between)


def _surroundings(filling: Filling, place: int) -> Beside:
    tokens, words = filling.tokens, filling.words
    near: list[str] = []
    far: list[str] = []
    link = ""
    at = place - 1
    while at >= 0 and len(near) + len(far) < 4:
        token = tokens[at]
        if token.kind is not Kind.WORD:
            break
        word = token.word
        if word in _NAMING or word in _SKIPPED:
            link = link or ("named" if word in _NAMING and word != "name" else "")
        elif word in _LINKS:
            if link and link != "named":
                break
            link = link if link == "named" and near else word
            if word not in _WEAK_LINKS and near:
                break
        elif word not in FILLERS:
            (far if link and link != "named" else near).append(words.mains.get(word, word).split()[-1])
            if words.mains.get(word, word) != word:
                (far if link and link != "named" else near).append(word)
        at -= 1
    if at < 0 and len(near) + len(far) < 4 and filling.verb and not link:
        far.append(filling.verb)
    after: list[str] = []
    for token in tokens[place + 1 : place + 4]:
        if token.kind is not Kind.WORD or token.word in _LINKS or token.word in _NAMING:
            break
        if token.word not in _SKIPPED and token.word not in FILLERS:
            after.append(token.word)
    following = tokens[place + 1 + len(after)] if place + 1 + len(after) < len(tokens) else None
    if following is not None and following.literal and len(after) == 1 and following.kind is not Kind.PAIR:
        after = []  # "queue hpc def sim:3": the word belongs to what follows
    elif len(after) == 2 and after[0] in filling.spoken and after[1] not in words.homes.keys() | filling.spoken:
        after = []  # "api a1 stage qa"
    return Beside(place, tokens[place], tuple(near), link, tuple(far), tuple(after))


def _may_be_a_value(filling: Filling, place: int) -> bool:
    token, words = filling.tokens[place], filling.words
    word = token.word
    if not token.raw.isascii() or word in words.glue or word in _LINKS or word in _SKIPPED or word in FILLERS:
        return False
    if word in UNITS or word in NUMBER_WORDS or is_pronoun(token):
        return False
    before = filling.tokens[place - 1] if place else None
    after = filling.tokens[place + 1] if place + 1 < len(filling.tokens) else None
    behind = (
        before is not None
        and before.kind is Kind.WORD
        and not before.plural
        and (
            before.word in words.homes
            or before.word in words.mains
            or before.word in filling.nouns
            or before.word in filling.spoken
        )
    )
    ends = (
        after is None
        or after.kind is not Kind.WORD
        or after.word in _LINKS
        or after.word in words.glue
        or _how(after.word)
    )
    if token.raw[:1].isupper() and place and not token.raw.isupper() and (behind or not token.plural):
        return True
    if _how(word) or word in _PLAIN_NAMES:
        return behind and ends
    if word in words.modifiers:
        return False
    if word in ASPECTS or word in filling.nouns or word in _ADVERBS:
        return False
    if word in name_words(filling.operation.id.operation):
        return False
    if word in words.verbs and not filling.verb:
        return False
    if word in words.homes or word in words.mains or word in filling.service_words or word in words.verbs:
        return behind and ends
    if word in filling.spoken:  # the word for a parameter: "engine mysql", "namespace default"
        return behind and ends
    return bool(filling.verb) or place > 0


def _is_verb(raw: str, filling: Filling) -> bool:
    """Whether a word with a dash is what to do: *re-enable*, *force-delete*."""
    return "-" in raw and raw.casefold().rpartition("-")[2] in filling.words.verbs


def _how(word: str) -> bool:
    """Whether a word says how rather than what: *keeping*, *described*, *automatically*."""
    return len(word) > 5 and word.endswith(("ing", "ed", "ly")) and word != "staging"


def _plainly_named(filling: Filling, place: int, mention: Beside) -> bool:
    """Whether a plain word stands where a name does: right behind a noun or a preposition."""
    before = filling.tokens[place - 1] if place else None
    if before is None:
        return True
    if before.kind is Kind.WORD and (before.word in filling.words.homes or before.word in filling.words.mains):
        return not before.plural
    return bool(mention.link) and not mention.near
