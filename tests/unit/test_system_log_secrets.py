"""No secret reaches the log, whichever part of a record holds it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

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
