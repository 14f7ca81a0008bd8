"""Signs the requests of Amazon Bedrock's provider, with the credentials of the profile that the settings choose.

Owns which profile and region that is. The rules for profiles, SSO, roles and endpoints are those of
:mod:`app.aws.accounts.clients`; nothing is sent from here but what fetches credentials, and the doctor's free look at
the list of models. Refuses every operation that :class:`app.domain.bedrock.BedrockOperation` does not name, and logs no
request: a request holds the conversation.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.aws.accounts.clients import AccountClients, AccountSession, keep_to_aws
from app.aws.errors import CallPlace, aws_error
from app.domain.aws import Account, AccountKind, OperationId
from app.domain.bedrock import BedrockOperation, SignedRequest
from app.domain.checks import Check, CheckState
from app.domain.errors import AwsCredentialsError, AwsParameterError, BatonError
from app.domain.language import plural, tr
from app.domain.ports import AccountDirectory
from app.domain.settings import Settings

_SIGNERS_KEPT = 8
_CHECK_TIMEOUT_S = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class _Signer:
    """A client that sends nothing: it keeps what it would have sent. ``kept`` is each thread's own."""

    session: AccountSession
    client: Any
    kept: threading.local


class BedrockAccess:
    """Bedrock in the account and region of the settings. Thread-safe; blocking."""

    def __init__(
        self, clients: AccountClients, accounts: AccountDirectory, *, settings: Callable[[], Settings]
    ) -> None:
        self._clients = clients
        self._accounts = accounts
        self._settings = settings
        self._lock = threading.Lock()
        self._signers: dict[tuple[str, str, str], _Signer] = {}

    def place(self) -> CallPlace:
        """The account and the region. Raises ``AwsCredentialsError``, ``NotFoundError`` or ``AwsParameterError``."""
        settings = self._settings()
        if settings.bedrock_profile:
            account = self._accounts.account(settings.bedrock_profile)
        else:
            account = self._accounts.default()
        if account.kind is AccountKind.DEMO:
            raise AwsCredentialsError(
                tr("Amazon Bedrock needs an AWS profile, and there is none.")
                if not settings.bedrock_profile
                else tr("The demo account has no Amazon Bedrock."),
                remedy=tr("Set one up with aws configure sso, or choose one in Settings > AWS."),
            )
        region = settings.bedrock_region or account.region
        if not region:
            raise AwsParameterError(
                tr("No region is chosen for Amazon Bedrock, and {title!r} has none of its own.", title=account.title),
                remedy=tr("Choose one in Settings > AWS > Region for Bedrock, as in us-east-1."),
            )
        return CallPlace(account=account, region=region)

    def request(self, operation: BedrockOperation, parameters: Mapping[str, object]) -> SignedRequest:
        """See :class:`app.domain.bedrock.BedrockAccount`."""
        operation = BedrockOperation(operation)
        place = self.place()
        try:
            signer = self._signer(place.account, operation.service, place.region)
            signer.kept.request = None
            getattr(signer.client, _method_name(operation))(**parameters)
            sent = signer.kept.request
            signer.kept.request = None
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise aws_error(error, _at(place, operation)) from None
        body = sent.body or b""
        return SignedRequest(
            method=sent.method,
            url=sent.url,
            headers={name: _text(value) for name, value in sent.headers.items()},
            body=body if isinstance(body, bytes) else body.encode(),
        )

    def refusal(self, operation: BedrockOperation, *, code: str, message: str, status: int) -> BatonError:
        """See :class:`app.domain.bedrock.BedrockAccount`."""
        from botocore.exceptions import ClientError

        try:
            place = self.place()
        except BatonError as problem:  # the profile went away while the request was under way
            return problem
        refused = ClientError(
            {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}},  # type: ignore[typeddict-item]
            operation.operation,
        )
        return aws_error(refused, _at(place, operation))

    def check(self) -> Check:
        """Whether Bedrock can be reached, in which account and region; asks for the list of models, which is free."""
        try:
            place = self.place()
        except BatonError as problem:
            return Check(
                name="bedrock",
                state=CheckState.OK,
                finding=tr("Not used: {problem}", problem=problem.message),
                remedy=problem.remedy,
            )
        operation = BedrockOperation.LIST_FOUNDATION_MODELS
        where = tr("profile {profile!r}, region {region}", profile=place.account.title, region=place.region)
        try:
            client = self._clients.client(place.account, operation.service, place.region, timeout_s=_CHECK_TIMEOUT_S)
            listed = len(client.list_foundation_models().get("modelSummaries", ()))
        except Exception as error:  # noqa: BLE001 - whatever it is, the doctor tells it
            fault = aws_error(error, _at(place, operation))
            finding = tr("Not reachable ({where}): {problem}", where=where, problem=fault.message)
            return Check(name="bedrock", state=CheckState.WARNING, finding=finding, remedy=fault.remedy)
        return Check(
            name="bedrock",
            state=CheckState.OK,
            finding=plural(
                "Reachable ({where}); 1 model is listed.",
                "Reachable ({where}); {count} models are listed.",
                listed,
                where=where,
            ),
        )

    def _signer(self, account: Account, service: str, region: str) -> _Signer:
        held = self._clients.session(account)
        key = (account.key, service, region)
        with self._lock:
            kept = self._signers.get(key)
        if kept is not None and kept.session is held:
            return kept
        with held.lock:
            client = held.boto.client(service, region_name=region, config=_config())
        signer = _Signer(held, client, threading.local())
        client.meta.events.register_last("before-send", _keep_in(signer.kept))
        client.meta.events.register("before-send", keep_to_aws(client.meta.endpoint_url))
        with self._lock:
            while len(self._signers) >= _SIGNERS_KEPT:
                self._signers.pop(next(iter(self._signers)))
            self._signers[key] = signer
        return signer


def _config() -> Any:
    from botocore.config import Config

    return Config(retries={"mode": "standard", "total_max_attempts": 1}, user_agent_extra="baton-desktop")


def _keep_in(kept: threading.local) -> Callable[..., Any]:
    """Answers in AWS's place, which is botocore's own way to let a request be made and not be sent."""

    def keep(request: Any, **_: object) -> Any:
        from botocore.awsrequest import AWSResponse
        from botocore.compat import HTTPHeaders

        kept.request = request
        return AWSResponse(request.url, 200, HTTPHeaders(), _Nothing())

    return keep


class _Nothing:
    """The body of the answer that stands in for AWS's."""

    def read(self, *_: object) -> bytes:
        return b""

    def stream(self, *_: object, **__: object) -> tuple[bytes, ...]:
        return (b"{}",)

    def close(self) -> None:
        """Nothing is open."""


def _method_name(operation: BedrockOperation) -> str:
    from botocore import xform_name

    return str(xform_name(operation.operation))


def _at(place: CallPlace, operation: BedrockOperation) -> CallPlace:
    return CallPlace(account=place.account, region=place.region, operation=OperationId.parse(operation.value))


def _text(value: object) -> str:
    return value.decode("ascii") if isinstance(value, bytes) else str(value)
