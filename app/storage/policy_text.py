"""The policy's text: what it says as values, and every fault in it as a sentence. Refuses to pass over anything.

A text that is not wholly understood is a policy with problems, under which nothing is allowed; so is one that does not
end with the closing line, which shows that no part of it is missing. Reads and writes no file.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.aws import LONGEST_TRUST, OperationId, Policy, PolicyRule, Risk, Verdict
from app.domain.aws.rulings import NEVER_TRUSTED, folded_operation, matches
from app.domain.language import marked, tr
from app.domain.text import visible

VERSION = 1
LAST_LINE = "# end of policy"
LARGEST_BYTES = 256 * 1024
_MOST_RULES = 500
_LONGEST_TEXT = 300
_MOST_IN_BULK = 100_000

Canonical = Callable[[str], Sequence[OperationId]]

_RULES_HEADER = re.compile(r"""\s*\[\[\s*["']?rules["']?\s*\]\]""")
_TABLE_HEADER = re.compile(r"\s*\[")
_TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-[0-9]{1,2}")
_REGION_PATTERN = re.compile(r"[a-z0-9*-]*\*[a-z0-9*-]*")
_NUMBER = re.compile(r"[0-9]+")
_SERVICE = re.compile(r"[A-Za-z0-9.*_-]+")
_BARE_OPERATION = re.compile(r"[A-Za-z0-9*_-]+")
_TOP = ("version", "read_only", "bulk_above", "protected_tags", "rules")
_LISTS = ("accounts", "regions", "risks", "services", "operations", "tags")
_OF_A_RULE = ("name", "verdict", "reason", *_LISTS, "since", "until")
_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"}
_TRUSTED = marked("read, sensitive-read or write")


def policy_of(data: bytes, canonical: Canonical) -> Policy:
    """What the bytes of a policy file say. Never raises for what is in them."""
    if len(data) > LARGEST_BYTES:
        return _unusable(tr("It is larger than {most} KiB.", most=LARGEST_BYTES // 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unusable(tr("It is no UTF-8 text."))
    try:
        plain = tomllib.loads(text)
    except (ValueError, RecursionError, OverflowError) as error:
        return _unusable(_toml_fault(error))
    reader = _Reader(text.split("\n"), canonical)
    if text.rstrip().rpartition("\n")[2].strip() != LAST_LINE:
        reader.problems.append(
            tr(
                "Its last line is not {last_line}, so a part of it may be missing. Add that line once it is whole.",
                last_line=repr(LAST_LINE),
            )
        )
    return reader.policy(plain)


def rule_lines(text: str, number: int) -> tuple[int, int]:
    """Where rule ``number`` (from 0) stands: its first line and the line after its last value, both counted from 0.

    Raises ``ValueError`` where the rules are not written as tables.
    """
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if _RULES_HEADER.match(line)]
    if number >= len(heads):
        raise ValueError(number)
    head = heads[number]
    end = next((at for at in range(head + 1, len(lines)) if _TABLE_HEADER.match(lines[at])), len(lines))
    while end > head + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1  # what stands above the next rule is about that one
    return head, end


def rule_text(rule: PolicyRule) -> str:
    """A rule as it is written into the file."""
    lines = ["[[rules]]"]
    if rule.name:
        lines.append(f"name = {_quoted(rule.name)}")
    lines.append(f"verdict = {_quoted(rule.verdict)}")
    if rule.reason:
        lines.append(f"reason = {_quoted(rule.reason)}")
    for key in _LISTS:
        values: Sequence[str] = getattr(rule, key)
        if values:
            lines.append(f"{key} = [{', '.join(_quoted(value) for value in values)}]")
    for key in ("since", "until"):
        moment: datetime | None = getattr(rule, key)
        if moment is not None:
            lines.append(f"{key} = {moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False)


def _unusable(problem: str) -> Policy:
    return Policy(problems=(problem,))


def _toml_fault(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return tr("It is nested too deeply.")
    place = _TOML_PLACE.search(str(error))
    if not isinstance(error, tomllib.TOMLDecodeError) or place is None:
        return tr("It is no TOML: it holds a value that is none.")
    what = visible(str(error)[: place.start()])
    if place["line"]:
        return tr("Line {line}: it is no TOML ({problem}).", line=place["line"], problem=what)
    return tr("At its end: it is no TOML ({problem}).", problem=what)


@dataclass
class _Reader:
    """Reads one parsed text; ``problems`` gathers what is wrong with it."""

    lines: Sequence[str]
    canonical: Canonical
    problems: list[str] = field(default_factory=list)

    def policy(self, plain: Mapping[str, Any]) -> Policy:
        for key in plain:
            if key not in _TOP:
                self._fault(
                    self._line_of(key),
                    tr("nobody knows {key}; there are {known}.", key=_shown(key), known=", ".join(_TOP)),
                )
        self._version(plain.get("version", VERSION))
        read_only = plain.get("read_only", False)
        if not isinstance(read_only, bool):
            self._fault(self._line_of("read_only"), tr("read_only is true or false."))
            read_only = True
        bulk_above = plain.get("bulk_above", Policy().bulk_above)
        if isinstance(bulk_above, bool) or not isinstance(bulk_above, int) or not 0 <= bulk_above <= _MOST_IN_BULK:
            self._fault(
                self._line_of("bulk_above"), tr("bulk_above is a whole number from 0 to {most}.", most=_MOST_IN_BULK)
            )
            bulk_above = 0
        protected = plain.get("protected_tags", list(Policy().protected_tags))
        tags = self._texts("protected_tags", protected, self._line_of("protected_tags"), may_be_empty=True)
        return Policy(
            read_only=read_only,
            bulk_above=bulk_above,
            protected_tags=self._tags(tags, self._line_of("protected_tags")),
            rules=self._rules(plain.get("rules", [])),
            problems=tuple(self.problems),
        )

    def _version(self, version: object) -> None:
        line = self._line_of("version")
        if isinstance(version, bool) or not isinstance(version, int) or version < 1:
            self._fault(line, tr("version is {version}.", version=VERSION))
        elif version > VERSION:
            self._fault(
                line, tr("it was written for a newer Baton (version {version}). Update Baton.", version=version)
            )

    def _rules(self, plain: object) -> tuple[PolicyRule, ...]:
        if not isinstance(plain, list) or not all(isinstance(table, dict) for table in plain):
            self._fault(self._line_of("rules"), tr("rules are written as [[rules]]."))
            return ()
        if len(plain) > _MOST_RULES:
            self._fault(0, tr("there are more than {most} rules.", most=_MOST_RULES))
            return ()
        heads = [at + 1 for at, line in enumerate(self.lines) if _RULES_HEADER.match(line)]
        places = heads if len(heads) == len(plain) else [0] * len(plain)
        rules = [self._rule(table, line) for table, line in zip(plain, places, strict=True)]
        seen: set[str] = set()
        for rule in rules:
            if rule.name and rule.name.casefold() in seen:
                self._fault(rule.line, tr("two rules are named {name}.", name=_shown(rule.name)))
            seen.add(rule.name.casefold())
        return tuple(rules)

    def _rule(self, table: Mapping[str, Any], line: int) -> PolicyRule:
        for key in table:
            if key not in _OF_A_RULE:
                known = ", ".join(_OF_A_RULE)
                self._fault(
                    self._line_of(key, line),
                    tr("nobody knows {key} in a rule; there are {known}.", key=_shown(key), known=known),
                )
        lists = {key: self._texts(key, table[key], self._line_of(key, line)) if key in table else () for key in _LISTS}
        services = self._services(lists["services"], self._line_of("services", line))
        rule = PolicyRule(
            verdict=self._verdict(table.get("verdict"), self._line_of("verdict", line)),
            name=self._text("name", table.get("name", ""), self._line_of("name", line)),
            reason=self._text("reason", table.get("reason", ""), self._line_of("reason", line)),
            accounts=self._accounts(lists["accounts"], self._line_of("accounts", line)),
            regions=self._regions(lists["regions"], self._line_of("regions", line)),
            risks=self._risks(lists["risks"], self._line_of("risks", line)),
            services=services,
            operations=self._operations(lists["operations"], services, self._line_of("operations", line)),
            tags=self._tags(lists["tags"], self._line_of("tags", line)),
            since=self._moment("since", table, line),
            until=self._moment("until", table, line),
            line=line,
        )
        self._whole_rule(rule, table)
        return rule

    def _whole_rule(self, rule: PolicyRule, table: Mapping[str, Any]) -> None:
        line = rule.line
        if "until" in table or "since" in table:
            self._trust(rule, table)
        elif rule.verdict is Verdict.ALLOW and not any(table.get(key) for key in _LISTS):
            self._fault(line, tr("it allows everything everywhere. Say what or where, as in risks or accounts."))

    def _trust(self, rule: PolicyRule, table: Mapping[str, Any]) -> None:
        line = self._line_of("until", rule.line)
        if "until" not in table:
            self._fault(line, tr("since says when a trust was given; until, when it ends, is missing."))
        if rule.verdict is not Verdict.ALLOW:
            self._fault(line, tr("only a rule that allows may end; this one says {verdict}.", verdict=rule.verdict))
        if not rule.risks or NEVER_TRUSTED & set(rule.risks):
            self._fault(
                line, tr("what allows for a time says for which risks, and they are {trusted}.", trusted=tr(_TRUSTED))
            )
        if Risk.WRITE in rule.risks and not rule.accounts:
            self._fault(line, tr("what allows writes for a time says in which accounts."))
        if rule.since and rule.until and not timedelta() < rule.until - rule.since <= LONGEST_TRUST:
            hours = LONGEST_TRUST.total_seconds() / 3600
            self._fault(line, tr("it ends after since, and at most {hours} hours after.", hours=f"{hours:.0f}"))

    def _verdict(self, plain: object, line: int) -> Verdict:
        if isinstance(plain, str) and plain in tuple(Verdict):
            return Verdict(plain)
        known = ", ".join(Verdict)
        self._fault(
            line,
            tr("it has no verdict; there are {known}.", known=known)
            if plain is None
            else tr("{text} is no verdict; there are {known}.", text=_shown(plain), known=known),
        )
        return Verdict.DENY

    def _accounts(self, texts: Sequence[str], line: int) -> tuple[str, ...]:
        for text in texts:
            if _NUMBER.fullmatch(text) and len(text) != 12:
                self._fault(line, tr("{text} is no account: its number has 12 digits.", text=_shown(text)))
        return tuple(texts)

    def _regions(self, texts: Sequence[str], line: int) -> tuple[str, ...]:
        for text in texts:
            if not _REGION.fullmatch(text) and not _REGION_PATTERN.fullmatch(text):
                self._fault(
                    line, tr("{text} is no region, as eu-west-1 is, and no pattern, as eu-* is.", text=_shown(text))
                )
        return tuple(texts)

    def _risks(self, texts: Sequence[str], line: int) -> tuple[Risk, ...]:
        for text in texts:
            if text not in tuple(Risk):
                self._fault(line, tr("{text} is no risk; there are {known}.", text=_shown(text), known=", ".join(Risk)))
        return tuple(Risk(text) for text in texts if text in tuple(Risk))

    def _services(self, texts: Sequence[str], line: int) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for text in texts:
            ids = self.canonical(f"{text}:*") if _SERVICE.fullmatch(text) else ()
            if not ids:
                self._fault(line, tr("{text} is no AWS service that Baton knows.", text=_shown(text)))
            elif "*" in text:
                found[text.lower()] = None
            else:
                found |= dict.fromkeys(id.service for id in ids)
        return tuple(found)

    def _operations(self, texts: Sequence[str], services: Sequence[str], line: int) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for text in texts:
            bare = bool(_BARE_OPERATION.fullmatch(text))
            spelled = [f"{service}:{text}" for service in services] if bare else [text]
            canonical = [pattern for spelling in spelled for pattern in self._patterns(spelling)]
            if bare and not services:
                self._fault(
                    line,
                    tr("{text} names no service; write it as in s3:DeleteBucket, or give services.", text=_shown(text)),
                )
            elif not canonical:
                self._fault(line, tr("{text} is no AWS operation that Baton knows.", text=_shown(text)))
            found |= dict.fromkeys(canonical)
        return tuple(found)

    def _patterns(self, spelling: str) -> Sequence[str]:
        """The operations of a spelling in botocore's; a pattern stays one where it says the same as before."""
        ids = self.canonical(spelling)
        if "*" not in spelling:
            return [str(id) for id in ids]
        place = re.search(r"[:.]| (?!.* )", spelling)
        assert place is not None or not ids
        if place is None:
            return []
        service, operation = spelling[: place.start()].lower(), spelling[place.end() :]
        names = [service] if "*" in service else sorted({id.service for id in ids})
        patterns = [f"{name}:{operation}" for name in names]
        folded = [folded_operation(pattern) for pattern in patterns]
        if all(any(matches(pattern, folded_operation(str(id))) for pattern in folded) for id in ids):
            return patterns if ids else []
        return [str(id) for id in ids]  # a pattern of IAM's actions, whose names are not those of the operations

    def _tags(self, texts: Sequence[str], line: int) -> tuple[str, ...]:
        for text in texts:
            if text.startswith("="):
                self._fault(line, tr("{text} is no tag; write it as key=value, or key.", text=_shown(text)))
        return tuple(texts)

    def _moment(self, key: str, table: Mapping[str, Any], line: int) -> datetime | None:
        moment = table.get(key)
        if moment is None:
            return None
        try:
            if isinstance(moment, datetime) and moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except OverflowError:
            pass
        self._fault(
            self._line_of(key, line),
            tr("{key} is a time with its zone, as 2026-11-27T15:00:00Z without quotes.", key=key),
        )
        return None

    def _texts(self, key: str, plain: object, line: int, *, may_be_empty: bool = False) -> tuple[str, ...]:
        if not isinstance(plain, list) or not all(isinstance(item, str) for item in plain):
            self._fault(line, tr('{key} is a list of texts, as in ["…"].', key=key))
            return ()
        if not plain and not may_be_empty:
            self._fault(line, tr("{key} is empty: leave it out, or say which.", key=key))
        for text in plain:
            if not text:
                self._fault(line, tr("{key} holds an empty text.", key=key))
            self._check(key, text, line)
        return tuple(plain)

    def _text(self, key: str, plain: object, line: int) -> str:
        if not isinstance(plain, str):
            self._fault(line, tr("{key} is a text.", key=key))
            return ""
        self._check(key, plain, line)
        return plain

    def _check(self, key: str, text: str, line: int) -> None:
        fault = _text_fault(text)
        if fault is not None:
            self._fault(line, tr(fault, key=key, text=_shown(text), most=_LONGEST_TEXT))

    def _fault(self, line: int, what: str) -> None:
        self.problems.append(
            tr("Line {line}: {problem}", line=line, problem=what) if line else f"{what[:1].upper()}{what[1:]}"
        )

    def _line_of(self, key: str, after: int = 0) -> int:
        """The line in which ``key`` is set: in the rule that begins in line ``after``, or above all tables for 0."""
        here = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        for number, line in enumerate(self.lines[after:], start=after + 1):
            if here.match(line):
                return number
            if _TABLE_HEADER.match(line):
                break
        return after


def _text_fault(text: str) -> str | None:
    if len(text) > _LONGEST_TEXT:
        return marked("{key}: {text} is longer than {most} characters.")
    if text != text.strip():
        return marked("{key}: {text} begins or ends with a space.")
    if visible(text) != text or "\n" in text or "\t" in text:
        return marked("{key}: {text} holds characters that cannot be seen.")
    if unicodedata.normalize("NFKC", text) != text:
        return marked("{key}: {text} holds characters that look like others.")
    if len(_alphabets(text)) > 1:
        return marked("{key}: {text} mixes letters of several alphabets, which look alike.")
    return None


def _alphabets(text: str) -> set[str]:
    """Those of the alphabets with letters like Latin's that ``text`` holds."""
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()} & _ALIKE


def _shown(value: object) -> str:
    text = visible(value if isinstance(value, str) else repr(value))
    text = text.replace("\n", "⟨U+000A⟩").replace("\t", "⟨U+0009⟩")
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"
