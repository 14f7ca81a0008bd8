"""An answer that is JSON: as a tree to unfold, search and copy from, as indented JSON, or as the model wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, plural, tr
from app.domain.numerals import number
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.markdown import mark_direction
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.items import Item, JsonAnswer, JsonMode
from app.ui.transcript.json_model import JsonModel, Path, count, path_words, written
from app.ui.transcript.segment import Segment, Surroundings, tint, tool_button, wheel_stays_inside

ROW_PX = 24
MOST_ROWS = 16  # seen at a time; the rest is scrolled to
UNFOLDED_UP_TO = 60  # values: what is larger begins folded
_MEASURED = 60  # lines whose names decide how wide their column begins
_TEXT_PX = 360
_TEXT_CHARS = 1_000_000
_MODES = ((JsonMode.TREE, marked("Tree")), (JsonMode.JSON, "JSON"), (JsonMode.RAW, marked("As written")))


class _Lines(QStyledItemDelegate):
    """Lines of one height, with room to read."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), scaled(ROW_PX))


class JsonTree(QTreeView):
    """The tree; gives the wheel back at its ends, and copies by keys."""

    def __init__(self, parent: QWidget, model: JsonModel, copy: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._rows = model
        self._copy = copy
        self.setModel(model)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # JSON is read so everywhere
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Lines(self))
        self.setHeaderHidden(True)
        self.setIndentation(18)
        self.setAlternatingRowColors(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.setAccessibleName(tr("Answer as a tree"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if wheel_stays_inside(self, event):
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy value"), self.copy_value)
        menu.addAction(tr("Copy path"), self.copy_path)
        if self._rows.hasChildren(index.siblingAtColumn(0)):
            menu.addSeparator()
            menu.addAction(tr("Unfold all of it"), lambda: self.expandRecursively(index.siblingAtColumn(0)))
            menu.addAction(tr("Fold it"), lambda: self.collapse(index.siblingAtColumn(0)))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def copy_value(self) -> None:
        """The chosen value to the clipboard; a text without quotes."""
        if (index := self.currentIndex()).isValid():
            self._copy(written(self._rows.value_at(index)))

    def copy_path(self) -> None:
        """Where the chosen value stands, to the clipboard."""
        if (index := self.currentIndex()).isValid():
            self._copy(path_words(self._rows.path(index)))

    def shown_rows(self, most: int) -> int:
        """How many lines are unfolded, counted up to ``most``."""
        shown, index = 0, self._rows.index(0, 0)
        while index.isValid() and shown < most:
            shown += 1
            index = self.indexBelow(index)
        return shown


class JsonSegment(Segment):
    """A bar with search, ways to look at it and copying; below it the answer."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = JsonAnswer(key="", text="", value={})
        self._found: list[Path] = []
        self._at = -1
        self._looked_for: tuple[str, list[Path]] = ("", [])  # by whoever searches the whole conversation
        # Thousands may be unfolded by one key: the row is laid out once for all of them.
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self._resizing.setInterval(0)
        self._resizing.timeout.connect(lambda: surroundings.resized(self))
        self._frame = QFrame(self)
        set_look(self._frame, "card")
        self._note = QLabel(self._frame)
        set_look(self._note, "muted")
        self.search = QLineEdit(self._frame)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the answer"))
        self.search.setClearButtonEnabled(True)
        hold_size(self.search, widest_px=190)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self._step(1))
        self._modes = QButtonGroup(self)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self._note, 1)
        bar.addWidget(self.search)
        self.mode_buttons: dict[JsonMode, QToolButton] = {}
        for mode, words in _MODES:
            button = QToolButton(self._frame)
            button.setText(tr(words))
            button.setCheckable(True)
            button.setAccessibleName(tr("Show as: {form}", form=tr(words)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, mode=mode: self._show(mode))
            self._modes.addButton(button)
            self.mode_buttons[mode] = button
            bar.addWidget(button)
        bar.addWidget(tool_button(self._frame, "copy", tr("Copy the JSON"), self._copy_all))
        bar.addWidget(tool_button(self._frame, "save", tr("Save the JSON…"), self._save_all))
        self._model = JsonModel(self.theme.tokens, self)
        self.tree = JsonTree(self._frame, self._model, surroundings.copy)
        self.tree.expanded.connect(lambda index: self._folded(index, is_open=True))
        self.tree.collapsed.connect(lambda index: self._folded(index, is_open=False))
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self._path = QLabel(self._frame)
        self._path.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._path, "muted")
        self._copy_path = tool_button(self._frame, "copy", tr("Copy the path"), self.tree.copy_path)
        self._text = CodeText(self._frame, size_px=scaled(12))
        self._text.setAccessibleName(tr("Answer as JSON"))
        self._foot = QWidget(self._frame)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._path, 1)
        foot.addWidget(self._copy_path)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.tree)
        column.addWidget(self._text)
        column.addWidget(self._foot)
        tint(self, self.theme)

    def bind(self, item: Item) -> None:
        assert isinstance(item, JsonAnswer)
        self._item = item
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._found, self._at = [], -1
        self._looked_for = ("", [])
        self._resizing.stop()
        self._model.set_value(item.value)
        opened = self.surroundings.state.unfolded_json.get(item.key)
        if opened is not None:
            self.tree.blockSignals(True)
            for path in sorted(opened, key=len):
                self.tree.expand(self._model.at(path))
            self.tree.blockSignals(False)
        elif count(item.value) <= UNFOLDED_UP_TO:
            self.tree.expandAll()  # its signals note what is unfolded
        self.tree.setColumnWidth(0, self._name_width())
        self._chosen(QModelIndex())
        self._note.setText(_note(item.value))
        self._write()

    def height_for(self, width: int) -> int:
        self.tree.setFixedHeight(self.tree.shown_rows(MOST_ROWS) * scaled(ROW_PX) + 4)
        self._text.setFixedHeight(min(self._text.blockCount() * scaled(17) + 12, _TEXT_PX))
        layout = self._frame.layout()
        assert layout is not None
        layout.activate()
        height = self._frame.sizeHint().height()
        self._frame.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        tint(self, self.theme)
        self._model.set_tokens(self.theme.tokens)
        self._text.set_size(scaled(12))

    def places(self, text: str) -> int:
        """At how many values of the tree ``text`` stands; none where no tree is shown."""
        if self._mode is not JsonMode.TREE or not text:
            return 0
        if self._looked_for[0] != text:
            self._looked_for = (text, self._model.find(text))
        return len(self._looked_for[1])

    def show_place(self, text: str, nth: int) -> None:
        """Unfold and choose the ``nth`` of them, from 0."""
        if nth < self.places(text):
            self._go_to(self._looked_for[1][nth])

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [] if self._mode is JsonMode.TREE else [self._text]

    @property
    def _mode(self) -> JsonMode:
        return self.surroundings.state.json_modes.get(self._item.key, JsonMode.TREE)

    def _name_width(self) -> int:
        """As wide as the first names want; the person may drag it."""
        metrics, widest = self.tree.fontMetrics(), 0
        index, seen = self._model.index(0, 0), 0
        while index.isValid() and seen < _MEASURED:
            depth = len(self._model.path(index))
            widest = max(widest, depth * self.tree.indentation() + metrics.horizontalAdvance(str(index.data())))
            index, seen = self.tree.indexBelow(index), seen + 1
        return min(max(widest + 20, 120), 260)

    def _show(self, mode: JsonMode) -> None:
        self.surroundings.state.json_modes[self._item.key] = mode
        self._write()
        self.surroundings.resized(self)

    def _write(self) -> None:
        mode = self._mode
        self.mode_buttons[mode].setChecked(True)
        is_tree = mode is JsonMode.TREE
        self.tree.setVisible(is_tree)
        self._foot.setVisible(is_tree and self.tree.currentIndex().isValid())
        self.search.setVisible(is_tree)
        self._text.setVisible(not is_tree)
        if is_tree:
            self._text.clear()
        else:
            text = self._indented() if mode is JsonMode.JSON else self._item.text
            shown = mark_direction(text[:_TEXT_CHARS])
            if len(text) > _TEXT_CHARS:
                shown = "\n".join((shown, tr("… cut here; copy or save it to have all of it")))
            self._text.setPlainText(shown)

    def _indented(self) -> str:
        return json.dumps(self._item.value, ensure_ascii=False, indent=2)

    def _copy_all(self) -> None:
        self.surroundings.copy(self._item.text if self._mode is JsonMode.RAW else self._indented())

    def _save_all(self) -> None:
        self.surroundings.save("answer.json", self._indented() + "\n")

    def _folded(self, index: QModelIndex, *, is_open: bool) -> None:
        opened = self.surroundings.state.unfolded_json.setdefault(self._item.key, set())
        if is_open and not self._model.hasChildren(index):
            return  # Qt unfolds what holds nothing, too
        if is_open:
            opened.add(self._model.path(index))
        else:
            opened.discard(self._model.path(index))
        self._resizing.start()

    def _chosen(self, index: QModelIndex) -> None:
        was_shown = not self._foot.isHidden()
        self._foot.setVisible(index.isValid() and self._mode is JsonMode.TREE)
        if index.isValid():
            words = mark_direction(path_words(self._model.path(index)))
            self._path.setText(words if len(words) <= 90 else f"…{words[-89:]}")
        if was_shown is self._foot.isHidden():
            self.surroundings.resized(self)

    def _search(self, text: str) -> None:
        self._found = self._model.find(text.strip()) if text.strip() else []
        self._at = -1
        if not text.strip():
            self._note.setText(_note(self._item.value))
        elif self._found:
            self._step(1)
        else:
            self._note.setText(tr("Nothing found", "in a search"))

    def _step(self, step: int) -> None:
        if not self._found:
            return
        self._at = (self._at + step) % len(self._found)
        self._go_to(self._found[self._at])
        self._note.setText(tr("{number} of {count}", number=number(self._at + 1), count=number(len(self._found))))

    def _go_to(self, path: Path) -> None:
        index = self._model.at(path)
        above = index.parent()
        while above.isValid():
            self.tree.expand(above)
            above = above.parent()
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)


def _note(value: object) -> str:
    inside = count(value)
    if isinstance(value, dict):
        return plural("Object, 1 value", "Object, {count} values", inside)
    return plural("List, 1 value", "List, {count} values", inside)
