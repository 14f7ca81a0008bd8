"""The model files of Settings > Model files: those Baton knows, and those other programs keep. Touches no file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.hub import Fit, FoundModel
from app.domain.language import marked, tr
from app.domain.models import Adapter, LoadPlan, LocalModel
from app.ui.dock.dock import plan_words
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.preferences.fit_badge import FitBadge
from app.ui.wording import breakable, short_count, size_words

_KINDS = {"embedding": marked("For embeddings"), "adapter": marked("LoRA adapter")}


class ModelRow(QFrame):
    """One model file. Removing one that Baton downloaded, which deletes it, is asked for once more."""

    use_requested = Signal(str)
    remove_requested = Signal(str)
    unload_requested = Signal(str)
    adapter_wanted = Signal(str)
    adapter_set = Signal(str, str, float)
    adapter_removed = Signal(str, str)

    def __init__(self, model: LocalModel, theme: ThemeController, *, is_loaded: bool) -> None:
        super().__init__()
        set_look(self, "card")
        self._model = model
        self._theme = theme
        title = QLabel(breakable(model.name))
        title.setAccessibleName(model.name)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setToolTip(model.path)
        set_look(title, "strong")
        about = QLabel(model.problem or _about(model, is_loaded=is_loaded))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        set_look(about, "error" if model.problem else "muted")
        self.fit = FitBadge(theme)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(about)
        words.addWidget(self.fit)
        for adapter in model.adapters:
            words.addLayout(self._adapter_line(adapter))
        self.use_button = QPushButton(tr("Use"))
        self.use_button.setAccessibleName(tr("Use {name}", name=model.name))
        self.use_button.setVisible(model.problem is None and model.kind == "chat")
        self.remove_button = QPushButton(tr("Remove"))
        self.remove_button.setAccessibleName(tr("Remove {name}", name=model.name))
        self.menu_button = QToolButton()
        self.menu_button.setAccessibleName(tr("More for {name}", name=model.name))
        self.menu_button.setToolTip(tr("More"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.menu_button)
        if model.problem is None and model.kind != "adapter":
            self.menu.addAction(tr("Lay an adapter over it…")).triggered.connect(
                lambda: self.adapter_wanted.emit(model.name)
            )
        if is_loaded:
            self.menu.addAction(tr("Free its memory")).triggered.connect(lambda: self.unload_requested.emit(model.name))
        self.menu_button.setMenu(self.menu)
        self.menu_button.setVisible(not self.menu.isEmpty())
        line = QHBoxLayout()
        line.setSpacing(INSIDE)
        line.addLayout(words, 1)
        for button in (self.use_button, self.remove_button, self.menu_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._sure = QWidget()
        self.delete_button = QPushButton(tr("Delete the file"))
        set_look(self.delete_button, "danger")
        self.keep_button = QPushButton(tr("Keep it"))
        question = QLabel(
            tr(
                "Baton downloaded this file; removing it deletes {size} from the disk.",
                size=size_words(model.size_bytes),
            )
        )
        question.setWordWrap(True)
        sure = QHBoxLayout(self._sure)
        sure.setContentsMargins(0, GRID, 0, 0)
        sure.addWidget(question, 1)
        sure.addWidget(self.delete_button)
        sure.addWidget(self.keep_button)
        self._sure.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, 12, 12, 12)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self._sure)
        self.use_button.clicked.connect(lambda: self.use_requested.emit(model.name))
        self.remove_button.clicked.connect(self._remove)
        self.delete_button.clicked.connect(lambda: self.remove_requested.emit(model.name))
        self.keep_button.clicked.connect(self._keep)
        theme.changed.connect(self._recolour)
        self._recolour()

    def set_plan(self, plan: LoadPlan) -> None:
        """Say how the model would be loaded."""
        needed = plan.weights_bytes + plan.context_bytes + plan.working_bytes
        if not plan.fits:
            self.fit.set_fit(Fit.TOO_BIG, plan.reason)
        elif 0 < plan.layers_on_gpu < plan.layers_total:
            more = tr(
                "{layers} of {total} layers on the GPU, {size} in all",
                layers=plan.layers_on_gpu,
                total=plan.layers_total,
                size=size_words(needed),
            )
            self.fit.set_fit(Fit.PARTLY, more)
        else:
            more = tr(
                "{size} with {context} tokens of context, on {device}",
                size=size_words(needed),
                context=short_count(plan.context_tokens),
                device=plan.device,
            )
            self.fit.set_fit(Fit.FITS, more)
        self.fit.setToolTip(plan_words(plan))

    def _adapter_line(self, adapter: Adapter) -> QHBoxLayout:
        name = PurePath(adapter.path).name
        label = QLabel(breakable(tr("Adapter {name}", name=name)))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(adapter.path)
        scale = QDoubleSpinBox()
        scale.setRange(-10, 10)
        scale.setSingleStep(0.1)
        scale.setDecimals(2)
        scale.setValue(adapter.scale)
        scale.setKeyboardTracking(False)
        hold_size(scale, width_px=84)
        scale.setAccessibleName(tr("Scale of {name}", name=name))
        scale.lineEdit().setTextMargins(6, 0, 4, 0)  # the style sheet's padding does not reach it
        take_off = QPushButton(tr("Take off"))
        set_look(take_off, "link")
        take_off.setAccessibleName(tr("Take {name} off {model}", name=name, model=self._model.name))
        line = QHBoxLayout()
        line.setSpacing(INSIDE)
        line.addWidget(label, 1)
        line.addWidget(scale)
        line.addWidget(take_off)
        scale.editingFinished.connect(lambda: self._scaled(adapter, scale.value()))
        take_off.clicked.connect(lambda: self.adapter_removed.emit(self._model.name, adapter.path))
        return line

    def _scaled(self, adapter: Adapter, scale: float) -> None:
        if scale not in (0, adapter.scale):
            self.adapter_set.emit(self._model.name, adapter.path, scale)

    def _remove(self) -> None:
        if not self._model.is_downloaded:
            self.remove_requested.emit(self._model.name)
            return
        self._sure.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._sure.hide()
        self.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recolour(self) -> None:
        self.menu_button.setIcon(icon("more", self._theme.tokens.muted))


class FoundRow(QFrame):
    """A model file that another program keeps."""

    add_requested = Signal(str)

    def __init__(self, found: FoundModel) -> None:
        super().__init__()
        set_look(self, "card")
        title = QLabel(breakable(found.name))
        title.setAccessibleName(found.name)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setToolTip(found.path)
        set_look(title, "strong")
        about = QLabel(f"{found.source} · {size_words(found.size_bytes)}")
        set_look(about, "muted")
        self.add_button = QPushButton(tr("Add"))
        self.add_button.setAccessibleName(tr("Add {name} of {program}", name=found.name, program=found.source))
        self.add_button.clicked.connect(lambda: self.add_requested.emit(found.path))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(about)
        line = QHBoxLayout(self)
        line.setContentsMargins(BETWEEN, INSIDE, 12, INSIDE)
        line.addLayout(words, 1)
        line.addWidget(self.add_button)


class FoundList(QWidget):
    """What other programs keep and Baton does not know yet; hidden where there is nothing."""

    add_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, FoundRow] = {}
        head = QLabel(tr("Found on this machine"))
        set_look(head, "section")
        lead = QLabel(tr("Other programs keep these. Baton uses them where they lie, without copying."))
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(head)
        column.addWidget(lead)
        column.addLayout(self._list)
        self.hide()

    def set_found(self, found: Sequence[FoundModel]) -> None:
        """Show those that are not known."""
        clear(self._list)
        self.rows = {model.path: FoundRow(model) for model in found if not model.known_as}
        for row in self.rows.values():
            row.add_requested.connect(self.add_requested)
            self._list.addWidget(row)
        self.setVisible(bool(self.rows))


def clear(column: QVBoxLayout) -> None:
    """Take every row out of a list."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _kind_words(kind: str) -> str:
    """Of a model to chat with nothing need be said."""
    return tr(_KINDS[kind]) if kind in _KINDS else "" if kind == "chat" else kind


def _about(model: LocalModel, *, is_loaded: bool) -> str:
    facts = [
        _kind_words(model.kind),
        size_words(model.size_bytes),
        model.architecture,
        model.parameters_label,
        model.quantisation,
        tr("{context} context", context=short_count(model.context_tokens)) if model.context_tokens else "",
        model.source,
        tr("in memory now") if is_loaded else "",
    ]
    return " · ".join(fact for fact in facts if fact)
