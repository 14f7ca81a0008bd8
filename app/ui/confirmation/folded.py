"""An editor folded to one line because its value is very long: the line says how long, how it begins and ends."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import tr
from app.domain.numerals import number
from app.ui.confirmation.editors import ValueEditor
from app.ui.confirmation.words import Words
from app.ui.look.theme import ThemeController
from app.ui.markdown import has_unseen, mark_unseen
from app.ui.widgets.disclosure import Disclosure

FOLD_CHARS = 1_200
_ENDS = (140, 60)  # shown of a folded value


class FoldedEditor(ValueEditor):
    """Shows the two ends of ``text``; unfolds ``editor``, which holds all of it and is what counts."""

    def __init__(self, parent: QWidget, theme: ThemeController, name: str, text: str, editor: ValueEditor) -> None:
        super().__init__(parent)
        self._editor = editor
        if has_unseen(text):
            length = tr("{count} characters, some of them unseen", count=number(len(text)))
        else:
            length = tr("{count} characters", count=number(len(text)))
        self._ends = Words(self, f"{text[: _ENDS[0]]} … {text[-_ENDS[1] :]}")
        self._fold = Disclosure(self, theme, tr("{length}: show all of it", length=length))
        self._fold.setAccessibleName(mark_unseen(f"{name}: {length}"))
        self._fold.toggled.connect(self._unfold)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self._ends)
        rows.addWidget(self._fold)
        rows.addWidget(editor)
        editor.changed.connect(self.changed)
        faulty = bool(editor.problems())
        self._fold.setChecked(faulty)
        self._unfold(faulty)

    def value(self) -> object:
        return self._editor.value()

    def problems(self) -> list[str]:
        return self._editor.problems()

    def first_field(self) -> QWidget:
        return self._fold

    def _unfold(self, on: bool) -> None:
        self._ends.setVisible(not on)
        self._editor.setVisible(on)
