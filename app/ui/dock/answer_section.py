"""The part of the dock about what this chat's answers are: free text or JSON of one form, new ones or kept ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.language import marked, tr
from app.ui.dock.parameter_rows import CalmCombo
from app.ui.dock.section import DockSection
from app.ui.look.stylesheet import set_look

_CHOICES: tuple[tuple[bool | None, str], ...] = (
    (None, marked("At temperature 0")),
    (True, marked("Whatever the temperature")),
    (False, marked("Never")),
)


class AnswerSection(DockSection):
    """``schema_requested`` asks for the editor, ``schema_cleared`` for free text; ``cached_changed(choice | None)``."""

    schema_requested = Signal()
    schema_cleared = Signal()
    cached_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Answers"), parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.change = QPushButton(tr("Answer as JSON…"))
        self.change.clicked.connect(self.schema_requested)
        self.clear = QPushButton(tr("Free text again"))
        set_look(self.clear, "link")
        self.clear.clicked.connect(self.schema_cleared)
        self.cached = CalmCombo()
        self.cached.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cached.setMinimumContentsLength(12)
        self.cached.setAccessibleName(tr("Give answers again that were given before"))
        for _, words in _CHOICES:
            self.cached.addItem(tr(words))
        self.cached.currentIndexChanged.connect(lambda at: self.cached_changed.emit(_CHOICES[at][0]))
        title = QLabel(tr("Give the same answer again"))
        title.setWordWrap(True)
        title.setBuddy(self.cached)
        self.column.addWidget(self.words)
        self.column.addWidget(self.change)
        self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(title)
        self.column.addWidget(self.cached)
        self.set_schema(None)

    def set_schema(self, schema: Mapping[str, object] | None) -> None:
        """Say what form this chat's answers have."""
        self.words.setText(tr("Free text") if schema is None else schema_words(schema))
        set_look(self.words, "muted" if schema is None else "strong")
        self.change.setText(tr("Answer as JSON…") if schema is None else tr("Change the schema…"))
        self.clear.setVisible(schema is not None)

    def set_cached(self, choice: bool | None, *, general: bool) -> None:
        """Show this chat's choice; ``general`` is whether the settings keep answers at all."""
        with QSignalBlocker(self.cached):
            self.cached.setItemText(0, tr("At temperature 0") if general else tr("As in the settings: never"))
            self.cached.setCurrentIndex([value for value, _ in _CHOICES].index(choice))


def schema_words(schema: Mapping[str, object]) -> str:
    """A schema in a few words: its title, or its first fields."""
    title = schema.get("title")
    if isinstance(title, str) and title.strip():
        return f"JSON: {' '.join(title.split())[:80]}"
    fields = schema.get("properties")
    if isinstance(fields, Mapping) and fields:
        names = ", ".join(str(name)[:30] for name in list(fields)[:4])
        return f"JSON: {names}{', …' if len(fields) > 4 else ''}"
    kind = schema.get("type")
    return f"JSON: {kind}" if isinstance(kind, str) else tr("JSON by a schema")
