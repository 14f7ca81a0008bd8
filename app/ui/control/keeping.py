"""The settings' page of the history at work: backups, checks, encryption; and the watch through the night."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import BatonError, KeyLostError, NotFoundError
from app.domain.language import tr
from app.domain.recovery import recovery_text
from app.services.safekeeping import STAYS_PLAIN
from app.ui.control.conversations import ConversationController
from app.ui.control.desk import Desk
from app.ui.control.turns import TurnController
from app.ui.preferences.keeping_page import KeepingPage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class KeepingController(QObject):
    """Does what the page asks for, one thing at a time, and has the history watched while the window is open."""

    def __init__(self, desk: Desk, turns: TurnController, conversations: ConversationController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._keeping = desk.app.safekeeping
        self._turns = turns
        self._conversations = conversations
        self._page: KeepingPage | None = None

    def start(self) -> None:
        """Have the history checked and backed up, from a while after the start on."""
        self._keeping.listen(lambda text: self._desk.warn(text, stays=True))
        self._desk.scope.spawn(self._keeping.attend(), name="keep the history")

    def set_page(self, page: KeepingPage) -> None:
        """Take on the page, once it is built."""
        self._page = page
        page.backup_requested.connect(lambda: self._do(self._back_up(page), page, tr("A backup is being made…")))
        page.check_requested.connect(lambda: self._do(self._check(page), page, tr("Every page is being read…")))
        page.mend_requested.connect(lambda: self._do(self._mend(page), page, tr("The history is being mended…")))
        page.restore_requested.connect(lambda name: self._do(self._restore(page, name), page, tr("Going back…")))
        page.encrypt_requested.connect(self._convert)
        page.recovery_requested.connect(lambda: self._spawn(self._show_recovery(page)))
        page.recovery.save_requested.connect(lambda: self._ask_save(page))
        page.recovery.print_requested.connect(lambda: self._ask_print(page))
        page.recover.recover_requested.connect(
            lambda words: self._do(self._recover(page, words), page, tr("The history is being opened…"))
        )

    def show(self) -> None:
        """Fill the page anew."""
        if self._page is not None:
            self._desk.scope.spawn(self._fill(self._page), name="show backups")

    def _convert(self, encrypted: bool) -> None:
        if self._page is not None:
            words = tr("The history is being encrypted…") if encrypted else tr("The history is being decrypted…")
            self._do(self._converted(self._page, encrypted), self._page, words)

    def _do(self, work: Coroutine[Any, Any, None], page: KeepingPage, words: str) -> None:
        page.set_busy(words)
        self._desk.scope.spawn(self._done(work, page), name="keep the history")

    async def _done(self, work: Coroutine[Any, Any, None], page: KeepingPage) -> None:
        try:
            await work
        except BatonError as error:
            page.set_told(str(error), "error")
        finally:
            page.set_busy("")
        await self._fill(page)

    async def _fill(self, page: KeepingPage) -> None:
        page.set_backups(await self._keeping.backups())
        page.set_encrypted(await self._keeping.is_encrypted())
        try:
            await self._keeping.require_key()
        except KeyLostError as error:
            page.set_key_lost(str(error))
        else:
            page.set_key_lost("")

    async def _back_up(self, page: KeepingPage) -> None:
        await self._keeping.back_up()
        page.set_told(tr("The backup was made, read through and found sound."), "good")

    async def _check(self, page: KeepingPage) -> None:
        report = await self._keeping.check()
        if report.is_sound:
            page.set_told(tr("The history is sound."), "good")
        else:
            page.set_told(tr("The history is damaged: {problem}.", problem=report.problems[0]), "error", can_mend=True)

    async def _mend(self, page: KeepingPage) -> None:
        if self._is_writing(page):
            return
        page.set_told(" ".join(await self._keeping.mend()), "warning")
        await self._show_again()

    async def _restore(self, page: KeepingPage, name: str) -> None:
        if self._is_writing(page):
            return
        told = await self._keeping.restore(name)
        page.set_told(" ".join([tr("The backup is in place."), *told]), "good")
        await self._show_again()

    async def _converted(self, page: KeepingPage, encrypted: bool) -> None:
        done = await (self._keeping.encrypt() if encrypted else self._keeping.decrypt())
        if not encrypted:
            page.set_told(tr("The history and its backups are in the clear."), "muted")
            return
        plain = [tr("Still in the clear: {file}", file=file) for file in done.kept_plain]
        page.set_told("\n".join([tr("The history and its backups are encrypted."), *plain, tr(STAYS_PLAIN)]), "muted")
        await self._show_recovery(page)

    async def _show_recovery(self, page: KeepingPage) -> None:
        key = await self._keeping.recovery_key()
        if key is not None and page.isVisible():  # it is not left to stand for whoever opens the page next
            page.recovery.show_key(key)

    def _ask_save(self, page: KeepingPage) -> None:
        name = str(Path.home() / "baton-recovery-key.txt")
        path, _ = QFileDialog.getSaveFileName(page, tr("Save the recovery key"), name, "*.txt")
        if path:
            self._spawn(self._save_recovery(page, Path(path)))

    async def _save_recovery(self, page: KeepingPage, path: Path) -> None:
        key = await self._keeping.recovery_key()
        if key is not None:
            await self._keeping.save_recovery_key(path, key, replace=True)  # the dialog has asked
            page.set_told(tr("Saved as {file}. Move it away from this computer.", file=path), "good")

    def _ask_print(self, page: KeepingPage) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # wanted once in a history's life

        printer = QPrinter()
        if QPrintDialog(printer, page).exec():
            self._spawn(self._print_recovery(page, printer))

    async def _print_recovery(self, page: KeepingPage, printer: QPrinter) -> None:
        key = await self._keeping.recovery_key()
        if key is not None:
            document = QTextDocument()
            document.setPlainText(recovery_text(key))
            document.print_(printer)
            page.set_told(tr("Printed."), "good")

    async def _recover(self, page: KeepingPage, words: str) -> None:
        kept = await self._keeping.recover(words)
        page.set_key_lost("")
        if kept:
            page.set_told(tr("The history is open, and its key is in the keyring again."), "good")
        else:
            told = tr("The history is open until Baton ends: the keyring does not keep the key. Unlock or install one.")
            page.set_told(told, "warning")
        await self._show_again()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._desk.scope.spawn(work, name="recovery key")

    async def _show_again(self) -> None:
        """The history is another: show the chats it has, and the one shown as it is there."""
        shown = self._desk.session.id
        await self._conversations.start(shown)
        try:
            await self._desk.app.history.open(shown)
        except NotFoundError:
            self._conversations.new()

    def _is_writing(self, page: KeepingPage) -> bool:
        if self._turns.running:
            page.set_told(tr("An answer is being written. Stop it, or wait for it, then try again."), "warning")
            return True
        return False
