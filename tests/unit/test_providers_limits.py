"""What vendors' headers say of their limits, in every form they write it, whatever this machine's clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.stream import RateLimits
from app.providers.rate_limits import rate_limits, retry_after_s, wait_s
from tests.storage_fixtures import unhurried

THEN = "Thu, 26 Nov 2026 10:00:00 GMT"


def headers(**named: str) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in named.items()}


@pytest.mark.parametrize(
    ("reset", "seconds"),
    [
        ("1m30s", 90.0),
        ("6ms", 0.006),
        ("1h2m3s", 3723.0),
        ("7.66s", 7.66),
        ("2m59.56s", 179.56),
        ("120ms", 0.12),
        ("1d", 86_400.0),
        ("33011.38", 33011.38),
        ("0", 0.0),
        ("1795687260", None),  # a Unix time; without a date it is past, or long to come
        ("nonsense", None),
        ("", None),
        ("-5s", None),
        ("99999999d", None),
        ("nan", None),
        ("1e309", None),
    ],
)
def test_a_reset_is_read_as_a_duration_or_seconds(reset: str, seconds: float | None) -> None:
    found = rate_limits(headers(x_ratelimit_remaining_tokens="5", x_ratelimit_reset_tokens=reset))
    assert found is not None
    assert found.tokens_left == 5
    if reset != "1795687260":
        assert found.tokens_reset_s == pytest.approx(seconds)


@pytest.mark.parametrize(
    "reset",
    [
        "2026-11-26T10:01:30Z",
        "2026-11-26T12:01:30+02:00",
        "Thu, 26 Nov 2026 10:01:30 GMT",
        str(int(datetime(2026, 11, 26, 10, 1, 30, tzinfo=UTC).timestamp())),
        str(int(datetime(2026, 11, 26, 10, 1, 30, tzinfo=UTC).timestamp()) * 1000),
    ],
)
def test_a_moment_is_measured_by_the_vendors_own_clock(reset: str) -> None:
    said = headers(
        date=THEN, anthropic_ratelimit_tokens_remaining="40", anthropic_ratelimit_tokens_reset=reset, retry_after=reset
    )
    assert rate_limits(said) == RateLimits(tokens_left=40, tokens_reset_s=90.0)


def test_a_date_to_try_again_at_is_measured_by_the_vendors_own_clock() -> None:
    assert retry_after_s(headers(date=THEN, retry_after="Thu, 26 Nov 2026 10:00:17 GMT")) == 17.0


def test_without_the_vendors_clock_this_machines_counts() -> None:
    at = datetime.now(UTC) + timedelta(minutes=10)
    found = retry_after_s(headers(retry_after=at.isoformat()))
    assert found is not None
    assert 500 < found <= 600


def test_the_scarcest_of_several_limits_counts() -> None:
    found = rate_limits(
        headers(
            anthropic_ratelimit_input_tokens_remaining="9000",
            anthropic_ratelimit_input_tokens_reset="2s",
            anthropic_ratelimit_output_tokens_remaining="10",
            anthropic_ratelimit_output_tokens_reset="30s",
            anthropic_ratelimit_requests_remaining="3",
        )
    )
    assert found == RateLimits(requests_left=3, tokens_left=10, tokens_reset_s=30.0)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, None),
        ({"content-type": "text/event-stream"}, None),
        ({"ratelimit": '"default";r=50;t=30'}, RateLimits(requests_left=50, requests_reset_s=30.0)),
        ({"ratelimit-remaining": "0", "ratelimit-reset": "5"}, RateLimits(requests_left=0, requests_reset_s=5.0)),
        ({"x-ratelimit-remaining-requests": "many"}, None),
        ({"x-ratelimit-remaining-requests": "-1"}, RateLimits(requests_left=0)),
        ({"x-ratelimit-remaining-requests-day": "9"}, RateLimits(requests_left=9)),
    ],
)
def test_every_vendors_names_are_known(said: dict[str, str], found: RateLimits | None) -> None:
    assert rate_limits(said) == found


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ({"retry-after": "3", "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "9s"}, 3.0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "9s"}, 9.0),
        ({"x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "9s"}, None),
        ({"x-ratelimit-remaining-tokens": "0"}, None),
    ],
)
def test_a_refusal_without_a_wait_waits_for_what_is_used_up(said: dict[str, str], seconds: float | None) -> None:
    assert wait_s(said) == seconds


NAMES = ["retry-after", "retry-after-ms", "date", "ratelimit", "ratelimit-remaining", "ratelimit-reset",
         "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-remaining",
         "anthropic-ratelimit-tokens-reset"]  # fmt: skip
values = st.text(max_size=24) | st.from_regex(r"[0-9.]{1,20}(ms|s|m|h|d)?", fullmatch=True) | st.datetimes().map(str)


@unhurried
@given(st.dictionaries(st.sampled_from(NAMES), values))
def test_no_header_is_more_than_it_can_be(said: dict[str, str]) -> None:
    found = rate_limits(said) or RateLimits()
    waits = (found.requests_reset_s, found.tokens_reset_s, wait_s(said))
    assert all(wait is None or 0 <= wait <= 31 * 86_400 for wait in waits)
    assert all(left is None or left >= 0 for left in (found.requests_left, found.tokens_left))
