"""Failures as the API reports them: an HTTP status and OpenAI's error object."""

from __future__ import annotations

from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    KeyProblemError,
    ModelFileError,
    NotFoundError,
    OutOfMemoryError,
    RateLimitedError,
    UnsupportedError,
    UsageError,
    WorkerDiedError,
)
from app.services.serving.json_body import BadRequestError


def status_of(error: BatonError) -> int:
    """The HTTP status of a failure. 503 where the same request may succeed later."""
    match error:
        case UsageError() | UnsupportedError() | ContextOverflowError():
            return 400
        case KeyProblemError():
            return 401
        case NotFoundError():
            return 404
        case RateLimitedError():
            return 429
        case OutOfMemoryError() | WorkerDiedError():
            return 503
        case _:
            return 500


def error_object(error: BatonError) -> dict[str, object]:
    """The body of an answer that reports ``error``, or a piece of a stream that it ends."""
    code: str | None = None
    field: str | None = None
    match error:
        case BadRequestError():
            code, field = error.code, error.field
        case ContextOverflowError():
            code, field = "context_length_exceeded", "messages"
        case NotFoundError():
            code, field = "model_not_found", "model"
        case ModelFileError():
            code, field = "model_unusable", "model"
        case OutOfMemoryError():
            code = "out_of_memory"
        case WorkerDiedError():
            code = "model_stopped"
        case UnsupportedError():
            code = "unsupported"
        case _:
            pass
    return plain_error(str(error), status_of(error), field=field, code=code)


def plain_error(message: str, status: int, *, field: str | None = None, code: str | None = None) -> dict[str, object]:
    """OpenAI's error object."""
    return {"error": {"message": message, "type": _type(status), "param": field, "code": code}}


def _type(status: int) -> str:
    match status:
        case 401:
            return "authentication_error"
        case 403:
            return "permission_error"
        case 404:
            return "not_found_error"
        case 429:
            return "rate_limit_error"
        case _ if status >= 500:
            return "server_error"
        case _:
            return "invalid_request_error"
