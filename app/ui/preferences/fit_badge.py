"""Whether a model fits this machine, as an icon and a word; never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.hub import Fit
from app.domain.language import marked, tr
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import GRID

_WORDS = {Fit.FITS: marked("Fits"), Fit.PARTLY: marked("Fits partly"), Fit.TOO_BIG: marked("Too big")}
_LOOKS = {Fit.FITS: "good", Fit.PARTLY: "warning", Fit.TOO_BIG: "error"}
_ICONS = {Fit.FITS: "check", Fit.PARTLY: "minus", Fit.TOO_BIG: "close"}


class FitBadge(QWidget):
    """Shows nothing until it is told a fit."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._fit: Fit | None = None
        self._mark = QLabel()
        hold_size(self._mark, width_px=14, height_px=16)
        self.words = QLabel()
        self.words.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.hide()
        theme.changed.connect(self._recolour)

    def set_fit(self, fit: Fit, more: str = "", *, is_best: bool = False) -> None:
        """Say it, with what there is to say about it."""
        self._fit = fit
        words = tr("{fit}: {more}", fit=tr(_WORDS[fit]), more=more) if more else tr(_WORDS[fit])
        self.words.setText(tr("{fit}, recommended", fit=words) if is_best else words)
        set_look(self.words, _LOOKS[fit])
        self._recolour()
        self.show()

    def _recolour(self) -> None:
        if self._fit is not None:
            tokens = self._theme.tokens
            colour = {Fit.FITS: tokens.good, Fit.PARTLY: tokens.write, Fit.TOO_BIG: tokens.destructive}[self._fit]
            self._mark.setPixmap(icon(_ICONS[self._fit], colour).pixmap(scaled(14), scaled(14)))
