"""What helps with writing: commands and prompts after ``/``, models after ``@``, what was sent before, the count."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.messages import Message, Role
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.services.context_keeping import LOCAL
from app.ui.commands.actions import ActionSet, native_keys
from app.ui.composer.suggestions import COMMANDS, MODELS
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.control.prompts import PromptController
from app.ui.prompts.choices import prompt_choices
from app.ui.shell.pickers import COMMAND, MODEL, command_words, model_choices
from app.ui.widgets.choice_list import Choice

log = logging.getLogger(__name__)

_PROMPT = "prompt/"
_REST_MS = 600  # without a key, after which what is written is counted
_NOT_OFFERED = ("palette.open", "composer.focus", "answer.stop")


class ComposingController(QObject):
    """``actions`` are asked for when the list opens, since they are made after this."""

    def __init__(
        self, desk: Desk, models: ModelController, prompts: PromptController, actions: Callable[[], ActionSet]
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self._prompts = prompts
        self._actions = actions
        composer = desk.window.composer
        composer.sent_before = self._sent_before
        composer.suggestions_wanted.connect(self._offer)
        composer.suggestion_taken.connect(self._taken)
        desk.models_changed.connect(self._name_mention)
        self._bases: dict[str, int] = {}  # what a message of one letter takes, by model
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._count)
        composer.changed.connect(self._rest.start)

    def _sent_before(self) -> Sequence[str]:
        """What the person sent in this chat, on every branch, newest first."""
        nodes = self._desk.session.nodes()
        return [node.message.text for node in reversed(nodes) if node.message.role is Role.USER]

    def _offer(self, sign: str) -> None:
        suggestions = self._desk.window.composer.suggestions
        if sign == MODELS:
            choices = model_choices(self._models.statuses, self._models.model_id)
            suggestions.set_choices(MODELS, [choice for choice in choices if choice.id.startswith(MODEL)])
            return
        suggestions.set_choices(COMMANDS, self._commands())
        self._desk.scope.spawn(self._offer_prompts(), name="prompts to choose from")

    async def _offer_prompts(self) -> None:
        listing = await asyncio.to_thread(self._desk.app.prompts.listing)
        prompts = [
            Choice(
                id=_PROMPT + choice.id,
                title=choice.title,
                detail=choice.detail,
                group=choice.group,
                trailing=choice.trailing,
                words=choice.id,
                icon=choice.icon,
            )
            for choice in prompt_choices(listing.prompts)
        ]
        self._desk.window.composer.suggestions.set_choices(COMMANDS, [*prompts, *self._commands()])

    def _commands(self) -> list[Choice]:
        actions = self._actions()
        return [
            Choice(
                id=COMMAND + entry.id,
                title=entry.words,
                group=tr("Commands"),
                trailing=native_keys(entry.keys),
                words=command_words(entry),
                icon="command",
            )
            for entry in actions.entries
            if entry.id not in _NOT_OFFERED
            and not entry.id.startswith("chat.open-")
            and entry.enabled_when(actions.situation)
        ]

    def _taken(self, sign: str, choice: str) -> None:
        if sign == MODELS:
            model = choice.removeprefix(MODEL)
            self._desk.window.composer.set_mention(model, self._title(model))
        elif choice.startswith(_PROMPT):
            self._prompts.use(choice.removeprefix(_PROMPT))
        else:
            self._actions().action(choice.removeprefix(COMMAND)).trigger()

    def _name_mention(self) -> None:
        chip = self._desk.window.composer.mention
        if chip.model_id:
            chip.set_model(chip.model_id, self._title(chip.model_id))

    # The exact count

    def _count(self) -> None:
        composer = self._desk.window.composer
        model = self._models.by_id().get(composer.mention.model_id, self._models.info)
        if model is not None and composer.text.strip() and self._may_count(model):
            self._desk.scope.spawn(self._count_draft(model.id, composer.text), name="count the draft")

    def _may_count(self, model: ModelInfo) -> bool:
        """Nothing that is not sent yet leaves this machine, and no model is loaded because somebody types."""
        if not model.is_private:
            return False
        is_local = model.id.provider == LOCAL
        return not is_local or any(plan.model == model.id.name for plan in self._desk.app.local.loaded)

    async def _count_draft(self, model: ModelId, text: str) -> None:
        try:
            if str(model) not in self._bases:
                least = await self._tokens(model, ".")
                if least is None:
                    return  # nobody counts for this model: the estimate stands
                self._bases[str(model)] = least - 1
            tokens = await self._tokens(model, text)
        except BatonError as error:
            log.info("what is written could not be counted by %s: %s", model, error.fault_kind)
            return
        if tokens is not None:
            self._desk.window.composer.set_counted(text, max(tokens - self._bases[str(model)], 1))

    async def _tokens(self, model: ModelId, text: str) -> int | None:
        return await self._desk.app.models.count_tokens(
            model, ChatRequest(model=model.name, messages=(Message.user(text),))
        )

    def _title(self, model: str) -> str:
        known = self._models.by_id().get(model)
        return known.title if known is not None else (tr("Automatic") if ":" not in model else "")
