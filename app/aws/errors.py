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
from app.domain.language import tr
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
                return self.account.renewal or tr("Renew its credentials, or choose another account.")
            case AccountKind.ENVIRONMENT:
                return tr("Set fresh credentials in the environment and start Baton again.")
            case AccountKind.DEMO:
                return tr("Choose the demo account again; it starts afresh.")


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
                tr("The endpoint set for {account} is no address.", account=_name(place)),
                remedy=tr("Mend endpoint_url in the AWS configuration, or AWS_ENDPOINT_URL in the environment."),
            )
    detail = _bare(error)
    kind = type(error).__name__
    log.warning("an error of %s that has no words yet: %s", place.operation or "the account", kind)
    return AwsError(
        tr("The call to AWS did not succeed."), remedy=tr("Try again; the log has the details."), detail=detail
    )


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
    remedy = tr("Run aws configure, or choose another account.")
    if place.account.kind is AccountKind.PROFILE:
        remedy = place.account.renewal or tr("Run aws configure sso or aws configure, or choose another account.")
    return AwsCredentialsError(tr("There are no AWS credentials for {account}.", account=_name(place)), remedy=remedy)


def _expired(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        tr("The sign-in for {account} has expired or is missing.", account=_name(place)),
        remedy=place.sign_in,
        code="ExpiredToken",
    )


def _no_profile(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        tr("There is no AWS profile {account}.", account=_name(place)),
        remedy=tr("Choose another account, or add it with aws configure."),
    )


def _damaged_configuration(error: Exception, _place: CallPlace) -> BatonError:
    path = getattr(error, "kwargs", {}).get("path")
    return AwsCredentialsError(
        tr("The AWS configuration {path!r} cannot be read.", path=str(path))
        if path
        else tr("The AWS configuration cannot be read."),
        remedy=tr("Mend the file (each section begins with [profile NAME]); the demo account works meanwhile."),
    )


def _unusable_configuration(error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        tr(
            "The AWS configuration does not fit for {account}: {error}",
            account=_name(place),
            error=_sentence(_clean(str(error))),
        ),
        remedy=tr("Mend it in ~/.aws/config, or choose another account."),
    )


def _no_retrieval(_error: Exception, place: CallPlace) -> BatonError:
    return AwsCredentialsError(
        tr("The credentials for {account} could not be fetched.", account=_name(place)), remedy=place.sign_in
    )


def _unreadable(error: Exception, place: CallPlace) -> BatonError:
    if place.account.kind is AccountKind.DEMO:
        return UnsupportedError(
            tr("The demo account cannot do {operation}.", operation=place.operation),
            remedy=tr("Choose an account of your own for it."),
        )
    return MalformedReplyError(
        tr("What answered in {region} does not speak AWS's protocol.", region=place.region),
        remedy=tr("Check the proxy and any endpoint set in the AWS configuration."),
        detail=_clean(str(error)),
    )


def _certificate(_error: Exception, place: CallPlace) -> BatonError:
    return untrusted(tr("of AWS's endpoint in {region}", region=place.region))


def _timed_out(_error: Exception, place: CallPlace) -> BatonError:
    return TimedOutError(
        tr("AWS did not answer in time in {region}.", region=place.region),
        remedy=tr(
            "Try again, or allow more time in Settings > AWS. A change may have been made: look before repeating."
        ),
    )


def _proxy(error: Exception, place: CallPlace) -> BatonError:
    known = getattr(error, "kwargs", {})
    address = _USER_INFO.sub("", str(known.get("proxy_url", "")))
    refused = _TUNNEL.search(str(known.get("error", "")))
    if refused is None:
        return proxy_unreachable(address)
    if refused["status"] == "407":
        return proxy_wants_login(address)
    return proxy_refused(address, tr("AWS in {region}", region=place.region), refused["status"])


def _unreachable(_error: Exception, place: CallPlace) -> BatonError:
    if place.account.kind is AccountKind.DEMO:
        return UnreachableError(
            tr("The demo account stopped."), remedy=tr("Try again: it starts afresh, without what was changed before.")
        )
    service = place.operation.service if place.operation else "AWS"
    return UnreachableError(
        tr("{service} in {region} cannot be reached.", service=service, region=place.region),
        remedy=tr("Check the network and the proxy, and that the service exists in this region."),
    )


def _region(_error: Exception, place: CallPlace) -> BatonError:
    return AwsParameterError(
        tr("There is no endpoint for region {region!r}.", region=place.region),
        remedy=tr("Choose another region."),
        code="UnknownRegion",
    )


def _parameters(error: Exception, place: CallPlace) -> BatonError:
    report = str(getattr(error, "kwargs", {}).get("report", "")) or str(error)
    problems = tuple(_sentence(_clean(line)) for line in report.splitlines() if line.strip())
    problem = problems[0] if problems else tr("AWS would refuse them.")
    return AwsParameterError(
        tr("The parameters of {operation} do not fit: {problem}", operation=place.operation, problem=problem)
        if place.operation
        else tr("The parameters do not fit: {problem}", problem=problem),
        problems=problems,
        remedy=tr("Mend them and try again."),
    )


def _clean(message: str) -> str:
    """AWS's own words, on one line, without what must not be shown."""
    message = _KEY_ID.sub(r"\1…", _ENCODED.sub("", message))
    message = _SPACES.sub(" ", message).strip()
    return message if len(message) <= _MESSAGE_CHARS else message[: _MESSAGE_CHARS - 1] + "…"


def _sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?", "…", "。", "！", "？")) else message + "."


def _service_error(error: Exception, place: CallPlace) -> BatonError:
    response = getattr(error, "response", {})
    answer = response.get("Error", {}) or {}
    code = str(answer.get("Code") or "").removeprefix("Client.").rpartition("#")[2]
    code = code if _CODE.fullmatch(code) else ""
    status = response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    raw = str(answer.get("Message") or answer.get("message") or "")
    said = _sentence(_clean(raw)) if raw else tr("AWS gave no reason.")
    operation = str(place.operation) if place.operation else tr("the call")
    if place.account.kind is AccountKind.DEMO and not _is_bare(place, code) and _is_gap(code, raw, status):
        return UnsupportedError(
            tr("The demo account cannot do {operation}.", operation=operation),
            remedy=tr("Choose an account of your own for it."),
            detail=raw[:200],
        )
    if code in EXPIRED_CODES:
        return AwsCredentialsError(
            tr("The credentials for {account} have expired.", account=_name(place)), code=code, remedy=place.sign_in
        )
    if code in _CLOCK:
        return AwsCredentialsError(
            tr("AWS refused the call because this machine's clock is wrong."),
            code=code,
            remedy=tr("Set the clock (most systems do it over the network), then try again."),
        )
    if code in _BAD_CREDENTIALS:
        return AwsCredentialsError(
            tr(
                "AWS does not accept the credentials for {account} in {region}.",
                account=_name(place),
                region=place.region,
            ),
            code=code,
            remedy=tr(
                "{sign_in} If they are right, the region may not be enabled for the account.",
                sign_in=_sentence(place.sign_in),
            ),
        )
    if code in THROTTLED_CODES or status == 429:
        return AwsThrottledError(
            tr("AWS asked to slow down ({operation}).", operation=operation),
            code=code,
            remedy=tr("Wait a moment, then try again."),
        )
    if "MultiFactorAuthentication failed" in raw:
        return AwsCredentialsError(
            tr("AWS did not accept the MFA code for {account}.", account=_name(place)),
            code=code,
            remedy=tr("Wait until the device shows the next code, then try again; a code counts only once."),
        )
    if code in _DENIED:
        return _denied(code, raw, said, operation, place)
    if code in _VALIDATION:
        return AwsParameterError(
            tr("AWS refused the parameters of {operation}: {said}", operation=operation, said=said),
            problems=(said,),
            code=code,
        )
    if _NOT_FOUND.search(code):
        return AwsRejectedError(
            tr("AWS knows no such thing: {said}", said=said),
            code=code,
            remedy=tr("Check the name, and that it is in {region} of this account.", region=place.region),
        )
    if _EXISTS.search(code):
        return AwsRejectedError(
            tr("It is there already, or in use: {said}", said=said), code=code, remedy=tr("Choose another name.")
        )
    if isinstance(status, int) and status >= 500:
        refused = AwsError(
            tr("AWS had a fault of its own ({operation}): {said}", operation=operation, said=said),
            code=code,
            remedy=tr("Try again in a moment."),
        )
        refused.retryable = True
        return refused
    return AwsRejectedError(tr("AWS refused {operation}: {said}", operation=operation, said=said), code=code)


def _denied(code: str, raw: str, said: str, operation: str, place: CallPlace) -> BatonError:
    found = _DENIED_MESSAGE.search(raw)
    if found:
        who, action = found["who"], found["action"]
        is_explicit = "explicit deny" in raw
        message = (
            tr("{who} may not perform {action}: a policy denies it explicitly.", who=who, action=action)
            if is_explicit
            else tr("{who} may not perform {action}.", who=who, action=action)
        )
        remedy = tr("Ask an administrator to allow {action}, or choose another account.", action=action)
        detail = "explicit deny" if is_explicit else ""
        return AwsAccessDeniedError(message, code=code, remedy=remedy, detail=detail)
    return AwsAccessDeniedError(
        tr("{account} may not perform {operation}: {said}", account=_name(place), operation=operation, said=said),
        code=code,
        remedy=tr("Ask an administrator for the permission, or choose another account."),
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
