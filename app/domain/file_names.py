"""Names that are safe as file names on every system Baton runs on. Opens no file."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import lru_cache

from app.domain.language import tr
from app.domain.text import visible

_LONGEST_BYTES = 255  # ext4, APFS and NTFS all take a name of that many
_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
"""Devices of Windows, with any ending too (learn.microsoft.com, "Naming Files, Paths, and Namespaces")."""


def normal_name(name: str) -> str:
    """``name`` as it is kept: one spelling of each letter (NFC), without blanks around it."""
    return unicodedata.normalize("NFC", name).strip()


@lru_cache(maxsize=8_192)
def name_key(name: str) -> str:
    """What two names share that a file system without upper and lower case takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def name_problem(name: str, *, ending: str = "") -> str | None:
    """Why ``name``, with ``ending`` behind it, cannot be a file's name everywhere, as a sentence; else ``None``."""
    if not name:
        return tr("A name is needed.")
    shown = repr(visible(name if len(name) <= 60 else name[:60] + "…"))
    if name != normal_name(name):
        return tr("{name} has blanks around it, or accents written apart.", name=shown)
    bad = sorted({character for character in name if character in _FORBIDDEN})
    if bad:
        return tr("{name} holds {bad}, which no file's name may hold everywhere.", name=shown, bad=" ".join(bad))
    if visible(name) != name or "\n" in name or "\t" in name:
        return tr("{name} holds a character that cannot be seen.", name=shown)
    if name.startswith((".", "-")):
        return tr("{name} begins with {sign}.", name=shown, sign=repr(name[0]))
    if name.endswith("."):
        return tr("{name} ends with a full stop.", name=shown)
    if name_key(name).split(".", 1)[0].rstrip() in _RESERVED:
        return tr("{name} is the name of a device on Windows.", name=shown)
    size = len((name + ending).encode("utf-8"))
    if size > _LONGEST_BYTES:
        return tr(
            "{name} takes {size} bytes as a file's name; {most} is the most.",
            name=shown,
            size=size,
            most=_LONGEST_BYTES,
        )
    return None


def name_from(title: str, *, fallback: str) -> str:
    """A safe name made of a title: ``Explain a policy!`` becomes ``explain_a_policy``."""
    letters = [letter if letter.isalnum() else "_" for letter in normal_name(title).casefold()]
    name = "_".join(part for part in "".join(letters).split("_") if part)
    name = normal_name(name.encode("utf-8", "ignore")[:80].decode("utf-8", "ignore")).strip("_")
    return name if name_problem(name) is None else fallback


def free_name(name: str, taken: Container[str]) -> str:
    """``name``, or ``name_2``, ``name_3`` … where its key is among those ``taken`` (as :func:`name_key` gives them)."""
    if name_key(name) not in taken:
        return name
    stem, number = name, 2
    head, _, tail = name.rpartition("_")
    if head and tail.isdecimal() and tail.isascii() and len(tail) < 6 and int(tail) > 1:
        stem, number = head, int(tail) + 1
    while True:
        end = f"_{number}"
        room = _LONGEST_BYTES - len(end) - 8  # for the ending of any file
        candidate = normal_name(stem.encode("utf-8")[:room].decode("utf-8", "ignore")) + end
        if name_key(candidate) not in taken:
            return candidate
        number += 1
