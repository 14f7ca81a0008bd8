"""Every spelling of an operation, led to the one that the gate compares: botocore's service and operation.

Owns which spellings there are: botocore's own in any case, the AWS CLI's (``s3api delete-bucket``), Python's
(``s3.delete_bucket``), IAM's actions where no operation bears their name (``s3:ListAllMyBuckets``), and services by
their IAM prefix, signing name or endpoint prefix (``monitoring``). Refuses to guess: what is spelled like none is none,
and so is everything with a character that is not ASCII, which may look like another.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.aws.search.words import squashed
from app.domain.aws import OperationId
from app.domain.aws.rulings import matches

_SPELLING = re.compile(r"(?:aws )?(?P<service>[a-z0-9.*_-]+)(?:[:.]| )(?P<operation>[a-z0-9*_-]+)", re.IGNORECASE)
_NAMED = re.compile(rb'"(?:signingName|endpointPrefix)"\s*:\s*"([^"]+)"')
_HEAD_BYTES = 4096  # a model begins with its metadata

# Where the AWS CLI's command is not the service's name in botocore (its customizations ``commands`` and ``removals``).
_CLI_SERVICES = {"s3api": "s3", "configservice": "config", "deploy": "codedeploy"}


class OperationSpelling:
    """Reads spellings with an open index. Not safe for several threads at once: its owner holds a lock.

    ``folders``: where botocore's models are, by service; asked for only where a name is no service's of botocore.
    """

    def __init__(self, index: sqlite3.Connection, folders: Callable[[], Mapping[str, Path]]) -> None:
        self._index = index
        self._folders = folders
        self._services = [name for (name,) in index.execute("SELECT name FROM service")]
        self._by_prefix: dict[str, frozenset[str]] | None = None
        self._by_model: dict[str, frozenset[str]] | None = None

    def canonical(self, text: str) -> Sequence[OperationId]:
        """See ``OperationCatalogue.canonical``."""
        spelled = _SPELLING.fullmatch(text)
        if spelled is None or not text.isascii():
            return ()
        service, operation = spelled["service"].lower(), spelled["operation"]
        wanted = squashed(operation)
        found = [id for name in self._services_of(service) for id in self._operations(name, wanted)]
        return sorted(set(found)) if found else self._by_action(service, operation.lower())

    def _services_of(self, written: str) -> Sequence[str]:
        if "*" in written:
            return [name for name in self._services if matches(written, name)]
        if written in self._services:
            return (written,)
        if written in _CLI_SERVICES:
            return (_CLI_SERVICES[written],)
        same = [name for name in self._services if squashed(name) == squashed(written)]
        return same or sorted(self._of_prefix(written) or self._of_model(written))

    def _operations(self, service: str, wanted: str) -> Sequence[OperationId]:
        if "*" not in wanted:
            rows = self._index.execute(
                "SELECT name FROM operation WHERE squashed = ? AND service = ?", (wanted, service)
            ).fetchall()
            return [OperationId(service, name) for (name,) in rows]
        rows = self._index.execute("SELECT name, squashed FROM operation WHERE service = ?", (service,)).fetchall()
        return [OperationId(service, name) for name, plain in rows if matches(wanted, plain)]

    def _by_action(self, prefix: str, action: str) -> Sequence[OperationId]:
        """The operations that need an IAM action; ``GLOB`` is not used, whose brackets mean more than ``*``."""
        pattern = f"{prefix}:{action}"
        if "*" not in pattern:
            rows = self._index.execute(
                "SELECT service, name FROM operation JOIN needs ON needs.operation = operation.id WHERE action = ?",
                (pattern,),
            ).fetchall()
            return sorted(OperationId(service, name) for service, name in rows)
        rows = self._index.execute(
            "SELECT service, name, action FROM operation JOIN needs ON needs.operation = operation.id"
        ).fetchall()
        return sorted({OperationId(service, name) for service, name, needed in rows if matches(pattern, needed)})

    def _of_prefix(self, prefix: str) -> frozenset[str]:
        if self._by_prefix is None:
            rows = self._index.execute(
                "SELECT DISTINCT substr(action, 1, instr(action, ':') - 1), service "
                "FROM needs JOIN operation ON operation.id = needs.operation"
            ).fetchall()
            self._by_prefix = _gathered(rows)
        return self._by_prefix.get(prefix, frozenset())

    def _of_model(self, name: str) -> frozenset[str]:
        if self._by_model is None:
            self._by_model = _gathered(
                [(other, service) for service, folder in self._folders().items() for other in _names_in_model(folder)]
            )
        return self._by_model.get(name, frozenset())


def _gathered(pairs: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, service in pairs:
        found.setdefault(name.lower(), set()).add(service)
    return {name: frozenset(services) for name, services in found.items()}


def _names_in_model(folder: Path) -> Sequence[str]:
    """The signing name and the endpoint prefix of a model, from its first bytes: to parse all would take seconds."""
    packed = folder / "service-2.json.gz"
    if packed.is_file():
        with gzip.open(packed) as file:
            head = file.read(_HEAD_BYTES)
    else:
        with (folder / "service-2.json").open("rb") as file:
            head = file.read(_HEAD_BYTES)
    return [name.decode("ascii", "ignore") for name in _NAMED.findall(head)]
