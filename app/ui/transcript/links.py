"""Shows where a link of a message leads before it is opened: what a model wrote may say one thing and lead to another.

Opens nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget

from app.domain.language import tr
from app.ui.markdown import mark_direction

_SHOWN_CHARS = 90


def ask_link(parent: QWidget, address: str, open_link: Callable[[str], None], copy: Callable[[str], None]) -> QMenu:
    """A menu beside the link that says its target and offers to open it; it deletes itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("Link to {address}", address=address))
    menu.addAction(_shown(address)).setEnabled(False)
    menu.addSeparator()
    opening = menu.addAction(_open_words(address), lambda: open_link(address))
    menu.addAction(tr("Copy address"), lambda: copy(address))
    menu.setActiveAction(opening)
    menu.popup(_place())
    return menu


def _open_words(address: str) -> str:
    url = QUrl(address)
    if url.scheme() == "mailto":
        return tr("Write to this address")
    # As the network knows it: letters of other scripts that look like it come out as what they are.
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    return tr("Open {host} in the browser", host=host).replace("&", "&&")


def _shown(address: str) -> str:
    words = mark_direction(address)
    if len(words) > _SHOWN_CHARS:
        words = words[: _SHOWN_CHARS - 20] + "…" + words[-19:]
    return words.replace("&", "&&")


def _place() -> QPoint:
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit) and not focus.underMouse():
        return focus.viewport().mapToGlobal(focus.cursorRect().bottomLeft())
    return QCursor.pos()
