"""What was opened in a result: a row or a nested value as a tree, with the way back. Alters nothing in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.domain.aws import is_nested
from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.markdown import mark_unseen
from app.ui.transcript.json_model import JsonModel, count, written
from app.ui.transcript.json_view import JsonTree
from app.ui.transcript.result_state import Crumb
from app.ui.transcript.segment import tint, tool_button

ROW_PX = 24
MOST_ROWS = 12
UNFOLDED_UP_TO = 40
_TITLE_CHARS = 28
_NAME_PX = 200


class ResultTree(JsonTree):
    """A tree in which Enter and a double click go into what is nested. ``entered``: a line was opened so."""

    entered = Signal(QModelIndex)

    def __init__(self, parent: QWidget, model: JsonModel, copy: Callable[[str], None]) -> None:
        super().__init__(parent, model, copy)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(self.entered)
        self.setAccessibleName(tr("Opened value"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Backspace:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ResultPanel(QFrame):
    """``trail_changed`` (the crumbs, empty once it is closed) and ``resized``."""

    trail_changed = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget, theme: ThemeController, copy: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._copy = copy
        self._trail: tuple[Crumb, ...] = ()
        set_look(self, "popup")
        self._back = tool_button(self, "chevron-left", tr("Back"), self.back)
        self._way = QWidget(self)
        self._crumbs = QHBoxLayout(self._way)
        self._crumbs.setContentsMargins(0, 0, 0, 0)
        self._crumbs.setSpacing(2)
        self._model = JsonModel(theme.tokens, self)
        self.tree = ResultTree(self, self._model, copy)
        self.tree.entered.connect(self._enter)
        self._settling = QTimer(self)  # unfolding everything tells of every line
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.resized)
        self.tree.expanded.connect(lambda _: self._settling.start())
        self.tree.collapsed.connect(lambda _: self._settling.start())
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self._back)
        bar.addWidget(self._way)
        bar.addStretch(1)
        bar.addWidget(tool_button(self, "copy", tr("Copy this value"), self._copy_value))
        bar.addWidget(tool_button(self, "close", tr("Close"), self.close_panel))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.setSpacing(2)
        layout.addLayout(bar)
        layout.addWidget(self.tree)

    @property
    def trail(self) -> tuple[Crumb, ...]:
        """The steps to what is shown."""
        return self._trail

    def show_trail(self, trail: tuple[Crumb, ...]) -> None:
        """Show where the steps lead; nothing for none."""
        self._trail = trail
        self.setVisible(bool(trail))
        while (item := self._crumbs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not trail:
            self._model.set_value({})
            return
        for number, crumb in enumerate(trail, start=1):
            if number > 1:
                sign = QLabel("›", self._way)
                set_look(sign, "muted")
                self._crumbs.addWidget(sign)
                sign.show()
            step = self._crumb(crumb, trail[:number], is_last=number == len(trail))
            self._crumbs.addWidget(step)
            step.show()
        self._back.setToolTip(tr("Back") if len(trail) > 1 else tr("Close"))
        value = trail[-1].value
        self._model.set_value(value if isinstance(value, dict | list) else {tr("Value"): value})
        if count(value) <= UNFOLDED_UP_TO:
            self.tree.expandAll()
        self.tree.setColumnWidth(0, _NAME_PX)
        self.tree.setCurrentIndex(self._model.index(0, 0))

    def push(self, crumb: Crumb) -> None:
        """Go one step further."""
        self._go((*self._trail, crumb))

    def back(self) -> None:
        """Go one step back; from the first, close."""
        self._go(self._trail[:-1])

    def close_panel(self) -> None:
        """Close it."""
        self._go(())

    def fit(self) -> None:
        """Make the tree as high as it should be."""
        self.tree.setFixedHeight(max(self.tree.shown_rows(MOST_ROWS), 1) * scaled(ROW_PX) + 4)

    def restyle(self) -> None:
        """The theme changed."""
        self._model.set_tokens(self._theme.tokens)
        tint(self, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back()
        else:
            super().keyPressEvent(event)

    def _crumb(self, crumb: Crumb, trail: tuple[Crumb, ...], *, is_last: bool) -> QWidget:
        title = mark_unseen(crumb.title)
        short = title if len(title) <= _TITLE_CHARS else title[: _TITLE_CHARS - 1] + "…"
        if is_last:
            here = QLabel(short, self._way)
            here.setTextFormat(Qt.TextFormat.PlainText)
            here.setAccessibleName(title)
            here.setContentsMargins(6, 0, 6, 0)
            set_look(here, "strong")
            return here
        button = QToolButton(self._way)
        button.setText(short.replace("&", "&&"))
        button.setAccessibleName(tr("Go back to {title}", title=title))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: self._go(trail))
        return button

    def _go(self, trail: tuple[Crumb, ...]) -> None:
        self.show_trail(trail)
        self.trail_changed.emit(trail)
        self.resized.emit()
        if trail:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, index: QModelIndex) -> None:
        value = self._model.value_at(index)
        if is_nested(value):
            path = self._model.path(index)
            self.push(Crumb(title=".".join(str(step) for step in path), value=value))

    def _copy_value(self) -> None:
        if self._trail:
            self._copy(written(self._trail[-1].value))
