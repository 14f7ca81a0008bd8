"""What AWS answered: as a table, a chart, a tree or JSON, questioned and opened, with ways out. Alters nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.domain.aws import Call, CallResult, OperationId, QueryAnswer, Table, is_nested, rows_at, value_at
from app.domain.language import tr
from app.services.charts import Chart, chart_of
from app.services.emptiness import empty_words
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.markdown import mark_direction
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.fields import FieldList
from app.ui.transcript.json_model import JsonModel, count
from app.ui.transcript.nothing import Nothing
from app.ui.transcript.query_bar import QueryBar, examples_for
from app.ui.transcript.result_cover import SecretCover
from app.ui.transcript.result_exchange import ResultExchange
from app.ui.transcript.result_panel import ResultPanel, ResultTree
from app.ui.transcript.result_state import Crumb, ResultMode, ResultState
from app.ui.transcript.result_table import ResultTable
from app.ui.transcript.segment import tint, tool_button
from app.ui.transcript.tabular import beginning_of_json
from app.ui.transcript.ways_out import WaysOut, note

if TYPE_CHECKING:
    from app.ui.transcript.chart_view import ChartView

FILTER_FROM_ROWS = 8
JSON_PX = 300
JSON_CHARS = 300_000  # shown; copying and saving have all of it
TREE_ROW_PX = 24
MOST_TREE_ROWS = 14
_UNFOLDED_UP_TO = 60
_NAME_PX = 220


class ResultView(QWidget):
    """A result with its bar: how much there is, filter, ways to look, query, copy, save. Hidden until asked for where
    it is secret. What the person does to it is kept in the :class:`ResultState` it is given.
    """

    def __init__(
        self,
        theme: ThemeController,
        parent: QWidget,
        *,
        resized: Callable[[], None],
        copy: Callable[[str], None],
        save: Callable[[str, str], None],
        exchange: ResultExchange | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._resized = resized
        self._exchange = exchange if exchange is not None else ResultExchange(self)
        self._exchange.changed.connect(self._charts_came)
        self._result = CallResult(data={})
        self._call = Call(id=OperationId("", ""), parameters={}, account="", region="")
        self._name = "result"
        self._state = ResultState()
        self._covered = False
        self._places = 1
        self._chart: Chart | None = None
        self._answer: QueryAnswer | None = None  # to the query, while there is one
        self._asked = 0  # numbers queries, so that a late answer to an older one is dropped
        self._written: object = None  # what the JSON text shows
        self._grown: object = None  # what the tree shows
        self._rows: list[object] | None = None
        self._secret_shown: Callable[[], None] = lambda: None
        self._cover = SecretCover(self, self._uncover)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_look(self._note, "muted")
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(tr("Filter rows"))
        self._filter.setAccessibleName(tr("Filter rows"))
        self._filter.setClearButtonEnabled(True)
        hold_size(self._filter, width_px=150)
        self._filter.textChanged.connect(self._filtered)
        self._modes: dict[ResultMode, QToolButton] = {}
        for mode, icon_name, tip in (
            (ResultMode.CHART, "chart", tr("Show as a chart")),
            (ResultMode.TREE, "tree", tr("Show as a tree")),
            (ResultMode.JSON, "code", tr("Show as JSON")),
        ):
            button = tool_button(self, icon_name, tip, self._mode_taker(mode))
            button.setCheckable(True)
            self._modes[mode] = button
        self._query_button = tool_button(self, "query", tr("Query the result"), self._toggle_query)
        self._query_button.setCheckable(True)
        self._columns = tool_button(self, "columns", tr("Columns…"), self._offer_columns)
        self._console = tool_button(self, "external", tr("Open in the console"), self._open_console)
        self._ways_out = WaysOut(
            self,
            table=lambda: self._table.shown_table if self._shown is not None else None,
            value=lambda: self._value,
            compute=self._compute,
            copy=copy,
            save=lambda suffix, text: save(f"{self._name}.{suffix}", text),
        )
        self._address = ""
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self._note, 1)
        bar.addWidget(self._filter)
        bar.addSpacing(4)
        for button in (*self._modes.values(), self._query_button, self._columns, self._console):
            bar.addWidget(button)
        bar.addWidget(self._ways_out)
        self._empty = Nothing(self)
        self._query = QueryBar(self)
        self._query.asked.connect(self._ask)
        self._query.closed.connect(self._close_query)
        self._table = ResultTable(self, copy)
        self._table.opened.connect(self._open)
        self._table.columns_changed.connect(self._columns_changed)
        self._table.sorted_by.connect(self._sorted)
        self._table.link_of = lambda cell: self._exchange.link(self._call, cell)
        self._table.open_link = lambda address: self._exchange.open_link(address)  # noqa: PLW0108  # set later
        self._fields = FieldList(self)
        self._model = JsonModel(theme.tokens, self)
        self._tree = ResultTree(self, self._model, copy)
        self._tree.setAccessibleName(tr("Result as a tree"))
        self._tree.entered.connect(lambda index: self._tree.setExpanded(index, not self._tree.isExpanded(index)))
        self._tree.expanded.connect(lambda _: self._resized())
        self._tree.collapsed.connect(lambda _: self._resized())
        self._text = CodeText(self, size_px=scaled(12))
        self._text.setAccessibleName(tr("Result as JSON"))
        self._chart_view: ChartView | None = None
        self._panel = ResultPanel(self, theme, copy)
        self._panel.trail_changed.connect(self._trail_changed)
        self._panel.resized.connect(self._resized)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._cover)
        self._column.addLayout(bar)
        for widget in (self._empty, self._query, self._table, self._fields, self._tree, self._text, self._panel):
            self._column.addWidget(widget)
        self.restyle()

    def show_result(
        self,
        result: CallResult,
        *,
        call: Call,
        name: str,
        state: ResultState,
        covered: bool,
        uncovered: Callable[[], None],
        places: int = 1,
    ) -> None:
        """Show what ``call`` was answered with, as ``state`` says; ``name`` begins the names of files it is saved
        under. ``covered``: ask before showing. ``places``: in how many it was asked.
        """
        grew = state is self._state and covered is self._covered
        self._result, self._call, self._name, self._state, self._covered = result, call, name, state, covered
        self._secret_shown = uncovered
        self._places = places
        self._chart = None if covered else chart_of(call.id, result.data)
        self._answer, self._rows, self._written, self._grown = None, None, None, None
        self._asked += 1
        self._address = "" if covered else self._exchange.link(call, "")
        if self._chart is not None and not self._exchange.charts_ready:
            self._exchange.charts_wanted.emit()
        self._filter.blockSignals(True)
        self._filter.setText(state.filter)
        self._filter.blockSignals(False)
        self._cover.setVisible(covered)
        if not grew or not state.query_open:
            self._query.set_text(state.query)
        if state.query_open and not covered:
            self._prepare_query()
        self._show_rows()
        self._panel.show_trail(() if covered else state.trail)
        self._arrange()
        if state.query_open and state.query and not covered:
            self._ask(state.query)

    @property
    def width_wanted(self) -> int:
        """How wide it has to be for its table to show every column; 0 where there is none."""
        return 0 if self._table.isHidden() else self._table.width_wanted

    def fit(self, width: int) -> None:
        """Make what is shown as high as it should be at ``width``."""
        self._table.setFixedHeight(self._table.height_wanted(width))
        if not self._tree.isHidden():
            self._tree.setFixedHeight(max(self._tree.shown_rows(MOST_TREE_ROWS), 1) * scaled(TREE_ROW_PX) + 4)
        self._panel.fit()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # what was shown or hidden just now counts at once, not with the next event

    def restyle(self) -> None:
        """The theme changed."""
        tint(self, self._theme)
        self._text.set_size(scaled(12))
        self._fields.restyle()
        self._model.set_tokens(self._theme.tokens)
        self._panel.restyle()
        if self._chart_view is not None:
            self._chart_view.restyle()

    # What is shown

    @property
    def _value(self) -> object:
        """What is looked at: the answer, or what the query made of it."""
        return self._answer.value if self._answer is not None else self._result.data

    @property
    def _shown(self) -> Table | None:
        """The rows of what is looked at."""
        if self._answer is not None:
            return self._answer.table
        return self._chart.table if self._chart is not None else self._result.table

    @property
    def _mode(self) -> ResultMode:
        chosen = self._state.mode
        can_chart = self._chart is not None and self._answer is None
        if chosen is None:
            chosen = ResultMode.CHART if can_chart and self._exchange.charts_ready else ResultMode.OWN
        if chosen is ResultMode.CHART and not can_chart:
            chosen = ResultMode.OWN
        if chosen is ResultMode.OWN and self._answer is not None and self._answer.table is None:
            return ResultMode.TREE if is_nested(self._answer.value) else ResultMode.JSON
        return chosen

    def _show_rows(self) -> None:
        """Fill the table, as the person had it."""
        table = None if self._covered else self._shown
        self._rows = None
        self._table.blockSignals(True)
        self._table.set_table(table or Table(columns=(), rows=()))
        self._table.set_hidden(self._state.hidden)
        if self._state.sort is not None:
            self._table.sort_by(self._state.sort[0], downwards=self._state.sort[1])
        self._table.blockSignals(False)
        self._table.rows.set_filter(self._state.filter)
        self._fields.set_value({} if self._covered or table is not None else self._result.data)

    def _arrange(self) -> None:
        mode, covered, table = self._mode, self._covered, self._shown
        readable = not covered and bool(self._result.data)
        has_rows = table is not None and bool(table.rows)
        own = mode is ResultMode.OWN
        if mode is ResultMode.JSON:
            self._write_json()
        if mode is ResultMode.TREE and readable:
            self._grow_tree()
        if mode is ResultMode.CHART:
            self._draw_chart()
        self._table.setVisible(not covered and has_rows and own)
        self._fields.setVisible(readable and table is None and own)
        self._tree.setVisible(readable and mode is ResultMode.TREE)
        self._text.setVisible(readable and mode is ResultMode.JSON)
        if self._chart_view is not None:
            self._chart_view.setVisible(readable and mode is ResultMode.CHART)
        for one, button in self._modes.items():
            button.setChecked(one is mode)
            button.setVisible(readable and (one is not ResultMode.CHART or self._chart is not None))
        self._modes[ResultMode.CHART].setEnabled(self._answer is None)
        self._query_button.setVisible(readable)
        self._query_button.setChecked(self._state.query_open)
        self._query.setVisible(readable and self._state.query_open)
        self._columns.setVisible(not covered and own and has_rows and table is not None and len(table.columns) > 1)
        self._filter.setVisible(
            not covered
            and own
            and table is not None
            and (len(table.rows) >= FILTER_FROM_ROWS or bool(self._state.filter))
        )
        self._console.setVisible(bool(self._address))
        self._show_emptiness()
        self._note.setVisible(not covered)
        self._ways_out.setVisible(readable)
        self._write_note()

    def _show_emptiness(self) -> None:
        """Say what was asked where nothing is there, so that an empty card is an answer."""
        table = self._shown
        is_empty = not self._covered and not self._result.dry_run and self._mode is ResultMode.OWN
        is_empty = is_empty and table is not None and not table.rows
        if is_empty and self._answer is not None:
            self._empty.say(tr("The query finds nothing in the answer."), tr("Change it, or close it to see all rows."))
        elif is_empty:
            self._empty.say(*empty_words(self._call, places=self._places))
        self._empty.setVisible(is_empty)

    def _write_note(self) -> None:
        filtered = self._table.rows.rowCount() if self._state.filter.strip() else None
        chart = self._chart if self._answer is None else None
        words = note(self._result, self._shown, filtered, queried=self._answer is not None, chart=chart)
        self._note.setText(words)
        self._note.setToolTip(words if len(words) > 50 else "")

    def _write_json(self) -> None:
        if self._written is not None and self._written is self._value:
            return
        text, is_cut = beginning_of_json(self._value, JSON_CHARS)
        cut = tr("… cut here; copy or save the result to have all of it")
        self._text.setPlainText("\n".join((mark_direction(text), cut)) if is_cut else mark_direction(text))
        self._text.setFixedHeight(min(self._text.blockCount() * scaled(17) + 12, JSON_PX))
        self._written = self._value

    def _grow_tree(self) -> None:
        value = self._value
        if self._grown is not None and self._grown is value:
            return
        self._grown = value
        self._tree.blockSignals(True)
        self._model.set_value(value)
        table = self._shown
        # Rows are counted first: what is in a giant answer takes a while to count.
        if (table is None or len(table.rows) <= _UNFOLDED_UP_TO) and count(value) <= _UNFOLDED_UP_TO:
            self._tree.expandAll()
        self._tree.blockSignals(False)
        self._tree.setColumnWidth(0, _NAME_PX)

    def _draw_chart(self) -> None:
        if self._chart is None or self._covered:
            return
        if self._chart_view is None:
            from app.ui.transcript.chart_view import ChartView

            self._chart_view = ChartView(self._theme, self)
            self._column.insertWidget(self._column.indexOf(self._table), self._chart_view)
        self._chart_view.set_chart(self._chart)

    # What the person does

    def _uncover(self) -> None:
        self._secret_shown()

    def _mode_taker(self, mode: ResultMode) -> Callable[[], None]:
        return lambda: self._choose(mode)

    def _choose(self, mode: ResultMode) -> None:
        self._state.mode = ResultMode.OWN if self._state.mode is mode or self._mode is mode else mode
        self._arrange()
        self._resized()

    def _charts_came(self, action_id: str) -> None:
        if not action_id and self._chart is not None and self._state.mode is None:
            self._arrange()
            self._resized()

    def _filtered(self, text: str) -> None:
        self._state.filter = text
        self._table.rows.set_filter(text)
        self._write_note()

    def _sorted(self, title: str, downwards: bool) -> None:
        self._state.sort = (title, downwards) if title else None

    def _columns_changed(self) -> None:
        self._state.hidden = self._table.hidden
        self._resized()

    def _offer_columns(self) -> None:
        menu = self._menu()
        self._table.fill_columns_menu(menu)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _open_console(self) -> None:
        self._exchange.open_link(self._address)

    def _compute(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._exchange.compute(work, then)

    def _open(self, row: int, column: int) -> None:
        """A row was opened: what is nested in the cell, else the whole row."""
        table = self._shown
        assert table is not None
        thing, inner = self._row(row), None
        if self._answer is not None and isinstance(thing, dict):
            inner = thing.get(table.columns[column])
        elif column < len(table.fields):
            inner = value_at(thing, table.fields[column])
        cells = table.rows[row]
        title = next((cell for cell in cells if cell), tr("Row {number}", number=row + 1))
        trail: tuple[Crumb, ...] = (
            Crumb(title=title, value=thing if thing is not None else dict(zip(table.columns, cells, strict=True))),
        )
        if is_nested(inner) and inner is not thing:
            trail = (*trail, Crumb(title=table.columns[column], value=inner))
        self._panel.show_trail(trail)
        self._trail_changed(trail)
        self._resized()
        self._panel.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: int) -> object:
        """What a row was made from, or ``None`` where that is not known."""
        table = self._shown
        if self._answer is not None:
            value = self._answer.value
            return value[row] if isinstance(value, list) and row < len(value) else None
        if table is None or not table.source or self._chart is not None:
            return None
        if self._rows is None:
            self._rows = rows_at(self._result.data, table.source)
        return self._rows[row] if len(self._rows) == len(table.rows) else None

    def _trail_changed(self, trail: tuple[Crumb, ...]) -> None:
        was_open, self._state.trail = bool(self._state.trail), trail
        if was_open and not trail and not self._table.isHidden():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # The query

    def _toggle_query(self) -> None:
        if self._state.query_open:
            self._close_query()
            return
        self._state.query_open = True
        self._prepare_query()
        self._arrange()
        self._resized()
        self._query.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._state.query:
            self._ask(self._state.query)

    def _close_query(self) -> None:
        self._state.query_open = False
        self._asked += 1
        self._query.set_problem("")
        self._take_answer(None)
        self._query_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare_query(self) -> None:
        self._query.set_examples(examples_for(self._result.table))
        result = self._result

        def take(names: object) -> None:
            if isValid(self) and self._result is result and isinstance(names, list | tuple):
                self._query.set_names(names)

        self._exchange.names(result.data, take)

    def _ask(self, expression: str) -> None:
        self._state.query = expression
        self._asked += 1
        if not expression:
            changed = self._query.set_problem("")
            if self._answer is not None or changed:
                self._take_answer(None)
            return
        asked = self._asked

        def take(answer: QueryAnswer) -> None:
            if isValid(self) and asked == self._asked:
                self._answered(answer)

        self._exchange.query(self._result.data, expression, take)

    def _answered(self, answer: QueryAnswer) -> None:
        changed = self._query.set_problem(mark_direction(answer.problem))
        if not answer.problem:
            self._take_answer(answer)
        elif changed:
            self._resized()  # what was shown last stays, while the query is being written

    def _take_answer(self, answer: QueryAnswer | None) -> None:
        self._answer = answer
        if self._state.trail:  # it led into other rows
            self._state.trail = ()
            self._panel.show_trail(())
        self._show_rows()
        self._arrange()
        self._resized()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
