"""What a vendor's response headers say of its limits, in every form they write it: counts left, and when they are full.

Owns the reading of ``retry-after`` too. An absolute time is measured against the response's own ``date``, so that a
machine whose clock is off waits no longer than one whose clock is right. What cannot be read says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from app.domain.stream import RateLimits

_LONGEST_MEANT_S = 31 * 86_400.0
_MOST_MEANT = 10**12
_EPOCH_S = 1e9  # a plain number from here on is a moment, not a wait
_EPOCH_MS = 1e12
_UNITS_S = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_UNIT = r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h|d)"
_DURATION = re.compile(rf"(?:{_UNIT})+", re.ASCII)
_STEP = re.compile(_UNIT, re.ASCII)
_STRUCTURED = re.compile(r";\s*([rt])=(\d+)", re.ASCII)  # "default";r=50;t=30, the IETF's newer form

_REQUESTS: Sequence[tuple[str, str]] = (
    ("anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"),
    ("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"),
    ("x-ratelimit-remaining-requests-minute", "x-ratelimit-reset-requests-minute"),
    ("x-ratelimit-remaining-requests-day", "x-ratelimit-reset-requests-day"),
    ("x-ratelimit-remaining", "x-ratelimit-reset"),
    ("ratelimit-remaining", "ratelimit-reset"),
)
_TOKENS: Sequence[tuple[str, str]] = (
    ("anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"),
    ("anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"),
    ("anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset"),
    ("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"),
    ("x-ratelimit-remaining-tokens-minute", "x-ratelimit-reset-tokens-minute"),
    ("x-ratelimitbysize-remaining-minute", "x-ratelimitbysize-reset"),
    ("x-tokenlimit-remaining", "x-tokenlimit-reset"),
)
"""Headers that count what is left, and say when it is whole again. Where several are there, the scarcest counts."""


def rate_limits(headers: Mapping[str, str]) -> RateLimits | None:
    """What the headers of an answer say, or ``None`` where they say nothing. ``headers`` finds names in any case."""
    requests = _scarcest(headers, _REQUESTS) or _structured(headers)
    tokens = _scarcest(headers, _TOKENS)
    if requests is None and tokens is None:
        return None
    requests_left, requests_reset_s = requests or (None, None)
    tokens_left, tokens_reset_s = tokens or (None, None)
    return RateLimits(
        requests_left=requests_left,
        requests_reset_s=requests_reset_s,
        tokens_left=tokens_left,
        tokens_reset_s=tokens_reset_s,
    )


def wait_s(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait after a refusal: as ``retry-after`` asks, else until what is used up is there again."""
    asked = retry_after_s(headers)
    if asked is not None:
        return asked
    limits = rate_limits(headers)
    if limits is None:
        return None
    both = ((limits.requests_left, limits.requests_reset_s), (limits.tokens_left, limits.tokens_reset_s))
    return max((reset_s for left, reset_s in both if left == 0 and reset_s is not None), default=None)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as the headers ask, or ``None``, also where they ask for what nobody means: more than a month."""
    for name, unit_s in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name)
        if value is None:
            continue
        try:
            return _meant(float(value) * unit_s)
        except ValueError:
            return _from_now_s(value, headers)
    return None


def _scarcest(headers: Mapping[str, str], names: Sequence[tuple[str, str]]) -> tuple[int, float | None] | None:
    found = []
    for left_name, reset_name in names:
        left = _count(headers.get(left_name))
        if left is not None:
            found.append((left, _from_now_s(headers.get(reset_name), headers)))
    return min(found, key=lambda pair: pair[0], default=None)


def _structured(headers: Mapping[str, str]) -> tuple[int, float | None] | None:
    fields = dict(_STRUCTURED.findall(headers.get("ratelimit") or ""))
    left = _count(fields.get("r"))
    return None if left is None else (left, _from_now_s(fields.get("t"), headers))


def _count(value: str | None) -> int | None:
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return int(max(0.0, number)) if number < _MOST_MEANT else None  # which no NaN is


def _from_now_s(value: str | None, headers: Mapping[str, str]) -> float | None:
    """Seconds until ``value``: a duration such as ``1m30s``, seconds, a Unix time, an RFC 3339 or an HTTP date."""
    if value is None:
        return None
    value = value.strip()
    if _DURATION.fullmatch(value):
        return _meant(sum(float(number) * _UNITS_S[unit] for number, unit in _STEP.findall(value)))
    try:
        number = float(value)
    except ValueError:
        at = _moment(value)
        return None if at is None else _meant((at - _now(headers)).total_seconds())
    if number >= _EPOCH_S:
        seconds = number / 1000 if number >= _EPOCH_MS else number
        return _meant(seconds - _now(headers).timestamp())
    return _meant(number)


def _now(headers: Mapping[str, str]) -> datetime:
    """The time by the vendor's clock, where it tells."""
    return _moment(headers.get("date") or "") or datetime.now(UTC)


def _moment(value: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = parse(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return None


def _meant(seconds: float) -> float | None:
    return max(0.0, seconds) if seconds <= _LONGEST_MEANT_S else None  # which no NaN is
