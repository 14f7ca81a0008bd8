"""Playbooks as YAML files: those that ship, and the person's own. Reads plain data alone.

Refuses YAML's tags, anchors and aliases: data needs none, and aliases grow without end.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from app.domain.file_names import name_problem
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.playbooks import MAX_BYTES, PlaybookText
from app.domain.text import visible

ENDING = ".yaml"
_MOST_FILES = 200


class PlaybookFiles:
    """Implements :class:`app.domain.playbooks.PlaybookStore` over two folders."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own

    @property
    def own_folder(self) -> str:
        """See the port."""
        return str(self._own)

    def texts(self) -> tuple[Sequence[PlaybookText], Sequence[str]]:
        """See the port. One of the person's own takes the place of a shipped one of its name."""
        problems: list[str] = []
        shipped = {text.name: text for text in self._read(self._shipped, True, problems)}
        own = {text.name: text for text in self._read(self._own, False, problems)}
        return tuple((shipped | own).values()), tuple(problems)

    def _read(self, folder: Path, is_shipped: bool, problems: list[str]) -> Iterator[PlaybookText]:
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix in (ENDING, ".yml"))
        except FileNotFoundError:
            return
        except OSError as error:
            problems.append(
                tr("The playbooks in {folder} cannot be read: {why}.", folder=visible(str(folder)), why=error.strerror)
            )
            return
        if len(paths) > _MOST_FILES:
            problems.append(
                tr(
                    "There are {count} playbooks; only the first {most} are read.",
                    count=number(len(paths)),
                    most=_MOST_FILES,
                )
            )
        for path in paths[:_MOST_FILES]:
            if (name_fault := name_problem(path.stem, ending=path.suffix)) is not None:
                problems.append(f"{visible(path.name)!r}: {name_fault}")
                continue
            try:
                yield PlaybookText(name=path.stem, path=str(path), is_shipped=is_shipped, data=_data(path))
            except _UnfitError as error:
                problems.append(f"{visible(path.name)!r}: {error}")


class _UnfitError(Exception):
    """A file that is no playbook, in one sentence."""


def _data(path: Path) -> object:
    try:
        # A pipe would wait for ever: only what is a file is opened, and only once.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _UnfitError(tr("it is no file."))
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _UnfitError(tr("it cannot be read: {why}.", why=error.strerror)) from None
    if len(content) > MAX_BYTES:
        raise _UnfitError(tr("it is larger than {most} KiB.", most=MAX_BYTES // 1024))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _UnfitError(tr("it is no UTF-8 text.")) from None
    try:
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a SafeLoader that takes still less
    except yaml.MarkedYAMLError as error:
        if error.problem_mark is None:
            raise _UnfitError(tr("it is not valid YAML: {problem}.", problem=error.problem)) from None
        line = error.problem_mark.line + 1
        raise _UnfitError(
            tr("it is not valid YAML: {problem} (line {line}).", problem=error.problem, line=line)
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _UnfitError(
            tr("it is not valid YAML: {problem}", problem=visible(" ".join(str(error).split()))[:200])
        ) from None


class _PlainLoader(yaml.SafeLoader):
    """Mappings, lists, texts, numbers, booleans and null; dates stay texts, and no name stands twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it out
            raise yaml.MarkedYAMLError(problem=tr("aliases are not taken"), problem_mark=mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        names = [self.construct_object(key, deep=True) for key, _ in node.value]
        for name, (key, _) in zip(names, node.value, strict=True):
            if not isinstance(name, str):
                raise yaml.MarkedYAMLError(problem=tr("a name must be a text"), problem_mark=key.start_mark)
            if names.count(name) > 1:
                raise yaml.MarkedYAMLError(
                    problem=tr("{name} stands twice", name=repr(name)), problem_mark=key.start_mark
                )
        return super().construct_mapping(node, deep=deep)


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
