"""Beside a person's message: its other versions, and the buttons for what is done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.language import tr
from app.ui.look.theme import scaled
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.footer import BUTTON_PX, BranchSwitch, PinButton
from app.ui.transcript.items import Item, Tools
from app.ui.transcript.segment import Segment, Surroundings, tint, tool_button
from app.ui.transcript.turn_menu import carry_out, turn_menu


class ToolsSegment(Segment):
    """Copy, edit, pin, other versions, and a menu of the rest. Takes no room of its own in the column."""

    gap = 0
    is_mirrored = True

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Tools(node_id="", text="", branch=None)
        self._busy = False
        self._branch = BranchSwitch(surroundings, self)
        self._copy = tool_button(self, "copy", tr("Copy message"), lambda: self.act(TurnAct.COPY))
        self._edit = tool_button(self, "pencil", tr("Edit message"), lambda: self.act(TurnAct.EDIT))
        self._pin = PinButton(self, lambda: self.act(TurnAct.PIN))
        self._more = tool_button(self, "more", tr("More to do with this message"), self.show_menu)
        tint(self, self.theme)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Tools)
        self._item = item
        self._branch.bind(item.branch)
        self._pin.set_pinned(item.pinned, self.theme)

    def set_editable(self, editable: bool) -> None:
        """Whether messages can be changed now."""
        self._busy = not editable
        self._edit.setEnabled(editable)
        self._branch.set_enabled(editable)

    def act(self, act: TurnAct) -> None:
        """Do something with the message."""
        carry_out(act, self._item, self.surroundings)

    def show_menu(self) -> None:
        """Offer everything that can be done."""
        menu = turn_menu(self, self._item, busy=self._busy, act=self.act)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def width_wanted(self) -> int:
        """How much room the buttons take."""
        return self._branch.sizeHint().width() + 4 * scaled(BUTTON_PX)

    def height_for(self, width: int) -> int:
        left = self._branch.sizeHint().width()
        side = scaled(BUTTON_PX)
        self._branch.setGeometry(0, 0, left, side)
        for button in (self._copy, self._edit, self._pin, self._more):
            button.setGeometry(left, 0, side, side)
            left += side
        return side

    def restyle(self) -> None:
        tint(self, self.theme)
        self._pin.set_pinned(self._item.pinned, self.theme)
