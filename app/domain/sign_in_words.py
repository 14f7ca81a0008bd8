"""How an account stands, in a few words for a list. Asks nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.aws import SignInKind, SignInState
from app.domain.language import marked, tr
from app.domain.numerals import clock, day

NO_PROFILES = marked(
    "Your AWS configuration has no profile, so there is the demo account alone; 'aws configure sso' makes one."
)


def standing_words(state: SignInState, now: datetime | None = None) -> str:
    """``signed in until 16:40``, ``sign in first``; empty where there is nothing to sign in to. Times are local."""
    match state.kind:
        case SignInKind.NONE:
            return ""
        case SignInKind.MFA if not state.signed_in:
            return tr("asks for an MFA code")
        case SignInKind.SSO if not state.signed_in:
            return tr("sign in first") if state.expires_at is None else tr("the sign-in has expired")
    if state.renews:
        return tr("signed in, renews itself")
    return (
        tr("signed in until {clock}", clock=_clock(state.expires_at, now))
        if state.expires_at is not None
        else tr("signed in")
    )


def _clock(when: datetime, now: datetime | None) -> str:
    local = when.astimezone()
    today = (now or datetime.now(UTC)).astimezone()
    return clock(when) if local - today < timedelta(hours=20) else f"{day(when)} {clock(when)}"
