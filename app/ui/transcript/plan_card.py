"""The plan card: the steps of one plan under one heading, each a row that unfolds to its action card.

Shows; decides and executes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import assert_never

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.domain.aws import Action, PlanState, Risk
from app.domain.language import plural, tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import RISK_WORDS, ThemeController, focus_pen, interface_font, scaled
from app.ui.markdown import mark_unseen
from app.ui.transcript.card import ActionCard, Chip, RiskChip, Standing, standing, where
from app.ui.transcript.items import Item, PlanItem
from app.ui.transcript.plan_story import all_undone, at_its_turn, carried_out, plan_state, progress, story, undoable
from app.ui.transcript.segment import Segment, Surroundings, wrapped_label
from app.ui.transcript.undo_row import UndoRow
from app.ui.widgets.elided_label import ElidedLabel

ROW_PX = 30
SIDE_PX = 14
INDENT_PX = 22  # of an unfolded step's card
_NUMBER_PX = 26
_ICON_PX = 14
_GAP_PX = 8
_COLUMNS_PX = (108, 92)  # for the state and the risk, so that they stand below each other
_WIDE_PX = 480  # of a card that has room for these columns

_OUTCOME_LOOKS = {PlanState.FAILED: "error", PlanState.INTERRUPTED: "warning"}


class StepLine(QAbstractButton):
    """A step in one line: number, what it does, its risk, how far it is. Checked means unfolded."""

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = 0
        self._risk: Standing = ("", "info", "")
        self._state: Standing = ("", "info", "")
        self.setCheckable(True)
        self.setFont(interface_font())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._describe)
        self._describe(False)

    def show_step(self, action: Action) -> None:
        """Show a step as it stands."""
        risk = RISK_WORDS[action.risk]
        words = mark_unseen(action.sentence or f"{action.call.id.service} · {action.call.id.operation}")
        self._number = action.step
        self._risk = (risk.words, risk.icon, self._theme.risk_colour(action.risk))
        self._state = standing(action, self._theme.tokens)
        self.setText(words)
        self.setToolTip(f"<p>{escape(words)}</p>")
        self.setAccessibleName(
            tr(
                "Step {number}, {risk}, {state}: {words}",
                number=action.step,
                risk=self._risk[0],
                state=self._state[0],
                words=words,
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, scaled(ROW_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, 0, self.width(), 0)
        if self.hasFocus():
            painter.setPen(focus_pen(tokens))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -1), 4, 4)
        side = scaled(_ICON_PX)
        middle = (self.height() - side) // 2

        def at(left: int, width: int, top: int = 0, height: int = self.height()) -> QRect:
            return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, width, height))

        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icon(chevron, tokens.text if self.underMouse() else tokens.muted).paint(painter, at(0, side, middle, side))
        metrics = QFontMetrics(self.font())
        left, right = side + 4, self.width() - 4
        painter.setPen(QColor(tokens.muted))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(at(left, scaled(_NUMBER_PX)), align, f"{self._number}.")
        left += scaled(_NUMBER_PX)
        for (words, name, colour), column in zip((self._state, self._risk), _COLUMNS_PX, strict=True):
            wanted = side + 5 + metrics.horizontalAdvance(words)
            right -= max(wanted, scaled(column) if self.width() >= _WIDE_PX else 0)
            icon(name, colour).paint(painter, at(right, side, middle, side))
            painter.setPen(QColor(colour))
            painter.drawText(at(right + side + 5, wanted), align, words)
            right -= _GAP_PX * 2
        painter.setPen(QColor(tokens.text))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.drawText(at(left, max(right - left, 0)), align, shown)
        painter.end()

    def _describe(self, unfolded: bool) -> None:
        self.setAccessibleDescription(tr("Unfolded") if unfolded else tr("Folded"))


class PlanCard(QFrame):
    """Several actions that were one plan."""

    def __init__(self, surroundings: Surroundings, parent: QWidget, *, resized: Callable[[], None]) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._theme = surroundings.theme
        self._resized = resized
        self._item: PlanItem | None = None
        self._shown: tuple[Action, ...] = ()
        self._lines: list[StepLine] = []
        self._cards: dict[int, ActionCard] = {}  # of the steps that were unfolded, by their place
        self._holders: dict[int, QWidget] = {}  # what these cards stand in
        set_look(self, "card")
        self._title = ElidedLabel(self)
        set_look(self._title, "strong")
        self._risk = RiskChip(self, self._theme)
        self._standing = Chip(self, self._theme, filled=False)
        self._where = wrapped_label(self, "muted")
        self._outcome = wrapped_label(self)
        self._undo = UndoRow(self, self._theme, undo=self._ask_undo, show_action=surroundings.show_action)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self._risk)
        top.addWidget(self._standing)
        self._steps = QVBoxLayout()
        self._steps.setContentsMargins(0, 6, 0, 2)
        self._steps.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 10, SIDE_PX, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._where)
        layout.addLayout(self._steps)
        layout.addWidget(self._outcome)
        layout.addWidget(self._undo)

    def set_plan(self, item: PlanItem) -> None:
        """Show a plan as it stands now."""
        if self._item is not None and [a.id for a in self._item.actions] != [a.id for a in item.actions]:
            self._forget()
        self._item = item
        while len(self._lines) < len(item.actions):
            self._add_line()
        self._shown = at_its_turn(item.actions)
        for number, (line, action) in enumerate(zip(self._lines, self._shown, strict=True)):
            line.show_step(action)
            unfolded = self._key(action) in self._surroundings.state.unfolded
            line.setChecked(unfolded)
            if unfolded:
                self._card(number).set_action(action, undoing=action.id in item.undoing)
            elif number in self._holders:
                self._holders[number].hide()
        self._say()

    def height_for(self, width: int) -> int:
        """The card's height at ``width``."""
        for number, card in self._cards.items():
            if self._lines[number].isChecked():
                card.setFixedHeight(card.height_for(width - 2 * SIDE_PX - INDENT_PX - 2))
        layout = self.layout()
        assert layout is not None
        self._steps.invalidate()  # a layout that knows its height does not ask its inner ones again
        layout.invalidate()
        return layout.totalHeightForWidth(width)

    def restyle(self) -> None:
        """The theme changed."""
        for card in self._cards.values():
            card.restyle()
        self._undo.restyle()
        if self._item is not None:
            self.set_plan(self._item)

    # Inside

    def _say(self) -> None:
        assert self._item is not None
        actions = self._item.actions
        state = plan_state(actions)
        self._title.setText(plural("Plan · 1 step", "Plan · {count} steps", len(actions)))
        self._risk.show_risk(max((action.risk for action in actions), key=list(Risk).index))
        words, name, colour = _standing(state, actions, self._theme)
        self._standing.show_words(words, name, colour)
        self._where.setText("  ·  ".join(where(actions[0])))
        told = story(actions)
        self._outcome.setText(mark_unseen(told))
        self._outcome.setVisible(bool(told))
        set_look(self._outcome, _OUTCOME_LOOKS.get(state, "muted"))
        can = undoable(actions)
        if can and state in (PlanState.DONE, PlanState.FAILED, PlanState.INTERRUPTED):
            steps = "; ".join(
                tr("step {number}: {words}", number=action.step, words=action.undo.sentence)
                for action in reversed(can)
                if action.undo is not None
            )
            explanation = tr("The last step first. {steps}", steps=steps)
            self._undo.show_undo(tr("Undo what was done"), explanation, undoing=self._item.undoing_all)
        else:
            self._undo.hide()
        self.setAccessibleName(tr("AWS plan of {count} steps, {state}", count=len(actions), state=words))

    def _add_line(self) -> None:
        number = len(self._lines)
        line = StepLine(self, self._theme)
        line.clicked.connect(lambda _checked=False: self._toggle(number))
        self._lines.append(line)
        self._steps.addWidget(line)

    def _card(self, number: int) -> ActionCard:
        if number not in self._cards:
            around = self._surroundings
            card = ActionCard(
                self._theme,
                around.state,
                self,
                resized=self._resized,
                copy=around.copy,
                save=around.save,
                undo=around.undo,
                show_action=around.show_action,
            )
            holder = self._holders[number] = QWidget(self)
            inside = QHBoxLayout(holder)
            inside.setContentsMargins(INDENT_PX, 2, 0, 8)
            inside.addWidget(card)
            self._steps.insertWidget(self._steps.indexOf(self._lines[number]) + 1, holder)
            self._cards[number] = card
        self._holders[number].show()
        return self._cards[number]

    def _toggle(self, number: int) -> None:
        assert self._item is not None
        action = self._shown[number]
        self._surroundings.state.unfolded.symmetric_difference_update({self._key(action)})
        if self._key(action) in self._surroundings.state.unfolded:
            self._card(number).set_action(action, undoing=action.id in self._item.undoing)
        elif number in self._holders:
            self._holders[number].hide()
        self._resized()

    def _forget(self) -> None:
        """Another plan is shown: what was unfolded of the one before goes."""
        for widget in (*self._lines, *self._holders.values()):
            self._steps.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lines, self._cards, self._holders = [], {}, {}

    def _ask_undo(self) -> None:
        assert self._item is not None
        self._surroundings.undo_plan(self._item.plan_id)

    @staticmethod
    def _key(action: Action) -> str:
        return f"{action.id}/step"


def _standing(state: PlanState, actions: Sequence[Action], theme: ThemeController) -> Standing:
    tokens, how_far = theme.tokens, progress(actions)
    match state:
        case PlanState.PROPOSED:
            return tr("proposed"), "clock", tokens.muted
        case PlanState.WAITING if carried_out(actions):
            return tr("waiting for you, {how_far}", how_far=how_far), "clock", tokens.accent
        case PlanState.WAITING:
            return tr("waiting for you"), "clock", tokens.accent
        case PlanState.RUNNING:
            return tr("running, {how_far}", how_far=how_far), "play", tokens.accent
        case PlanState.DONE if all_undone(actions):
            return tr("undone"), "undo", tokens.muted
        case PlanState.DONE:
            return tr("done, {how_far}", how_far=how_far), "check", tokens.good
        case PlanState.FAILED:
            return tr("stopped, {how_far}", how_far=how_far), "alert", tokens.destructive
        case PlanState.REFUSED:
            return tr("refused"), "close", tokens.muted
        case PlanState.INTERRUPTED:
            return tr("interrupted, {how_far}", how_far=how_far), "alert", tokens.write
        case _:
            assert_never(state)


class PlanSegment(Segment):
    """A plan card in a row."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self.shown_actions: Sequence[Action] = ()
        self.card = PlanCard(surroundings, self, resized=lambda: surroundings.resized(self))

    def bind(self, item: Item) -> None:
        assert isinstance(item, PlanItem)
        self.shown_actions = item.actions
        self.card.set_plan(item)

    def height_for(self, width: int) -> int:
        height = self.card.height_for(width)
        self.card.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        self.card.restyle()
