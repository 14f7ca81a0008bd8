"""What an operation may do, from IAM access levels, names and curated facts. Refuses to guess ``read``.

Two questions are asked apart: does it change something, and does it disclose something. An operation is a plain read
only where everything known agrees:

1. A curated fact says that it changes: it changes, whatever else is said.
2. IAM calls one of its actions anything but List or Read: it changes, unless a fact says that it only discloses; even
   then it is never ``read``.
3. IAM calls all its actions List or Read: it reads if its name begins with a verb of reading, else it changes.
4. No IAM action is known: it changes, whatever its name and botocore's read-only mark say (both are wrong too often),
   unless a fact says that it only reads.

What reads discloses if a fact, its name or the members of its answer say so.

Reasons are kept English texts (:class:`app.domain.language.Kept`): they are written into the index of operations, and
said in the person's language when they are read from there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property, lru_cache

from app.aws.data import data_table
from app.aws.risk.iam_actions import IamAction
from app.aws.search.words import name_words
from app.domain.aws import Classification, OperationId, Risk
from app.domain.language import kept, marked

_SEVERITY = {risk: number for number, risk in enumerate(Risk)}
_NO_READING = marked("Its name begins with {verb}, which is no verb of reading.")
_UNKNOWN = marked("No IAM access level is known for it, so it counts as a change.")
_TAKES_AWAY = marked("Its name begins with {verb}: what it takes away may not come back.")
_BEGINS_WITH_RIGHTS = marked("Its name begins with {verb}: it changes who may do what.")
_NAMES_RIGHT = marked("Its name names a {thing}: it changes who may do what.")
_NAMES_RIGHT_AN = marked("Its name names an {thing}: it changes who may do what.")
_HANDS_OUT = marked("By its name it hands out a {thing}.")
_HANDS_OUT_AN = marked("By its name it hands out an {thing}.")
_HOLDS = marked("Its answer holds {name}.")
_HOLDS_ALL = marked("Its answer holds {names} and {last}.")
_HOLDS_MORE = marked("Its answer holds {names} and more.")
_NO_LEVEL = marked("IAM calls {action} nothing.")
_LEVEL = marked("IAM calls {action} {level}.")
_LEVELS = marked("IAM calls {action} {levels} and {last}.")


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationFacts:
    """What the rules look at. ``secret_members``: members of the answer that hold secrets, by what the model says of
    them.
    """

    id: OperationId
    actions: tuple[IamAction, ...]
    secret_members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A curated statement about operations, whose names may hold ``*``.

    ``only_reads``: it changes nothing, although IAM's access level says so. ``changing_only``: it says something about
    those of the operations that change.
    """

    risk: Risk
    reason: str
    operations: tuple[str, ...]
    only_reads: bool = False
    changing_only: bool = False


class RiskRules:
    """Classifies operations. Reads its data once; every operation gets an answer."""

    def __init__(self) -> None:
        table = data_table("risk.toml")
        verbs, names = table["verbs"], table["names"]
        self._reading = frozenset(verbs["reading"])
        self._wrapping = frozenset(verbs["wrapping"])
        self._destructive = frozenset(verbs["destructive"])
        self._permissions = frozenset(verbs["permissions"])
        # Runs of whole words, to be looked for in a name whose words stand between blanks.
        self._permission_names = tuple(f" {run} " for run in names["permissions"])
        self._harmless_names = tuple(f" {run} " for run in names["harmless"])
        self._disclosing_names = tuple(f" {run} " for run in names["disclosing"])
        self.facts = tuple(
            Fact(
                risk=Risk(entry["risk"]),
                reason=kept(entry["reason"]),
                operations=tuple(entry["operations"]),
                only_reads=entry.get("only_reads", False),
                changing_only=entry.get("changing_only", False),
            )
            for entry in table["facts"]
        )

    @cached_property
    def _exact(self) -> Mapping[str, Sequence[Fact]]:
        exact: dict[str, list[Fact]] = {}
        for fact in self.facts:
            for pattern in fact.operations:
                if "*" not in pattern:
                    exact.setdefault(pattern, []).append(fact)
        return exact

    @cached_property
    def _patterns(self) -> Mapping[str, Sequence[tuple[re.Pattern[str], Fact]]]:
        patterns: dict[str, list[tuple[re.Pattern[str], Fact]]] = {}
        for fact in self.facts:
            for pattern in fact.operations:
                if "*" in pattern:
                    service = pattern.partition(":")[0]
                    compiled = re.compile(translate(pattern))
                    patterns.setdefault("*" if "*" in service else service, []).append((compiled, fact))
        return patterns

    def facts_about(self, operation: OperationId) -> Sequence[Fact]:
        """The curated facts that name the operation, in the file's order."""
        name = str(operation)
        found = list(self._exact.get(name, ()))
        for service in (operation.service, "*"):
            found += [fact for pattern, fact in self._patterns.get(service, ()) if pattern.match(name)]
        return sorted(dict.fromkeys(found), key=self.facts.index) if len(found) > 1 else found

    def classify(self, facts: OperationFacts) -> Classification:
        """The operation's risk, whatever its parameters."""
        known = self.facts_about(facts.id)
        reasons: list[str] = []
        if self._changes(facts, known, reasons):
            risk = self._kind_of_change(facts, known, reasons)
        else:
            risk = self._kind_of_read(facts, known, reasons)
        return Classification(
            risk=risk,
            reasons=tuple(dict.fromkeys(reasons)),
            iam_actions=tuple(action.name for action in facts.actions),
        )

    def verb(self, operation: str) -> str:
        """The verb of an operation's name: ``Get`` of BatchGetItem."""
        words = name_words(operation)
        return words[1] if words[0] in self._wrapping and len(words) > 1 else words[0]

    def _changes(self, facts: OperationFacts, known: Sequence[Fact], reasons: list[str]) -> bool:
        stated = next((fact for fact in known if _is_change(fact.risk) and not fact.changing_only), None)
        if stated is not None:
            reasons.append(stated.reason)
            return True
        verb = self.verb(facts.id.operation)
        acting = [action for action in facts.actions if action.acts]
        reasons += [_levels(action) for action in acting or facts.actions]
        if acting:
            return not any(fact.only_reads for fact in known)
        if facts.actions:
            if verb not in self._reading:
                reasons.append(kept(_NO_READING, verb=verb.title()))
                return True
            return False
        if any(fact.only_reads for fact in known):
            return False
        reasons.append(kept(_UNKNOWN))
        return True

    def _kind_of_change(self, facts: OperationFacts, known: Sequence[Fact], reasons: list[str]) -> Risk:
        stated = next((fact for fact in known if _is_change(fact.risk) and not fact.changing_only), None)
        if stated is not None:
            return stated.risk
        risks = [Risk.WRITE]
        verb = self.verb(facts.id.operation)
        if verb in self._destructive:
            reasons.append(kept(_TAKES_AWAY, verb=verb.title()))
            risks.append(Risk.DESTRUCTIVE)
        for fact in known:
            if fact.changing_only:
                reasons.append(fact.reason)
                risks.append(fact.risk)
        if any("Permissions management" in action.levels for action in facts.actions):
            risks.append(Risk.PERMISSIONS)
        named = self._named(facts.id.operation, self._permission_names, self._harmless_names)
        if verb in self._permissions or (named and verb not in ("tag", "untag")):
            begins = kept(_BEGINS_WITH_RIGHTS, verb=verb.title())
            reasons.append(_named_by(named, _NAMES_RIGHT, _NAMES_RIGHT_AN) if named else begins)
            risks.append(Risk.PERMISSIONS)
        if facts.secret_members:
            reasons.append(_holds(facts.secret_members))
        return max(risks, key=_SEVERITY.__getitem__)

    def _kind_of_read(self, facts: OperationFacts, known: Sequence[Fact], reasons: list[str]) -> Risk:
        acting = any(action.acts for action in facts.actions)
        stated = next((fact for fact in known if not _is_change(fact.risk)), None)
        if stated is not None:
            reasons.insert(0, stated.reason)
            if stated.risk is Risk.SENSITIVE_READ or acting:
                return Risk.SENSITIVE_READ
            return Risk.READ
        if facts.secret_members:
            reasons.insert(0, _holds(facts.secret_members))
            return Risk.SENSITIVE_READ
        named = self._named(facts.id.operation, self._disclosing_names, ())
        if named and self.verb(facts.id.operation) != "list":
            reasons.insert(0, _named_by(named, _HANDS_OUT, _HANDS_OUT_AN))
            return Risk.SENSITIVE_READ
        return Risk.SENSITIVE_READ if acting else Risk.READ

    def _named(self, operation: str, wanted: Sequence[str], harmless: Sequence[str]) -> str:
        """The first of the wanted runs of words that the name holds, or nothing."""
        text = f" {' '.join(name_words(operation))} "
        for run in harmless:
            text = text.replace(run, " ")
        return next((run.strip() for run in wanted if run in text), "")


def raised(classification: Classification, risk: Risk, reason: str) -> Classification:
    """The classification with a higher risk and its reason put first; unchanged where it is as high already."""
    if _SEVERITY[risk] <= _SEVERITY[classification.risk]:
        return classification
    return Classification(risk=risk, reasons=(reason, *classification.reasons), iam_actions=classification.iam_actions)


def _is_change(risk: Risk) -> bool:
    return _SEVERITY[risk] >= _SEVERITY[Risk.WRITE]


@lru_cache(maxsize=4_096)  # an action is what several operations need
def _levels(action: IamAction) -> str:
    # "Tagging" and "Permissions management" are kinds of writing, and say more.
    telling = sorted(action.levels - {"Write"}) or sorted(action.levels)
    if not telling:
        return kept(_NO_LEVEL, action=action.name)
    if len(telling) == 1:
        return kept(_LEVEL, action=action.name, level=telling[0])
    return kept(_LEVELS, action=action.name, levels=", ".join(telling[:-1]), last=telling[-1])


def _named_by(words: str, sentence: str, with_an: str) -> str:
    return kept(with_an if words[0] in "aeiou" else sentence, thing=words)


def _holds(names: Sequence[str]) -> str:
    if len(names) == 1:
        return kept(_HOLDS, name=names[0])
    if len(names) > 3:
        return kept(_HOLDS_MORE, names=", ".join(names[:3]))
    return kept(_HOLDS_ALL, names=", ".join(names[:-1]), last=names[-1])
