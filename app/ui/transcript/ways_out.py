"""A result's ways out of the window, copied or saved as CSV, Markdown or JSON; and how much there is, in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.domain.aws import CallResult, Table
from app.domain.language import marked, plural, tr
from app.domain.numerals import number
from app.domain.spreadsheets import as_csv
from app.services.charts import Chart, points_words
from app.ui.transcript.result_exchange import Compute
from app.ui.transcript.segment import tool_button
from app.ui.transcript.tabular import as_json, as_markdown


class WaysOut(QWidget):
    """Two buttons, each with a menu of forms. ``table`` and ``value``: what is looked at when one is chosen."""

    def __init__(
        self,
        parent: QWidget,
        *,
        table: Callable[[], Table | None],
        value: Callable[[], object],
        compute: Compute,
        copy: Callable[[str], None],
        save: Callable[[str, str], None],
    ) -> None:
        super().__init__(parent)
        self._table, self._value, self._compute = table, value, compute
        self._copy, self._save = copy, save
        self._copying = tool_button(self, "copy", tr("Copy the result…"), self._offer_copies)
        self._saving = tool_button(self, "save", tr("Save the result…"), self._offer_files)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._copying)
        row.addWidget(self._saving)

    def _offer_copies(self) -> None:
        self._offer(self._copying, marked("Copy as {form}"), lambda _suffix, text: self._copy(text))

    def _offer_files(self) -> None:
        self._offer(self._saving, marked("Save as {form}…"), self._save)

    def _offer(self, button: QToolButton, words: str, take: Callable[[str, str], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table, value = self._table(), self._value()

        def offer(form: str, suffix: str, write: Callable[[], str]) -> None:
            def chosen() -> None:
                self._compute(write, lambda text: take(suffix, str(text)))

            menu.addAction(tr(words, form=form), chosen)

        if table is not None:
            offer("CSV", "csv", lambda: as_csv(table))
            offer("Markdown", "md", lambda: as_markdown(table))
        offer("JSON", "json", lambda: as_json(value))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def note(
    result: CallResult, table: Table | None, filtered: int | None, *, queried: bool, chart: Chart | None = None
) -> str:
    """How much of a result there is; ``filtered``: how many rows the filter left. A ``chart`` is counted in points."""
    parts = []
    if result.dry_run:
        parts.append(tr("Dry run: nothing was changed"))
    if table is not None:
        rows = points_words(chart) if chart is not None else _rows_words(len(table.rows))
        if queried:
            rows = tr("{rows} of the query", rows=rows)
        parts.append(rows if filtered is None else tr("{count} of {rows}", count=number(filtered), rows=rows))
    elif not result.data and not result.dry_run:
        parts.append(tr("AWS answered without any data"))
    if queried:
        # What was cut is told in short: the query is what is looked at.
        return " · ".join([*parts, tr("there is more to load")] if result.more else parts)
    is_counted = re.search(rf"(?<!\d){result.pages}(?!\d)", result.limit_note) is not None
    if result.pages > 1 and not is_counted:
        parts.append(tr("{count} pages", count=number(result.pages)))
    if result.truncated:
        parts.append(result.limit_note or tr("cut at the limit"))
    return " · ".join(parts)


def _rows_words(count: int) -> str:
    return tr("no rows") if count == 0 else plural("1 row", "{count} rows", count)
