"""Every failure Baton tells a person about: what happened in one sentence, and what to do about it in another.

The tree follows what the person can do, not where the fault arose::

    BatonError
    ├── KeyProblemError            set or mend a key
    ├── RateLimitedError           wait (``retry_after_s``)
    ├── ContextOverflowError       shorten, or choose a model with more context
    ├── UnsupportedError           choose another model, parameter or value
    ├── UnreachableError           check the address, the network, the proxy, the certificate
    │   ├── CertificateError
    │   └── TimedOutError
    ├── ProviderFaultError         the vendor's fault: try again
    │   ├── StreamCutError         the answer broke off; what came is kept
    │   └── MalformedReplyError    the endpoint does not speak the protocol
    ├── RefusedByProviderError     the vendor's filter or account rules said no
    │   └── AccountRefusedError    pay, or raise the account's limit
    ├── NotFoundError              no such model, conversation, operation, account
    ├── ModelFileError             a GGUF that cannot be used
    ├── OutOfMemoryError           the model does not fit
    ├── WorkerDiedError            the local model's process ended
    ├── AwsError                   what AWS, or the way there, said
    │   ├── AwsCredentialsError    sign in again, or choose an account
    │   ├── AwsAccessDeniedError   ask for the permission
    │   ├── AwsThrottledError      wait
    │   ├── AwsParameterError      mend the parameters (``problems``)
    │   └── AwsRejectedError       AWS refused the call (``code``)
    ├── NotAllowedError            the policy, or the person, said no
    │   ├── BudgetError            raise the budget, or wait for its next day or month
    │   └── FilteredError          the person's own moderation filter held it back
    ├── StorageError               what is on disk
    │   ├── DamagedFileError       kept aside (``kept_at``), begun afresh
    │   ├── KeyLostError           unlock the keyring, put the key back, or restore a plain backup
    │   ├── NewerVersionError      update Baton
    │   └── DiskFullError          free space, or make the folder writable
    ├── OwnFaultError              Baton's own fault: the log has the details
    └── UsageError                 the input itself is wrong (wrong usage; exit status 2)

Messages name the offending thing with ``!r``, never contain a key, and never an exception's class name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.language import tr
from app.domain.text import wait_words


class BatonError(Exception):
    """A failure with a remedy.

    ``message``: what happened, one sentence. ``remedy``: what to do, one sentence, or empty. ``retryable``: whether
    the same request may succeed if simply sent again. ``detail``: what a log may want and a person rarely does.
    """

    retryable = False
    status: int | None = None
    """The HTTP status that a vendor answered with, where that was the fault."""

    def __init__(self, message: str, *, remedy: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    @property
    def fault_kind(self) -> str:
        """What a log may say of it wherever a vendor's words may be in it: those often quote the message sent."""
        return type(self).__name__ + (f" {self.status}" if self.status is not None else "")


class KeyProblemError(BatonError):
    """A key is missing, wrong or lacks rights; ``provider`` is whose."""

    def __init__(self, message: str, *, provider: str, remedy: str = "", detail: str = "") -> None:
        super().__init__(
            message,
            remedy=remedy or tr("Set the key again: baton keys set {provider}, or Settings > Keys.", provider=provider),
            detail=detail,
        )
        self.provider = provider


class RateLimitedError(BatonError):
    """Too many requests. ``retry_after_s`` is what the vendor asked for, or ``None``."""

    retryable = True

    def __init__(self, message: str, *, retry_after_s: float | None = None, remedy: str = "", detail: str = "") -> None:
        wait = (
            tr("Try again in {time}.", time=wait_words(retry_after_s))
            if retry_after_s
            else tr("Wait a moment, then try again.")
        )
        super().__init__(message, remedy=remedy or wait, detail=detail)
        self.retry_after_s = retry_after_s


class ContextOverflowError(BatonError):
    """The conversation is longer than the model's context. ``by_choice``: the person wants nothing sent then."""

    by_choice = False


class UnsupportedError(BatonError):
    """The model, the endpoint or Baton cannot do what was asked; nothing was dropped silently."""


class UnreachableError(BatonError):
    """No connection to the endpoint."""

    retryable = True


class CertificateError(UnreachableError):
    """The endpoint's certificate is not trusted."""

    retryable = False


class TimedOutError(UnreachableError):
    """The endpoint did not answer in time."""


class ProviderFaultError(BatonError):
    """The vendor's own fault (a 5xx, an overload)."""

    retryable = True


class StreamCutError(ProviderFaultError):
    """The answer broke off in the middle; what came before stands."""


class MalformedReplyError(ProviderFaultError):
    """What came does not follow the vendor's protocol."""

    retryable = False


class RefusedByProviderError(BatonError):
    """The vendor refused the request (policy, billing, region)."""


class AccountRefusedError(RefusedByProviderError):
    """The account has no credit left, or reached a limit of its own: nothing is wrong with the request."""


class NotFoundError(BatonError):
    """No such thing; the message names it."""


class ModelFileError(BatonError):
    """A model file that is no GGUF, is truncated, or is of a kind llama.cpp cannot run."""


class OutOfMemoryError(BatonError):
    """The model, or its context, does not fit in memory."""


class WorkerDiedError(BatonError):
    """The local model's process ended before its answer did."""

    retryable = True


class AwsError(BatonError):
    """A call to AWS did not succeed. ``code`` is AWS's error code, where it gave one."""

    def __init__(self, message: str, *, code: str = "", remedy: str = "", detail: str = "") -> None:
        super().__init__(message, remedy=remedy, detail=detail)
        self.code = code


class AwsCredentialsError(AwsError):
    """No credentials, or expired ones."""


class AwsAccessDeniedError(AwsError):
    """The identity may not do this."""


class AwsThrottledError(AwsError):
    """AWS asked to slow down."""

    retryable = True


class AwsParameterError(AwsError):
    """The parameters do not fit the operation's model; ``problems`` has one sentence for each fault."""

    def __init__(self, message: str, *, problems: Sequence[str] = (), remedy: str = "", code: str = "") -> None:
        super().__init__(message, code=code, remedy=remedy)
        self.problems = tuple(problems)


class AwsRejectedError(AwsError):
    """AWS understood the call and refused it."""


class NotAllowedError(BatonError):
    """The policy or the person said no, or nobody was there to say yes."""


class BudgetError(NotAllowedError):
    """A budget the person set is used up; nothing was sent."""


class FilteredError(NotAllowedError):
    """The moderation filter that the person switched on held a message or an answer back, or could not judge it."""


class StorageError(BatonError):
    """Something on disk cannot be read or written."""


class DamagedFileError(StorageError):
    """A file is damaged. It was moved, unchanged, to ``kept_at``."""

    def __init__(self, message: str, *, kept_at: Path | None, remedy: str = "", detail: str = "") -> None:
        super().__init__(message, remedy=remedy, detail=detail)
        self.kept_at = kept_at


class KeyLostError(StorageError):
    """An encrypted file's key is not where it was kept, or is another; the file is left as it is."""


class NewerVersionError(StorageError):
    """A file was written by a newer Baton; it is left as it is."""


class DiskFullError(StorageError):
    """The disk is full, over quota or read-only."""


class OwnFaultError(BatonError):
    """Something in Baton broke; its log has the details."""


class UsageError(BatonError):
    """The input itself is wrong."""
