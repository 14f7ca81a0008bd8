"""A window with the confirmation sheet over it, and a person's hands on it: real clicks and keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.aws import (
    Call,
    Consent,
    Operation,
    OperationId,
    ParameterShape,
    PlanConsent,
    PlanProposal,
    Proposal,
    ShapeKind,
)
from app.domain.errors import NotFoundError
from app.services.aws import AwsService
from app.ui.confirmation import ConfirmationSheet
from app.ui.look.theme import ThemeController
from app.ui.widgets.disclosure import Disclosure
from tests.transcript_fixtures import until

BUCKET = ParameterShape(name="Bucket", kind=ShapeKind.STRING, required=True, minimum=3, maximum=63)


class CheckingAws(AwsService):
    """Knows what is wrong with parameters, and nothing else of AWS."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.checked: list[Mapping[str, object]] = []
        self.error: NotFoundError | None = None
        self.there: Mapping[str, Sequence[tuple[str, str]]] = {}

    async def choosable(self, operation: Operation) -> frozenset[str]:
        return frozenset(self.there)

    async def choices(self, call: Call, parameter: str) -> Sequence[tuple[str, str]]:
        if self.error is not None:
            raise self.error
        return self.there[parameter]

    async def problems(self, operation: OperationId, parameters: dict[str, object]) -> Sequence[str]:
        self.checked.append(parameters)
        if self.error is not None:
            raise self.error
        return self.found


class Desk:
    """A window with a sheet, and a person's hands on it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, theme: ThemeController) -> None:
        self.loop = loop
        self.window = QMainWindow()
        self.below = QLineEdit()
        self.window.setCentralWidget(self.below)
        self.window.resize(900, 700)
        self.aws = CheckingAws()
        self.sheet = ConfirmationSheet(self.window, theme, self.aws)
        self.window.show()
        self.below.setFocus()
        QApplication.processEvents()

    def run(self, hands: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self.loop.run_until_complete(asyncio.wait_for(hands(), 30))

    def ask(self, question: Proposal) -> asyncio.Task[Consent]:
        return asyncio.ensure_future(self.sheet.ask(question))

    def ask_plan(self, question: PlanProposal) -> asyncio.Task[PlanConsent]:
        return asyncio.ensure_future(self.sheet.ask_plan(question))

    async def shown(self) -> None:
        await until(lambda: self.sheet.isVisible() and self.sheet.page is not None)

    def button(self, words: str) -> QPushButton:
        assert self.sheet.page is not None
        return next(
            b for b in self.sheet.page.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(self.sheet)
        )

    def field(self, name: str) -> QWidget:
        assert self.sheet.page is not None
        kinds = (QLineEdit, QComboBox, QPlainTextEdit)
        return next(
            w
            for kind in kinds
            for w in self.sheet.page.findChildren(kind)
            if w.accessibleName() == name and w.isVisibleTo(self.sheet)
        )

    def press(self, words: str) -> None:
        button = self.button(words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def in_sight(self, widget: QWidget) -> bool:
        """Whether all of a widget's height can be seen without scrolling."""
        return widget.isVisibleTo(self.sheet) and widget.visibleRegion().boundingRect().height() == widget.height()

    def folds(self) -> list[Disclosure]:
        """The lines that unfold something."""
        return [fold for fold in self.sheet.findChildren(Disclosure) if fold.isVisibleTo(self.sheet)]

    def said(self, words: str) -> QLabel:
        """The label that says ``words``."""
        return next(
            label
            for label in self.sheet.findChildren(QLabel)
            if words in label.text().replace("\u200b", "") and label.isVisibleTo(self.sheet)
        )

    def words(self) -> str:
        return "\n".join(
            label.text().replace("\u200b", "")
            for label in self.sheet.findChildren(QLabel)
            if label.isVisibleTo(self.sheet)
        )


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: ThemeController, qtbot: QtBot) -> Desk:
    made = Desk(qt_loop, theme)
    qtbot.addWidget(made.window)
    return made
