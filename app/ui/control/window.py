"""Carries the window's commands out, and keeps what enables them up to date."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices

from app.domain.context import Overflow
from app.domain.errors import KeyLostError
from app.domain.language import tr
from app.domain.messages import Role
from app.domain.models import ModelInfo
from app.ui.commands.actions import ActionSet
from app.ui.commands.command import Situation
from app.ui.commands.every import COMMANDS
from app.ui.control.accounts import AccountController
from app.ui.control.answers import AnswerController
from app.ui.control.attachments import AttachmentController
from app.ui.control.batch import BatchController
from app.ui.control.composing import ComposingController
from app.ui.control.context import ContextController
from app.ui.control.conversations import ConversationController
from app.ui.control.corrections import CorrectionController
from app.ui.control.desk import Desk
from app.ui.control.keeping import KeepingController
from app.ui.control.logs import LogController
from app.ui.control.models import ModelController
from app.ui.control.playbooks import PlaybookController
from app.ui.control.preferences import PreferencesController
from app.ui.control.preparation import PreparationController
from app.ui.control.presets import PresetController
from app.ui.control.prompts import PromptController
from app.ui.control.remedies import RemedyController
from app.ui.control.results import ResultController
from app.ui.control.sent import SentController
from app.ui.control.serving import ServingController
from app.ui.control.sign_in import SignInController
from app.ui.control.turn_acts import TurnActController
from app.ui.control.turns import TurnController
from app.ui.control.undo import UndoController
from app.ui.control.work import WorkController
from app.ui.playbooks.choices import PLAYBOOK, playbook_choices
from app.ui.preferences.dialog import KEYS, MODEL_FILES, SERVING
from app.ui.shell.first_run import FirstRun
from app.ui.shell.pickers import COMMAND, CONVERSATION, MODEL, palette_choices
from app.ui.shell.shortcut_sheet import ShortcutSheet
from app.ui.shell.window_state import WindowState
from app.ui.transcript.acts import TurnAct
from app.ui.widgets.choice_list import ChoicePanel
from app.ui.widgets.overlay import Overlay


class WindowController(QObject):
    """Owns the other controllers and implements :class:`app.ui.commands.command.Commands`."""

    def __init__(self, desk: Desk, *, state: WindowState, close: Callable[[], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._close = close
        self._state = state
        window = desk.window
        self.context = ContextController(desk)
        self.attachments = AttachmentController(desk, state.draft_files)
        self.turns = TurnController(desk, self.context, self.attachments)
        self.conversations = ConversationController(desk, self.turns, dict(state.drafts), dict(state.draft_models))
        self.conversations.deleted.connect(self.attachments.forget)
        self.models = ModelController(desk, self.conversations)
        self.turn_acts = TurnActController(desk, self.turns, self.conversations, self.models)
        self.presets = PresetController(desk, self.models)
        self.preparation = PreparationController(desk, self.models)
        self.corrections = CorrectionController(desk, self.models)
        self.models.model_shown.connect(self._tell_files_the_model)
        desk.window.composer.mention_changed.connect(self._tell_files_the_model)
        self.attachments.changed.connect(self._count_files)
        self.attachments.model_wanted.connect(self.models.choose)
        desk.transcript.pin_requested.connect(self.pin)
        self.context.remember_wanted.connect(self._remember_overflow)
        self.accounts = AccountController(desk, self.conversations)
        self.sign_in = SignInController(desk, self.turns, lambda: self.accounts.account)
        self.accounts.sign_in_wanted.connect(self.sign_in.open)
        self.sign_in.signed_in.connect(self.accounts.forget)
        self.serving = ServingController(desk)
        self.keeping = KeepingController(desk, self.turns, self.conversations)
        self.preferences = PreferencesController(desk, self.models, self.serving, self.keeping)
        self.batch = BatchController(desk, self.models)
        self.work = WorkController(desk)
        self.work.quit_anyway.connect(close)
        self.logs = LogController(desk)
        self.remedies = RemedyController(desk, self)
        self.prompts = PromptController(desk, self.conversations)
        self.composing = ComposingController(desk, self.models, self.prompts, lambda: self.actions)
        self.playbooks = PlaybookController(desk)
        self.sent = SentController(desk)
        self.undo = UndoController(desk, desk.app.aws)
        self.results = ResultController(desk)
        self.answers = AnswerController(desk, self.conversations)
        self.first_run = FirstRun(desk.theme)
        self.first_run.demo_requested.connect(self._try_demo)
        self.first_run.key_requested.connect(lambda: self.preferences.open(KEYS))
        self.first_run.local_requested.connect(lambda: self.preferences.open(MODEL_FILES))
        self.first_run.example_chosen.connect(self.turns.send)
        self.accounts.account_shown.connect(lambda account: self.first_run.set_account(account and account.kind))
        desk.transcript.set_empty_state(self.first_run)
        desk.transcript.copy_done.connect(desk.say)
        desk.transcript.link_activated.connect(self._open_link)
        desk.transcript.save_requested.connect(self.conversations.save_text)
        desk.transcript.find_moved.connect(window.find_bar.set_found)
        self._tell_models()
        desk.models_changed.connect(self._tell_models)
        self.palette = ChoicePanel(
            desk.theme, placeholder=tr("Type a command, a chat or a model"), width=600, height=440
        )
        self._palette_overlay = Overlay(window, self.palette)
        self._palette_overlay.covers.connect(self._clear_of_panels)
        self.playbooks.known_changed.connect(self._fill_palette)
        self.palette.chosen.connect(self._chosen)
        self._sheet: Overlay | None = None
        self.actions: ActionSet = window.actions_set or window.set_commands(self)
        window.escape_pressed.connect(self.escape)
        window.composer.escaped.connect(self.escape)
        window.sidebar.import_requested.connect(self.import_chats)
        window.header.find_requested.connect(self.find_here)
        window.header.menu_requested.connect(self._show_menu)
        window.header.serving_requested.connect(lambda: self.preferences.open(SERVING))
        window.find_bar.find_requested.connect(self._find)
        window.find_bar.step_requested.connect(self.find_step)
        window.find_bar.closed.connect(self._find_closed)
        desk.head_changed.connect(self._update)
        desk.models_changed.connect(self._update)
        desk.list_changed.connect(self._update)
        desk.settings_changed.connect(self._settings_changed)
        self.turns.running_changed.connect(self._update)
        if window.sidebar.reading.is_reading:
            self.first_run.wait()
        self._update()  # commands need no chats

    async def start(self) -> None:
        """Fill the window: the chats first, what has to be asked for afterwards."""
        app = self._desk.app
        app.local.listen(self._desk.warn)
        self.keeping.start()
        self.sign_in.start()
        try:
            await self.conversations.start(self._state.conversation_id, self._state.open_folders)
        except KeyLostError as error:  # the chats come once the key is there; everything else works before
            self._desk.report(error)
        finally:
            self._desk.window.sidebar.set_reading(False)
        for notice in app.settings.notices:
            self._desk.warn(notice)
        for notice in app.history.notices:
            self._desk.warn(notice, stays=True)  # what became of the chats is said once
        await self.logs.tell_of_crash()
        self._update()
        await self.models.refresh()
        for notice in (*app.local.notices, *app.aws.notices, *app.corrections.notices, *app.presets.notices):
            self._desk.warn(notice, stays=True)

    def state(self) -> WindowState:
        """What the window should remember."""
        window = self._desk.window
        self.conversations.keep_draft()
        session = self._desk.session
        return dataclasses.replace(
            window.remembered(self._state),
            conversation_id=session.id if session.is_written else "",
            theme=self._desk.theme.choice,
            contrast=self._desk.theme.contrast,
            text_percent=self._desk.theme.text_percent,
            drafts=dict(self.conversations.drafts),
            open_folders=tuple(window.sidebar.model.open_folders),
            draft_files=self.attachments.kept,
            draft_models=dict(self.conversations.draft_models),
        )

    def may_quit(self) -> bool:
        """Whether nothing unsaved would be lost, or the person wants to quit all the same; says what would be."""
        return self.prompts.may_quit() and self.work.may_quit()

    async def aclose(self) -> None:
        """Let what was changed last reach the disk; ends nothing."""
        self._desk.window.dock.flush()
        self.preferences.close()
        self.serving.close()
        self.batch.close()
        self.work.close()
        self.logs.close()
        self.prompts.close()
        self.playbooks.close()
        self.corrections.close()
        self.presets.close()
        self.answers.close()
        self.sign_in.close()
        await self.conversations.saved()

    def new_chat(self) -> None:
        self.conversations.new()

    def rename_chat(self) -> None:
        self._desk.window.show_sidebar()
        self._desk.window.sidebar.edit_title(self._desk.session.id)

    def pin_chat(self) -> None:
        self.conversations.pin_shown()

    def archive_chat(self) -> None:
        self.conversations.archive_shown()

    def delete_chat(self) -> None:
        self.conversations.delete(self._desk.session.id)

    def export_chat(self, form: str) -> None:
        self.conversations.export([self._desk.session.id], form)

    def export_everything(self) -> None:
        self.conversations.export([], "json")

    def import_chats(self) -> None:
        self.conversations.ask_import()

    def open_chat_number(self, number: int) -> None:
        if (conversation_id := self._desk.window.sidebar.nth(number)) is not None:
            self.conversations.open(conversation_id)

    def quit(self) -> None:
        self._close()

    def find_here(self) -> None:
        self._desk.window.find_bar.open_bar()
        self._update()

    def find_step(self, step: int) -> None:
        if step > 0:
            self._desk.transcript.find_next()
        else:
            self._desk.transcript.find_previous()

    def search_everything(self) -> None:
        self._desk.window.show_sidebar()
        self._desk.window.sidebar.focus_search()

    def focus_composer(self) -> None:
        self._desk.window.focus_composer()

    def edit_last(self) -> None:
        self.turn_acts.on_focused(TurnAct.EDIT)

    def attach_files(self) -> None:
        self.attachments.choose()

    def pin_message(self) -> None:
        """Pin the message that has the focus, else the last answer."""
        last = self._desk.session.last(Role.ASSISTANT) or self._desk.session.last(Role.USER)
        node_id = self._desk.transcript.chosen_node() or (last.id if last is not None else None)
        if node_id is not None:
            self.pin(node_id)

    def pin(self, node_id: str) -> None:
        """Have a message always sent, or no more."""
        session = self._desk.session
        before = session.conversation.settings.pinned
        path = [node.id for node in session.path()]
        wanted = {*before} ^ {node_id}
        # In the order of the branch, so that a pin is where a person looks for it; others stand on other branches.
        pinned = (*(name for name in before if name in wanted and name not in path), *(n for n in path if n in wanted))
        self.conversations.configure(session, dataclasses.replace(session.conversation.settings, pinned=pinned))
        self._desk.transcript.set_pinned(pinned)
        self._desk.say(tr("The message is always sent.") if node_id in pinned else tr("The message is pinned no more."))

    def answer_again(self) -> None:
        self.turn_acts.on_focused(TurnAct.AGAIN)

    def copy_last(self) -> None:
        self.turn_acts.on_focused(TurnAct.COPY)

    def show_sent(self) -> None:
        self.sent.show_last()

    def act_on_turn(self, act: str) -> None:
        self.turn_acts.on_focused(TurnAct(act))

    def put_back(self) -> None:
        self.turn_acts.put_back()

    def move_turn(self, step: int) -> None:
        self._desk.transcript.move_turn(step)

    def escape(self) -> None:
        """Close what is open, else stop the answer or what follows a call, else close a notice."""
        window = self._desk.window
        if window.find_bar.isVisible():
            window.find_bar.close_bar()
        elif not self.turns.stop() and not self.results.stop() and not window.notices.close_newest():
            window.focus_composer()

    def open_palette(self) -> None:
        self._fill_palette()
        self.palette.reset()
        self._palette_overlay.open()
        self.playbooks.look()

    def _clear_of_panels(self, covers: bool) -> None:
        for panel in self._desk.window.panels:
            panel.make_way(covers)

    def _fill_palette(self) -> None:
        situation = self.actions.situation
        listed = self._desk.window.sidebar.model.conversations[:500]
        self.palette.set_choices(
            [
                *palette_choices(COMMANDS, situation, listed, self.models.statuses),
                *playbook_choices(self.playbooks.known, group=tr("Playbooks")),
            ]
        )

    def choose_model(self) -> None:
        self.models.choose()

    def toggle_private(self) -> None:
        self.models.toggle_private()

    def refresh_models(self) -> None:
        self._desk.scope.spawn(self.models.refresh(ask_again=True), name="refresh models")

    def toggle_serving(self) -> None:
        self.serving.toggle()

    def run_batch(self) -> None:
        self.batch.open()

    def show_work(self) -> None:
        self.work.open()

    def insert_prompt(self) -> None:
        self.prompts.pick()

    def open_prompts(self) -> None:
        self.prompts.open()

    def choose_preset(self) -> None:
        self.presets.choose()

    def correct_model(self) -> None:
        self.corrections.open()

    def edit_schema(self) -> None:
        self.answers.edit_schema()

    def clear_kept_answers(self) -> None:
        self.answers.clear_kept()

    def choose_account(self) -> None:
        self.accounts.choose()

    def use_demo(self) -> None:
        self.accounts.use_demo()

    def sign_in_to_account(self) -> None:
        if (account := self.accounts.account) is not None:
            self.sign_in.open(account)

    def open_playbooks(self) -> None:
        self.playbooks.open()

    def toggle_sidebar(self) -> None:
        self._desk.window.toggle_sidebar()

    def toggle_dock(self) -> None:
        self._desk.window.toggle_dock()

    def move_sidebar(self) -> None:
        self._desk.window.move_sidebar()

    def move_dock(self) -> None:
        self._desk.window.move_dock()

    def float_sidebar(self) -> None:
        self._desk.window.float_sidebar()

    def float_dock(self) -> None:
        self._desk.window.float_dock()

    def move_region(self, step: int) -> None:
        self._desk.window.regions.move(step)

    def toggle_contrast(self) -> None:
        self.preferences.toggle_contrast()

    def change_text_size(self, step: int) -> None:
        self.preferences.change_text_size(step)

    def choose_theme(self, choice: str) -> None:
        self.preferences.choose_theme(choice)

    def open_settings(self, page: str) -> None:
        self.preferences.open(page)

    def show_shortcuts(self) -> None:
        if self._sheet is None:
            self._sheet = Overlay(self._desk.window, ShortcutSheet(self._desk.theme, COMMANDS), dims=True)
        self._sheet.open()

    def show_log(self) -> None:
        self.logs.show()

    def report_problem(self) -> None:
        self.logs.report()

    def _chosen(self, choice: str) -> None:
        self._palette_overlay.close_panel()
        if choice.startswith(COMMAND):
            self.actions.action(choice.removeprefix(COMMAND)).trigger()
            if choice == f"{COMMAND}answer.stop":
                self.escape()
        elif choice.startswith(CONVERSATION):
            self.conversations.open(choice.removeprefix(CONVERSATION))
        elif choice.startswith(MODEL):
            self.models.use(choice.removeprefix(MODEL))
        elif choice.startswith(PLAYBOOK):
            self.playbooks.open(choice.removeprefix(PLAYBOOK))

    def _tell_files_the_model(self) -> None:
        models = [model for status in self.models.statuses for model in status.models]
        seeing = [model.title for model in models if model.capabilities.images]
        named = self._desk.window.composer.mention.model_id  # for this message alone
        self.attachments.set_model(self.models.by_id().get(named, self.models.info), seeing)

    def _count_files(self) -> None:
        self.models.files_changed([file.part for file in self.attachments.ready])

    def _remember_overflow(self, conversation_id: str, choice: Overflow) -> None:
        session = self.turns.session(conversation_id)
        if session is not None:
            settings = dataclasses.replace(session.conversation.settings, overflow=choice)
            self.conversations.configure(session, settings)

    def _show_menu(self) -> None:
        button = self._desk.window.header.menu_button
        self._desk.window.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _tell_models(self) -> None:
        """What an answer cost, and who can be asked next, may be known only now."""
        self._desk.transcript.set_model_lookup(self._model_of)
        self._desk.window.sidebar.set_models(tuple(self.models.by_id()))

    def _model_of(self, model: str) -> ModelInfo | None:
        return self.models.by_id().get(model)

    def _find(self, text: str) -> None:
        self._desk.transcript.find(text)

    def _find_closed(self) -> None:
        self._desk.window.focus_composer()
        self._update()

    def _open_link(self, address: str) -> None:
        url = QUrl(address)
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
        else:
            self._desk.warn(tr("Baton opens web addresses only, not {address!r}.", address=address[:80]))

    def _try_demo(self) -> None:
        self.accounts.use_demo()
        self.turns.send("List my buckets")

    def _settings_changed(self) -> None:
        self.accounts.forget()
        self.models.forget()

    def _update(self) -> None:
        session = self._desk.session
        self.actions.set_situation(
            Situation(
                is_ready=True,
                is_written=session.is_written,
                is_answering=self.turns.is_running(session.id),
                is_finding=self._desk.window.find_bar.isVisible(),
                conversations=len(self._desk.window.sidebar.model.conversations),
            )
        )
        own = any(status.has_key or (status.name == "local" and status.models) for status in self.models.statuses)
        if not self._desk.window.sidebar.reading.is_reading:
            self.first_run.set_newcomer(not own and not self._desk.window.sidebar.model.conversations)
        title = session.conversation.title if session.is_written else ""
        self._desk.window.setWindowTitle(f"{title} – Baton" if title else "Baton")
