"""What a drop or the clipboard holds: files, a picture, or text. Reads none of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


@dataclass(frozen=True, kw_only=True)
class Given:
    """One of the three; the others are empty."""

    paths: tuple[Path, ...] = ()
    image: QImage | None = None
    text: str = ""


def given(source: QMimeData) -> Given:
    """Files of this machine first, then text, then a picture: programs put a picture of their text beside it."""
    paths = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    if paths:
        return Given(paths=paths)
    if text := source.text() if source.hasText() else "":
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return Given(text=text.replace("\x00", ""))
    if source.hasImage():
        image = source.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Given(image=image)
    return Given()


def is_binary(source: QMimeData) -> bool:
    """Whether there is something in it that is neither text nor a file nor a picture."""
    return bool(source.formats()) and not source.hasText() and not source.hasUrls() and not source.hasImage()


def holds_files(source: QMimeData) -> bool:
    """Whether files or a picture are in it, and not just text."""
    return any(url.isLocalFile() for url in source.urls()) or (source.hasImage() and not source.hasText())
