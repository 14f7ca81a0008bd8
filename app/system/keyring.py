"""Keys in the operating system's keyring, or, where there is none worth the name, in memory for this run only.

Refuses backends that keep keys in the clear or pretend to keep them, and never waits for one without end. Holds no
key longer than a call, but for those that live in memory.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from app.domain.errors import NotFoundError, StorageError
from app.domain.language import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "baton"
_PATIENCE_S = 8.0  # a healthy keyring answers in milliseconds
_UNLOCK_PATIENCE_S = 120.0  # the person may be typing the keyring's password
_REFUSED_MODULES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
_T = TypeVar("_T")


class MemorySecretStore:
    """Keys in memory, gone with the process. ``problem`` says why they are nowhere else."""

    def __init__(self, *, problem: str | None = None) -> None:
        self._keys: dict[str, str] = {}
        self._problem = problem

    def get(self, name: str) -> str | None:
        """The key, or ``None``."""
        return self._keys.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a key for this run."""
        self._keys[name] = value

    def remove(self, name: str) -> None:
        """Forget a key. Raises ``NotFoundError``."""
        if self._keys.pop(name, None) is None:
            raise _no_key(name)

    @property
    def problem(self) -> str | None:
        """What the store was told."""
        return self._problem


class KeyringSecretStore:
    """Keys in the keyring under the service ``baton``; thread-safe; every method may block for seconds.

    The backend is chosen on first use. One that is refused, or does not answer, is given up for this run: keys then
    live in memory, and ``problem`` says so, with the remedy. ``patience_s``: how long an answer may take, and how long
    one that may ask the person to unlock the keyring.
    """

    def __init__(
        self,
        *,
        backend: Callable[[], KeyringBackend] | None = None,
        patience_s: float = _PATIENCE_S,
        unlock_patience_s: float = _UNLOCK_PATIENCE_S,
    ) -> None:
        self._find = backend or _detected
        self._patience_s = patience_s
        self._unlock_patience_s = unlock_patience_s
        self._lock = threading.RLock()
        self._backend: KeyringBackend | None = None
        self._memory = MemorySecretStore()
        self._problem: str | None = None
        self._searched = False

    def get(self, name: str) -> str | None:
        """The key, or ``None``; a keyring that is locked or silent is the same as none, and a ``problem``."""
        with self._lock:
            kept = self._memory.get(name)
            if kept is not None:
                return kept
            backend = self._usable()
            if backend is None:
                return None
            asked = _bounded(lambda: backend.get_password(SERVICE, name), self._unlock_patience_s)
            if asked.fault is not None or asked.is_late:
                self._give_up(asked.fault)
                return None
            return asked.value or None

    def set(self, name: str, value: str) -> None:
        """Keep a key. Where the keyring cannot, it is kept in memory, and ``problem`` says why."""
        with self._lock:
            backend = self._usable()
            if backend is not None:
                asked = _bounded(lambda: backend.set_password(SERVICE, name, value), self._unlock_patience_s)
                if asked.fault is None and not asked.is_late:
                    return
                self._give_up(asked.fault)
            self._memory.set(name, value)

    def remove(self, name: str) -> None:
        """Forget a key. Raises ``NotFoundError``, and ``StorageError`` where the keyring does not let go of it."""
        with self._lock:
            if self._memory.get(name) is not None:
                self._memory.remove(name)
                return
            if self.get(name) is None:
                raise _no_key(name)
            backend = self._usable()
            if backend is None:
                raise _no_key(name)
            asked = _bounded(lambda: backend.delete_password(SERVICE, name), self._unlock_patience_s)
            if asked.fault is not None or asked.is_late:
                raise StorageError(
                    tr("The keyring did not remove the key for {name}.", name=repr(name)),
                    remedy=tr("Unlock it and try again, or remove the key in the system's own keyring program."),
                )

    @property
    def problem(self) -> str | None:
        """Why keys are kept for this run only, with the remedy; ``None`` where the keyring works."""
        with self._lock:
            self._usable()
            return self._problem

    def _usable(self) -> KeyringBackend | None:
        if not self._searched:
            self._searched = True
            found = _bounded(self._find, self._patience_s)
            if found.value is None:
                self._give_up(found.fault)
            elif (reason := _refusal(found.value)) is not None:
                self._problem = _kept_in_memory(reason)
            else:
                self._backend = found.value
        return self._backend

    def _give_up(self, fault: BaseException | None) -> None:
        """Use memory from here on; without a fault, the keyring did not answer in time."""
        self._backend = None
        if fault is None:
            reason = tr("The system's keyring does not answer.")
        elif type(fault).__name__ in ("KeyringLocked", "LockedException", "PromptDismissedException"):
            reason = tr("The system's keyring is locked.")
        else:
            reason = tr("The system's keyring cannot be used.")
        self._problem = _kept_in_memory(reason)


@dataclass(frozen=True, slots=True)
class _Asked(Generic[_T]):
    """What came of a call with limited patience: a value, a fault, or nothing in time."""

    value: _T | None = None
    fault: BaseException | None = None
    is_late: bool = False


def _bounded(call: Callable[[], _T], patience_s: float) -> _Asked[_T]:
    """Call on a thread of its own and wait so long at most; a call that hangs is left behind with its thread."""
    answers: list[_Asked[_T]] = []

    def run() -> None:
        try:
            answers.append(_Asked(value=call()))
        except Exception as fault:  # noqa: BLE001 backends raise whatever their bus raises
            answers.append(_Asked(fault=fault))

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(patience_s)
    return answers[0] if answers else _Asked(is_late=True)


def _detected() -> KeyringBackend:
    import keyring

    return keyring.get_keyring()


def _refusal(backend: KeyringBackend) -> str | None:
    """Why a backend is not used, as a sentence, or ``None``. A chain is as good as its best member."""
    module = type(backend).__module__
    if module == "keyring.backends.chainer":
        members: Sequence[KeyringBackend] = getattr(backend, "backends", ())
        if not members:
            return tr("There is no system keyring.")
        # The chain writes to its first member that takes the key, so one bad member may be enough to leak it.
        return next((reason for member in members if (reason := _refusal(member)) is not None), None)
    if module.startswith("keyrings.alt"):
        return tr("The only keyring found keeps keys in a plain file.")
    if module.startswith(_REFUSED_MODULES):
        return tr("There is no system keyring.")
    return None


def _kept_in_memory(reason: str) -> str:
    if sys.platform.startswith("linux"):
        told = tr(
            "{reason} Keys are kept for this run only and written nowhere. Install gnome-keyring or KWallet, or unlock "
            "the one there is, then start Baton again.",
            reason=reason,
        )
    else:
        told = tr(
            "{reason} Keys are kept for this run only and written nowhere. Unlock the keychain, then start Baton "
            "again.",
            reason=reason,
        )
    return told


def _no_key(name: str) -> NotFoundError:
    return NotFoundError(
        tr("There is no key for {name}.", name=repr(name)), remedy=tr("baton keys list shows those there are.")
    )
