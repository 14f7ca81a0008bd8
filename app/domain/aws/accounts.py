"""Accounts, who one is in them, and the way to get in. Refuses to hold credentials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AccountKind(StrEnum):
    """Where an account's credentials come from."""

    DEMO = "demo"  # moto on loopback: nothing leaves the machine
    PROFILE = "profile"  # a profile of the AWS configuration
    ENVIRONMENT = "environment"  # boto3's chain without a profile: environment, container, instance


DEMO_ACCOUNT = "demo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """An account a call can go to. ``key`` is ``demo`` or the profile's name; ``region`` is its default region.

    ``renewal`` says how its person gets fresh credentials; empty where nothing is known of that. ``endpoints`` are the
    addresses that its configuration puts in AWS's place, for everything or for single services.
    """

    key: str
    title: str
    kind: AccountKind
    region: str | None = None
    renewal: str = ""
    endpoints: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Who Baton is in an account, as STS says. ``alias`` where the account has one and may be read."""

    account_id: str
    arn: str
    alias: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownAccount:
    """What there is to say of an account without asking AWS: the ``regions`` that can be chosen, and who Baton is there
    where that was asked a while ago and nothing has changed since.
    """

    account: Account
    regions: Sequence[str]
    identity: Identity | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CallScope:
    """Where one question goes: every pair of an account (by its key) and a region. Chosen by the person alone."""

    accounts: tuple[str, ...]
    regions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An account, by its key, and a region of it; ``region`` is empty where the service has none."""

    account: str
    region: str


class SignInKind(StrEnum):
    """How a person gets into an account whose credentials have run out."""

    NONE = "none"  # nothing Baton can do: its keys are renewed elsewhere
    SSO = "sso"  # IAM Identity Center: a code, confirmed in the browser
    MFA = "mfa"  # a role that wants the code of a device


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInState:
    """How an account stands: ``expires_at`` (UTC) is ``None`` where that is not known or never. ``renews``: it is
    renewed before it expires, with nobody asked.
    """

    kind: SignInKind
    signed_in: bool
    expires_at: datetime | None = None
    renews: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInPrompt:
    """What a person must confirm in the browser. ``address`` leads to ``code``, which the page must show too."""

    account: str
    address: str
    code: str
    expires_at: datetime
