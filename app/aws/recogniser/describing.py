"""Phrases without a verb that say what is to be made or changed: whether they do. Refuses to say which operation."""

from __future__ import annotations

from itertools import pairwise

from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token

_SETTING = frozenset(
    {"with", "described", "description", "password", "token", "targeting", "encrypted", "single", "node", "named",
     "called", "on-demand", "internal", "internet-facing", "firing", "running", "every", "engine", "class", "port",
     "protocol", "immutable", "fifo", "key", "keyed", "typed", "retention", "sized", "plus",
     "via", "validation", "blocking", "using"}
)  # fmt: skip
_KINDS_OF_NEW = frozenset(
    {
        "on-demand",
        "fifo",
        "encrypted",
        "single-node",
        "multi-az",
        "private",
        "public",
        "regional",
        "gateway",
        "internal",
    }
)
_NOT_NEW = frozenset(
    {"of", "all", "my", "our", "which", "any", "these", "those", "status", "state", "health", "config", "configuration",
     "cost", "list", "tagged", "details", "detail", "the", "there", "stopped", "failed", "unattached", "unused",
     "starting", "prefixed", "matching", "containing", "costs", "spend", "bill", "over", "last", "past", "since",
     "yesterday", "today", "today's", "older", "newer", "under", "where", "whose", "that"}
)  # fmt: skip


def describes_new(kept: list[Token], words: Lexicon) -> bool:
    """Whether a phrase gives the settings of one thing that is not there yet: *gp3 volume 100 GB in eu-west-1a*."""
    said = [token.word for token in kept if token.kind is Kind.WORD]
    things = [token for token in kept if token.kind is Kind.WORD and token.word in words.homes]
    if any(word in _NOT_NEW for word in said) or any(token.plural for token in things[:1]) or len(kept) < 3:
        return False
    schedule = any(token.kind is Kind.QUOTED and token.raw.startswith(("cron(", "rate(", "at(")) for token in kept)
    sized = any(token.kind is Kind.SIZE for token in kept)
    if not things and not sized:
        return False
    measured = sized or any(token.kind in {Kind.CIDR, Kind.INSTANCE_TYPE} for token in kept)
    if schedule or (measured and "for" not in said):
        return True
    named = any(token.kind in {Kind.NAME, Kind.QUOTED, Kind.ID, Kind.PATH, Kind.DOMAIN} for token in kept)
    if kept[0].raw.casefold() in _KINDS_OF_NEW and len(things) > 0:
        return True
    return named and (len(kept) > 3) and bool(set(said[1:]) & _SETTING)


def describes_change(kept: list[Token], words: Lexicon) -> bool:
    """Whether a phrase says what a thing is to become: *asg web min 2 max 6*, *table orders to 10 rcu*."""
    things = [token for token in kept if token.kind is Kind.WORD and token.word in words.homes]
    named = any(token.kind in {Kind.NAME, Kind.QUOTED, Kind.ID, Kind.PATH} for token in kept)
    if not named or (not things and not any(token.kind is Kind.ID for token in kept)):
        return False
    for before, token in pairwise(kept):
        if token.kind in {Kind.NUMBER, Kind.SIZE, Kind.INSTANCE_TYPE} and before.word in {
            "to",
            "min",
            "max",
            "desired",
        }:
            return True
        if token.kind is Kind.PAIR and before.word in {"is", "="}:
            return True
    return False
