"""The window of the playbooks: a list with a filter, and beside it the one chosen. Keeps the last reports."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.domain.playbooks import Playbook, PlaybookListing, PlaybookReport
from app.domain.text import visible
from app.services.playbooks.service import Progress
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.playbooks.choices import PLAYBOOK, playbook_choices
from app.ui.playbooks.page import PlaybookPage
from app.ui.widgets.choice_list import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceModel
from app.ui.widgets.empty_state import EmptyState

_SIZE = (1040, 660)


class PlaybookWindow(QDialog):
    """``folder_requested``: show where the person's own lie. The page emits what is asked for of a playbook."""

    folder_requested = Signal()

    def __init__(self, parent: QWidget, theme: ThemeController, copy: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Playbooks"))
        self.resize(*_SIZE)
        self._listing = PlaybookListing()
        self._reports: dict[str, PlaybookReport] = {}
        self._running = ""
        self._progress: Progress | None = None
        self._wanted = ""
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a playbook"))
        self.filter.setAccessibleName(tr("Find a playbook"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self.model = ChoiceModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self))
        self.view.setAccessibleName(tr("Playbooks"))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.nothing = EmptyState()
        self.nothing.pressed.connect(self._leave_emptiness)
        self.problems = QLabel()
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.setWordWrap(True)
        set_look(self.problems, "error")
        self.folder = QPushButton(tr("Your own…"))
        self.folder.setToolTip(tr("Open the folder in which your own playbooks lie, as YAML files."))
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self.folder_requested)
        left_side = QWidget()
        left = QVBoxLayout(left_side)
        left.setContentsMargins(BETWEEN, BETWEEN, INSIDE, BETWEEN)
        left.setSpacing(INSIDE)
        left.addWidget(self.filter)
        left.addWidget(self.view, 1)
        left.addWidget(self.nothing, 1)
        left.addWidget(self.problems)
        tools = QHBoxLayout()
        tools.addWidget(self.folder)
        tools.addStretch(1)
        left.addLayout(tools)
        self.page = PlaybookPage(theme, copy)
        right_side = QWidget()
        right = QVBoxLayout(right_side)
        right.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        right.addWidget(self.page)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left_side)
        splitter.addWidget(right_side)
        splitter.setSizes([340, _SIZE[0] - 340])
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self._show()

    def set_listing(self, listing: PlaybookListing) -> None:
        """Show what there is; what is chosen stays chosen."""
        wanted = self._wanted or (self.page.playbook.name if self.page.playbook is not None else "")
        self._listing = listing
        self.model.set_choices(playbook_choices(listing.playbooks))
        self.problems.setText(visible("\n".join(listing.problems)))
        self.problems.setVisible(bool(listing.problems))
        self.choose(wanted)

    def choose(self, name: str) -> None:
        """Select a playbook, now or once it is listed; the first where ``name`` is none."""
        self._wanted = name
        rows = range(self.model.rowCount())
        found = next((at for at in rows if name and self._name_at(at) == name), self.model.first())
        if found >= 0:
            self.view.setCurrentIndex(self.model.index(found, 0))
            if self._name_at(found) == name:
                self._wanted = ""
        self._show()

    def set_running(self, name: str, progress: Progress | None) -> None:
        """The playbook ``name`` is being run, so far; with ``None`` it is no more."""
        self._running, self._progress = (name, progress) if progress is not None else ("", None)
        self._show_progress()

    def set_report(self, report: PlaybookReport) -> None:
        """What a run found."""
        self._reports[report.playbook.name] = report
        if self.page.playbook is not None and self.page.playbook.name == report.playbook.name:
            self.page.show_report(report)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched in (self.filter, self.view):
                self.page.run.click()
                return True
            if watched is self.filter and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _name_at(self, row: int) -> str:
        choice = self.model.index(row, 0).data(CHOICE_ROLE)
        return choice.id.removeprefix(PLAYBOOK) if isinstance(choice, Choice) else ""

    def _step(self, by: int) -> None:
        at = self.view.currentIndex().row() + by
        while 0 <= at < self.model.rowCount():
            if self._name_at(at):
                self.view.setCurrentIndex(self.model.index(at, 0))
                return
            at += by

    def _filter(self, typed: str) -> None:
        self.model.set_filter(typed)
        if (first := self.model.first()) >= 0:
            self.view.setCurrentIndex(self.model.index(first, 0))
        self._show()

    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show()

    def _leave_emptiness(self) -> None:
        if self.filter.text().strip():
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.folder_requested.emit()

    def _say_nothing(self) -> None:
        is_empty, typed = self.model.rowCount() == 0, self.filter.text().strip()
        self.view.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        if typed:
            self.nothing.say(tr("No playbook fits “{typed}”.", typed=typed), tr("Show all playbooks"))
        else:
            said = tr("A playbook looks an account over and says what to mend. Yours are YAML files in one folder.")
            self.nothing.say(said, tr("Open the folder"))

    def _show(self) -> None:
        self._say_nothing()
        name = self._name_at(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else ""
        playbook: Playbook | None = next((item for item in self._listing.playbooks if item.name == name), None)
        self.page.setEnabled(playbook is not None)
        self.page.show_playbook(playbook, self._reports.get(name))
        self._show_progress()

    def _show_progress(self) -> None:
        shown = self.page.playbook
        if not self._running:
            self.page.run.setEnabled(True)  # before it is given the focus back
        self.page.set_running(self._progress if shown is not None and shown.name == self._running else None)
        self.page.run.setEnabled(not self._running)
