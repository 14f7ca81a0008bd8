"""Which model answers, with which parameters, and what it costs; fills the header, the dock and the model picker."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.context import Overflow, Room
from app.domain.conversation import ConversationSettings
from app.domain.errors import BatonError, KeyProblemError
from app.domain.language import tr
from app.domain.messages import AttachmentPart
from app.domain.models import LoadPlan, ModelId, ModelInfo, ProviderStatus
from app.domain.routing import AUTO_MODEL
from app.domain.switching import switched
from app.services.context_meter import ContextParts
from app.services.token_estimates import chars_a_token
from app.ui.context_fill import ContextFill
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.session import Session
from app.ui.shell.pickers import FILES_LINK, KEYS_LINK, MODEL, RESET_LINK, model_choices
from app.ui.widgets.choice_list import ChoicePanel
from app.ui.widgets.overlay import Overlay

_LOCAL = "local"
_LONG_MESSAGES = 500  # whose usage is added up on a thread
_REFRESH_LINK, _KEYS_PAGE_LINK, _FILES_LINK = "refresh", "keys-page", "files"


class ModelController(QObject):
    """Models of the conversation shown. ``statuses`` is what the providers said last.

    ``model_shown``: the one that answers in the conversation shown is known, or known to be none.
    """

    model_shown = Signal()

    def __init__(self, desk: Desk, conversations: ConversationController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._conversations = conversations
        self._statuses: tuple[ProviderStatus, ...] = ()
        self._info: ModelInfo | None = None
        self._plan: LoadPlan | None = None
        self._shown = ""  # the model the dock was last filled for
        self._panel = ChoicePanel(desk.theme, placeholder=tr("Choose a model"), width=480, height=520)
        self._overlay = Overlay(desk.window, self._panel)
        self._panel.chosen.connect(self._chosen)
        self._panel.link_activated.connect(self._follow)
        self._panel.set_links(
            [(_KEYS_PAGE_LINK, tr("API keys…")), (_FILES_LINK, tr("Local models…")), (_REFRESH_LINK, tr("Ask again"))]
        )
        dock = desk.window.dock
        dock.parameter_changed.connect(self._set_parameter)
        dock.parameters_reset.connect(lambda: self.configure(parameters={}))
        dock.overflow_changed.connect(self._set_overflow)
        dock.system_prompt_changed.connect(self._set_prompt)
        dock.model_requested.connect(self.choose)
        desk.window.header.model_requested.connect(self.choose)
        desk.window.header.private_requested.connect(self.toggle_private)
        desk.window.composer.reason_activated.connect(self._mend)
        desk.head_changed.connect(self._head_changed)
        self._mending = ""
        self._files: tuple[AttachmentPart, ...] = ()
        self._counted = ""  # the chat and the model whose parts are shown, or on their way
        self._counting = 0  # the newest count wins, whichever ends last

    @property
    def statuses(self) -> Sequence[ProviderStatus]:
        """What the providers said last."""
        return self._statuses

    @property
    def model_id(self) -> str:
        """The model of the conversation shown, as ``provider:model``."""
        return self._desk.session.conversation.settings.model or self._desk.app.settings.current.default_model

    @property
    def info(self) -> ModelInfo | None:
        """What is known of the model of the conversation shown; ``None`` until something is."""
        return self.by_id().get(self.model_id)

    @property
    def answering(self) -> ModelInfo | None:
        """Who answers in the chat shown, as last worked out; for ``auto``, who does where no other rule fits."""
        return self._info

    def by_id(self) -> dict[str, ModelInfo]:
        """Every model known, by id."""
        known = {str(model.id): model for status in self._statuses for model in status.models}
        if self._info is not None:
            known.setdefault(str(self._info.id), self._info)
        return known

    async def refresh(self, *, ask_again: bool = False) -> None:
        """Ask the providers what they offer."""
        self._statuses = tuple(await self._desk.app.models.statuses(refresh=ask_again))
        self._panel.set_choices(model_choices(self._statuses, self.model_id))
        self._desk.models_changed.emit()
        self._shown = ""
        await self.show()

    async def show(self) -> None:
        """Fill header and dock for the conversation shown."""
        session, model_id = self._desk.session, self.model_id
        window = self._desk.window
        settings = session.conversation.settings
        window.header.set_private(settings.private)
        window.dock.set_system_prompt(
            settings.system_prompt,
            self._desk.app.settings.current.system_prompt,
            made_of=settings.system_prompt_from or "",
        )
        if model_id != self._shown:
            self._shown = model_id
            try:
                info = await self._answering(model_id)
            except KeyProblemError as error:
                self._show_problem(model_id, error.message, action=tr("Add a key"), mending=error.provider)
                return
            except BatonError as error:
                status = self._status(model_id.partition(":")[0])
                if status is not None and status.needs_key and not status.has_key:
                    problem = tr("{provider} needs a key.", provider=status.title)
                    self._show_problem(model_id, problem, action=tr("Add a key"), mending=status.name)
                else:
                    self._show_problem(model_id, str(error), action=tr("Choose a model"), mending="")
                return
            if model_id != self.model_id:
                return  # another conversation is shown by now
            self._info = info
            await self._show_plan(info)
        if self._info is None:
            return
        info = self._info
        status = self._status(info.id.provider)
        provider_title = status.title if status else info.id.provider
        if model_id == AUTO_MODEL:
            window.header.set_automatic(info.title)
            provider_title = tr("{provider}, chosen where no other rule fits", provider=provider_title)
        else:
            window.header.set_model(info.title, model_id=model_id, is_private=info.is_private)
        window.dock.set_model(info, provider_title=provider_title)
        window.dock.set_values(settings.parameters)
        if status is not None and status.needs_key and not status.has_key:
            self._show_unavailable(
                tr("{provider} needs a key.", provider=status.title), action=tr("Add a key"), mending=status.name
            )
        else:
            self._show_unavailable("", action="", mending="")
        self._show_counts()
        self.model_shown.emit()

    async def _answering(self, model_id: str) -> ModelInfo:
        if model_id == AUTO_MODEL:
            return (await self._desk.app.chat.router.explain("")).model
        return await self._desk.app.models.info(ModelId.parse(model_id))

    def toggle_private(self) -> None:
        """Keep the chat shown on this machine, or no longer."""
        is_private = not self._desk.session.conversation.settings.private
        self.configure(private=is_private)
        if is_private:
            self._desk.say(tr("This chat is private: only models that run here, or on your own hosts, are asked."))
        else:
            self._desk.warn(tr("This chat is no longer private: its whole text may be sent to the model you choose."))

    def choose(self) -> None:
        """Open the picker."""
        self._panel.set_choices(model_choices(self._statuses, self.model_id))
        self._panel.reset()
        self._overlay.open(self._desk.window.header.model_button)

    def use(self, model_id: str) -> None:
        """Let ``model_id`` answer in the conversation shown; its parameters begin anew, and what changed is said."""
        if model_id == self.model_id:
            self.configure(model=model_id)  # chosen by hand, it stays though the default changes
            return
        before = self._desk.session
        settings = before.conversation.settings
        switch = switched(
            settings.parameters, self.by_id().get(model_id), keep=self._desk.app.settings.current.keep_parameters
        )
        self.configure(model=model_id, parameters=switch.parameters)
        if switch.words:
            undone = {"model": settings.model, "parameters": settings.parameters}
            self._desk.say(switch.words, action=tr("Undo"), call=lambda: self.configure(before, **undone))

    def use_everywhere(self, model_id: str) -> None:
        """Let ``model_id`` answer here and in new chats."""
        self.use(model_id)
        self._desk.scope.spawn(self._desk.app.settings.change({"default_model": model_id}), name="default model")

    def forget(self) -> None:
        """Work everything out anew: the settings have changed."""
        self._shown = ""
        self._head_changed()

    def _status(self, provider: str) -> ProviderStatus | None:
        return next((item for item in self._statuses if item.name == provider), None)

    def _chosen(self, choice: str) -> None:
        self._overlay.close_panel()
        if choice.startswith(KEYS_LINK):
            self._open_key(choice.removeprefix(KEYS_LINK))
        elif choice.startswith(RESET_LINK):
            self._desk.app.models.limits.reset(choice.removeprefix(RESET_LINK))
            self._desk.scope.spawn(self.refresh(), name="refresh models")
        elif choice == FILES_LINK:
            self._desk.settings_wanted.emit("Model files", "")
        elif choice.startswith(MODEL):
            self.use(choice.removeprefix(MODEL))
            self._desk.window.focus_composer()

    def _follow(self, link: str) -> None:
        match link:
            case _ if link == _REFRESH_LINK:
                self._desk.scope.spawn(self.refresh(ask_again=True), name="refresh models")
            case _ if link == _KEYS_PAGE_LINK:
                self._overlay.close_panel()
                self._open_key("")
            case _:
                self._overlay.close_panel()
                self._desk.settings_wanted.emit("Model files", "")

    def _mend(self) -> None:
        if self._mending:
            self._open_key(self._mending)
        else:
            self.choose()

    def _open_key(self, provider: str) -> None:
        self._desk.settings_wanted.emit("Keys", provider)

    def _set_parameter(self, name: str, value: object) -> None:
        parameters = dict(self._desk.session.conversation.settings.parameters)
        parameters.pop(name, None)
        if value is not None:
            parameters[name] = value
        self.configure(parameters=parameters)

    def _set_prompt(self, prompt: str | None) -> None:
        self.configure(system_prompt=prompt, system_prompt_from=None)

    def _set_overflow(self, choice: Overflow | None) -> None:
        self.configure(overflow=choice)

    def configure(self, session: Session | None = None, **changes: object) -> None:
        """Change settings of a conversation by their names, of the one shown where none is given."""
        session = session or self._desk.session
        settings: ConversationSettings = dataclasses.replace(
            session.conversation.settings,
            **changes,  # type: ignore[arg-type]  # the callers name fields of these very settings
        )
        self._conversations.configure(session, settings)

    def _head_changed(self) -> None:
        self._desk.scope.spawn(self.show(), name="show model")

    def _show_counts(self) -> None:
        """Show the parts of the context once they are worked out; for another chat or model what is known, at once."""
        session = self._desk.session
        shown = f"{session.id} {self.model_id} {self._room()}"
        if shown != self._counted or self._info is None:
            self._counted = shown
            self._show_fill(session.context_tokens(), None)
        if not session.is_whole:
            return  # the rest is on its way, and everything is counted then
        self._counting += 1
        messages = session.messages()
        if messages is not None and len(messages) > _LONG_MESSAGES:
            self._desk.scope.spawn(self._count_usage(session, self._counting), name="chat's usage")
        else:
            self._desk.window.dock.set_usage(session.usage(self.by_id()))
        if self._info is not None:
            self._desk.scope.spawn(self._count_parts(session, self._counting), name="context parts")

    def files_changed(self, files: Sequence[AttachmentPart]) -> None:
        """Other files are to go with the next message."""
        if tuple(files) != self._files:
            self._files = tuple(files)
            self._show_counts()

    async def _count_usage(self, session: Session, turn: int) -> None:
        usage = await asyncio.to_thread(session.usage, self.by_id())
        if turn == self._counting and session is self._desk.session:
            self._desk.window.dock.set_usage(usage)

    async def _count_parts(self, session: Session, turn: int) -> None:
        try:
            parts = await self._desk.app.chat.context_parts(session.conversation, self._files, session.messages())
        except BatonError:
            parts = None  # the composer says what is wrong with the model or the account
        if turn == self._counting and session is self._desk.session:
            self._show_fill(session.context_tokens() if parts is None else parts.sent, parts)

    def _show_fill(self, used_tokens: int, parts: ContextParts | None) -> None:
        settings, window = self._desk.session.conversation.settings, self._desk.window
        general = Overflow(self._desk.app.settings.current.context_overflow)
        price = self._info.price if self._info is not None else None
        fill = ContextFill(
            used_tokens=used_tokens,
            room=self._room(),
            overflow=settings.overflow or general,
            parts=parts,
            chars_a_token=chars_a_token(self._info),
            input_usd=price.input / 1_000_000 if price is not None else None,
        )
        window.dock.set_context(fill)
        window.dock.set_overflow(settings.overflow, general)
        window.composer.set_context(fill)

    def _room(self) -> Room | None:
        """The context of the model shown; of a local one, as it is loaded."""
        if self._info is None:
            return None
        capabilities = self._info.capabilities
        context_tokens = capabilities.context_tokens if self._plan is None else self._plan.context_tokens
        if context_tokens is None:
            return None
        return Room.of(
            context_tokens,
            longest_answer=self._desk.session.conversation.settings.parameters.get("max_tokens"),
            max_output_tokens=capabilities.max_output_tokens,
        )

    async def _show_plan(self, info: ModelInfo) -> None:
        self._plan = None
        if info.id.provider == _LOCAL:
            try:
                self._plan = await self._desk.app.local.plan(info.id.name)
            except BatonError as error:
                self._desk.report(error)
        self._desk.window.dock.set_plan(self._plan)

    def _show_problem(self, model_id: str, problem: str, *, action: str, mending: str) -> None:
        self._info = None
        self.model_shown.emit()
        self._desk.window.header.set_model(model_id, model_id=model_id, is_private=False)
        self._desk.window.dock.set_model_problem(problem)
        self._show_unavailable(problem, action=action, mending=mending)

    def _show_unavailable(self, reason: str, *, action: str, mending: str) -> None:
        self._mending = mending
        self._desk.window.composer.set_unavailable(reason, action=action)
