"""The prompt library: the prompts that ship with Baton and the person's own, kept, shared and brought in as files.

Blocking, but quick, where it is no coroutine: a front end with a loop asks on a thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from app.domain.errors import BatonError, NotFoundError, UsageError
from app.domain.file_names import free_name, name_key, name_problem, normal_name
from app.domain.language import marked, plural, tr
from app.domain.library import Conflict, read_library, write_library
from app.domain.ports import PromptStore
from app.domain.presets import MOST_TITLE_CHARS, Preset, name_of
from app.domain.prompt_text import read_prompt
from app.domain.prompts import Prompt, PromptKind, PromptListing


class PresetShelf(Protocol):
    """Where named sets of parameters are kept, as far as the library's file is concerned."""

    @property
    def own(self) -> Mapping[str, Preset]:
        """The person's, by name. Blocking."""
        ...

    async def put(self, preset: Preset) -> None:
        """Keep one, in place of one of the same name. Raises ``UsageError`` and ``StorageError``."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class DeletedPrompt:
    """What is needed to bring a prompt back."""

    prompt: Prompt
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """What files hold that may be brought in. ``taken``: titles of those whose names are taken by something else."""

    prompts: Sequence[Prompt] = ()
    presets: Sequence[Preset] = ()
    taken: Sequence[str] = ()
    same: int = 0  # those that are here already, word for word
    problems: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What became of an import, by name."""

    added: Sequence[str] = ()
    replaced: Sequence[str] = ()
    skipped: Sequence[str] = ()
    presets: Sequence[str] = ()
    same: int = 0
    problems: Sequence[str] = ()

    @property
    def words(self) -> str:
        """One sentence for the person."""
        brought = len(self.added) + len(self.replaced)
        parts = [plural("{count} prompt imported", "{count} prompts imported", brought)]
        if self.replaced:
            parts.append(tr("{count} of them in place of another", count=len(self.replaced)))
        if self.presets:
            parts.append(plural("{count} preset imported", "{count} presets imported", len(self.presets)))
        if self.same:
            parts.append(tr("{count} here already", count=self.same))
        if self.skipped:
            parts.append(tr("{count} skipped", count=len(self.skipped)))
        if self.problems:
            parts.append(tr("{count} left out", count=len(self.problems)))
        return ", ".join(parts) + "."


class PromptService:
    """Finds, changes, exports and imports prompts."""

    def __init__(self, store: PromptStore, presets: PresetShelf | None = None) -> None:
        self._store = store
        self._presets = presets

    def listing(self) -> PromptListing:
        """All prompts, by title, those that cannot be used too."""
        listing = self._store.listing()
        return replace(listing, prompts=sorted(listing.prompts, key=lambda item: (item.title.casefold(), item.name)))

    def presets(self) -> Sequence[Preset]:
        """The person's parameter presets, which can be exported."""
        return tuple(self._presets.own.values()) if self._presets is not None else ()

    def get(self, name: str) -> Prompt:
        """The prompt ``name``. Raises ``NotFoundError`` naming those there are."""
        prompts = self._store.listing().prompts
        exact = [prompt for prompt in prompts if prompt.name == name]
        alike = [prompt for prompt in prompts if name_key(prompt.name) == name_key(name)]
        if not (found := [*exact, *alike]):
            names = ", ".join(sorted(prompt.name for prompt in prompts)[:40])
            raise NotFoundError(
                tr("There is no prompt {name}.", name=repr(name)),
                remedy=tr("There are: {names}.", names=names) if names else "",
            )
        return found[0]

    def of_kind(self, name: str, kind: PromptKind) -> Prompt:
        """The prompt ``name``, ready to be used as ``kind``. Raises ``UsageError`` where it cannot be."""
        prompt = self.get(name)
        prompt.check_usable()
        if prompt.kind is not kind:
            is_message = prompt.kind is PromptKind.MESSAGE
            raise UsageError(
                tr("{name} is a prompt for the message.", name=repr(prompt.name))
                if is_message
                else tr("{name} is a prompt for the system prompt.", name=repr(prompt.name)),
                remedy=tr("Use it with --prompt (in a chat: /prompt).")
                if is_message
                else tr("Use it with --system (in a chat: /system)."),
            )
        return prompt

    def create(self, prompt: Prompt) -> Prompt:
        """Add one of the person's own. Raises ``UsageError`` for a name that is taken, or a prompt that is not well."""
        prompt = replace(prompt, name=normal_name(prompt.name), is_shipped=False, problem="")
        if name_key(prompt.name) in self._taken():
            raise UsageError(
                tr("There is a prompt {name} already.", name=repr(prompt.name)), remedy=tr("Choose another name.")
            )
        return self._store.save(prompt)

    def change(self, before: Prompt, after: Prompt) -> Prompt:
        """Save ``after`` in the place of ``before``, under its name, which may be another.

        Raises ``UsageError`` where the file is not as it was ``before``, and for one that ships.
        """
        current = self._own(before.name, marked("The prompt {name} came with Baton and cannot be changed."))
        if current != before:
            raise UsageError(
                tr("The prompt {name} was changed outside Baton meanwhile.", name=repr(before.name)),
                remedy=tr("Save again to write over that, or cancel to keep it."),
            )
        after = replace(after, name=normal_name(after.name), is_shipped=False, problem="")
        if after.name != before.name:
            self._check_free(after.name, but=before.name)
            # The new text first: where it cannot be written, nothing has changed.
            saved = self._store.save(replace(after, name=before.name))
            self._store.rename(before.name, after.name)
            return replace(saved, name=after.name)
        return self._store.save(after)

    def path(self, name: str) -> Path:
        """The file of one of the person's own, to be mended in another editor."""
        return self._store.path(name)

    def duplicate(self, name: str) -> Prompt:
        """A copy of the person's own, under a name that is free."""
        prompt = self.get(name)
        prompt.check_usable()
        return self._store.save(
            replace(
                prompt,
                name=free_name(prompt.name, self._taken()),
                title=tr("{title} (copy)", title=prompt.title),
                is_shipped=False,
            )
        )

    def rename(self, name: str, new_name: str) -> None:
        """Give one of the person's own another name."""
        new_name = normal_name(new_name)
        self._own(name, marked("The prompt {name} came with Baton and cannot be renamed."))
        self._check_free(new_name, but=name)
        self._store.rename(name, new_name)

    def delete(self, name: str) -> DeletedPrompt:
        """Delete one of the person's own; what comes back can be given to :meth:`restore`."""
        prompt = self._own(name, marked("The prompt {name} came with Baton and cannot be deleted."))
        return DeletedPrompt(prompt=prompt, kept=self._store.delete(prompt.name))

    def restore(self, deleted: DeletedPrompt) -> None:
        """Bring back what was deleted last."""
        self._store.restore(deleted.prompt.name, deleted.kept)

    def export(self, names: Iterable[str] | None = None, presets: Iterable[str] | None = None) -> str:
        """The library file with the prompts named (``None``: all the person's own) and the presets named (likewise).

        Raises ``UsageError`` for a prompt that cannot be used, ``NotFoundError`` for one that is not there.
        """
        if names is None:
            chosen = [item for item in self.listing().prompts if not item.is_shipped and not item.problem]
        else:
            chosen = [self.get(name) for name in dict.fromkeys(names)]
            for prompt in chosen:
                prompt.check_usable()
        entries = self.presets()
        if presets is not None:
            wanted = set(presets)
            if unknown := wanted - {entry.name for entry in entries}:
                raise NotFoundError(tr("There is no preset {name}.", name=repr(min(unknown))))
            entries = [entry for entry in entries if entry.name in wanted]
        return write_library(chosen, entries)

    def read(self, files: Iterable[tuple[str, str]]) -> Incoming:
        """What files, as (name, text), would bring: library files, and single prompts as ``.md``. Changes nothing."""
        prompts: dict[str, Prompt] = {}
        presets: list[Preset] = []
        problems: list[str] = []
        for file_name, text in files:
            try:
                found, found_presets, faults = _read_file(file_name, text)
            except BatonError as error:
                problems.append(f"{file_name}: {error}")
                continue
            problems += [f"{file_name}: {fault}" for fault in faults]
            presets += found_presets
            for prompt in found:
                if prompts.setdefault(name_key(prompt.name), prompt) is not prompt:
                    problems.append(
                        tr(
                            "{file_name}: the prompt {name} came in an earlier file already.",
                            file_name=file_name,
                            name=repr(prompt.name),
                        )
                    )
        if presets and self._presets is None:
            problems.append(tr("Presets are not kept by this Baton."))
            presets = []
        here = {name_key(item.name): item for item in self._store.listing().prompts}
        new = [item for key, item in prompts.items() if not _is_same(item, here.get(key))]
        known = {entry.name: entry for entry in self.presets()}
        new_presets = [entry for entry in presets if known.get(entry.name) != entry]
        return Incoming(
            prompts=tuple(new),
            presets=tuple(new_presets),
            taken=(
                *(item.title for item in new if name_key(item.name) in here),
                *(entry.title for entry in new_presets if entry.name in known),
            ),
            same=len(prompts) - len(new) + len(presets) - len(new_presets),
            problems=tuple(problems),
        )

    async def bring_in(self, incoming: Incoming, conflict: Conflict) -> ImportReport:
        """Save what comes in; ``conflict`` says what happens where a name is taken. Blocks nothing."""
        report = await asyncio.to_thread(self._bring_in_prompts, incoming, conflict)
        skipped, presets, problems = list(report.skipped), [], list(report.problems)
        for entry in incoming.presets:
            assert self._presets is not None
            taken = {item.name for item in self.presets()}
            if entry.name in taken:
                if conflict is Conflict.SKIP:
                    skipped.append(entry.name)
                    continue
                if conflict is Conflict.KEEP_BOTH:
                    title = tr("{title} (imported)", title=entry.title[: MOST_TITLE_CHARS - 11])
                    entry = replace(entry, name=name_of(entry.name, tuple(taken)), title=title)
            try:
                await self._presets.put(entry)
            except UsageError as error:
                problems.append(tr("The preset {name}: {error}", name=repr(entry.name), error=error))
                continue
            presets.append(entry.name)
        return replace(report, skipped=tuple(skipped), presets=tuple(presets), problems=tuple(problems))

    def _bring_in_prompts(self, incoming: Incoming, conflict: Conflict) -> ImportReport:
        added: list[str] = []
        replaced: list[str] = []
        skipped: list[str] = []
        problems = list(incoming.problems)
        taken = self._taken()
        for prompt in incoming.prompts:
            is_taken = name_key(prompt.name) in taken
            if is_taken and conflict is Conflict.SKIP:
                skipped.append(prompt.name)
                continue
            if is_taken and conflict is Conflict.KEEP_BOTH:
                prompt = replace(
                    prompt, name=free_name(prompt.name, taken), title=tr("{title} (imported)", title=prompt.title)
                )
            try:
                saved = self._store.save(prompt)
            except UsageError as error:
                problems.append(str(error))
                continue
            taken.add(name_key(saved.name))
            (replaced if is_taken and conflict is Conflict.REPLACE else added).append(saved.name)
        return ImportReport(
            added=tuple(added),
            replaced=tuple(replaced),
            skipped=tuple(skipped),
            same=incoming.same,
            problems=tuple(problems),
        )

    def _taken(self) -> set[str]:
        return {name_key(prompt.name) for prompt in self._store.listing().prompts}

    def _own(self, name: str, refusal: str) -> Prompt:
        prompt = self.get(name)
        if prompt.is_shipped:
            raise UsageError(
                tr(refusal, name=repr(prompt.name)),
                remedy=tr("Duplicate it first."),
            )
        return prompt

    def _check_free(self, name: str, *, but: str) -> None:
        if (problem := name_problem(name, ending=".md")) is not None:
            raise UsageError(problem, remedy=tr("Choose another name."))
        if name_key(name) in self._taken() - {name_key(but)}:
            raise UsageError(
                tr("There is a prompt {name} already.", name=repr(name)), remedy=tr("Choose another name.")
            )


def checked_values(given: Mapping[str, str], *prompts: Prompt) -> dict[str, dict[str, str]]:
    """``given`` shared out among the prompts that ask for it, by prompt name.

    Raises ``UsageError`` for a value that none of them asks for.
    """
    shares = {prompt.name: {item.name for item in prompt.variables} for prompt in prompts}
    known = set().union(*shares.values()) if shares else set()
    for name in given:
        if name not in known:
            asked = (
                tr("They are: {known}.", known=", ".join(sorted(known)))
                if known
                else tr("No prompt here asks for any.")
            )
            raise UsageError(tr("No prompt has the variable {name}.", name=repr(name)), remedy=asked)
    return {prompt: {name: given[name] for name in given if name in names} for prompt, names in shares.items()}


def _read_file(file_name: str, text: str) -> tuple[Sequence[Prompt], Sequence[Preset], Sequence[str]]:
    if Path(file_name).suffix.casefold() != ".md":
        library = read_library(text)
        return library.prompts, library.presets, library.problems
    name = normal_name(Path(file_name).stem)
    if (problem := name_problem(name, ending=".md")) is not None:
        raise UsageError(problem, remedy=tr("Rename the file."))
    prompt = read_prompt(name, text)
    if prompt.problem:
        raise UsageError(prompt.problem)
    return (prompt,), (), ()


def _is_same(prompt: Prompt, other: Prompt | None) -> bool:
    return other is not None and replace(other, is_shipped=False, problem="") == prompt and not other.problem
