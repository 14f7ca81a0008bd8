"""From what went wrong on the wire to what a person can do about it: one table for every HTTP vendor.

Owns the words, and the guard around every exchange. Refuses SDK types: each provider hands in a function that takes
its own SDK's errors apart.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.errors import (
    AccountRefusedError,
    BatonError,
    ContextOverflowError,
    KeyProblemError,
    MalformedReplyError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    RefusedByProviderError,
    StreamCutError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from app.domain.language import tr
from app.domain.network import told_before, untrusted
from app.domain.stream import RateLimits
from app.providers.connection import is_loopback
from app.providers.exchanges import count_of, mapping
from app.providers.rate_limits import wait_s
from app.providers.vendor_text import fit_to_show

_OVERFLOW = re.compile(
    r"context.?length|prompt is too long|maximum context|context window|exceeds? the available context|"
    r"exceed context limit|too many (input )?tokens|request too large|input is too long",
    re.IGNORECASE,
)
_BILLING = re.compile(
    r"insufficient.?(quota|balance|credit|funds)|credit balance|billing|payment|spend.?limit", re.IGNORECASE
)
_POLICY = re.compile(
    r"content.?(policy|filter|management)|safety|policy_violation|bio_policy|invalid_prompt|unsupported_country|"
    r"misalignment",
    re.IGNORECASE,
)
_READ_CHARS = 20_000  # of a vendor's words: a page of any length would hold the window up
_USER_INFO = re.compile(r"(?<=//)[^/?#]*@")  # by pattern: the address may be none that can be parsed
_STATUS_OF_KIND = {
    "authentication_error": 401,
    "permission_error": 403,
    "billing_error": 402,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "rate_limit_exceeded": 429,
    "invalid_request_error": 400,
    "invalid_prompt": 400,
    "api_error": 500,
    "server_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}


@dataclass(slots=True)
class Exchange:
    """One request under way: to whom, with what key (never shown), for which model, and whether an answer began.

    ``url`` is for messages: a user and password in it are left out at once. ``limits``: what the answer's headers said.
    """

    provider: str
    title: str
    url: str
    key: str | None = None
    model: str | None = None
    started: bool = False
    limits: RateLimits | None = None

    def __post_init__(self) -> None:
        self.url = _USER_INFO.sub("", self.url)

    def shown(self, text: object) -> str:
        """``text`` without this request's key."""
        return fit_to_show(text, self.key)


@contextmanager
def mapped(
    exchange: Exchange, *, sdk_error: type[Exception], sdk_fault: Callable[[Exchange, Exception], BatonError | None]
) -> Iterator[None]:
    """Turn every error of an SDK, and of the transport under it, into one of the domain's.

    ``sdk_error`` is the class that all of the SDK's errors share; ``sdk_fault`` knows those that are its own, and
    leaves with ``None`` what every vendor has in common.
    """
    import httpx2

    try:
        yield
    except (sdk_error, httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError) as fault:
        raise sdk_fault(exchange, fault) or _shared_fault(exchange, fault) from None
    except RecursionError:  # the SDK reads JSON that nests deeper than Python can follow
        raise malformed(exchange, "JSON nested too deeply") from None


def _shared_fault(exchange: Exchange, fault: Exception) -> BatonError:
    import httpx2

    match fault:
        case httpx2.HTTPError() | httpx2.StreamError():
            return transport_fault(exchange, fault)
        case httpx2.InvalidURL():
            return UnreachableError(
                tr("{url!r} is no address.", url=exchange.url),
                remedy=tr("Write it as https://host/v1 in Settings > Endpoints."),
            )
        case ValueError():
            return malformed(exchange, fault)
        case _:
            return ProviderFaultError(
                tr("The request to {title} failed.", title=exchange.title),
                remedy=tr("Try again."),
                detail=exchange.shown(fault),
            )


def no_usable_key(exchange: Exchange) -> KeyProblemError:
    """The error for an SDK that found no key it could use."""
    return KeyProblemError(tr("There is no usable key for {title}.", title=exchange.title), provider=exchange.provider)


def status_of_kind(kind: object, status: int) -> int:
    """The HTTP status that a vendor's error kind stands for, where the real one is 200 (an error amid a stream)."""
    return _STATUS_OF_KIND.get(kind, 500) if status < 300 and isinstance(kind, str) else status


def status_fault(
    exchange: Exchange, status: int, *, said: str, kind: str = "", headers: Mapping[str, str] | None = None
) -> BatonError:
    """The error for an HTTP status; ``said`` and ``kind`` are the vendor's message and code."""
    error = _error_of_status(exchange, status, said, kind, headers)
    error.status = status
    return error


def _error_of_status(
    exchange: Exchange, status: int, said: str, kind: str, headers: Mapping[str, str] | None
) -> BatonError:
    said = said[:_READ_CHARS]
    title, shown = exchange.title, exchange.shown(said)
    words = f"{kind} {said}"
    quoted = " " + tr("It said: {words}", words=shown) if shown else ""
    if status == 402 or (status in (400, 403, 422, 429) and _BILLING.search(words)):
        return AccountRefusedError(
            tr(
                "{title} refused: the account has no credit left, or a limit was reached.{quoted}",
                title=title,
                quoted=quoted,
            ),
            remedy=tr("Check the billing page of {title}.", title=title),
        )
    if status == 451 or (status in (400, 403, 422) and _POLICY.search(words)):
        return RefusedByProviderError(
            tr("{title} refused the request.{quoted}", title=title, quoted=quoted),
            remedy=tr("Word it differently, or choose another model."),
        )
    if status in (400, 413, 422) and (status == 413 or _OVERFLOW.search(words)):
        return ContextOverflowError(
            tr("The conversation is longer than {model!r} takes.{quoted}", model=exchange.model, quoted=quoted)
            if exchange.model
            else tr("The conversation is longer than the model takes.{quoted}", quoted=quoted),
            remedy=tr("Start a new chat, shorten the message, or choose a model with more context."),
        )
    match status:
        case 401:
            return KeyProblemError(
                tr("{title} did not accept the key.", title=title), provider=exchange.provider, detail=shown
            )
        case 403:
            return KeyProblemError(
                tr("The key for {title} may not do this.{quoted}", title=title, quoted=quoted),
                provider=exchange.provider,
                remedy=tr("Use a key with more rights, or choose another model."),
            )
        case 404 | 410 if exchange.model:
            return NotFoundError(
                tr("{title} has no model {model!r}, or this key may not use it.", title=title, model=exchange.model),
                remedy=tr("baton models --refresh lists those you can use."),
                detail=shown,
            )
        case 404 | 405 | 410:
            return NotFoundError(
                tr("There is no model service at {url}.", url=exchange.url),
                remedy=tr("Check the address in Settings > Endpoints; it usually ends in /v1."),
                detail=shown,
            )
        case 408 | 504:
            return TimedOutError(
                tr("{title} took too long and gave up.", title=title), remedy=tr("Try again."), detail=shown
            )
        case 429:
            return RateLimitedError(
                tr("{title} is getting too many requests from this key.", title=title),
                retry_after_s=wait_s(headers or {}),
                detail=shown,
            )
        case 407:
            return UnreachableError(
                tr("The proxy wants a log-in."), remedy=tr("Put user and password into HTTPS_PROXY."), detail=shown
            )
        case 409 | 421 | 425:
            return ProviderFaultError(
                tr("{title} could not take the request just now.{quoted}", title=title, quoted=quoted),
                remedy=tr("Try again."),
            )
        case _ if 400 <= status < 500 or status == 501:
            return UnsupportedError(
                tr("{title} does not take this request.{quoted}", title=title, quoted=quoted),
                remedy=tr("Change the parameters in the model dock, or choose another model."),
            )
        case _ if 300 <= status < 400:
            return UnreachableError(
                tr("{url} only points to another address.", url=exchange.url),
                remedy=tr("Put the final address of the service in Settings > Endpoints."),
            )
        case 529 | 503:
            return ProviderFaultError(
                tr("{title} is overloaded.", title=title), remedy=tr("Try again in a moment."), detail=shown
            )
        case _:
            return ProviderFaultError(
                tr("{title} has a fault of its own ({status}).{quoted}", title=title, status=status, quoted=quoted),
                remedy=tr("Try again."),
            )


def transport_fault(exchange: Exchange, fault: BaseException) -> BatonError:
    """The error for a connection that failed, timed out, or broke in the middle of an answer."""
    import httpx2

    causes = list(_causes(fault))
    title, url = exchange.title, exchange.url
    certificate = next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if (told := told_before(causes)) is not None:
        return told
    if certificate is not None:
        return untrusted(tr("of {host}", host=url), exchange.shown(certificate.verify_message))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return UnreachableError(
            tr("{url} could not be reached securely.", url=url),
            remedy=tr("Check that the address begins with the right https or http."),
        )
    if any(isinstance(cause, httpx2.ConnectTimeout) for cause in causes):
        return TimedOutError(
            tr("{url} could not be reached in time.", url=url),
            remedy=tr("Check the network, the proxy and the address."),
        )
    if any(isinstance(cause, (httpx2.TimeoutException, TimeoutError)) for cause in causes):
        return TimedOutError(
            tr("{title} sent nothing for too long.", title=title),
            remedy=tr("Try again, or raise 'Wait for a model at most' in the settings."),
        )
    if exchange.started:
        return cut(exchange)
    if any(isinstance(cause, httpx2.DecodingError) for cause in causes):
        return malformed(exchange, fault)
    if any(isinstance(cause, httpx2.RemoteProtocolError) for cause in causes):
        return UnreachableError(tr("{url} ended the connection without an answer.", url=url), remedy=tr("Try again."))
    if is_loopback(url):
        return UnreachableError(
            tr("Nothing answers at {url}.", url=url),
            remedy=tr("Start {title}, or check its address in Settings > Endpoints.", title=title),
        )
    return UnreachableError(
        tr("{url} cannot be reached.", url=url), remedy=tr("Check the address, the network and the proxy.")
    )


def cut(exchange: Exchange) -> StreamCutError:
    """The error for an answer that broke off."""
    return StreamCutError(
        tr("The answer from {title} broke off.", title=exchange.title), remedy=tr("What came is kept; try again.")
    )


def malformed(exchange: Exchange, detail: object = "") -> MalformedReplyError:
    """The error for a reply that is not the vendor's protocol."""
    return MalformedReplyError(
        tr(
            "{url} answered with something that is not the protocol of {title}.", url=exchange.url, title=exchange.title
        ),
        remedy=tr("Check the address in Settings > Endpoints; it usually ends in /v1."),
        detail=exchange.shown(detail),
    )


def counted(exchange: Exchange, reply: object) -> int:
    """The number of tokens in the reply of a vendor's counter. Raises ``MalformedReplyError`` where there is none."""
    tokens = count_of(mapping(reply).get("input_tokens"))
    if not tokens:
        raise malformed(exchange, reply)
    return tokens


def silent(exchange: Exchange, content_type: str) -> MalformedReplyError:
    """The error for a reply without a single event: no stream at all, or one that ended before it began."""
    if not content_type.startswith("text/event-stream"):
        return malformed(exchange, content_type)
    return MalformedReplyError(
        tr("{title} began an answer and ended it without a word.", title=exchange.title),
        # llama-cpp-python's server does just this; what went wrong stands in its own log only.
        remedy=tr("The conversation may be longer than the model's context: shorten it, or see the server's log."),
    )


def _causes(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    queue: list[BaseException | None] = [fault]
    while queue:
        cause = queue.pop()
        if cause is None or cause in found:
            continue
        found.append(cause)
        queue += [cause.__cause__, cause.__context__]
    return found
