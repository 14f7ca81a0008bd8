"""One playbook: what it is for, where it looks, its run and its findings. Emits what is asked for; runs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.aws import MOST_STEPS, Table
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.playbooks import Finding, Playbook, PlaybookReport, Reach
from app.domain.text import visible
from app.services.playbooks.service import Progress, fix_titles
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.transcript.result_table import ResultTable

HERE, EVERYWHERE = "here", "everywhere"


class PlaybookPage(QWidget):
    """``run_requested(name, where)``, ``stop_requested``, ``fix_requested(findings, title)``, ``save_requested``."""

    run_requested = Signal(str, str)
    stop_requested = Signal()
    fix_requested = Signal(object, str)
    save_requested = Signal(object)

    def __init__(self, theme: ThemeController, copy: Callable[[str], None]) -> None:
        super().__init__()
        self._theme = theme
        self._playbook: Playbook | None = None
        self._report: PlaybookReport | None = None
        self.title = _label("title")
        self.about = _label("muted")
        self.where = QComboBox()
        self.where.setAccessibleName(tr("Where to look"))
        self.where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.run = QPushButton(tr("Run"))
        set_look(self.run, "primary")
        self.run.clicked.connect(self._run)
        self.stop = QPushButton(tr("Stop"))
        self.stop.clicked.connect(self.stop_requested)
        head = QHBoxLayout()
        head.setSpacing(INSIDE)
        where = QLabel(tr("Where"))
        where.setBuddy(self.where)
        head.addWidget(where)
        head.addWidget(self.where)
        head.addStretch(1)
        head.addWidget(self.stop)
        head.addWidget(self.run)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.words = _label("muted")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter findings"))
        self.filter.setAccessibleName(tr("Filter findings"))
        self.filter.setClearButtonEnabled(True)
        hold_size(self.filter, widest_px=220)
        self.filter.textChanged.connect(self._filtered)
        said = QHBoxLayout()
        said.setSpacing(INSIDE)
        said.addWidget(self.words, 1)
        said.addWidget(self.filter)
        self.table = ResultTable(self, copy)
        self.table.setAccessibleName(tr("Findings"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.table.setSelectionBehavior(self.table.SelectionBehavior.SelectRows)
        policy = self.table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else what stands above it spreads over the page
        self.table.setSizePolicy(policy)
        self.failures = _label("warning")
        self.fix = QPushButton(tr("Fix…"))
        self.fix.clicked.connect(self._choose_fix)
        self.save = QPushButton(tr("Save…"))
        self.save.clicked.connect(self._save)
        self.chosen = _label("muted")
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addWidget(self.chosen, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.fix)
        for button in (self.run, self.stop, self.fix, self.save):
            button.setAutoDefault(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(INSIDE)
        rows.addWidget(self.title)
        rows.addWidget(self.about)
        rows.addSpacing(INSIDE)
        rows.addLayout(head)
        rows.addWidget(self.progress)
        rows.addSpacing(BETWEEN - INSIDE)
        rows.addLayout(said)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.failures)
        rows.addLayout(foot)
        self.set_places("", "")
        self.show_playbook(None, None)

    @property
    def playbook(self) -> Playbook | None:
        """The playbook shown."""
        return self._playbook

    def set_places(self, account: str, region: str) -> None:
        """The account and the region of the chat that is shown."""
        kept = self.where.currentData()
        self.where.clear()
        self.where.addItem(visible(f"{account} · {region}"), HERE)
        self.where.addItem(visible(tr("{account} · all regions", account=account)), EVERYWHERE)
        self.where.setCurrentIndex(max(self.where.findData(kept), 0))

    def show_playbook(self, playbook: Playbook | None, report: PlaybookReport | None) -> None:
        """Show a playbook, with what its last run found."""
        self._playbook = playbook
        self.title.setText(visible(playbook.title) if playbook else "")
        self.about.setText(visible(playbook.about) if playbook else "")
        self.where.setEnabled(playbook is not None and playbook.reach is Reach.REGION)
        self.where.setToolTip(
            tr("It looks once at the whole account.") if playbook and not self.where.isEnabled() else ""
        )
        self.show_report(report)

    def show_report(self, report: PlaybookReport | None) -> None:
        """Show what a run found."""
        self._report = report
        table = report.table if report is not None else Table(columns=(), rows=())
        self.filter.clear()
        self.table.set_table(table)
        found = bool(table.rows)
        self.table.setVisible(found)
        self.filter.setVisible(len(table.rows) > 8)
        self.save.setVisible(found)
        unknown = tr("It has not been run yet.")
        if self._playbook is None:
            unknown = tr("Choose a playbook in the list.")
        self.words.setText(report.sentence if report is not None else unknown)
        set_look(self.words, "good" if report is not None and not found and not report.failures else "muted")
        self.failures.setText("\n".join(_failure_lines(report)) if report is not None else "")
        self.failures.setVisible(bool(self.failures.text()))
        self._offer()

    def set_running(self, progress: Progress | None) -> None:
        """A run is under way, so far; ``None``: none is."""
        shown, hidden = (self.run, self.stop) if progress is None else (self.stop, self.run)
        shown.setVisible(True)
        if hidden.hasFocus():
            shown.setFocus()
        hidden.setVisible(False)
        self.progress.setVisible(progress is not None)
        if progress is not None:
            self.progress.setRange(0, max(progress.known, 1))
            self.progress.setValue(progress.done)
            self.words.setText(
                tr(
                    "Reading: {done} of {known}, {found} found",
                    done=number(progress.done),
                    known=number(progress.known),
                    found=number(progress.found),
                )
            )
            set_look(self.words, "muted")

    def chosen_findings(self) -> Sequence[Finding]:
        """The findings whose rows are selected, in the table's order."""
        if self._report is None:
            return ()
        by_row = dict(zip(self._report.table.rows, self._report.findings, strict=True))
        shown = self.table.rows.shown_table.rows
        return [by_row[shown[index.row()]] for index in self.table.selectionModel().selectedRows()]

    def _run(self) -> None:
        if self._playbook is not None:
            self.run_requested.emit(self._playbook.name, str(self.where.currentData()))

    def _save(self) -> None:
        if self._report is not None:
            self.save_requested.emit(self._report)

    def _filtered(self, text: str) -> None:
        self.table.rows.set_filter(text)
        self._offer()

    def _offer(self) -> None:
        chosen = self.chosen_findings()
        titles = fix_titles(chosen)
        has_fixes = self._playbook is not None and bool(self._playbook.fixes) and bool(self._report)
        self.fix.setVisible(has_fixes and self.table.isVisibleTo(self))
        self.fix.setEnabled(bool(titles) and len(chosen) <= MOST_STEPS)
        if len(chosen) > MOST_STEPS:
            self.chosen.setText(tr("{count} chosen; {most} can be fixed at once.", count=len(chosen), most=MOST_STEPS))
        elif chosen:
            self.chosen.setText(tr("{count} chosen", count=len(chosen)))
        else:
            self.chosen.setText(
                tr("Choose rows to fix them; each change is shown before it is made.") if has_fixes else ""
            )

    def _choose_fix(self) -> None:
        chosen = self.chosen_findings()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title in fix_titles(chosen):
            shown = f"{visible(title)}…".replace("&", "&&")
            menu.addAction(shown, partial(self.fix_requested.emit, chosen, title))
        menu.popup(self.fix.mapToGlobal(self.fix.rect().bottomLeft()))


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_look(label, look)
    return label


def _failure_lines(report: PlaybookReport) -> list[str]:
    shown = []
    for item in report.failures[:4]:
        words = f"{item.account} {item.region}: {item.error}"
        if item.count > 1:
            words = tr("{problem} ({count} times)", problem=words, count=item.count)
        shown.append(visible(words))
    left = len(report.failures) - len(shown)
    return [*shown, tr("and {count} more", count=left)] if left > 0 else shown
