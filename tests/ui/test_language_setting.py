"""The language of the window: the setting's or the system's, known before the first picture, changed by a new start."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.language import tr
from app.domain.settings import Settings
from app.storage.language_setting import language_in
from app.ui.application import START_AGAIN, run_window
from app.ui.control.window import WindowController
from app.ui.language import are_same, chosen, speak
from app.ui.look.theme import ThemeController
from app.ui.preferences.dialog import SettingsDialog
from app.ui.shell.main_window import MainWindow
from tests.ui_fixtures import build_test_application, until

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = {
    "Settings": ("Einstellungen", "设置"),
    "Appearance": ("Darstellung", "外观"),
    "Language": ("Sprache", "语言"),
    "As the system says": ("Wie das System", "跟随系统"),
    "Keys": ("Schlüssel", "密钥"),
    "Set {title} back to the default": ("{title} auf die Vorgabe zurücksetzen", "将“{title}”恢复为默认值"),
    "tokens": ("Token", "token"),
}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeController]:
    controller = ThemeController()
    yield controller
    controller.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with German and Chinese of :data:`WORDS`, as a translator's file makes them."""
    folder = tmp_path_factory.mktemp("translations")
    for at, name in enumerate(("de", "zh_CN")):
        entries = "".join(
            f"<message><source>{escape(text)}</source><translation>{escape(said[at])}</translation></message>"
            for text, said in WORDS.items()
        )
        source = folder / f"baton_{name}.ts"
        source.write_text(
            f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="{name}">'
            f"<context><name></name>{entries}</context></TS>",
            encoding="utf-8",
        )
        tool = Path(sys.executable).with_name("pyside6-lrelease" + (".exe" if sys.platform == "win32" else ""))
        subprocess.run([str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)
    return folder


class Wanting(QLocale):
    """A system whose person reads these, the best first."""

    def __init__(self, *names: str) -> None:
        super().__init__(names[0])
        self._names = list(names)

    def uiLanguages(self, *_separator: object) -> list[str]:
        return self._names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, "system"),
        ("", "system"),
        ('language = "de"\n', "de"),
        ('\ufeff# mine\ntheme = "dark"\nlanguage = "zh_CN"\n', "zh_CN"),
        ("# language\n", "system"),
        ("language = 3\n", "system"),
        ('language = "de\n', "system"),
        ('[language]\nname = "de"\n', "system"),
    ],
    ids=["no file", "empty", "set", "among others", "a comment", "no text", "damaged", "a table"],
)
def test_the_file_tells_the_language_before_the_settings_are_read(tmp_path: Path, text: str | None, found: str) -> None:
    file = tmp_path / "settings.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert language_in(file) == found
    assert text is None or file.read_text(encoding="utf-8") == text, "a damaged file is left for whoever reads it whole"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (("de-AT", "de"), "Einstellungen"),
        (("fr-FR", "fr", "de"), "Einstellungen"),
        (("en-GB", "en", "de"), "Settings"),
        (("zh-Hans-SG", "zh-SG", "zh"), "设置"),
        (("zh-Hant-TW", "zh-TW", "zh"), "Settings"),
        (("C",), "Settings"),
    ],
    ids=["a country's", "the second", "English before German", "Singapore", "Taiwan", "none"],
)
def test_a_person_is_spoken_to_in_the_first_of_their_languages(
    qapp: QApplication, translations: Path, wanted: tuple[str, ...], said: str
) -> None:
    assert speak(Wanting(*wanted), translations) is (said != "Settings")
    assert tr("Settings") == said


def test_the_setting_goes_before_the_system(qapp: QApplication, translations: Path, tmp_path: Path) -> None:
    assert [chosen(name).name() for name in ("de", "zh_CN")] == ["de_DE", "zh_CN"]
    assert [chosen(name) for name in ("system", "nobody's")] == [QLocale.system()] * 2
    assert not speak(chosen("en"), translations)
    assert not speak(chosen("de"), tmp_path), "without its file a language is English, and nobody is told"
    assert tr("Settings") == "Settings"


def test_the_preferences_are_german_where_german_is_spoken(
    qapp: QApplication, theme: ThemeController, window: QWidget, translations: Path
) -> None:
    assert speak(chosen("de"), translations)
    dialog = SettingsDialog(theme, window)
    dialog.set_settings(Settings())
    dialog.open_page("Appearance")
    assert dialog.windowTitle() == "Einstellungen"
    assert dialog.page == "Appearance", "a page is asked for by the same name in every language"
    listed = [dialog.nav.item(at).text() for at in range(dialog.nav.count())]
    assert listed[:4] == ["Darstellung", "Models", "Schlüssel", "Endpoints"], "what is not translated is English"
    row = dialog.rows["language"]
    assert "Sprache" in [label.text() for label in row.findChildren(QLabel)]
    assert "Sprache auf die Vorgabe zurücksetzen" in [child.accessibleName() for child in row.findChildren(QWidget)]
    field = row.field
    assert isinstance(field, QComboBox)
    assert [field.itemText(at) for at in range(field.count())] == ["Wie das System", "English", "Deutsch", "简体中文"]
    assert dialog.rows["local_context_tokens"].field.property("suffix") == " Token"
    QTest.keyClicks(dialog.search, "sprache")
    assert [name for name, one in dialog.rows.items() if one.isVisible()] == ["language"]
    dialog.close()


def test_the_language_that_runs_already_waits_for_nothing(
    qapp: QApplication, theme: ThemeController, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    assert are_same("system", "de")
    assert not are_same("system", "en")
    dialog = SettingsDialog(theme, window)
    dialog.set_at_start(Settings())
    dialog.open_page("Appearance")
    row = dialog.rows["language"]
    dialog.set_settings(Settings(language="de"))
    assert not row.waiting.isVisible()
    dialog.set_settings(Settings(language="en"))
    assert row.waiting.isVisible()
    dialog.close()


def test_another_language_says_that_it_waits_for_the_next_start(
    qapp: QApplication, theme: ThemeController, window: QWidget
) -> None:
    dialog = SettingsDialog(theme, window)
    dialog.set_at_start(Settings(language="de"))
    dialog.set_settings(Settings(language="de"))
    dialog.open_page("Appearance")
    row = dialog.rows["language"]
    wanted: list[object] = []
    dialog.setting_changed.connect(lambda *what: wanted.append(what))
    dialog.restart_requested.connect(lambda: wanted.append("start again"))
    assert not row.waiting.isVisible()
    row.field.setFocus()
    QTest.keyClick(row.field, Qt.Key.Key_Down)
    assert wanted == [("language", "zh_CN")]
    assert not row.waiting.isVisible(), "it is not saved yet"
    dialog.set_settings(Settings(language="zh_CN"))
    assert row.waiting.isVisible()
    QTest.keyClick(row.restart_button, Qt.Key.Key_Space)
    assert wanted[1:] == ["start again"]
    dialog.set_settings(Settings(language="de", theme="dark"))
    assert not row.waiting.isVisible()
    assert not dialog.rows["theme"].waiting.isVisible(), "what counts at once waits for nothing"
    dialog.close()


def test_the_window_ends_to_be_started_again(qapp: QApplication, tmp_path: Path) -> None:
    tasks: list[asyncio.Task[None]] = []

    def ready(window: MainWindow, controller: WindowController) -> None:
        async def drive() -> None:
            try:
                controller.preferences.open("Appearance")
                dialog = controller.preferences.dialog
                assert dialog is not None
                row = dialog.rows["language"]
                row.field.setFocus()
                for _ in range(2):  # past English, which runs already
                    QTest.keyClick(row.field, Qt.Key.Key_Down)
                await until(row.waiting.isVisible)
                row.restart_button.click()
            except BaseException:
                controller.quit()  # or the window stays for ever
                raise

        tasks.append(asyncio.get_running_loop().create_task(drive()))

    status = run_window(lambda: build_test_application(tmp_path), state_file=tmp_path / "w.json", on_ready=ready)
    assert status == START_AGAIN
    assert language_in(tmp_path / "settings.toml") == "de"


def test_a_run_that_ended_is_begun_again_by_the_same_command() -> None:
    code = (
        "import os, sys\n"
        "from app.system.starting_again import start_again\n"
        "print(os.environ.get('RUN', '1'), *sys.argv[1:])\n"
        "if 'RUN' not in os.environ:\n"
        "    os.environ['RUN'] = '2'\n"
        "    sys.exit(start_again())\n"
    )
    environ = {name: value for name, value in os.environ.items() if name != "RUN"}
    environ["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-c", code, "--quick-ask"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.split(), done.returncode) == (["1", "--quick-ask", "2", "--quick-ask"], 0), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the new run has a process of its own")
def test_no_child_that_was_left_running_outlives_the_run_that_another_takes_the_place_of() -> None:
    code = (
        "import os, subprocess, sys, time\n"
        "from app.system.starting_again import start_again\n"
        "if 'CHILD' in os.environ:\n"
        "    import psutil\n"
        "    sys.exit(psutil.pid_exists(int(os.environ['CHILD'])))\n"
        "child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)'])\n"
        "os.environ['CHILD'] = str(child.pid)\n"
        "start_again()\n"
    )
    environ = {name: value for name, value in os.environ.items() if name != "CHILD"}
    environ["PYTHONPATH"] = str(ROOT)
    done = subprocess.run([sys.executable, "-c", code], env=environ, timeout=60, check=False)
    assert done.returncode == 0
