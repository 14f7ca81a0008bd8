"""Where the person writes: grows with the text, sends on Enter, stops on Esc; refuses to know what sending does."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QImage,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.domain.language import marked, tr
from app.domain.numerals import number
from app.ui.commands.actions import native_keys
from app.ui.commands.every import ATTACH_KEYS
from app.ui.composer.attachment_chips import Chip, ChipStrip
from app.ui.composer.edit import ComposerEdit
from app.ui.composer.mention_chip import MentionChip
from app.ui.composer.paste_offer import PasteOffer
from app.ui.composer.sent_history import SentHistory
from app.ui.composer.suggestions import Suggestions
from app.ui.context_fill import NEARLY_FULL, ContextFill
from app.ui.look.icons import icon
from app.ui.look.roles import spoken_as
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController, interface_font
from app.ui.look.tokens import BETWEEN, COLUMN_WIDTH, GRID, INSIDE
from app.ui.wording import short_count

_MOST_LINES = 10
_CHECKING = marked("Checking that it fits the model's context…")
_WAIT = marked("Not sent yet: an answer is being written. Esc stops it.")
_ASKED = marked("Not sent yet: the question above waits for your choice. Esc sends nothing.")


@spoken_as(QAccessible.Role.Grouping)
class Composer(QWidget):
    """The card with the field, the count of tokens and the button that sends or stops.

    ``sent`` carries the text, which stays in the field until :meth:`clear`; ``reason_activated`` is the button beside
    the reason why nothing can be sent. ``files_given``, ``image_given`` and ``text_to_attach`` are what was dropped,
    pasted or is too long for the field (``giant_given``: so long that nobody is asked); ``chip_removed`` and
    ``chip_opened`` name a chip by its key. ``nothing_given`` says why what was pasted cannot be taken.
    ``suggestions_wanted`` (a sign) and ``suggestion_taken`` (a sign, an id) are of the list that ``/`` and ``@`` open.
    """

    sent = Signal(str)
    stop_requested = Signal()
    escaped = Signal()
    suggestions_wanted = Signal(str)
    suggestion_taken = Signal(str, str)
    giant_given = Signal(object)
    nothing_given = Signal(str)
    mention_changed = Signal()
    reason_activated = Signal()
    changed = Signal()
    attach_requested = Signal()
    files_given = Signal(list)
    image_given = Signal(QImage)
    text_to_attach = Signal(str)
    chip_removed = Signal(str)
    chip_opened = Signal(str)
    files_problem_activated = Signal()
    resized = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._answering = False
        self._unavailable = ""
        self._has_to_wait = False  # Enter was pressed while an answer is being written
        self._is_checking = False
        self._is_asked = False
        self._files_problem = ""
        self._hindrance = ""
        self._has_files = False
        self._fill = ContextFill()
        self._counted: tuple[int, int] | None = None  # the text's revision, and its tokens
        self.edit = ComposerEdit()
        set_look(self.edit, "plain")
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(tr("Ask, or say what should happen in AWS …"))
        self._placeholder = self.edit.placeholderText()
        self.edit.setAccessibleName(tr("Message"))
        self.edit.setAccessibleDescription(tr("Enter sends, Shift and Enter break the line, Escape stops the answer"))
        self.edit.wrap_again()
        self._history = SentHistory()
        self.sent_before: Callable[[], Sequence[str]] = tuple
        """Asked for the messages sent in this chat, newest first, when Up is pressed."""
        self.edit.step = self._step_history
        self._hint = QLabel()
        set_look(self._hint, "muted")
        self._hint.setWordWrap(True)
        self._reason_button = QPushButton()
        set_look(self._reason_button, "link")
        self._reason_button.hide()
        self.chips = ChipStrip(theme)
        self.offer = PasteOffer()
        self.mention = MentionChip(theme)
        self.attach = QToolButton()
        self.attach.setObjectName("composer-attach")
        set_icon_size(self.attach, 18)
        hold_size(self.attach, width_px=32, height_px=32)
        self.attach.setToolTip(tr("Attach files ({keys}); or drop or paste them here", keys=native_keys(ATTACH_KEYS)))
        self.attach.setAccessibleName(tr("Attach files"))
        self._files_button = QPushButton()
        set_look(self._files_button, "link")
        self._files_button.hide()
        self._count = QLabel()
        set_look(self._count, "muted")
        self.button = QToolButton()
        self.button.setObjectName("composer-send")
        set_icon_size(self.button, 18)
        hold_size(self.button, width_px=32, height_px=32)
        self._card = QFrame()
        set_look(self._card, "composer")
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addWidget(self.attach)
        foot.addWidget(self._hint, 1000)
        foot.addWidget(self._reason_button)
        foot.addWidget(self._files_button)
        foot.addStretch(1)
        foot.addWidget(self._count)
        foot.addWidget(self.button)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(14, 12, INSIDE, INSIDE)
        card.setSpacing(GRID)
        card.addWidget(self.chips)
        card.addWidget(self.offer)
        named = QHBoxLayout()  # the chip's own direction is turned round, and would turn its place too
        named.addWidget(self.mention)
        named.addStretch(1)
        card.addLayout(named)
        card.addWidget(self.edit)
        card.addLayout(foot)
        hold_size(self._card, widest_px=COLUMN_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, INSIDE, BETWEEN, BETWEEN)
        row.addStretch(1)
        row.addWidget(self._card, 1000)
        row.addStretch(1)
        self.setFocusProxy(self.edit)
        self.edit.send_pressed.connect(self._send)
        self.edit.escape_pressed.connect(self.escaped)
        self.suggestions = Suggestions(theme, self.edit, self._card)
        self.edit.first_look = self.suggestions.take_key
        self.edit.typed.connect(self.suggestions.look)
        self.edit.left.connect(self.suggestions.close_list)
        self.edit.resized.connect(self.suggestions.place)
        self.suggestions.wanted.connect(self.suggestions_wanted)
        self.suggestions.taken.connect(self.suggestion_taken)
        self.edit.backspace_at_start.connect(self._drop_mention)
        self.mention.removed.connect(self._drop_mention)
        self.edit.given_giant_text.connect(self.giant_given)
        self.edit.given_nothing.connect(self.nothing_given)
        self.edit.resized.connect(self._grow)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.textChanged.connect(self._text_changed)
        self.button.clicked.connect(self._press)
        self._reason_button.clicked.connect(self.reason_activated)
        self._files_button.clicked.connect(self.files_problem_activated)
        self.attach.clicked.connect(self.attach_requested)
        self.edit.given_files.connect(self.files_given)
        self.edit.given_image.connect(self.image_given)
        self.edit.given_long_text.connect(self.offer.offer)
        self.offer.attach_chosen.connect(self._attach_text)
        self.offer.insert_chosen.connect(self._insert_text)
        self.offer.closed.connect(self.edit.setFocus)
        self.chips.flow.removed.connect(self.chip_removed)
        self.chips.flow.opened.connect(self.chip_opened)
        theme.changed.connect(self._refresh)
        theme.text_size_changed.connect(self._set_font)
        theme.text_size_changed.connect(self._refresh)
        self._set_font(theme.text_size_px)
        self._refresh()

    @property
    def text(self) -> str:
        """What is written, as it is."""
        return self.edit.toPlainText()

    @property
    def draft(self) -> str:
        """What was typed and is not sent, also while a message sent before is shown in its place."""
        return self._history.typed(self.text)

    def set_mention(self, model_id: str, title: str = "") -> None:
        """Which model answers this message only; empty: the chat's own."""
        if model_id != self.mention.model_id:
            self.mention.set_model(model_id, title)
            self.mention_changed.emit()
            self.updateGeometry()

    def set_text(self, text: str) -> None:
        """Replace what is written, with the cursor at its end; undo still knows what was there."""
        self._history.forget()
        self._replace(text)

    def _replace(self, text: str) -> None:
        if text == self.text:
            return
        self.edit.make_room_for(text)
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def insert_text(self, text: str) -> None:
        """Put ``text`` where the cursor is, in the place of what is selected; undo takes it away again."""
        self.edit.make_room_for(text)
        self.edit.textCursor().insertText(text)
        self.edit.ensureCursorVisible()

    def quote(self, text: str) -> None:
        """Put a quotation on lines of its own before the cursor."""
        cursor = self.edit.textCursor()
        begins = "" if cursor.atBlockStart() else "\n\n"
        self.insert_text(begins + text)

    def clear(self) -> None:
        """Empty the field, and forget how to undo what was in it."""
        self._history.forget()
        self.suggestions.close_list()
        self.edit.setPlainText("")
        self.edit.wrap_again()

    def set_answering(self, answering: bool) -> None:
        """Turn the button into the one that stops, or back."""
        self._answering = answering
        self._has_to_wait = False
        self._refresh()

    def set_unavailable(self, reason: str, *, action: str = "") -> None:
        """Say why nothing can be sent, with a button for what mends it; empty: sending works."""
        self._unavailable = reason
        self._reason_button.setText(action)
        self._reason_button.setVisible(bool(action))
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show the files that go with the message."""
        self._has_files = bool(chips)
        self._hindrance = ""
        self.chips.set_chips(chips)
        self._refresh()
        self.updateGeometry()

    def set_files_problem(self, problem: str, *, action: str = "") -> None:
        """Say why the files cannot go to the model chosen, with a button for what mends it; empty: they can."""
        self._files_problem = problem
        self._files_button.setText(action)
        self._files_button.setVisible(bool(problem and action))
        self._refresh()

    def set_hindrance(self, words: str) -> None:
        """Say why the files keep the message from being sent, until they change."""
        self._hindrance = words
        self._refresh()

    def set_checking(self, checking: bool) -> None:
        """Say that what was sent is still being counted, or no more."""
        self._is_checking = checking
        self._refresh()

    def set_asked(self, asked: bool) -> None:
        """What was sent waits for the person's choice about the context, or no more."""
        self._is_asked = asked
        self._refresh()

    def set_context(self, fill: ContextFill) -> None:
        """What the conversation takes of the model's context already."""
        self._fill = fill
        self._recount()

    def set_counted(self, text: str, tokens: int) -> None:
        """How many tokens ``text`` is, exactly; another text than what stands here now counts for nothing."""
        if text == self.text:
            self._counted = (self.edit.document().revision(), tokens)
            self._recount()

    @property
    def draft_tokens(self) -> int:
        """How many tokens the text makes: as it was counted, else roughly."""
        if self._counted is not None and self._counted[0] == self.edit.document().revision():
            return self._counted[1]
        return math.ceil(max(0, self.edit.document().characterCount() - 1) / self._fill.chars_a_token)

    def install_yield(self, install: Callable[[QWidget], None]) -> None:
        """Let the window's own key sequences through the field."""
        install(self.edit)

    def _send(self) -> None:
        if self._unavailable or not (self.text.strip() or self._has_files):
            return
        if self.offer.is_open:
            self.offer.attach.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._answering:
            self._has_to_wait = True
            self._refresh()
            event = QAccessibleAnnouncementEvent(self, self._wait_words())
            QAccessible.updateAccessibility(event)
            return
        self.sent.emit(self.text)

    def _step_history(self, older: bool) -> bool:
        """Show an older or a newer message; false where there is none, so that the key moves the cursor."""
        if not self._history.has_begun:
            if not older:
                return False
            self._history.begin(self.sent_before())
        text = self._history.step(older, self.text)
        if text is None:
            return False
        self._replace(text)
        return True

    def _drop_mention(self) -> None:
        self.set_mention("")
        self.edit.setFocus()

    def _attach_text(self, text: str) -> None:
        self.text_to_attach.emit(text)
        self.edit.setFocus()

    def _insert_text(self, text: str) -> None:
        self.edit.setFocus()
        self.edit.insert_text(text)

    def _press(self) -> None:
        if self._answering:
            self.stop_requested.emit()
        else:
            self._send()

    def _text_changed(self) -> None:
        self._recount()
        self._refresh_button()
        self.changed.emit()

    def _recount(self) -> None:
        fill = self._fill.with_draft(self.draft_tokens)
        total = fill.used_tokens
        if fill.room is not None:
            amount = f"{short_count(total)} / {short_count(fill.room.context_tokens)}"
            if fill.share > 1:
                amount = tr("Full: {amount}", amount=amount)
            elif fill.share >= NEARLY_FULL:
                amount = tr("Nearly full: {amount}", amount=amount)
            self._count.setText(amount)
            tip = tr("About {words}", words=fill.words)
        else:
            self._count.setText(short_count(total) if total else "")
            tip = tr("About {tokens} tokens", tokens=number(total))
        self._count.setToolTip(f"{tip}\n{fill.table}".rstrip())
        set_look(self._count, fill.look or "muted")
        self._count.setAccessibleName(self._count.toolTip())

    def _set_font(self, size_px: int) -> None:
        self.edit.setFont(interface_font(size_px))
        # The style sheet's size for every widget would win over the font alone.
        self.edit.setStyleSheet(f"font-size: {size_px}px;")
        self._grow()

    def _grow(self) -> None:
        if not isValid(self.edit):
            return  # the document outlives its field for a moment at the end, and says that its size changed
        room = self.edit.viewport().width() - round(4 * self.edit.document().documentMargin())
        shown = QFontMetrics(self.edit.font()).elidedText(self._placeholder, Qt.TextElideMode.ElideRight, room)
        if shown != self.edit.placeholderText():  # a second line of it would not be seen
            self.edit.setPlaceholderText(shown)
        line = QFontMetrics(self.edit.font()).lineSpacing()
        # A plain text document measures its height in lines.
        lines = min(_MOST_LINES, max(1, round(self.edit.document().size().height())))
        height = lines * line + round(2 * self.edit.document().documentMargin()) + 2
        if self.edit.height() != height or self.edit.minimumHeight() != height:
            self.edit.setFixedHeight(height)
        fits = lines < _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.edit.setVerticalScrollBarPolicy(policy)

    def _refresh(self) -> None:
        waits = self._wait_words() if self._has_to_wait else ""
        files = self._hindrance or self._files_problem
        words = self._unavailable or files or (tr(_CHECKING) if self._is_checking else waits)
        self._hint.setText(words)
        self._hint.setToolTip(words)
        # In one line where there is room, so that its button stands beside it; else in as many as it takes.
        self._hint.setMaximumWidth(self._hint.fontMetrics().horizontalAdvance(words) + GRID if words else 0)
        set_look(self._hint, "warning" if self._unavailable or files else "muted")
        self.attach.setIcon(icon("paperclip", self._theme.tokens.muted, self._theme.tokens.disabled))
        self._refresh_button()

    def _wait_words(self) -> str:
        return tr(_ASKED if self._is_asked else _WAIT)

    def _refresh_button(self) -> None:
        tokens = self._theme.tokens
        words = tr("Stop the answer (Esc)") if self._answering else tr("Send (Enter)")
        can_send = bool(not self._unavailable and (self._has_files or not self.edit.document().isEmpty()))
        self.button.setEnabled(self._answering or can_send)
        self.button.setIcon(icon("stop" if self._answering else "send", tokens.on_accent, tokens.disabled))
        self.button.setToolTip(self._unavailable if self._unavailable and not self._answering else words)
        self.button.setAccessibleName(words)
