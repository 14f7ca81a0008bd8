"""A result on its card, as a person sorts, opens, questions, charts and follows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.aws.expressions.reader import BotoResultReader
from app.aws.results.tables import table_of
from app.domain.aws import Action, ActionState, CallResult, OperationId, Risk, Waiter, WaitProgress, WaitState
from app.domain.messages import ToolCallPart
from app.services.model_digest import result_fields
from app.services.turn_updates import ActionChanged
from app.ui.look.theme import ThemeController
from app.ui.transcript import ActionCard, TranscriptView
from app.ui.transcript.chart_view import ChartView
from app.ui.transcript.nothing import Nothing
from app.ui.transcript.query_bar import examples_for
from app.ui.transcript.result_panel import ResultPanel
from app.ui.transcript.result_table import ResultTable
from tests.transcript_fixtures import Script, action
from tests.ui_fixtures import nameless

READER = BotoResultReader()
INSTANCES: dict[str, object] = {
    "Reservations": [
        {
            "Instances": [
                {
                    "InstanceId": f"i-0{number:016x}",
                    "InstanceType": "t3.micro",
                    "State": {"Code": 16, "Name": "running" if number % 2 else "stopped"},
                    "LaunchTime": f"2026-01-{number % 28 + 1:02d}T03:04:05+00:00",
                    "PrivateIpAddress": f"10.0.0.{number}",
                    "Tags": [{"Key": "Name", "Value": f"web-{number}"}, {"Key": "odd", "Value": "<b>x</b>"}],
                    "SecurityGroups": [{"GroupId": "sg-1", "GroupName": "web"}],
                }
            ]
        }
        for number in range(12)
    ]
}


@pytest.fixture
def view(theme: ThemeController, qtbot: QtBot) -> Iterator[TranscriptView]:
    made = TranscriptView(theme)
    qtbot.addWidget(made)
    made.resize(900, 1000)
    made.results.query = lambda data, expression, then: then(READER.query(data, expression))
    made.results.names = lambda data, then: then(READER.names(data))
    made.results.link = lambda call, cell: READER.resource_link(call, cell) if cell else READER.call_link(call)
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.set_choice("light")


def result(operation: str, data: dict[str, object], **more: object) -> CallResult:
    return CallResult(data=data, table=table_of(OperationId.parse(operation), data), **more)  # type: ignore[arg-type]


def show(view: TranscriptView, *actions: Action) -> ActionCard:
    script = Script()
    script.user("go")
    script.answer(*(ToolCallPart(call_id=str(one.call_id), name="propose_call", arguments="{}") for one in actions))
    script.actions += actions
    view.set_conversation(script.opened)
    return next(card for card in view.findChildren(ActionCard) if card.isVisible())


def instances(view: TranscriptView, **more: object) -> ActionCard:
    found = result("ec2:DescribeInstances", INSTANCES, **more)
    return show(view, action("ec2:DescribeInstances", call_id="q", result=found))


def grid(card: QWidget) -> ResultTable:
    return next(table for table in card.findChildren(ResultTable) if table.isVisible())


def panel(card: QWidget) -> ResultPanel:
    found = card.findChild(ResultPanel)
    assert found is not None
    return found


def button(parent: QWidget, name: str) -> QToolButton:
    return next(b for b in parent.findChildren(QToolButton) if b.accessibleName() == name and b.isVisible())


def press(parent: QWidget, words: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisible())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def double_click(table: ResultTable, row: int, column: int) -> None:
    at = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def choose(words: str) -> None:
    """Choose a line of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    line: QAction = next(one for one in menu.actions() if one.text().replace("&&", "&") == words)
    line.trigger()
    menu.close()


def offered() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text() for one in menu.actions() if one.text()]
    menu.close()
    return words


def words(parent: QWidget) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def names(shown: ResultPanel) -> list[str]:
    model = shown.tree.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def query_line(card: QWidget) -> QLineEdit:
    return next(
        line for line in card.findChildren(QLineEdit) if line.accessibleName().startswith("JMES") and line.isVisible()
    )


# --- the table


def test_a_double_click_opens_the_whole_row_and_a_nested_cell_opens_itself(view: TranscriptView) -> None:
    card = instances(view)
    before = card.height()
    double_click(grid(card), 3, 1)
    assert names(panel(card))[:3] == ["InstanceId", "InstanceType", "State"]
    assert panel(card).isVisible()
    assert card.height() > before
    assert [crumb.title for crumb in panel(card).trail] == ["web-3"]
    QTest.keyClick(panel(card).tree, Qt.Key.Key_Escape)
    assert not panel(card).isVisible()
    assert card.height() == before

    found = result("x:ListThings", {"Things": [{"Name": "a", "Parts": [{"Id": "p1", "Size": 3}]}]})
    card = show(view, action("x:ListThings", call_id="q", result=found))
    table = grid(card)
    column = table.rows.table.columns.index("Parts")
    table.setCurrentIndex(table.rows.index(0, column))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert [crumb.title for crumb in panel(card).trail] == ["a", "Parts"]


def test_one_goes_deeper_with_enter_and_back_by_the_crumbs_and_backspace(view: TranscriptView) -> None:
    card = instances(view)
    double_click(grid(card), 0, 1)
    shown = panel(card)
    assert [crumb.title for crumb in shown.trail] == ["web-0"]
    tree = shown.tree
    model = tree.model()
    tags = next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == "Tags")
    tree.setCurrentIndex(tags)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert [crumb.title for crumb in shown.trail] == ["web-0", "Tags"]
    assert names(shown) == ["0", "1"]
    QTest.keyClick(tree, Qt.Key.Key_Backspace)
    assert [crumb.title for crumb in shown.trail] == ["web-0"]
    tree.setCurrentIndex(next(model.index(r, 0) for r in range(model.rowCount()) if model.index(r, 0).data() == "Tags"))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    click(button(shown, "Go back to web-0"))
    assert "InstanceId" in names(shown)
    click(button(shown, "Back"))
    assert not shown.isVisible()
    assert grid(card).hasFocus(), "the keys go on where they were"


def test_columns_are_hidden_shown_and_stay_so_and_what_is_copied_is_what_is_shown(view: TranscriptView) -> None:
    card = instances(view)
    table = grid(card)
    assert "Zone" not in table.rows.table.columns, "a column with nothing in it is not there"
    click(button(card, "Columns…"))
    choose("InstanceId")
    assert table.isColumnHidden(table.rows.table.columns.index("InstanceId"))
    click(button(card, "Copy the result…"))
    choose("Copy as CSV")
    copied = QGuiApplication.clipboard().text()
    assert "web-3" in copied
    assert "i-0" not in copied
    header = table.horizontalHeader()
    table.setColumnWidth(0, 99)
    grown = dataclasses.replace(
        result("ec2:DescribeInstances", INSTANCES, pages=2),
        table=table_of(OperationId("ec2", "DescribeInstances"), INSTANCES),
    )
    assert card.action is not None
    view.apply(ActionChanged(action=dataclasses.replace(card.action, result=grown)))
    table = grid(card)
    assert table.isColumnHidden(table.rows.table.columns.index("InstanceId"))
    assert table.columnWidth(0) == 99
    header.customContextMenuRequested.emit(QPoint(5, 5))
    choose("Show all columns")
    assert table.hidden == set()


def test_sort_and_filter_stay_when_more_rows_come(view: TranscriptView) -> None:
    card = instances(view)
    table = grid(card)
    at = table.rows.table.columns.index("Launched")
    header = table.horizontalHeader()
    for _ in range(2):
        place = QPoint(header.sectionViewportPosition(at) + 8, 8)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[at] for row in table.rows.shown_table.rows][:2] == ["2026-01-12 03:04", "2026-01-11 03:04"]
    field = next(f for f in card.findChildren(QLineEdit) if f.accessibleName() == "Filter rows")
    QTest.keyClicks(field, "running")
    assert card.action is not None
    more = {"Reservations": [*INSTANCES["Reservations"], *INSTANCES["Reservations"]]}  # type: ignore[misc]
    view.apply(ActionChanged(action=dataclasses.replace(card.action, result=result("ec2:DescribeInstances", more))))
    assert grid(card).rows.rowCount() == 12
    assert grid(card).rows.shown_table.rows[0][at] == "2026-01-12 03:04"
    assert "12 of 24 rows" in words(card)


def test_a_cell_a_row_and_a_column_are_copied_from_the_menu(view: TranscriptView) -> None:
    card = instances(view)
    table = grid(card)
    table.setCurrentIndex(table.rows.index(1, 1))
    for line, copied in (
        ("Copy cell", "i-0" + f"{1:016x}"),
        ("Copy row", "web-1\ti-0"),
        ("Copy column", "i-0" + f"{0:016x}" + "\n" + "i-0" + f"{1:016x}"),
    ):
        QApplication.sendEvent(table.viewport(), _context_menu(table))
        choose(line)
        assert QGuiApplication.clipboard().text().startswith(copied)


def _context_menu(table: ResultTable) -> object:
    from PySide6.QtGui import QContextMenuEvent

    at = table.visualRect(table.currentIndex()).center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))


def test_a_row_leads_to_its_page_in_the_console_and_the_card_to_the_services(view: TranscriptView) -> None:
    opened: list[str] = []
    view.results.open_link = opened.append
    card = instances(view)
    click(button(card, "Open in the console"))
    table = grid(card)
    table.setCurrentIndex(table.rows.index(2, 0))
    QApplication.sendEvent(table.viewport(), _context_menu(table))
    identifier = f"i-0{2:016x}"
    choose(f"Open {identifier} in the console")
    assert opened == [
        "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Home:",
        f"https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId={identifier}",
    ]


def test_a_hundred_thousand_rows_are_filtered_and_sorted_and_nothing_is_written_whole(view: TranscriptView) -> None:
    items = [{"Key": f"k{number}", "Size": number * 7_919 % 100_003} for number in range(100_000)]
    card = show(view, action("s3:ListObjectsV2", call_id="q", result=result("s3:ListObjectsV2", {"Contents": items})))
    table = grid(card)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    sizes = [int(row[1]) for row in table.rows.shown_table.rows[:50]]
    assert sizes == sorted(sizes)
    table.rows.set_filter("k9999")
    assert table.rows.rowCount() == 11
    click(button(card, "Show as JSON"))
    text = next(w for w in card.findChildren(QWidget) if w.accessibleName() == "Result as JSON")
    assert "cut here" in text.toPlainText()[-200:]  # type: ignore[attr-defined]  # a text of CodeText's kind


# --- the query


def test_a_query_filters_as_it_is_typed_and_says_what_is_wrong(view: TranscriptView, qtbot: QtBot) -> None:
    card = instances(view)
    click(button(card, "Query the result"))
    line = query_line(card)
    assert line.hasFocus()
    QTest.keyClicks(line, "Reservations[].Instances[].{Id: InstanceId, Groups: SecurityGroups}")
    qtbot.waitUntil(lambda: grid(card).rows.table.columns == ("Id", "Groups"))
    assert "12 rows of the query" in words(card)
    double_click(grid(card), 0, 1)
    assert [crumb.title for crumb in panel(card).trail][-1] == "Groups"
    QTest.keyClicks(line, " | [")
    qtbot.waitUntil(lambda: "ends too early" in words(card))
    assert grid(card).rows.table.columns == ("Id", "Groups"), "what was found last stays meanwhile"
    line.clear()
    QTest.keyClicks(line, "Reservations[0].Instances[0].State")
    qtbot.waitUntil(
        lambda: "Result as a tree" in [w.accessibleName() for w in card.findChildren(QWidget) if w.isVisible()]
    )
    line.clear()
    QTest.keyClicks(line, "length(Reservations)")
    qtbot.waitUntil(
        lambda: any(w.isVisible() for w in card.findChildren(QWidget) if w.accessibleName() == "Result as JSON")
    )
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert grid(card).rows.table.columns[0] == "Name"


def test_names_of_the_result_are_completed_and_examples_work(view: TranscriptView, qtbot: QtBot) -> None:
    card = instances(view)
    click(button(card, "Query the result"))
    line = query_line(card)
    QTest.keyClicks(line, "Reserv")

    def listed() -> list[QWidget]:
        return [
            w for w in QApplication.topLevelWidgets() if w.accessibleName() == "Names in the result" and w.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(listed()))
    (popup,) = listed()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Reservations"
    for example in examples_for(result("ec2:DescribeInstances", INSTANCES).table):
        assert READER.query(INSTANCES, example).problem == ""
    click(next(b for b in card.findChildren(QToolButton) if b.text() == "Examples"))
    choose("length(Reservations[].Instances[])")
    assert line.text() == "length(Reservations[].Instances[])"


def test_a_query_outlives_its_card_and_a_late_answer_to_an_older_one_is_dropped(
    view: TranscriptView, qtbot: QtBot
) -> None:
    waiting: list[tuple[str, object]] = []
    view.results.query = lambda data, expression, then: waiting.append((expression, then))
    card = instances(view)
    click(button(card, "Query the result"))
    line = query_line(card)
    line.setText("Reservations[].Instances[].InstanceId")
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.setText("Reservations[].Instances[].State.Name")
    QTest.keyClick(line, Qt.Key.Key_Return)
    (_, first), (_, second) = waiting
    second(READER.query(INSTANCES, "Reservations[].Instances[].State.Name"))  # type: ignore[operator]
    first(READER.query(INSTANCES, "Reservations[].Instances[].InstanceId"))  # type: ignore[operator]
    assert grid(card).rows.table.rows[0] == ("stopped",)
    view.set_conversation(Script("other").opened)
    assert not any(c.isVisible() for c in view.findChildren(ActionCard))
    card = instances(view)
    assert query_line(card).text() == "Reservations[].Instances[].State.Name"


# --- charts


def metrics(series: int = 2) -> CallResult:
    times = [(datetime(2026, 11, 20, tzinfo=UTC) + timedelta(minutes=5 * step)).isoformat() for step in range(12)]
    return result(
        "cloudwatch:GetMetricData",
        {
            "MetricDataResults": [
                {
                    "Id": f"m{number}",
                    "Label": f"<b>web</b>-{number}",
                    "Timestamps": times,
                    "Values": [number + step for step in range(12)],
                }
                for number in range(series)
            ]
        },
    )


def test_metrics_are_a_chart_once_it_can_be_drawn_and_a_table_on_request(
    view: TranscriptView, theme: ThemeController
) -> None:
    wanted: list[bool] = []
    view.results.charts_wanted.connect(lambda: wanted.append(True))
    card = show(view, action("cloudwatch:GetMetricData", call_id="q", result=metrics()))
    assert wanted
    assert grid(card).isVisible(), "the table stands until the chart can be drawn"
    view.results.set_charts_ready()
    chart = next(c for c in card.findChildren(ChartView) if c.isVisible())
    assert "lowest 0, highest 11, last 11" in chart.accessibleDescription()
    assert "<b>web</b>-0" not in next(w.text() for w in chart.findChildren(QLabel) if "web" in w.text()), (
        "no name is HTML"
    )
    assert chart.reading == "2026-11-20 to 2026-11-20 00:55 UTC"
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.reading.startswith("2026-11-20 00:50 UTC")
    assert "-1 11" in chart.reading
    first = chart.grab().toImage()
    theme.set_choice("dark")
    assert chart.grab().toImage() != first
    click(button(card, "Show as a chart"))
    assert not chart.isVisible()
    assert grid(card).rows.table.columns == ("Time", "<b>web</b>-0", "<b>web</b>-1")
    assert grid(card).rows.table.rows[1] == ("2026-11-20 00:05", "1", "2")
    click(button(card, "Show as a chart"))
    assert chart.isVisible()


def test_hovering_a_chart_reads_its_values(view: TranscriptView, qtbot: QtBot) -> None:
    view.results.set_charts_ready()
    card = show(view, action("cloudwatch:GetMetricData", call_id="q", result=metrics(1)))
    chart = next(c for c in card.findChildren(ChartView) if c.isVisible())
    plot = chart._plot
    spot = plot.mapFromScene(plot.getPlotItem().vb.sceneBoundingRect().center())
    QTest.mouseMove(plot.viewport(), spot + QPoint(-3, 0))
    QTest.mouseMove(plot.viewport(), spot)
    qtbot.waitUntil(lambda: " UTC · " in chart.reading)
    assert chart.reading.startswith("2026-11-20 00:")


# --- what follows


def started(call_id: str = "q", action_id: str = "a1") -> Action:
    data = {"StartingInstances": [{"InstanceId": "i-1", "CurrentState": {"Name": "pending"}}]}
    return action(
        "ec2:StartInstances",
        call_id=call_id,
        action_id=action_id,
        risk=Risk.WRITE,
        result=result("ec2:StartInstances", data),
    )


def waiters(one: Action) -> Sequence[Waiter]:
    return [
        Waiter(name=name, words=told, call=one.call, delay_s=15.0, attempts=40)
        for name, told in (("InstanceRunning", "running"), ("InstanceStatusOk", "its status checks pass"))
    ]


def test_a_wait_is_offered_begun_shown_and_stopped_and_outlives_the_card(view: TranscriptView) -> None:
    asked: list[Action] = []
    begun: list[tuple[str, Waiter]] = []
    stopped: list[str] = []
    view.results.offers_wanted.connect(asked.append)
    view.results.wait_wanted.connect(lambda action_id, waiter: begun.append((action_id, waiter)))
    view.results.stop_wanted.connect(stopped.append)
    one = started()
    card = show(view, one)
    assert [item.id for item in asked] == ["a1"]
    both = waiters(one)
    view.results.set_waiters("a1", both)
    click(press(card, "Wait until running"))
    click(button(card, "What else can be waited for"))
    choose("Wait until its status checks pass")
    assert begun == [("a1", both[0]), ("a1", both[1])]
    view.results.set_wait("a1", WaitProgress(waiter=both[0], attempt=2, seen="pending"))
    assert "Waiting until running, now pending · look 2 of 40" in words(card)
    assert not any(b.isVisible() for b in card.findChildren(QPushButton) if b.text().startswith("Wait"))
    view.set_conversation(None)
    card = show(view, one)
    assert "look 2 of 40" in words(card)
    stop = press(card, "Stop")
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Escape)
    assert stopped == ["a1"]
    view.results.set_wait("a1", WaitProgress(waiter=both[0], state=WaitState.DONE, attempt=3, elapsed_s=32.0))
    assert "Reached after 32 s: running" in words(card)
    assert not any(b.isVisible() and b.text() == "Stop" for b in card.findChildren(QPushButton))


def test_more_is_offered_where_more_exists_and_what_went_wrong_is_said(view: TranscriptView) -> None:
    wanted: list[tuple[str, bool]] = []
    view.results.more_wanted.connect(lambda action_id, everything: wanted.append((action_id, everything)))
    card = instances(
        view, truncated=True, limit_note="This is 10 pages; there is more.", pages=10, more={"NextToken": "t"}
    )
    click(press(card, "Load more"))
    click(press(card, "Load all"))
    assert wanted == [("a1", False), ("a1", True)]
    view.results.set_loading("a1", on=True)
    assert "Loading more…" in words(card)
    assert press(card, "Stop").isVisible()
    view.results.set_loading("a1", on=False, problem="AWS asked to slow down.")
    assert "AWS asked to slow down." in words(card)
    card = instances(view)
    assert not any(b.isVisible() for b in card.findChildren(QPushButton) if b.text().startswith("Load"))


def test_everything_on_the_card_has_a_name_and_is_reached_by_tab(view: TranscriptView) -> None:
    view.results.set_charts_ready()
    one = started(call_id="w", action_id="w")
    card = show(
        view,
        action("cloudwatch:GetMetricData", call_id="m", action_id="m", result=metrics()),
        one,
    )
    view.results.set_waiters("w", waiters(one))
    assert nameless(view) == []
    for mode in ("Show as a tree", "Show as JSON"):
        click(button(card, mode))
        assert nameless(view) == []
    click(button(card, "Query the result"))
    assert nameless(view) == []
    card = instances(view)
    double_click(grid(card), 0, 0)
    assert nameless(view) == []
    offers = button(card, "Save the result…")
    click(offers)
    assert offered() == ["Save as CSV…", "Save as Markdown…", "Save as JSON…"]


def test_an_answer_without_rows_says_what_was_asked_and_what_to_try_next(view: TranscriptView) -> None:
    empty = result("ec2:DescribeInstances", {"Reservations": []})
    asked = action("ec2:DescribeInstances", call_id="q", result=empty)
    filters = [{"Name": "instance-state-name", "Values": ["stopped"]}]
    asked = dataclasses.replace(asked, call=dataclasses.replace(asked.call, parameters={"Filters": filters}))
    card = show(view, asked)
    nothing = card.findChild(Nothing)
    assert nothing is not None
    assert nothing.isVisible()
    assert nothing.asked.text().startswith("Nothing is there in ")
    assert "ec2 DescribeInstances, with Filters instance-state-name stopped" in nothing.asked.text()
    assert nothing.remedy.text().startswith("Leave out what narrows it (Filters); look in another account or region")
    assert nothing.height() >= nothing.heightForWidth(nothing.width())
    full = instances(view)
    hidden = full.findChild(Nothing)
    assert hidden is not None
    assert not hidden.isVisible()


def test_a_query_that_finds_nothing_says_so(view: TranscriptView, qtbot: QtBot) -> None:
    card = instances(view)
    click(button(card, "Query the result"))
    query_line(card).setText("Reservations[?x=='y'][]")
    nothing = card.findChild(Nothing)
    assert nothing is not None
    qtbot.waitUntil(nothing.isVisible)
    assert nothing.asked.text() == "The query finds nothing in the answer."


def test_a_chart_is_counted_as_its_answer_counts_it(view: TranscriptView) -> None:
    measured = metrics()
    card = show(view, action("cloudwatch:GetMetricData", call_id="q", result=measured))
    told = result_fields(measured, operation=OperationId("cloudwatch", "GetMetricData"))
    assert "points in time" in str(told["chart"])
    assert any(label.text().startswith(str(told["chart"])) for label in card.findChildren(QLabel) if label.isVisible())


def test_a_failed_call_has_the_button_that_mends_it_and_a_done_one_has_none(view: TranscriptView) -> None:
    wanted: list[str] = []
    view.results.mend_wanted.connect(wanted.append)
    failed = dataclasses.replace(
        action("ec2:DescribeInstances", call_id="q", action_id="f"), state=ActionState.FAILED, error="It has expired."
    )
    card = show(view, failed)
    view.results.set_mending("f", "Sign in to prod…")
    (sign_in,) = (one for one in card.findChildren(QPushButton) if one.text() == "Sign in to prod…" and one.isVisible())
    click(sign_in)
    assert wanted == ["f"]
    card.set_action(dataclasses.replace(failed, state=ActionState.DONE, error=None))
    assert not sign_in.isVisible()
