"""What one press can do about an error, as data: which errors have such a way out, and what its button says.

Refuses to carry one out: a front end knows how to open a page of settings, or to ask again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import (
    AccountRefusedError,
    AwsAccessDeniedError,
    AwsCredentialsError,
    BatonError,
    BudgetError,
    CertificateError,
    ContextOverflowError,
    DamagedFileError,
    DiskFullError,
    FilteredError,
    KeyLostError,
    KeyProblemError,
    ModelFileError,
    NewerVersionError,
    NotAllowedError,
    OutOfMemoryError,
    OwnFaultError,
    StorageError,
    UnreachableError,
    UnsupportedError,
    WorkerDiedError,
)
from app.domain.language import marked, tr


class RemedyKind(StrEnum):
    """What is done. ``RETRY`` is the business of whoever did what failed."""

    FIX_KEY = "fix-key"
    SIGN_IN = "sign-in"
    CHOOSE_MODEL = "choose-model"
    RETRY = "retry"
    FREE_SPACE = "free-space"
    RAISE_BUDGET = "raise-budget"
    CHECK_NETWORK = "check-network"
    LOOK_AT_POLICY = "look-at-policy"
    LOOK_AT_FILTER = "look-at-filter"
    MODEL_FILES = "model-files"
    SHOW_LOG = "show-log"
    RECOVER_HISTORY = "recover-history"


_WORDS = {
    RemedyKind.FIX_KEY: marked("Fix the key…"),
    RemedyKind.SIGN_IN: marked("Sign in…"),
    RemedyKind.CHOOSE_MODEL: marked("Choose another model…"),
    RemedyKind.RETRY: marked("Try again"),
    RemedyKind.FREE_SPACE: marked("Free space…"),
    RemedyKind.RAISE_BUDGET: marked("Look at the budgets…"),
    RemedyKind.CHECK_NETWORK: marked("Look at the network…"),
    RemedyKind.LOOK_AT_POLICY: marked("Look at the policy…"),
    RemedyKind.LOOK_AT_FILTER: marked("Look at the filter…"),
    RemedyKind.MODEL_FILES: marked("Model files…"),
    RemedyKind.SHOW_LOG: marked("Details"),
    RemedyKind.RECOVER_HISTORY: marked("Enter the recovery key…"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedy:
    """One way out. ``subject``: whose key, where that is known. ``button``: other words than the usual ones."""

    kind: RemedyKind
    subject: str = ""
    button: str = ""

    @property
    def words(self) -> str:
        """What the button says."""
        return self.button or tr(_WORDS[self.kind])


def remedy_in_place(error: BaseException) -> Remedy | None:
    """The way out where the error is told beside what was asked for, which can be asked for again as it stands: after
    a folder was made writable or some space was freed, that is enough.
    """
    if isinstance(error, StorageError) and not isinstance(error, (DamagedFileError, KeyLostError, NewerVersionError)):
        return Remedy(kind=RemedyKind.RETRY)
    return remedy_of(error)


def remedy_of(error: BaseException) -> Remedy | None:
    """The way out of an error; ``None`` where no single press helps. A fault of Baton's own leads to the log."""
    match error:
        case KeyProblemError(provider=provider):
            return Remedy(kind=RemedyKind.FIX_KEY, subject=provider)
        case AwsCredentialsError():
            return Remedy(kind=RemedyKind.SIGN_IN)
        case KeyLostError():
            return Remedy(kind=RemedyKind.RECOVER_HISTORY)
        case DiskFullError():
            return Remedy(kind=RemedyKind.FREE_SPACE)
        case BudgetError():
            return Remedy(kind=RemedyKind.RAISE_BUDGET)
        case FilteredError():
            return Remedy(kind=RemedyKind.LOOK_AT_FILTER)
        case NotAllowedError() | AwsAccessDeniedError():
            return None  # what said no is not overruled by a press
        case ModelFileError():
            return Remedy(kind=RemedyKind.MODEL_FILES)
        case OutOfMemoryError() | UnsupportedError() | ContextOverflowError() | AccountRefusedError():
            return Remedy(kind=RemedyKind.CHOOSE_MODEL)
        case CertificateError():
            return Remedy(kind=RemedyKind.CHECK_NETWORK)
        case UnreachableError() | WorkerDiedError():
            return Remedy(kind=RemedyKind.RETRY)
        case BatonError() if error.retryable:
            return Remedy(kind=RemedyKind.RETRY)
        case BatonError() if not isinstance(error, OwnFaultError):
            return None
        case _:
            return Remedy(kind=RemedyKind.SHOW_LOG)
