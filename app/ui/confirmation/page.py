"""What the sheet shows for one proposal: what decides first, then what it touches and changes, then the exact call.

Everything is made from the call and from what was found out about it; what a model wrote stands under its name.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.aws import Consent, Origin, Proposal, Risk
from app.domain.errors import BatonError
from app.domain.language import tr
from app.services.aws import AwsService
from app.services.inspection_words import absent_lines, proposer_line, untrusted_line
from app.ui.confirmation.account_panel import AccountPanel, account_line
from app.ui.confirmation.differences import Differences
from app.ui.confirmation.form import ParameterForm
from app.ui.confirmation.question import QuestionPage
from app.ui.confirmation.resources import Touched
from app.ui.confirmation.statements import Said, Statements, Tone, checks, denied, section
from app.ui.confirmation.words import Words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.scope import TaskScope
from app.ui.transcript.card import RiskChip
from app.ui.widgets.disclosure import Disclosure

CHECK_DELAY_MS = 250


class ProposalPage(QuestionPage):
    """One call. It answers with a :class:`Consent`."""

    def __init__(
        self, parent: QWidget, theme: ThemeController, aws: AwsService, scope: TaskScope, proposal: Proposal
    ) -> None:
        super().__init__(parent, theme, sentence=proposal.sentence, confirm_text=proposal.confirm_text)
        self._aws = aws
        self._scope = scope
        self._proposal = proposal
        self._version = 0  # of the parameters; a check of an older one says nothing any more
        self._checked = 0
        self._found: list[str] = []
        self._checking = QTimer(self)
        self._checking.setSingleShot(True)
        self._checking.setInterval(CHECK_DELAY_MS)
        self._checking.timeout.connect(self._start_check)
        self._add_what_decides()
        self._add_findings()
        self._add_call()
        self.rows.addStretch(1)
        self._act = self.button(proposal.verb, description=proposal.sentence)
        set_look(self._act, "danger" if proposal.operation.classification.risk is Risk.DESTRUCTIVE else "primary")
        self._act.clicked.connect(self._agree)
        self.end([self._act], where=account_line(proposal.account, proposal.identity, proposal.call.region))

    # Made once

    def _add_what_decides(self) -> None:
        proposal, content = self._proposal, self.content
        self.rows.addWidget(
            AccountPanel(content, self.theme, proposal.account, proposal.identity, proposal.call.region)
        )
        line = QHBoxLayout()
        line.setSpacing(10)
        self._risk = RiskChip(content, self.theme)
        self._risk.show_risk(proposal.operation.classification.risk)
        line.addWidget(self._risk)
        line.addWidget(Words(content, f"{proposal.call.id.service} · {proposal.call.id.operation}", look="strong"), 1)
        self.rows.addLayout(line)
        if lines := objections(proposal):
            self.rows.addWidget(Statements(content, self.theme, lines))

    def _add_findings(self) -> None:
        proposal, content = self._proposal, self.content
        touched = Touched(content, self.theme, proposal.inspection, proposal.touched)
        touched.setVisible(not touched.is_empty)
        if not touched.is_empty:
            self.rows.addWidget(section(content, tr("What it touches")))
        self.rows.addWidget(touched)
        self._changes = Differences(content, self.theme, proposal.inspection.changes)
        self._changes.setVisible(bool(proposal.inspection.changes))
        if proposal.inspection.changes:
            self.rows.addWidget(section(content, tr("What will be different")))
        self.rows.addWidget(self._changes)
        lines = checks(proposal.inspection) + [Said(icon="shield", words=reason) for reason in proposal.policy]
        if lines:
            self.rows.addWidget(section(content, tr("What was checked")))
            self.rows.addWidget(Statements(content, self.theme, lines))

    def _add_call(self) -> None:
        proposal, content = self._proposal, self.content
        by_model = proposal.origin is Origin.MODEL
        self.rows.addWidget(
            section(content, tr("Parameters, as the model wrote them") if by_model else tr("Parameters"))
        )
        self._form = ParameterForm(content, self.theme, proposal.operation.parameters, dict(proposal.call.parameters))
        self._form.changed.connect(self._edited)
        self._form.choices_wanted.connect(self._list)
        self._scope.spawn(self._find_choosable(), name=f"what can be listed for {proposal.call.id}")
        if not proposal.operation.parameters and not proposal.call.parameters:
            self.rows.addWidget(Words(content, tr("This operation takes none."), look="muted"))
        self.rows.addWidget(self._form)
        self._model_problems = Words(content, look="error")
        self._model_problems.hide()
        self.rows.addWidget(self._model_problems)
        why = Disclosure(content, self.theme, tr("Why this risk, and the permissions it needs"))
        self.rows.addWidget(why)
        classification = proposal.operation.classification
        reasons = [*classification.reasons, *(f"IAM: {action}" for action in classification.iam_actions)]
        said = Words(content, "\n".join(reasons) or tr("Nothing more is known."), look="muted")
        said.hide()
        why.toggled.connect(said.setVisible)
        self.rows.addWidget(said)

    # Living

    def restyle(self) -> None:
        super().restyle()
        self._risk.show_risk(self._proposal.operation.classification.risk)
        self._changes.restyle()

    def refuse(self) -> None:
        self.answer(Consent(granted=False))

    # Deciding

    def _edited(self) -> None:
        self._version += 1
        if self._changed():
            self._checking.start()
        else:
            self._checking.stop()
            self._checked, self._found = self._version, []
        self.look_again()

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
        if version == self._version and not self.is_done:
            self._checked, self._found = version, found
            self.look_again()

    def _list(self, parameter: str) -> None:
        self._scope.spawn(self._show_choices(parameter), name=f"list what there is for {parameter}")

    async def _find_choosable(self) -> None:
        try:
            names = await self._aws.choosable(self._proposal.operation)
        except BatonError:
            return  # a help, no more: the fields are there without it
        if not self.is_done:
            self._form.set_choosable(names)

    async def _show_choices(self, parameter: str) -> None:
        choices: Sequence[tuple[str, str]] = ()
        problem = ""
        try:
            choices = await self._aws.choices(self._proposal.call, parameter)
        except BatonError as error:
            problem = str(error)
        button = None if self.is_done else self._form.chooser(parameter)
        if button is not None and problem:
            button.fail(problem)
        elif button is not None:
            button.offer(choices)

    def look_again(self) -> None:
        problems = self._form.problems()
        checked = self._checked == self._version
        self._model_problems.say("\n".join(self._found) if checked else "")
        self._model_problems.setVisible(checked and bool(self._found))
        self._act.setEnabled(self.armed and not problems and checked and not self._found and self.is_typed)
        if problems:
            self.say(
                tr("{count} to mend: {first}", count=len(problems), first=problems[0])
                if len(problems) > 1
                else problems[0]
            )
        elif self._found and checked:
            self.say(tr("The operation does not take these parameters."))
        elif not checked:
            self.say(tr("Checking the parameters…"))
        else:
            self.say("")

    def _agree(self) -> None:
        if not self._act.isEnabled():
            return
        parameters = self._form.parameters() if self._changed() else None
        self.answer(Consent(granted=True, parameters=parameters, typed=self.typed))


def objections(proposal: Proposal) -> list[Said]:
    """What speaks against a call, worst first, and who proposed it."""
    lines = [Said(icon="alert", words=words, tone=Tone.DOUBTFUL) for words in absent_lines(proposal.inspection)]
    lines += [Said(icon="alert", words=words, tone=Tone.BAD) for words in proposal.inspection.irreversible]
    if untrusted := untrusted_line(proposal):
        lines.append(Said(icon="alert", words=untrusted, tone=Tone.DOUBTFUL))
    lines += [Said(icon="alert", words=words, tone=Tone.DOUBTFUL) for words in proposal.warnings]
    lines += denied(proposal.inspection)
    by_model = proposal.origin is Origin.MODEL
    lines.append(Said(icon="sparkle" if by_model else "info", words=proposer_line(proposal.origin, proposal.model)))
    return lines


def _canonical(parameters: dict[str, object]) -> str:
    """One text for one set of values: unlike ``==`` it tells ``true`` from ``1``."""
    return json.dumps(parameters, sort_keys=True, ensure_ascii=True, default=str)
