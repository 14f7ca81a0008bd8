"""Searching Hugging Face from Settings > Model files: the field, what was found, and what a repository holds.

Asks nobody itself. Enter in the field searches, the arrows choose, and Enter opens what is chosen.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
)

from app.domain.hub import HubModel, HubPage, HubRepository
from app.domain.language import plural, tr
from app.domain.numerals import date_of, exact
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.preferences.repository_view import RepositoryView
from app.ui.widgets.choice_list import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceModel
from app.ui.wording import short_count

_MORE = "more"
_ROWS_SHOWN = 7
_REPOSITORY = re.compile(r"(?:https?://(?:www\.)?(?:huggingface\.co|hf\.co)/)?([\w.-]+/[\w.-]+)(?:/tree/main)?/?")


class HubPanel(QFrame):
    """``search_requested(text)``, ``more_requested``, ``opened(repository)``, ``download_requested(repository, file)``,
    and ``left``: nothing of the hub is wanted any more.
    """

    search_requested = Signal(str)
    more_requested = Signal()
    opened = Signal(str)
    left = Signal()
    download_requested = Signal(str, str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        set_look(self, "card")
        self._searched: str | None = None
        self._retry = ""  # a search, or a repository's name
        self._found: list[HubModel] = []
        self._has_more = False
        head = QLabel(tr("Find a model on Hugging Face"))
        set_look(head, "strong")
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("A part of a name, or owner/repository"))
        self.edit.setAccessibleName(tr("Search Hugging Face"))
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)
        self.search_button = QPushButton(tr("Search"))
        set_look(self.search_button, "primary")
        self.search_button.setEnabled(False)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.hide()
        self.again_button = QPushButton(tr("Try again"))
        self.again_button.hide()
        self.model = ChoiceModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self))
        self.view.setAccessibleName(tr("Found models"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.hide()
        self.repository = RepositoryView(theme)
        self.repository.hide()
        field = QHBoxLayout()
        field.setSpacing(INSIDE)
        field.addWidget(self.edit, 1)
        field.addWidget(self.search_button)
        state = QHBoxLayout()
        state.addWidget(self._state, 1)
        state.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, 12, BETWEEN, 12)
        column.setSpacing(INSIDE)
        column.addWidget(head)
        column.addLayout(field)
        column.addLayout(state)
        column.addWidget(self.view)
        column.addWidget(self.repository)
        self.edit.textChanged.connect(self._typed)
        self.search_button.clicked.connect(self._search)
        self.again_button.clicked.connect(self._try_again)
        self.view.clicked.connect(self._open)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.repository.left.connect(self._back)
        self.repository.download_requested.connect(self.download_requested)
        theme.changed.connect(self.view.viewport().update)

    @property
    def is_browsing(self) -> bool:
        """Whether something was searched or opened, and the person has not left it."""
        return self._searched is not None or not self.repository.isHidden()

    def set_busy(self, words: str) -> None:
        """Say what the hub was asked."""
        self._say(words, "muted")

    def set_page(self, page: HubPage, *, is_first: bool) -> None:
        """Show what was found, or add it to what is shown."""
        at = 0 if is_first else len(self._found)
        self._found = [*([] if is_first else self._found), *page.models]
        self._has_more = bool(page.following)
        choices = [
            Choice(
                id=model.repository,
                title=model.repository,
                detail=_about(model),
                icon="lock" if model.is_gated else "download",
                trailing=tr("Gated") if model.is_gated else "",
            )
            for model in self._found
        ]
        if self._has_more:
            choices.append(Choice(id=_MORE, title=tr("Show more"), icon="plus"))
        self.model.set_choices(choices)
        rows = range(self.model.rowCount())
        heights = [self.view.sizeHintForRow(row) for row in rows]
        self.view.setFixedHeight(sum(heights[:_ROWS_SHOWN]) + 2)
        self.view.setVisible(bool(choices) and self.repository.isHidden())
        if choices:
            self.view.setCurrentIndex(self.model.index(min(at, len(choices) - 1), 0))
            self._say("", "muted")
        else:
            self._say(tr("No model fits. Search for a part of its name, as in: qwen 7b"), "muted")

    def set_problem(self, words: str, *, retry: str) -> None:
        """Say why the hub did not answer; ``retry`` is what was asked."""
        self._retry = retry
        self._say(words, "error")
        self.again_button.show()

    def set_repository(self, repository: HubRepository) -> None:
        """Show what a repository holds."""
        self._say("", "muted")
        self.view.hide()
        self.repository.set_repository(repository, has_results=bool(self._found))
        if self.repository.isHidden():
            self.repository.show()
            self.repository.focus_best()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up if self.view.isVisible():
                    self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self.view.isVisible() and self.edit.text().strip() == self._searched:
                        self._open(self.view.currentIndex())
                    else:
                        self._search()
                    return True
                case Qt.Key.Key_Escape if self.is_browsing or self.edit.text():
                    self.edit.clear()
                    return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self.search_button.setEnabled(bool(text.strip()))
        if not text:
            self._searched, self._found = None, []
            self.view.hide()
            self.repository.hide()
            self._say("", "muted")
            self.left.emit()

    def _search(self) -> None:
        text = self.edit.text().strip()
        if not text:
            return
        self.repository.hide()
        if (named := _REPOSITORY.fullmatch(text)) is not None:
            self._found = []
            self.view.hide()
            self.opened.emit(named[1])
            return
        self._searched = text
        self.search_requested.emit(text)

    def _try_again(self) -> None:
        if self._retry == self._searched:
            self.search_requested.emit(self._retry)
        else:
            self.opened.emit(self._retry)

    def _open(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE) if index.isValid() else None
        if not isinstance(choice, Choice):
            return
        if choice.id == _MORE:
            self.more_requested.emit()
        else:
            self.opened.emit(choice.id)

    def _step(self, by: int) -> None:
        row = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + by))
        self.view.setCurrentIndex(self.model.index(row, 0))

    def _back(self) -> None:
        self.repository.hide()
        if self._found:
            self.view.show()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.edit.clear()

    def _say(self, words: str, look: str) -> None:
        self.again_button.hide()
        self._state.setText(words)
        set_look(self._state, look)
        self._state.setVisible(bool(words))


def _about(model: HubModel) -> str:
    facts = []
    if model.parameters:
        facts.append(_billions(model.parameters))
    if model.downloads is not None:
        downloads = short_count(model.downloads)
        facts.append(plural("{number} download", "{number} downloads", model.downloads, number=downloads))
    if model.likes is not None:
        facts.append(plural("{number} like", "{number} likes", model.likes, number=short_count(model.likes)))
    if model.updated_at is not None:
        facts.append(date_of(model.updated_at))
    if model.licence:
        facts.append(model.licence)
    return " · ".join(facts)


def _billions(count: int) -> str:
    return f"{_brief(count / 1e9)}B" if count >= 1e9 else f"{_brief(count / 1e6)}M"


def _brief(value: float) -> str:
    return exact(float(f"{value:.3g}"))
