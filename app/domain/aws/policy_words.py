"""Rules in plain words, and a trust from plain words. Pure; refuses to guess: one word not understood, and no trust.

``reads of s3 in dev for an hour`` and ``s3 reads in dev for 1h`` are understood; which services and accounts the words
mean is for whoever knows them to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.aws.operations import Risk
from app.domain.aws.policy import LONGEST_TRUST, PolicyRule, Verdict
from app.domain.aws.rulings import NEVER_TRUSTED
from app.domain.errors import UsageError
from app.domain.language import marked, tr
from app.domain.numerals import clock, moment_of, number, plainly_spaced
from app.domain.wording import listed

EXAMPLE = marked("Write it as in: reads of s3 in dev for an hour")

_RISKS = {
    Risk.READ: marked("reads"),
    Risk.SENSITIVE_READ: marked("reads that disclose secrets"),
    Risk.WRITE: marked("writes"),
    Risk.PERMISSIONS: marked("changes of permissions"),
    Risk.DESTRUCTIVE: marked("calls that destroy"),
}
_VERDICTS = {
    Verdict.ALLOW: marked("run without asking"),
    Verdict.ASK: marked("are asked about"),
    Verdict.TYPED: marked("want a name typed"),
    Verdict.DENY: marked("never run"),
}

_SPOKEN_RISKS = {
    **dict.fromkeys(("read", "reads", "reading"), Risk.READ),
    **dict.fromkeys(("sensitive-read", "sensitive-reads"), Risk.SENSITIVE_READ),
    **dict.fromkeys(("write", "writes", "writing"), Risk.WRITE),
}
_NEVER = frozenset(
    {"delete", "deletes", "deleting", "deletion", "deletions", "destroy", "destroys", "destructive", "terminate"}
    | {"terminates", "permission", "permissions", "everything", "anything", "admin"}
)
_PASSED_OVER = frozenset({"of", "and", "or", "the", "all", "any", "aws", "calls", "call", "please", "trust", "allow"})
_PLACE_WORDS = frozenset({"and", "or", "the", "account", "accounts", "region", "regions", "profile", "profiles"})
_REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-[0-9]{1,2}")
_TOKEN = re.compile(r'"([^"]+)"|([^\s,"]+)')
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_COUNTED, start=1)}
_UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1),
}
_LENGTH = re.compile(
    r"(?:and )?(?P<count>[0-9]{1,4}|[a-z]+?) ?(?P<unit>h|hrs?|hours?|m|mins?|minutes?)(?: |$|(?=[0-9]))"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenTrust:
    """A trust as it was said: ``services`` and ``accounts`` are the person's words for them."""

    risks: tuple[Risk, ...]
    services: tuple[str, ...]
    accounts: tuple[str, ...]
    regions: tuple[str, ...]
    lasts: timedelta


def rule_sentence(rule: PolicyRule) -> str:
    """What a rule says: ``Reads of s3 in dev run without asking until 15:03.``"""
    what = listed([tr(_RISKS[risk]) for risk in rule.risks]) if rule.risks else tr("all calls")
    calls = " ".join([what[:1].upper() + what[1:], *_limits(rule)])
    verdict = tr(_VERDICTS[rule.verdict])
    if rule.until is not None:
        verdict = tr("{verdict} until {moment}", verdict=verdict, moment=moment_words(rule.until, rule.since))
    if rule.verdict is Verdict.ALLOW and (not rule.risks or NEVER_TRUSTED & set(rule.risks)):
        return tr(
            "{calls} {verdict}, but what destroys or changes permissions is still asked about.",
            calls=calls,
            verdict=verdict,
        )
    return tr("{calls} {verdict}.", calls=calls, verdict=verdict)


def moment_words(moment: datetime, beside: datetime | None = None) -> str:
    """A time in the person's zone: ``15:03``, with its day where that is another than ``beside``'s."""
    local = moment.astimezone()
    same_day = beside is not None and beside.astimezone().date() == local.date()
    return plainly_spaced(clock(moment) if same_day else moment_of(moment))


def spoken_trust(text: str) -> SpokenTrust:
    """What ``text`` trusts. Raises :class:`UsageError` naming what was not understood or may not be."""
    said, length = _split_length(text)
    head, *places = _split_places(said)
    risks, services = _what(head)
    accounts = [word for place in places for word in place if not _REGION.fullmatch(word.lower())]
    regions = [word.lower() for place in places for word in place if _REGION.fullmatch(word.lower())]
    if Risk.WRITE in risks and not accounts:
        raise UsageError(
            tr("Writes are trusted in an account that is named."), remedy=tr("As in: writes of sqs in dev for 1h")
        )
    return SpokenTrust(
        risks=tuple(risks),
        services=tuple(dict.fromkeys(services)),
        accounts=tuple(dict.fromkeys(accounts)),
        regions=tuple(dict.fromkeys(regions)),
        lasts=_length(length),
    )


def trust_rule(said: SpokenTrust, *, services: Sequence[str], accounts: Sequence[str], now: datetime) -> PolicyRule:
    """The rule of a trust that begins at ``now``; ``services`` and ``accounts`` are what the words turned out to be."""
    since = now.astimezone(UTC).replace(microsecond=0)
    risks = " and ".join(_RISKS[risk] for risk in said.risks)
    of = f" of {' and '.join(services)}" if services else ""
    return PolicyRule(
        verdict=Verdict.ALLOW,
        name=f"trust of {since:%Y-%m-%d %H:%M:%S}Z: {risks}{of}",
        accounts=tuple(accounts),
        regions=said.regions,
        risks=said.risks,
        services=tuple(services),
        since=since,
        until=since + said.lasts,
    )


def _split_length(text: str) -> tuple[str, str]:
    said, found, length = text.strip().rpartition(" for ")
    if not found:
        raise UsageError(tr("A trust says for how long."), remedy=tr(EXAMPLE))
    return said, length


def _split_places(said: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for match in _TOKEN.finditer(said):
        quoted, bare = match[1], match[2]
        if bare is not None and bare.lower() == "in":
            parts.append([])
        elif quoted is not None or len(parts) == 1 or bare.lower() not in _PLACE_WORDS:
            parts[-1].append(quoted if quoted is not None else bare)
    if '"' in _TOKEN.sub("", said):
        raise UsageError(tr("A quotation mark is left open."), remedy=tr(EXAMPLE))
    if any(not place for place in parts[1:]):
        raise UsageError(tr("After “in” comes an account or a region."), remedy=tr(EXAMPLE))
    return parts


def _what(words: Sequence[str]) -> tuple[list[Risk], list[str]]:
    risks: list[Risk] = []
    services: list[str] = []
    sensitive = False
    for word in (word.lower() for word in words):
        if word in _NEVER:
            raise UsageError(
                tr(
                    "{word} cannot be trusted for a time: what destroys or changes permissions is always asked about.",
                    word=repr(word),
                ),
                remedy=tr(EXAMPLE),
            )
        if sensitive and _SPOKEN_RISKS.get(word) is not Risk.READ:
            raise UsageError(tr("After “sensitive” comes “reads”."), remedy=tr(EXAMPLE))
        if word == "sensitive":
            sensitive = True
        elif word in _SPOKEN_RISKS:
            risks.append(Risk.SENSITIVE_READ if sensitive else _SPOKEN_RISKS[word])
            sensitive = False
        elif word not in _PASSED_OVER:
            services.append(word)
    if not risks or sensitive:
        raise UsageError(tr("A trust says what: reads, sensitive reads or writes."), remedy=tr(EXAMPLE))
    return [risk for risk in Risk if risk in risks], services


def _length(text: str) -> timedelta:
    words = " ".join(text.lower().split())
    if words == "half an hour":
        return timedelta(minutes=30)
    minutes, at = 0, 0
    while at < len(words):
        match = _LENGTH.match(words, at)
        count = (int(match["count"]) if match["count"].isdecimal() else _NUMBERS.get(match["count"])) if match else None
        if match is None or count is None:
            raise UsageError(
                tr("{text} is no length of time.", text=repr(text)),
                remedy=tr("Write it as 30 minutes, 1h or two hours."),
            )
        minutes += count * _UNITS[match["unit"]]
        at = match.end()
    if not 0 < minutes <= LONGEST_TRUST.total_seconds() / 60:
        hours = LONGEST_TRUST.total_seconds() / 3600
        raise UsageError(tr("A trust lasts from a minute to {hours} hours.", hours=number(hours)), remedy=tr(EXAMPLE))
    return timedelta(minutes=minutes)


def _limits(rule: PolicyRule) -> Iterator[str]:
    if rule.services:
        yield tr("of {services}", services=listed(rule.services))
    if rule.operations:
        yield tr("through {operations}", operations=listed(rule.operations))
    if rule.accounts:
        yield tr("in {accounts}", accounts=listed(rule.accounts))
    if rule.regions:
        yield tr("in {regions}", regions=listed(rule.regions))
    if rule.tags and rule.verdict is Verdict.ALLOW:
        yield tr("that touch only what is tagged {tags}", tags=listed(rule.tags))
    elif rule.tags:
        yield tr("that touch what is tagged {tags}", tags=listed(rule.tags))
