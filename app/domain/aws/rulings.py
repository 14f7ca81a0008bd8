"""What the rules of a policy mean for one call. Pure: reads no file and no clock, asks nobody, runs nothing.

In this order, and the first that says something counts:

1. A policy with problems: reads are asked about, everything else is denied.
2. Read only: everything but a read is denied.
3. A rule that denies and fits.
4. A rule that wants a typed name and fits.
5. A trust (a rule that allows, with an end) that fits and has not ended.
6. A rule that asks and fits.
7. A rule that allows and fits.
8. No rule: reads run where the settings let them, what destroys wants a typed name, everything else is asked about.

Then the floors, which no rule and no trust lowers: what changes permissions is asked about; what destroys, and what
changes a protected resource, wants a typed name; a change of more resources than ``bulk_above`` is asked about; and
with untrusted text before whoever proposed the call, everything but a read is asked about.

What is not known never loosens: where the tags of a touched resource are unknown, a rule that allows by tag does not
fit, and a rule that denies, asks or wants a name by tag makes the call be asked about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from app.domain.aws.operations import OperationId, Risk
from app.domain.aws.policy import LONGEST_TRUST, Policy, PolicyQuestion, PolicyRule, Ruling, Verdict
from app.domain.language import tr

CHANGING = frozenset({Risk.WRITE, Risk.PERMISSIONS, Risk.DESTRUCTIVE})
NEVER_TRUSTED = frozenset({Risk.PERMISSIONS, Risk.DESTRUCTIVE})
"""Risks that no trust covers."""

_ORDER = (
    (Verdict.DENY, False),
    (Verdict.TYPED, False),
    (Verdict.ALLOW, True),
    (Verdict.ASK, False),
    (Verdict.ALLOW, False),
)
"""Which rules win over which: the verdict, and whether it is a trust."""


def ruling(policy: Policy, question: PolicyQuestion, now: datetime, *, run_reads: bool = True) -> Ruling:
    """The verdict on a call at ``now`` (UTC). ``run_reads``: whether reads run where no rule fits them."""
    if policy.problems:
        verdict = Verdict.DENY if question.risk in CHANGING else Verdict.ASK
        problem = policy.problems[0]
        why = (
            tr("The policy cannot be used, so changes are denied: {problem}", problem=problem)
            if verdict is Verdict.DENY
            else tr("The policy cannot be used, so even reads are asked about: {problem}", problem=problem)
        )
        return Ruling(verdict=verdict, reasons=(why,))
    if policy.read_only and question.risk is not Risk.READ:
        return Ruling(verdict=Verdict.DENY, reasons=(tr("The policy is read only."),))
    decided = _by_rule(policy, question, now) or _by_default(question, run_reads=run_reads)
    return decided if decided.verdict is Verdict.DENY else _raised(policy, question, decided)


def is_live(rule: PolicyRule, now: datetime) -> bool:
    """Whether a trust counts at ``now``: begun, not ended, no longer than a trust may be, with times that have a zone.

    A clock that was set back before the beginning, or so far that the end is out of reach, ends it.
    """
    if rule.until is None or rule.verdict is not Verdict.ALLOW or rule.until.tzinfo is None:
        return False
    if not timedelta() < rule.until - now <= LONGEST_TRUST:
        return False
    return rule.since is None or (
        rule.since.tzinfo is not None and rule.since <= now and rule.until - rule.since <= LONGEST_TRUST
    )


def fits(rule: PolicyRule, question: PolicyQuestion) -> bool:
    """Whether ``rule`` fits a call, whatever it says to it; its times do not count here."""
    if not _fits_but_for_tags(rule, question):
        return False
    if not rule.tags:
        return True
    tagged = [any(_has_tag(tags, tag) for tag in rule.tags) for tags in question.tags]
    if rule.verdict is Verdict.ALLOW:
        return bool(tagged) and all(tagged) and not _tags_unknown(question)
    return any(tagged)


def is_protected(policy: Policy, question: PolicyQuestion) -> bool:
    """Whether the call touches a resource that bears a protected tag."""
    return question.protected or any(protecting_tag(policy, tags) for tags in question.tags)


def protecting_tag(policy: Policy, tags: Mapping[str, str]) -> str:
    """The tag that protects a resource with ``tags``, as ``key=value``; "" where none does."""
    for tag in policy.protected_tags:
        if _has_tag(tags, tag):
            key = tag.partition("=")[0]
            return f"{key}={tags[key]}" if tags[key] else key
    return ""


def folded_operation(text: str) -> str:
    """An operation, or a pattern of operations, without case, hyphens and underscores after the service's name."""
    service, _, operation = text.partition(":")
    return f"{service.lower()}:{operation.lower().replace('-', '').replace('_', '')}"


def matches(pattern: str, text: str) -> bool:
    """Whether ``text`` fits ``pattern``, in which ``*`` stands for anything; its time grows with their lengths."""
    first, *rest = pattern.split("*")
    if not rest:
        return text == pattern
    *middle, last = rest
    if len(text) < len(first) + len(last) or not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _by_rule(policy: Policy, question: PolicyQuestion, now: datetime) -> Ruling | None:
    # Only what allows ends; a strict rule with an end would loosen by itself.
    fitting = [rule for rule in policy.rules if (not rule.is_trust or is_live(rule, now)) and fits(rule, question)]
    for verdict, trusts in _ORDER:
        if trusts and question.risk in NEVER_TRUSTED:
            continue
        for rule in fitting:
            if rule.verdict is verdict and rule.is_trust is trusts:
                return Ruling(verdict=verdict, reasons=(_reason(rule),), rule=rule)
    return None


def _by_default(question: PolicyQuestion, *, run_reads: bool) -> Ruling:
    if question.risk is Risk.READ or question.dry_run:
        return Ruling(verdict=Verdict.ALLOW if run_reads else Verdict.ASK)
    return Ruling(verdict=Verdict.TYPED if question.risk is Risk.DESTRUCTIVE else Verdict.ASK)


def _raised(policy: Policy, question: PolicyQuestion, decided: Ruling) -> Ruling:
    floors: list[tuple[Verdict, str]] = []
    changes = question.risk in CHANGING and not question.dry_run
    if changes and question.risk is Risk.PERMISSIONS:
        floors.append((Verdict.ASK, tr("It changes permissions, which is always asked about.")))
    if changes and question.risk is Risk.DESTRUCTIVE:
        floors.append((Verdict.TYPED, tr("It destroys something, so a name has to be typed.")))
    if changes and is_protected(policy, question):
        floors.append((Verdict.TYPED, tr("It changes something protected, so a name has to be typed.")))
    bulk = changes and question.resources > policy.bulk_above
    if bulk:
        floors.append(
            (
                Verdict.ASK,
                tr(
                    "It changes {resources} resources, and the policy asks again above {bulk_above}.",
                    resources=question.resources,
                    bulk_above=policy.bulk_above,
                ),
            )
        )
    if question.untrusted and question.risk is not Risk.READ:
        floors.append((Verdict.ASK, tr("Text from your account or a file was read before, so it is asked about.")))
    if _tags_unknown(question) and (rule := _strict_by_tag(policy, question)) is not None:
        floors.append(
            (
                Verdict.ASK,
                tr("The tags of what it touches are not known, and a rule needs them: {rule}.", rule=_name(rule)),
            )
        )
    verdict = max([decided.verdict, *(floor for floor, _ in floors)], key=lambda one: one.severity)
    is_raised = verdict is not decided.verdict
    return Ruling(
        verdict=verdict,
        reasons=(*(() if is_raised else decided.reasons), *(reason for _, reason in floors)),
        rule=None if is_raised else decided.rule,
        bulk=bulk,
    )


def _fits_but_for_tags(rule: PolicyRule, question: PolicyQuestion) -> bool:
    call = question.call
    return (
        (not rule.accounts or any(_fits_account(rule, name) for name in question.account_names))
        and (not rule.regions or any(matches(pattern, call.region.lower()) for pattern in rule.regions))
        and (not rule.risks or question.risk in rule.risks)
        and (not rule.services or any(matches(pattern.lower(), call.id.service.lower()) for pattern in rule.services))
        and (not rule.operations or _fits_operation(rule.operations, call.id))
    )


def _fits_account(rule: PolicyRule, name: str) -> bool:
    if rule.verdict is Verdict.ALLOW:
        return any(matches(pattern, name) for pattern in rule.accounts)
    # Two profiles may differ in case alone: then what is strict counts for both, and what allows for the one named.
    return any(matches(pattern.casefold(), name.casefold()) for pattern in rule.accounts)


def _fits_operation(patterns: Sequence[str], id: OperationId) -> bool:
    folded = folded_operation(str(id))
    return any(matches(folded_operation(pattern), folded) for pattern in patterns)


def _has_tag(tags: Mapping[str, str], wanted: str) -> bool:
    key, equals, value = wanted.partition("=")
    return key in tags and (not equals or tags[key] == value)


def _tags_unknown(question: PolicyQuestion) -> bool:
    return question.resources > len(question.tags)


def _strict_by_tag(policy: Policy, question: PolicyQuestion) -> PolicyRule | None:
    for rule in policy.rules:
        if rule.tags and rule.verdict is not Verdict.ALLOW and _fits_but_for_tags(rule, question):
            return rule
    return None


def _reason(rule: PolicyRule) -> str:
    name = f"{_name(rule)} ({rule.reason})" if rule.reason else _name(rule)
    match rule.verdict:
        case Verdict.ALLOW if rule.is_trust:
            return tr("The policy allows it for now: {rule}.", rule=name)
        case Verdict.ALLOW:
            return tr("The policy allows it: {rule}.", rule=name)
        case Verdict.ASK:
            return tr("The policy has it asked about: {rule}.", rule=name)
        case Verdict.TYPED:
            return tr("The policy wants a name typed: {rule}.", rule=name)
        case Verdict.DENY:
            return tr("The policy denies it: {rule}.", rule=name)


def _name(rule: PolicyRule) -> str:
    return (
        f"“{rule.name}”"
        if rule.name
        else tr("the rule in line {line}", line=rule.line)
        if rule.line
        else tr("a rule without a name")
    )
