"""Takes secrets out of results and parameters, by the API's model, by their names and by what their texts hold."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.aws import CallResult, ParameterShape, Risk, Table
from app.services.redaction.texts import MARK, redact_text

_KEPT_PARAMETER_CHARS = 2_000
_DEPTH = 64
_TELLING_CHARS = 4  # a shorter value stands in other words by chance

_SECRET_KEYS = frozenset(
    [
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "secret",
        "secretkey",
        "secretaccesskey",
        "secretstring",
        "secretbinary",
        "clientsecret",
        "sessiontoken",
        "securitytoken",
        "token",
        "authtoken",
        "accesstoken",
        "refreshtoken",
        "idtoken",
        "bearertoken",
        "authorizationtoken",
        "webidentitytoken",
        "privatekey",
        "privatekeymaterial",
        "keymaterial",
        "plaintext",
        "passworddata",
        "apikey",
        "masteruserpassword",
        "connectionstring",
        "temporarypassword",
        "proposedpassword",
        "previouspassword",
        "userdata",
        "sharedsecret",
        "presharedkey",
        "certificateprivatekey",
        "privatekeyplaintext",
        "secretvalue",
    ]
)
_SECRET_ENDINGS = (
    "password",
    "passphrase",
    "secretkey",
    "privatekey",
    "clientsecret",
    "apikey",
    "accesstoken",
    "authtoken",
)
_SECRET_NAME = re.compile(
    r"(?i)pass(?:word|wd|phrase)|secret|token|api[_-]?key|private[_-]?key|credential|connection[_-]?string"
)
_NAME_KEYS = frozenset({"name", "key", "parameterkey", "environmentvariablename", "attributename"})
_VALUE_KEYS = frozenset({"value", "parametervalue", "values", "stringvalue"})
# What stays readable of a result that discloses: what things are called and when they changed, not what they hold.
_PLAIN_ENDINGS = re.compile(
    r"(?:arn|id|ids|name|names|type|types|date|time|at|version|versions|stage|stages|status|state|region|class|runtime"
    r"|encoding|etag|tier|ranges|algorithm|algorithms|codesha256|handler|size|path|architectures|keyspec|keyusage)$"
)


@dataclass(slots=True)
class _Walk:
    """One walk over a value. ``hidden`` collects the texts that were hidden, ``columns`` the names on their way."""

    everything: bool  # hide whatever is not plainly harmless
    patterns: frozenset[tuple[str, ...]] = frozenset()
    hidden: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    count: int = 0
    shortest: int = 0  # texts longer than this are cut; 0 keeps them whole

    def value(self, value: object, path: tuple[str, ...]) -> object:
        if len(path) > _DEPTH:
            return self._hide(value, path)
        if path and self._is_marked(path):
            return self._hide_all(value, path)
        match value:
            case Mapping():
                return self.mapping(value, path)
            case list() | tuple():
                return [self.value(item, (*path, "[]")) for item in value]
            case str():
                return self._text(value, path)
        return value

    def mapping(self, value: Mapping[str, object], path: tuple[str, ...]) -> dict[str, object]:
        secret_pair = any(
            key.lower() in _NAME_KEYS and isinstance(item, str) and _SECRET_NAME.search(item)
            for key, item in value.items()
        )
        result: dict[str, object] = {}
        for key, item in value.items():
            below = (*path, key)
            plain = _plain(key)
            if plain in _SECRET_KEYS or plain.endswith(_SECRET_ENDINGS) or (secret_pair and plain in _VALUE_KEYS):
                result[key] = self._hide_all(item, below)
            else:
                result[key] = self.value(item, below)
        return result

    def _text(self, text: str, path: tuple[str, ...]) -> object:
        if self.everything and not _is_plain_member(path):
            return self._hide(text, path)
        # Which key it was must stay readable: it is what a person deletes, and what the audit log is asked about.
        redacted = redact_text(text, key_ids=False)
        if redacted.count:
            self.count += redacted.count
            self.columns.update(path)
            self.hidden.add(text)
        if self.shortest and len(redacted.text) > self.shortest:
            return redacted.text[: self.shortest] + f"… ({len(text):,} characters)"
        return redacted.text

    def _hide_all(self, value: object, path: tuple[str, ...]) -> object:
        match value:
            case Mapping():
                return {key: self._hide_all(item, (*path, key)) for key, item in value.items()}
            case list() | tuple():
                return [self._hide_all(item, (*path, "[]")) for item in value]
        return self._hide(value, path)

    def _hide(self, value: object, path: tuple[str, ...]) -> object:
        if value is None or value == "" or isinstance(value, bool):
            return value
        if isinstance(value, str) and value.startswith(MARK):
            return value
        self.count += 1
        self.columns.update(path)
        self.hidden.add(str(value))
        return f"{MARK}value]"

    def _is_marked(self, path: tuple[str, ...]) -> bool:
        return any(
            len(pattern) == len(path) and all(step in ("*", own) for step, own in zip(pattern, path, strict=True))
            for pattern in self.patterns
        )


def _is_plain_member(path: tuple[str, ...]) -> bool:
    name = next((step for step in reversed(path) if step != "[]"), "")
    return bool(_PLAIN_ENDINGS.search(_plain(name)))


@lru_cache(maxsize=4_096)  # an answer has the same few names in each of thousands of rows
def _plain(name: str) -> str:
    """A name in small letters, without what is neither letter nor digit."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def redact_result(result: CallResult, risk: Risk) -> tuple[CallResult, int]:
    """A result without its secrets, and how many were hidden.

    Hidden are the members that the API's model marks (``result.sensitive``), those named like secrets, and secrets in
    texts. Of a sensitive read only names, ids, dates and the like stay: everything else is what it discloses.
    """
    everything = risk is Risk.SENSITIVE_READ
    walk = _Walk(everything=everything, patterns=frozenset(_pattern(path) for path in result.sensitive))
    data = walk.mapping(result.data, ())
    table = _redacted_table(result.table, walk) if result.table is not None else None
    return dataclasses.replace(result, data=data, table=table), walk.count


def _pattern(path: str) -> tuple[str, ...]:
    return tuple(step for part in path.split(".") for step in part.replace("[]", ".[]").split(".") if step)


def _redacted_table(table: Table, walk: _Walk) -> Table:
    names = set(map(_plain, walk.columns))
    hidden = {" ".join(text.split()) for text in walk.hidden}

    def cell(column: str, text: str) -> str:
        if not text:
            return text
        if _plain(column) in names or text in hidden or (walk.everything and not _is_plain_member((column,))):
            return f"{MARK}value]"
        return redact_text(text, key_ids=False).text

    rows = tuple(tuple(cell(table.columns[i], text) for i, text in enumerate(row)) for row in table.rows)
    return dataclasses.replace(table, rows=rows)


def redact_parameters(
    parameters: Mapping[str, object], shapes: Sequence[ParameterShape], *, kept_chars: int = _KEPT_PARAMETER_CHARS
) -> dict[str, object]:
    """A call's parameters for the history and the audit log: without secrets, long texts cut (0: left whole)."""
    patterns = frozenset(_sensitive_parameters(shapes, (), 0))
    return _Walk(everything=False, patterns=patterns, shortest=kept_chars).mapping(parameters, ())


def hidden_values(parameters: Mapping[str, object], shapes: Sequence[ParameterShape]) -> frozenset[str]:
    """The texts among a call's parameters that :func:`redact_parameters` hides or changes."""
    walk = _Walk(everything=False, patterns=frozenset(_sensitive_parameters(shapes, (), 0)))
    walk.mapping(parameters, ())
    return frozenset(walk.hidden)


def without_values(text: str, values: Collection[str]) -> str:
    """``text`` without its secrets, and without each of ``values`` that it repeats, as AWS's errors do."""
    for value in sorted(values, key=len, reverse=True):
        if len(value) >= _TELLING_CHARS:
            text = text.replace(value, f"{MARK}value]")
    return redact_text(text, key_ids=False).text


def _sensitive_parameters(
    shapes: Sequence[ParameterShape], path: tuple[str, ...], depth: int
) -> Iterator[tuple[str, ...]]:
    if depth > 12:
        return
    for shape in shapes:
        yield from _sensitive_below(shape, (*path, shape.name), depth)


def _sensitive_below(shape: ParameterShape, path: tuple[str, ...], depth: int) -> Iterator[tuple[str, ...]]:
    if shape.sensitive:
        yield path
        return
    yield from _sensitive_parameters(shape.members, path, depth + 1)
    if shape.element is not None and depth <= 12:
        step = "*" if shape.kind == "map" else "[]"
        yield from _sensitive_below(shape.element, (*path, step), depth + 1)
