"""Settings > Policy: what may run in AWS unasked, what is asked about, what never runs, what is trusted for a while.

Shows the policy file in plain words, its faults with their lines, and gives and ends trusts. The rules themselves are
edited in the file; the page reads and writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.aws import Policy, PolicyRule, Verdict
from app.domain.aws.policy_words import rule_sentence
from app.domain.language import marked, tr
from app.domain.text import visible, wait_words
from app.services.policy_editing import PolicyView
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.transcript.card import Chip
from app.ui.widgets.problem_line import ProblemLine, WayOut

_VERDICTS = {
    Verdict.ALLOW: (marked("Runs"), "check"),
    Verdict.ASK: (marked("Asks"), "chat"),
    Verdict.TYPED: (marked("Typed"), "keyboard"),
    Verdict.DENY: (marked("Never"), "stop"),
}
_DEFAULTS = marked(
    "Where no rule fits: reads run as Settings > AWS says, what destroys wants a typed name, the rest is asked about. "
    "Changes of permissions are always asked about."
)
_MOST_PROBLEMS = 8
_CHIP_WIDTH = 84


class PolicyPage(QWidget):
    """``open_requested``, ``trust_typed(text)``, ``trust_agreed``, ``trust_dropped``, ``trust_ended(rule)``."""

    open_requested = Signal()
    trust_typed = Signal(str)
    trust_agreed = Signal()
    trust_dropped = Signal()
    trust_ended = Signal(object)

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._left: list[tuple[QLabel, PolicyRule]] = []
        self.problems = _text("error")
        self._problem_card = _card(
            self.problems,
            _text("muted", tr("Until that is mended, even reads are asked about and changes are denied.")),
        )
        self._problem_card.hide()
        self.path = _text("mono")
        self.open_button = QPushButton(tr("Open the file"))
        self.open_button.clicked.connect(self.open_requested)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self._trusts = QVBoxLayout()
        self._trusts.setSpacing(INSIDE)
        self._rules = QVBoxLayout()
        self._rules.setSpacing(INSIDE)
        self.general = _text("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(
            _text(
                "muted",
                tr(
                    "What may run in AWS without asking, what is asked about, and what never runs. The rules stand "
                    "in one file, which counts as soon as it is saved."
                ),
            )
        )
        column.addLayout(place)
        column.addWidget(self._problem_card)
        column.addWidget(_text("strong", tr("Trusted for now")))
        column.addLayout(self._trusts)
        column.addWidget(self._trust_entry())
        self.rules_title = _text("strong")
        column.addWidget(self.rules_title)
        column.addLayout(self._rules)
        column.addWidget(self.general)
        column.addStretch(1)
        theme.changed.connect(self._dress_again)

    def set_view(self, view: PolicyView) -> None:
        """Show the policy; what has not changed stays as it is, with its focus."""
        self._view = view
        content = (view.path, view.exists, view.policy, view.trusts)
        if content != self._shown:
            self._shown = content
            self._rebuild(view)
        self._show_time_left(view.now)

    def set_preview(self, sentence: str) -> None:
        """Show what the typed trust would be, for the person to agree to; nothing for an empty text.

        The focus stays where it is: an Enter key that is held down must not agree.
        """
        self.preview.setText(visible(sentence))
        self._agreement.setVisible(bool(sentence))
        self.set_trust_problem("")

    def set_trust_problem(self, problem: str, way: WayOut | None = None) -> None:
        """Say why nothing is trusted by what was typed; nothing for an empty text."""
        self.trust_problem.show_problem(visible(problem), way)

    def clear_trust(self) -> None:
        """Forget what was typed: it counts now, or is not wanted."""
        self.set_preview("")
        self.trust.clear()

    def _trust_entry(self) -> QWidget:
        self.trust = QLineEdit()
        self.trust.setPlaceholderText("reads of s3 in dev for an hour")  # in the words that are understood
        self.trust.setAccessibleName(tr("Trust for a while"))
        self.show_button = QPushButton(tr("Show the rule"))
        self.show_button.setEnabled(False)
        self.trust.textChanged.connect(self._typed)
        self.trust.returnPressed.connect(self._ask_for_rule)
        self.show_button.clicked.connect(self._ask_for_rule)
        line = QHBoxLayout()
        line.setSpacing(INSIDE)
        line.addWidget(self.trust, 1)
        line.addWidget(self.show_button)
        self.preview = _text("")
        self.agree = QPushButton(tr("Let it count"))
        set_look(self.agree, "primary")
        self.agree.clicked.connect(self.trust_agreed)
        self.drop = QPushButton(tr("Cancel"))
        self.drop.clicked.connect(self._dropped)
        self._agreement = QWidget()
        agreement = QHBoxLayout(self._agreement)
        agreement.setContentsMargins(0, 0, 0, 0)
        agreement.addWidget(self.preview, 1)
        agreement.addWidget(self.agree)
        agreement.addWidget(self.drop)
        self._agreement.hide()
        self.trust_problem = ProblemLine()
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(line)
        column.addWidget(self._agreement)
        column.addWidget(self.trust_problem)
        return entry

    def _typed(self, text: str) -> None:
        self.show_button.setEnabled(bool(text.strip()))
        self._agreement.hide()  # what is agreed to is what was shown, and that is another text now
        self.set_trust_problem("")
        self.trust_dropped.emit()

    def _ask_for_rule(self) -> None:
        if self.trust.text().strip():
            self.trust_typed.emit(self.trust.text())

    def _dropped(self) -> None:
        self.trust_dropped.emit()
        self.clear_trust()
        self.trust.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, view: PolicyView) -> None:
        policy = view.policy
        self.path.setText(visible(str(view.path)))
        self.open_button.setText(tr("Open the file") if view.exists else tr("Write a file to edit"))
        shown = [visible(problem) for problem in policy.problems[:_MOST_PROBLEMS]]
        if (more := len(policy.problems) - len(shown)) > 0:
            shown.append(tr("and {count} more", count=more))
        self.problems.setText("\n".join(shown))
        self._problem_card.setVisible(bool(shown))
        self.rules_title.setText(tr("Rules, of which none counts until that is mended") if shown else tr("Rules"))
        self._left = []
        _refill(self._trusts, [self._trust_row(rule) for rule in view.trusts], tr("Nothing."))
        rules = [rule for rule in policy.rules if rule.until is None]
        _refill(self._rules, [self._rule_row(rule) for rule in rules], tr("None: only the defaults count."))
        self.general.setText("\n".join(_general(policy)))

    def _rule_row(self, rule: PolicyRule) -> QWidget:
        notes = [rule.name, rule.reason, tr("line {number}", number=rule.line) if rule.line else ""]
        note = " · ".join(visible(note) for note in notes if note)
        return self._row(rule, note, None)

    def _trust_row(self, rule: PolicyRule) -> QWidget:
        end = QPushButton(tr("End now"))
        end.setAccessibleName(tr("End now: {rule}", rule=visible(rule_sentence(rule))))
        end.clicked.connect(lambda: self.trust_ended.emit(rule))
        end.setEnabled(bool(rule.name))
        row = self._row(rule, " ", end)
        self._left.append((row.note, rule))
        return row

    def _row(self, rule: PolicyRule, note: str, button: QPushButton | None) -> _RuleRow:
        return _RuleRow(self._theme, rule, note, button)

    def _show_time_left(self, now: datetime) -> None:
        for label, rule in self._left:
            if rule.until is not None:
                time = wait_words(max(0.0, (rule.until - now).total_seconds()))
                label.setText(tr("{time} left", time=time))

    def _dress_again(self) -> None:
        for row in self.findChildren(_RuleRow):
            row.dress()


class _RuleRow(QFrame):
    """One rule: its verdict in words, icon and colour, what it says, and what else there is to know of it."""

    def __init__(self, theme: ThemeController, rule: PolicyRule, note: str, button: QPushButton | None) -> None:
        super().__init__()
        set_look(self, "card")
        self._theme = theme
        self._verdict = rule.verdict
        self._chip = Chip(self, theme, filled=True)
        self.dress()
        self.note = _text("muted", note)
        self.note.setVisible(bool(note))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_text("", visible(rule_sentence(rule))))
        words.addWidget(self.note)
        chip = QVBoxLayout()
        chip.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        chip.addStretch(1)
        holder = QWidget()
        holder.setLayout(chip)
        chip.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_CHIP_WIDTH)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, INSIDE + GRID // 2, 12, INSIDE + GRID // 2)
        line.setSpacing(INSIDE)
        line.addWidget(holder)
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def dress(self) -> None:
        """Take the colours of the theme."""
        words, icon_name = _VERDICTS[self._verdict]
        tokens = self._theme.tokens
        colours = {
            Verdict.ALLOW: tokens.good,
            Verdict.ASK: tokens.accent,
            Verdict.TYPED: tokens.write,
            Verdict.DENY: tokens.destructive,
        }
        self._chip.show_words(tr(words), icon_name, colours[self._verdict])


def _general(policy: Policy) -> Sequence[str]:
    lines = [tr(_DEFAULTS)]
    lines.append(tr("Changes of more than {count} resources are asked about again.", count=policy.bulk_above))
    if policy.protected_tags:
        tags = visible(", ".join(policy.protected_tags))
        lines.append(tr("Protected, so that changes want a typed name: {tags}.", tags=tags))
    if policy.read_only:
        lines.append(tr("Read only: every call that is not a read is denied."))
    return lines


def _text(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_look(label, look)
    return label


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    set_look(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(BETWEEN, 12, 12, 12)
    column.setSpacing(GRID)
    for widget in widgets:
        column.addWidget(widget)
    return card


def _refill(column: QVBoxLayout, rows: Sequence[QWidget], none: str) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for row in rows or [_text("muted", none)]:
        column.addWidget(row)
