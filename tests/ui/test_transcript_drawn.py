"""What is drawn within a message: formulas and pictures, worked out off the window's thread."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.look.theme import ThemeController
from app.ui.transcript import TranscriptView
from app.ui.transcript.formulas import MOST_PARTS, FormulaLook, draw, parts_made
from app.ui.transcript.picture import PictureSegment, decoded
from app.ui.transcript.prose import RichText
from app.ui.transcript.row import MessageRow
from tests.transcript_fixtures import Script

LOOK = FormulaLook(size_px=15, x_height_px=8.0, colour="#C0262D", scale=1.0)


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> TranscriptView:
    """An empty transcript, shown."""
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view


def row_of(view: TranscriptView, node_id: str) -> MessageRow:
    row = view._window.built[node_id]
    assert isinstance(row, MessageRow)
    return row


def data_url(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a format's name is text here
    return "data:image/png;base64," + base64.b64encode(buffer.data().data()).decode()


def test_a_formula_is_drawn_in_the_colour_of_the_text() -> None:
    image = draw((r"\frac{a}{b}", False), replace(LOOK, scale=4.0))
    assert image is not None
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#c0262d"}


def test_a_formula_has_as_many_pixels_as_the_screen() -> None:
    image = draw(("x", False), replace(LOOK, scale=2.0))
    once = draw(("x", False), LOOK)
    assert image is not None
    assert once is not None
    assert image.width() > 1.5 * once.width()


@pytest.mark.parametrize("tex", [r"\frac{", "{" * 100 + "}" * 100], ids=["unclosed", "deep"])
def test_what_is_no_formula_is_not_drawn(tex: str) -> None:
    assert draw((tex, True), LOOK) is None


MULTIPLYING = {
    "roots": r"\sqrt{@}",
    "fractions": r"\frac{1}{@}",
    "exponents": "x^{@}",
    "braces": "{@}",
    "sums": r"\sum_{i=1}^{@} x",
    "matrices": r"\begin{matrix}@\end{matrix}",
    "cases": r"\begin{cases}@\end{cases}",
    "brackets": r"\left(@\right)",
    "accents": r"\hat{@}",
    "arrows": r"\xrightarrow{@}",
    "unseen": r"\phantom{@}",
}


@pytest.mark.parametrize("level", MULTIPLYING.values(), ids=MULTIPLYING)
def test_a_nested_formula_is_given_up_after_a_bounded_amount_of_work(level: str) -> None:
    tex = "x"
    for _ in range(30):
        tex = level.replace("@", tex)
    assert draw((tex, True), LOOK) is None
    assert parts_made() == MOST_PARTS + 1


@pytest.mark.parametrize(
    "tex", ["x_1+" * 499, r"\text{" + "word " * 390 + "}", "1" * 2_000], ids=["row", "text", "digits"]
)
def test_a_long_formula_is_given_up_after_a_bounded_amount_of_work(tex: str) -> None:
    assert draw((tex, True), LOOK) is None
    assert parts_made() > MOST_PARTS


def test_formulas_as_people_write_them_are_within_the_bound() -> None:
    chain = r"\cfrac{1}{1+\cfrac{1}{1+\cfrac{1}{1+\cfrac{1}{1+x}}}}"
    choice = (
        r"f(x)=\begin{cases}\frac{x^2}{\sqrt{1+x^{2}}} & x>0\\ \left(\frac{1}{1+e^{-x}}\right)^2 & x\le 0\end{cases}"
    )
    for tex in (chain, choice):
        assert draw((tex, True), LOOK) is not None


def test_formulas_are_shown_and_copied_as_their_source(view: TranscriptView, qtbot: QtBot) -> None:
    script = Script()
    script.answer(r"As $x^2$ and $\frac{$ show.")
    view.set_conversation(script.opened)
    (text,) = row_of(view, "c1-n0").findChildren(RichText)
    assert text.awaits_formulas
    assert "$x^2$" in text.toPlainText()  # its source, until it is drawn
    qtbot.waitUntil(lambda: not text.awaits_formulas, timeout=10_000)
    assert text.toPlainText() == "As \ufffc and $\\frac{$ show."
    assert text.accessibleDescription() == r"Formulas: x^2; \frac{"
    text.selectAll()
    assert text.createMimeDataFromSelection().text() == r"As $x^2$ and $\frac{$ show."


def test_a_picture_within_a_text_is_shown_and_folds(view: TranscriptView, qtbot: QtBot) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#1C7C4A"))
    script = Script()
    script.answer(f"Look: ![a field]({data_url(image)})")
    view.set_conversation(script.opened)
    (picture,) = row_of(view, "c1-n0").findChildren(PictureSegment)
    assert picture.accessibleName() == "Picture: a field"
    qtbot.waitUntil(lambda: picture._image is not None, timeout=10_000)
    assert picture.grab().toImage().pixelColor(5, picture.height() - 5).name() == "#1c7c4a"
    unfolded = picture.height()
    picture._button.click()
    assert picture.height() < unfolded - 30


def test_a_broken_picture_says_so(view: TranscriptView, qtbot: QtBot) -> None:
    assert decoded("data:image/png;base64,AAAA") is None
    script = Script()
    script.answer("![a field](data:image/png;base64,AAAA)")
    view.set_conversation(script.opened)
    (picture,) = row_of(view, "c1-n0").findChildren(PictureSegment)
    qtbot.waitUntil(lambda: "cannot be read" in picture._button.text(), timeout=10_000)
