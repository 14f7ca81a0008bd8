"""How an encrypted history's key is spelled for paper: letters and digits that are not mistaken for each other, with
sums that tell a slip of the pen. Refuses to keep a key, and never quotes what was typed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from app.domain.errors import UsageError
from app.domain.language import tr

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's Base32: no I, L, O, U
_MISREAD = str.maketrans("OIL", "011")
_KEY_BYTES = 32
_SUM_BYTES = 3
_GROUP = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class RecoveryKey:
    """The key of an encrypted history. ``name`` tells it from others and opens nothing; ``words`` is the key itself."""

    name: str
    words: str = field(repr=False)


def spelled(secret: str) -> str:
    """A key of 64 hexadecimal digits in 14 groups of four."""
    raw = bytes.fromhex(secret)
    number = int.from_bytes(raw + _sum(raw), "big")
    count = (_KEY_BYTES + _SUM_BYTES) * 8 // 5
    letters = "".join(_ALPHABET[number >> 5 * at & 31] for at in reversed(range(count)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, count, _GROUP))


def read(text: str) -> str:
    """The key out of what a person typed, in whatever case, with spaces or dashes or none. Raises ``UsageError``."""
    letters = "".join(text.split()).replace("-", "").upper().translate(_MISREAD)
    count = (_KEY_BYTES + _SUM_BYTES) * 8 // 5
    if len(letters) != count or any(letter not in _ALPHABET for letter in letters):
        raise UsageError(
            tr("This is no recovery key: it has {count} letters and digits in groups of four.", count=count),
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
