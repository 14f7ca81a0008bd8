"""What the window remembers between two runs, as one small JSON file; refuses everything that belongs to the history.

A missing or damaged file means a window as on the first day: nothing in it is worth a question, and nothing in it
keeps the window from being shown.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.encoding import from_plain, to_plain
from app.domain.messages import AttachmentPart
from app.ui.look.tokens import DOCK_WIDTH, SIDEBAR_WIDTH

_log = logging.getLogger(__name__)
_LONGEST_DRAFT = 200_000
_MOST_DRAFTS = 50
_MOST_PLACES = 20
_WIDEST_PX = 32_767
_PERCENTS = range(50, 501)  # text so small or large that nobody can read it is a damaged file's


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where the window and its parts stood with one set of screens."""

    geometry: str = ""
    sidebar_width: int = SIDEBAR_WIDTH
    dock_width: int = DOCK_WIDTH
    sidebar_shown: bool = True
    dock_shown: bool = True
    sidebar_floats: bool = False
    dock_floats: bool = False
    sidebar_window: str = ""  # where it floated, like ``geometry``
    dock_window: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class WindowState:
    """Widths are pixels; ``geometry`` is Qt's own, as base64, as the window was left last, and ``places`` as it was
    left with each set of screens (:func:`app.ui.shell.placing.screens_key`); ``sidebar_window`` and ``dock_window`` are
    those of panels that float. ``drafts``: what was written and not
    sent, by chat, ``draft_files`` what was to go with it, whose bytes lie beside the history, and ``draft_models`` who
    was to answer.

    ``theme``, ``contrast`` and ``text_percent`` repeat the settings, so that the first picture of the window is right
    already.
    """

    geometry: str = ""
    sidebar_width: int = SIDEBAR_WIDTH
    dock_width: int = DOCK_WIDTH
    sidebar_shown: bool = True
    dock_shown: bool = True
    sidebar_side: str = "left"
    dock_side: str = "right"
    sidebar_floats: bool = False
    dock_floats: bool = False
    sidebar_window: str = ""
    dock_window: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    conversation_id: str = ""
    theme: str = "system"
    contrast: str = "system"
    text_percent: int = 100
    open_folders: tuple[str, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    draft_files: Mapping[str, tuple[AttachmentPart, ...]] = field(default_factory=dict)
    draft_models: Mapping[str, str] = field(default_factory=dict)


def load_state(path: Path) -> WindowState:
    """Read the file; what does not fit in it is left at its default."""
    try:
        read = _sound(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return WindowState()
    except (OSError, ValueError, RecursionError) as fault:
        _log.warning("the window's state cannot be read: %s", type(fault).__name__)
        return WindowState()
    if not isinstance(read, dict):
        return WindowState()
    default = WindowState()
    fitting: dict[str, object] = {}
    for item in dataclasses.fields(WindowState):
        value = read.get(item.name)
        if item.name in ("drafts", "draft_models"):
            if isinstance(value, dict):
                fitting[item.name] = {str(key): text for key, text in value.items() if isinstance(text, str)}
        elif item.name == "places":
            if isinstance(value, dict):
                fitting["places"] = {str(key): place for key, plain in value.items() if (place := _place(plain))}
        elif item.name == "open_folders":
            if isinstance(value, list):
                fitting["open_folders"] = tuple(path for path in value if isinstance(path, str))
        elif item.name == "draft_files":
            if isinstance(value, dict):
                fitting["draft_files"] = {str(key): parts for key, plain in value.items() if (parts := _parts(plain))}
        elif type(value) is type(getattr(default, item.name)) and _fits(item.name, value):
            fitting[item.name] = value
    return dataclasses.replace(default, **fitting)  # type: ignore[arg-type]  # each was checked against its field


def _sound(read: object) -> object:
    """What was read, its texts without halves of a character, which neither Qt nor SQLite takes."""
    match read:
        case str():
            return read.encode("utf-8", "replace").decode("utf-8")
        case list():
            return [_sound(item) for item in read]
        case dict():
            return {_sound(key): _sound(value) for key, value in read.items()}
        case _:
            return read


def _fits(name: str, value: object) -> bool:
    """Whether Qt takes the value: a geometry is base64, a width one that a screen can have."""
    if name in ("geometry", "sidebar_window", "dock_window"):
        return isinstance(value, str) and value.isascii()
    if name in ("sidebar_width", "dock_width"):
        return isinstance(value, int) and 0 <= value <= _WIDEST_PX
    return name != "text_percent" or value in _PERCENTS


def _place(plain: object) -> Place | None:
    try:
        place = from_plain(Place, plain)
    except ValueError:
        return None
    return place if all(_fits(item.name, getattr(place, item.name)) for item in dataclasses.fields(place)) else None


def _parts(plain: object) -> tuple[AttachmentPart, ...]:
    try:
        return from_plain(tuple[AttachmentPart, ...], plain)
    except ValueError:
        return ()


def save_state(path: Path, state: WindowState) -> None:
    """Write the file beside the old one, then put it in its place. A disk that is full costs only this memory, and
    halves of a character, which nothing can be written with, become a question mark.
    """
    drafts = {key: text for key, text in state.drafts.items() if text.strip() and len(text) <= _LONGEST_DRAFT}
    kept = dict(list(drafts.items())[-_MOST_DRAFTS:])
    files = dict(list(state.draft_files.items())[-_MOST_DRAFTS:])
    models = dict(list(state.draft_models.items())[-_MOST_DRAFTS:])
    places = dict(list(state.places.items())[-_MOST_PLACES:])
    held = dataclasses.replace(state, drafts=kept, draft_files=files, draft_models=models, places=places)
    text = json.dumps(to_plain(held), ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".window-", suffix=".json")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as fault:
        _log.warning("the window's state cannot be kept: %s", type(fault).__name__)
