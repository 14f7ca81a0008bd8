"""The action card: one proposed call and its life, the same wherever it stands. Shows; decides and executes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.domain.aws import DEMO_ACCOUNT, Action, ActionState, Decision, Origin, Risk, plain_parameters
from app.domain.language import marked, tr
from app.domain.numerals import number
from app.domain.place_words import place_words
from app.services.inspection_words import change_line
from app.ui.look.icons import icon
from app.ui.look.roles import spoken_as
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import RISK_WORDS, ThemeController, Tokens, interface_font, scaled, small_font
from app.ui.markdown import mark_unseen
from app.ui.transcript.amounts import duration, elapsed
from app.ui.transcript.changes import ChangesTable
from app.ui.transcript.fields import FieldList
from app.ui.transcript.following_row import FollowingRow
from app.ui.transcript.items import ActionItem, Item
from app.ui.transcript.result import ResultView
from app.ui.transcript.result_exchange import ResultExchange
from app.ui.transcript.result_state import ResultState
from app.ui.transcript.segment import Segment, Surroundings, ViewState, wrapped_label
from app.ui.transcript.undo_row import UndoRow
from app.ui.widgets.disclosure import Disclosure
from app.ui.widgets.elided_label import ElidedLabel

_SHOWN_PARAMETERS = 200
_SIDES_PX = 30  # what the frame takes of the width

Standing = tuple[str, str, str]  # words, the icon's name, the colour


@spoken_as(QAccessible.Role.StaticText)
class Chip(QWidget):
    """A word with an icon, both in one colour: a risk or a state."""

    def __init__(self, parent: QWidget, theme: ThemeController, *, filled: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = filled
        self._icon = "info"
        self._words = ""
        self._colour = theme.tokens.muted
        self.setFont(small_font(interface_font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, icon_name: str, colour: str) -> None:
        """Say ``words`` in ``colour`` (``#RRGGBB``)."""
        self._words, self._icon, self._colour = words, icon_name, colour
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sides = 8 if self._filled else 0
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + scaled(14) + 5 + 2 * sides, scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sides = 0
        if self._filled:
            sides = 8
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.tint(self._colour)))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        side, direction, whole = scaled(14), self.layoutDirection(), self.rect()
        mark = QRect(sides, (self.height() - side) // 2, side, side)
        icon(self._icon, self._colour).paint(painter, QStyle.visualRect(direction, whole, mark))
        painter.setPen(QColor(self._colour))
        painter.drawText(
            QStyle.visualRect(direction, whole, whole.adjusted(sides + side + 5, 0, 0, 0)),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self._words,
        )
        painter.end()


@spoken_as(QAccessible.Role.StaticText)
class RiskChip(Chip):
    """A risk in words, icon and colour."""

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent, theme, filled=True)

    def show_risk(self, risk: Risk) -> None:
        """Say which risk."""
        words = RISK_WORDS[risk].words
        self.show_words(words, RISK_WORDS[risk].icon, self._theme.risk_colour(risk))
        self.setAccessibleName(tr("Risk: {risk}", risk=words))


class ActionCard(QFrame):
    """A call: what, where, how risky, how far, and what came of it."""

    def __init__(
        self,
        theme: ThemeController,
        state: ViewState,
        parent: QWidget,
        *,
        resized: Callable[[], None],
        copy: Callable[[str], None],
        save: Callable[[str, str], None],
        undo: Callable[[str], None],
        show_action: Callable[[str], None],
        grew: Callable[[], None] | None = None,  # by itself, where nothing was pressed
        results: ResultExchange | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        results = results if results is not None else ResultExchange(self)
        self._resized, self._grew = resized, grew or resized
        self._ask_undo = undo
        self._action: Action | None = None
        self._copy = copy
        set_look(self, "card")
        self._title = ElidedLabel(self)
        set_look(self._title, "strong")
        self._risk = RiskChip(self, theme)
        self._standing = Chip(self, theme, filled=False)
        self._where = ElidedLabel(self)
        set_look(self._where, "muted")
        self._sentence = wrapped_label(self)
        self._parameters = Disclosure(self, theme)
        self._parameters.clicked.connect(self._toggle_parameters)
        self._fields = FieldList(self)
        self._ruling = wrapped_label(self, "muted")
        self._changes = Disclosure(self, theme)
        self._changes.clicked.connect(self._toggle_changes)
        self._table = ChangesTable(self, theme)
        self._outcome = wrapped_label(self)
        self._result = ResultView(theme, self, resized=resized, copy=copy, save=save, exchange=results)
        self._following = FollowingRow(theme, results, self)
        results.changed.connect(self._following_changed)
        self._undo = UndoRow(self, theme, undo=self._undo_asked, show_action=show_action)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self._risk)
        top.addWidget(self._standing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._where)
        layout.addWidget(self._sentence)
        layout.addWidget(self._ruling)
        layout.addWidget(self._parameters)
        layout.addWidget(self._fields)
        layout.addWidget(self._changes)
        layout.addWidget(self._table)
        layout.addWidget(self._outcome)
        layout.addWidget(self._result)
        layout.addWidget(self._undo)
        layout.addWidget(self._following)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    @property
    def action(self) -> Action | None:
        """The action shown."""
        return self._action

    def set_action(self, action: Action, *, undoing: bool = False) -> None:
        """Show ``action`` as it stands now; ``undoing``: it is being taken back."""
        before, self._action = self._action, action
        self._title.setText(f"{mark_unseen(action.call.id.service)} · {mark_unseen(action.call.id.operation)}")
        self._where.setText("  ·  ".join(where(action)))
        self._risk.show_risk(action.risk)
        self.setAccessibleName(
            tr(
                "AWS action: {service} {operation}, {risk}, {state}",
                service=action.call.id.service,
                operation=action.call.id.operation,
                risk=RISK_WORDS[action.risk].words,
                state=tr(STATE_WORDS[action.state]),
            )
        )
        self._sentence.setText(mark_unseen(action.sentence))
        self._sentence.setVisible(bool(action.sentence) and (action.risk is not Risk.READ or bool(action.places)))
        self._ruling.setText(mark_unseen(action.ruling))
        self._ruling.setVisible(bool(action.ruling))
        self._undo.show_action(action, undoing=undoing)
        self._show_parameters()
        self._show_changes()
        self._show_state()
        if before is None or before.result is not action.result or before.id != action.id:
            self._show_result()
        self._following.set_action(action)

    @property
    def width_wanted(self) -> int:
        """The width at which its result shows everything side by side; 0 where that is not asked."""
        wanted = 0 if self._result.isHidden() else self._result.width_wanted
        return wanted + _SIDES_PX if wanted else 0

    def height_for(self, width: int) -> int:
        """The card's height at ``width``."""
        self._result.fit(width - _SIDES_PX)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def restyle(self) -> None:
        """The theme changed."""
        self._result.restyle()
        self._following.restyle()
        self._fields.restyle()
        self._table.restyle()
        self._undo.restyle()
        if self._action is not None:
            self._risk.show_risk(self._action.risk)
            self._show_parameters()
            self._show_state()

    def _show_parameters(self) -> None:
        assert self._action is not None
        parameters = self._action.call.parameters
        self._parameters.setVisible(bool(parameters))
        unfolded = f"{self._action.id}/parameters" in self._state.unfolded
        self._parameters.setChecked(unfolded)
        short = mark_unseen(plain_parameters(parameters)).replace("\n", " ")
        short = short if len(short) <= _SHOWN_PARAMETERS else short[: _SHOWN_PARAMETERS - 1] + "…"
        self._parameters.setText(tr("Parameters") if unfolded else short)
        self._parameters.setAccessibleName(tr("Parameters: {parameters}", parameters=short))
        self._fields.setVisible(unfolded and bool(parameters))
        if unfolded:
            self._fields.set_value(dict(parameters))

    def _toggle_parameters(self) -> None:
        assert self._action is not None
        self._state.unfolded.symmetric_difference_update({f"{self._action.id}/parameters"})
        self._show_parameters()
        self._resized()

    def _show_changes(self) -> None:
        assert self._action is not None
        changes = self._action.changes
        unfolded = f"{self._action.id}/changes" in self._state.unfolded
        first = mark_unseen(change_line(changes[0])).replace("\n", " ") if changes else ""
        if len(changes) > 1:
            first = tr("{change}  and {count} more", change=first, count=number(len(changes) - 1))
        self._changes.setVisible(bool(changes))
        self._changes.setChecked(unfolded)
        self._changes.setText(tr("What changes") if unfolded else first)
        self._changes.setAccessibleName(tr("What changes: {changes}", changes=first))
        self._table.setVisible(unfolded and bool(changes))
        if unfolded:
            self._table.set_changes(changes)

    def _toggle_changes(self) -> None:
        assert self._action is not None
        self._state.unfolded.symmetric_difference_update({f"{self._action.id}/changes"})
        self._show_changes()
        self._resized()

    def _undo_asked(self) -> None:
        assert self._action is not None
        self._ask_undo(self._action.id)

    def _show_state(self) -> None:
        action = self._action
        assert action is not None
        # What is proposed is read about before anybody is asked; a plan's later steps only stand there.
        is_checked = action.state is ActionState.PROPOSED and action.plan_id is None
        if action.state is ActionState.RUNNING or is_checked:
            self._state.running_since.setdefault(action.id, time.monotonic())
            self._clock.start()
        else:
            self._state.running_since.pop(action.id, None)
            self._clock.stop()
        self._standing.show_words(*standing(action, self._theme.tokens))
        self._tick()
        words, look = outcome(action)
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        set_look(self._outcome, look)

    def _show_result(self) -> None:
        action = self._action
        assert action is not None
        self._result.setVisible(action.result is not None)
        if action.result is None:
            return
        secret = action.risk is Risk.SENSITIVE_READ and action.id not in self._state.shown_secrets
        self._result.show_result(
            action.result,
            call=action.call,
            name=f"{action.call.id.service}-{action.call.id.operation}",
            state=self._state.results.setdefault(action.id, ResultState()),
            covered=secret,
            uncovered=self._uncover,
            places=max(1, len(action.places)),
        )

    def _uncover(self) -> None:
        assert self._action is not None
        self._state.shown_secrets.add(self._action.id)
        self._show_result()
        self._resized()

    def _following_changed(self, action_id: str) -> None:
        if self._action is not None and action_id == self._action.id:
            self._following.refresh()
            self._grew()

    def _tick(self) -> None:
        if self._action is None or self._action.id not in self._state.running_since:
            return
        words, icon, colour = standing(self._action, self._theme.tokens)
        seconds = int(time.monotonic() - self._state.running_since[self._action.id])
        if seconds and self._action.state is ActionState.PROPOSED:
            words = tr("being checked")
        self._standing.show_words(f"{words}, {elapsed(seconds)}" if seconds else words, icon, colour)


STATE_WORDS = {
    ActionState.PROPOSED: marked("proposed"),
    ActionState.WAITING: marked("waiting"),
    ActionState.RUNNING: marked("running"),
    ActionState.DONE: marked("done"),
    ActionState.FAILED: marked("failed"),
    ActionState.REFUSED: marked("refused"),
    ActionState.INTERRUPTED: marked("interrupted"),
    ActionState.UNDONE: marked("undone"),
}
"""An action's state in one word, for whoever is read to."""


def standing(action: Action, tokens: Tokens) -> Standing:
    """How far a call is: the words, their icon and their colour."""
    match action.state:
        case ActionState.PROPOSED:
            return tr("proposed"), "clock", tokens.muted
        case ActionState.WAITING:
            return tr("waiting for you"), "clock", tokens.accent
        case ActionState.RUNNING:
            return tr("running"), "play", tokens.accent
        case ActionState.DONE if action.result is not None and action.result.duration_s:
            took = duration(action.result.duration_s)
            return tr("done in {duration}", duration=took), "check", tokens.good
        case ActionState.DONE:
            return tr("done"), "check", tokens.good
        case ActionState.FAILED:
            return tr("failed"), "alert", tokens.destructive
        case ActionState.REFUSED if action.plan_id is not None and action.decision is None:
            return tr("not begun"), "minus", tokens.muted
        case ActionState.REFUSED:
            return tr("refused"), "close", tokens.muted
        case ActionState.INTERRUPTED:
            return tr("interrupted"), "alert", tokens.write
        case ActionState.UNDONE:
            return tr("undone"), "undo", tokens.muted
        case _:
            assert_never(action.state)


def where(action: Action) -> list[str]:
    """The account and the region a call goes to, as people name them, and which model proposed it."""
    if action.places:
        return [place_words(action.places)]
    places = []
    if action.call.account == DEMO_ACCOUNT:
        places.append(tr("Demo account"))
    elif action.identity is not None:
        places += [mark_unseen(action.identity.alias or action.call.account), mark_unseen(action.identity.account_id)]
    else:
        places.append(mark_unseen(action.call.account))
    places.append(mark_unseen(action.call.region))
    if action.dry_run:
        places.append(tr("dry run"))
    if action.origin is Origin.MODEL and action.model:
        model = mark_unseen(action.model.partition(":")[2] or action.model)
        places.append(tr("proposed by {model} (a model)", model=model))
    return places


def outcome(action: Action) -> tuple[str, str]:
    """What became of the call where its result does not say it, and the look of these words."""
    match action.state:
        case ActionState.FAILED:
            code = f" ({action.error_code})" if action.error_code else ""
            return mark_unseen(action.error or tr("AWS refused the call.")) + code, "error"
        case ActionState.REFUSED:
            return mark_unseen(action.error or _refusal(action.decision)), "muted"
        case ActionState.INTERRUPTED:
            words = action.error or tr("Whether AWS carried it out is not known. Look before you try again.")
            return mark_unseen(words), "warning"
        case ActionState.DONE:
            return mark_unseen(action.error or ""), "warning"
        case ActionState.PROPOSED | ActionState.WAITING | ActionState.RUNNING | ActionState.UNDONE:
            return "", "muted"
        case _:
            assert_never(action.state)


def _refusal(decision: Decision | None) -> str:
    match decision:
        case Decision.REFUSED_BY_PERSON:
            return tr("You said no. Nothing was sent to AWS.")
        case Decision.REFUSED_BY_POLICY:
            return tr("The policy does not allow it. Nothing was sent to AWS.")
        case Decision.NOBODY_THERE:
            return tr("Nobody was there to say yes. Nothing was sent to AWS.")
        case Decision.INVALID:
            return tr("The call does not fit the operation. Nothing was sent to AWS.")
        case Decision.POLICY | Decision.PERSON | None:
            return tr("Nothing was sent to AWS.")
        case _:
            assert_never(decision)


class ActionSegment(Segment):
    """An action card in a row."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self.shown_actions: tuple[Action, ...] = ()
        self.card = ActionCard(
            surroundings.theme,
            surroundings.state,
            self,
            resized=lambda: surroundings.resized(self),
            grew=lambda: surroundings.grew(self),
            copy=surroundings.copy,
            save=surroundings.save,
            undo=surroundings.undo,
            show_action=surroundings.show_action,
            results=surroundings.results,
        )

    def bind(self, item: Item) -> None:
        assert isinstance(item, ActionItem)
        self.shown_actions = (item.action,)
        self.card.set_action(item.action, undoing=item.undoing)

    def width_wanted(self) -> int:
        return self.card.width_wanted

    def height_for(self, width: int) -> int:
        height = self.card.height_for(width)
        self.card.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        self.card.restyle()
