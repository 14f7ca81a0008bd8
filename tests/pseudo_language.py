"""A language in which every text is told from what was never translated: ``⟦Model: ⟧claude-test``.

:func:`pseudo_language` speaks it, :func:`untranslated` reads everything that can be seen or heard of a widget and gives
what stands outside the brackets: words that no ``tr`` said. Names, ids and whatever else is no language of ours is
given to it as ``data``.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from app.domain import language

# What is called so in every language. Keys are Qt's words, which come with its own translations.
NAMES = frozenset(
    {
        *("Baton", "AWS", "JSON", "CSV", "Markdown", "YAML", "ARN", "IAM", "UTC", "GPU", "JMESPath", "llama.cpp"),
        *("bytes", "kB", "MB", "GB", "KiB", "MiB", "GiB", "px"),
        *("Ctrl", "Shift", "Alt", "Del", "Esc", "Enter", "Up", "Down", "Left", "Right", "Home", "End", "Backspace"),
    }
)
_SAID = re.compile("⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TAG = re.compile(r"<[^<>]*>")
_MOST_ROWS = 200  # of a list that are read


def bracketed(text: str) -> str:
    """``text`` with its own words in brackets; what is put into it stays outside, where it is looked at by itself."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:  # a brace of its own, in a text without values
        return f"⟦{text}⟧"
    said, own = "", ""
    for words, name, spec, conversion in parts:
        own += words.replace("{", "{{").replace("}", "}}")
        if name is not None:
            said += _in_brackets(own)
            said += f"{{{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}}}"
            own = ""
    return said + _in_brackets(own)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Say every text in brackets."""

    def say(text: str, about: str, count: int) -> str:
        return bracketed(about if count not in (-1, 1) else text)

    language.use(say)
    try:
        yield
    finally:
        language.use(None)


def texts_of(top: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that ``top`` and what is visible in it say: to the eye, in tips, and to a screen reader; each with the
    kind of widget that says it. What was typed, and a message's own text, is not among it.
    """
    for widget in (top, *top.findChildren(QWidget)):
        if widget is not top and not widget.isVisibleTo(top):
            continue
        kind = type(widget).__name__
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), *_own_texts(widget)):
            if text:
                yield kind, text


def untranslated(top: QWidget, data: Iterable[str] = ()) -> list[str]:
    """What stands outside the brackets, with where; empty where all of ``top`` was said by ``tr`` or is ``data``."""
    known = sorted({*data, *NAMES}, key=len, reverse=True)
    found: dict[str, None] = {}
    for kind, text in texts_of(top):
        left = _SAID.sub(" ", _plain(text))
        for name in known:
            left = re.sub(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", " ", left)
        if words := _WORD.findall(left):
            found[f"{kind} says {_plain(text)!r}: {' '.join(words)}"] = None
    return list(found)


def _in_brackets(words: str) -> str:
    return f"⟦{words}⟧" if _WORD.search(words) else words


def _plain(text: str) -> str:
    text = text.replace("\u200b", "")
    return unescape(_TAG.sub(" ", text)) if "</" in text or "<br>" in text else text


def _own_texts(widget: QWidget) -> Iterator[str]:
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QMenu():
            yield widget.title()
            for action in widget.actions():
                yield from _of_action(action)
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QLineEdit():
            if not isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)):
                yield widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield widget.placeholderText()
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QSpinBox() | QDoubleSpinBox():
            yield from (widget.specialValueText(), widget.prefix(), widget.suffix())
        case QGroupBox():
            yield widget.title()
        case QTabWidget():
            for at in range(widget.count()):
                yield from (widget.tabText(at), widget.tabToolTip(at))
        case QHeaderView():
            yield from _of_header(widget)
        case QAbstractItemView():
            yield from _of_rows(widget)


def _of_action(action: QAction) -> Iterator[str]:
    if action.isVisible():
        yield from (action.text(), action.toolTip())


def _of_header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if not header.isHidden():
        for section in range(min(header.count(), _MOST_ROWS)):
            yield str(model.headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole) or "")


def _of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(columns):
            for role in _ROLES:
                yield str(model.index(row, column).data(role) or "")
