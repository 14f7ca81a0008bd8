"""Signing in to accounts: IAM Identity Center's device flow, fresh credentials for roles, and how each account stands.

What a sign-in yields goes into the AWS CLI's own file of tokens (``~/.aws/sso/cache``), as the CLI and boto3 write it,
so that every tool on the machine finds it and boto3 renews it. Refuses to keep, show or log a token, and to send a
person to an address that is not https, or neither AWS's nor of the sign-in's own host.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from app.aws.accounts import answer_check
from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients, profile_name
from app.aws.errors import CallPlace, aws_error
from app.domain.aws import Account, AccountKind, OperationId, SignInKind, SignInPrompt, SignInState
from app.domain.errors import AwsCredentialsError, AwsError, MalformedReplyError, NotFoundError
from app.domain.language import tr
from app.domain.ports import CodeAsker
from app.domain.text import visible

_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_CLIENT_NAME = "baton-desktop"
_DEFAULT_SCOPE = "sso:account:access"  # without a scope there is no refresh token (sso-oidc, RegisterClient)
_INTERVAL_S = 5.0  # RFC 8628, 3.2: where the server names none
_SLOWER_S = 5.0  # RFC 8628, 3.5: slow_down adds this from then on
_LONGEST_INTERVAL_S = 60.0
_TIMEOUT_S = 20.0
_LONGEST_S = 366 * 86_400.0  # nothing of a sign-in lasts longer
_LAST_MOMENT_S = 32_503_680_000.0  # the year 3000, which datetime still knows
_TOKEN_CHARS = 64 * 1024
_CODE_CHARS = 64
# Where AWS's own pages for signing in are: IAM Identity Center's portals and the device page of each region.
_SIGN_IN_HOSTS = (".amazonaws.com", ".amazonaws.com.cn", ".awsapps.com", ".awsapps.cn", ".app.aws", ".aws.amazon.com")


@dataclass(frozen=True, kw_only=True, slots=True)
class SsoSession:
    """What a profile says of its IAM Identity Center. ``name`` is ``None`` where it stands in the profile itself."""

    start_url: str
    region: str
    name: str | None
    scopes: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class _Pending:
    """A sign-in that waits for its person. What is secret of it never leaves this object."""

    account: Account
    sso: SsoSession
    client: Any
    client_id: str
    client_secret: str = field(repr=False)
    registered_until: datetime
    device_code: str = field(repr=False)
    interval_s: float


class BotoSignIn:
    """The port ``SignIn`` over boto3. Thread-safe; blocking but for :meth:`state`. ``now`` gives the time in UTC."""

    def __init__(
        self,
        clients: AccountClients,
        accounts: BotoAccountDirectory,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._clients = clients
        self._accounts = accounts
        self._now = now
        self._lock = threading.Lock()
        self._pending: dict[SignInPrompt, _Pending] = {}

    def attend(self, asker: CodeAsker | None, loop: Any) -> None:
        """See :meth:`app.aws.accounts.mfa.MfaCodes.attend`."""
        self._clients.codes.attend(asker, loop)

    def state(self, key: str) -> SignInState:
        """How the account stands, by what lies on this machine. Raises ``NotFoundError``, ``AwsCredentialsError``."""
        account = self._accounts.account(key)
        if account.kind is not AccountKind.PROFILE:
            return SignInState(kind=SignInKind.NONE, signed_in=True)
        config = self._accounts.configuration()
        if (sso := sso_session_of(config, profile_name(key))) is not None:
            return self._sso_state(sso)
        if wants_mfa(config, profile_name(key)):
            expiry = self._clients.credentials_expiry(key)
            return SignInState(
                kind=SignInKind.MFA, signed_in=expiry is not None and expiry > self._now(), expires_at=_utc(expiry)
            )
        return SignInState(kind=SignInKind.NONE, signed_in=True)

    def begin(self, key: str) -> SignInPrompt:
        """Ask IAM Identity Center for a code. Raises ``AwsError`` and its kin, and ``NotFoundError`` for an account
        that has no such sign-in.
        """
        account = self._accounts.account(key)
        sso = sso_session_of(self._accounts.configuration(), profile_name(key))
        if account.kind is not AccountKind.PROFILE or sso is None:
            raise NotFoundError(
                tr("There is nothing to sign in to for {title!r}.", title=account.title),
                remedy=account.renewal or tr("Its credentials are renewed where they come from."),
            )
        try:
            client = self._oidc(account, sso)
            registered = client.register_client(
                clientName=_CLIENT_NAME, clientType="public", **({"scopes": list(sso.scopes)} if sso.scopes else {})
            )
            client_id, client_secret = _text(registered, "clientId"), _text(registered, "clientSecret")
            registered_s = _number(registered, "clientSecretExpiresAt", at_most=_LAST_MOMENT_S)
            started = client.start_device_authorization(
                clientId=client_id, clientSecret=client_secret, startUrl=sso.start_url
            )
            whole = "verificationUriComplete" if started.get("verificationUriComplete") else "verificationUri"
            interval_s = _number(started, "interval") if started.get("interval") else _INTERVAL_S
            prompt = SignInPrompt(
                account=key,
                address=_checked_address(_text(started, whole), sso.start_url),
                code=visible(_text(started, "userCode", at_most=_CODE_CHARS)),
                expires_at=self._now() + timedelta(seconds=_number(started, "expiresIn")),
            )
            pending = _Pending(
                account=account,
                sso=sso,
                client=client,
                client_id=client_id,
                client_secret=client_secret,
                registered_until=datetime.fromtimestamp(registered_s, UTC),
                device_code=_text(started, "deviceCode"),
                interval_s=min(max(interval_s, 1.0), _LONGEST_INTERVAL_S),
            )
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise aws_error(error, _place(account, sso, "StartDeviceAuthorization")) from None
        with self._lock:
            self._pending = {waiting: kept for waiting, kept in self._pending.items() if waiting.account != key}
            self._pending[prompt] = pending
        return prompt

    def poll(self, prompt: SignInPrompt) -> float | None:
        """Whether the person has confirmed: ``None`` once signed in, else the seconds to wait before the next look.

        Raises :class:`AwsCredentialsError` where the code has expired (``code`` is ``SignInExpired``) or the person
        refused (``SignInDenied``), and other kin of ``BatonError``.
        """
        from botocore.exceptions import ClientError

        with self._lock:
            pending = self._pending.get(prompt)
        if pending is None or prompt.expires_at <= self._now():
            self.drop(prompt)
            raise _expired_code()
        try:
            answer = pending.client.create_token(
                grantType=_DEVICE_GRANT,
                clientId=pending.client_id,
                clientSecret=pending.client_secret,
                deviceCode=pending.device_code,
            )
        except ClientError as error:
            match error.response.get("Error", {}).get("Code"):
                case "AuthorizationPendingException":
                    return pending.interval_s
                case "SlowDownException":
                    pending.interval_s += _SLOWER_S
                    return pending.interval_s
                case "ExpiredTokenException":
                    self.drop(prompt)
                    raise _expired_code() from None
                case "AccessDeniedException":
                    self.drop(prompt)
                    raise AwsCredentialsError(
                        tr("The sign-in was refused in the browser."), remedy=tr("Sign in again."), code="SignInDenied"
                    ) from None
            self.drop(prompt)
            raise aws_error(error, _place(pending.account, pending.sso, "CreateToken")) from None
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            mapped = aws_error(error, _place(pending.account, pending.sso, "CreateToken"))
            if mapped.retryable:
                return pending.interval_s  # the network may come back before the code expires
            self.drop(prompt)
            raise mapped from None
        self.drop(prompt)  # a code is good for one token, whatever that is worth
        self._keep(pending, answer)
        return None

    def drop(self, prompt: SignInPrompt) -> None:
        """Forget a sign-in that nobody waits for any more."""
        with self._lock:
            self._pending.pop(prompt, None)

    def refresh(self, key: str) -> None:
        """Fetch the account's credentials now, which asks for an MFA code where its role wants one."""
        account = self._accounts.account(key)
        try:
            credentials = self._clients.session(account).session.get_credentials()
            if credentials is not None:
                credentials.get_frozen_credentials()
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise aws_error(error, CallPlace(account=account, region=account.region or "us-east-1")) from None

    def _sso_state(self, sso: SsoSession) -> SignInState:
        from botocore.utils import SSOTokenLoader

        try:
            token = SSOTokenLoader(cache=_token_files())(sso.start_url, session_name=sso.name)
            expires_at = _time(token["expiresAt"])
        except Exception:  # noqa: BLE001 - missing, damaged, or of another form: nobody is signed in
            return SignInState(kind=SignInKind.SSO, signed_in=False)
        renews = _renews(token, sso, self._now())
        return SignInState(
            kind=SignInKind.SSO, signed_in=renews or expires_at > self._now(), expires_at=expires_at, renews=renews
        )

    def _oidc(self, account: Account, sso: SsoSession) -> Any:
        from botocore import UNSIGNED
        from botocore.config import Config

        held = self._clients.session(account)
        with held.lock:
            client = held.session.create_client(
                "sso-oidc",
                region_name=sso.region,
                config=Config(
                    signature_version=UNSIGNED,
                    connect_timeout=_TIMEOUT_S,
                    read_timeout=_TIMEOUT_S,
                    retries={"mode": "standard", "total_max_attempts": 2},
                    user_agent_extra=_CLIENT_NAME,
                ),
            )
        answer_check.register(client)
        return client

    def _keep(self, pending: _Pending, answer: Mapping[str, Any]) -> None:
        from botocore.utils import SSOTokenLoader

        sso = pending.sso
        token: Any = {
            "startUrl": sso.start_url,
            "region": sso.region,
            "accessToken": _text(answer, "accessToken"),
            "expiresAt": self._now() + timedelta(seconds=_number(answer, "expiresIn")),
            "clientId": pending.client_id,
            "clientSecret": pending.client_secret,
            "registrationExpiresAt": pending.registered_until,
        }
        if answer.get("refreshToken"):
            token["refreshToken"] = _text(answer, "refreshToken")
        try:
            SSOTokenLoader(cache=_token_files()).save_token(sso.start_url, token, session_name=sso.name)
        except OSError as error:
            raise AwsError(
                tr("The sign-in could not be kept: ~/.aws/sso/cache cannot be written."),
                remedy=tr("Make the folder writable, then sign in again."),
                detail=repr(error),
            ) from None
        config = self._accounts.configuration()
        for account in self._accounts.accounts():
            if account.kind is AccountKind.PROFILE and sso_session_of(config, profile_name(account.key)) == sso:
                self._clients.forget(account.key)


def sso_session_of(config: Mapping[str, Any], profile: str) -> SsoSession | None:
    """The IAM Identity Center that a profile's credentials come from, also through the role of another profile."""
    for settings in _chain(config, profile):
        name = settings.get("sso_session")
        source = config.get("sso_sessions", {}).get(name) if isinstance(name, str) else settings
        if not isinstance(source, Mapping) or "sso_start_url" not in source or "sso_region" not in source:
            continue
        scopes = tuple(
            part.strip() for part in str(source.get("sso_registration_scopes", "")).split(",") if part.strip()
        )
        return SsoSession(
            start_url=str(source["sso_start_url"]),
            region=str(source["sso_region"]),
            name=name if isinstance(name, str) else None,
            scopes=scopes or ((_DEFAULT_SCOPE,) if isinstance(name, str) else ()),
        )
    return None


def wants_mfa(config: Mapping[str, Any], profile: str) -> bool:
    """Whether a role on the way to the profile's credentials wants the code of a device."""
    return any("role_arn" in settings and "mfa_serial" in settings for settings in _chain(config, profile))


def _chain(config: Mapping[str, Any], profile: str) -> list[Mapping[str, Any]]:
    """The settings of a profile, of the one whose credentials take on its role, and so on."""
    profiles = config.get("profiles", {})
    found: list[Mapping[str, Any]] = []
    seen: set[str] = set()
    name: object = profile
    while isinstance(name, str) and name not in seen and isinstance(profiles.get(name), Mapping):
        seen.add(name)
        found.append(profiles[name])
        name = profiles[name].get("source_profile") if "role_arn" in profiles[name] else None
    return found


def _renews(token: Mapping[str, Any], sso: SsoSession, now: datetime) -> bool:
    """Whether boto3 will renew the token by itself: it does so for the tokens of an sso-session alone."""
    if sso.name is None or not all(token.get(name) for name in ("refreshToken", "clientId", "clientSecret")):
        return False
    try:
        return _time(token["registrationExpiresAt"]) > now
    except (KeyError, ValueError, TypeError):
        return False


def _token_files() -> Any:
    """The AWS CLI's tokens, where and how boto3 reads and writes them: a file each, whole or not at all, mode 0600."""
    from botocore import tokens
    from botocore.utils import JSONFileCache

    # Neither has a public name, and another folder or another form of the times would be found by nobody.
    return JSONFileCache(tokens.SSOTokenProvider._SSO_TOKEN_CACHE_DIR, dumps_func=tokens._sso_json_dumps)  # type: ignore[attr-defined]  # noqa: SLF001


def _time(text: object) -> datetime:
    import dateutil.parser  # type: ignore[import-untyped]  # botocore's dependency; it ships no types

    found: datetime = dateutil.parser.parse(str(text))
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _utc(when: datetime | None) -> datetime | None:
    return when.astimezone(UTC) if when is not None else None


def _text(answer: Mapping[str, Any], name: str, *, at_most: int = _TOKEN_CHARS) -> str:
    """A text of an answer, of a length that makes sense. Raises :class:`MalformedReplyError`."""
    found = answer.get(name)
    if not isinstance(found, str) or not 0 < len(found) <= at_most:
        raise _malformed(name)
    return found


def _number(answer: Mapping[str, Any], name: str, *, at_most: float = _LONGEST_S) -> float:
    """A number of an answer that is above 0. Raises :class:`MalformedReplyError`."""
    found = answer.get(name)
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 < found <= at_most:
        raise _malformed(name)
    return float(found)


def _malformed(name: str) -> MalformedReplyError:
    return MalformedReplyError(
        tr("What answered the sign-in gave no usable {name}, so nobody is signed in.", name=name),
        remedy=tr("Check the region, the start address and any endpoint of the sign-in in the AWS configuration."),
    )


def _checked_address(address: str, start_url: str) -> str:
    """The address, if a person may be sent there: to AWS, or to where their own configuration begins. Raises
    :class:`AwsError`.
    """
    try:
        parts, start = urlsplit(address), urlsplit(start_url)
        host = (parts.hostname or "").lower()
        is_plain = visible(address) == address and " " not in address and parts.username is None and host != ""
    except ValueError:
        is_plain = False
    if is_plain and parts.scheme == "http" and host in {"127.0.0.1", "localhost"}:
        return address
    if not is_plain or parts.scheme != "https":
        raise AwsError(
            tr("The sign-in leads to an address that is not https, so it was not opened."),
            remedy=tr("Check the start address of the sign-in in the AWS configuration."),
        )
    if host != (start.hostname or "").lower() and not host.endswith(_SIGN_IN_HOSTS):
        raise AwsError(
            tr(
                "The sign-in leads to {host!r}, which is neither AWS's nor the host of its start address, so "
                "it was not opened.",
                host=host,
            ),
            remedy=tr("Check the endpoint and the start address of the sign-in in the AWS configuration."),
        )
    return address


def _expired_code() -> AwsCredentialsError:
    return AwsCredentialsError(
        tr("The code has expired before it was confirmed."),
        remedy=tr("Sign in again for a new one."),
        code="SignInExpired",
    )


def _place(account: Account, sso: SsoSession, operation: str) -> CallPlace:
    return CallPlace(account=account, region=sso.region, operation=OperationId("sso-oidc", operation))
