"""The catalogue of every AWS operation: botocore's models behind the domain's port. Refuses to call AWS."""

from __future__ import annotations

import difflib
import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from app.aws.catalogue.index import open_index, said_reasons
from app.aws.catalogue.problems import parameter_problems
from app.aws.expressions.plan_paths import shape_at, value_at
from app.aws.model_text import plain_text
from app.aws.models import ServiceModels, answer_paths, answer_shape, parameter_shapes
from app.aws.risk.calls import call_findings, raised_by, warnings_of
from app.aws.risk.findings import Finding
from app.aws.search.search import OperationSearch
from app.aws.search.spelling import OperationSpelling
from app.aws.search.words import squashed
from app.domain.aws import (
    Call,
    Classification,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    ParameterShape,
    Risk,
)
from app.domain.errors import NotFoundError
from app.domain.language import tr
from app.domain.ports import UNWATCHED, WorkRegister
from app.domain.wording import either

_T = TypeVar("_T")
_DESCRIBED_KEPT = 64
_BRIEFS_KEPT = 512
_FOUND_KEPT = 64


class BotocoreCatalogue:
    """Implements ``OperationCatalogue``. Safe to use from several threads; the first use opens or builds the index."""

    def __init__(self, cache_dir: Path, work: WorkRegister = UNWATCHED) -> None:
        self._cache_dir = cache_dir
        self._work = work
        self._models = ServiceModels()
        self._lock = threading.RLock()
        self._index: sqlite3.Connection | None = None
        self._search: tuple[sqlite3.Connection, OperationSearch] | None = None
        self._spelling: tuple[sqlite3.Connection, OperationSpelling] | None = None
        self._described: dict[tuple[str, str], Operation] = {}
        self._briefs: dict[OperationId, OperationBrief] = {}
        self._found: dict[tuple[OperationId, bytes], Sequence[Finding]] = {}
        self._notices: tuple[str, ...] = ()

    @property
    def notices(self) -> Sequence[str]:
        """Why the index could not be kept on disk, once it has been opened; empty where all is well."""
        return self._notices

    def close(self) -> None:
        """Close the index and free the models; the next use opens them again."""
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None
                self._search = None
                self._spelling = None
            self._described.clear()
            self._briefs.clear()
            self._models.drop()

    def search(self, text: str, *, limit: int = 10) -> Sequence[Match]:
        """The operations that a text may mean, best first."""
        return self._ask(lambda index: self._search_of(index).search(text, limit))

    def operations(self) -> Sequence[OperationId]:
        """Every operation, in botocore's order."""
        rows = self._ask(lambda index: index.execute("SELECT service, name FROM operation ORDER BY id").fetchall())
        return [OperationId(service, name) for service, name in rows]

    def canonical(self, text: str) -> Sequence[OperationId]:
        """See ``OperationCatalogue.canonical``."""
        return self._ask(lambda index: self._spelling_of(index).canonical(text))

    def brief(self, operation: OperationId) -> OperationBrief:
        """See ``OperationCatalogue.brief``."""
        with self._lock:
            if (kept := self._briefs.get(operation)) is not None:
                return kept
        operation = OperationId(_storable(operation.service), _storable(operation.operation))
        row = self._ask(
            lambda index: index.execute(
                "SELECT title, summary, required, risk, reasons, iam_actions, deprecated FROM operation "
                "JOIN service ON service.name = operation.service WHERE operation.service = ? AND operation.name = ?",
                (operation.service, operation.operation),
            ).fetchone()
        )
        if row is None:
            raise self._unknown(operation)
        title, summary, required, risk, reasons, iam_actions, deprecated = row
        found = OperationBrief(
            id=operation,
            service_title=title,
            summary=summary,
            required=tuple(json.loads(required)),
            classification=Classification(
                risk=Risk(risk), reasons=tuple(said_reasons(reasons)), iam_actions=tuple(json.loads(iam_actions))
            ),
            deprecated=bool(deprecated),
        )
        with self._lock:
            while len(self._briefs) >= _BRIEFS_KEPT:
                del self._briefs[next(iter(self._briefs))]
            self._briefs[operation] = found
        return found

    def operation(self, operation: OperationId) -> Operation:
        """See ``OperationCatalogue.operation``. Kept for those asked for last: a call is judged more than once."""
        key = (operation.service, operation.operation)
        with self._lock:
            if (kept := self._described.get(key)) is not None:
                return kept
        described = self._describe(operation)
        with self._lock:
            while len(self._described) >= _DESCRIBED_KEPT:
                del self._described[next(iter(self._described))]
            self._described[key] = described
        return described

    def _describe(self, operation: OperationId) -> Operation:
        brief = self.brief(operation)
        model = self._models.operation(operation.service, operation.operation)
        parameters = parameter_shapes(model)
        paginated, is_global = self._ask(
            lambda index: index.execute(
                "SELECT paginated, is_global FROM operation JOIN service ON service.name = operation.service "
                "WHERE operation.service = ? AND operation.name = ?",
                (operation.service, operation.operation),
            ).fetchone()
        )
        return Operation(
            id=operation,
            service_title=brief.service_title,
            summary=brief.summary,
            documentation=plain_text(model.documentation),
            parameters=parameters,
            classification=brief.classification,
            paginated=bool(paginated),
            supports_dry_run=any(squashed(shape.name) == "dryrun" for shape in parameters),
            is_global=bool(is_global),
            deprecated=brief.deprecated,
        )

    def classify(self, call: Call) -> Classification:
        """See ``OperationCatalogue.classify``."""
        own = self.brief(call.id).classification
        return raised_by(own, self._findings(call, own.risk))

    def warnings(self, call: Call) -> Sequence[str]:
        """See ``OperationCatalogue.warnings``."""
        return warnings_of(self._findings(call, self.brief(call.id).classification.risk))

    def _findings(self, call: Call, risk: Risk) -> Sequence[Finding]:
        """What the parameters say. Kept for the calls asked about last: one is asked about at every step of its way."""
        try:
            text = json.dumps(call.parameters, allow_nan=False)
        except (TypeError, ValueError, RecursionError):
            return call_findings(call, risk)
        key = (call.id, hashlib.sha256(text.encode("ascii")).digest())
        with self._lock:
            if (kept := self._found.get(key)) is not None:
                return kept
        found = call_findings(call, risk)
        with self._lock:
            while len(self._found) >= _FOUND_KEPT:
                del self._found[next(iter(self._found))]
            self._found[key] = found
        return found

    def problems(self, operation: OperationId, parameters: Mapping[str, object]) -> Sequence[str]:
        """See ``OperationCatalogue.problems``. Raises ``NotFoundError``."""
        self.brief(operation)
        return parameter_problems(self._models.operation(operation.service, operation.operation), parameters)

    def answer_shape(self, operation: OperationId, path: str) -> ParameterShape | None:
        """See ``OperationCatalogue.answer_shape``."""
        self.brief(operation)
        return shape_at(answer_shape(self._models.operation(operation.service, operation.operation)), path)

    def value_at(self, path: str, data: object) -> object:
        """See ``OperationCatalogue.value_at``."""
        return value_at(path, data)

    def answers(self, operation: OperationId) -> Sequence[str]:
        """See ``OperationCatalogue.answers``. Raises ``NotFoundError``."""
        self.brief(operation)
        return answer_paths(self._models.operation(operation.service, operation.operation))

    def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._lock:
            if self._index is None:
                self._index, notice = open_index(self._cache_dir, self._models, work=self._work)
                self._notices = (notice,) if notice else ()
            try:
                return question(self._index)
            except sqlite3.DatabaseError as failure:
                if not _is_damage(failure):
                    raise
                self._index.close()
                self._index = None  # where its building is stopped, there is none
                self._index, notice = open_index(self._cache_dir, self._models, afresh=True, work=self._work)
                self._notices = (notice,) if notice else ()
                return question(self._index)

    def _search_of(self, index: sqlite3.Connection) -> OperationSearch:
        if self._search is None or self._search[0] is not index:
            self._search = (index, OperationSearch(index))
        return self._search[1]

    def _spelling_of(self, index: sqlite3.Connection) -> OperationSpelling:
        if self._spelling is None or self._spelling[0] is not index:
            self._spelling = (index, OperationSpelling(index, self._models.folders))
        return self._spelling[1]

    def _unknown(self, operation: OperationId) -> NotFoundError:
        near = self._ask(lambda index: _nearest(index, operation))
        known = self._ask(
            lambda index: index.execute("SELECT title FROM service WHERE name = ?", (operation.service,)).fetchone()
        )
        return NotFoundError(
            tr("{service!r} has no operation {operation!r}.", service=operation.service, operation=operation.operation)
            if known
            else tr("{service!r} is no AWS service that Baton knows.", service=operation.service),
            remedy=tr("Did you mean {names}?", names=either([str(id) for id in near]))
            if near
            else tr("Look for it with: baton aws find TEXT"),
        )


def _is_damage(failure: sqlite3.DatabaseError) -> bool:
    """Whether the file is to blame; a wrong question is not answered better by a new index."""
    return type(failure) is sqlite3.DatabaseError or "disk" in str(failure) or "no such table" in str(failure)


def _storable(text: str) -> str:
    """The text without lone surrogates, which come from arguments and from models and which SQLite refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _nearest(index: sqlite3.Connection, operation: OperationId, count: int = 3) -> list[OperationId]:
    """The operations whose spelling comes nearest, best first."""
    services = [name for (name,) in index.execute("SELECT name FROM service")]
    wanted = squashed(operation.service)
    likely = [name for name in services if squashed(name) == wanted] or difflib.get_close_matches(
        operation.service.casefold(), services, n=3, cutoff=0.7
    )
    name = squashed(operation.operation)
    found: dict[OperationId, float] = {}
    for service in likely:
        for candidate, plain in index.execute("SELECT name, squashed FROM operation WHERE service = ?", (service,)):
            score = difflib.SequenceMatcher(None, name, plain).ratio()
            if score >= 0.6:
                found[OperationId(service, candidate)] = score
    for service, candidate in index.execute(
        "SELECT service, name FROM operation JOIN needs ON needs.operation = operation.id WHERE needs.action = ?",
        (str(operation).casefold(),),
    ):
        found[OperationId(service, candidate)] = max(found.get(OperationId(service, candidate), 0), 0.95)
    for service, candidate in index.execute("SELECT service, name FROM operation WHERE squashed = ?", (name,)):
        found.setdefault(OperationId(service, candidate), 0.65)
    best = sorted(found, key=lambda id: (-found[id], id))
    return best[:count]
