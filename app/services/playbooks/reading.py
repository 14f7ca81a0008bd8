"""A playbook from its file's data: every name, expression and operation is checked before anything runs.

Refuses a playbook whose reads are not reads: what changes belongs into its fixes, which a person agrees to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from app.domain.aws import OperationId, Risk
from app.domain.errors import BatonError
from app.domain.playbooks import (
    EXPRESSION,
    Expressions,
    Playbook,
    PlaybookFix,
    PlaybookHead,
    PlaybookListing,
    PlaybookRead,
    PlaybookStore,
    PlaybookText,
    Reach,
    Severity,
)
from app.domain.ports import OperationCatalogue
from app.domain.text import visible

_KEYS = frozenset(
    ("title", "about", "topic", "reach", "reads", "rows", "each", "finding", "severity", "columns", "fixes")
)
_READS = (Risk.READ, Risk.SENSITIVE_READ)
_TOPIC = "other"
_Head = TypeVar("_Head", bound=PlaybookHead)


class _FaultError(Exception):
    """What is wrong with a playbook, in one sentence."""


class PlaybookReader:
    """Reads and checks all playbooks. Blocking: the catalogue may have to be opened."""

    def __init__(self, store: PlaybookStore, catalogue: OperationCatalogue, expressions: Expressions) -> None:
        self._store = store
        self._catalogue = catalogue
        self._expressions = expressions

    @property
    def own_folder(self) -> str:
        """Where the person's own lie."""
        return self._store.own_folder

    def heads(self) -> Sequence[PlaybookHead]:
        """What a list says of each, by topic and title. Needs no catalogue, so it says nothing of what is wrong."""
        heads = []
        for text in self._store.texts()[0]:
            said = text.data if isinstance(text.data, Mapping) else {}
            told = {key: value for key in ("title", "about", "topic") if isinstance(value := said.get(key), str)}
            head = PlaybookHead(
                name=text.name,
                title=told.get("title") or text.name,
                about=told.get("about", ""),
                topic=told.get("topic", _TOPIC),
                is_shipped=text.is_shipped,
            )
            heads.append(head)
        return _sorted(heads)

    def listing(self) -> PlaybookListing:
        """Every playbook that can be run, and what is wrong with the others."""
        texts, problems = self._store.texts()
        playbooks, faults = [], list(problems)
        for text in texts:
            try:
                playbooks.append(self._playbook(text))
            except _FaultError as error:
                faults.append(f"The playbook {visible(text.name)!r} cannot be used: {visible(str(error))}")
        return PlaybookListing(playbooks=_sorted(playbooks), problems=tuple(faults))

    def _playbook(self, text: PlaybookText) -> Playbook:
        data = _mapping(text.data, "a playbook")
        if unknown := sorted(set(data) - _KEYS):
            raise _FaultError(f"it has no key {unknown[0]!r}.")
        severity = _text(data, "severity", Severity.MEDIUM.value)
        if severity not in list(Severity):
            self._check(severity, "severity")
        columns = _mapping(data.get("columns"), "columns")
        playbook = Playbook(
            name=text.name,
            title=_text(data, "title"),
            about=_text(data, "about", ""),
            topic=_text(data, "topic", _TOPIC),
            reach=_reach(data),
            reads=tuple(self._reads(data.get("reads"), "reads")),
            rows=self._check(_text(data, "rows"), "rows"),
            each=tuple(self._reads(data.get("each", {}), "each")),
            finding=self._check(_text(data, "finding", ""), "finding"),
            severity=severity,
            columns={name: self._check(_text(columns, name), f"column {name}") for name in columns},
            fixes=tuple(self._fixes(data.get("fixes", []))),
            path=text.path,
            is_shipped=text.is_shipped,
        )
        if not playbook.reads or not playbook.columns:
            raise _FaultError("it needs reads and columns.")
        return playbook

    def _reads(self, value: object, where: str) -> Iterator[PlaybookRead]:
        for name, entry in _mapping(value, where).items():
            read = _mapping(entry, f"{where}.{name}")
            if unknown := sorted(set(read) - {"call", "parameters", "absent"}):
                raise _FaultError(f"{where}.{name} has no key {unknown[0]!r}.")
            operation = self._operation(_text(read, "call"))
            risk = self._catalogue.brief(operation).classification.risk
            if risk not in _READS:
                raise _FaultError(f"{where}.{name} calls {operation}, which is no read but {risk.value}.")
            yield PlaybookRead(
                name=name,
                operation=operation,
                parameters=self._parameters(read.get("parameters", {}), f"{where}.{name}"),
                absent=tuple(str(code) for code in _list(read.get("absent", []), f"{where}.{name}.absent")),
            )

    def _fixes(self, value: object) -> Iterator[PlaybookFix]:
        for entry in _list(value, "fixes"):
            fix = _mapping(entry, "a fix")
            title = _text(fix, "title")
            calls = []
            for step in _list(fix.get("calls"), f"the calls of {title!r}"):
                call = _mapping(step, f"a call of {title!r}")
                parameters = self._parameters(call.get("parameters", {}), title)
                calls.append((self._operation(_text(call, "call")), parameters))
            if not calls:
                raise _FaultError(f"the fix {title!r} calls nothing.")
            yield PlaybookFix(title=title, calls=tuple(calls), when=self._check(_text(fix, "when", ""), title))

    def _operation(self, text: str) -> OperationId:
        try:
            operation = OperationId.parse(text)
            return self._catalogue.brief(operation).id
        except BatonError as error:
            raise _FaultError(str(error)) from None

    def _parameters(self, value: object, where: str) -> Mapping[str, object]:
        parameters = _mapping(value, f"the parameters of {where}")
        for text in _texts(parameters):
            if text.startswith(EXPRESSION) and not text.startswith(EXPRESSION * 2):
                self._check(text[1:], f"a parameter of {where}")
        return parameters

    def _check(self, expression: str, where: str) -> str:
        if expression and (problem := self._expressions.problem(expression)):
            raise _FaultError(f"the expression of {where} cannot be read: {problem}")
        return expression


def _sorted(playbooks: Sequence[_Head]) -> Sequence[_Head]:
    return tuple(sorted(playbooks, key=lambda playbook: (playbook.topic, playbook.title)))


def _reach(data: Mapping[str, object]) -> Reach:
    text = _text(data, "reach", Reach.REGION.value)
    if text not in list(Reach):
        raise _FaultError(f"reach must be {' or '.join(Reach)}, not {text!r}.")
    return Reach(text)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _FaultError(f"{where} must be a set of names and values.")
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise _FaultError(f"{where} must be a list.")
    return value


def _text(data: Mapping[str, object], name: str, default: str | None = None) -> str:
    value = data.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise _FaultError(f"{name} must be a text.")
    return value.strip()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
