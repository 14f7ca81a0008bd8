"""The part of the dock about money: what models elsewhere cost today, this month and in this chat, and its budget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.language import marked, tr
from app.domain.numerals import money, percent
from app.domain.spending import Budget, Scope, Spent, SpentTogether, Unit
from app.ui.dock.section import DockSection
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import GRID
from app.ui.wording import money_words, short_count

_TITLES = {Scope.DAY: marked("Today"), Scope.MONTH: marked("This month"), Scope.CHAT: marked("This chat")}
_WARN_SHARE = 0.8


class _Amount(QDoubleSpinBox):
    """A budget to type; its lowest value stands for none, and the wheel changes it only with the focus."""

    def __init__(self, title: str, *, decimals: int, step: float, most: float) -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setSpecialValueText(tr("No limit"))
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        hold_size(self, width_px=112)
        self.lineEdit().setTextMargins(6, 0, 4, 0)  # the style sheet's padding does not reach it
        self.setAccessibleName(title)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Meter(QWidget):
    """A span of time or a chat: its cost and, where there is a budget, a bar for each."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope
        head = QLabel(tr(_TITLES[scope]))
        set_look(head, "muted")
        self.amount = QLabel("–")
        self.amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.amount.setWordWrap(True)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.amount, 1)
        self.bars = {unit: QProgressBar() for unit in Unit}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(line)
        for bar in self.bars.values():
            bar.setTextVisible(False)
            bar.setRange(0, 1000)
            bar.hide()
            column.addWidget(bar)

    def show_spent(self, spent: Spent, budgets: Sequence[Budget]) -> None:
        """Show a sum beside its budgets."""
        words = money_words(spent.cost_usd)
        if spent.unpriced:
            words = tr("{cost} + unknown", cost=words)
        of = {budget.unit: budget for budget in budgets if budget.scope is self._scope}
        if (budget := of.get(Unit.USD)) is not None:
            words = tr("{cost} of {limit}", cost=words, limit=money(budget.limit))
        if (tokens := of.get(Unit.TOKENS)) is not None:
            used, limit = short_count(round(tokens.used)), short_count(round(tokens.limit))
            words = " · ".join((words, tr("{used} of {limit} tokens", used=used, limit=limit)))
        self.amount.setText(words)
        for unit, bar in self.bars.items():
            budget = of.get(unit)
            bar.setVisible(budget is not None)
            if budget is None:
                continue
            bar.setValue(min(1000, round(budget.share * 1000)))
            set_look(bar, "error" if budget.share >= 1 else "warning" if budget.share >= _WARN_SHARE else "")
            bar.setAccessibleName(
                tr(
                    "{scope}: {share} of {budget}",
                    scope=tr(_TITLES[self._scope]),
                    share=percent(budget.share),
                    budget=budget.words,
                )
            )


class BudgetSection(DockSection):
    """``usd_changed`` and ``tokens_changed`` carry this chat's budget, ``None`` for no limit; ``all_requested`` asks
    for the budgets of every chat together.
    """

    usd_changed = Signal(object)
    tokens_changed = Signal(object)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Budget"), parent)
        self.meters = {scope: _Meter(scope) for scope in (Scope.DAY, Scope.MONTH, Scope.CHAT)}
        for meter in self.meters.values():
            self.column.addWidget(meter)
        self.usd = _Amount(tr("This chat may cost at most, in dollars"), decimals=2, step=0.5, most=1_000_000)
        self.usd.setPrefix("$")
        self.usd.valueChanged.connect(lambda value: self.usd_changed.emit(value or None))
        self.tokens = _Amount(tr("This chat may take at most, in tokens"), decimals=0, step=10_000, most=2_000_000_000)
        self.tokens.valueChanged.connect(lambda value: self.tokens_changed.emit(round(value) or None))
        for title, field in ((tr("This chat may cost"), self.usd), (tr("and take, in tokens"), self.tokens)):
            label = QLabel(title)
            label.setBuddy(field)
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.addWidget(label, 1)
            line.addWidget(field)
            self.column.addLayout(line)
        self.all = QPushButton(tr("Budgets of all chats…"))
        set_look(self.all, "link")
        self.all.clicked.connect(self.all_requested)
        self.column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        note = QLabel(tr("Models on this machine cost nothing and are not counted."))
        note.setWordWrap(True)
        set_look(note, "muted")
        self.column.addWidget(note)

    def set_spent(self, spent: SpentTogether, budgets: Sequence[Budget]) -> None:
        """Show what was spent, beside the budgets that are set."""
        self.meters[Scope.DAY].show_spent(spent.today, budgets)
        self.meters[Scope.MONTH].show_spent(spent.month, budgets)
        self.meters[Scope.CHAT].show_spent(spent.chat, budgets)

    def set_own(self, usd: float | None, tokens: int | None) -> None:
        """Show this chat's own budgets; a field that is being written in is left alone."""
        for field, value in ((self.usd, usd), (self.tokens, tokens)):
            if field.hasFocus() and field.value() == (value or 0):
                continue
            with QSignalBlocker(field):
                field.setValue(value or 0)
