"""Texts with variables: ``{{name}}`` is replaced by a value, literally and once. Knows no prompt and opens no file.

``{{{{`` stands for two braces that open nothing. Every other brace stays as it is, so that JSON, Go templates and
Terraform can stand in a prompt unchanged; and a value is never looked at for variables of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

LONGEST_NAME = 64
_NAME = r"[^\W\d][\w-]*"
_TOKEN = re.compile(r"\{\{\{\{|\{\{[ \t]*(" + _NAME + r")[ \t]*\}\}")
_WHOLE_NAME = re.compile(_NAME)


def is_variable_name(name: str) -> bool:
    """Whether ``name`` can stand between the braces: a letter or ``_``, then letters, digits, ``_`` and ``-``."""
    return len(name) <= LONGEST_NAME and _WHOLE_NAME.fullmatch(name) is not None


def variable_names(text: str) -> tuple[str, ...]:
    """The variables of ``text``, each once, in the order in which they are met."""
    found = (_name(match) for match in _TOKEN.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with ``values`` in their places; a variable that has none stays as it is written."""
    return "".join(piece for piece, _ in pieces(text, values))


def pieces(text: str, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """``text`` filled, in pieces: ``(what stands there, the variable it is for, or empty)``."""
    found: list[tuple[str, str]] = []
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            found.append((text[at : match.start()], ""))
        at = match.end()
        name = _name(match)
        if name:
            found.append((values.get(name, match.group()), name))
        else:
            found.append(("{{" if match.group(1) is None else match.group(), ""))
    if at < len(text):
        found.append((text[at:], ""))
    return found


def escaped(text: str) -> str:
    """``text`` written so that :func:`fill` gives it back unchanged."""
    # Every pair of braces is doubled; three in a row are a pair and one that stands alone.
    return text.replace("{{", "{{{{")


def _name(match: re.Match[str]) -> str:
    """The variable of a token; empty for an escape and for a name that is too long to be one."""
    name = unicodedata.normalize("NFC", match.group(1) or "")
    return name if is_variable_name(name) else ""
