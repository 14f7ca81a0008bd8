"""Words in the person's language: what stands in the code is found by Linguist, and what it made is said."""

from __future__ import annotations

import ast
import importlib.util
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.domain import language
from app.domain.aws import Account, AccountKind
from app.domain.language import plural, tr
from app.domain.serving import ServingState
from app.domain.settings import Settings, setting_infos
from app.ui.language import TRANSLATIONS, speak
from app.ui.look.theme import ThemeController
from app.ui.shell.header import Header

ROOT = Path(__file__).resolve().parent.parent.parent
FOUND_BY_LINGUIST = {"tr": 1, "plural": 2, "marked": 1}  # and how many of its first arguments are texts
GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name></name>
<message><source>Menu</source><translation>Menü</translation></message>
<message><source>Model: {title}</source><translation>Modell: {title}</translation></message>
<message numerus="yes"><source>One program waits for an answer.</source>
<comment>{count} programs wait for an answer.</comment>
<translation><numerusform>Ein Programm wartet auf Antwort.</numerusform>
<numerusform>{count} Programme warten auf Antwort.</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture
def tool() -> ModuleType:
    """packaging/translations.py, which is a script."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every place of the code that asks for a text, and what it is called by."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "from app.domain.language import" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FOUND_BY_LINGUIST:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def fields(text: str) -> set[str]:
    """The names of what is put into a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def messages(file: Path) -> Iterator[tuple[tuple[str, str], ET.Element]]:
    for message in ET.parse(file).iter("message"):
        yield (message.findtext("source", ""), message.findtext("comment", "")), message


def test_without_a_translation_english_is_said_with_its_values() -> None:
    assert tr("Model: {title}", title="{x}") == "Model: {x}"
    assert tr("100 % {sure}") == "100 % {sure}"
    assert [plural("One chat", "{count} chats", count) for count in (0, 1, 2)] == ["0 chats", "One chat", "2 chats"]


def test_every_text_is_a_literal_that_names_the_values_it_gets() -> None:
    wrong = []
    for place, call in calls():
        assert isinstance(call.func, ast.Name)
        texts = call.args[: FOUND_BY_LINGUIST[call.func.id]]
        if any(isinstance(text, (ast.JoinedStr, ast.BinOp)) for text in texts):
            wrong.append(f"{place} puts values into the text itself")
        literal = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
        given = {keyword.arg for keyword in call.keywords if keyword.arg}
        if call.func.id == "plural":
            given.add("count")
        wanted = set().union(*(fields(text) for text in literal)) if call.func.id != "marked" else given
        # What is handed on as a whole (``**values``) is not seen here, only what stands beside it.
        fits = wanted == given or (given <= wanted and any(keyword.arg is None for keyword in call.keywords))
        if literal and call.keywords and not fits and call.func.id != "plural":
            wrong.append(f"{place} wants {sorted(wanted)} and gets {sorted(given)}")
    assert wrong == []


def test_the_translators_files_have_every_text_of_the_code(tool: ModuleType, tmp_path: Path) -> None:
    for file in TRANSLATIONS.glob("*.ts"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    tool.update(tmp_path)
    for name in tool.LANGUAGES:
        now, kept = tmp_path / f"baton_{name}.ts", TRANSLATIONS / f"baton_{name}.ts"
        assert now.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), "packaging/translations.py update"


@pytest.mark.parametrize("name", ["de", "zh_CN"])
def test_every_text_is_translated_with_the_values_it_has(name: str) -> None:
    missing, wrong = [], []
    for (source, about), message in messages(TRANSLATIONS / f"baton_{name}.ts"):
        translation = message.find("translation")
        assert translation is not None
        is_counted = message.get("numerus") is not None
        said = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(said):
            missing.append(source)
        elif is_counted:
            # A form may be for one alone, and need not say it.
            wrong += [(source, text) for text in said if not fields(text) <= fields(source) | fields(about) | {"count"}]
            wrong += [(source, text) for text in said[-1:] if not fields(text) >= fields(about)]
        elif fields(said[0]) != fields(source):
            wrong.append((source, said[0]))
    assert (missing, wrong) == ([], [])


def test_what_baton_reads_is_made_of_what_the_translators_wrote(tool: ModuleType, tmp_path: Path) -> None:
    for name in tool.LANGUAGES:
        tool.release(TRANSLATIONS / f"baton_{name}.ts", tmp_path / "made.qm")
        kept = TRANSLATIONS / f"baton_{name}.qm"
        assert (tmp_path / "made.qm").read_bytes() == kept.read_bytes(), "packaging/translations.py compile"


def test_what_linguist_made_is_said_in_the_forms_the_language_has(
    qapp: QApplication, tool: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "baton_de.ts").write_text(GERMAN, encoding="utf-8")
    tool.release(tmp_path / "baton_de.ts", tmp_path / "baton_de.qm")
    assert speak(QLocale("de_DE"), tmp_path)
    theme = ThemeController()
    header = Header(theme)
    assert header.menu_button.accessibleName() == "Menü"
    header.set_model("{llama}", model_id="local:llama", is_private=True)
    assert header.model_button.accessibleName() == "Modell: {llama}"
    one, many = "One program waits for an answer.", "{count} programs wait for an answer."
    assert [plural(one, many, count) for count in (1, 7)] == [
        "Ein Programm wartet auf Antwort.",
        "7 Programme warten auf Antwort.",
    ]
    assert header.sidebar_button.accessibleName() == "Show the list of chats", "what is not translated is English"
    assert not speak(QLocale("fr_FR"), tmp_path)
    assert tr("Menu") == "Menu"
    header.deleteLater()
    theme.deleteLater()


def said_by(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, (QAbstractButton, QLabel)):
            yield widget.text()


def test_nothing_of_the_header_is_said_past_the_translation(qapp: QApplication) -> None:
    language.use(lambda text, about, count: f"⟦{text}⟧")
    theme = ThemeController()
    header = Header(theme)
    header.set_account(Account(key="demo", title="1", kind=AccountKind.DEMO), "2", None)
    header.set_serving(ServingState(url="3"))
    for private in (True, False):
        header.set_private(private)
        header.set_model("4", model_id="5", is_private=private)
        assert [text for text in said_by(header) if any(c.isalpha() for c in text) and "⟦" not in text] == []
    header.deleteLater()
    theme.deleteLater()


def test_the_settings_are_translated_where_they_are_shown() -> None:
    language.use(lambda text, about, count: {"Theme": "Farben"}.get(text, ""))
    (theme,) = (info for info in setting_infos() if info.name == "theme")
    assert (theme.title, tr(theme.title)) == ("Theme", "Farben")
    assert theme.problem("pink") is not None
    assert Settings().theme == "system"
