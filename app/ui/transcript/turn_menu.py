"""The menu of a turn, and what its entries and the buttons beside it do. Owns no widget that stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.language import tr
from app.ui.commands.about_turns import NEWER_KEYS, OLDER_KEYS, TURN_COMMANDS
from app.ui.transcript.acts import TurnAct, offers
from app.ui.transcript.items import Footer, Tools
from app.ui.transcript.segment import Surroundings

_KEYS = {entry.id: entry.keys for entry in TURN_COMMANDS} | {
    TurnAct.OLDER.value: OLDER_KEYS,
    TurnAct.NEWER.value: NEWER_KEYS,
}


def turn_menu(parent: QWidget, item: Footer | Tools, *, busy: bool, act: Callable[[TurnAct], None]) -> QMenu:
    """Everything that can be done with a turn, each with its keys; it is deleted when it closes."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("What can be done with this message"))
    menu.aboutToHide.connect(menu.deleteLater)
    for number, group in enumerate(offers(item, busy=busy)):
        if number:
            menu.addSeparator()
        for offer in group:
            keys = QKeySequence(_KEYS.get(offer.act.value, "")).toString(QKeySequence.SequenceFormat.NativeText)
            entry = menu.addAction(f"{offer.words}\t{keys}" if keys else offer.words)
            entry.setEnabled(offer.enabled)
            entry.triggered.connect(lambda _checked=False, chosen=offer.act: act(chosen))
    return menu


def carry_out(act: TurnAct, item: Footer | Tools, surroundings: Surroundings) -> None:
    """Do what a button or the menu of a turn says, or hand it on."""
    branch = item.branch
    match act:
        case TurnAct.COPY:
            surroundings.copy(item.markdown if isinstance(item, Footer) else item.text)
        case TurnAct.EDIT:
            surroundings.begin_edit(item.node_id)
        case TurnAct.PIN:
            surroundings.pin(item.node_id)
        case TurnAct.SENT:
            surroundings.show_sent(item.node_id)
        case TurnAct.AGAIN:
            question_id = item.question_id if isinstance(item, Footer) else item.node_id
            if question_id is not None:
                surroundings.again(question_id)
        case TurnAct.OLDER:
            if branch is not None and branch.older is not None:
                surroundings.show_branch(branch.older)
        case TurnAct.NEWER:
            if branch is not None and branch.newer is not None:
                surroundings.show_branch(branch.newer)
        case (
            TurnAct.QUOTE
            | TurnAct.AGAIN_WITH
            | TurnAct.GO_ON
            | TurnAct.OVERVIEW
            | TurnAct.DELETE
            | TurnAct.DELETE_BRANCH
        ):
            surroundings.act(act, item.node_id)
        case _:
            assert_never(act)
