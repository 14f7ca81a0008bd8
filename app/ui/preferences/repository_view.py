"""What a repository of Hugging Face holds: a row for each model file, with its fit and a button to download it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.hub import HubRepository, HubVariant
from app.domain.language import tr
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.preferences.fit_badge import FitBadge
from app.ui.wording import breakable, short_count, size_words


class RepositoryView(QWidget):
    """``download_requested(repository, file)``, ``left``."""

    download_requested = Signal(str, str)
    left = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: dict[str, QPushButton] = {}
        self.badges: dict[str, FitBadge] = {}
        self._shown: HubRepository | None = None
        self.back_button = QPushButton(tr("‹ Back"))
        set_look(self.back_button, "link")
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        set_look(self._title, "strong")
        self._about = QLabel()
        self._about.setWordWrap(True)
        set_look(self._about, "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(GRID)
        column.addLayout(self._rows)
        self.back_button.clicked.connect(self.left)

    def set_repository(self, repository: HubRepository, *, has_results: bool) -> None:
        """Show it. Where it is the one that is shown, only the fits change: nothing is built anew under the pointer."""
        self.back_button.setText(tr("‹ Back to what was found") if has_results else tr("‹ Back"))
        self._title.setText(breakable(repository.name))
        self._about.setText(_about(repository))
        shown = self._shown
        self._shown = repository
        if shown is not None and _files(shown) == _files(repository):
            for variant in repository.variants:
                self._judge(variant)
            return
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        self.badges.clear()
        for variant in repository.variants:
            self._rows.addWidget(self._row(repository.name, variant))

    def focus_best(self) -> None:
        """Put the focus on the recommended download, else on the first."""
        variants = self._shown.variants if self._shown is not None else ()
        best = next((variant for variant in variants if variant.is_best), variants[0] if variants else None)
        if best is not None:
            self.buttons[best.file_name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, repository: str, variant: HubVariant) -> QWidget:
        row = QWidget()
        line = QFrame()
        set_look(line, "line")
        title = QLabel("LoRA" if variant.kind == "adapter" else variant.quantisation or tr("Model"))
        set_look(title, "strong")
        hold_size(title, width_px=84)
        size = QLabel(size_words(variant.size_bytes))
        hold_size(size, width_px=62)
        size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        badge = FitBadge(self._theme)
        more = variant.parts - 1
        files = tr("{name} and {count} more", name=variant.file_name, count=more) if more > 0 else variant.file_name
        name = QLabel(breakable(files))
        name.setAccessibleName(variant.file_name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        set_look(name, "muted")
        button = QPushButton(tr("Download"))
        button.setAccessibleName(tr("Download {name}", name=variant.file_name))
        button.clicked.connect(lambda: self.download_requested.emit(repository, variant.file_name))
        self.buttons[variant.file_name] = button
        self.badges[variant.file_name] = badge
        top = QHBoxLayout()
        top.setSpacing(INSIDE)
        top.addWidget(title)
        top.addWidget(size)
        if variant.kind == "adapter":
            words = QLabel(tr("For a model you have"))
            words.setWordWrap(True)
            top.addWidget(words, 1)
        else:
            top.addWidget(badge, 1)
        grid = QGridLayout()
        grid.setContentsMargins(0, INSIDE, 0, INSIDE)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(BETWEEN)
        grid.addLayout(top, 0, 0)
        grid.addWidget(name, 1, 0)
        grid.addWidget(button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(grid)
        self._judge(variant)
        return row

    def _judge(self, variant: HubVariant) -> None:
        button = self.buttons[variant.file_name]
        set_look(button, "primary" if variant.is_best else "")
        badge = self.badges[variant.file_name]
        if variant.kind == "adapter":
            return
        more = ""
        if variant.layers_on_gpu and variant.layers_on_gpu < variant.layers_total:
            layers, total = variant.layers_on_gpu, variant.layers_total
            more = tr("{layers} of {total} layers on the GPU", layers=layers, total=total)
        badge.set_fit(variant.fit, more, is_best=variant.is_best)
        needed, free = size_words(variant.needed_bytes), size_words(variant.free_bytes)
        badge.setToolTip(tr("Takes {needed}; {free} are free.", needed=needed, free=free))


def _files(repository: HubRepository) -> list[str]:
    return [repository.name, *(variant.file_name for variant in repository.variants)]


def _about(repository: HubRepository) -> str:
    facts = []
    if repository.licence:
        facts.append(tr("Licence: {name}.", name=repository.licence))
    if repository.is_gated:
        facts.append(tr("Its terms must be accepted on its page, and a token set in Settings > Keys."))
    if repository.context_tokens and repository.is_measured:
        context = short_count(repository.context_tokens)
        facts.append(tr("What fits is worked out for {context} tokens of context.", context=context))
    else:
        facts.append(tr("What fits is estimated from the files' sizes."))
    return " ".join(facts)
