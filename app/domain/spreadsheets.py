"""Tables as CSV that a spreadsheet opens and does not run. Refuses to change anything else in a cell."""

from __future__ import annotations

import csv
import io
import re

from app.domain.aws import Table

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
# Also the wide ones, which some spreadsheets take for them.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(table: Table) -> str:
    """The table as CSV (RFC 4180). A cell a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_inert(cell) for cell in table.columns])
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _inert(cell: str) -> str:
    safe = f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell) else cell
    # A lone carriage return would end the row for some readers: the writer quotes only what it ends lines with.
    return safe.replace("\r\n", "\n").replace("\r", "\n")
