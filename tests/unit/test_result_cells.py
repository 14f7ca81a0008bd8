"""Cells in the order people expect, and what leaves the window as text for other programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.domain.aws import Table
from app.domain.spreadsheets import as_csv
from app.ui.transcript.tabular import as_json, as_markdown, beginning_of_json, order_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["", "-2", "0.5", "9", "10", "1e+06"],
        ["512 B", "1 KB", "1 KiB", "3 MB", "1.5 GB", "2 GiB"],
        ["900 ms", "2 s", "3 min", "1 h", "2 days"],
        ["$9.50", "$12", "$1,204.10"],
        ["5 %", "40 %", "100 %"],
        ["2025-12-31", "2026-01-02 03:04", "2026-01-02T03:04:05+00:00", "2026-11-20 10:00"],
        ["2026-01-02T01:00:00+02:00", "2026-01-02 00:30", "2026-01-02T03:00:00+02:00"],
        ["i-9", "i-10", "i-100"],
        ["t3.micro", "t3.small", "T4.nano"],
    ],
)
def test_numbers_sizes_spans_and_times_sort_by_what_they_are(ordered: list[str]) -> None:
    mixed = [*ordered[1::2], *ordered[::2]]
    assert sorted(mixed, key=order_key) == ordered


def test_no_cell_of_a_csv_is_run_by_a_spreadsheet() -> None:
    evil = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]
    table = Table(columns=("=name",), rows=tuple((cell,) for cell in [*evil, "-12.5", "plain", 'a "b", c']))
    read = list(csv.reader(io.StringIO(as_csv(table))))
    assert read[0] == ["'=name"]
    assert [row[0][0] for row in read[1 : 1 + len(evil)]] == ["'"] * len(evil)
    assert [row[0] for row in read[1 + len(evil) :]] == ["-12.5", "plain", 'a "b", c']


def test_a_markdown_table_keeps_its_shape() -> None:
    text = as_markdown(Table(columns=("a|b",), rows=(("line\nbreak | x",),)))
    assert text == "| a\\|b |\n| --- |\n| line break \\| x |\n"


def test_the_beginning_of_a_giant_answer_is_written_without_writing_all_of_it() -> None:
    data = {"Items": [{"Key": f"k{number}"} for number in range(1_000)]}
    whole = as_json(data)
    assert json.loads(whole) == data
    assert beginning_of_json(data, 500) == (whole[:500], True)
    assert beginning_of_json(data, len(whole)) == (whole, False)
