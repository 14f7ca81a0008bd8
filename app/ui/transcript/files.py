"""Under a person's message: the files given along, as chips with their thumbnails."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.language import plural, tr
from app.domain.messages import AttachmentPart
from app.domain.numerals import number
from app.ui.composer.attachment_chips import Chip, ChipFlow, kind_of
from app.ui.transcript.items import Files, Item
from app.ui.transcript.segment import Segment, Surroundings
from app.ui.wording import size_words


class FilesSegment(Segment):
    """Chips: Enter or a click opens a file, the menu (right click, or the menu key) saves it."""

    gap = 8

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._files: tuple[AttachmentPart, ...] = ()
        self.flow = ChipFlow(surroundings.theme, self, removable=False)
        self.flow.opened.connect(self._open)
        self.flow.menu_wanted.connect(self._show_menu)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Files)
        self._files = item.files
        self.flow.set_chips([self._chip(at, part) for at, part in enumerate(item.files)])

    def height_for(self, width: int) -> int:
        height = self.flow.height_for(width)
        self.flow.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        self.flow.restyle()

    def _chip(self, at: int, part: AttachmentPart) -> Chip:
        facts = [size_words(part.size_bytes)]
        if part.pages:
            facts.append(plural("1 page", "{count} pages", part.pages))
        elif part.width:
            facts.append(f"{number(part.width)} x {number(part.height)}")
        image = self.surroundings.thumbnail(part) if part.is_image else None
        return Chip(key=str(at), name=part.name, detail=" · ".join(facts), kind=kind_of(part), thumbnail=image)

    def _open(self, key: str) -> None:
        self.surroundings.open_file(self._files[int(key)])

    def _show_menu(self, key: str) -> None:
        part = self._files[int(key)]
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self.surroundings.open_file(part))
        menu.addAction(tr("Save as…"), lambda: self.surroundings.save_file(part))
        chip = self.flow.chips[int(key)]
        under = chip.underMouse()
        menu.popup(QCursor.pos() if under else chip.mapToGlobal(QPoint(0, chip.height())))
