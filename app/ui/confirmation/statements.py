"""Lines with an icon before them, the way a question says what is good, doubtful or bad about it. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.aws import Check, Inspection, Standing
from app.domain.language import tr
from app.services.inspection_words import cost_line, dry_run_line, permission_line, undo_line
from app.ui.confirmation.words import Words
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID, Tokens

GLYPH_PX = 16


class Tone(Enum):
    """How bad what is said is; the value is the look of its words."""

    BAD = "error"
    DOUBTFUL = "warning"
    GOOD = ""
    PLAIN = "muted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One line: an icon's name, the words, and their tone."""

    icon: str
    words: str
    tone: Tone = Tone.PLAIN


class Glyph(QWidget):
    """A small icon in the colour of its tone, whichever theme is in force."""

    def __init__(self, parent: QWidget, theme: ThemeController, name: str, tone: Tone) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._tone = tone
        self.setFixedSize(GLYPH_PX, GLYPH_PX + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon(self._name, _colour(self._tone, self._theme.tokens)).paint(painter, 0, 1, GLYPH_PX, GLYPH_PX)
        painter.end()


class Statement(QWidget):
    """An icon and what it marks."""

    def __init__(self, parent: QWidget, theme: ThemeController, said: Said) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Glyph(self, theme, said.icon, said.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = Words(self, said.words, look=said.tone.value)
        if said.tone in (Tone.BAD, Tone.DOUBTFUL):
            # What the icon and the colour say.
            words.setAccessibleName(tr("Warning: {words}", words=words.accessibleName()))
        row.addWidget(words, 1)


class Statements(QWidget):
    """Several lines, close together."""

    def __init__(self, parent: QWidget, theme: ThemeController, lines: list[Said]) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        for said in lines:
            rows.addWidget(Statement(self, theme, said))


def section(parent: QWidget, words: str) -> QLabel:
    """The heading of a part."""
    label = QLabel(words, parent)
    set_look(label, "section")
    label.setContentsMargins(0, GRID, 0, 0)  # a heading belongs to what comes after it
    return label


def denied(inspection: Inspection) -> list[Said]:
    """What the checks say against it: that belongs with the warnings."""
    lines = []
    if (check := inspection.permission) is not None and check.standing is Standing.DENIED:
        lines.append(Said(icon="shield", words=permission_line(check), tone=Tone.DOUBTFUL))
    if (check := inspection.dry_run) is not None and check.standing is Standing.DENIED:
        lines.append(Said(icon="alert", words=dry_run_line(check), tone=Tone.DOUBTFUL))
    return lines


def checks(inspection: Inspection) -> list[Said]:
    """What else was found out: the checks that say nothing against it, the cost, the way back, what is unknown."""
    lines = []
    if (check := inspection.permission) is not None and check.standing is not Standing.DENIED:
        lines.append(_checked(check, permission_line(check)))
    if (check := inspection.dry_run) is not None and check.standing is not Standing.DENIED:
        lines.append(_checked(check, dry_run_line(check)))
    if inspection.cost is not None:
        known = inspection.cost.monthly_usd is not None
        lines.append(Said(icon="money", words=cost_line(inspection.cost), tone=Tone.GOOD if known else Tone.PLAIN))
    if undo := undo_line(inspection):
        lines.append(Said(icon="undo", words=undo, tone=Tone.GOOD))
    return lines + [Said(icon="info", words=note) for note in inspection.notes]


def _checked(check: Check, words: str) -> Said:
    if check.standing is Standing.ALLOWED:
        return Said(icon="check", words=words, tone=Tone.GOOD)
    return Said(icon="info", words=words)


def _colour(tone: Tone, tokens: Tokens) -> str:
    match tone:
        case Tone.BAD:
            return tokens.destructive
        case Tone.DOUBTFUL:
            return tokens.write
        case Tone.GOOD:
            return tokens.good
        case Tone.PLAIN:
            return tokens.muted
