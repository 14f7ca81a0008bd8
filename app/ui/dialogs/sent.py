"""What left this machine for an answer, word for word, every hidden spot marked; the originals on request.

Shows what it is given; refuses to fetch it, and to keep an original in sight when it is closed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout

from app.domain.language import marked, plural, tr
from app.services.privacy.record import Piece, SentRecord
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN

NOTHING_LEFT = marked("Nothing left this machine for this answer.")

_KINDS = {
    "ACCOUNT": marked("account id"),
    "NAME": marked("name in an ARN"),
    "BUCKET": marked("bucket"),
    "HOST": marked("host name"),
    "IP": marked("IP address"),
    "EMAIL": marked("e-mail address"),
    "WORD": marked("word of yours"),
    "TEXT": marked("text that looks like a placeholder"),
}


class SentView(QFrame):
    """A panel for an overlay. ``copied`` carries the record as JSON."""

    copied = Signal(str)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        set_look(self, "popup")
        self._theme = theme
        self._records: tuple[SentRecord, ...] = ()
        title = QLabel(tr("What was sent"))
        set_look(title, "heading")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        set_look(self.summary, "muted")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("What was sent"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.originals = QCheckBox(tr("Show what was hidden (on this screen only)"))
        self.originals.toggled.connect(lambda _on: self._write())
        self.copy = QPushButton(tr("Copy as JSON"))
        self.copy.setAccessibleDescription(tr("Copies what was sent, without what was hidden."))
        self.copy.clicked.connect(lambda: self.copied.emit(sent_json(self._records)))
        foot = QHBoxLayout()
        foot.addWidget(self.originals, 1)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TURN, TURN, TURN, BETWEEN)
        layout.setSpacing(INSIDE)
        layout.addWidget(title)
        layout.addWidget(self.summary)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.text)
        theme.changed.connect(lambda _tokens: self._write())

    def sizeHint(self) -> QSize:
        return QSize(820, 640)

    def set_records(self, records: Sequence[SentRecord]) -> None:
        """Show what left, the originals hidden."""
        self._records = tuple(records)
        with QSignalBlocker(self.originals):
            self.originals.setChecked(False)
        self.originals.setEnabled(any(record.hidden for record in records))
        self.copy.setEnabled(bool(records))
        self.summary.setText("  ".join(summary_words(record) for record in records) or tr(NOTHING_LEFT))
        self._write()

    def _write(self) -> None:
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for record in self._records:
            if len(self._records) > 1:
                self._head(cursor, tr("To {model}", model=record.sent.model))
            for part in record.parts():
                self._head(cursor, part.head)
                for piece in part.pieces:
                    self._piece(cursor, piece)
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _head(self, cursor: QTextCursor, words: str) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(INSIDE)
        block.setBottomMargin(GRID)
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.tokens.muted))
        style.setFontWeight(600)
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, style)
        cursor.insertText(words, style)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())

    def _piece(self, cursor: QTextCursor, piece: Piece) -> None:
        style = QTextCharFormat()
        words = piece.text
        if piece.kind:
            # A mark is told by its brackets or capitals too, never by its colour alone.
            style.setForeground(QColor(self._theme.tokens.accent))
            style.setFontWeight(600)
            style.setToolTip(kind_words(piece.kind))
            if self.originals.isChecked() and piece.original is not None:
                words = f"{piece.text} = {piece.original}"
        else:
            style.setForeground(QColor(self._theme.tokens.text))
        cursor.insertText(words, style)


def kind_words(kind: str) -> str:
    """What a kind of hidden thing is called: a placeholder's in capitals, a secret's as it stands."""
    return tr(_KINDS[kind]) if kind in _KINDS else kind


def summary_words(record: SentRecord) -> str:
    """One record in a sentence or two."""
    messages = len(record.sent.messages)
    model = record.sent.model
    told = [plural("{count} message went to {model}.", "{count} messages went to {model}.", messages, model=model)]
    if record.hidden:
        masked = record.sent.masked
        kinds = ", ".join(tr("{count} {kind}", count=count, kind=kind_words(kind)) for kind, count in masked)
        told.append(tr("Hidden: {kinds}.", kinds=kinds))
    else:
        told.append(tr("Nothing in them was hidden."))
    if record.files:
        told.append(plural("{count} file went as they are.", "{count} files went as they are.", record.files))
    if record.stripped:
        told.append(
            plural(
                "1 picture went without metadata, such as place and time.",
                "{count} pictures went without metadata, such as place and time.",
                record.stripped,
            )
        )
    return " ".join(told)


def sent_json(records: Sequence[SentRecord]) -> str:
    """The records as JSON, without what was hidden."""
    return json.dumps([record.plain() for record in records], ensure_ascii=False, indent=2)
