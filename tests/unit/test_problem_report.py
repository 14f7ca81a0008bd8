"""A report of a problem helps to find the fault and gives nobody away."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.main import StartContext, run
from app.domain.aws import Account, AccountKind
from app.domain.checks import Check, CheckState
from app.domain.errors import UsageError
from app.domain.models import Endpoint
from app.services.doctor import DoctorService
from app.services.redaction import redact_text
from app.services.reporting.cleaning import Private, cleaned
from app.services.reporting.report import ProblemReporter, Surroundings
from app.services.settings import SettingsService
from app.services.work.tray import WorkTray
from app.storage.integrity import integrity_words
from app.storage.keys import HistoryKeys, NoSecretStore
from app.storage.settings_file import TomlSettingsStore
from app.system.crashes import crashes_kept, read_crashes
from app.system.logs import FileLogBook
from tests.ui_fixtures import build_test_application

KEYS = HistoryKeys(NoSecretStore())
ANTHROPIC = "sk-" + "ant-api03-" + "q7" * 30
GITHUB = "ghp_" + "Ab3dEf6hIj" * 4
AWS_KEY = "AKIA" + "QX7EXAMPLEX2W9ZA"[:16]
AWS_SECRET = "wJalrXUtnFEMI" + "K7MDENGbPxRfiCYzq8LmNoPqRsT"
ACCOUNT = "493827165038"
MESSAGE = "Dear doctor, my knee hurts since Tuesday and I would rather nobody at work hears of it"
SYSTEM_PROMPT = "You are the assistant of the Heron merger, code name Bluefin"

PLANTED = {
    "a key": ANTHROPIC,
    "a token": GITHUB,
    "an AWS key id": AWS_KEY,
    "an AWS secret": AWS_SECRET,
    "an account number": ACCOUNT,
    "a profile": "heron-prod",
    "a short profile": "hq",
    "an alias": "heron-industries",
    "a role": "MergerDeskReader",
    "a bucket": "bluefin-term-sheets",
    "an instance": "i-0a1b2c3d4e5f67890",
    "a request's id": "7c2f1b9e-4a53-4c8e-9d1f-0123456789ab",
    "an address": "10.20.30.40",
    "a mail address": "ada@heron.example",
    "a host": "llm.heron.internal",
    "a user's name": "adalovelace",
    "another user's name": "cbabbage",
    "the machine's name": "heron-laptop-7",
    "a password in an address": "s3cretpw",
    "a name in an address": "gateway-user",
    "a query": "session=98127398",
    "an endpoint's name": "heron-llm",
    "a system prompt": "Bluefin",
    "a message": "knee hurts",
}


class Accounts:
    """Two profiles, one with an alias that is known."""

    def accounts(self) -> Sequence[Account]:
        return [
            Account(key="heron-prod", title="heron-prod", kind=AccountKind.PROFILE),
            Account(key="hq", title="hq", kind=AccountKind.PROFILE),
            Account(key="demo", title="Demo account", kind=AccountKind.DEMO),
        ]

    def known_alias(self, key: str) -> str | None:
        return "heron-industries" if key == "heron-prod" else None


@pytest.fixture
def book(tmp_path: Path) -> Iterator[FileLogBook]:
    kept = FileLogBook(tmp_path / "logs" / "baton.log", lambda text: redact_text(text).text)
    yield kept
    kept.close()


def note(book: FileLogBook, text: str, *arguments: object, fault: BaseException | None = None) -> None:
    caught = None if fault is None else (type(fault), fault, fault.__traceback__)
    book.handle(logging.LogRecord("app.services.chat", logging.WARNING, __file__, 1, text, arguments, caught))


def planted_log(book: FileLogBook) -> None:
    note(book, "a key: %s, a token %s", ANTHROPIC, GITHUB)
    note(
        book,
        "in 'heron-prod' (heron-industries) and in hq: %s has no right",
        f"arn:aws:iam::{ACCOUNT}:role/MergerDeskReader",
    )
    note(book, "s3://bluefin-term-sheets/a.pdf of i-0a1b2c3d4e5f67890, request 7c2f1b9e-4a53-4c8e-9d1f-0123456789ab")
    note(
        book,
        "https://gateway-user:s3cretpw@llm.heron.internal/v1?session=98127398 and 10.20.30.40 of ada@heron.example",
    )
    note(
        book,
        "at /home/adalovelace/work/x and C:\\Users\\cbabbage\\x on heron-laptop-7; keys %s %s",
        AWS_KEY,
        AWS_SECRET,
    )
    note(book, "no model heron-llm:large")
    note(book, "aws_secret_access_key = %s", AWS_SECRET)
    try:
        json.loads('{"text": }')
        raise AssertionError
    except ValueError as inner:
        try:
            raise ValueError(f"invalid literal: {MESSAGE!r}") from inner
        except ValueError as outer:
            note(book, "answering %r failed", MESSAGE, fault=outer)


def reporter(tmp_path: Path, book: FileLogBook) -> ProblemReporter:
    settings = SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))
    asyncio.run(settings.change({"system_prompt": SYSTEM_PROMPT, "text_size": 120, "default_model": "heron-llm:large"}))
    endpoint = Endpoint(name="heron-llm", url="https://llm.heron.internal/v1", title="Heron's own")
    asyncio.run(settings.set_endpoints([endpoint]))
    home = "/home/adalovelace"
    database = tmp_path / "baton.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE chats (text TEXT)")
    found = f"Data in {home}/.local/share/baton; accounts: heron-prod, hq; key {ANTHROPIC}"
    private = Private(home=home, user="adalovelace", host="heron-laptop-7.heron.internal")
    return ProblemReporter(
        surroundings=lambda: Surroundings(facts={"Baton": "1.2.3", "Qt": "6.12.0"}, private=private),
        integrity=lambda: integrity_words(database, KEYS),
        doctor=DoctorService([("folders", lambda: Check(name="folders", state=CheckState.WARNING, finding=found))]),
        settings=settings,
        accounts=Accounts(),  # type: ignore[arg-type]  # all that a report asks of a directory
        logs=book,
        work=WorkTray(),
        now=lambda: datetime(2026, 11, 27, 22, 0, tzinfo=UTC),
    )


@pytest.fixture
def report(tmp_path: Path, book: FileLogBook) -> str:
    planted_log(book)
    return asyncio.run(reporter(tmp_path, book).gather())


def test_nothing_that_gives_away_stands_in_a_report(report: str) -> None:
    assert [what for what, value in PLANTED.items() if value.casefold() in report.casefold()] == []


def test_a_report_still_says_what_helps(report: str) -> None:
    for needed in (
        "2026-11-27 22:00 UTC",
        "Baton: 1.2.3",
        "folders: warning. Data in ~/.local/share/baton; accounts: [account 1], [account 2]",
        "text_size: 120",
        f"system_prompt: a text of {len(SYSTEM_PROMPT)} characters",
        "endpoint 1: api default, a key",
        ": whole.",
        "no model [endpoint 1]:large",
        "at /home/[user]/work/x",
        "Traceback (most recent call last):",
        "JSONDecodeError: Expecting value: line 1 column 10",
        "from which followed:",
        "in planted_log",
    ):
        assert needed in report or needed.replace("/home/[user]", "~") in report, needed


def test_accounts_are_named_only_where_the_person_agrees(tmp_path: Path, book: FileLogBook) -> None:
    planted_log(book)
    named = asyncio.run(reporter(tmp_path, book).gather(with_names=True))
    assert "heron-prod" in named
    assert ACCOUNT not in named
    assert ANTHROPIC not in named
    assert "heron-llm" not in named


def test_the_same_thing_keeps_its_number_so_that_the_report_can_be_followed() -> None:
    text = "111122223333 asked 444455556666, then i-0a1b2c3d of 111122223333 and i-0a1b2c3d again"
    assert (
        cleaned(text, Private())
        == "[account 1] asked [account 2], then [resource 1] of [account 1] and [resource 1] again"
    )


@pytest.mark.parametrize("home", ["/", ""], ids=["root", "none"])
def test_a_home_that_is_no_name_leaves_paths_readable(home: str) -> None:
    assert cleaned("/usr/lib/x", Private(home=home, user="root")) == "/usr/lib/x"


def test_a_home_folder_is_no_part_of_a_longer_name() -> None:
    assert cleaned("/opt/ada/x /opt/adam/x", Private(home="/opt/ada")) == "~/x /opt/adam/x"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/tmp/eyes/home/settings.json", "/tmp/eyes/home/settings.json"),
        ("/tmp/root/x", "/tmp/root/x"),
        ("/root/x", "~/x"),
        ("-I/home/anna/x", "-I/home/[user]/x"),
        ("file:///home/anna/x", "file:///home/[user]/x"),
        ("/mnt/c/Users/anna/x", "/mnt/c/Users/[user]/x"),
        ("C:\\Users\\anna\\x", "C:\\Users\\[user]\\x"),
    ],
    ids=("folder called home", "folder called root", "own home", "flag", "address", "windows drive", "windows"),
)
def test_only_homes_lose_a_name(path: str, shown: str) -> None:
    assert cleaned(f"in {path} now", Private(home="/root", user="root")) == f"in {shown} now"


def test_a_damaged_history_is_said(tmp_path: Path) -> None:
    file = tmp_path / "baton.db"
    assert integrity_words(file, KEYS) == "There is none yet."
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("y" * 500,)] * 200)
    connection.close()
    raw = bytearray(file.read_bytes())
    raw[8192:12288] = b"\xa5" * 4096
    file.write_bytes(raw)
    assert "DAMAGED" in integrity_words(file, KEYS)
    file.write_bytes(b"no database at all" * 100)
    assert "DAMAGED" in integrity_words(file, KEYS)


def test_a_crash_leaves_its_trace_and_is_new_once(tmp_path: Path) -> None:
    program = (
        "import ctypes, sys; from pathlib import Path; from app.system.crashes import crashes_kept\n"
        "with crashes_kept(Path(sys.argv[1])): ctypes.string_at(0)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert ended.returncode != 0
    (crash,) = read_crashes(tmp_path)
    assert "Segmentation fault" in crash.trace or "access violation" in crash.trace
    assert crash.is_new
    well = program.replace("ctypes.string_at(0)", "pass")
    assert subprocess.run([sys.executable, "-c", well, str(tmp_path)], check=False).returncode == 0
    (crash,) = read_crashes(tmp_path)
    assert not crash.is_new
    assert len(list(tmp_path.glob("*.trace"))) == 1


def test_where_crashes_cannot_be_kept_nothing_else_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with crashes_kept(tmp_path / "file" / "logs"):
        pass


def test_the_command_writes_a_report_once_and_only_for_its_owner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    context = StartContext(lambda: build_test_application(tmp_path / "baton"), lambda _: 0)
    (tmp_path / "baton").mkdir()
    file = tmp_path / "report.txt"
    assert run(["doctor", "--report", str(file)], context) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert "## What works here" in file.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    assert run(["doctor", "--report", str(file)], context) == 1
    assert "is there already" in capsys.readouterr().err
    assert run(["doctor", "--report", "-"], context) == 0
    assert "# Baton: report of a problem" in capsys.readouterr().out
    assert run(["doctor", "--names"], context) == 2


def test_a_report_is_made_although_accounts_cannot_be_read(tmp_path: Path, book: FileLogBook) -> None:
    class Broken(Accounts):
        def accounts(self) -> Sequence[Account]:
            raise UsageError("The AWS configuration cannot be read.")

    made = reporter(tmp_path, book)
    made._accounts = Broken()  # type: ignore[assignment]
    assert "## Versions" in asyncio.run(made.gather())
