"""Files on their way into a message: read when they are given, shown as chips, kept with the chat they are for."""

from __future__ import annotations

import asyncio
import itertools
import logging
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from app.domain.attachments import MOST_ATTACHMENTS, Attachment, distinct
from app.domain.errors import BatonError, UnsupportedError, UsageError
from app.domain.language import tr
from app.domain.messages import AttachmentPart
from app.domain.models import ModelInfo
from app.services.attached import check_takes
from app.services.token_estimates import attachment_tokens
from app.ui.composer.attachment_chips import THUMBNAIL_PX, Chip, kind_of
from app.ui.control.desk import Desk
from app.ui.shell.notices import Notice
from app.ui.widgets.file_view import FileView
from app.ui.widgets.overlay import Overlay
from app.ui.widgets.problem_line import WayOut
from app.ui.wording import money_words, short_count, size_words

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

log = logging.getLogger(__name__)

NEW = "new"
"""What stands for a chat that is not written yet, as for its draft."""

_PREVIEW_PX = 1_600
_SHOWN_CHARS = 200_000
_PASTED_IMAGE = "pasted {:%Y-%m-%d %H.%M.%S}.png"
_PASTED_TEXT = "pasted text.txt"
_NOTHING_GIVEN = "nothing given"
_numbers = itertools.count(1)


@dataclass(kw_only=True)
class Pending:
    """A file that is given and not sent: being read (neither of the two), read, or refused with ``problem``.

    ``kept``: its bytes lie beside the history, so that it is there when Baton is started again.
    """

    key: str
    name: str
    attachment: Attachment | None = None
    problem: str = ""
    remedy: str = ""
    thumbnail: QImage | None = None
    kept: AttachmentPart | None = None


class AttachmentController(QObject):
    """``changed``: the chips of the chat shown are others. ``model_wanted``: another model is to be chosen.

    ``kept`` are the files of an earlier run, by chat; each is looked for when its chat is shown.
    """

    changed = Signal()
    model_wanted = Signal()

    def __init__(self, desk: Desk, kept: Mapping[str, Sequence[AttachmentPart]]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pending: dict[str, list[Pending]] = {
            chat: [Pending(key=f"file-{next(_numbers)}", name=part.name, kept=part) for part in parts]
            for chat, parts in kept.items()
        }
        self._fetching: set[str] = set()
        self._model: ModelInfo | None = None
        self._seeing: tuple[str, ...] = ()
        self._view: FileView | None = None
        self._overlay: Overlay | None = None
        self._asked: set[str] = set()
        self._copies: Path | None = None  # where what is opened in other programs lies
        window = desk.window
        composer = window.composer
        composer.attach_requested.connect(self.choose)
        composer.files_given.connect(self.add_paths)
        composer.image_given.connect(self.add_image)
        composer.text_to_attach.connect(self.add_text)
        composer.giant_given.connect(self.add_text)
        composer.nothing_given.connect(self._say_nothing_given)
        desk.session_shown.connect(lambda: window.notices.withdraw(_NOTHING_GIVEN))
        composer.chip_removed.connect(self.remove)
        composer.chip_opened.connect(self._open_pending)
        composer.files_problem_activated.connect(self.model_wanted)
        window.files_given.connect(self.add_paths)
        window.image_given.connect(self.add_image)
        desk.transcript.preview_wanted.connect(self._show_thumbnail)
        desk.transcript.file_opened.connect(self._open_sent)
        desk.transcript.file_save_requested.connect(self._save_sent)
        desk.session_shown.connect(self._shown_anew)

    @property
    def ready(self) -> Sequence[Attachment]:
        """The files of the chat shown that can be sent."""
        return tuple(item.attachment for item in self._shown if item.attachment is not None)

    @property
    def kept(self) -> dict[str, tuple[AttachmentPart, ...]]:
        """What was given and not sent, by chat, of which the bytes are kept."""
        found = {
            chat: tuple(item.kept for item in held if item.kept is not None and not item.problem)
            for chat, held in self._pending.items()
        }
        return {chat: parts for chat, parts in found.items() if parts}

    def forget(self, chat: str) -> None:
        """A chat is gone, and what was to be sent in it."""
        self._release(self._pending.pop(chat, []))

    @property
    def hindrance(self) -> str:
        """Why the message cannot be sent with its files now; empty where it can."""
        for item in self._shown:
            if item.problem:
                return tr("{name!r} cannot be attached. Remove it, then send.", name=item.name)
            if item.attachment is None:
                return tr("Not sent yet: {name!r} is still being read.", name=item.name)
        return ""

    def set_model(self, model: ModelInfo | None, seeing: Sequence[str]) -> None:
        """What answers in the chat shown, and the titles of models that see pictures."""
        self._model, self._seeing = model, tuple(seeing)
        self._show()

    def take(self) -> list[Pending]:
        """Hand over the files of the chat shown, for its message."""
        taken = self._pending.pop(self.key, [])
        self._show()
        return taken

    def give_back(self, key: str, files: Sequence[Pending]) -> None:
        """Put back what was taken: the message was not sent."""
        held = self._pending.setdefault(key, [])
        held[:0] = [item for item in files if item not in held]
        self._show()

    def discard(self, key: str, files: Sequence[Pending]) -> None:
        """What was put back is sent after all."""
        self._pending[key] = [item for item in self._pending.get(key, []) if item not in files]
        self._show()

    def choose(self) -> None:
        """Ask for files."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        names, _ = QFileDialog.getOpenFileNames(self._desk.window, tr("Attach files"), folder)
        self.add_paths([Path(name) for name in names])

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read files from the disk."""
        for path in paths:
            self._add(path.name, self._desk.app.attachments.read(path))

    def add_image(self, image: QImage) -> None:
        """Take a picture from the clipboard."""
        name = _PASTED_IMAGE.format(datetime.now().astimezone())
        self._add(name, self._read_image(name, image))

    def add_text(self, text: str) -> None:
        """Take a long text as a file."""
        self._add(_PASTED_TEXT, self._read_text(text))

    def remove(self, key: str) -> None:
        """Give a file along no more."""
        held = self._pending.get(self.key, [])
        at = next((at for at, item in enumerate(held) if item.key == key), None)
        if at is None:
            return
        self._release([held.pop(at)])
        self._show()
        if not held:
            self._desk.window.focus_composer()

    @property
    def key(self) -> str:
        """What stands for the chat shown among those that have files."""
        session = self._desk.session
        return session.id if session.is_written else NEW

    @property
    def _shown(self) -> Sequence[Pending]:
        return self._pending.get(self.key, ())

    def _add(self, name: str, reading: Coroutine[Any, Any, Attachment]) -> None:
        held = self._pending.setdefault(self.key, [])
        if len(held) >= MOST_ATTACHMENTS:
            reading.close()
            self._desk.report(
                UsageError(
                    tr("{name!r} was not attached.", name=name),
                    remedy=tr("At most {count} files go with a message.", count=MOST_ATTACHMENTS),
                )
            )
            return
        item = Pending(key=f"file-{next(_numbers)}", name=name)
        held.append(item)
        self._show()
        self._desk.scope.spawn(self._read(item, reading), name=f"read {item.key}")

    async def _read(self, item: Pending, reading: Coroutine[Any, Any, Attachment]) -> None:
        try:
            item.attachment = await reading
        except BatonError as error:
            item.problem, item.remedy = error.message, error.remedy
        else:
            item.name = item.attachment.part.name
            small = await self._desk.app.attachments.preview_of(item.attachment, THUMBNAIL_PX)
            if small is not None:
                item.thumbnail = QImage.fromData(QByteArray(small))
            self._show()
            await self._keep(item)
        self._show()

    async def _keep(self, item: Pending) -> None:
        """Put a file's bytes where they outlast this run. Where that fails it can be sent all the same."""
        assert item.attachment is not None
        try:
            (part,) = await self._desk.app.attachments.keep([item.attachment])
        except BatonError as error:
            log.warning("a file that is not sent yet could not be kept: %s", error)
            return
        item.kept = part
        if not any(item in held for held in self._pending.values()):
            self._release([item])  # it was removed meanwhile; a message that has it uses it

    def _release(self, items: Sequence[Pending]) -> None:
        still = {item.kept.sha256 for held in self._pending.values() for item in held if item.kept is not None}
        for part in [item.kept for item in items if item.kept is not None and item.kept.sha256 not in still]:
            self._desk.scope.spawn(self._desk.app.attachments.release(part), name="release file")

    def _shown_anew(self) -> None:
        for item in self._shown:
            if item.kept is not None and item.attachment is None and item.key not in self._fetching:
                self._fetching.add(item.key)
                self._desk.scope.spawn(self._fetch(item, item.kept), name=f"fetch {item.key}")
        self._show()

    async def _fetch(self, item: Pending, part: AttachmentPart) -> None:
        """Look for a file of an earlier run."""
        service = self._desk.app.attachments
        try:
            await service.data(part)
        except BatonError:
            item.problem, item.remedy = tr("It is no longer there."), tr("Attach it once more.")
        else:
            small = await service.preview(part, THUMBNAIL_PX)
            item.thumbnail = None if small is None else QImage.fromData(QByteArray(small))
            item.attachment = Attachment.stored(part)
        self._show()

    async def _read_text(self, text: str) -> Attachment:
        data = await asyncio.to_thread(text.encode, "utf-8", "replace")
        return await self._desk.app.attachments.take(_PASTED_TEXT, data)

    async def _read_image(self, name: str, image: QImage) -> Attachment:
        data = await asyncio.to_thread(_png_of, image)
        return await self._desk.app.attachments.take(name, data)

    def _show(self) -> None:
        composer = self._desk.window.composer
        names = iter(attachment.part.name for attachment in distinct(self.ready))
        composer.set_chips([self._chip(item, next(names) if item.attachment else item.name) for item in self._shown])
        problem = self._model_problem()
        if problem and self._seeing:
            problem = tr("{problem} {models} can.", problem=problem, models=", ".join(self._seeing[:2]))
        composer.set_files_problem(problem, action=tr("Choose a model") if problem else "")
        self.changed.emit()

    def _model_problem(self) -> str:
        if self._model is None or not self.ready:
            return ""
        try:
            check_takes(self._model, [attachment.part for attachment in self.ready])
        except UnsupportedError as error:
            return error.message
        return ""

    def _chip(self, item: Pending, name: str) -> Chip:
        if item.problem:
            return Chip(key=item.key, name=name, problem=item.problem, tip=item.remedy)
        if item.attachment is None:
            return Chip(key=item.key, name=name, detail=tr("Reading…"), is_busy=True)
        part = item.attachment.part
        tokens = attachment_tokens(part, self._model)
        facts = [size_words(part.size_bytes), tr("about {count} tokens", count=short_count(tokens))]
        notes = item.attachment.notes
        price = self._model.price if self._model is not None else None
        if price is not None and price.input > 0:
            notes = (tr("{money} to read", money=money_words(tokens * price.input / 1_000_000)), *notes)
        return Chip(
            key=item.key,
            name=name,
            detail=" · ".join(facts),
            tip="\n".join(notes),
            kind=kind_of(part),
            thumbnail=item.thumbnail,
        )

    # What was sent already

    def _show_thumbnail(self, part: AttachmentPart) -> None:
        if part.sha256 not in self._asked:
            self._asked.add(part.sha256)
            self._desk.scope.spawn(self._fetch_thumbnail(part), name="thumbnail")

    async def _fetch_thumbnail(self, part: AttachmentPart) -> None:
        small = await self._desk.app.attachments.preview(part, THUMBNAIL_PX)
        image = QImage() if small is None else QImage.fromData(QByteArray(small))
        self._desk.transcript.set_thumbnail(part.sha256, image)
        self._asked.discard(part.sha256)

    def _open_pending(self, key: str) -> None:
        item = next((item for item in self._shown if item.key == key), None)
        if item is not None and item.attachment is not None:
            self._desk.scope.spawn(self._open(item.attachment), name="open file")

    def _open_sent(self, part: AttachmentPart) -> None:
        self._desk.scope.spawn(self._open(Attachment.stored(part)), name="open file")

    async def _open(self, file: Attachment) -> None:
        """Show a file over the window: a picture as such, what can be read of anything else as text."""
        service, part = self._desk.app.attachments, file.part
        image = None
        text: str | None = None
        if part.is_image:
            small = await service.preview_of(file, _PREVIEW_PX)
            image = None if small is None else QImage.fromData(QByteArray(small))
        else:
            text = file.text if file.data is not None else await service.text(part)
        view = self._file_view()
        view.show_file(part, image=image, text=None if text is None else text[:_SHOWN_CHARS], data=file.data)
        assert self._overlay is not None
        self._overlay.open()

    def _say_nothing_given(self, why: str) -> None:
        error = UsageError(why, remedy=tr("Save it as a file, and attach that."))
        self._desk.window.notices.post(replace(Notice.of(error), about=_NOTHING_GIVEN))

    def _file_view(self) -> FileView:
        if self._view is None:
            self._view = FileView(self._desk.theme)
            self._overlay = Overlay(self._desk.window, self._view, dims=True)
            self._view.save_requested.connect(self._save_shown)
            self._view.closed.connect(self._overlay.close_panel)
            self._view.outside_requested.connect(self._open_outside)
        return self._view

    def _save_shown(self) -> None:
        assert self._view is not None
        if self._view.part is not None:
            self._save(self._view.part, self._view.data)

    def _save_sent(self, part: AttachmentPart) -> None:
        self._save(part, None)

    def _save(self, part: AttachmentPart, data: bytes | None) -> None:
        path, _ = QFileDialog.getSaveFileName(self._desk.window, tr("Save"), str(Path.home() / part.name))
        if path:
            self._desk.scope.spawn(self._save_to(part, data, Path(path)), name="save file")

    async def _save_to(self, part: AttachmentPart, data: bytes | None, path: Path) -> None:
        try:
            await self._desk.app.attachments.save(part, path, data)
        except UsageError as error:
            other = WayOut(words=tr("Choose another folder…"), call=lambda: self._save(part, data))
            self._desk.report(error, other)
            return
        self._desk.say(tr("Saved as {name}.", name=path.name))

    def _open_outside(self) -> None:
        assert self._view is not None
        if self._view.part is not None:
            self._desk.scope.spawn(self._open_copy(self._view.part, self._view.data), name="open file outside")

    async def _open_copy(self, part: AttachmentPart, data: bytes | None) -> None:
        """Hand a copy to the system's own program for its kind; the one in the history stays as it is."""
        if self._copies is None:  # a folder of its own, which nobody else on this machine could have made before
            self._copies = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="baton-files-"))
        ending = {"application/pdf": ".pdf"}.get(part.media_type) or f".{part.media_type.rpartition('/')[2]}"
        path = self._copies / f"{part.sha256[:16]}{ending}"
        await self._desk.app.attachments.save(part, path, data)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.warn(tr("No program opens {name!r} here. Save it and open it yourself.", name=part.name))


def _png_of(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes for the format
    return bytes(held.data())
