"""The theme: contrast, text size, motion, following the system, icons at every scale."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtDBus import QDBusVariant
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from app import RESOURCES
from app.domain.aws import Risk
from app.ui.look import portal
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_icon_size, stylesheet
from app.ui.look.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, RISK_WORDS, ThemeController, Tokens, scaled
from app.ui.look.tokens import FOCUS_PX, contrast

PAINTED = ("muted", "accent", "sensitive_read", "write", "permissions", "destructive", "good")
THEMES = pytest.mark.parametrize(
    "tokens",
    [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST],
    ids=["light", "dark", "light-contrast", "dark-contrast"],
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    made = ThemeController(choice="light")
    yield made
    made.set_text_percent(100)
    made.set_motion("system")
    made.deleteLater()


def least(tokens: Tokens) -> float:
    return 7 if tokens.is_high_contrast else 4.5


def plain(tokens: Tokens) -> list[str]:
    """What text of any colour stands on."""
    return [tokens.background, tokens.surface, tokens.code_background, tokens.hover, tokens.pressed]


@THEMES
@pytest.mark.parametrize("name", PAINTED)
def test_every_colour_of_text_can_be_read_on_every_plain_background(tokens: Tokens, name: str) -> None:
    found = {under: contrast(getattr(tokens, name), under) for under in plain(tokens)}
    assert {under: ratio for under, ratio in found.items() if ratio < least(tokens)} == {}


@THEMES
@pytest.mark.parametrize("name", PAINTED)
def test_a_chip_can_be_read_on_the_hint_of_its_own_colour(tokens: Tokens, name: str) -> None:
    colour = getattr(tokens, name)
    assert contrast(colour, tokens.tint(colour)) >= least(tokens)


@THEMES
def test_text_has_the_higher_contrast_on_everything_it_stands_on(tokens: Tokens) -> None:
    tinted = [tokens.tint(getattr(tokens, name)) for name in PAINTED]
    for under in (*plain(tokens), tokens.selection, *tinted):
        assert contrast(tokens.text, under) >= 7


@THEMES
def test_words_on_filled_buttons_can_be_read(tokens: Tokens) -> None:
    for under in (tokens.accent, tokens.accent_hover, tokens.accent_pressed, tokens.destructive):
        assert contrast(tokens.on_accent, under) >= least(tokens)


_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"#[0-9A-F]{6}")


def rules(tokens: Tokens) -> list[tuple[str, dict[str, str]]]:
    """Every rule of the style sheet, as its selector and what it says."""
    found = []
    for selector, body in _RULE.findall(stylesheet(tokens, round)):
        said = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        found.append((" ".join(selector.split()), {name.strip(): value.strip() for name, value in said.items()}))
    return found


@THEMES
def test_every_pair_of_colours_of_the_style_sheet_can_be_read(tokens: Tokens) -> None:
    unread = {}
    for selector, said in rules(tokens):
        for text, under in (("color", "background"), ("selection-color", "selection-background-color")):
            if not _COLOUR.fullmatch(said.get(text, "")) or ":disabled" in selector:
                continue
            own = said.get(under, "transparent")
            for behind in [own] if _COLOUR.fullmatch(own) else plain(tokens):
                if contrast(said[text], behind) < least(tokens):
                    unread[selector, said[text], behind] = contrast(said[text], behind)
    assert unread == {}


@THEMES
def test_the_focus_is_a_line_of_two_pixels_that_stands_out_from_what_it_surrounds(tokens: Tokens) -> None:
    focused = {selector: said for selector, said in rules(tokens) if ":focus" in selector and "border" in said}
    for kind in ("QPushButton:focus", "QToolButton:focus", "QLineEdit:focus", "QCheckBox::indicator:focus"):
        assert any(kind in selector for selector in focused), kind
    for selector, said in focused.items():
        width, _, colour = said["border"].split()
        assert width == f"{FOCUS_PX}px", selector
        assert min(contrast(colour, under) for under in (tokens.background, tokens.surface)) >= 3, selector


@pytest.mark.parametrize("tokens", [LIGHT_CONTRAST, DARK_CONTRAST], ids=["light", "dark"])
def test_with_high_contrast_every_outline_is_seen_and_what_is_chosen_has_one(tokens: Tokens) -> None:
    for line in (tokens.line, tokens.control_line):
        assert min(contrast(line, under) for under in plain(tokens)) >= 3
    assert min(contrast(tokens.chosen_line, under) for under in plain(tokens)) >= 7
    assert min(contrast(tokens.disabled, under) for under in (tokens.background, tokens.surface)) >= 4.5


def test_the_two_themes_differ_in_every_colour() -> None:
    for field in dataclasses.fields(Tokens):
        if field.name != "is_high_contrast":
            assert getattr(LIGHT, field.name) != getattr(DARK, field.name), field.name


@THEMES
def test_every_picture_the_style_sheet_names_is_there(tokens: Tokens) -> None:
    named = re.findall(r'url\("([^"]+)"\)', stylesheet(tokens, round))
    assert len(named) > 3
    assert [path for path in named if not Path(path).exists()] == []


def test_the_window_follows_the_system_while_it_runs(qapp: QApplication, theme: ThemeController) -> None:
    theme.set_choice("system")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    seen: list[Tokens] = []
    theme.changed.connect(seen.append)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert seen == [DARK, LIGHT]


def test_a_choice_outlasts_what_the_system_says(theme: ThemeController) -> None:
    theme.set_choice("dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens is DARK
    theme.set_choice("light")
    assert theme.tokens is LIGHT


def test_contrast_is_chosen_apart_from_light_and_dark(qapp: QApplication, theme: ThemeController) -> None:
    theme.set_contrast("high")
    assert theme.tokens is LIGHT_CONTRAST
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == "#000000"
    theme.set_choice("dark")
    assert theme.tokens is DARK_CONTRAST
    theme.set_contrast("system")  # nothing here asks for more
    assert theme.tokens is DARK


def test_text_of_every_kind_grows_with_the_text_size_and_back(qapp: QApplication, theme: ThemeController) -> None:
    plain, title, button, tool = QLabel("a"), QLabel("b"), QPushButton("c"), QToolButton()
    title.setProperty("look", "title")
    set_icon_size(tool, 18)
    hold_size(button, width_px=100)
    widgets = (plain, title, button, tool)

    def sizes() -> list[int]:
        for widget in widgets:
            widget.ensurePolished()
        qapp.processEvents()
        return [plain.font().pixelSize(), title.font().pixelSize(), button.width(), tool.iconSize().width()]

    for widget in widgets:
        widget.show()
    before = sizes()
    assert before == [13, 22, 100, 18]
    theme.set_text_percent(200)
    assert sizes() == [2 * size for size in before]
    assert (theme.text_size_px, scaled(10)) == (30, 20)
    theme.set_text_percent(1000)  # a file may say anything
    assert theme.text_percent == 200
    theme.set_text_percent(100)
    assert sizes() == before
    for widget in widgets:
        widget.deleteLater()


def test_nothing_moves_where_the_person_wants_that(theme: ThemeController) -> None:
    hints = QGuiApplication.styleHints()
    blinking_ms = hints.cursorFlashTime()
    assert blinking_ms > 0
    theme.set_motion("none")
    assert theme.is_still
    assert hints.cursorFlashTime() == 0
    theme.set_motion("system")
    assert hints.cursorFlashTime() == blinking_ms
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def test_where_qt_knows_nothing_the_settings_portal_is_followed(
    qapp: QApplication, theme: ThemeController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal, "can_ask", lambda: True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    theme.set_choice("system")
    theme._ask_portal()
    asked = theme._portal
    assert asked is not None

    def told(key: str, value: int) -> None:  # as the bus tells it, wrapped once more by older portals
        asked._told("org.freedesktop.appearance", key, QDBusVariant(QDBusVariant(value)))

    assert theme.tokens is LIGHT
    told("color-scheme", 1)
    assert theme.tokens is DARK
    told("contrast", 1)
    assert theme.tokens is DARK_CONTRAST
    told("reduced-motion", 1)
    assert theme.is_still
    theme.set_contrast("normal")
    assert theme.tokens is DARK, "a choice outlasts what the portal says"
    for key in ("color-scheme", "contrast", "reduced-motion"):
        told(key, 0)
    assert (theme.tokens, theme.is_still) == (LIGHT, False)


def test_every_risk_has_a_colour_words_and_an_icon_of_its_own(theme: ThemeController) -> None:
    assert len({theme.risk_colour(risk) for risk in Risk}) == len(Risk)
    assert len({words.icon for words in RISK_WORDS.values()}) == len(Risk)
    assert set(RISK_WORDS) == set(Risk)


def test_every_icon_is_drawn_in_the_colour_asked_for_and_at_device_pixels(qapp: QApplication) -> None:
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        pixmap = icon(path.stem, "#2457D6").pixmap(QSize(16, 16), 2.0)
        assert pixmap.size() == QSize(32, 32), path.stem
        image = pixmap.toImage()
        drawn = {
            image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {"#2457d6"}, path.stem
