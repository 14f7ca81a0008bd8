"""From what Bedrock says went wrong to what a person can do about it: refusals, and exceptions amid a stream.

Owns what concerns models. Credentials, rights and the clock are the account's to tell
(:meth:`app.domain.bedrock.BedrockAccount.refusal`).
"""

from __future__ import annotations

import json
import re

from app.domain.bedrock import BedrockAccount, BedrockOperation
from app.domain.errors import (
    AwsAccessDeniedError,
    BatonError,
    ContextOverflowError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    RefusedByProviderError,
    TimedOutError,
    UnsupportedError,
)
from app.domain.language import marked, tr
from app.providers.exchanges import mapping, text_of
from app.providers.faults import Exchange

_OVERFLOW = re.compile(
    r"too long|context (length|window)|maximum (context|number of (input )?tokens)|exceeds? the (model|maximum|input)"
    r"|too many (input )?tokens|input length|token limit",
    re.IGNORECASE,
)
_NO_SUCH_MODEL = re.compile(r"model identifier is invalid|could not resolve the foundation model|end of its life", re.I)
_NEEDS_PROFILE = re.compile(r"on-demand throughput", re.IGNORECASE)
_NO_MODEL_ACCESS = re.compile(r"access to the model|model access|not available for this account|use case details", re.I)
_BLOCKED = re.compile(r"content (filter|polic)|guardrail|usage polic", re.IGNORECASE)
_LIST = marked("baton models --refresh lists those you can use.")


def refusal(
    account: BedrockAccount, operation: BedrockOperation, exchange: Exchange, *, code: str, said: str, status: int
) -> BatonError:
    """The error for an answer that is a refusal, or for an exception amid a stream. Codes are matched whatever their
    first letter: a stream begins them with a small one.
    """
    kind = code.removesuffix("Exception").lower()
    shown = exchange.shown(said)
    quoted = " " + tr("It said: {words}", words=shown) if shown else ""
    title = exchange.title
    match kind:
        case "throttling" | "toomanyrequests" | "servicequotaexceeded":
            return RateLimitedError(
                tr("{title} is getting too many requests from this account.", title=title), detail=shown
            )
        case "modelnotready":
            return ProviderFaultError(
                tr("{model!r} is not ready yet.", model=exchange.model),
                remedy=tr("Try again in a moment."),
                detail=shown,
            )
        case "modeltimeout":
            return TimedOutError(
                tr("{model!r} took too long and gave up.", model=exchange.model), remedy=tr("Try again."), detail=shown
            )
        case "modelerror" | "modelstreamerror":
            return ProviderFaultError(
                tr("{model!r} failed on this request.{quoted}", model=exchange.model, quoted=quoted),
                remedy=tr("Try again, or choose another model."),
            )
        case "serviceunavailable":
            return ProviderFaultError(
                tr("{title} is overloaded.", title=title), remedy=tr("Try again in a moment."), detail=shown
            )
        case "resourcenotfound":
            return _no_model(exchange, quoted)
        case "validation":
            return _validation(exchange, said, quoted)
        case "accessdenied" if _NO_MODEL_ACCESS.search(said):
            return AwsAccessDeniedError(
                tr("This account has no access to {model!r}.{quoted}", model=exchange.model, quoted=quoted),
                code=code,
                remedy=tr("Ask for access to it in the Bedrock console (Model access), or choose another model."),
            )
        case _ if status >= 500 or kind == "internalserver":
            return ProviderFaultError(
                tr("{title} has a fault of its own ({status}).{quoted}", title=title, status=status, quoted=quoted),
                remedy=tr("Try again."),
            )
        case _ if status == 404:
            return _no_model(exchange, quoted)
        case _:
            return account.refusal(operation, code=code[:1].upper() + code[1:], message=said, status=status)


def code_and_words(header: str, body: bytes) -> tuple[str, str]:
    """The error's code and message. ``header`` is ``x-amzn-errortype``, where the code may stand before a colon."""
    try:
        told = mapping(json.loads(body))
    except (ValueError, RecursionError):
        told = {}
    code = header.partition(":")[0] or text_of(told.get("__type")) or text_of(told.get("code"))
    return code.rpartition("#")[2], text_of(told.get("message")) or text_of(told.get("Message"))


def _no_model(exchange: Exchange, quoted: str) -> BatonError:
    return NotFoundError(
        tr(
            "{title} has no model {model!r} in this region.{quoted}",
            title=exchange.title,
            model=exchange.model,
            quoted=quoted,
        ),
        remedy=tr(_LIST),
    )


def _validation(exchange: Exchange, said: str, quoted: str) -> BatonError:
    if _NO_SUCH_MODEL.search(said):
        return _no_model(exchange, quoted)
    if _NEEDS_PROFILE.search(said):
        return UnsupportedError(
            tr("{model!r} is answered only through an inference profile.", model=exchange.model),
            remedy=tr(
                "Choose its name with a region before it, as in us.{model}; baton models --refresh lists those you can "
                "use.",
                model=exchange.model,
            ),
        )
    if _OVERFLOW.search(said):
        return ContextOverflowError(
            tr("The conversation is longer than {model!r} takes.{quoted}", model=exchange.model, quoted=quoted),
            remedy=tr("Start a new chat, shorten the message, or choose a model with more context."),
        )
    if _BLOCKED.search(said):
        return RefusedByProviderError(
            tr("{title} refused the request.{quoted}", title=exchange.title, quoted=quoted),
            remedy=tr("Word it differently, or choose another model."),
        )
    return UnsupportedError(
        tr("{title} does not take this request.{quoted}", title=exchange.title, quoted=quoted),
        remedy=tr("Change the parameters in the model dock, or choose another model."),
    )
