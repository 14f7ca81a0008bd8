"""Small TOML files of records that a person may edit: comments, order and entries that cannot be used survive.

Refuses to rewrite what it cannot read: a file that is no TOML is kept aside, and an entry that makes no sense is told
of and left where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from app.domain.corrections import Correction
from app.domain.encoding import from_plain, to_plain
from app.domain.language import marked, tr
from app.domain.presets import Preset
from app.storage.faults import file_fault, storage_faults
from app.storage.toml_text import Damaged, read_toml
from app.storage.whole_files import replace_file

T = TypeVar("T")


class TomlRecords(Generic[T]):
    """Implements :class:`app.domain.ports.RecordStore` over one file. Blocking, but quick.

    The records stand in tables called ``table``, each under its field ``key``; ``what`` they are is for sentences,
    ``header`` the comment that a new file begins with, ``problem`` says why a record cannot be used.
    """

    def __init__(
        self,
        path: Path,
        kind: type[T],
        *,
        table: str,
        key: str,
        what: str,
        header: str,
        problem: Callable[[T], str | None],
    ) -> None:
        self._path = path
        self._kind = kind
        self._table = table
        self._key = key
        self._what = what
        self._header = header
        self._problem = problem
        self._notices: list[str] = []

    @property
    def notices(self) -> Sequence[str]:
        """What was wrong with the file when it was last loaded."""
        return tuple(self._notices)

    def load(self) -> Sequence[T]:
        """The records that can be used, the later of two with the same key. Never raises for the file's content."""
        self._notices = []
        try:
            tables = self._read().get(self._table, [])
        except OSError as error:
            self._notices.append(
                tr(
                    "{problem} Until then {what} are not used.",
                    problem=file_fault(error, self._path),
                    what=tr(self._what),
                )
            )
            return ()
        if not isinstance(tables, list):
            self._notices.append(
                tr(
                    "In {file}, {table} was passed over: it is written as [[{table}]].",
                    file=self._path.name,
                    table=self._table,
                )
            )
            return ()
        found: dict[str, T] = {}
        for number, table in enumerate(tables, start=1):
            try:
                record = from_plain(self._kind, table, where=tr("entry {number}", number=number))
                problem = self._problem(record)
            except ValueError as error:
                problem = f"{error}."
            if problem is None:
                found[getattr(record, self._key)] = record
            else:
                self._notices.append(
                    tr(
                        "In {file}, entry {number} is not used: {problem}",
                        file=self._path.name,
                        number=number,
                        problem=problem,
                    )
                )
        return tuple(found.values())

    def put(self, key: str, record: T | None) -> None:
        """Write the record of ``key``, or take it out; the rest of the file stays as it is."""
        import tomlkit  # only when something is saved: it is slow to import

        with storage_faults(self._path):
            self._read()  # keeps a damaged one aside
            text = self._path.read_text(encoding="utf-8-sig") if self._path.exists() else ""
            document = tomlkit.parse(text)
            if not text.strip():
                document.add(tomlkit.comment(self._header))
            held = document.get(self._table)
            tables: Any = held if isinstance(held, list) else tomlkit.aot()
            places = [at for at in range(len(tables)) if _is_of(tables[at], self._key, key)]
            if record is not None:
                table = tomlkit.table()
                table.update(to_plain(record))
                if places:
                    tables[places.pop()] = table
                else:
                    tables.append(table)
            for at in reversed(places):
                del tables[at]
            if held is not tables:
                document[self._table] = tables
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path.resolve(), tomlkit.dumps(document))

    def _read(self) -> dict[str, Any]:
        """The file's values; none where it was damaged and has been put aside."""
        plain = read_toml(self._path)
        if not isinstance(plain, Damaged):
            return plain
        self._notices.append(
            tr(
                "The file of {what} could not be read ({reason}); it is kept as {kept}, and they are not used.",
                what=tr(self._what),
                reason=plain.reason,
                kept=plain.kept,
            )
        )
        return {}


def _is_of(table: object, field: str, key: str) -> bool:
    return isinstance(table, dict) and table.get(field) == key


def corrections_file(path: Path) -> TomlRecords[Correction]:
    """The person's corrections of what models are said to be."""
    return TomlRecords(
        path,
        Correction,
        table="models",
        key="model",
        what=marked("your corrections of models"),
        header="Your corrections of models, by provider:model or a pattern such as my-server:qwen*.",
        problem=lambda correction: correction.problem,
    )


def presets_file(path: Path) -> TomlRecords[Preset]:
    """The person's own presets of parameters."""
    return TomlRecords(
        path,
        Preset,
        table="presets",
        key="name",
        what=marked("your presets of parameters"),
        header="Your presets of parameters.",
        problem=lambda preset: preset.problem,
    )
