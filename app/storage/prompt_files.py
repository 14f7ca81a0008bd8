"""Prompts as Markdown files: those that ship, read only, and the person's own, which may change under Baton's feet.

Refuses names that are not safe everywhere, and writes a file whole or not at all.
"""

from __future__ import annotations

import os
import stat
import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from app.domain.errors import NotFoundError, UsageError
from app.domain.file_names import name_key, name_problem, normal_name
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.prompt_text import read_prompt, write_prompt
from app.domain.prompts import MAX_BYTES, Prompt, PromptListing
from app.domain.text import visible
from app.domain.wording import listed
from app.storage.aside import free_name, stamp
from app.storage.faults import storage_faults
from app.storage.whole_files import replace_file

ENDING = ".md"
_BIN = ".deleted"
_BIN_KEEPS = 20


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was last read; it is read again when its ``state`` (times, size, place) has changed."""

    path: Path
    state: tuple[int, ...]
    prompt: Prompt


class PromptFiles:
    """Implements :class:`app.domain.ports.PromptStore` over two folders. Blocking, but quick.

    A prompt of the person's with the name of one that ships is the one that counts. What is deleted is kept in
    ``.deleted`` beside the others, the last few only.
    """

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self._known: dict[Path, _File] = {}
        self._lock = threading.Lock()

    def listing(self) -> PromptListing:
        """See the port."""
        with self._lock:
            problems: list[str] = []
            shipped, files = self._files(self._shipped, problems), self._files(self._own, problems)
            self._known = {file.path: file for file in (*shipped, *files)}
        own: dict[str, _File] = {}
        twice = []
        for file in files:
            key = name_key(file.prompt.name)
            if (other := own.setdefault(key, file)) is not file:
                names = listed([repr(visible(file.path.name)), repr(visible(other.path.name))])
                problem = tr(
                    "{names} are one name where upper and lower case do not differ. Rename one of them.", names=names
                )
                twice.append(replace(file.prompt, problem=problem))
        counting = {name_key(file.prompt.name): file for file in shipped} | own
        return PromptListing(prompts=(*(file.prompt for file in counting.values()), *twice), problems=tuple(problems))

    def save(self, prompt: Prompt) -> Prompt:
        """See the port."""
        if (problem := name_problem(prompt.name, ending=ENDING)) is not None:
            raise UsageError(problem, remedy=tr("Choose another name."))
        if (fault := prompt.fault()) is not None:
            raise UsageError(
                tr("The prompt {name} cannot be saved: {fault}", name=repr(prompt.name), fault=fault),
                remedy=tr("Mend it, then save it."),
            )
        content = write_prompt(prompt)
        try:
            size = len(content.encode("utf-8"))
        except UnicodeEncodeError:
            raise UsageError(
                tr("The prompt {name} holds half a character, which no file can hold.", name=repr(prompt.name)),
                remedy=tr("Leave it out."),
            ) from None
        if size > MAX_BYTES:
            raise UsageError(
                tr(
                    "The prompt {name} takes {size} bytes; {most} is the most.",
                    name=repr(prompt.name),
                    size=number(size),
                    most=number(MAX_BYTES),
                ),
                remedy=tr("Shorten it."),
            )
        with self._lock, storage_faults(self._own):
            self._own.mkdir(parents=True, exist_ok=True)
            path = self._place(prompt.name) or self._own / f"{prompt.name}{ENDING}"
            # Through a link to a person's collection of prompts: the file behind it is replaced, not the link.
            replace_file(path.resolve(), content)
        return read_prompt(prompt.name, content)

    def path(self, name: str) -> Path:
        """See the port."""
        with self._lock, storage_faults(self._own):
            return self._existing(name)

    def rename(self, name: str, new_name: str) -> None:
        """See the port."""
        if (problem := name_problem(new_name, ending=ENDING)) is not None:
            raise UsageError(problem, remedy=tr("Choose another name."))
        with self._lock, storage_faults(self._own):
            path = self._existing(name)
            other = self._place(new_name)
            if other is not None and other != path:
                raise UsageError(
                    tr("There is a prompt {name} already.", name=repr(new_name)),
                    remedy=tr("Choose another name."),
                )
            path.rename(self._own / f"{new_name}{ENDING}")

    def delete(self, name: str) -> str:
        """See the port."""
        with self._lock, storage_faults(self._own):
            path = self._existing(name)
            folder = self._own / _BIN
            folder.mkdir(exist_ok=True)
            # Under a short name of its own: the file's may be as long as the file system allows.
            kept = free_name(folder / f"{stamp()}{ENDING}")
            path.rename(kept)
            for old in sorted(folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_ctime_ns)[:-_BIN_KEEPS]:
                old.unlink(missing_ok=True)
            return kept.name

    def restore(self, name: str, kept: str) -> None:
        """See the port."""
        with self._lock, storage_faults(self._own):
            if self._place(name) is not None:
                raise UsageError(
                    tr("There is a prompt {name} again.", name=repr(name)),
                    remedy=tr("The deleted one is kept in {folder}.", folder=self._own / _BIN),
                )
            path = self._own / _BIN / kept
            if not path.exists():
                raise NotFoundError(tr("The deleted prompt {name} is not kept any more.", name=repr(name)))
            path.rename(self._own / f"{name}{ENDING}")

    def _files(self, folder: Path, problems: list[str]) -> list[_File]:
        try:
            paths = [folder / name for name in sorted(_prompt_files(folder))]
        except OSError as error:
            problems.append(
                tr("The folder {folder} cannot be read: {why}.", folder=repr(visible(str(folder))), why=error.strerror)
            )
            return []
        return [file for path in paths if (file := self._file(path)) is not None]

    def _file(self, path: Path) -> _File | None:
        name = _shown_name(path.name)
        try:
            facts = path.stat()
        except FileNotFoundError:
            return None  # gone since the folder was read
        except OSError as error:
            return _File(path, (), self._troubled(path, name, tr("It cannot be read: {why}.", why=error.strerror)))
        if stat.S_ISDIR(facts.st_mode):
            return None
        state = (facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino)
        known = self._known.get(path)
        if known is not None and known.state == state:
            return known
        prompt = self._read(path, name, facts)
        return _File(path, state, prompt)

    def _read(self, path: Path, name: str, facts: os.stat_result) -> Prompt:
        if not stat.S_ISREG(facts.st_mode):
            return self._troubled(path, name, tr("It is no file."))
        if facts.st_size > MAX_BYTES:
            return self._troubled(
                path,
                name,
                tr("It takes {size} bytes; {most} is the most.", size=number(facts.st_size), most=number(MAX_BYTES)),
            )
        try:
            content = path.read_bytes().decode("utf-8")
        except OSError as error:
            return self._troubled(path, name, tr("It cannot be read: {why}.", why=error.strerror))
        except UnicodeDecodeError as error:
            return self._troubled(
                path, name, tr("It is no UTF-8 text (byte {number}).", number=number(error.start + 1))
            )
        is_shipped = path.parent == self._shipped
        prompt = read_prompt(name, content, is_shipped=is_shipped)
        problem = name_problem(name, ending=ENDING)
        if name != normal_name(path.stem):
            problem = tr("{name} is only how its name can be shown.", name=repr(name))
        if problem and not prompt.problem:
            return replace(prompt, problem=tr("Its file needs another name: {problem}", problem=problem))
        return prompt

    def _troubled(self, path: Path, name: str, problem: str) -> Prompt:
        return Prompt(name=name, title=name, text="", problem=problem, is_shipped=path.parent == self._shipped)

    def _place(self, name: str) -> Path | None:
        """Where the person's own prompt ``name`` lies, however its file spells the name."""
        key = name_key(name)
        alike = [other for other in _prompt_files(self._own) if name_key(_shown_name(other)) == key]
        exact = [other for other in alike if _shown_name(other) == name]
        return next((self._own / other for other in [*exact, *sorted(alike)]), None)

    def _existing(self, name: str) -> Path:
        path = self._place(name)
        if path is None:
            raise NotFoundError(tr("There is no prompt {name} of your own.", name=repr(name)))
        return path


def _prompt_files(folder: Path) -> list[str]:
    """The names of the files in ``folder`` that should be prompts. Raises ``OSError`` where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        return []
    return [name for name in names if name.casefold().endswith(ENDING) and not name.startswith(".")]


@lru_cache(maxsize=8_192)
def _shown_name(file_name: str) -> str:
    """What a prompt is called whose file has this name, which need be no text."""
    stem = file_name[: -len(ENDING)]
    return normal_name(visible(os.fsencode(stem).decode("utf-8", "replace")))
