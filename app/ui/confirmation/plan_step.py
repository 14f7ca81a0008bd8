"""One step of a plan as a row: what it does, its risk, what is now and will be then; unfolds to its exact call."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QStyle, QVBoxLayout, QWidget

from app.domain.aws import Proposal, plain_parameters, references, replaced
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.wording import unended
from app.services.inspection_words import (
    absent_lines,
    change_line,
    protection_line,
    reference_words,
    resource_title,
    usd_a_month,
)
from app.ui.confirmation.differences import Differences
from app.ui.confirmation.resources import Touched
from app.ui.confirmation.statements import Said, Statements, Tone, checks, denied, section
from app.ui.confirmation.values import ExactValues
from app.ui.confirmation.words import Words
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import RISK_WORDS, ThemeController, focus_pen
from app.ui.markdown import mark_unseen
from app.ui.transcript.card import RiskChip
from app.ui.widgets.disclosure import Disclosure

CHANGES_SHOWN = 2  # in the folded row
SHORT_CHARS = 140  # of the parameters in the folded row
STRIPE_PX = 3
LEFT_PX = 30  # up to the number, behind the chevron
NUMBER_PX = 22
CHIP_PX = 3  # of a chip above its words, so that they stand on the line of the sentence


class StepHead(QAbstractButton):
    """The row itself: checked means unfolded. Up and Down go to the other steps, Left folds, Right unfolds."""

    moved = Signal(int)

    def __init__(self, parent: QWidget, theme: ThemeController, number: int, step: Proposal, place: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._risk = step.operation.classification.risk
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT_PX, 8, 10, 8)
        row.setSpacing(8)
        self._number = QLabel(f"{number}.", self)
        hold_size(self._number, width_px=NUMBER_PX)
        self._number.setContentsMargins(0, CHIP_PX, 0, 0)
        set_look(self._number, "muted")
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, CHIP_PX, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(Words(self, step.sentence, look="strong"))
        row.addLayout(lines, 1)
        self._chip = RiskChip(self, theme)
        self._chip.show_risk(self._risk)
        beside = QVBoxLayout()
        beside.setSpacing(3)
        beside.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignRight)
        cost = step.inspection.cost
        if cost is not None and cost.monthly_usd != 0:
            words = tr("cost unknown") if cost.monthly_usd is None else usd_a_month(cost.monthly_usd)
            amount = QLabel(words, self)
            set_look(amount, "muted")
            beside.addWidget(amount, 0, Qt.AlignmentFlag.AlignRight)
        beside.addStretch(1)
        row.addLayout(beside)
        said = []
        if place:
            lines.addWidget(Words(self, place, look="warning"))
            said.append(place)
        shown = _gist(step)
        for words in shown:
            lines.addWidget(Words(self, words, look="muted"))
        marks = step_marks(step)
        if marks:
            lines.addWidget(Statements(self, theme, marks))
        lines.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        said += [*shown, *(mark.words for mark in marks)]
        name = tr(
            "Step {number}, {risk}: {words}",
            number=number,
            risk=RISK_WORDS[self._risk].words,
            words=". ".join((unended(step.sentence), *said)),
        )
        self.setAccessibleName(mark_unseen(name))
        self.toggled.connect(self._describe)
        self._describe(False)

    def restyle(self) -> None:
        """The theme changed."""
        self._chip.show_risk(self._risk)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.setChecked(event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.toggle()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        direction, whole = self.layoutDirection(), self.rect()
        stripe = QStyle.visualRect(direction, whole, QRect(0, 0, STRIPE_PX, self.height()))
        painter.fillRect(stripe, QColor(self._theme.risk_colour(self._risk)))
        if self.hasFocus():
            painter.setPen(focus_pen(tokens))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 2, -2, -2), 4, 4)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        icon(name, tokens.muted).paint(painter, QStyle.visualRect(direction, whole, QRect(11, 12, 14, 14)))
        painter.end()

    def _describe(self, unfolded: bool) -> None:
        self.setAccessibleDescription(tr("Unfolded") if unfolded else tr("Folded"))


class PlanStep(QWidget):
    """A step: its row, and below it, once unfolded, everything about it."""

    def __init__(self, parent: QWidget, theme: ThemeController, number: int, step: Proposal, place: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._details: QWidget | None = None
        self._changes: Differences | None = None
        self._values: ExactValues | None = None
        self.head = StepHead(self, theme, number, step, place)
        self.head.toggled.connect(self._unfold)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.head)

    def restyle(self) -> None:
        """The theme changed."""
        self.head.restyle()
        if self._changes is not None:
            self._changes.restyle()
        if self._values is not None:
            self._values.restyle()

    def _unfold(self, on: bool) -> None:
        if on and self._details is None:
            self._details = self._made_details()
            self._rows.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(on)

    def _made_details(self) -> QWidget:
        step, theme = self._step, self._theme
        details = QWidget(self)
        rows = QVBoxLayout(details)
        rows.setContentsMargins(LEFT_PX + NUMBER_PX + 8, 4, 10, 12)
        rows.setSpacing(6)
        rows.addWidget(
            Words(
                details,
                tr(
                    "{service} · {operation} in {region}",
                    service=step.call.id.service,
                    operation=step.call.id.operation,
                    region=step.call.region,
                ),
            )
        )
        if step.call.parameters:
            self._values = ExactValues(details, theme, step.call.parameters)
            rows.addWidget(self._values)
        else:
            rows.addWidget(Words(details, tr("It takes no parameters."), look="muted"))
        touched = Touched(details, theme, step.inspection, step.touched)
        touched.setVisible(not touched.is_empty)
        if not touched.is_empty:
            rows.addWidget(section(details, tr("What it touches")))
        rows.addWidget(touched)
        if len(step.inspection.changes) > CHANGES_SHOWN:
            rows.addWidget(section(details, tr("What will be different")))
            self._changes = Differences(details, theme, step.inspection.changes)
            rows.addWidget(self._changes)
        lines = checks(step.inspection) + [Said(icon="shield", words=reason) for reason in step.policy]
        if lines:
            rows.addWidget(Statements(details, theme, lines))
        classification = step.operation.classification
        reasons = [*classification.reasons, *(f"IAM: {action}" for action in classification.iam_actions)]
        if reasons:
            why = Disclosure(details, theme, tr("Why this risk, and the permissions it needs"))
            said = Words(details, "\n".join(reasons), look="muted")
            said.hide()
            why.toggled.connect(said.setVisible)
            rows.addWidget(why)
            rows.addWidget(said)
        return details


def _gist(step: Proposal) -> list[str]:
    """What a step comes to, in few lines: what will be different, else its parameters in short; what it takes from
    others. Unfolded, the row shows all of it.
    """
    changes = step.inspection.changes
    if not changes:
        said = replaced(step.call.parameters, lambda found: f"‹{reference_words(found)}›")
        short = plain_parameters(said) if isinstance(said, Mapping) else ""
        return [short if len(short) <= SHORT_CHARS else f"{short[:SHORT_CHARS]}…"] if short else []
    shown = [change_line(change) for change in changes[:CHANGES_SHOWN]]
    if len(changes) > CHANGES_SHOWN:
        left = len(changes) - CHANGES_SHOWN
        shown[-1] = tr("{change}  and {count} more", change=shown[-1], count=number(left))
    taken = dict.fromkeys(reference_words(found) for found in references(step.call.parameters))
    return [*shown, tr("With {values}", values=", ".join(taken))] if taken else shown


def step_marks(step: Proposal) -> list[Said]:
    """What must be seen of a step without unfolding it."""
    lines = [Said(icon="alert", words=words, tone=Tone.DOUBTFUL) for words in absent_lines(step.inspection)]
    lines += [Said(icon="alert", words=words, tone=Tone.BAD) for words in step.inspection.irreversible]
    lines += [
        Said(icon="lock", words=f"{resource_title(resource)}: {protection_line(resource)}", tone=Tone.DOUBTFUL)
        for resource in step.inspection.resources
        if resource.protected
    ]
    lines += [Said(icon="alert", words=words, tone=Tone.DOUBTFUL) for words in step.warnings]
    return lines + denied(step.inspection)
