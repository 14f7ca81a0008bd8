"""The filters of a search as chips that can be taken away, and as a menu that adds them; the text is all there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.domain.aws import Risk
from app.domain.language import marked, tr
from app.domain.searching import PERIODS, FilterWord, Place, filters_in, with_filter, without_filters
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import RISK_WORDS

_GAP = 4
_WORDS = {
    "role": {"user": marked("What you wrote"), "assistant": marked("Answers")},
    "has": {"aws": marked("With AWS actions")},
}
_NAMED = {
    "model": marked("Model: {value}"),
    "after": marked("After: {value}"),
    "before": marked("Before: {value}"),
    "when": marked("When: {value}"),
    "role": marked("Role: {value}"),
    "has": marked("Has: {value}"),
    "service": marked("Service: {value}"),
    "risk": marked("Risk: {value}"),
    "in": marked("In: {value}"),
}
_PERIODS = {
    "today": marked("Today"),
    "yesterday": marked("Yesterday"),
    "this-week": marked("This week"),
    "last-week": marked("Last week"),
    "this-month": marked("This month"),
    "last-month": marked("Last month"),
}
_PLACES = {
    Place.CHATS.value: marked("chats"),
    Place.ARCHIVE.value: marked("archive"),
    Place.BIN.value: marked("bin"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FilterChoices:
    """What the menu offers beside what is always there."""

    models: Sequence[str] = ()
    folders: Sequence[str] = ()
    services: Sequence[str] = ("ec2", "s3", "iam", "lambda", "rds", "dynamodb", "cloudwatch", "ecs")


class FilterBar(QWidget):
    """Chips in as many lines as they need. ``changed`` carries the text without the filter whose chip was pressed."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._today = date.min
        self._filters: Sequence[FilterWord] = ()
        self._made: list[QPushButton] = []  # chips are kept, and shown again with another filter
        self._height = 0  # before Qt asks for the size: PySide does not outlive an exception in `sizeHint`
        self.setAccessibleName(tr("Filters of the search"))
        self.hide()

    @property
    def chips(self) -> Sequence[QPushButton]:
        """One for each filter."""
        return tuple(self._made[: len(self._filters)])

    def set_text(self, text: str, today: date) -> None:
        """Show the filters that stand in ``text``."""
        self._text, self._today = text, today
        self._filters = filters_in(text, today)
        while len(self._made) < len(self._filters):
            self._made.append(self._chip(len(self._made)))
        for place, chip in enumerate(self._made):
            is_used = place < len(self._filters)
            if is_used:
                words = chip_words(self._filters[place].name, self._filters[place].value)
                chip.setText(f"{words}  ×")
                chip.setAccessibleName(tr("Remove the filter {filter}", filter=words))
            chip.setVisible(is_used)
        self.setVisible(bool(self._filters))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)

    def _chip(self, place: int) -> QPushButton:
        chip = QPushButton(self)
        set_look(chip, "pill")
        chip.clicked.connect(lambda: self._remove(place))
        return chip

    def _remove(self, place: int) -> None:
        item = self._filters[place]
        self.changed.emit(without_filters(self._text, item.name, self._today, item.value))

    def _arrange(self) -> None:
        left = top = line = 0
        for chip in self.chips:
            size = chip.sizeHint()
            width = min(size.width(), max(60, self.width()))
            if left and left + width > self.width():
                left, top = 0, top + line + _GAP
            chip.setGeometry(left, top, width, size.height())
            left, line = left + width + _GAP, size.height()
        self._height = top + line
        self.setFixedHeight(max(1, self._height))


def chip_words(name: str, value: str) -> str:
    """A filter as a person reads it."""
    known = _WORDS.get(name, {}).get(value.casefold())
    if known is not None:
        return tr(known)
    return tr(_NAMED[name], value=_value_words(name, value))


def _value_words(name: str, value: str) -> str:
    typed = value.casefold()
    if name in ("when", "after", "before") and (period := typed.replace(" ", "-")) in _PERIODS:
        return tr(_PERIODS[period])
    if name == "risk":
        return RISK_WORDS[Risk(typed)].words
    if name == "in" and typed in _PLACES:
        return tr(_PLACES[typed])
    return value


def filter_menu(parent: QWidget, text: str, choices: FilterChoices, today: date, use: Callable[[str], object]) -> QMenu:
    """Everything a search can be narrowed by; ``use`` gets the text with what was chosen."""
    menu = QMenu(parent)

    def add(to: QMenu, words: str, name: str, value: str) -> None:
        action = to.addAction(words)
        action.triggered.connect(lambda: use(with_filter(text, name, value, today)))

    add(menu, tr("With AWS actions"), "has", "aws")
    add(menu, tr("What you wrote"), "role", "user")
    add(menu, tr("Answers"), "role", "assistant")
    menu.addSeparator()
    for title, name, values in (
        (tr("When"), "when", PERIODS),
        (tr("Model"), "model", choices.models),
        (tr("AWS service"), "service", choices.services),
        (tr("Risk of an action"), "risk", [risk.value for risk in Risk]),
        (tr("In", "a folder, the archive or the bin"), "in", [Place.ARCHIVE.value, Place.BIN.value, *choices.folders]),
    ):
        if values:
            within = menu.addMenu(title)
            for value in values:
                add(within, _value_words(name, value), name, value)
    return menu
