"""How engineers write in haste (``w/``, ``->``, ``turn X on``, ``webapp: start a build``), made plain.

Refuses to change what is quoted, and to know operations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from app.aws.data import data_table
from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token

_QUOTES = re.compile(r"(\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)|`[^`\n]*`|“[^”\n]*”|\{[^{}\n]*\})")


@cache
def _plain() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = data_table("recogniser_shorthand.toml")
    return tuple((re.compile(pattern, re.IGNORECASE), written) for pattern, written in table["plain"])


_PARTICLES = frozenset({"on", "off", "down", "up", "online", "offline", "back"})
_PARTICLE_VERBS = frozenset(
    {"turn", "switch", "flip", "power", "shut", "bring", "take", "spin", "tear", "fire", "boot", "wake", "put", "set"}
)
_BEFORE = frozenset({"on", "in", "for", "from", "at", "inside", "within", "under", "to"})
_TO_SOMEWHERE = frozenset({"me", "us", "into", "onto", "to", "in"})
_PRONOUNS = frozenset({"it", "its", "them", "that", "they", "him", "her", "those", "these"})


def plain(text: str) -> str:
    """The text with its shorthand written out, quotations untouched."""
    pieces = _QUOTES.split(text)
    for place in range(0, len(pieces), 2):
        for pattern, written in _plain():
            pieces[place] = pattern.sub(written, pieces[place])
    return "".join(pieces)


def arranged(tokens: Sequence[Token], words: Lexicon) -> list[Token]:
    """Tokens in the order of a plain order: the verb first, its particle with it, what it is about behind it."""
    found = _verbing(list(tokens), words)
    found = _its(found, words)
    found = _particles(found, words)
    found = _topic(found, words)
    return _verb_first(found, words)


def _begins(found: Sequence[Token], place: int) -> bool:
    before = found[place - 1] if place else None
    return before is None or before.kind in {Kind.BREAK, Kind.COMMA} or before.word in {"and", "then", "please", "also"}


def _verbing(found: list[Token], words: Lexicon) -> list[Token]:
    """``peer vpc-1 with vpc-2`` → ``create peering vpc-1 with vpc-2``."""
    done: list[Token] = []
    for place, token in enumerate(found):
        said = words.verbing.get(token.word) if token.kind is Kind.WORD and not token.plural else None
        follows = found[place + 1] if place + 1 < len(found) else None
        thing = follows is not None and follows.kind is Kind.WORD and (follows.plural or follows.word in words.homes)
        if (token.word,) in words.services and follows is not None and follows.word not in _TO_SOMEWHERE:
            thing = thing or follows.kind is Kind.WORD  # "ssm managed instances": the service, no order
        if said and _begins(found, place) and follows is not None and follows.kind is not Kind.BREAK and not thing:
            done += [Token(Kind.WORD, word, word=word, said=(token.word,)) for word in said]
        else:
            done.append(token)
    return done


def _its(found: list[Token], words: Lexicon) -> list[Token]:
    """``delete endpoint a and its config b`` → ``delete endpoint a and delete config b of endpoint``."""
    for place, token in enumerate(found[1:], start=1):
        if token.word == "its" and found[place - 1].word == "and" and _is_verb(found[0], words):
            rest = found[place + 1 :]
            if any(other.literal for other in rest[:4]):
                things = [other for other in found[1:place] if other.kind is Kind.WORD and other.word != "and"]
                again = Token(Kind.WORD, found[0].raw, word=found[0].word)
                return [*found[:place], again, *things[:3], *rest]
    return found


def _ends(token: Token | None) -> bool:
    return token is None or token.kind in {Kind.BREAK, Kind.COMMA} or token.word in {
        "and", "then", "for", "in", "now", "with", "at", "again", "but", "on", "of", "please", "to",
    }  # fmt: skip


def _particles(found: list[Token], words: Lexicon) -> list[Token]:
    """``turn guardduty on`` → ``enable guardduty``; ``deletion protection off for x`` → ``disable … for x``."""
    for start, token in enumerate(found):
        if token.kind is not Kind.WORD or token.word not in _PARTICLE_VERBS:
            continue
        for place in range(start + 2, min(start + 8, len(found))):
            particle = found[place]
            if particle.kind in {Kind.BREAK, Kind.COMMA} or particle.word in {"and", "then"}:
                break
            following = found[place + 1] if place + 1 < len(found) else None
            verb = words.phrases.get((token.word, particle.word))
            if particle.word in _PARTICLES and verb and _ends(following):
                made = Token(Kind.WORD, verb[0], word=verb[0], said=(token.word, particle.word))
                return [*found[:start], made, *found[start + 1 : place], *found[place + 1 :]]
    for place, token in enumerate(found[1:], start=1):
        following = found[place + 1] if place + 1 < len(found) else None
        lead = found[0]
        if (
            token.kind is Kind.WORD
            and token.word in {"off", "on"}
            and lead.kind is Kind.WORD
            and lead.word not in words.verbs
            and lead.word not in _BEFORE
            and (token.word == "off" or following is None or following.word in {"for", "and"})
            and place <= 4
            and all(other.kind is Kind.WORD for other in found[:place])
        ):
            state = "enable" if token.word == "on" else "disable"
            return [Token(Kind.WORD, state, word=state), *found[:place], *found[place + 1 :]]
    return found


def _is_verb(token: Token, words: Lexicon) -> bool:
    return token.kind is Kind.WORD and token.word in words.verbs and not token.plural


def _topic(found: list[Token], words: Lexicon) -> list[Token]:
    """``codebuild webapp: start a build`` → ``start a build of codebuild webapp``."""
    for place, token in enumerate(found[:7]):
        if token.kind is not Kind.BREAK or token.raw != ":":
            continue
        left, right = found[:place], found[place + 1 :]
        if not left or not right or any(other.kind is Kind.BREAK for other in left):
            return found
        if _is_verb(left[0], words):
            return [*left, Token(Kind.COMMA, ","), *right] if len(left) > 1 else [*left, *right]
        if not _is_verb(right[0], words):
            return [*left, Token(Kind.COMMA, ","), *right]
        return _moved(left, right, words)
    return found


def _moved(left: list[Token], right: list[Token], words: Lexicon) -> list[Token]:
    """``left`` put behind the first clause of ``right``."""
    end = len(right)
    for place, token in enumerate(right[1:], start=1):
        if token.kind is Kind.BREAK or (
            (token.kind is Kind.COMMA or token.word in {"and", "then"})
            and place + 1 < len(right)
            and (_is_verb(right[place + 1], words) or right[place + 1].word == "then" or token.word == "then")
        ):
            end = place
            break
    link = [] if left[0].word in _BEFORE else [Token(Kind.WORD, "of", word="of")]
    return [*right[:end], *link, *left, *right[end:]]


def _verb_first(found: list[Token], words: Lexicon) -> list[Token]:
    """``on sg-1 allow udp 53`` → ``allow udp 53 on sg-1``."""
    for place in (1, 2):
        # "athena run …": the service, then the order.
        if (
            len(found) > place + 1
            and _is_verb(found[place], words)
            and all((token.word,) in words.services or token.word in words.mains for token in found[:place])
        ):
            follows = found[place + 1]
            if follows.kind is not Kind.BREAK and follows.word not in {"of", "for", "in", "and"}:
                return _moved(found[:place], found[place:], words)
    if not found or found[0].word not in _BEFORE:
        return found
    for place, token in enumerate(found[1:9], start=1):
        if token.kind is Kind.BREAK:
            return found
        if _is_verb(token, words) and place >= 2 and found[place - 1].word not in {"the", "a", "my", "our"}:
            left = [other for other in found[:place] if other.kind is not Kind.COMMA]
            return _moved(left, found[place:], words)
    return found


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for a thing said before."""
    return token.kind is Kind.WORD and token.word in _PRONOUNS
