"""How an encrypted history's key is spelled for paper: letters and digits that are not mistaken for each other, with
sums that tell a slip of the pen, and the text they are kept in. Refuses to keep a key, and never quotes what was typed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from app.domain.errors import UsageError
from app.domain.language import tr

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's Base32: no I, L, O, U
_MISREAD = str.maketrans("OIL", "011")
_KEY_BYTES = 32
_SUM_BYTES = 3
_GROUP = 4
_LETTERS = (_KEY_BYTES + _SUM_BYTES) * 8 // 5
_GROUPS = _LETTERS // _GROUP
_LONGEST = 16_384  # what is read for a key: the text about it, and more
_IN_TEXT = re.compile(
    rf"(?<![\w-])[{_ALPHABET}]{{{_GROUP}}}(?:-\s*[{_ALPHABET}]{{{_GROUP}}}){{{_GROUPS - 1}}}(?![\w-])"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RecoveryKey:
    """The key of an encrypted history. ``name`` tells it from others and opens nothing; ``words`` is the key itself."""

    name: str
    words: str = field(repr=False)


def spelled(secret: str) -> str:
    """A key of 64 hexadecimal digits in 14 groups of four."""
    raw = bytes.fromhex(secret)
    number = int.from_bytes(raw + _sum(raw), "big")
    letters = "".join(_ALPHABET[number >> 5 * at & 31] for at in reversed(range(_LETTERS)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def recovery_text(key: RecoveryKey) -> str:
    """What stands on the paper or in the file. :func:`read` finds the key in it."""
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


def read(text: str) -> str:
    """The key out of what a person typed, in whatever case, with spaces or dashes or none; or out of a text in which
    it stands with its dashes, such as the file that was saved. Raises ``UsageError``.
    """
    given = text.upper().translate(_MISREAD) if len(text) <= _LONGEST else ""
    found = _IN_TEXT.search(given)
    letters = "".join((found[0] if found else given).split()).replace("-", "")
    if len(letters) != _LETTERS or any(letter not in _ALPHABET for letter in letters):
        raise UsageError(
            tr("This is no recovery key: it has {count} letters and digits in groups of four.", count=_LETTERS),
            remedy=tr("Type it as it stands on paper or in the file."),
        )
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    whole = number.to_bytes(_KEY_BYTES + _SUM_BYTES, "big")
    raw = whole[:_KEY_BYTES]
    if whole[_KEY_BYTES:] != _sum(raw):
        raise UsageError(
            tr("This recovery key is mistyped."), remedy=tr("Compare it with the paper or the file, group by group.")
        )
    return raw.hex()


def _sum(raw: bytes) -> bytes:
    return hashlib.sha256(b"Baton recovery " + raw).digest()[:_SUM_BYTES]
