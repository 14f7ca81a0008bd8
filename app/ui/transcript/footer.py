"""Under an answer: what wrote it, what that took, and the ways on: other answers, other versions, a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.items import Branch, Footer, Item
from app.ui.transcript.segment import ICON_PX, Segment, Surroundings, tint, tool_button, wrapped_label
from app.ui.transcript.turn_menu import carry_out, turn_menu
from app.ui.widgets.disclosure import Disclosure

BUTTON_PX = 28
_NOTHING = Footer(key="", facts=(), details=(), markdown="", question_id=None, branch=None)


class BranchSwitch(QWidget):
    """``‹ 2 of 3 ›``: the way to a message's siblings."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._branch: Branch | None = None
        self._is_enabled = True
        self._older = tool_button(self, "chevron-left", tr("Show the older version"), self._show_older)
        self._newer = tool_button(self, "chevron-right", tr("Show the newer version"), self._show_newer)
        self._label = QLabel(self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._label, "muted")

    def bind(self, branch: Branch | None) -> None:
        """Show where ``branch`` is, or nothing where there is only one version."""
        self._branch = branch
        self.setVisible(branch is not None)
        if branch is not None:
            self._label.setText(tr("{number} of {count}", number=branch.number, count=branch.count))
            self._label.setAccessibleName(tr("Version {number} of {count}", number=branch.number, count=branch.count))
        self._refresh()

    def set_enabled(self, enabled: bool) -> None:
        """Whether another version can be shown now."""
        self._is_enabled = enabled
        self._refresh()

    def _refresh(self) -> None:
        branch = self._branch
        self._older.setEnabled(self._is_enabled and branch is not None and branch.older is not None)
        self._newer.setEnabled(self._is_enabled and branch is not None and branch.newer is not None)

    def sizeHint(self) -> QSize:
        if self._branch is None:
            return QSize(0, scaled(BUTTON_PX))
        return QSize(2 * scaled(BUTTON_PX) + self._label.sizeHint().width() + 8, scaled(BUTTON_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._older.setGeometry(0, 0, scaled(BUTTON_PX), scaled(BUTTON_PX))
        self._label.setGeometry(scaled(BUTTON_PX), 0, self.width() - 2 * scaled(BUTTON_PX), scaled(BUTTON_PX))
        self._newer.setGeometry(self.width() - scaled(BUTTON_PX), 0, scaled(BUTTON_PX), scaled(BUTTON_PX))

    def _show_older(self) -> None:
        if self._branch is not None and self._branch.older is not None:
            self._surroundings.show_branch(self._branch.older)

    def _show_newer(self) -> None:
        if self._branch is not None and self._branch.newer is not None:
            self._surroundings.show_branch(self._branch.newer)


class PinButton(QToolButton):
    """Pins a message, so that it is always sent, or unpins it; pressed in and coloured where it is pinned."""

    def __init__(self, parent: QWidget, clicked: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        set_icon_size(self, ICON_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: clicked())

    def set_pinned(self, pinned: bool, theme: ThemeController) -> None:
        """Show whether the message is pinned."""
        self.setChecked(pinned)
        self.setIcon(icon("pin", theme.tokens.accent if pinned else theme.tokens.muted))
        self.setToolTip(tr("Pinned: always sent. Unpin it") if pinned else tr("Pin, so that it is always sent"))
        self.setAccessibleName(tr("Unpin message") if pinned else tr("Pin message"))


class FooterSegment(Segment):
    """Under an answer: which model, what it took, with the details folded; copy, answer again, other versions."""

    gap = 8
    is_mirrored = True

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = _NOTHING
        self._busy = False
        self._copy = tool_button(self, "copy", tr("Copy answer as Markdown"), lambda: self.act(TurnAct.COPY))
        self._again = tool_button(self, "refresh", tr("Answer again"), lambda: self.act(TurnAct.AGAIN))
        self._other = tool_button(
            self, "sparkle", tr("Answer again with another model"), lambda: self.act(TurnAct.AGAIN_WITH)
        )
        self._sent = tool_button(self, "shield", tr("What was sent"), lambda: self.act(TurnAct.SENT))
        self._pin = PinButton(self, lambda: self.act(TurnAct.PIN))
        self._more = tool_button(self, "more", tr("More to do with this answer"), self.show_menu)
        self._branch = BranchSwitch(surroundings, self)
        self._facts = Disclosure(self, surroundings.theme)
        self._facts.clicked.connect(self._toggled)
        self._details = wrapped_label(self, "muted")
        tint(self, self.theme)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Footer)
        self._item = item
        self._copy.setVisible(bool(item.markdown))
        self._again.setVisible(item.question_id is not None)
        self._other.setVisible(item.question_id is not None)
        self._more.setVisible(bool(item.node_id))
        self._sent.setVisible(bool(item.node_id) and item.question_id is not None)
        self._branch.bind(item.branch)
        self._pin.set_pinned(item.pinned, self.theme)
        self._pin.setVisible(bool(item.node_id))
        self._facts.setText("  ·  ".join(item.facts))
        self._facts.setAccessibleName(tr("Details: {facts}", facts=", ".join(item.facts)))
        self._facts.setAccessibleDescription(". ".join(item.details))
        self._facts.setToolTip(_plain_tip(item.details))
        self._facts.setVisible(bool(item.facts))
        self._details.setText("\n".join(item.details))
        unfolded = item.key in self.surroundings.state.unfolded
        self._facts.setChecked(unfolded)
        self._details.setVisible(unfolded)

    def height_for(self, width: int) -> int:
        left = -6
        for button in (self._copy, self._again, self._other, self._pin, self._sent, self._more):
            if not button.isHidden():
                button.setGeometry(left, 0, scaled(BUTTON_PX), scaled(BUTTON_PX))
                left += scaled(BUTTON_PX)
        if not self._branch.isHidden():
            size = self._branch.sizeHint()
            self._branch.setGeometry(left + 4, 0, size.width(), scaled(BUTTON_PX))
            left += size.width() + 4
        room = max(width - left - 8, 0)
        self._facts.setGeometry(left + 8, 0, min(room, self._facts.sizeHint().width()), scaled(BUTTON_PX))
        if self._details.isHidden():
            return scaled(BUTTON_PX)
        indent = left + 28
        body = self._details.heightForWidth(max(width - indent, 80))
        self._details.setGeometry(indent, scaled(BUTTON_PX), max(width - indent, 80), body)
        return scaled(BUTTON_PX) + body

    def restyle(self) -> None:
        tint(self, self.theme)
        self._pin.set_pinned(self._item.pinned, self.theme)

    def _toggled(self) -> None:
        self.surroundings.state.unfolded.symmetric_difference_update({self._item.key})
        self.bind(self._item)
        self.surroundings.resized(self)

    def set_editable(self, editable: bool) -> None:
        """Whether something can be answered or shown in its place now."""
        self._busy = not editable
        for button in (self._again, self._other):
            button.setEnabled(editable)
        self._branch.set_enabled(editable)

    def act(self, act: TurnAct) -> None:
        """Do something with the answer."""
        carry_out(act, self._item, self.surroundings)

    def show_menu(self) -> None:
        """Offer everything that can be done."""
        menu = turn_menu(self, self._item, busy=self._busy, act=self.act)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _plain_tip(lines: Sequence[str]) -> str:
    """What is said in lines, as it stands: a model's name or a vendor's words must not become HTML."""
    return f"<qt>{'<br>'.join(escape(line) for line in lines)}</qt>" if lines else ""
