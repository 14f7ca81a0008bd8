"""A playbook from its file's data: every name, expression and operation is checked before anything runs.

Refuses a playbook whose reads are not reads: what changes belongs into its fixes, which a person agrees to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from app.domain.aws import OperationId, Risk
from app.domain.errors import BatonError
from app.domain.language import tr
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
                title=_shown(told.get("title") or text.name, text),
                about=_shown(told.get("about", ""), text),
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
                faults.append(
                    tr(
                        "The playbook {name} cannot be used: {error}",
                        name=repr(visible(text.name)),
                        error=visible(str(error)),
                    )
                )
        return PlaybookListing(playbooks=_sorted(playbooks), problems=tuple(faults))

    def _playbook(self, text: PlaybookText) -> Playbook:
        data = _mapping(text.data, tr("a playbook"))
        if unknown := sorted(set(data) - _KEYS):
            raise _FaultError(tr("it has no key {unknown}.", unknown=repr(unknown[0])))
        severity = _text(data, "severity", Severity.MEDIUM.value)
        if severity not in list(Severity):
            self._check(severity, "severity")
        columns = _mapping(data.get("columns"), "columns")
        playbook = Playbook(
            name=text.name,
            title=_shown(_text(data, "title"), text),
            about=_shown(_text(data, "about", ""), text),
            topic=_text(data, "topic", _TOPIC),
            reach=_reach(data),
            reads=tuple(self._reads(data.get("reads"), "reads")),
            rows=self._check(_text(data, "rows"), "rows"),
            each=tuple(self._reads(data.get("each", {}), "each")),
            finding=self._check(_text(data, "finding", ""), "finding"),
            severity=severity,
            columns={
                _shown(name, text): self._check(_text(columns, name), tr("column {name}", name=name))
                for name in columns
            },
            fixes=tuple(self._fixes(data.get("fixes", []), text)),
            path=text.path,
            is_shipped=text.is_shipped,
        )
        if not playbook.reads or not playbook.columns:
            raise _FaultError(tr("it needs reads and columns."))
        return playbook

    def _reads(self, value: object, where: str) -> Iterator[PlaybookRead]:
        for name, entry in _mapping(value, where).items():
            read = _mapping(entry, f"{where}.{name}")
            if unknown := sorted(set(read) - {"call", "parameters", "absent"}):
                raise _FaultError(
                    tr("{where}.{name} has no key {unknown}.", where=where, name=name, unknown=repr(unknown[0]))
                )
            operation = self._operation(_text(read, "call"))
            risk = self._catalogue.brief(operation).classification.risk
            if risk not in _READS:
                raise _FaultError(
                    tr(
                        "{where}.{name} calls {operation}, which is no read but {risk}.",
                        where=where,
                        name=name,
                        operation=operation,
                        risk=risk.value,
                    )
                )
            yield PlaybookRead(
                name=name,
                operation=operation,
                parameters=self._parameters(read.get("parameters", {}), f"{where}.{name}"),
                absent=tuple(str(code) for code in _list(read.get("absent", []), f"{where}.{name}.absent")),
            )

    def _fixes(self, value: object, text: PlaybookText) -> Iterator[PlaybookFix]:
        for entry in _list(value, "fixes"):
            fix = _mapping(entry, tr("a fix"))
            title = _shown(_text(fix, "title"), text)
            calls = []
            for step in _list(fix.get("calls"), tr("the calls of {title}", title=repr(title))):
                call = _mapping(step, tr("a call of {title}", title=repr(title)))
                parameters = self._parameters(call.get("parameters", {}), title)
                calls.append((self._operation(_text(call, "call")), parameters))
            if not calls:
                raise _FaultError(tr("the fix {title} calls nothing.", title=repr(title)))
            yield PlaybookFix(title=title, calls=tuple(calls), when=self._check(_text(fix, "when", ""), title))

    def _operation(self, text: str) -> OperationId:
        try:
            operation = OperationId.parse(text)
            return self._catalogue.brief(operation).id
        except BatonError as error:
            raise _FaultError(str(error)) from None

    def _parameters(self, value: object, where: str) -> Mapping[str, object]:
        parameters = _mapping(value, tr("the parameters of {where}", where=where))
        for text in _texts(parameters):
            if text.startswith(EXPRESSION) and not text.startswith(EXPRESSION * 2):
                self._check(text[1:], tr("a parameter of {where}", where=where))
        return parameters

    def _check(self, expression: str, where: str) -> str:
        if expression and (problem := self._expressions.problem(expression)):
            raise _FaultError(tr("the expression of {where} cannot be read: {problem}", where=where, problem=problem))
        return expression


def _sorted(playbooks: Sequence[_Head]) -> Sequence[_Head]:
    return tuple(sorted(playbooks, key=lambda playbook: (playbook.topic, playbook.title)))


def _shown(words: str, text: PlaybookText) -> str:
    """A title or the like as it is shown: what ships is translated, and what a person wrote is theirs."""
    return tr(words.strip()) if text.is_shipped else words


def _reach(data: Mapping[str, object]) -> Reach:
    text = _text(data, "reach", Reach.REGION.value)
    if text not in list(Reach):
        raise _FaultError(tr("reach must be region or global, not {given}.", given=repr(text)))
    return Reach(text)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _FaultError(tr("{where} must be a set of names and values.", where=where))
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise _FaultError(tr("{where} must be a list.", where=where))
    return value


def _text(data: Mapping[str, object], name: str, default: str | None = None) -> str:
    value = data.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise _FaultError(tr("{name} must be a text.", name=name))
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
