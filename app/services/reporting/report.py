"""Gathers what helps to find a fault into one text, which the person reads before it is saved. Sends nothing anywhere.

No message of a chat is in it, no key, and no name of an account unless the person agrees.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.checks import Check, CheckState
from app.domain.errors import BatonError
from app.domain.logs import Crash, LogEntry, LogLevel
from app.domain.ports import LogBook, PlaceDirectory
from app.domain.setting_info import SettingInfo
from app.domain.settings import Settings, setting_infos
from app.services.doctor import DoctorService
from app.services.reporting.cleaning import Private, cleaned
from app.services.settings import SettingsService
from app.services.work.tray import WorkTray

LAST_ENTRIES = 400
_CHARS_AN_ENTRY = 4_000
_CRASHES = 3
_MARKS = {CheckState.OK: "works", CheckState.WARNING: "warning", CheckState.FAULT: "FAULT"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What the composition root knows of the machine: versions and the like as name and words, and what is private."""

    facts: Mapping[str, str]
    private: Private


class ProblemReporter:
    """Makes reports. ``surroundings`` and ``integrity`` (a sentence on the history's file) are asked on a thread."""

    def __init__(
        self,
        *,
        surroundings: Callable[[], Surroundings],
        integrity: Callable[[], str],
        doctor: DoctorService,
        settings: SettingsService,
        accounts: PlaceDirectory,
        logs: LogBook,
        work: WorkTray,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._surroundings = surroundings
        self._integrity = integrity
        self._doctor = doctor
        self._settings = settings
        self._accounts = accounts
        self._logs = logs
        self._work = work
        self._now = now

    async def gather(self, *, with_names: bool = False) -> str:
        """The report. ``with_names``: the person agrees that accounts are called by their names."""
        around, integrity, checks, entries, crashes, accounts = await asyncio.gather(
            asyncio.to_thread(self._surroundings),
            asyncio.to_thread(self._integrity),
            self._doctor.run(),
            asyncio.to_thread(self._entries),
            asyncio.to_thread(self._logs.crashes),
            asyncio.to_thread(self._account_names),
        )
        endpoints = [(item.name, item.title) for item in self._settings.current.endpoints]
        names = {"endpoint": endpoints} if with_names else {"account": accounts, "endpoint": endpoints}
        text = "\n\n".join(
            (
                f"# Baton: report of a problem\n\n{self._now():%Y-%m-%d %H:%M} UTC",
                _section("Versions", [f"{name}: {words}" for name, words in around.facts.items()]),
                _section("What works here", [_check_line(check) for check in checks]),
                _section("History's file", [integrity]),
                _section("Settings that were changed", settings_lines(self._settings.current)),
                _section("Work of this session", [f"{w.state.value}: {w.outcome or w.note}" for w in self._work.works]),
                _section("Crashes of earlier runs", [_crash_text(crash) for crash in crashes[:_CRASHES]]),
                _section(f"Log, the last {len(entries)} entries", [_entry_text(entry) for entry in entries]),
            )
        )
        return await asyncio.to_thread(cleaned, text + "\n", replace(around.private, names=names))

    def _entries(self) -> Sequence[LogEntry]:
        own, _ = self._logs.after(0)
        missing = LAST_ENTRIES - len(own)
        earlier = self._logs.earlier()[-missing:] if missing > 0 else ()
        return (*earlier, *own[-LAST_ENTRIES:])

    def _account_names(self) -> Sequence[Sequence[str]]:
        try:
            found = self._accounts.accounts()
        except BatonError:
            return ()
        return [(item.key, item.title, self._accounts.known_alias(item.key) or "") for item in found]


def settings_lines(settings: Settings) -> Sequence[str]:
    """Every setting that is not at its default, in words that disclose nothing: of a text only how long it is."""
    lines = []
    for info in setting_infos():
        value = getattr(settings, info.name)
        if value != info.default:
            lines.append(f"{info.name}: {_value_words(info, value)}")
    lines += [
        f"endpoint {number}: api {endpoint.api or 'default'}, {'a key' if endpoint.needs_key else 'no key'}, "
        f"{len(endpoint.models)} models named"
        for number, endpoint in enumerate(settings.endpoints, 1)
    ]
    return lines


def _value_words(info: SettingInfo, value: object) -> str:
    match value:
        case bool() | int() | float():
            return str(value).lower() if isinstance(value, bool) else f"{value:g}"
        case str() if info.choices:
            return value
        case str() if info.is_model or info.name == "default_model":
            return value or "none"
        case str():
            return f"a text of {len(value)} characters" if value else "empty"
        case tuple() | list():
            return f"{len(value)} entries"
        case _:
            return "set"


def _section(title: str, lines: Sequence[str]) -> str:
    body = "\n".join(f"- {line}" if "\n" not in line else line for line in lines) or "- none"
    return f"## {title}\n\n{body}"


def _check_line(check: Check) -> str:
    return f"{check.name}: {_MARKS[check.state]}. {check.finding}".rstrip()


def _crash_text(crash: Crash) -> str:
    return f"{crash.at:%Y-%m-%d %H:%M:%S} UTC\n{crash.trace}"


def _entry_text(entry: LogEntry) -> str:
    detail = f"\n{entry.detail}" if entry.detail and entry.level >= LogLevel.WARNING else ""
    text = f"{entry.at:%m-%d %H:%M:%S} {entry.level.name:<7} {entry.source}: {entry.text}{detail}"
    return text if len(text) <= _CHARS_AN_ENTRY else f"{text[:_CHARS_AN_ENTRY]} … ({len(text):,} characters)"
