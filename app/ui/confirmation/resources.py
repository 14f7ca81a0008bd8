"""The resources a call touches: what each is, what is known of it, its tags, what uses it, what protects it.

The first few are shown, the others are counted and unfold; refuses to leave any out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.aws import Inspection, Resource
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.text import visible
from app.services.inspection_words import (
    TAGS_SHOWN,
    protection_line,
    resource_facts,
    resource_title,
    tags_line,
)
from app.ui.confirmation.statements import Glyph, Tone
from app.ui.confirmation.words import Words
from app.ui.look.theme import ThemeController
from app.ui.widgets.disclosure import Disclosure

SHOWN = 3
TAGS_PX = 18


class Touched(QWidget):
    """Everything a call touches: what was found out of it, and by name what was not."""

    def __init__(
        self, parent: QWidget, theme: ThemeController, inspection: Inspection, touched: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        found = sorted(inspection.resources, key=lambda resource: not resource.protected)
        told = [line for line in touched if not any(_names(line, resource.id) for resource in found)]
        self._things: list[Resource | str] = [*found, *told]
        for thing in self._things[:SHOWN]:
            self._add(thing)
        left = len(self._things) - SHOWN
        if left > 0:
            more = Disclosure(self, theme, tr("and {count} more", count=number(left)))
            more.toggled.connect(self._unfold)
            self._rows.addWidget(more)
        self._unfolded: list[QWidget] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known to be touched."""
        return not self._things

    def _unfold(self, on: bool) -> None:
        if on and not self._unfolded:
            self._unfolded = [self._add(thing) for thing in self._things[SHOWN:]]
        for row in self._unfolded:
            row.setVisible(on)

    def _add(self, thing: Resource | str) -> QWidget:
        row = Words(self, f"•  {thing}") if isinstance(thing, str) else _ResourceRow(self, self._theme, thing)
        self._rows.addWidget(row)
        return row


class _ResourceRow(QWidget):
    """One resource, in two or three lines."""

    def __init__(self, parent: QWidget, theme: ThemeController, resource: Resource) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        glyph = Glyph(self, theme, "lock" if resource.protected else "cube", _tone(resource))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        row.addLayout(lines, 1)
        lines.addWidget(Words(self, resource_title(resource), look="strong"))
        if resource.protected:
            lines.addWidget(Words(self, protection_line(resource), look=_tone(resource).value))
        if facts := resource_facts(resource):
            lines.addWidget(Words(self, facts, look="muted"))
        few = tags_line(resource.tags)
        if len(resource.tags) <= TAGS_SHOWN:
            if few:
                lines.addWidget(Words(self, few, look="muted"))
            return
        fold = Disclosure(self, theme, few)
        fold.setFixedHeight(TAGS_PX)
        every = Words(self, "\n".join(visible(f"{key}={value}") for key, value in resource.tags.items()), look="muted")
        every.setVisible(False)
        fold.toggled.connect(every.setVisible)
        lines.addWidget(fold)
        lines.addWidget(every)


def _names(line: str, id: str) -> bool:
    """Whether ``line`` is about the resource ``id``, and not about one that is called alike."""
    return bool(id) and re.search(rf"(?<![\w.-]){re.escape(id)}(?![\w.-])", line) is not None


def _tone(resource: Resource) -> Tone:
    return Tone.DOUBTFUL if resource.protected else Tone.PLAIN
