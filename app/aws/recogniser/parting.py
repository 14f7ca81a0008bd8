"""Things asked for in one breath (``a vpc … with a subnet … in it``), one clause each. Refuses to fill any of them."""

from __future__ import annotations

from dataclasses import replace

from app.aws.recogniser.clauses import Clause, Mood
from app.aws.recogniser.reading import ClauseReader
from app.aws.recogniser.text import Kind, Token
from app.aws.search.words import name_words
from app.domain.errors import NotFoundError

_ARTICLES = frozenset({"a", "an", "the", "one", "its", "new", "another"})
_PARTICIPLES = {
    "allowing": "allow", "associated": "associate", "attached": "attach", "targeting": "target", "opening": "open",
    "enabling": "enable", "blocking": "block", "pointing": "point", "mounted": "mount", "registering": "register",
    "subscribed": "subscribe", "subscribing": "subscribe", "adding": "add",
}  # fmt: skip
_LITERALS = frozenset(
    {Kind.NAME, Kind.ID, Kind.CIDR, Kind.ARN, Kind.QUOTED, Kind.NUMBER, Kind.IP, Kind.PATH, Kind.EMAIL, Kind.URL}
)
_MADE_AFTER = frozenset({"create", "register", "put", "add", "attach", "associate", "enable", "authorize"})


def parted(clause: Clause, reader: ClauseReader) -> list[Clause]:
    """The clause, and a clause of its own for everything in it that is a thing to be made beside it."""
    if clause.mood is not Mood.ORDER or clause.conditional or "create" not in clause.heads:
        return [clause]
    segments = _segments(clause.tokens)
    if len(segments) < 2:
        return [clause]
    first = reader.index.find(clause, reader.index.said(segments[0]))
    if not first:
        return [clause]
    try:
        own = reader.operation(first[0].id)
    except NotFoundError:
        return [clause]
    taken = {word for shape in own.parameters for word in name_words(shape.name)}
    kept: list[Token] = list(segments[0])
    apart: list[Clause] = []
    for segment in segments[1:]:
        body = [token for token in segment if token.word not in {"with", "and"} and token.kind is not Kind.COMMA]
        while body and body[0].word in _ARTICLES:
            body = body[1:]
        further = _further(body, first[0].id.service, taken, reader)
        if further is None:
            kept += segment
        else:
            apart.append(replace(clause, verb=further[0], heads=further[1], tokens=further[2], made=True))
    if not apart:
        return [clause]
    while kept and (kept[-1].kind is Kind.COMMA or kept[-1].word in {"and", "with"}):
        kept.pop()
    return [replace(clause, tokens=kept), *apart]


def _segments(tokens: list[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        splits = token.kind is Kind.COMMA or token.word in {"with", "and"} or token.word in _PARTICIPLES
        if splits and place and found[-1]:
            found.append([])
        found[-1].append(token)
    return [segment for segment in found if any(token.kind is not Kind.COMMA for token in segment)]


def _further(
    body: list[Token], service: str, taken: set[str], reader: ClauseReader
) -> tuple[str, tuple[str, ...], list[Token]] | None:
    """The verb, its heads and the tokens of a further order that a segment is."""
    if len(body) < 2:
        return None
    verbs = reader.words.verbs
    verb = _PARTICIPLES.get(body[0].word)
    if verb is not None and verb in verbs:
        rest = body[1:]
    elif body[-1].word in {"enabled", "on"} and all(token.kind is Kind.WORD for token in body):
        verb, rest = "enable", body[:-1]
    elif any(token.kind in _LITERALS for token in body):
        verb, rest = "create", body
        nouns = [token.word for token in body if token.kind is Kind.WORD and token.word in reader.words.homes]
        if not nouns or nouns[-1] in taken or any(token.plural for token in body):
            return None
    else:
        return None
    order = Clause(Mood.ORDER, verb, verbs[verb], rest)
    found = reader.index.find(order, reader.index.said(rest))
    if not found or found[0].id.service != service or found[0].score < 0.72:
        return None
    return verb, verbs[verb], rest
