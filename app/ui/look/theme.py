"""Colours, type and spacing of the window, and the controller that switches them; refuses widgets of its own.

Every colour a widget paints comes from :class:`Tokens`. Nothing else in ``app.ui`` spells a colour. Every size that
holds text goes through :func:`scaled`, so that it follows the text size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.domain.aws import Risk
from app.domain.language import marked, tr
from app.ui.look.stylesheet import stylesheet
from app.ui.look.tokens import (
    CHROME_PX,
    DARK,
    DARK_CONTRAST,
    FOCUS_PX,
    LIGHT,
    LIGHT_CONTRAST,
    SMALL_PX,
    TRANSCRIPT_PX,
    Tokens,
)

if TYPE_CHECKING:
    from app.ui.look.portal import SettingsPortal

__all__ = [
    "DARK",
    "DARK_CONTRAST",
    "LIGHT",
    "LIGHT_CONTRAST",
    "ThemeController",
    "Tokens",
    "focus_pen",
    "interface_font",
    "monospace_font",
    "scaled",
    "small_font",
]

SMALLEST_PERCENT, LARGEST_PERCENT = 80, 200
# Menus, lists and tips that roll or fade in say nothing by it.
_MOTIONS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskWords:
    """A risk as it is shown: its words and its icon, since colour alone says nothing to many people."""

    english: str
    icon: str

    @property
    def words(self) -> str:
        """What a person is told."""
        return tr(self.english)


RISK_WORDS = {
    Risk.READ: RiskWords(english=marked("read"), icon="eye"),
    Risk.SENSITIVE_READ: RiskWords(english=marked("sensitive read"), icon="key"),
    Risk.WRITE: RiskWords(english=marked("write"), icon="pencil"),
    Risk.PERMISSIONS: RiskWords(english=marked("permissions"), icon="shield"),
    Risk.DESTRUCTIVE: RiskWords(english=marked("destructive"), icon="alert"),
}


def scaled(px: float) -> int:
    """``px`` of the design at the text size in force, which is the application's own font."""
    chrome_px = QApplication.font().pixelSize()
    return round(px * chrome_px / CHROME_PX) if chrome_px > 0 else round(px)


def interface_font(size_px: int | None = None, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's interface font at ``size_px`` device-independent pixels, or as large as the chrome's is now."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(scaled(CHROME_PX) if size_px is None else size_px)
    font.setWeight(weight)
    return font


def monospace_font(size_px: int | None = None) -> QFont:
    """The system's monospace font at ``size_px`` device-independent pixels, or as large as the chrome's is now."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(scaled(CHROME_PX) if size_px is None else size_px)
    return font


def small_font(font: QFont) -> QFont:
    """``font`` for what stands beside or below the main words."""
    small = QFont(font)
    small.setPixelSize(scaled(SMALL_PX))
    return small


def focus_pen(tokens: Tokens) -> QPen:
    """The line around what has the focus, where a widget paints itself."""
    return QPen(QColor(tokens.accent), FOCUS_PX)


class ThemeController(QObject):
    """Holds the tokens in force, follows the system live, and dresses the whole application in them.

    ``changed`` carries the new :class:`Tokens`, after palette and style sheet are in place.
    """

    changed = Signal(object)
    text_size_changed = Signal(int)

    def __init__(
        self, parent: QObject | None = None, *, choice: str = "system", contrast: str = "system", percent: int = 100
    ) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("a ThemeController needs a QApplication")  # a programming error, not the person's
        self._application = application
        self._choice = choice
        self._contrast = contrast
        self._percent = percent
        self._motion = "system"
        self._hints = application.styleHints()
        self._system_scheme = self._hints.colorScheme()
        self._system = self._hints.accessibility()
        self._portal: SettingsPortal | None = None
        self._tokens = self._wanted()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._system.contrastPreferenceChanged.connect(self._switch)
        self._system.motionPreferenceChanged.connect(self._still)
        self._flash_ms = self._hints.cursorFlashTime()
        fusion = QStyleFactory.create("Fusion")
        application.setStyle(fusion)
        for effect in _MOTIONS:
            QApplication.setEffectEnabled(effect, False)
        self._dress()
        self._still()
        QTimer.singleShot(0, self, self._ask_portal)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def contrast(self) -> str:
        """``system``, ``normal`` or ``high``."""
        return self._contrast

    @property
    def text_percent(self) -> int:
        """The size of all text, in percent of the design's."""
        return self._percent

    @property
    def text_size_px(self) -> int:
        """The size of the conversation's text, in device-independent pixels."""
        return round(TRANSCRIPT_PX * self._percent / 100)

    @property
    def is_still(self) -> bool:
        """Whether nothing may move: the person, or the system, asks for that."""
        if self._motion == "system":
            said = self._portal is not None and self._portal.is_still
            return said or self._system.motionPreference() is Qt.MotionPreference.ReducedMotion
        return self._motion == "none"

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

    def set_contrast(self, contrast: str) -> None:
        """Follow the system, or stay ``normal`` or ``high``; anything else counts as ``system``."""
        self._contrast = contrast if contrast in ("normal", "high") else "system"
        self._switch()

    def set_motion(self, motion: str) -> None:
        """Follow the system, or let nothing move (``none``); anything else counts as ``system``."""
        self._motion = motion
        self._still()

    def set_direction(self, direction: str) -> None:
        """Lay everything out from ``ltr`` or ``rtl``; anything else: as the language of the window is written."""
        wanted = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
        self._application.setLayoutDirection(wanted.get(direction, Qt.LayoutDirection.LayoutDirectionAuto))

    def set_text_percent(self, percent: int) -> None:
        """Change the size of all text; what is out of bounds is brought within them."""
        percent = min(max(percent, SMALLEST_PERCENT), LARGEST_PERCENT)
        if percent != self._percent:
            self._percent = percent
            self._dress()
            self.text_size_changed.emit(self.text_size_px)

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

    def _ask_portal(self) -> None:
        """Where Qt cannot say what the desktop prefers, the desktop itself may."""
        from app.ui.look import portal

        if self._system_scheme is Qt.ColorScheme.Unknown and portal.can_ask():
            self._portal = portal.SettingsPortal(self)
            self._portal.changed.connect(self._switch)
            self._portal.changed.connect(self._still)
            self._portal.listen()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system_scheme = scheme
        self._switch()

    def _wanted(self) -> Tokens:
        is_dark, is_high, portal = self._choice == "dark", self._contrast == "high", self._portal
        if self._choice == "system":
            is_dark = self._system_scheme is Qt.ColorScheme.Dark or (portal is not None and portal.is_dark)
        if self._contrast == "system":
            is_high = self._system.contrastPreference() is Qt.ContrastPreference.HighContrast
            is_high = is_high or (portal is not None and portal.is_high_contrast)
        return {
            (False, False): LIGHT,
            (True, False): DARK,
            (False, True): LIGHT_CONTRAST,
            (True, True): DARK_CONTRAST,
        }[is_dark, is_high]

    def _switch(self) -> None:
        wanted = self._wanted()
        if wanted is not self._tokens:
            self._tokens = wanted
            self._dress()
            self.changed.emit(wanted)

    def _dress(self) -> None:
        self._application.setFont(interface_font(round(CHROME_PX * self._percent / 100)))
        self._application.setPalette(palette_of(self._tokens))
        self._application.setStyleSheet(stylesheet(self._tokens, scaled))

    def _still(self) -> None:
        self._hints.setCursorFlashTime(0 if self.is_still else self._flash_ms)


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
