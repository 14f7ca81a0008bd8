"""The text of a PDF, read in a child process: a hostile or endless file costs that process and nothing else.

:func:`main` is the child: it takes the file on its standard input and tells what it found as one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.attachments import PDF_TEXT_CHARS

LIMIT_S = 30.0
_MEMORY_BYTES = 2 * 1024**3
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class PdfText:
    """What was read. ``problem``: ``encrypted``, ``damaged``, ``slow``, or empty; ``is_cut``: there is more text."""

    pages: int = 0
    text: str = ""
    is_cut: bool = False
    problem: str = ""


def read_pdf(command: Sequence[str], data: bytes, *, limit_s: float = LIMIT_S) -> PdfText:
    """Read ``data`` by the child that ``command`` starts. Raises nothing: what goes wrong is a problem of the file."""
    try:
        ended = subprocess.run(
            [*command], input=data, capture_output=True, timeout=limit_s, check=False, creationflags=_NO_WINDOW
        )
    except subprocess.TimeoutExpired:
        return PdfText(problem="slow")
    except OSError:
        return PdfText(problem="damaged")
    try:
        told = json.loads(ended.stdout)
        return PdfText(
            pages=int(told["pages"]),
            text=str(told["text"]),
            is_cut=bool(told["is_cut"]),
            problem=str(told["problem"]),
        )
    except (ValueError, KeyError, TypeError):
        return PdfText(problem="damaged")  # it took the child with it


def main() -> int:
    """The child's work; returns its exit status."""
    _limit_myself()
    data = sys.stdin.buffer.read()
    told = _read(data)
    text = json.dumps({"pages": told.pages, "text": told.text, "is_cut": told.is_cut, "problem": told.problem})
    sys.stdout.write(text)
    sys.stdout.flush()
    # The library's own tidying up may fail over a broken file; everything is said already.
    os._exit(0)


def _limit_myself() -> None:
    if sys.platform == "win32":
        return  # the time-out is what holds there
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (int(LIMIT_S) + 5, int(LIMIT_S) + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes) -> PdfText:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as fault:
        is_locked = getattr(fault, "err_code", None) == _PASSWORD_ERROR or "password" in str(fault).lower()
        return PdfText(problem="encrypted" if is_locked else "damaged")
    if count == 0:
        return PdfText(problem="damaged")
    pages: list[str] = []
    room = PDF_TEXT_CHARS
    for number in range(count):
        try:
            text = document[number].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            continue  # a page that cannot be read leaves the others
        text = text.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode("utf-8").strip()
        if text:
            pages.append(f"[Page {number + 1}]\n{text[:room]}")
            room -= len(text)
        if room <= 0:
            break
    return PdfText(pages=count, text="\n\n".join(pages), is_cut=room <= 0)
