"""What a person does with one turn beyond reading it: another model's answer, going on, quoting, deleting, branches."""

from __future__ import annotations

import asyncio
from typing import assert_never

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.conversation import Node, OpenedConversation
from app.domain.errors import UsageError
from app.domain.language import marked, plural, tr
from app.domain.messages import Role
from app.domain.removals import Removal
from app.services.continuing import can_go_on
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.control.turns import TurnController
from app.ui.dialogs.branch_outline import outline
from app.ui.dialogs.branches import BranchView
from app.ui.session import Session
from app.ui.shell.pickers import MODEL, model_choices
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.quoting import quoted
from app.ui.widgets.choice_list import ChoicePanel
from app.ui.widgets.overlay import Overlay

_BUSY = marked("An answer is being written in this chat.")
_BUSY_REMEDY = marked("Stop it (Esc), or wait for its end.")


class TurnActController(QObject):
    """The picker for another model and the overview are built on their first use."""

    def __init__(
        self, desk: Desk, turns: TurnController, conversations: ConversationController, models: ModelController
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turns = turns
        self._conversations = conversations
        self._models = models
        self._picker: ChoicePanel | None = None
        self._picker_overlay: Overlay | None = None
        self._asked_again = ""  # the message that the picker is about
        self.branches: BranchView | None = None
        self._branches_overlay: Overlay | None = None
        desk.transcript.act_requested.connect(self.perform)

    def on_focused(self, act: TurnAct) -> None:
        """Do it with the message that has the focus, else with the last answer, or message where there is none."""
        node_id = self._desk.transcript.chosen_node()
        if node_id is None:
            last = self._desk.session.last(Role.ASSISTANT) or self._desk.session.last(Role.USER)
            node_id = last.id if last is not None else None
        if node_id is not None:
            self.perform(act, node_id)

    def perform(self, act: TurnAct, node_id: str) -> None:
        """Do ``act`` with the message ``node_id`` of the conversation shown."""
        session = self._desk.session
        node = session.node(node_id)
        if node is None:
            return
        match act:
            case TurnAct.AGAIN:
                self._turns.again(node_id)
            case TurnAct.AGAIN_WITH:
                self._pick_model(session, node)
            case TurnAct.GO_ON:
                self._go_on(session, node)
            case TurnAct.QUOTE:
                if text := self._desk.transcript.selected_text() or session.text_of(node_id):
                    self._desk.window.composer.quote(quoted(text))
                self._desk.window.focus_composer()
            case TurnAct.COPY:
                QApplication.clipboard().setText(session.text_of(node_id))
                self._desk.say(
                    tr("The message was copied.") if node.message.role is Role.USER else tr("The answer was copied.")
                )
            case TurnAct.EDIT:
                question = session.question_of(node_id)
                if question is not None and not self._turns.is_running(session.id):
                    self._desk.transcript.begin_edit(question.id)
            case TurnAct.OVERVIEW:
                self._desk.scope.spawn(self._show_branches(session), name="overview of the branches")
            case TurnAct.DELETE:
                self._desk.scope.spawn(self._delete(session, node, branch=False), name="delete turn")
            case TurnAct.DELETE_BRANCH:
                self._desk.scope.spawn(self._delete(session, node, branch=True), name="delete branch")
            case TurnAct.PIN | TurnAct.SENT | TurnAct.OLDER | TurnAct.NEWER:
                pass  # the transcript's own
            case _:
                assert_never(act)

    def put_back(self) -> None:
        """Bring back what was deleted last in the conversation shown, by this run or an earlier one."""
        self._desk.scope.spawn(self._put_back_last(self._desk.session), name="put back")

    # Another model

    def _pick_model(self, session: Session, node: Node) -> None:
        if self._turns.is_running(session.id):
            self._desk.report(UsageError(tr(_BUSY), remedy=tr(_BUSY_REMEDY)))
            return
        question = session.question_of(node.id)
        if question is None:
            return
        self._asked_again = question.id
        if self._picker is None or self._picker_overlay is None:
            self._picker = ChoicePanel(self._desk.theme, placeholder=tr("Answer again with…"), width=520, height=440)
            self._picker_overlay = Overlay(self._desk.window, self._picker)
            self._picker.chosen.connect(self._picked)
        current = (node.model if node.message.role is Role.ASSISTANT else None) or self._models.model_id
        choices = model_choices(self._models.statuses, current)
        self._picker.set_choices([choice for choice in choices if choice.id.startswith(MODEL)])
        self._picker.reset()
        self._picker_overlay.open()

    def _picked(self, choice: str) -> None:
        assert self._picker_overlay is not None
        self._picker_overlay.close_panel()
        self._turns.again(self._asked_again, model=choice.removeprefix(MODEL))

    def _go_on(self, session: Session, node: Node) -> None:
        if self._turns.is_running(session.id):
            self._desk.report(UsageError(tr(_BUSY), remedy=tr(_BUSY_REMEDY)))
        elif not can_go_on(node):
            self._desk.report(
                UsageError(tr("This answer is whole."), remedy=tr("Ask for more in a message of your own."))
            )
        else:
            self._turns.go_on(node.id)

    # Branches

    async def _show_branches(self, session: Session) -> None:
        opened = session.opened()
        lines = await asyncio.to_thread(outline, opened.tree, opened.conversation.leaf_id)
        if session is not self._desk.session:
            return
        if self.branches is None or self._branches_overlay is None:
            self.branches = BranchView(self._desk.theme)
            self._branches_overlay = Overlay(self._desk.window, self.branches, dims=True)
            self.branches.chosen.connect(self._jump)
            self.branches.delete_requested.connect(lambda node_id: self.perform(TurnAct.DELETE_BRANCH, node_id))
        known = self._models.by_id()
        self.branches.set_lines(lines, lambda model: known[model].title if model in known else model)
        if not self._branches_overlay.isVisible():
            self._branches_overlay.open()

    def _jump(self, node_id: str) -> None:
        assert self._branches_overlay is not None
        self._branches_overlay.close_panel()
        self._conversations.open(self._desk.session.id, node_id)

    # Deleting

    async def _delete(self, session: Session, node: Node, *, branch: bool) -> None:
        if self._turns.is_running(session.id):
            raise UsageError(tr(_BUSY), remedy=tr("Stop it (Esc), or wait for its end. Then delete it."))
        history = self._desk.app.history
        is_question = node.message.role is Role.USER
        first = node if is_question else session.first_answer(node.id)
        remove = history.remove_turn if is_question and not branch else history.remove_branch
        if session.is_all(first.id, whole_branch=remove == history.remove_branch):
            self._close_branches()
            self._conversations.delete(session.id)  # which can be undone too
            return
        removed = await remove(session.id, first.id)
        self._take(session, removed.opened)
        count = removed.removal.messages
        words = plural("1 message was deleted.", "{count} messages were deleted.", count)
        self._desk.say(words, action=tr("Undo"), call=lambda: self._undo(removed.removal), about=removed.removal.id)

    def _undo(self, removal: Removal) -> None:
        self._desk.scope.spawn(self._put_back(removal), name="undo delete")

    async def _put_back_last(self, session: Session) -> None:
        removals = await self._desk.app.history.removals(session.id)
        if not removals:
            raise UsageError(
                tr("Nothing was deleted from this chat that could be put back."),
                remedy=tr("What is deleted is kept for a day."),
            )
        await self._put_back(removals[0])

    async def _put_back(self, removal: Removal) -> None:
        if self._turns.is_running(removal.conversation_id):
            raise UsageError(tr(_BUSY), remedy=tr(_BUSY_REMEDY))
        opened = await self._desk.app.history.put_back(removal)
        self._take(self._desk.session, opened)
        count = removal.messages
        self._desk.say(plural("1 message is back.", "{count} messages are back.", count), about=removal.id)

    def _take(self, session: Session, opened: OpenedConversation) -> None:
        """Show a conversation's other messages, where it is the one shown."""
        desk = self._desk
        desk.window.sidebar.upsert(opened.conversation)
        if session.id != opened.conversation.id or session is not desk.session:
            return
        session.replace(opened)
        desk.transcript.set_conversation(session.opened())
        if self._branches_overlay is not None and self._branches_overlay.isVisible():
            desk.scope.spawn(self._show_branches(session), name="overview of the branches")
        elif (last := session.last(Role.USER)) is not None and not desk.window.composer.edit.hasFocus():
            desk.transcript.show_node(last.id)
        desk.head_changed.emit()

    def _close_branches(self) -> None:
        if self._branches_overlay is not None:
            self._branches_overlay.close_panel()
