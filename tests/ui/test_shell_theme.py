"""The theme: contrast, following the system, icons at every scale."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import RESOURCES
from app.domain.aws import Risk
from app.ui.look.icons import icon
from app.ui.look.theme import DARK, LIGHT, RISK_WORDS, ThemeController, Tokens
from app.ui.look.tokens import contrast

PAINTED = ("muted", "accent", "sensitive_read", "write", "permissions", "destructive", "good")
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("name", PAINTED)
def test_every_colour_of_text_can_be_read_on_every_plain_background(tokens: Tokens, name: str) -> None:
    for under in (tokens.background, tokens.surface):
        assert contrast(getattr(tokens, name), under) >= 4.5


@THEMES
def test_text_has_the_higher_contrast_on_everything_it_stands_on(tokens: Tokens) -> None:
    tinted = [tokens.tint(getattr(tokens, name)) for name in PAINTED]
    backgrounds = [tokens.background, tokens.surface, tokens.hover, tokens.pressed, tokens.selection]
    for under in (*backgrounds, tokens.code_background, *tinted):
        assert contrast(tokens.text, under) >= 7


@THEMES
def test_words_on_filled_buttons_can_be_read(tokens: Tokens) -> None:
    for under in (tokens.accent, tokens.accent_hover, tokens.accent_pressed, tokens.destructive):
        assert contrast(tokens.on_accent, under) >= 4.5


def test_the_two_themes_differ_in_every_colour() -> None:
    for field in dataclasses.fields(Tokens):
        assert getattr(LIGHT, field.name) != getattr(DARK, field.name), field.name


def test_the_window_follows_the_system_while_it_runs(qapp: QApplication) -> None:
    theme = ThemeController()
    theme.set_choice("system")
    seen: list[Tokens] = []
    theme.changed.connect(seen.append)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert seen == [DARK, LIGHT]
    theme.deleteLater()


def test_a_choice_outlasts_what_the_system_says(qapp: QApplication) -> None:
    theme = ThemeController()
    theme.set_choice("dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens is DARK
    theme.set_choice("light")
    assert theme.tokens is LIGHT
    theme.deleteLater()


def test_every_risk_has_a_colour_words_and_an_icon_of_its_own(qapp: QApplication) -> None:
    theme = ThemeController()
    assert len({theme.risk_colour(risk) for risk in Risk}) == len(Risk)
    assert len({words.icon for words in RISK_WORDS.values()}) == len(Risk)
    assert set(RISK_WORDS) == set(Risk)
    theme.deleteLater()


def test_every_icon_is_drawn_in_the_colour_asked_for_and_at_device_pixels(qapp: QApplication) -> None:
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        pixmap = icon(path.stem, "#2457D6").pixmap(QSize(16, 16), 2.0)
        assert pixmap.size() == QSize(32, 32), path.stem
        image = pixmap.toImage()
        drawn = {
            image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {"#2457d6"}, path.stem
