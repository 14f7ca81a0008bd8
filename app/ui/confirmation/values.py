"""A call's parameters exactly as they will be sent, to read: nothing left out, nothing unseen, long values folded.

A value that an earlier step will give is said as such, in a way that no text a model writes can look like.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.aws import Reference, reference
from app.domain.language import tr
from app.domain.numerals import number
from app.services.inspection_words import reference_words
from app.ui.confirmation.editors import TextArea
from app.ui.look.theme import ThemeController, monospace_font
from app.ui.markdown import mark_unseen
from app.ui.transcript.fields import breakable_html
from app.ui.widgets.disclosure import Disclosure

VALUE_CHARS = 300  # of one value in the list
MOST_LINES = 120
_ENDS = (200, 60)  # of a cut value, before and behind the cut
_DEEPEST = 12


class ExactValues(QWidget):
    """Names and values, indented; where anything is cut, all of it unfolds as JSON."""

    def __init__(self, parent: QWidget, theme: ThemeController, parameters: Mapping[str, object]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parameters = parameters
        self._list = QLabel(self)
        self._list.setTextFormat(Qt.TextFormat.RichText)
        self._list.setWordWrap(True)
        self._list.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._list.setSizePolicy(policy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._list)
        self._cut = False
        self.restyle()
        if self._cut:
            text = json.dumps(parameters, indent=2, ensure_ascii=False, default=str)
            whole = Disclosure(self, theme, tr("Everything as JSON ({count} characters)", count=number(len(text))))
            self._json: TextArea | None = None
            whole.toggled.connect(lambda on: self._show_json(text, on))
            rows.addWidget(whole)

    def restyle(self) -> None:
        """The colours changed."""
        tokens, mono = self._theme.tokens, monospace_font().family()
        rows, said = [], []
        for place, (depth, name, value) in enumerate(_lines(self._parameters)):
            if place == MOST_LINES:
                self._cut = True
                more = escape(tr("… and more"))
                rows.append(f'<tr><td colspan="2" style="color:{tokens.muted};">{more}</td></tr>')
                break
            if isinstance(value, Reference):
                words = reference_words(value)
                shown = f'<span style="color:{tokens.accent};"><i>{escape(mark_unseen(words))}</i></span>'
                path = breakable_html(mark_unseen(value.path))
                shown += f' <span style="color:{tokens.muted};">({path})</span>'
            else:
                words = value
                shown = f"<span style=\"font-family:'{mono}';\">{self._cut_to_fit(value)}</span>"
            said.append(f"{name} {words[:VALUE_CHARS]}")
            rows.append(
                f'<tr><td style="padding-left:{depth * 14}px; padding-right:16px;">'
                f'<span style="color:{tokens.muted};">{breakable_html(mark_unseen(name))}</span></td>'
                f"<td>{shown}</td></tr>"
            )
        self._list.setText(f'<table cellspacing="0" cellpadding="1">{"".join(rows)}</table>')
        self._list.setAccessibleName(mark_unseen("; ".join(said)))

    def _cut_to_fit(self, value: str) -> str:
        if len(value) <= VALUE_CHARS:
            return breakable_html(mark_unseen(value) if value else "")
        self._cut = True
        before, behind = mark_unseen(value[: _ENDS[0]]), mark_unseen(value[-_ENDS[1] :])
        cut = escape(tr("… {count} characters in all …", count=number(len(value))))
        between = f'<span style="color:{self._theme.tokens.write};"> {cut} </span>'
        return breakable_html(before) + between + breakable_html(behind)

    def _show_json(self, text: str, on: bool) -> None:
        if self._json is None:
            self._json = TextArea(self, lines=12, monospace=True)
            self._json.setReadOnly(True)
            self._json.setAccessibleName(tr("Parameters as JSON"))
            self._json.setPlainText(mark_unseen(text))
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._json)
        self._json.setVisible(on)


def _lines(value: object, depth: int = 0, name: str = "") -> Iterator[tuple[int, str, str | Reference]]:
    """The parameters as lines of depth, name and value; containers have an empty value, deep ones are JSON."""
    found = reference(value)
    if found is not None:
        yield depth - 1, name, found
    elif isinstance(value, Mapping) and value and depth < _DEEPEST:
        if name:
            yield depth - 1, name, ""
        for key, inner in value.items():
            yield from _lines(inner, depth + 1, str(key))
    elif isinstance(value, list | tuple) and value and depth < _DEEPEST:
        yield depth - 1, name, ""
        for number, inner in enumerate(value, start=1):
            yield from _lines(inner, depth + 1, str(number))
    elif isinstance(value, str):
        yield max(depth - 1, 0), name, value if value else '""'
    else:
        yield max(depth - 1, 0), name, json.dumps(value, ensure_ascii=False, default=str)
