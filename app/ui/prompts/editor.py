"""Where a prompt is written: its text, and what it asks for; says at once what is wrong. Saves nothing itself."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.file_names import free_name, name_from, name_key, name_problem, normal_name
from app.domain.language import marked, tr
from app.domain.prompts import Prompt, PromptKind
from app.domain.templates import variable_names
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.prompts.long_text import LongTextEdit
from app.ui.prompts.variable_rows import VariableRows
from app.ui.widgets.calm_combo import CalmCombo
from app.ui.widgets.problem_line import ProblemLine, WayOut

_PAUSE_MS = 200
_TEXT_PX = 180
_KINDS = (
    (marked("the system prompt of a chat"), PromptKind.SYSTEM),
    (marked("a message, through the composer"), PromptKind.MESSAGE),
)


class PromptEditor(QWidget):
    """``save_requested(before | None, after)``, ``cancelled``. ``before`` is what is being changed."""

    save_requested = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: Prompt | None = None
        self._begun = Prompt(name="", title="", text="")
        self._taken: Container[str] = ()
        self._names_itself = True
        self._esc_asked = False
        self._quit_asked = False
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("What it is called in the list"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Its file's name, and its name on the terminal"))
        self.kind = CalmCombo()
        for words, kind in _KINDS:
            self.kind.addItem(tr(words), kind.value)
        self.about = QLineEdit()
        self.about.setPlaceholderText(tr("What it is for, in one line"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(BETWEEN)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for words, field in (
            (tr("Title"), self.title),
            (tr("Name"), self.name),
            (tr("Goes into"), self.kind),
            (tr("About", "of a prompt"), self.about),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.text = LongTextEdit()
        self.text.setFont(monospace_font())
        self.text.setMinimumHeight(_TEXT_PX)
        self.text.setAccessibleName(tr("Text"))
        self.text.setPlaceholderText(tr("You review {{what}} …"))
        self.rows = VariableRows()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, INSIDE, 0)
        column.setSpacing(INSIDE)
        column.addLayout(form)
        column.addWidget(_section(tr("Text")))
        column.addWidget(self.text, 1)
        column.addWidget(_section(tr("Variables")))
        column.addWidget(self.rows)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._words = ProblemLine()
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._give_up)
        self.save = QPushButton(tr("Save"))
        self.save.setAutoDefault(False)
        self.save.setToolTip(QKeySequence("Ctrl+S").toString(QKeySequence.SequenceFormat.NativeText))
        set_look(self.save, "primary")
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addWidget(self._words, 1)
        foot.addStretch()  # while nothing is said
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(BETWEEN)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._detect)
        self.text.textChanged.connect(self._pause.start)
        self.title.textEdited.connect(self._suggest_name)
        self.name.textEdited.connect(self._own_name)
        for field in (self.title, self.name, self.about):
            field.textChanged.connect(self._check)
        self.kind.currentIndexChanged.connect(self._check)
        self.rows.changed.connect(self._check)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def before(self) -> Prompt | None:
        """What is being changed; ``None`` for a new prompt."""
        return self._before

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self._prompt() != self._begun

    def may_be_left(self) -> bool:
        """Whether quitting loses nothing, or was asked for twice; says so where it would."""
        if not self.is_changed or self._quit_asked:
            return True
        self._quit_asked = True
        self._say(tr("What you changed is not saved. Save it, or quit again to drop it."), "warning")
        return False

    def edit(self, prompt: Prompt | None, taken: Container[str], *, text: str = "") -> None:
        """Begin with ``prompt``, or a new one with ``text``. ``taken`` holds the keys of names that others have."""
        self._before, self._taken = prompt, taken
        self._names_itself = prompt is None
        shown = prompt or Prompt(name="", title="", text=text)
        self.title.setText(shown.title)
        self.name.setText(shown.name)
        self.about.setText(shown.about)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.rows.set_declared(shown.declared)
        self.text.set_text(shown.text)
        self._detect()
        self._begun = self._prompt()
        self._say("", "muted")
        self.title.setFocus()
        self.title.selectAll()

    def set_saved_elsewhere(self, prompt: Prompt, problem: str) -> None:
        """Say that the file is another by now; what is saved next is saved over it."""
        self._before = prompt
        self._words.show_problem(problem, WayOut(words=tr("Save over it"), call=self._save))

    def set_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why it could not be saved."""
        self._words.show_problem(problem, way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
            event.accept()
            return
        super().keyPressEvent(event)

    def _prompt(self) -> Prompt:
        text = self.text.toPlainText()
        return Prompt(
            name=normal_name(self.name.text()),
            title=self.title.text().strip(),
            text=text.strip(),
            kind=PromptKind(self.kind.currentData()),
            about=self.about.text().strip(),
            declared=self.rows.variables,
        )

    def _problem(self, prompt: Prompt) -> str:
        if not prompt.title:
            return tr("A title is needed.")
        if (problem := name_problem(prompt.name, ending=".md")) is not None:
            return problem
        own = self._before is not None and name_key(self._before.name) == name_key(prompt.name)
        if not own and name_key(prompt.name) in self._taken:
            return tr("There is a prompt {name} already.", name=repr(prompt.name))
        return prompt.fault() or ""

    def _detect(self) -> None:
        """Ask for what the text names now."""
        self._pause.stop()
        self.rows.set_names(variable_names(self.text.toPlainText()))
        self._check()

    def _check(self) -> None:
        self._esc_asked = self._quit_asked = False
        prompt = self._prompt()
        problem = self._problem(prompt)
        self.save.setEnabled(not problem)
        # What is not yet written is no fault to point at.
        self._say(problem if prompt.title and prompt.text else "", "error")

    def _suggest_name(self, title: str) -> None:
        if self._names_itself:
            self.name.setText(free_name(name_from(title, fallback="prompt"), self._taken) if title.strip() else "")

    def _own_name(self, name: str) -> None:
        self._names_itself = not name

    def _save(self) -> None:
        self._detect()
        prompt = self._prompt()
        problem = self._problem(prompt)
        if problem:
            self._say(problem, "error")
            return
        self.save_requested.emit(self._before, prompt)

    def _give_up(self) -> None:
        if self.is_changed and not self._esc_asked:
            self._esc_asked = True
            self._say(tr("What you changed is not saved. Cancel again to drop it."), "warning")
            return
        self.cancelled.emit()

    def _say(self, words: str, look: str) -> None:
        self._words.show_problem(words, look=look)


def _section(words: str) -> QLabel:
    label = QLabel(words)
    set_look(label, "section")
    return label
