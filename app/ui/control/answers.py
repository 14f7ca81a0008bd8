"""What the answers of the conversation shown are: its schema and its editor, kept answers, and what all of it cost."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from app.domain.conversation import ConversationSettings
from app.domain.errors import BatonError, UsageError
from app.domain.language import plural, tr
from app.services.forms.validation import MOST_SCHEMA_CHARS, schema_problem
from app.services.prompt import terms_of
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.dialogs.schema import SchemaDialog
from app.ui.preferences.dialog import BUDGETS
from app.ui.wording import size_words


class AnswerController(QObject):
    """Fills the dock's sections about answers and budgets, and takes what is changed there."""

    def __init__(self, desk: Desk, conversations: ConversationController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._conversations = conversations
        self._dialog: SchemaDialog | None = None
        self._edited = ""  # the conversation whose schema is being edited
        self._counting = False
        self._recount = False
        dock = desk.window.dock
        dock.budget.usd_changed.connect(lambda usd: self._configure(budget_usd=usd))
        dock.budget.tokens_changed.connect(lambda tokens: self._configure(budget_tokens=tokens))
        dock.budget.all_requested.connect(lambda: desk.settings_wanted.emit(BUDGETS, ""))
        dock.answers.schema_requested.connect(self.edit_schema)
        dock.answers.schema_cleared.connect(lambda: self._configure(schema=None))
        dock.answers.cached_changed.connect(lambda choice: self._configure(cached_answers=choice))
        desk.head_changed.connect(self.show)
        desk.session_shown.connect(self.show)
        desk.settings_changed.connect(self.show)
        self._unlisten = desk.app.spending.listen(lambda text: desk.warn(text, stays=True))

    @property
    def dialog(self) -> SchemaDialog | None:
        """The editor, once it was opened."""
        return self._dialog

    def show(self) -> None:
        """Fill the sections for the conversation shown."""
        settings = self._desk.session.conversation.settings
        dock = self._desk.window.dock
        dock.budget.set_own(settings.budget_usd, settings.budget_tokens)
        dock.answers.set_schema(settings.schema)
        dock.answers.set_cached(settings.cached_answers, general=self._desk.app.settings.current.cache_answers)
        if self._counting:
            self._recount = True
        else:
            self._counting = True
            self._desk.scope.spawn(self._count(), name="count what was spent")

    def edit_schema(self) -> None:
        """Open the editor of the chat's schema."""
        if self._dialog is None:
            self._dialog = SchemaDialog(self._desk.window)
            self._dialog.typed.connect(lambda text: self._spawn(self._judge(text), "check a schema"))
            self._dialog.saved.connect(lambda text: self._spawn(self._take(text), "take a schema"))
            self._dialog.file_chosen.connect(lambda path: self._spawn(self._load(Path(path)), "read a schema"))
        self._edited = self._desk.session.id
        self._dialog.open_with(self._desk.session.conversation.settings.schema)

    def clear_kept(self) -> None:
        """Delete the answers that are kept to be given again."""
        self._spawn(self._clear_kept(), "clear kept answers")

    def close(self) -> None:
        """Listen no longer, and put the editor away."""
        self._unlisten()
        if self._dialog is not None:
            self._dialog.close()

    async def _count(self) -> None:
        try:
            while True:
                self._recount = False
                conversation = self._desk.session.conversation
                standing = await self._desk.app.spending.standing(terms_of(conversation))
                if conversation.id == self._desk.session.id:
                    self._desk.window.dock.budget.set_spent(standing.spent, standing.budgets)
                if not self._recount:
                    return
        finally:
            self._counting = False

    async def _clear_kept(self) -> None:
        info = await self._desk.app.answers.info()
        count = await self._desk.app.answers.clear()
        if not count:
            self._desk.say(tr("No answers were kept."))
            return
        size = size_words(info.size_bytes)
        words = plural(
            "1 kept answer was deleted ({size}).", "{count} kept answers were deleted ({size}).", count, size=size
        )
        self._desk.say(words)

    async def _judge(self, text: str) -> None:
        problem = await asyncio.to_thread(_text_problem, text)
        if self._dialog is not None:
            self._dialog.set_problem(text, problem)

    async def _take(self, text: str) -> None:
        if self._dialog is None or await asyncio.to_thread(_text_problem, text) is not None:
            return
        if self._edited == self._desk.session.id:
            self._configure(schema=json.loads(text))
        self._dialog.accept()
        self._desk.window.focus_composer()

    async def _load(self, path: Path) -> None:
        try:
            text = await asyncio.to_thread(_read, path)
        except BatonError as error:
            if self._dialog is not None:
                self._dialog.set_problem(self._dialog.text.toPlainText(), str(error))
            return
        if self._dialog is not None:
            self._dialog.set_text(text)

    def _configure(self, **changes: Any) -> None:
        settings: ConversationSettings = dataclasses.replace(self._desk.session.conversation.settings, **changes)
        self._conversations.configure(self._desk.session, settings)

    def _spawn(self, coroutine: Any, name: str) -> None:
        self._desk.scope.spawn(coroutine, name=name)


def _text_problem(text: str) -> str | None:
    """Why a text is no schema that can be used. Blocking."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return tr(
            "This is no JSON: {problem} at line {line}, column {column}.",
            problem=error.msg.lower(),
            line=error.lineno,
            column=error.colno,
        )
    except (ValueError, RecursionError):
        return tr("This is no JSON that can be read.")
    return schema_problem(value)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > 4 * MOST_SCHEMA_CHARS:
            raise UsageError(
                tr("{name!r} is too large for a schema.", name=path.name), remedy=tr("Choose another file.")
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(tr("{name!r} is no UTF-8 text.", name=path.name), remedy=tr("Choose another file.")) from None
    except OSError as error:
        raise UsageError(
            tr("{name!r} cannot be read: {reason}.", name=path.name, reason=error.strerror),
            remedy=tr("Choose another file."),
        ) from error
