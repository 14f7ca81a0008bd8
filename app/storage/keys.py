"""Keys of encrypted histories, each in the operating system's keyring under its own name, and nowhere else.

A key's name is made from the key, so that one that was altered in the keyring is told from a damaged file.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from app.domain.errors import KeyLostError, NotFoundError, StorageError
from app.domain.language import tr
from app.domain.ports import SecretStore
from app.storage.engine import KEY_BYTES, FileKey, key_id

_NAME_DIGITS = 16


class HistoryKeys:
    """Makes keys and finds them. Every method may block for seconds, as keyrings do."""

    def __init__(self, store: SecretStore) -> None:
        self._store = store

    def of(self, path: Path) -> FileKey | None:
        """The key of a file; ``None`` for a plain one. Raises :class:`KeyLostError` and ``OSError``."""
        identity = key_id(path)
        return None if identity is None else self.find(identity)

    def find(self, identity: str) -> FileKey:
        """The key of that name. Raises :class:`KeyLostError`, which says what can be done."""
        kept = self._store.get(entry_name(identity))
        if kept is None:
            problem = self._store.problem
            raise KeyLostError(
                tr("The history is encrypted, and its key is not in the keyring. {problem}", problem=problem)
                if problem
                else tr("The history is encrypted, and its key is not in the keyring."),
                remedy=tr(
                    "Unlock the keyring that holds {entry} (service baton), or enter the recovery key that you saved "
                    "(Settings > History, or baton history recover). Without either, what was encrypted cannot be read "
                    "by anybody: restore a plain backup with baton history backups restore, or move the history's file "
                    "aside to begin anew.",
                    entry=repr(entry_name(identity)),
                ),
            )
        if name_of(kept) != identity:
            raise KeyLostError(
                tr(
                    "The entry {entry} in the keyring is not the key that encrypted the history.",
                    entry=repr(entry_name(identity)),
                ),
                remedy=tr(
                    "Enter the recovery key that you saved (Settings > History, or baton history recover), or put back "
                    "the right one from your keyring's backup; the history was left as it is."
                ),
            )
        return FileKey(id=identity, secret=kept)

    def keep(self, secret: str) -> bool:
        """Put a key that was written down into the keyring again; returns whether it stays there, or only in memory
        until Baton ends, as every key where the keyring fails.
        """
        name = entry_name(name_of(secret))
        self._store.set(name, secret)
        return self._store.problem is None and self._store.get(name) == secret

    def make(self) -> FileKey:
        """A new key, in the keyring for certain. Raises :class:`StorageError` where it cannot be kept there."""
        import secrets  # which costs every start something, and is wanted once in a history's life

        secret = secrets.token_hex(KEY_BYTES)
        key = FileKey(id=name_of(secret), secret=secret)
        if self._store.problem is None:
            self._store.set(entry_name(key.id), secret)
        # Where the keyring fails, keys live in memory until Baton ends: the history would be lost with it.
        if self._store.problem is not None or self._store.get(entry_name(key.id)) != secret:
            self.forget(key.id)
            raise StorageError(
                tr(
                    "The history was not encrypted, because its key cannot be kept. {problem}",
                    problem=self._store.problem,
                )
                if self._store.problem
                else tr("The history was not encrypted, because its key cannot be kept."),
                remedy=tr("Nothing was changed."),
            )
        return key

    def forget(self, identity: str) -> None:
        """Take a key out of the keyring, for one that no file was encrypted with."""
        with suppress(NotFoundError, StorageError):
            self._store.remove(entry_name(identity))


class NoSecretStore:
    """A keyring with nothing in it that takes nothing."""

    @property
    def problem(self) -> str:
        """There is none."""
        return tr("There is no keyring.")

    def get(self, name: str) -> str | None:
        """There is none."""

    def set(self, name: str, value: str) -> None:
        """Keeps nothing."""

    def remove(self, name: str) -> None:
        """Raises :class:`NotFoundError`."""
        raise NotFoundError(tr("There is no key {name}.", name=repr(name)))


def entry_name(identity: str) -> str:
    """What a key is called in the keyring."""
    return f"history-{identity}"


def name_of(secret: str) -> str:
    """The name of a key, made from it."""
    return hashlib.sha256(b"Baton history " + secret.encode()).hexdigest()[:_NAME_DIGITS]
