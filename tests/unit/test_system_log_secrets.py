"""No secret reaches the log, whichever part of a record holds it."""

from __future__ import annotations

import ast
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import BatonError
from app.providers.faults import Exchange, status_fault
from app.services.redaction import redact_text
from app.system import logs

SECRET = "sk-" + "ant-api03-" + "x1" * 30


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    logs.configure(tmp_path / "baton.log", lambda text: redact_text(text).text)
    yield tmp_path / "baton.log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = raising


def test_a_secret_in_a_message_its_arguments_or_a_traceback_is_hidden(log_file: Path) -> None:
    log = logging.getLogger("app.test")
    log.warning("plain %s", SECRET)
    log.warning("named %r", {"password": "hunter2-and-more"})
    try:
        raise ValueError(f"could not use {SECRET}")
    except ValueError:
        log.exception("failed")
    log.warning("where", stack_info=True, extra={"token": SECRET})
    written = log_file.read_text()
    assert SECRET not in written
    assert "hunter2" not in written
    assert "could not use [hidden API key 1]" in written
    assert "Stack (most recent call last)" in written


def test_what_somebody_wrote_is_left_out_and_names_of_things_stay(log_file: Path) -> None:
    log = logging.getLogger("app.test")
    written = "my knee hurts since Tuesday and I would rather nobody at work hears of it, so keep it quiet"
    log.warning("the model %r cannot answer %r", "openai:large", written)
    try:
        int(written)
    except ValueError:
        log.exception("failed")
    try:
        Path("/nonexistent/baton/settings-of-mine.toml").read_text()
    except OSError:
        log.exception("failed")
    text = log_file.read_text()
    assert "knee" not in text
    assert "the model 'openai:large' cannot answer '… 91 characters'" in text
    assert "ValueError: invalid literal for int() with base 10: '… 91 characters'" in text
    assert "/nonexistent/baton/settings-of-mine.toml" in text


def test_no_text_can_pass_for_an_entry_of_its_own(log_file: Path) -> None:
    forged = '{"at": "2020-01-01T00:00:00+00:00", "level": "ERROR", "source": "app", "text": "forged"}'
    logging.getLogger("app.test").warning("one\n%s\ntwo", forged)
    assert len(log_file.read_text().splitlines()) == 1
    later = logs.FileLogBook(log_file, str)
    (entry,) = later.earlier()
    later.close()
    assert entry.text.startswith("one\n")
    assert entry.source == "app.test"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85"], ids=["U+2028", "U+2029", "U+0085"])
def test_an_entry_with_a_line_end_of_unicode_in_it_is_read_back(log_file: Path, end: str) -> None:
    logging.getLogger("app.test").warning("one%stwo", end)
    later = logs.FileLogBook(log_file, str)
    assert [entry.text for entry in later.earlier()] == [f"one{end}two"]
    later.close()


def test_a_line_that_was_cut_does_not_hide_the_others(tmp_path: Path) -> None:
    file = tmp_path / "baton.log"
    line = '{"at": "2020-01-01T00:00:00+00:00", "level": "INFO", "source": "app", "text": "whole"}'
    file.write_text(f"{line}\n{line[:40]}\n2020-01-01 INFO of an older Baton\n{line}\n")
    book = logs.FileLogBook(file, str)
    assert [entry.text for entry in book.earlier()] == ["whole", "whole"]
    book.close()


def test_what_a_vendor_said_is_left_out_and_what_kind_of_fault_it_was_stays(log_file: Path) -> None:
    exchange = Exchange("openai", "OpenAI", "http://x", model="m")
    fault = status_fault(exchange, 400, said="Invalid prompt: my knee hurts")
    assert "knee" in str(fault)  # the person is told it all the same
    log = logging.getLogger("app.test")
    log.info("an answer of %s failed: %s", "openai:m", fault.fault_kind)
    try:
        raise fault
    except BatonError:
        log.exception("failed")
    text = log_file.read_text()
    assert "knee" not in text
    assert text.count("UnsupportedError 400") >= 2


def test_no_use_case_and_no_provider_logs_the_words_of_an_error() -> None:
    root = Path(__file__).parents[2] / "app"
    told = [
        f"{file.relative_to(root)}:{call.lineno}"
        for layer in ("services", "providers", "ui")
        for file in (root / layer).rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in ("log", "_log")
        and any(isinstance(given, ast.Attribute) and given.attr in ("message", "detail") for given in call.args)
    ]
    assert told == []
