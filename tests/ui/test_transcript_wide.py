"""In a wide window the words keep their column, and what would be scrolled sideways takes the room beside it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.aws import CallResult, Table
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import COLUMN_WIDTH
from app.ui.transcript import TranscriptView
from app.ui.transcript.card import ActionSegment
from app.ui.transcript.code import CodeSegment
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.prose import GridSegment, ProseSegment
from app.ui.transcript.result_table import ResultTable
from app.ui.transcript.row import MessageRow
from app.ui.transcript.segment import Segment
from tests.transcript_fixtures import Script, action

COLUMNS = tuple(f"Column{number}" for number in range(14))
LONG_LINE = "aws ec2 describe-instances --query " + "x" * 130
ANSWER = f"""Words.

```bash
{LONG_LINE}
```

| {" | ".join(COLUMNS)} |
|{"---|" * len(COLUMNS)}
| {" | ".join("value-12345" for _ in COLUMNS)} |

```bash
short
```
"""


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> TranscriptView:
    """A transcript with a wide table of a result, a wide table of a message, and wide code."""
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(3000, 1800)
    view.show()
    script = Script()
    script.user("Show everything")
    script.answer(ANSWER, node_id="answer")
    rows = tuple(tuple(f"value-{number:05}" for number in range(len(COLUMNS))) for _ in range(3))
    result = CallResult(data={"Rows": []}, table=Table(columns=COLUMNS, rows=rows))
    script.actions.append(action(result=result))
    view.set_conversation(script.opened)
    return view


def parts(view: TranscriptView) -> dict[str, Segment]:
    row = view._window.built["answer"]
    assert isinstance(row, MessageRow)
    words, *_ = (part for part in row.segments if isinstance(part, ProseSegment))
    wide_code, short_code = (part for part in row.segments if isinstance(part, CodeSegment))
    (grid,) = (part for part in row.segments if isinstance(part, GridSegment))
    (card,) = (part for part in row.segments if isinstance(part, ActionSegment))
    return {"words": words, "code": wide_code, "short": short_code, "grid": grid, "card": card}


def test_what_is_wide_takes_the_room_of_a_wide_window(view: TranscriptView) -> None:
    shown = parts(view)
    assert shown["words"].width() <= COLUMN_WIDTH
    assert shown["short"].width() <= COLUMN_WIDTH
    for name in ("code", "grid", "card"):
        assert shown[name].width() > COLUMN_WIDTH, name
        assert shown[name].x() == shown["words"].x(), f"{name} begins where the words begin while there is room behind"
    for kind, name in ((ResultTable, "card"), (CodeText, "code")):
        (inner,) = (part for part in shown[name].findChildren(kind) if part.isVisible())
        assert inner.horizontalScrollBar().maximum() == 0, name


@pytest.mark.parametrize("width", [700, 900, 1200, 1500])
def test_nothing_leaves_the_window(view: TranscriptView, width: int) -> None:
    view.resize(width, 1800)
    inner = view._window.viewport().width()
    shown = parts(view)
    for name, part in shown.items():
        assert part.x() >= shown["words"].x(), f"{name} begins where the words begin, or further in"
        assert part.x() + part.width() <= inner, name
    assert parts(view)["words"].width() <= COLUMN_WIDTH


def test_code_whose_lines_are_broken_stays_in_the_column(view: TranscriptView) -> None:
    code = parts(view)["code"]
    assert isinstance(code, CodeSegment)
    code._wrap.click()
    assert parts(view)["code"].width() <= COLUMN_WIDTH
