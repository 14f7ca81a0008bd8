"""The file that carries prompts and parameter presets from one Baton to another: JSON, named and versioned.

Reads what it can: an entry that does not fit is named in ``problems`` and the others carry on. Opens no file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.encoding import from_plain, to_plain
from app.domain.errors import NewerVersionError, UsageError
from app.domain.file_names import name_key, name_problem, normal_name
from app.domain.language import tr
from app.domain.presets import Preset
from app.domain.prompts import MAX_BYTES, Prompt, PromptKind, Variable

T = TypeVar("T")

FORMAT = "baton-library"
VERSION = 1
MAX_FILE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """What a file holds; ``problems`` has a sentence for each entry that was passed over."""

    prompts: Sequence[Prompt] = ()
    presets: Sequence[Preset] = ()
    problems: Sequence[str] = ()


class Conflict(StrEnum):
    """What becomes of something that comes in under a name that is taken."""

    KEEP_BOTH = "keep-both"  # the one that comes gets another name
    REPLACE = "replace"
    SKIP = "skip"


@dataclass(frozen=True, kw_only=True, slots=True)
class _PromptEntry:
    name: str
    text: str
    title: str = ""
    kind: PromptKind = PromptKind.SYSTEM
    about: str = ""
    variables: tuple[Variable, ...] = ()


def write_library(prompts: Iterable[Prompt], presets: Iterable[Preset] = ()) -> str:
    """The file's text."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "prompts": [to_plain(_entry(prompt)) for prompt in prompts],
        "presets": [to_plain(preset) for preset in presets],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read_library(text: str) -> Library:
    """What a file's text holds. Raises :class:`UsageError` for what is no such file at all, and
    :class:`NewerVersionError` for one of a newer Baton's.
    """
    try:
        whole = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise UsageError(
            tr("The file is no library of Baton's."),
            remedy=tr("Give one that Baton exported, or a prompt as a .md file."),
        )
    version = whole.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise UsageError(tr("The library does not say its version."), remedy=tr("Export it again."))
    if version > VERSION:
        raise NewerVersionError(
            tr("The library was written by a newer Baton."), remedy=tr("Update Baton, then import it.")
        )
    problems: list[str] = []
    return Library(
        prompts=_entries(whole, "prompts", _prompt_place, _prompt, problems),
        presets=_entries(whole, "presets", _preset_place, _preset, problems),
        problems=tuple(problems),
    )


def _entry(prompt: Prompt) -> _PromptEntry:
    return _PromptEntry(
        name=prompt.name,
        text=prompt.text,
        title=prompt.title,
        kind=prompt.kind,
        about=prompt.about,
        variables=prompt.declared,
    )


def _entries(
    whole: dict[str, Any],
    key: str,
    place: Callable[[int, str], str],
    read: Callable[[object, str], T],
    problems: list[str],
) -> tuple[T, ...]:
    listed = whole.get(key, [])
    if not isinstance(listed, list):
        problems.append(tr("“{key}” is no list and was passed over.", key=key))
        return ()
    found: dict[str, T] = {}
    for number, plain in enumerate(listed, start=1):
        given = plain.get("name") if isinstance(plain, dict) else None
        where = place(number, repr(given[:60]) if isinstance(given, str) else "")
        try:
            entry = read(plain, where)
            key_ = name_key(getattr(entry, "name"))  # noqa: B009  # both kinds of entry have one
            if key_ in found:
                raise ValueError(tr("{entry} has the name of an earlier one", entry=where))
            found[key_] = entry
        except ValueError as error:
            problems.append(f"{str(error).rstrip('.')[:300]}.")
    return tuple(found.values())


def _prompt_place(number: int, name: str) -> str:
    if name:
        return tr("prompt {number} ({name})", number=number, name=name)
    return tr("prompt {number}", number=number)


def _preset_place(number: int, name: str) -> str:
    if name:
        return tr("preset {number} ({name})", number=number, name=name)
    return tr("preset {number}", number=number)


def _prompt(plain: object, where: str) -> Prompt:
    entry = from_plain(_PromptEntry, plain, where=where)
    prompt = Prompt(
        name=_safe_name(entry.name, where),
        title=entry.title.strip() or entry.name,
        text=entry.text.replace("\r\n", "\n").replace("\r", "\n").strip(),
        kind=entry.kind,
        about=entry.about,
        declared=entry.variables,
    )
    if len(entry.text.encode("utf-8", "replace")) > MAX_BYTES:
        raise ValueError(tr("{entry} is longer than {limit} KiB", entry=where, limit=MAX_BYTES // 1024))
    if (fault := prompt.fault()) is not None:
        raise ValueError(f"{where}: {fault}")
    return prompt


def _preset(plain: object, where: str) -> Preset:
    preset = from_plain(Preset, plain, where=where)
    if preset.problem is not None:
        raise ValueError(f"{where}: {preset.problem}")
    return preset


def _safe_name(name: str, where: str) -> str:
    name = normal_name(name)
    if (problem := name_problem(name, ending=".md")) is not None:
        raise ValueError(f"{where}: {problem}")
    return name
