"""A list with the keys that belong to it; several rows may be chosen. Refuses to know what a row is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ConversationView(QListView):
    """``pressed_alone``: a row was clicked or confirmed, and nothing is being chosen."""

    pressed_alone = Signal(QModelIndex)
    delete_pressed = Signal()
    archive_pressed = Signal()
    move_pressed = Signal()
    fold_pressed = Signal(QModelIndex, bool)
    left_upwards = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def let_choose_several(self) -> None:
        """Several rows can be chosen, and dragged."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)

    def choose(self, index: QModelIndex) -> None:
        """Make a row the only one chosen, and the current one."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose_also(self, rows: Iterable[int]) -> None:
        """Choose more rows; those below 0 are none."""
        selection, model = QItemSelection(), self.model()
        start = last = -2
        for row in (*sorted(row for row in rows if row >= 0), -2):
            if row != last + 1:
                if start >= 0:
                    selection.append(QItemSelectionRange(model.index(start, 0), model.index(last, 0)))
                start = row
            last = row
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def event(self, event: QEvent) -> bool:
        """Its own keys are the list's while it has the focus, whatever they do elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the row that shows the focus may be out of sight

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _CHOOSING
        if plain and not dragged and index.isValid() and index == self.currentIndex():
            self.pressed_alone.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.state() != QAbstractItemView.State.EditingState:
                self.pressed_alone.emit(self.currentIndex())
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case Qt.Key.Key_E if control:
                self.archive_pressed.emit()
            case Qt.Key.Key_G if control:
                self.move_pressed.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right if not event.modifiers() & _CHOOSING:
                self.fold_pressed.emit(self.currentIndex(), event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Up if self._is_first() and not event.modifiers() & _CHOOSING:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def _is_first(self) -> bool:
        return self.currentIndex().row() <= 1


def _is_own(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() in (Qt.Key.Key_E, Qt.Key.Key_G)
