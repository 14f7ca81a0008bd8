"""From right to left: the window turns round, a message follows its own text, and code and calls stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication, QWidget

from app.providers.scripted import words
from app.ui.transcript.code import CodeText
from app.ui.transcript.footer import FooterSegment
from app.ui.transcript.prose import RichText
from app.ui.transcript.row import MessageRow
from tests.ui.test_shell_window import Driver, Runner, run
from tests.ui_fixtures import settled, until

__all__ = ["run"]

ANSWER = """שלום עולם

An English line.

```python
print("hello")
```
"""


@pytest.fixture(autouse=True)
def turned_back(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def left_of(part: QWidget, window: QWidget) -> int:
    return part.mapTo(window, QPoint(0, 0)).x()


def test_the_window_is_laid_out_from_right_to_left_and_back_while_it_is_open(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        window = person.window
        window.resize(1280, 900)
        await person.say("hello")
        await settled()

        def order() -> list[str]:
            (row,) = (row for row in window.findChildren(MessageRow) if "An English" in row.accessibleName())
            (footer,) = (part for part in row.findChildren(FooterSegment) if part.isVisible())
            parts = {
                "list": window.sidebar,
                "badge": window.header.account_button,
                "model": window.header.model_button,
                "name": row._name,
                "copy": footer._copy,
                "facts": footer._facts,
                "dock": window.dock,
            }
            return sorted(parts, key=lambda name: left_of(parts[name], window))

        before = order()
        assert before[0] == "list"
        assert before[-1] == "dock"
        await person.app.settings.change({"direction": "rtl"})
        await until(window.isRightToLeft)
        await settled()
        turned = order()
        assert turned[0] == "dock"
        assert turned[-1] == "list"
        for first, second in (("badge", "model"), ("copy", "facts"), ("name", "copy")):
            assert before.index(first) < before.index(second)
            assert turned.index(first) > turned.index(second), (first, second)
        await person.app.settings.change({"direction": "ltr"})
        await until(lambda: not window.isRightToLeft())
        await settled()
        assert order() == before

    run(drive, [words(ANSWER)])


def test_a_message_follows_its_own_text_and_code_stays_from_left_to_right(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.settings.change({"direction": "rtl"})
        await until(person.window.isRightToLeft)
        await person.say("hello")
        await settled()

        def directions() -> dict[str, Qt.LayoutDirection]:
            found = {}
            for prose in person.window.findChildren(RichText):
                block: QTextBlock = prose.document().begin()
                while block.isValid():
                    found[block.text()] = block.textDirection()
                    block = block.next()
            return found

        told = directions()
        assert told["שלום עולם"] is Qt.LayoutDirection.RightToLeft
        assert told["An English line."] is Qt.LayoutDirection.LeftToRight
        (code,) = (part for part in person.window.findChildren(CodeText) if "print" in part.toPlainText())
        assert not code.isRightToLeft()
        assert code.document().begin().textDirection() is Qt.LayoutDirection.LeftToRight

    run(drive, [words(ANSWER)])
