"""What the window remembers, as it stands in a file that anything may have written."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from app.services.application import Application
from app.ui.application import WindowRun
from app.ui.control.window import WindowController
from app.ui.look.theme import ThemeController
from app.ui.shell.main_window import MainWindow
from app.ui.shell.window_state import Place, WindowState, load_state, save_state
from tests.ui_fixtures import build_test_application

_FLAWED = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)  # halves of characters too
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | _FLAWED
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FLAWED, inner, max_size=3), max_leaves=6
)


def _object(kind: type) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {}, optional={item.name: _VALUES for item in dataclasses.fields(kind) if item.name != "places"}
    )


@given(read=_object(WindowState), places=st.dictionaries(_FLAWED, _object(Place) | _VALUES, max_size=2) | _VALUES)
@example(read={"geometry": "ñ"}, places={"one": {"sidebar_window": "ñ"}})
@example(read={"sidebar_width": 10**30, "text_percent": 0}, places={"one": {"dock_width": -(10**30)}})
@example(read={"drafts": {"\ud800": "\ud800 lone"}, "conversation_id": "\ud800"}, places=None)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_says_can_be_shown_and_written_again(
    qapp: QApplication, read: dict[str, object], places: object
) -> None:
    splitter = QSplitter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "window.json"
        file.write_text(json.dumps({**read, "places": places}), encoding="ascii")
        state = load_state(file)
        kept: tuple[WindowState | Place, ...] = (state, *state.places.values())
        for place in kept:
            for geometry in (place.geometry, place.sidebar_window, place.dock_window):
                QByteArray.fromBase64(geometry.encode("ascii"))
            splitter.setSizes([place.sidebar_width, place.dock_width])
        json.dumps(dataclasses.asdict(state), ensure_ascii=False).encode()  # no half of a character is left
        assert state.text_percent > 0
        save_state(file, state)
        assert load_state(file).places == state.places
        assert list(Path(folder).iterdir()) == [file]


@pytest.mark.parametrize(
    "text",
    [
        '{"geometry": "ñ"}',
        '{"sidebar_floats": true, "dock_floats": true, "dock_window": "ñ", "sidebar_window": "\\ud800"}',
        '{"a":' * 100_000,
        f'{{"sidebar_width": {10**30}, "text_percent": -7, "theme": "ñ", "dock_side": "over"}}',
    ],
    ids=["geometry", "floating", "deep", "numbers"],
)
def test_a_window_is_shown_over_rubbish(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    (tmp_path / "window.json").write_text(text, encoding="utf-8")
    state = load_state(tmp_path / "window.json")
    theme = ThemeController(choice=state.theme, contrast=state.contrast, percent=state.text_percent)
    window = MainWindow(theme, state)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    save_state(tmp_path / "window.json", window.remembered(state))
    assert load_state(tmp_path / "window.json").geometry
    window.let_close()
    theme.deleteLater()


def test_half_a_character_in_a_draft_is_written_as_a_question_mark(tmp_path: Path) -> None:
    save_state(tmp_path / "w.json", WindowState(drafts={"a": "\ud800 lone"}))
    assert load_state(tmp_path / "w.json").drafts == {"a": "? lone"}


def test_the_services_are_closed_where_the_state_cannot_be_saved(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []

    def build() -> Application:
        app = build_test_application(tmp_path, ())

        async def close() -> None:
            closed.append("services")
            await app.aclose()

        return dataclasses.replace(app, aclose=close)

    def ready(window: MainWindow, controller: WindowController) -> None:
        monkeypatch.setattr(controller, "state", _broken)
        window.close()

    run = WindowRun(build, state_file=tmp_path / "window.json", on_ready=ready)
    assert qt_loop.run_until_complete(asyncio.wait_for(run.run(), 60)) == 0
    run.theme.deleteLater()
    run.deleteLater()
    QApplication.processEvents()
    assert closed == ["services"]


def _broken() -> WindowState:
    raise ZeroDivisionError
