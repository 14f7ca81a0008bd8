"""What botocore raises, as the errors Baton tells people about: what happened, and what to do.

Owns the mapping, for accounts and for calls alike. Refuses to pass on an encoded authorisation message, a key or an
exception's class name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from traceback import walk_tb

from app.domain.aws import EXPIRED_CODES, THROTTLED_CODES, Account, AccountKind, OperationId
from app.domain.errors import (
    AwsAccessDeniedError,
    AwsCredentialsError,
    AwsError,
    AwsParameterError,
    AwsRejectedError,
    AwsThrottledError,
    BatonError,
    MalformedReplyError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from app.domain.network import proxy_refused, proxy_unreachable, proxy_wants_login, untrusted

log = logging.getLogger(__name__)

_BAD_CREDENTIALS = frozenset(
    {
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "AuthFailure",
        "InvalidAccessKeyId",
        "SignatureDoesNotMatch",
        "InvalidSignatureException",
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        "IncompleteSignature",
        "InvalidToken",
        "OptInRequired",
    }
)
_CLOCK = frozenset({"RequestTimeTooSkewed", "RequestInTheFuture"})
_DENIED = frozenset(
    {
        "AccessDenied",
        "AccessDeniedException",
        "UnauthorizedOperation",
        "UnauthorizedAccess",
        "NotAuthorized",
        "Client.UnauthorizedOperation",
        "AuthorizationError",
        "AuthorizationErrorException",
        "AllAccessDisabled",
        "403",
        "Forbidden",
    }
)
_VALIDATION = frozenset(
    {
        "ValidationError",
        "ValidationException",
        "InvalidParameterValue",
        "InvalidParameterValueException",
        "InvalidParameterException",
        "InvalidParameter",
        "InvalidParameterCombination",
        "InvalidRequest",
        "InvalidRequestException",
        "InvalidArgument",
        "InvalidInput",
        "InvalidInputException",
        "MalformedPolicyDocument",
        "MissingParameter",
        "BadRequestException",
        "SerializationException",
        "InvalidBucketName",
    }
)
_EXISTS = re.compile(
    r"(AlreadyExist|AlreadyOwned|Duplicate|Conflict\b|EntityAlreadyExists|ResourceInUse|QueueNameExists)"
)
_NOT_FOUND = re.compile(r"(NotFound|NoSuch|NonExistent|DoesNotExist|^404$|UnknownResource|InvalidKeyPair\.NotFound)")
_ENCODED = re.compile(r"\s*Encoded authorization failure message:\s*\S+", re.IGNORECASE)
_KEY_ID = re.compile(r"\b((?:AKIA|ASIA)[A-Z0-9]{4})[A-Z0-9]{12}\b")
_DENIED_MESSAGE = re.compile(r"User: (?P<who>\S+) is not authorized to perform: (?P<action>[\w-]+:\w+)")
_USER_INFO = re.compile(r"(?<=//)[^/?#]*@")
_TUNNEL = re.compile(r"Tunnel connection failed: (?P<status>\d{3})")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_MESSAGE_CHARS = 400
_CODE = re.compile(r"[\w.:/-]{1,128}", re.ASCII)  # what has another form is no code, whoever sent it


@dataclass(frozen=True, kw_only=True, slots=True)
class CallPlace:
    """Where an error happened: the account, the region, and the operation where there was one."""

    account: Account
    region: str
    operation: OperationId | None = None

    @property
    def sign_in(self) -> str:
        """How to get fresh credentials for the account."""
        match self.account.kind:
            case AccountKind.PROFILE:
                return self.account.renewal or "Renew its credentials, or choose another account."
            case AccountKind.ENVIRONMENT:
                return "Set fresh credentials in the environment and start Baton again."
            case AccountKind.DEMO:
                return "Choose the demo account again; it starts afresh."


def aws_error(error: Exception, place: CallPlace) -> BatonError:
    """The error that tells the person about ``error``. A ``BatonError`` comes back as it is."""
    if isinstance(error, BatonError):
        return error
    from botocore import exceptions as boto
    from botocore.parsers import ResponseParserError

    if isinstance(error, boto.ClientError):
        return _service_error(error, place)
    if isinstance(error, ResponseParserError) or _was_parsing(error):
        return _unreadable(error, place)
    for kinds, make in _botocore_rules():
        if isinstance(error, kinds):
            return make(error, place)
    match error:  # what botocore tells by its words alone
        case RuntimeError() if "still expired" in str(error):
            return _expired(error, place)
        case ValueError() if str(error).startswith("Invalid endpoint"):
            return AwsError(
                f"The endpoint set for {_name(place)} is no address.",
                remedy="Mend endpoint_url in the AWS configuration, or AWS_ENDPOINT_URL in the environment.",
            )
    detail = _bare(error)
    log.warning("an error of %s that has no words yet: %s", place.operation or "the account", detail)
    return AwsError("The call to AWS did not succeed.", remedy="Try again; the log has the details.", detail=detail)


def _was_parsing(error: Exception) -> bool:
    """Whether botocore's parser fell over an answer: bytes that are no text, a number where a list belongs."""
    return any(frame.f_globals.get("__name__") == "botocore.parsers" for frame, _ in walk_tb(error.__traceback__))


def _bare(error: Exception) -> str:
    """What an error says. Not its representation, which may hold the whole answer that could not be read."""
    return f"{type(error).__name__}: {_clean(str(error))}"


_Maker = Callable[[Exception, CallPlace], BatonError]


@lru_cache(maxsize=1)
def _botocore_rules() -> tuple[tuple[tuple[type[Exception], ...], _Maker], ...]:
    """Botocore's own exceptions, the most specific first."""
    from botocore import exceptions as boto

    return (
        ((boto.NoCredentialsError, boto.NoAuthTokenError, boto.PartialCredentialsError), _no_credentials),
        ((boto.SSOError, boto.LoginError, boto.TokenRetrievalError), _expired),
        ((boto.ProfileNotFound,), _no_profile),
        ((boto.InvalidConfigError,), _unusable_configuration),
        ((boto.ConfigParseError, boto.ConfigNotFound), _damaged_configuration),
        (
            (boto.CredentialRetrievalError, boto.MetadataRetrievalError, boto.RefreshWithMFAUnsupportedError),
            _no_retrieval,
        ),
        ((boto.UnknownCredentialError,), _damaged_configuration),
        ((boto.SSLError,), _certificate),
        ((boto.ConnectTimeoutError, boto.ReadTimeoutError), _timed_out),
        ((boto.ProxyConnectionError,), _proxy),
        ((boto.EndpointConnectionError, boto.ConnectionError, boto.HTTPClientError), _unreachable),
        ((boto.NoRegionError, boto.UnknownRegionError, boto.InvalidRegionError, boto.UnknownEndpointError), _region),
        ((boto.ParamValidationError, boto.ValidationError, boto.UnsupportedS3ArnError), _parameters),
        ((boto.EndpointProviderError, boto.UnsupportedS3ConfigurationError), _parameters),
    )


def _name(place: CallPlace) -> str:
    return repr(place.account.title)


def _no_credentials(_error: Exception, place: CallPlace) -> BatonError:
    remedy = "Run aws configure, or choose another account."
    if place.account.kind is AccountKind.PROFILE:
        remedy = place.account.renewal or "Run aws configure sso or aws configure, or choose another account."
    return AwsCredentialsError(f"There are no AWS credentials for {_name(place)}.", remedy=remedy)


def _expired(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        f"The sign-in for {_name(place)} has expired or is missing.", remedy=place.sign_in, code="ExpiredToken"
    )


def _no_profile(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        f"There is no AWS profile {_name(place)}.", remedy="Choose another account, or add it with aws configure."
    )


def _damaged_configuration(error: Exception, _place: CallPlace) -> BatonError:
    path = getattr(error, "kwargs", {}).get("path")
    return AwsCredentialsError(
        f"The AWS configuration{f' {str(path)!r}' if path else ''} cannot be read.",
        remedy="Mend the file (each section begins with [profile NAME]); the demo account works meanwhile.",
    )


def _unusable_configuration(error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        f"The AWS configuration does not fit for {_name(place)}: {_sentence(_clean(str(error)))}",
        remedy="Mend it in ~/.aws/config, or choose another account.",
    )


def _no_retrieval(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(f"The credentials for {_name(place)} could not be fetched.", remedy=place.sign_in)


def _unreadable(error: Exception, place: CallPlace) -> BatonError:
    if place.account.kind is AccountKind.DEMO:
        return UnsupportedError(
            f"The demo account cannot do {place.operation}.", remedy="Choose an account of your own for it."
        )
    return MalformedReplyError(
        f"What answered in {place.region} does not speak AWS's protocol.",
        remedy="Check the proxy and any endpoint set in the AWS configuration.",
        detail=_clean(str(error)),
    )


def _certificate(_error: Exception, place: CallPlace) -> BatonError:
    return untrusted(f"of AWS's endpoint in {place.region}")


def _timed_out(_error: Exception, place: CallPlace) -> BatonError:
    return TimedOutError(
        f"AWS did not answer in time in {place.region}.",
        remedy="Try again, or allow more time in Settings > AWS. A change may have been made: look before repeating.",
    )


def _proxy(error: Exception, place: CallPlace) -> BatonError:
    known = getattr(error, "kwargs", {})
    address = _USER_INFO.sub("", str(known.get("proxy_url", "")))
    refused = _TUNNEL.search(str(known.get("error", "")))
    if refused is None:
        return proxy_unreachable(address)
    if refused["status"] == "407":
        return proxy_wants_login(address)
    return proxy_refused(address, f"AWS in {place.region}", refused["status"])


def _unreachable(_error: Exception, place: CallPlace) -> BatonError:
    if place.account.kind is AccountKind.DEMO:
        return UnreachableError(
            "The demo account stopped.", remedy="Try again: it starts afresh, without what was changed before."
        )
    service = place.operation.service if place.operation else "AWS"
    return UnreachableError(
        f"{service} in {place.region} cannot be reached.",
        remedy="Check the network and the proxy, and that the service exists in this region.",
    )


def _region(_error: Exception, place: CallPlace) -> BatonError:
    return AwsParameterError(
        f"There is no endpoint for region {place.region!r}.", remedy="Choose another region.", code="UnknownRegion"
    )


def _parameters(error: Exception, place: CallPlace) -> BatonError:
    report = str(getattr(error, "kwargs", {}).get("report", "")) or str(error)
    problems = tuple(_sentence(_clean(line)) for line in report.splitlines() if line.strip())
    operation = f" of {place.operation}" if place.operation else ""
    return AwsParameterError(
        f"The parameters{operation} do not fit: {problems[0] if problems else 'AWS would refuse them.'}",
        problems=problems,
        remedy="Mend them and try again.",
    )


def _clean(message: str) -> str:
    """AWS's own words, on one line, without what must not be shown."""
    message = _KEY_ID.sub(r"\1…", _ENCODED.sub("", message))
    message = _SPACES.sub(" ", message).strip()
    return message if len(message) <= _MESSAGE_CHARS else message[: _MESSAGE_CHARS - 1] + "…"


def _sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?", "…")) else message + "."


def _service_error(error: Exception, place: CallPlace) -> BatonError:
    response = getattr(error, "response", {})
    answer = response.get("Error", {}) or {}
    code = str(answer.get("Code") or "").removeprefix("Client.").rpartition("#")[2]
    code = code if _CODE.fullmatch(code) else ""
    status = response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    raw = str(answer.get("Message") or answer.get("message") or "")
    said = _sentence(_clean(raw)) if raw else "AWS gave no reason."
    operation = str(place.operation) if place.operation else "the call"
    if place.account.kind is AccountKind.DEMO and not _is_bare(place, code) and _is_gap(code, raw, status):
        return UnsupportedError(
            f"The demo account cannot do {operation}.", remedy="Choose an account of your own for it.", detail=raw[:200]
        )
    if code in EXPIRED_CODES:
        return AwsCredentialsError(f"The credentials for {_name(place)} have expired.", code=code, remedy=place.sign_in)
    if code in _CLOCK:
        return AwsCredentialsError(
            "AWS refused the call because this machine's clock is wrong.",
            code=code,
            remedy="Set the clock (most systems do it over the network), then try again.",
        )
    if code in _BAD_CREDENTIALS:
        return AwsCredentialsError(
            f"AWS does not accept the credentials for {_name(place)} in {place.region}.",
            code=code,
            remedy=f"{_sentence(place.sign_in)} If they are right, the region may not be enabled for the account.",
        )
    if code in THROTTLED_CODES or status == 429:
        return AwsThrottledError(
            f"AWS asked to slow down ({operation}).", code=code, remedy="Wait a moment, then try again."
        )
    if "MultiFactorAuthentication failed" in raw:
        return AwsCredentialsError(
            f"AWS did not accept the MFA code for {_name(place)}.",
            code=code,
            remedy="Wait until the device shows the next code, then try again; a code counts only once.",
        )
    if code in _DENIED:
        return _denied(code, raw, said, operation, place)
    if code in _VALIDATION:
        return AwsParameterError(f"AWS refused the parameters of {operation}: {said}", problems=(said,), code=code)
    if _NOT_FOUND.search(code):
        return AwsRejectedError(
            f"AWS knows no such thing: {said}",
            code=code,
            remedy=f"Check the name, and that it is in {place.region} of this account.",
        )
    if _EXISTS.search(code):
        return AwsRejectedError(f"It is there already, or in use: {said}", code=code, remedy="Choose another name.")
    if isinstance(status, int) and status >= 500:
        refused = AwsError(
            f"AWS had a fault of its own ({operation}): {said}", code=code, remedy="Try again in a moment."
        )
        refused.retryable = True
        return refused
    return AwsRejectedError(f"AWS refused {operation}: {said}", code=code)


def _denied(code: str, raw: str, said: str, operation: str, place: CallPlace) -> BatonError:
    found = _DENIED_MESSAGE.search(raw)
    if found:
        message = f"{found['who']} may not perform {found['action']}."
        remedy = f"Ask an administrator to allow {found['action']}, or choose another account."
        detail = "explicit deny" if "explicit deny" in raw else ""
        if detail:
            message = f"{found['who']} may not perform {found['action']}: a policy denies it explicitly."
        return AwsAccessDeniedError(message, code=code, remedy=remedy, detail=detail)
    return AwsAccessDeniedError(
        f"{_name(place)} may not perform {operation}: {said}",
        code=code,
        remedy="Ask an administrator for the permission, or choose another account.",
    )


def _is_bare(place: CallPlace, code: str) -> bool:
    """Whether this is S3's answer to a HEAD request for what is not there, which has no words at all."""
    return code == "404" and place.operation is not None and place.operation.operation.startswith("Head")


def _is_gap(code: str, raw: str, status: object) -> bool:
    """Whether moto said, in one of its ways, that it does not have the operation."""
    return (
        raw.startswith("<!doctype html>")
        or code
        in {"NotImplemented", "UnknownOperationException", "InvalidAction", "500", "501", "405", "InternalFailure"}
        or "not been implemented" in raw
        or "not yet implemented" in raw
        or "NotImplementedError" in raw
        or status in {405, 500, 501}
        or (code == "404" and not raw)
        or (code == "404" and raw == "Not Found" and status == 404)
    )
