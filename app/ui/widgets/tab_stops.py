"""Which widgets Tab comes to, in the order of their layouts; refuses to move the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

# What has parts of its own that Tab does not stop at.
_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def can_focus(widget: QWidget) -> bool:
    """Whether Tab would come to it."""
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in ``part``, in the order of its layouts."""
    if can_focus(part) and part.focusProxy() is None:
        yield part
    if isinstance(part, _WHOLE):
        return
    layout = part.layout()
    laid_out = list(_widgets_of(layout)) if layout is not None else []
    others = [child for child in part.children() if isinstance(child, QWidget) and child not in laid_out]
    for child in (*laid_out, *others):
        if child.isVisible() and not child.isWindow():
            yield from stops_of(child)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        if (item := layout.itemAt(at)) is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)
