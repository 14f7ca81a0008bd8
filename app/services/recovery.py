"""The recovery key of an encrypted history as a text to keep: what is printed, and the file only its owner can read."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.recovery import RecoveryKey


def recovery_text(key: RecoveryKey) -> str:
    """What stands on the paper or in the file."""
    return "\n\n".join(
        (
            tr("Recovery key of an encrypted Baton history"),
            key.words,
            tr(
                "It belongs to the key {name} of the system's keyring (service baton). Where that keyring is lost, "
                "this opens the history and its backups again: Settings, History, or “baton history recover”.",
                name=f"history-{key.name}",
            ),
            tr(
                "Whoever has this text and the history's file can read the history. Keep it away from this computer "
                "and its backups: on paper, or in a password manager."
            ),
        )
    )


def save_recovery(path: Path, key: RecoveryKey, *, replace: bool = False) -> None:
    """Write the text to a file that only its owner can read. Raises ``UsageError`` where that cannot be; a file that is
    there already is written over where ``replace`` says so.
    """
    try:
        if replace:
            path.unlink(missing_ok=True)  # one that others may read, or a link to elsewhere, is no place for it
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(recovery_text(key) + "\n")
    except FileExistsError:
        raise UsageError(
            tr("{file} is there already.", file=repr(str(path))), remedy=tr("Choose another name.")
        ) from None
    except OSError as fault:
        raise UsageError(
            tr("{file} cannot be written: {why}.", file=repr(str(path)), why=fault.strerror or type(fault).__name__),
            remedy=tr("Choose another folder."),
        ) from fault
