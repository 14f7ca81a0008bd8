"""What a sentence wants: its clauses, each an order, a question, or nothing for AWS. Refuses to name operations.

An order that changes something counts only where it is plainly given: its verb leads the clause, nothing negates it
and nothing makes it conditional. Questions can only ever read. See ``Mood``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.aws.recogniser.describing import describes_change, describes_new
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import NUMBER_WORDS, Kind, Token

READ_HEADS = frozenset(
    {"list", "describe", "get", "search", "view", "lookup", "head", "check", "find", "count", "download", "read",
     "retrieve", "exist", "where", "who", "forecast", "predict"}
)  # fmt: skip
PREPOSITIONS = frozenset(
    {"in", "with", "for", "from", "to", "on", "by", "of", "where", "into", "whose", "that", "at", "using", "as", "via",
     "since", "between", "over", "per", "through", "than", "against"}
)  # fmt: skip
_TELLING = frozenset({"we", "i", "which", "who", "still", "are", "is", "under", "below", "without", "about", "and"})


class Mood(StrEnum):
    """How a clause asks."""

    ORDER = "order"
    QUESTION = "question"  # may only become a read
    PHRASE = "phrase"  # no verb at all ("my buckets"): may only become a read
    NOTHING = "nothing"


@dataclass(slots=True)
class Clause:
    """One clause. ``heads`` are the beginnings of operations its verb may mean; ``tokens`` come after the verb."""

    mood: Mood
    verb: str
    heads: tuple[str, ...]
    tokens: list[Token]
    conditional: bool = False
    vague: bool = False  # something in it was cut off or doubtful
    hollow: bool = False  # nothing but courtesies
    made: bool = False  # an order to create, told by the settings of a thing that is not there yet
    implied: bool = False  # an order whose verb nobody said
    listing: bool = False  # a phrase about things in the plural: nobody asks for a change so


_STARTERS = (
    "i want you to", "i need you to", "i would like you to", "i'd like you to", "i would like to", "i'd like to",
    "i'd love to", "i want to", "i need to", "i have to", "i wanna", "we need to", "we want to", "we would like to",
    "we'd like to", "we have to", "can you", "could you", "would you", "will you", "can u", "could u", "can we",
    "could we", "go ahead and", "go ahead", "let us", "let's", "lets", "help me", "time to", "try to", "please",
    "kindly", "hey", "hi", "hello", "ok", "okay", "so", "well", "now", "just", "also", "first", "firstly", "next",
    "finally", "then", "and", "quickly", "baton", "assistant", "alright", "right", "actually", "maybe you can",
    "be so kind", "do me a favour and", "do me a favor and", "for me", "in aws", "on aws", "using aws", "with aws",
    "in my account", "afterwards", "after that", "to", "would you mind", "possibly", "dear", "again", "at once",
    "immediately", "would", "like", "be so good", "today", "thank you", "thanks", "good morning", "good evening",
    "the", "good afternoon", "there", "pls", "plz", "plse", "yo", "thx", "i gotta", "we gotta", "need to", "want to",
    "wanna", "gonna", "imma", "would be great to", "it would be nice to", "be a dear and", "wait", "oops",
)  # fmt: skip
_STARTS = sorted((tuple(text.split()) for text in _STARTERS), key=len, reverse=True)
_SEE = {("can", "i"), ("could", "i"), ("may", "i"), ("can", "we"), ("could", "we")}
_WISH = {
    ("i", "need"),
    ("i", "want"),
    ("we", "need"),
    ("we", "want"),
    ("i'd", "like"),
    ("i", "would", "like"),
    ("need",),
}
_DETERMINERS = frozenset({"a", "an", "the", "my", "our", "all", "full", "complete", "quick", "some"})
_NEGATIONS = frozenset(
    {"don't", "dont", "not", "never", "cannot", "can't", "cant", "won't", "shouldn't", "mustn't", "avoid", "refrain",
     "nobody", "nothing", "no", "neither", "nor", "none", "without", "doesn't", "didn't", "isn't", "wouldn't",
     "couldn't", "needn't", "hardly", "prevent", "keep"}
)  # fmt: skip
_CONDITIONS = frozenset(
    {"if", "when", "whenever", "unless", "once", "until", "provided", "assuming", "suppose", "supposing", "whether",
     "otherwise", "else", "should", "after", "before", "while", "in-case", "as-soon"}
)  # fmt: skip
_EXCEPTIONS = frozenset({"except", "excluding", "besides", "instead", "rather", "apart", "unlike", "but", "other"})
_TALK_AFTER = frozenset(
    {"how", "why", "about", "story", "joke", "poem", "song", "haiku", "essay", "difference", "idea"}
)
_ABSTRACT = frozenset(
    {"difference", "best", "purpose", "point", "meaning", "advantage", "benefit", "disadvantage", "pro", "con",
     "limit", "reason", "way", "definition", "example", "maximum", "should", "recommend", "recommended", "better",
     "mean", "practice", "concept", "happen", "happened", "happens", "suppose", "would", "could", "differ", "vs",
     "versus", "work", "cheaper", "faster", "cheapest", "tutorial", "theory"}
)  # fmt: skip
_OWN = frozenset({"my", "our", "there", "i", "we", "this", "current", "currently", "running", "stopped", "these"})
_STATES = frozenset({"enabled", "disabled", "exist", "public", "encrypted", "active", "available"})
_ASKS = frozenset({"what", "which", "who", "where", "when", "why", "how", "is", "are", "does", "do", "did", "has",
                   "have", "was", "were", "am", "whose", "what's", "whats", "who's",
                   "where's", "how's", "any"})  # fmt: skip


# Words of ideas and verbs that are parts of what things are called: *task definition*, *launch template*.
_COMPOUNDS = frozenset(
    {("task", "definition"), ("job", "definition"), ("access", "point"), ("recovery", "point"), ("restore", "point"),
     ("work", "group"), ("account", "limit"), ("service", "limit"), ("launch", "template"), ("launch", "configuration"),
     ("copy", "job"), ("export", "task"), ("import", "task"), ("restore", "job"), ("route", "table"),
     ("scan", "finding"),
     ("tag", "key"), ("tag", "value"), ("tag", "policy"), ("tag", "option"), ("share", "invitation"),
     ("change", "set"), ("change", "request"), ("transfer", "job"), ("query", "execution"), ("query", "definition"),
     ("test", "case"), ("build", "batch"), ("run", "group"), ("run", "cache"), ("list", "price"), ("point", "time"),
     ("schedule", "group"), ("schedule", "action"), ("move", "task"), ("forward", "rule"), ("block", "device"),
     ("build", "project"), ("deploy", "group"), ("query", "log"), ("filter", "rule"), ("label", "group"),
     ("search", "domain"), ("hit", "type"), ("set", "status"), ("reset", "token"), ("monitor", "agent")}
)  # fmt: skip


_NEVER_ORDERED = frozenset(
    {("route", "table"), ("launch", "template"), ("launch", "configuration"), ("change", "set"), ("query", "execution")}
)


def _ideas(part: list[Token]) -> set[str]:
    """The words of ideas in a clause; not those that are a part of a thing's name."""
    pairs = [("", part[0].word), *((before.word, token.word) for before, token in pairwise(part))] if part else []
    said = [word for pair in pairs for word in (pair[1],) if pair not in _COMPOUNDS]
    first = {before.word for before, token in pairwise(part) if (before.word, token.word) in _COMPOUNDS}
    return (set(said) - first) & _ABSTRACT


def speaks_of_ideas(token: Token, words: Lexicon) -> bool:
    """Whether a word belongs to talk about things rather than to a request: *difference*, *why*, *could*, *joke*."""
    return token.word in _ABSTRACT | _TALK_AFTER | words.talk | {"not", "never", "don't", "if", "unless"}


def clauses(tokens: list[Token], words: Lexicon) -> list[Clause]:
    """The clauses of a text, in order; those that ask nothing have the mood ``NOTHING``."""
    found: list[Clause] = []
    conditional = False
    for part, new_sentence, asked in _split(tokens, words):
        if new_sentence:
            conditional = False
        clause = _judge(part, words)
        polite = {token.word for token in part[:3]} & {"can", "could", "would", "will", "please"}
        if asked and not polite and clause.mood is Mood.ORDER and clause.heads[0] not in READ_HEADS:
            clause = Clause(Mood.NOTHING, "", (), [])  # "delete bucket x?" is a doubt, not an order
        conditional = conditional or clause.conditional
        clause.conditional = conditional
        found.append(clause)
    return found


def _split(tokens: list[Token], words: Lexicon) -> list[tuple[list[Token], bool, bool]]:
    parts: list[tuple[list[Token], bool, bool]] = []
    part: list[Token] = []
    fresh = True
    for index, token in enumerate(tokens):
        ends = False
        keep = True
        if token.kind is Kind.BREAK:
            ends, keep = token.raw not in "()[]", False
        elif token.kind is Kind.COMMA or token.word == "and":
            ends = _begins_order(tokens, index + 1, words)
            keep = not ends
        elif token.word in {"then", "afterwards", "but"}:
            ends = part != [] and (token.word != "but" or _begins_order(tokens, index + 1, words))
            keep = not ends
        if ends:
            if part:
                parts.append((part, fresh, token.raw == "?"))
                fresh = False
            part = []
            if token.kind is Kind.BREAK and token.raw != ";":
                fresh = True
        if keep:
            part.append(token)
    if part:
        parts.append((part, fresh, False))
    return parts


def _begins_order(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a new clause begins here: an order, a negated one, or a condition."""
    while index < len(tokens) and tokens[index].word in {
        "then",
        "also",
        "please",
        "afterwards",
        "finally",
        "you",
        "and",
    }:
        index += 1
    if index >= len(tokens) or tokens[index].kind is not Kind.WORD:
        return False
    token = tokens[index]
    if token.raw[:1].isupper():
        return False  # "Launch and Terminate": names of processes, not orders
    if token.word in {"don't", "dont", "never", "if", "unless", "do", "not"}:
        return True
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.word not in words.verbs or token.plural or follows is None:
        return False
    if follows.kind in {Kind.BREAK, Kind.COMMA, Kind.PAIR, Kind.NUMBER} or follows.word in {"and", "is"}:
        return False
    return not (follows.kind in {Kind.NAME, Kind.QUOTED} and token.word in {"tag", "group", "query", "test", "set"})


def _judge(part: list[Token], words: Lexicon) -> Clause:
    body = [token for token in part if token.kind is not Kind.COMMA or token.raw == ","]
    start, see = _strip(body)
    # A literal first ("'delete it' …", "logs-bucket delete") leaves no verb in the lead, so no order.
    head = body[start].word if start < len(body) and body[start].kind is Kind.WORD else ""
    lead = {token.word for token in body[: start + 1] if token.kind is Kind.WORD}
    nothing = Clause(Mood.NOTHING, "", (), [])
    if start >= len(body):
        nothing.hollow = True
        return nothing
    measured = head == "keep" and any(token.kind is Kind.NUMBER for token in body)
    if (lead & _NEGATIONS and not measured) or (head == "do" and _word(body, start + 1) == "not"):
        return nothing
    if head in _CONDITIONS:
        nothing.conditional = True
        return nothing
    if wish := _wish(body, words):
        return wish
    if head in words.talk or (head == "tell" and _word(body, start + 1) in {"a", "an", "about"}):
        return nothing
    if head in _ASKS:
        return _question(body[start:])
    rest, cut = _without_exception(body[start + 1 :])
    heads = None if _is_no_verb(body[start:], words) else words.verbs.get(head)
    follows = body[start + 1] if start + 1 < len(body) else None
    if head in words.made and not body[start].plural and follows is not None and not cut:
        determined = follows.word in {"the", "my", "our", "this", "that"} and start + 2 < len(body)
        literal = follows.kind in {Kind.ID, Kind.ARN, Kind.NAME} and head not in follows.raw
        later = body[start + 2 : start + 3]
        named = follows.word in words.snapped and later and later[0].kind in {Kind.NAME, Kind.QUOTED, Kind.WORD}
        spoken = named and later[0].word not in words.glue and not later[0].plural
        if determined or literal or spoken:
            verb = words.made[head]  # "snapshot vol-1" asks for a snapshot
            return _order(verb, words.verbs[verb], body[start:], see=see, cut=cut)
    if heads is None or (body[start].plural and head not in {"describe", "list"}):
        kept, cut = _without_exception(body[start:])
        plain = not cut and not {t.word for t in kept} & (_NEGATIONS - {"without", "no"}) and not _ideas(kept)
        listing = _is_of_several(kept)
        if kept and plain and not listing and describes_new(kept, words):
            return Clause(Mood.ORDER, "create", words.verbs["new"], kept, made=True, implied=True)
        if _has_late_verb(kept, words) and not any(token.word in _OWN for token in kept):
            return nothing  # "my boss says delete …": a verb deep inside a statement is no order
        if any(token.word in _NEGATIONS - {"without", "no"} for token in kept) or _ideas(kept) or kept[:1] == []:
            return nothing
        if not cut and describes_change(kept, words):
            return Clause(Mood.ORDER, "update", words.verbs["update"], kept, implied=True)
        return Clause(Mood.PHRASE, "", ("list", "describe", "get"), kept, vague=cut, listing=listing)
    return _order(head, heads, rest, see=see, cut=cut)


_STATED = frozenset({"open"})  # verbs that are as often what things are like


def _is_of_several(part: list[Token]) -> bool:
    """Whether a phrase is about things in the plural, uncounted: *tag keys in use*, *roles starting with x*."""
    if any(token.kind is Kind.NUMBER or token.word in NUMBER_WORDS for token in part[:2]):
        return False
    for place, token in enumerate(part):
        if token.kind is not Kind.WORD or token.word in PREPOSITIONS:
            return False
        after = part[place + 1] if place + 1 < len(part) else None
        follows = after is None or after.kind in {Kind.COMMA, Kind.BREAK} or after.word in PREPOSITIONS | _TELLING
        if token.plural and (follows or (after is not None and after.word.endswith(("ing", "ed")))):
            return True
    return False


def _has_late_verb(part: list[Token], words: Lexicon) -> bool:
    """Whether a verb stands deep inside a statement, and is no part of a thing's name."""
    return any(
        place > 2
        and token.word in words.verbs
        and not {(before.word, token.word), (token.word, after.word if after else "")} & _COMPOUNDS
        for place, (before, token, after) in enumerate(zip(part, part[1:], [*part[2:], None], strict=False))
    )


def _is_no_verb(part: list[Token], words: Lexicon) -> bool:
    """Whether a phrase begins with a word that is a verb elsewhere: *open cases*, *connect instances*."""
    named = part[0].word in words.popular | words.rare
    if len(part) > 1 and (part[0].word, part[1].word) in _COMPOUNDS:
        return _is_of_several(part) or (part[0].word, part[1].word) in _NEVER_ORDERED
    if part[0].word in _STATED:
        return _is_of_several(part[1:]) and not any(token.kind is Kind.NUMBER for token in part)
    return named and len(part) == 2 and _is_of_several(part)


def _order(head: str, heads: tuple[str, ...], rest: list[Token], *, see: bool, cut: bool) -> Clause:
    nothing = Clause(Mood.NOTHING, "", (), [])
    reads = heads[:1] and heads[0] in READ_HEADS
    first = rest[0].word if rest else ""
    if not rest and head not in {"list"}:
        return nothing
    new = {token.word for token in rest[:2]} & {"a", "an", "new", "another"}
    if head == "make" and not new and not (len(rest) == 2 and rest[1].kind is Kind.NAME):
        return nothing  # "make the bucket private" makes no bucket
    named = bool(rest) and rest[0].literal  # "delete db-1 without a snapshot": how, not whether
    denied = _NEGATIONS - {"keep", "prevent"} - ({"without"} if named else set())
    if {token.word for token in rest[:2]} & denied and not reads:
        return nothing
    if reads:
        if first == "how" and _word(rest, 1) in {"many", "much"}:
            return _question(rest)
        if first in _TALK_AFTER or {token.word for token in rest[:4]} & {"joke", "poem", "story", "song", "haiku"}:
            return nothing
        if head in {"tell", "show", "describe", "find", "see", "check", "look"} and first in _ASKS | {"if", "whether"}:
            return _question(rest[1:] if first in {"if", "whether"} else rest)
        if {token.word for token in rest} & {
            "difference",
            "meaning",
            "advantage",
            "disadvantage",
            "pro",
            "con",
            "versus",
        } or any(token.word == "reason" and token.plural for token in rest):
            return nothing
        if head in {"tell", "describe"} and first in {"a", "an"} and not any(token.literal for token in rest):
            return nothing
    elif see:
        return nothing  # "can I delete …?" asks whether, not for it
    conditional = any(
        token.word in _CONDITIONS - {"after", "before", "while", "should"}
        and not (place and rest[place - 1].word == "even")
        and not (token.word == "once" and place == len(rest) - 1)
        for place, token in enumerate(rest)
    )
    return Clause(Mood.ORDER, head, heads, rest, conditional=conditional, vague=cut)


def _question(body: list[Token]) -> Clause:
    nothing = Clause(Mood.NOTHING, "", (), [])
    seen = [token.word for token in body if token.kind is Kind.WORD]
    if not seen:
        return nothing  # names alone ask nothing
    first = {"what's": "what", "whats": "what", "who's": "who", "where's": "where", "how's": "how"}.get(
        seen[0], seen[0]
    )
    contracted = first != seen[0]
    second = "is" if contracted else (seen[1] if len(seen) > 1 else "")
    rest = body[1:]
    own = bool(set(seen) & _OWN) or any(token.literal for token in body)
    if _ideas(body) or set(seen) & _NEGATIONS:
        return nothing
    read = Clause(Mood.QUESTION, first, ("get", "describe", "list"), rest)
    counting = Clause(Mood.QUESTION, first, ("list", "describe", "get"), rest)
    match first:
        case "what" | "which":
            after = seen[1 + (not contracted)] if len(seen) > 1 + (not contracted) else ""
            if second == "did" and "spend" in seen and own:
                return read
            if second in {"doe", "does", "do", "did", "can", "will", "if", "about", "else"} or after in {"a", "an"}:
                return nothing
            if second in {"is", "in", "inside"} and {second, after} & {"in", "inside"} and own:
                # "what is in the bucket x" asks for what it holds
                return Clause(Mood.QUESTION, first, ("list",), [Token(Kind.WORD, "content", word="content"), *rest])
            if second in {"is", "are", "was", "were"}:
                return read if own or after in {"the", "in", "inside"} else nothing
            return counting if own or set(seen) & {"exist", "have", "are", "is", "has"} else nothing
        case "who":
            return Clause(Mood.QUESTION, "who", ("who",), rest) if seen[1:3] == ["am", "i"] else nothing
        case "where":
            return Clause(Mood.QUESTION, "where", ("where",), rest) if own else nothing
        case "how":
            if second == "many":
                return counting if own or set(seen) & {"exist", "have", "are"} else nothing
            if second == "much":
                return read if set(seen) & {"i", "we", "my", "our", "last", "this", "month"} else nothing
            return read if second in {"big", "large", "full", "old", "busy"} and own else nothing
        case "is" | "are" | "do" | "does" | "have" | "has" | "any":
            if second in {"there"} or {"i", "we"} & set(seen[1:2]) or first == "any":
                return counting if seen[2:3] != ["need"] else nothing
            if {"a", "an", "to"} & set(seen) or second == "you" or not (own or set(seen) & _STATES):
                return nothing
            return Clause(Mood.QUESTION, first, ("get", "describe", "list", "check", "head", "exist"), rest)
        case _:
            return nothing


def _wish(body: list[Token], words: Lexicon) -> Clause | None:
    """``I need a bucket called x``: a thing that is not there yet is to be made."""
    seen = tuple(token.word for token in body[:5] if token.kind is Kind.WORD)
    while seen[:1] in {("please",), ("hi",), ("hello",), ("hey",), ("so",), ("ok",)}:
        seen, body = seen[1:], body[1:]
    for start in _WISH:
        if seen[: len(start)] == start:
            after = seen[len(start)] if len(seen) > len(start) else ""
            rest = body[len(start) :]
            place = next((index for index in range(3) if _word(rest, index) not in _DETERMINERS), 0)
            if _word(rest, place) in {"list", "overview", "summary", "count", "detail"}:
                return Clause(Mood.ORDER, "list", words.verbs["list"], rest[place + 1 :])
            if after in {"a", "an", "another"}:
                return Clause(Mood.ORDER, "create", words.verbs["create"], rest)
            return None
    return None


def _strip(body: list[Token]) -> tuple[int, bool]:
    """Where the clause's own first word stands, after politeness; and whether it began with *can I*."""
    start, see = 0, False
    moved = True
    while moved and start < len(body):
        moved = False
        if body[start].kind is Kind.COMMA:
            start, moved = start + 1, True
            continue
        pair = (_word(body, start), _word(body, start + 1))
        if pair in _SEE:
            start, see, moved = start + 2, pair[1] == "i" or see, True
            continue
        for words in _STARTS:
            if tuple(_word(body, start + offset) for offset in range(len(words))) == words:
                start, moved = start + len(words), True
                break
    return start, see


def _without_exception(body: list[Token]) -> tuple[list[Token], bool]:
    """What stands before *except* and its like: what comes after is just what is not meant."""
    for index, token in enumerate(body):
        if token.kind is Kind.WORD and token.word in _EXCEPTIONS and index:
            return body[:index], True
    return body, False


def _word(body: list[Token], index: int) -> str:
    return body[index].word if index < len(body) and body[index].kind is Kind.WORD else ""
