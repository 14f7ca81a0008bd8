"""Prompts of the library: picked, filled in and put where they belong; written, exchanged as files, brought back."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.conversation import ConversationSettings
from app.domain.errors import BatonError, UsageError
from app.domain.language import marked, plural, tr
from app.domain.library import MAX_FILE_BYTES, Conflict
from app.domain.prompts import Prompt, PromptKind
from app.domain.templates import escaped
from app.services.prompts import DeletedPrompt, Incoming
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.prompts.choices import prompt_choices
from app.ui.prompts.exchange import ConflictDialog, ExportDialog
from app.ui.prompts.library_window import LibraryWindow
from app.ui.prompts.variable_form import VariableForm
from app.ui.session import Session
from app.ui.widgets.choice_list import ChoicePanel
from app.ui.widgets.overlay import Overlay
from app.ui.widgets.problem_line import WayOut

_LIBRARY = "library"
_FILES = marked("Prompts (*.json *.md);;All (*)")


class PromptController(QObject):
    """Builds the window on its first use, and remembers in this run what was given for variables last."""

    def __init__(self, desk: Desk, conversations: ConversationController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._conversations = conversations
        self._window: LibraryWindow | None = None
        self._panel = ChoicePanel(desk.theme, placeholder=tr("Use a prompt"), width=520, height=460)
        self._picker = Overlay(desk.window, self._panel)
        self._panel.chosen.connect(self._picked)
        self._panel.set_links([(_LIBRARY, tr("Prompt library…"))])
        self._panel.link_activated.connect(self._follow)
        self._values: dict[str, dict[str, str]] = {}
        desk.window.dock.keep_prompt_requested.connect(self._keep)
        desk.window.dock.prompts_requested.connect(lambda: self.pick(PromptKind.SYSTEM))

    @property
    def window(self) -> LibraryWindow | None:
        """The library's window, once it was opened."""
        return self._window

    @property
    def picker(self) -> ChoicePanel:
        """The list to pick from."""
        return self._panel

    def pick(self, kind: PromptKind | None = None) -> None:
        """Let the person pick a prompt (of one kind) to use here."""
        self._desk.scope.spawn(self._pick(kind), name="list prompts")

    def open(self) -> None:
        """Show the library."""
        if self._window is None:
            window = self._window = LibraryWindow(self._desk.window, self._desk.theme)
            window.refresh_wanted.connect(self._refresh)
            window.save_requested.connect(lambda before, after: self._spawn(self._save(before, after), "save prompt"))
            window.import_requested.connect(self._ask_import)
            window.export_requested.connect(self._ask_export)
            page = window.page
            page.use_requested.connect(lambda name: self._spawn(self._use(name, window), "use prompt"))
            page.mend_requested.connect(lambda name: self._spawn(self._open_file(name), "open prompt"))
            page.duplicate_requested.connect(lambda name: self._do(lambda: self._duplicate(name), "duplicate prompt"))
            page.delete_requested.connect(lambda name: self._do(lambda: self._delete(name), "delete prompt"))
            page.renamed.connect(lambda name, new: self._do(lambda: self._rename(name, new), "rename prompt"))
        self._window.set_values(self._values)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._refresh()

    def _keep(self, text: str) -> None:
        """Begin a new prompt with a chat's own; what looks like a variable in it is text."""
        self.open()
        assert self._window is not None
        self._window.begin_new(escaped(text))

    def may_quit(self) -> bool:
        """Whether no prompt that is being written would be lost; the library says so where one would."""
        return self._window is None or self._window.may_be_left()

    def close(self) -> None:
        """Put the window away."""
        if self._window is not None:
            self._window.close()

    async def import_from(self, paths: Sequence[Path]) -> None:
        """Bring in library files and single prompts; asks once where names are taken."""
        files, problems = await asyncio.to_thread(_read_files, paths)
        incoming = await asyncio.to_thread(self._desk.app.prompts.read, files)
        incoming = dataclasses.replace(incoming, problems=(*problems, *incoming.problems))
        if not incoming.taken or self._window is None:
            await self._bring_in(incoming, Conflict.KEEP_BOTH)
            return
        dialog = ConflictDialog(self._window, incoming.taken)
        dialog.chosen.connect(lambda choice: self._spawn(self._bring_in(incoming, choice), "import prompts"))
        dialog.rejected.connect(lambda: self._say(tr("Nothing was imported.")))
        dialog.open()

    async def export_to(self, path: Path, prompts: Sequence[str], presets: Sequence[str]) -> None:
        """Write a library file."""
        text = await asyncio.to_thread(self._desk.app.prompts.export, prompts, presets)
        try:
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as fault:
            raise UsageError(
                tr("{path!r} cannot be written: {reason}.", path=str(path), reason=fault.strerror),
                remedy=tr("Choose another folder."),
            ) from fault
        self._say(tr("Saved as {name}.", name=path.name))

    def _spawn(
        self, work: Coroutine[Any, Any, None], name: str, again: Callable[[BatonError], WayOut | None] | None = None
    ) -> None:
        task = self._desk.scope.spawn(self._told(work, again), name=name)
        task.add_done_callback(lambda _: work.close())  # one that was cancelled before it began never awaited it

    async def _told(self, work: Coroutine[Any, Any, None], again: Callable[[BatonError], WayOut | None] | None) -> None:
        """Do the work; what fails is told in the library's window while that is in sight, with the way out that
        ``again`` knows of.
        """
        try:
            await work
        except BatonError as error:
            if self._window is None or not self._window.isVisible():
                raise
            self._window.say(str(error), look="error", way=None if again is None else again(error))

    def _do(self, work: Callable[[], Coroutine[Any, Any, None]], name: str) -> None:
        """Like :meth:`_spawn`, for what can be tried again as it is."""
        self._spawn(work(), name, lambda error: self._desk.way_out(error, lambda: self._do(work, name)))

    def _refresh(self) -> None:
        self._spawn(self._list(), "list prompts")

    async def _list(self) -> None:
        listing = await asyncio.to_thread(self._desk.app.prompts.listing)
        if self._window is not None:
            self._window.set_listing(listing)

    async def _pick(self, kind: PromptKind | None) -> None:
        listing = await asyncio.to_thread(self._desk.app.prompts.listing)
        self._panel.set_choices(prompt_choices(listing.prompts, kind))
        self._panel.reset()
        self._picker.open()

    def _picked(self, name: str) -> None:
        self._picker.close_panel()
        self.use(name)

    def use(self, name: str) -> None:
        """Put a prompt of the library in its place."""
        self._spawn(self._use(name, self._desk.window), "use prompt")

    def _follow(self, _link: str) -> None:
        self._picker.close_panel()
        self.open()

    async def _use(self, name: str, parent: QWidget) -> None:
        """Ask for the variables, where there are any, then put the text in its place."""
        prompt = await asyncio.to_thread(self._desk.app.prompts.get, name)
        prompt.check_usable()
        session = self._desk.session
        if not prompt.variables:
            self._apply(prompt, {}, session)
            return
        known = {item.name for item in prompt.variables}
        values = {key: value for key, value in self._values.get(name, {}).items() if key in known}
        form = VariableForm(parent, prompt, values)
        form.filled.connect(lambda given: self._filled(prompt, given, session))
        form.open()

    def _filled(self, prompt: Prompt, given: dict[str, str], session: Session) -> None:
        self._values[prompt.name] = given
        if self._window is not None:
            self._window.set_values(self._values)
        self._apply(prompt, given, session)

    def _apply(self, prompt: Prompt, values: dict[str, str], session: Session) -> None:
        text = prompt.filled(values)
        if self._window is not None:
            self._window.close()
        match prompt.kind:
            case PromptKind.MESSAGE:
                self._desk.window.composer.insert_text(text)
                self._desk.window.activateWindow()
                self._desk.window.focus_composer()
            case PromptKind.SYSTEM:
                self._desk.window.dock.flush()
                before = session.conversation.settings
                self._set_system_prompt(session, text, prompt.name)
                self._desk.say(
                    tr("“{title}” is this chat's system prompt.", title=prompt.title),
                    action=tr("Undo"),
                    call=lambda: self._set_system_prompt(session, before.system_prompt, before.system_prompt_from),
                )

    def _set_system_prompt(self, session: Session, text: str | None, made_of: str | None) -> None:
        settings: ConversationSettings = dataclasses.replace(
            session.conversation.settings, system_prompt=text, system_prompt_from=made_of
        )
        self._conversations.configure(session, settings)

    async def _save(self, before: Prompt | None, after: Prompt) -> None:
        assert self._window is not None
        prompts = self._desk.app.prompts
        try:
            if before is None:
                saved = await asyncio.to_thread(prompts.create, after)
            else:
                saved = await asyncio.to_thread(prompts.change, before, after)
        except BatonError as error:
            if before is not None and (current := await self._current(before.name)) not in (None, before):
                assert current is not None
                self._window.editor.set_saved_elsewhere(current, str(error))
            else:
                way = self._desk.way_out(error, lambda: self._spawn(self._save(before, after), "save prompt"))
                self._window.editor.set_problem(str(error), way)
            return
        if before is not None and before.name != saved.name and before.name in self._values:
            self._values[saved.name] = self._values.pop(before.name)
        self._window.choose(saved.name)
        self._window.show_list()
        await self._list()
        self._say(tr("“{title}” was saved.", title=saved.title))

    async def _current(self, name: str) -> Prompt | None:
        try:
            return await asyncio.to_thread(self._desk.app.prompts.get, name)
        except BatonError:
            return None

    async def _open_file(self, name: str) -> None:
        path = await asyncio.to_thread(self._desk.app.prompts.path, name)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(tr("No program opens it. It is {path}.", path=path), look="warning")

    async def _duplicate(self, name: str) -> None:
        copy = await asyncio.to_thread(self._desk.app.prompts.duplicate, name)
        await self._shown(copy.name)
        self._say(tr("“{title}” is yours to change.", title=copy.title))

    async def _rename(self, name: str, new_name: str) -> None:
        await asyncio.to_thread(self._desk.app.prompts.rename, name, new_name)
        if name in self._values:
            self._values[new_name] = self._values.pop(name)
        await self._shown(new_name)
        self._say(tr("{before} is called {after} now.", before=name, after=new_name))

    async def _delete(self, name: str) -> None:
        deleted = await asyncio.to_thread(self._desk.app.prompts.delete, name)
        await self._list()
        self._say(
            tr("“{title}” was deleted.", title=deleted.prompt.title),
            undo=lambda: self._spawn(self._restore(deleted), "undo delete"),
        )

    async def _restore(self, deleted: DeletedPrompt) -> None:
        await asyncio.to_thread(self._desk.app.prompts.restore, deleted)
        await self._shown(deleted.prompt.name)

    async def _shown(self, name: str) -> None:
        if self._window is not None:
            self._window.choose(name)
        await self._list()

    def _ask_import(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._window, tr("Import prompts"), str(Path.home()), tr(_FILES))
        if paths:
            other = WayOut(words=tr("Choose other files…"), call=self._ask_import)
            self._spawn(self.import_from([Path(path) for path in paths]), "import prompts", lambda _: other)

    def _ask_export(self) -> None:
        self._spawn(self._offer_export(), "export prompts")

    async def _offer_export(self) -> None:
        assert self._window is not None
        prompts = self._desk.app.prompts
        listing = await asyncio.to_thread(prompts.listing)
        presets = await asyncio.to_thread(prompts.presets)
        dialog = ExportDialog(self._window, [item for item in listing.prompts if not item.problem], presets)
        dialog.chosen.connect(self._ask_place)
        dialog.open()

    def _ask_place(self, prompts: Sequence[str], presets: Sequence[str]) -> None:
        place = str(Path.home() / "baton-library.json")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Export"), place, tr("Library (*.json)"))
        if path:
            other = WayOut(words=tr("Choose another folder…"), call=lambda: self._ask_place(prompts, presets))
            self._spawn(self.export_to(Path(path), prompts, presets), "export prompts", lambda _: other)

    async def _bring_in(self, incoming: Incoming, choice: Conflict) -> None:
        report = await self._desk.app.prompts.bring_in(incoming, choice)
        for name in (*report.added, *report.replaced)[:1]:
            await self._shown(name)
        faults = [tr("Left out: {parts}", parts=problem) for problem in report.problems[:3]]
        more = len(report.problems) - len(faults)
        faults += [plural("And 1 more.", "And {count} more.", more)] if more > 0 else []
        self._say("\n".join([report.words, *faults]), look="warning" if faults else "muted")

    def _say(self, words: str, *, look: str = "muted", undo: Callable[[], object] | None = None) -> None:
        if self._window is not None:
            self._window.say(words, look=look, way=None if undo is None else WayOut(words=tr("Undo"), call=undo))


def _read_files(paths: Sequence[Path]) -> tuple[list[tuple[str, str]], list[str]]:
    """The texts of files that are some, and a sentence for each that is none."""
    files, problems = [], []
    for path in paths:
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                problems.append(tr("{name} is too large to be a library.", name=path.name))
                continue
            files.append((path.name, path.read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else tr("it is no UTF-8 text")
            problems.append(tr("{name} cannot be read: {reason}.", name=path.name, reason=reason))
    return files, problems
