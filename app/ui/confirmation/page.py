"""What the sheet shows for one proposal: the sentence, where it goes, what it touches, its parameters, yes and no."""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.aws import AccountKind, Consent, Origin, Proposal, Risk
from app.domain.errors import BatonError
from app.services.aws import AwsService
from app.ui.confirmation.editors import TypedText
from app.ui.confirmation.form import ParameterForm
from app.ui.confirmation.words import Words
from app.ui.disclosure import Disclosure
from app.ui.icons import icon
from app.ui.markdown import mark_unseen
from app.ui.scope import TaskScope
from app.ui.stylesheet import set_look
from app.ui.theme import ThemeController
from app.ui.tokens import CORNER, GRID
from app.ui.transcript.card import RiskChip
from app.ui.transcript.segment import tint

ARMING_MS = 700  # a click meant for what stood here before must not act
CHECK_DELAY_MS = 250
SIDE_PX = 20
TOUCHED_SHOWN = 12
VERB_CHARS = 40

_ORIGINS = {
    Origin.MODEL: "A model proposed this call. Check every value: they are its own.",
    Origin.RECOGNISER: "Baton read this call from your sentence, without a model.",
    Origin.COMMAND: "You asked for this call by a command.",
    Origin.PERSON: "You asked for this call.",
}


class AccountPanel(QFrame):
    """Where the call goes. The demo account and a real one cannot be taken for each other."""

    def __init__(self, parent: QWidget, theme: ThemeController, proposal: Proposal) -> None:
        super().__init__(parent)
        self._theme = theme
        self._demo = proposal.account.kind is AccountKind.DEMO
        rows = QVBoxLayout(self)
        rows.setContentsMargins(44, 10, 12, 10)
        rows.setSpacing(2)
        rows.addWidget(Words(self, account_line(proposal), look="strong"))
        if self._demo:
            rows.addWidget(Words(self, "Nothing leaves this machine.", look="good"))
        if proposal.identity is None:
            rows.addWidget(Words(self, "Who you are there could not be found out.", look="warning"))
        else:
            rows.addWidget(Words(self, proposal.identity.arn, look="muted"))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.good if self._demo else tokens.write
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine if self._demo else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(tokens.tint(colour)))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        icon("laptop" if self._demo else "cloud", colour).paint(painter, 14, (self.height() - 18) // 2, 18, 18)
        painter.end()


class _Content(QWidget):
    """As high as its width makes it: the least height of wrapped labels is counted at a width they do not have."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class ProposalPage(QFrame):
    """One question. ``answered`` carries the :class:`Consent`, once."""

    answered = Signal(object)

    def __init__(
        self, parent: QWidget, theme: ThemeController, aws: AwsService, scope: TaskScope, proposal: Proposal
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aws = aws
        self._scope = scope
        self._proposal = proposal
        self._armed = False
        self._done = False
        self._version = 0  # of the parameters; a check of an older one says nothing any more
        self._checked = 0
        self._found: list[str] = []
        self._hint_words = ""
        self._waiting_words = ""
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.setInterval(ARMING_MS)
        self._arming.timeout.connect(self._arm)
        self._checking = QTimer(self)
        self._checking.setSingleShot(True)
        self._checking.setInterval(CHECK_DELAY_MS)
        self._checking.timeout.connect(self._start_check)
        set_look(self, "popup")
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(1, SIDE_PX, 1, 1)
        rows.setSpacing(0)
        self._content = self._made_content()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._content)
        rows.addWidget(self._area, 1)
        self._line = QFrame(self)
        set_look(self._line, "line")
        self._line.setFixedHeight(1)
        rows.addWidget(self._line)
        self._foot = self._made_foot()
        rows.addWidget(self._foot)
        self.setAccessibleName(mark_unseen(proposal.sentence))
        tint(self, theme)

    # Made once

    def _made_content(self) -> QWidget:
        proposal = self._proposal
        content = _Content(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(SIDE_PX, 0, SIDE_PX, 16)
        rows.setSpacing(10)
        rows.addWidget(Words(content, proposal.sentence, look="heading"))
        rows.addWidget(AccountPanel(content, self._theme, proposal))
        risk = QHBoxLayout()
        risk.setSpacing(10)
        self._risk = RiskChip(content, self._theme)
        self._risk.show_risk(proposal.operation.classification.risk)
        risk.addWidget(self._risk)
        operation = f"{proposal.call.id.service} · {proposal.call.id.operation}"
        risk.addWidget(Words(content, operation, look="strong"), 1)
        rows.addLayout(risk)
        for warning in proposal.warnings:
            rows.addWidget(self._with_icon(content, "alert", Words(content, warning, look="warning")))
        if proposal.touched:
            rows.addWidget(_section(content, "What it touches"))
            touched = QVBoxLayout()
            touched.setSpacing(GRID)
            rows.addLayout(touched)
            for resource in proposal.touched[:TOUCHED_SHOWN]:
                touched.addWidget(Words(content, f"•  {resource}"))
            left = len(proposal.touched) - TOUCHED_SHOWN
            if left > 0:
                touched.addWidget(Words(content, f"and {left:,} more", look="muted"))
        rows.addWidget(_section(content, "Parameters"))
        self._form = ParameterForm(content, self._theme, proposal.operation.parameters, dict(proposal.call.parameters))
        self._form.changed.connect(self._edited)
        if not proposal.operation.parameters and not proposal.call.parameters:
            rows.addWidget(Words(content, "This operation takes none.", look="muted"))
        rows.addWidget(self._form)
        self._model_problems = Words(content, look="error")
        self._model_problems.hide()
        rows.addWidget(self._model_problems)
        rows.addWidget(Words(content, _ORIGINS[proposal.origin], look="muted"))
        self._why = Disclosure(content, self._theme, "Why this risk, and the permissions it needs")
        rows.addWidget(self._why)
        classification = proposal.operation.classification
        reasons = [*classification.reasons, *(f"IAM: {action}" for action in classification.iam_actions)]
        self._reasons = Words(content, "\n".join(reasons) or "Nothing more is known.", look="muted")
        self._reasons.hide()
        self._why.toggled.connect(self._reasons.setVisible)
        rows.addWidget(self._reasons)
        rows.addStretch(1)
        return content

    def _made_foot(self) -> QWidget:
        proposal = self._proposal
        foot = QWidget(self)
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(SIDE_PX, 12, SIDE_PX, SIDE_PX - 4)
        rows.setSpacing(8)
        self._typed: TypedText | None = None
        if proposal.confirm_text is not None:
            rows.addWidget(Words(foot, f"To go on, type: {proposal.confirm_text}", look="strong"))
            self._typed = TypedText(foot, wanted=proposal.confirm_text)
            self._typed.setAccessibleName(f"Type {mark_unseen(proposal.confirm_text)} to go on")
            self._typed.textChanged.connect(self._look_again)
            self._typed.paste_refused.connect(self._say_no_paste)
            rows.addWidget(self._typed)
        self._hint = Words(foot, look="muted")
        rows.addWidget(self._hint)
        self._cancel = QPushButton("Cancel", foot)
        self._cancel.clicked.connect(self.refuse)
        verb = mark_unseen(proposal.verb)
        short = verb if len(verb) <= VERB_CHARS else verb[: VERB_CHARS - 1] + "…"
        self._act = QPushButton(short.replace("&", "&&"), foot)
        self._act.setAccessibleName(verb)
        self._act.setAccessibleDescription(mark_unseen(proposal.sentence))
        set_look(self._act, "danger" if proposal.operation.classification.risk is Risk.DESTRUCTIVE else "primary")
        self._act.clicked.connect(self._agree)
        for button in (self._cancel, self._act):
            button.setAutoDefault(True)  # Enter presses the focused one, and nothing else
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        # The account stands beside the buttons too: the panel may be scrolled out of sight.
        buttons.addWidget(Words(foot, account_line(proposal), look="muted"), 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._act)
        rows.addLayout(buttons)
        return foot

    def _with_icon(self, parent: QWidget, name: str, words: Words) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        picture = QLabel(holder)
        picture.setPixmap(icon(name, self._theme.tokens.write).pixmap(16, 16))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return holder

    # Living

    def begin(self) -> None:
        """The page is in sight: the time before the acting button works begins, and Cancel has the focus."""
        self._arming.start()
        self._look_again()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where it does no harm."""
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_waiting(self, count: int) -> None:
        """How many more questions wait behind this one."""
        self._waiting_words = f"{count} more to decide after this." if count else ""
        self._say_hint()

    def refuse(self) -> None:
        """No."""
        self._answer(Consent(granted=False))

    def restyle(self) -> None:
        """The theme changed."""
        tint(self, self._theme)
        self._risk.show_risk(self._proposal.operation.classification.risk)
        self.update()

    def height_wanted(self, width: int) -> int:
        """How high the page would be with everything in sight."""
        margins = self.contentsMargins() + self._rows.contentsMargins()
        inner = width - margins.left() - margins.right()
        content, foot = self._content.layout(), self._foot.layout()
        assert content is not None
        assert foot is not None
        around = margins.top() + margins.bottom() + self._line.minimumHeight()
        return content.totalHeightForWidth(inner) + foot.totalHeightForWidth(inner) + around

    def step_focus(self, following: bool) -> bool:
        """Move the focus to the next or previous field, round the ends, never out of the page."""
        fields = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisibleTo(self)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]
        fields.sort(key=self._reading_order)
        focus = QApplication.focusWidget()
        at = next((number for number, field in enumerate(fields) if field is focus or _holds(field, focus)), -1)
        target = fields[(at + (1 if following else -1)) % len(fields)]
        target.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        if self._content.isAncestorOf(target):
            self._area.ensureWidgetVisible(target, 0, 40)
        return True

    def _reading_order(self, widget: QWidget) -> tuple[bool, int, int]:
        place = widget.mapTo(self, QPoint(0, 0))
        return (self._foot.isAncestorOf(widget), place.y() // 8, place.x())

    # Deciding

    def _arm(self) -> None:
        self._armed = True
        self._look_again()

    def _edited(self) -> None:
        self._version += 1
        if self._changed():
            self._checking.start()
        else:
            self._checking.stop()
            self._checked, self._found = self._version, []
        self._look_again()

    def _changed(self) -> bool:
        return _canonical(self._form.parameters()) != _canonical(dict(self._proposal.call.parameters))

    def _start_check(self) -> None:
        if not self._form.problems():
            check = self._check(self._version, self._form.parameters())
            self._scope.spawn(check, name=f"check of {self._proposal.call.id}")

    async def _check(self, version: int, parameters: dict[str, object]) -> None:
        try:
            found = list(await self._aws.problems(self._proposal.call.id, parameters))
        except BatonError as error:
            found = [str(error)]  # what could not be checked is not let through
        if version == self._version and not self._done:
            self._checked, self._found = version, found
            self._look_again()

    def _look_again(self, *_: object) -> None:
        problems = self._form.problems()
        checked = self._checked == self._version
        self._model_problems.say("\n".join(self._found) if checked else "")
        self._model_problems.setVisible(checked and bool(self._found))
        wanted = self._proposal.confirm_text
        typed = wanted is None or (self._typed is not None and self._typed.text() == wanted)
        self._act.setEnabled(self._armed and not problems and checked and not self._found and typed)
        if problems:
            self._hint_words = f"{len(problems)} to mend: {problems[0]}" if len(problems) > 1 else problems[0]
        elif self._found and checked:
            self._hint_words = "The operation does not take these parameters."
        elif not checked:
            self._hint_words = "Checking the parameters…"
        else:
            self._hint_words = ""
        self._say_hint()

    def _say_hint(self) -> None:
        words = " ".join(part for part in (self._hint_words, self._waiting_words) if part)
        self._hint.say(words)
        self._hint.setVisible(bool(words))

    def _say_no_paste(self) -> None:
        self._hint_words = "Please type it: this is the moment to read it once more."
        self._say_hint()

    def _agree(self) -> None:
        if not self._act.isEnabled():
            return
        parameters = self._form.parameters() if self._changed() else None
        typed = self._typed.text() if self._typed is not None else ""
        self._answer(Consent(granted=True, parameters=parameters, typed=typed))

    def _answer(self, consent: Consent) -> None:
        if not self._done:
            self._done = True
            self._act.setEnabled(False)
            self.answered.emit(consent)


def account_line(proposal: Proposal) -> str:
    """Account and region in one line: the alias (or the profile; the demo account's title says more), the id, the
    region.
    """
    identity, title = proposal.identity, proposal.account.title
    alias = None if identity is None or proposal.account.kind is AccountKind.DEMO else identity.alias
    names = [alias or title, *([identity.account_id] if identity else [])]
    return "  ·  ".join((*names, proposal.call.region))


def _section(parent: QWidget, words: str) -> QLabel:
    label = QLabel(words, parent)
    set_look(label, "section")
    return label


def _canonical(parameters: dict[str, object]) -> str:
    """One text for one set of values: unlike ``==`` it tells ``true`` from ``1``."""
    return json.dumps(parameters, sort_keys=True, ensure_ascii=True, default=str)


def _holds(field: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and field.isAncestorOf(focus)
