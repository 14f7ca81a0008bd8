"""Figures and dates that a person reads are written by :mod:`app.domain.numerals`: proved by reading the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain import numerals

APP = Path(__file__).parents[2] / "app"
FOLDERS = ("ui", "services", "domain")

_SPEC = re.compile(r",|\.\d*[efg%]|%[A-Za-z]")
_IN_TEXT = re.compile(r"\{\w*:[^{}]*(?:,|\.\d+[efg%]|%[A-Za-z])[^{}]*\}")  # for str.format

# Formats in English's or the machine's form, and why: a module, the format, what reads it.
ALLOWED = {
    ("domain/logs.py", "%Y-%m-%d %H:%M:%S"): "a line of the log",
    ("ui/logs/model.py", "%Y-%m-%d %H:%M:%S"): "a line of the log",
    ("services/reporting/report.py", "%Y-%m-%d %H:%M"): "a report that whoever mends Baton reads",
    ("services/reporting/report.py", "%Y-%m-%d %H:%M:%S"): "the same",
    ("services/reporting/report.py", "%m-%d %H:%M:%S"): "the same: lines of the log",
    ("services/reporting/report.py", ","): "the same",
    ("services/interchange_markdown.py", "%Y-%m-%d %H:%M"): "an export, in UTC",
    ("services/charts.py", "%Y-%m-%d"): "a time in UTC, as in the table that is exported; people's own zone is another",
    ("services/charts.py", "%Y-%m-%d %H:%M"): "the same",
    ("services/charts.py", ".12g"): "a cell of the table that is exported",
    ("services/charts.py", ".3g"): "rounds, before it is written",
    ("services/redaction/answers.py", ","): "what a model reads",
    ("services/model_digest.py", ","): "what a model reads",
    ("domain/aws/policy_words.py", "%Y-%m-%d %H:%M:%S"): "a rule's name, in the policy's file",
    ("domain/numerals.py", ".15g"): "counts the digits, before they are written",
    ("ui/wording.py", ".{}f"): "counts the digits, before they are written",
    ("ui/preferences/hub_panel.py", ".3g"): "rounds, before it is written",
    ("ui/transcript/chart_view.py", ".4g"): "rounds, before it is written",
    ("ui/transcript/chart_view.py", ".6g"): "rounds, before it is written",
    ("ui/control/attachments.py", "pasted {:%Y-%m-%d %H.%M.%S}.png"): "a file's name",
}


def formats_in(source: str) -> Iterator[str]:
    """Every format of a number or a moment, but of what implements English's own."""
    tree = ast.parse(source)
    english = {
        id(inner)
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == "_English"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in english:
            continue
        match node:
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=parts)):
                spec = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
                if _SPEC.search(spec) or spec == ".{}f":
                    yield spec
            case ast.Call(func=ast.Attribute(attr="strftime"), args=[ast.Constant(value=spec), *_]):
                yield str(spec)
            case ast.Call(func=ast.Name(id="format"), args=[_, ast.Constant(value=str(spec))]) if _SPEC.search(spec):
                yield spec
            case ast.Constant(value=str(text)) if _IN_TEXT.search(text):
                yield text


def test_no_figure_or_date_is_written_past_the_persons_language() -> None:
    found = {
        (path.relative_to(APP).as_posix(), spec)
        for folder in FOLDERS
        for path in (APP / folder).rglob("*.py")
        for spec in formats_in(path.read_text(encoding="utf-8"))
    }
    assert found - set(ALLOWED) == set(), "write it with app.domain.numerals"
    assert set(ALLOWED) - found == set(), "no longer there"


@pytest.mark.parametrize(
    "source",
    ['f"{n:,}"', 'f"{n:,.2f}"', 'f"{n:.0%}"', 'f"{n:.{digits}f}"', 'f"{at:%H:%M}"', '"{:%B}"', 'at.strftime("%Y")'],
    ids=["thousands", "money", "per cent", "digits", "clock", "month", "strftime"],
)
def test_a_format_is_found_however_it_is_written(source: str) -> None:
    assert list(formats_in(source))


@pytest.mark.parametrize(
    ("value", "written"),
    [(4096, "4,096"), (0.25, "0.25"), (2.0, "2"), (-1.5, "-1.5"), (1e-12, "1e-12"), (float("inf"), "inf")],
    ids=["whole", "digits", "a point for nothing", "below nothing", "many noughts", "no end"],
)
def test_a_number_is_written_with_the_digits_it_has(value: float, written: str) -> None:
    assert numerals.exact(value) == written
