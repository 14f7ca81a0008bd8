"""Colours, type and spacing of the window, and the controller that switches them; refuses widgets of its own.

Every colour a widget paints comes from :class:`Tokens`. Nothing else in ``app.ui`` spells a colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.domain.aws import Risk
from app.ui.look.stylesheet import stylesheet
from app.ui.look.tokens import CHROME_PX, DARK, LIGHT, TRANSCRIPT_PX, Tokens

__all__ = ["DARK", "LIGHT", "ThemeController", "Tokens", "interface_font", "monospace_font"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskWords:
    """A risk as it is shown: its words and its icon, since colour alone says nothing to many people."""

    words: str
    icon: str


RISK_WORDS = {
    Risk.READ: RiskWords(words="read", icon="eye"),
    Risk.SENSITIVE_READ: RiskWords(words="sensitive read", icon="key"),
    Risk.WRITE: RiskWords(words="write", icon="pencil"),
    Risk.PERMISSIONS: RiskWords(words="permissions", icon="shield"),
    Risk.DESTRUCTIVE: RiskWords(words="destructive", icon="alert"),
}


def interface_font(size_px: int = CHROME_PX, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's interface font at ``size_px`` device-independent pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font


def monospace_font(size_px: int = CHROME_PX) -> QFont:
    """The system's monospace font at ``size_px`` device-independent pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size_px)
    return font


class ThemeController(QObject):
    """Holds the tokens in force, follows the system live, and dresses the whole application in them.

    ``changed`` carries the new :class:`Tokens`, after palette and style sheet are in place.
    """

    changed = Signal(object)
    text_size_changed = Signal(int)

    def __init__(self, parent: QObject | None = None, *, choice: str = "system") -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("a ThemeController needs a QApplication")  # a programming error, not the person's
        self._application = application
        self._choice = choice
        self._text_size_px = TRANSCRIPT_PX
        self._hints = application.styleHints()
        self._system_scheme = self._hints.colorScheme()
        self._tokens = self._wanted()
        self._hints.colorSchemeChanged.connect(self._follow)
        fusion = QStyleFactory.create("Fusion")
        application.setStyle(fusion)
        application.setFont(interface_font())
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def text_size_px(self) -> int:
        """The size of the conversation's text, in device-independent pixels."""
        return self._text_size_px

    def set_choice(self, choice: str) -> None:
        """Follow the system, or stay ``light`` or ``dark``; anything else counts as ``system``."""
        self._choice = choice if choice in ("light", "dark") else "system"
        # Told to Qt as well, so that native title bars and dialogs match; a platform that cannot, ignores it.
        match self._choice:
            case "light":
                self._hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                self._hints.setColorScheme(Qt.ColorScheme.Dark)
            case _:
                self._hints.unsetColorScheme()
                self._system_scheme = self._hints.colorScheme()
        self._switch()

    def set_text_size(self, size_px: int) -> None:
        """Change the size of the conversation's text."""
        if size_px != self._text_size_px:
            self._text_size_px = size_px
            self.text_size_changed.emit(size_px)

    def risk_colour(self, risk: Risk) -> str:
        """The colour of a risk, as ``#RRGGBB``."""
        tokens = self._tokens
        match risk:
            case Risk.READ:
                return tokens.accent
            case Risk.SENSITIVE_READ:
                return tokens.sensitive_read
            case Risk.WRITE:
                return tokens.write
            case Risk.PERMISSIONS:
                return tokens.permissions
            case Risk.DESTRUCTIVE:
                return tokens.destructive
            case _:
                assert_never(risk)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system_scheme = scheme
        self._switch()

    def _wanted(self) -> Tokens:
        if self._choice == "system":
            return DARK if self._system_scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _switch(self) -> None:
        wanted = self._wanted()
        if wanted is not self._tokens:
            self._tokens = wanted
            self._dress()
            self.changed.emit(wanted)

    def _dress(self) -> None:
        self._application.setPalette(palette_of(self._tokens))
        self._application.setStyleSheet(stylesheet(self._tokens))


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for what the style sheet does not reach: native dialogs, item views, disabled text, links."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.background,
        QPalette.ColorRole.AlternateBase: tokens.surface,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.destructive,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.muted,
        QPalette.ColorRole.Shadow: tokens.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette
