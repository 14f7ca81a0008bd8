"""The window's parts: where they stand at every size, which side they are on, and how the keys go between them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.look.theme import ThemeController
from app.ui.shell.main_window import MainWindow
from app.ui.shell.placing import in_sight
from app.ui.shell.window_state import Place, WindowState
from app.ui.widgets.overlay import Overlay

SCREEN = QRect(0, 0, 1920, 1040)
LEFT_OF_IT = QRect(-1280, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("wanted", "rooms", "placed"),
    [
        pytest.param(QRect(100, 100, 1240, 820), [SCREEN], QRect(100, 100, 1240, 820), id="fits"),
        pytest.param(QRect(-1200, 50, 900, 600), [SCREEN, LEFT_OF_IT], QRect(-1200, 50, 900, 600), id="other-screen"),
        pytest.param(QRect(-1200, 50, 900, 600), [SCREEN], QRect(0, 50, 900, 600), id="screen-is-gone"),
        pytest.param(QRect(3000, 2000, 900, 600), [SCREEN], QRect(1020, 440, 900, 600), id="far-away"),
        pytest.param(QRect(0, 0, 3840, 2100), [SCREEN], SCREEN, id="larger-than-the-screen"),
        pytest.param(QRect(1400, 300, 900, 600), [SCREEN], QRect(1400, 300, 900, 600), id="half-out-and-reachable"),
        pytest.param(QRect(300, -200, 900, 600), [SCREEN], QRect(300, 0, 900, 600), id="top-edge-out-of-reach"),
    ],
)
def test_a_window_comes_back_in_sight(wanted: QRect, rooms: list[QRect], placed: QRect) -> None:
    assert in_sight(wanted, rooms) == placed


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    made = ThemeController(choice="light")
    yield made
    made.set_text_percent(100)
    made.deleteLater()


def shown(
    theme: ThemeController, state: WindowState | None = None, *, size: tuple[int, int] | None = (1240, 800)
) -> MainWindow:
    window = MainWindow(theme, state or WindowState())
    if size is not None:
        window.resize(*size)
    window.show()
    QTest.qWaitForWindowExposed(window)
    QApplication.processEvents()
    return window


def gone(window: MainWindow) -> None:
    window.let_close()
    window.deleteLater()
    QApplication.processEvents()


def from_left(window: MainWindow) -> list[QWidget]:
    parts = (window.sidebar, window.header, window.dock)
    return sorted(
        (part for part in parts if part.isVisible()), key=lambda part: part.mapTo(window, part.rect().topLeft()).x()
    )


def test_list_and_dock_change_sides_and_stay_there(theme: ThemeController) -> None:
    window = shown(theme)
    assert from_left(window) == [window.sidebar, window.header, window.dock]
    window.move_sidebar()
    window.move_dock()
    assert from_left(window) == [window.dock, window.header, window.sidebar]
    window.move_dock()
    assert from_left(window) == [window.header, window.dock, window.sidebar], "the list stands outermost"
    kept = window.remembered(WindowState())
    gone(window)
    again = shown(theme, kept)
    assert from_left(again) == [again.header, again.dock, again.sidebar]
    gone(again)


def test_each_set_of_screens_has_a_place_of_its_own(theme: ThemeController) -> None:
    window = shown(theme, WindowState(places={"640x480": Place(sidebar_width=222)}))
    window.toggle_dock()
    window.resize(770, 600)
    kept = window.remembered(WindowState(places={"640x480": Place(sidebar_width=222)}))
    gone(window)
    (here,) = set(kept.places) - {"640x480"}
    assert not kept.places[here].dock_shown
    assert kept.places["640x480"] == Place(sidebar_width=222)
    # What was left last with other screens gives way to what was left last with these.
    elsewhere = WindowState(geometry="", dock_shown=True, places=kept.places)
    again = shown(theme, elsewhere, size=None)
    assert (again.width(), again.height(), again.dock.isVisible()) == (770, 600, False)
    gone(again)


def test_nothing_sticks_out_of_the_window(theme: ThemeController) -> None:
    window = shown(theme, size=(700, 500))
    outside = []
    for percent in (80, 100, 150, 200):
        theme.set_text_percent(percent)
        for size in ((700, 500), (1280, 800), (1920, 1080), (3840, 2160)):
            window.resize(*size)
            window.toggle_dock()  # whatever the size: what was hidden is asked for, and the other way round
            QApplication.processEvents()
            assert (window.width(), window.height()) == size
            for part in (*window.sidebar.findChildren(QWidget), *window.header.findChildren(QWidget), window.composer):
                place = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
                if part.isVisible() and not window.rect().contains(place):
                    outside.append((percent, size, type(part).__name__, part.accessibleName()))
    assert outside == []
    gone(window)


def test_with_larger_words_the_parts_at_the_sides_make_room_earlier(theme: ThemeController) -> None:
    window = shown(theme, size=(1240, 800))
    assert window.dock.isVisible()
    theme.set_text_percent(200)
    QApplication.processEvents()
    assert not window.dock.isVisible()
    assert not window.sidebar.isVisible()
    theme.set_text_percent(100)
    QApplication.processEvents()
    assert window.dock.isVisible()
    assert window.sidebar.isVisible()
    gone(window)


def region_of(window: MainWindow) -> QWidget | None:
    at = QApplication.focusWidget()
    parts = (window.sidebar, window.header, window.composer, window.dock)
    return next((part for part in parts if at is not None and part.isAncestorOf(at)), None)


def test_the_keys_go_round_the_parts_that_are_shown_and_back_to_where_one_was(theme: ThemeController) -> None:
    window = shown(theme)
    window.activateWindow()
    window.focus_composer()
    window.regions.move(1)
    assert region_of(window) is window.dock
    window.regions.move(1)
    assert region_of(window) is window.sidebar
    window.sidebar.search.setFocus(Qt.FocusReason.TabFocusReason)
    window.regions.move(1)
    assert QApplication.focusWidget() is window.header.account_button
    window.regions.move(-1)
    assert QApplication.focusWidget() is window.sidebar.search
    window.toggle_sidebar()
    window.focus_composer()
    window.regions.move(-1)
    window.regions.move(-1)
    assert region_of(window) is window.dock, "a hidden part is passed over"
    gone(window)


def test_a_panel_floats_in_a_window_of_its_own_and_escape_puts_it_back(theme: ThemeController) -> None:
    window = shown(theme)
    window.activateWindow()
    window.focus_composer()
    window.float_dock()
    QApplication.processEvents()
    own = window.dock.window()
    assert own is not window
    assert own.isVisible()
    assert from_left(window) == [window.sidebar, window.header, window.dock]
    assert region_of(window) is window.dock, "what was taken out has the focus"
    window.resize(700, 480)
    QApplication.processEvents()
    assert own.isVisible(), "a small window takes no room from a panel that floats"
    window.resize(1240, 800)
    QTest.keyClick(own, Qt.Key.Key_Tab)
    assert region_of(window) is window.dock, "Tab stays in its window"
    window.regions.move(1)
    QApplication.processEvents()
    assert region_of(window) is window.sidebar, "F6 goes on to the other windows"
    window.toggle_dock()
    assert not own.isVisible()
    window.toggle_dock()
    assert own.isVisible()
    QTest.keyClick(own, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not own.isVisible()
    assert window.dock.window() is window
    assert window.dock.isVisible()
    window.float_sidebar()
    QApplication.processEvents()
    window.sidebar.window().close()
    QApplication.processEvents()
    assert from_left(window) == [window.sidebar, window.header, window.dock]
    gone(window)


def test_panels_that_float_come_back_where_they_were_and_in_sight(theme: ThemeController) -> None:
    window = shown(theme)
    window.float_sidebar()
    window.float_dock()
    window.dock.window().setGeometry(120, 90, 333, 444)
    window.sidebar.window().setGeometry(5000, 4000, 300, 400)  # on a screen that goes
    QApplication.processEvents()
    kept = window.remembered(WindowState())
    gone(window)
    again = MainWindow(theme, kept)
    assert not again.dock.isVisible(), "a panel's window does not come before the main one"
    again.show()
    QTest.qWaitForWindowExposed(again)
    QApplication.processEvents()
    assert again.dock.window().geometry() == QRect(120, 90, 333, 444)
    assert again.screen().availableGeometry().contains(again.sidebar.window().geometry())
    again.hide()
    assert not again.dock.isVisible()
    assert (again.remembered(WindowState()).dock_floats, again.remembered(WindowState()).dock_shown) == (True, True)
    gone(again)


def test_a_panel_that_floats_takes_no_keys_while_a_question_waits(theme: ThemeController) -> None:
    window = shown(theme)
    window.float_dock()
    window.rest_panels(True)
    assert not window.dock.isEnabled()
    window.rest_panels(False)
    assert window.dock.isEnabled()
    gone(window)


def test_a_panel_that_floats_over_the_window_makes_way_for_what_is_chosen_there(theme: ThemeController) -> None:
    window = shown(theme)
    window.float_dock()
    own = window.dock.window()
    own.move(window.pos())
    palette = Overlay(window, QLineEdit())
    for panel in window.panels:
        palette.covers.connect(panel.make_way)
    palette.open()
    assert not own.isVisible()
    palette.close_panel()
    assert own.isVisible()
    gone(window)
