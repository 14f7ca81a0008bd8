"""What the sheet shows for a plan: its totals, and every step as a row that unfolds, before anything of it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.aws import Approval, Origin, PlanConsent, PlanProposal, Proposal, Risk
from app.domain.language import tr
from app.services.inspection_words import proposer_line, totals_line, untrusted_line
from app.ui.confirmation.account_panel import AccountPanel, account_line
from app.ui.confirmation.plan_step import PlanStep
from app.ui.confirmation.question import QuestionPage
from app.ui.confirmation.statements import Said, Statements, Tone
from app.ui.confirmation.words import Words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import CORNER
from app.ui.transcript.card import RiskChip

REGIONS_NAMED = 3
SENTENCE_CHARS = 160  # of a heading; a longer sentence says what the rows say


class _Steps(QFrame):
    """The steps one below the other, a line between them."""

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(1, 1, 1, 1)
        self.rows.setSpacing(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CORNER / 2, CORNER / 2)
        for number in range(1, self.rows.count()):
            item = self.rows.itemAt(number)
            assert item is not None
            painter.drawLine(0, item.geometry().top() - 1, self.width(), item.geometry().top() - 1)
        painter.end()


class PlanPage(QuestionPage):
    """One plan. It answers with a :class:`PlanConsent`."""

    def __init__(self, parent: QWidget, theme: ThemeController, proposal: PlanProposal) -> None:
        short = len(proposal.sentence) <= SENTENCE_CHARS
        heading = proposal.sentence if short else tr("{verb}, one after the other", verb=proposal.verb)
        super().__init__(parent, theme, sentence=heading, confirm_text=proposal.confirm_text)
        self._proposal = proposal
        regions = Counter(step.call.region for step in proposal.steps)
        most = regions.most_common(1)[0][0] if regions else ""
        content = self.content
        by_account: dict[str, list[Proposal]] = {}
        for step in proposal.steps:
            by_account.setdefault(step.account.key, []).append(step)
        for of_account in by_account.values():
            first = of_account[0]
            self.rows.addWidget(AccountPanel(content, theme, first.account, first.identity, _regions(of_account)))
        line = QHBoxLayout()
        line.setSpacing(10)
        self._risk = RiskChip(content, theme)
        self._risk.show_risk(proposal.risk)
        line.addWidget(self._risk)
        line.addWidget(Words(content, totals_line(proposal), look="strong"), 1)
        self.rows.addLayout(line)
        self.rows.addWidget(Statements(content, theme, _objections(proposal)))
        steps = _Steps(content, theme)
        self._steps = [
            PlanStep(steps, theme, number, step, _place(step, most, several=len(by_account) > 1))
            for number, step in enumerate(proposal.steps, start=1)
        ]
        for number, row in enumerate(self._steps):
            steps.rows.addWidget(row)
            row.head.moved.connect(lambda by, at=number: self._move(at + by))
            row.head.toggled.connect(self._unfolded)
        self.rows.addWidget(steps)
        self.rows.addStretch(1)
        self._each = self.button(
            tr("Step by step"), description=tr("Every step that is no plain read is asked about by itself.")
        )
        self._each.clicked.connect(self._agree_to_each)
        self._act = self.button(proposal.verb, description=proposal.sentence)
        set_look(self._act, "danger" if proposal.risk is Risk.DESTRUCTIVE else "primary")
        self._act.clicked.connect(self._agree)
        first, place = proposal.steps[0], _regions(proposal.steps)
        one = account_line(first.account, first.identity, place)
        where = one
        if len(by_account) > 1:
            where = tr("{count} accounts  ·  {place}", count=len(by_account), place=place)
        self.end([self._each, self._act], where=where)

    def restyle(self) -> None:
        super().restyle()
        self._risk.show_risk(self._proposal.risk)
        for step in self._steps:
            step.restyle()

    def refuse(self) -> None:
        self.answer(PlanConsent(approval=Approval.NONE))

    def look_again(self) -> None:
        # Step by step has each step's own text typed when its turn comes.
        self._each.setEnabled(self.armed)
        self._act.setEnabled(self.armed and self.is_typed)
        self.say("")

    def _unfolded(self, on: bool) -> None:
        if on:
            QTimer.singleShot(0, self, self.grew.emit)  # when what was unfolded has its size

    def _move(self, number: int) -> None:
        if 0 <= number < len(self._steps):
            head = self._steps[number].head
            head.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_part(head)

    def _agree(self) -> None:
        if self._act.isEnabled():
            self.answer(PlanConsent(approval=Approval.ALL, typed=self.typed))

    def _agree_to_each(self) -> None:
        if self._each.isEnabled():
            self.answer(PlanConsent(approval=Approval.EACH))


def _regions(steps: Sequence[Proposal]) -> str:
    """Their regions by name, or how many there are."""
    regions = dict.fromkeys(step.call.region for step in steps)
    return ", ".join(regions) if len(regions) <= REGIONS_NAMED else tr("{count} regions", count=len(regions))


def _place(step: Proposal, usual_region: str, *, several: bool) -> str:
    """What a row says of where its step goes: always where there are ``several`` accounts, else where it is unusual."""
    if several:
        return tr("In {account}, {region}", account=step.account.title, region=step.call.region)
    return tr("In {region}", region=step.call.region) if step.call.region != usual_region else ""


def _objections(proposal: PlanProposal) -> list[Said]:
    """What speaks against the plan as a whole, and who proposed it; what speaks against a step stands in its row."""
    of_steps = {warning for step in proposal.steps for warning in step.warnings}
    lines = [
        Said(icon="alert", words=words, tone=Tone.DOUBTFUL) for words in proposal.warnings if words not in of_steps
    ]
    if untrusted := max(map(untrusted_line, proposal.steps), default=""):
        lines.insert(0, Said(icon="alert", words=untrusted, tone=Tone.DOUBTFUL))
    by_model = proposal.origin is Origin.MODEL
    return [*lines, Said(icon="sparkle" if by_model else "info", words=proposer_line(proposal.origin, proposal.model))]
