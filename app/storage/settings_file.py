"""The settings file: TOML that a person may edit; only what differs from the defaults is written, comments survive.

Refuses to rewrite what it cannot read: a damaged file is kept aside, a newer one left alone, and a single bad value
stays in the file until that setting is changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.encoding import from_plain, to_plain
from app.domain.errors import NewerVersionError, StorageError
from app.domain.language import tr
from app.domain.models import Endpoint
from app.domain.settings import Settings, problems, setting_infos
from app.storage.faults import file_fault, storage_faults
from app.storage.toml_text import Damaged, read_toml
from app.storage.whole_files import replace_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

VERSION = 1
_HEADER = "Baton's settings. What is not here has its default; baton and the window write here too."


class TomlSettingsStore:
    """Implements :class:`app.domain.ports.SettingsStore` over one file. Blocking, but quick.

    Saving changes only the settings that changed since they were last loaded or saved by this store, so that neither
    another Baton's nor an editor's changes are undone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = Settings()
        self._notices: list[str] = []

    @property
    def notices(self) -> Sequence[str]:
        """Sentences about what was wrong with the file when it was last loaded."""
        return tuple(self._notices)

    def load(self) -> Settings:
        """The settings in the file, defaults for what it does not hold or holds wrongly. Never raises for its content.

        A file that is no TOML is moved aside; one of a newer version, and one that cannot be read, give the defaults.
        """
        self._notices = []
        self._known = Settings()
        try:
            plain = self._read()
        except OSError as error:
            self._notices.append(
                tr("{problem} Until then the default settings are used.", problem=file_fault(error, self._path))
            )
            return self._known
        if plain is None:
            return self._guarded()
        if (newer := _newer(plain, self._path)) is not None:
            self._notices.append(tr("{problem} Until then what this Baton understands of it is used.", problem=newer))
        self._known = self._understood(plain)
        return self._known

    def _guarded(self) -> Settings:
        """What holds after a damaged file: nobody knows what it guarded, so everything is guarded until it is set."""
        guards: dict[str, Any] = {info.name: info.safest for info in setting_infos() if info.safest is not None}
        settings = dataclasses.replace(Settings(), **guards)
        try:
            self.save(settings)
        except StorageError as error:
            self._notices.append(str(error))
            self._known = settings
        return settings

    def save(self, settings: Settings) -> None:
        """Write what changed, whole or not at all.

        Raises :class:`StorageError` and its kin; the file is then as before.
        """
        with storage_faults(self._path):
            plain = self._read()  # keeps a damaged one aside
            if plain is not None and (newer := _newer(plain, self._path)) is not None:
                raise newer
            text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Through a link to a person's collection of settings: the file behind it is replaced, not the link.
            replace_file(self._path.resolve(), self._edited(text, settings))
        self._known = settings

    def _read(self) -> dict[str, Any] | None:
        """The file's values; ``None`` where it was damaged and has been put aside."""
        plain = read_toml(self._path)
        if not isinstance(plain, Damaged):
            return plain
        self._notices.append(
            tr(
                "The settings file could not be read ({reason}); it is kept as {kept}. The defaults "
                "are used, but AWS is read only and reads are asked about, until you set that again.",
                reason=plain.reason,
                kept=plain.kept,
            )
        )
        return None

    def _understood(self, plain: Mapping[str, Any]) -> Settings:
        given = {name: value for name, value in plain.items() if name not in ("version", "endpoints")}
        given = _text_size_in_percent(given)
        bad = problems(given)
        known = {field.name for field in dataclasses.fields(Settings)}
        fallbacks: dict[str, Any] = {}
        for info in setting_infos():
            if info.name in bad:
                fallbacks[info.name] = info.fallback
                said = {"file": self._path.name, "name": info.name, "problem": bad[info.name]}
                self._notices.append(
                    tr("In {file}, {name} was passed over: {problem} Its default is used.", **said)
                    if info.safest is None
                    else tr(
                        "In {file}, {name} was passed over: {problem} To be safe, {value} is used.",
                        **said,
                        value=_toml(info.safest),
                    )
                )
        unknown = sorted(given.keys() - known)
        if unknown:
            self._notices.append(
                tr("In {file} nobody knows {names}; left as it is.", file=self._path.name, names=", ".join(unknown))
            )
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in given.items() if name not in bad
        }
        return dataclasses.replace(
            Settings(), **values, **fallbacks, endpoints=self._endpoints(plain.get("endpoints", []))
        )

    def _endpoints(self, plain: object) -> tuple[Endpoint, ...]:
        if not isinstance(plain, list):
            self._notices.append(
                tr("In {file}, endpoints was passed over: it is written as [[endpoints]].", file=self._path.name)
            )
            return ()
        endpoints = []
        for number, item in enumerate(plain, start=1):
            try:
                endpoints.append(from_plain(Endpoint, item))
            except ValueError as error:
                self._notices.append(
                    tr(
                        "In {file}, endpoint {number} was passed over: {error}.",
                        file=self._path.name,
                        number=number,
                        error=error,
                    )
                )
        return tuple(endpoints)

    def _edited(self, text: str, settings: Settings) -> str:
        import tomlkit  # only when something is saved: it is slow to import

        document = tomlkit.parse(text.removeprefix("\ufeff"))
        if not text.strip():
            document.add(tomlkit.comment(_HEADER))
        document["version"] = VERSION
        default = Settings()
        for field in dataclasses.fields(Settings):
            value = getattr(settings, field.name)
            if value == getattr(self._known, field.name) and text.strip():
                continue
            if value == getattr(default, field.name):
                if field.name in document:
                    document.remove(field.name)
            elif field.name == "endpoints":
                _set_endpoints(document, settings.endpoints)
            else:
                document[field.name] = list(value) if isinstance(value, tuple) else value
        return tomlkit.dumps(document)


def _text_size_in_percent(given: dict[str, Any]) -> dict[str, Any]:
    """A text size of up to 28 was one of the conversation's in pixels, of which 15 are today's 100 %."""
    size = given.get("text_size")
    if isinstance(size, bool) or not isinstance(size, int) or not 11 <= size <= 28:
        return given
    return {**given, "text_size": max(80, round(size * 100 / 15))}


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _set_endpoints(document: TOMLDocument, endpoints: Sequence[Endpoint]) -> None:
    import tomlkit

    tables = tomlkit.aot()
    for endpoint in endpoints:
        table = tomlkit.table()
        table.update(to_plain(endpoint))
        tables.append(table)
    if "endpoints" in document:
        document.remove("endpoints")
    document.append("endpoints", tables)


def _newer(plain: Mapping[str, Any], path: Path) -> NewerVersionError | None:
    """The refusal to write a file of a newer Baton's, or ``None``."""
    version = plain.get("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version <= VERSION:
        return None
    return NewerVersionError(
        tr("{name} was written by a newer Baton.", name=repr(path.name)),
        remedy=tr("Update Baton; the file was left as it is."),
    )
