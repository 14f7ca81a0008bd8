"""What a model wrote into a tool call, read strictly: the calls that it proposes, or what is wrong with it.

Owns the refusal of everything that is not a model's to say: the account, credentials, anybody's consent. An argument
that no tool takes is refused with an explanation, never passed over, so that nobody believes that it counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping

from app.domain.aws import MOST_STEPS, Call, OperationId, Origin, SpokenScope, Tool
from app.domain.errors import AwsParameterError
from app.domain.messages import ToolCallPart
from app.services.judgement import completed_parameters

_MOST_CHARS = 256 * 1024
_CALL = frozenset({"service", "operation", "parameters", "region"})
_TAKEN: Mapping[str, Collection[str]] = {
    Tool.FIND: {"text", "limit"},
    Tool.DESCRIBE: {"service", "operation"},
    Tool.PROPOSE: _CALL,
    Tool.PLAN: {"steps"},
}
_SCOPE = frozenset({"regions", "accounts"})
_ACCOUNT = re.compile(
    r"account|profile|credential|access_?key|secret|session|token|role|assume|endpoint|identity", re.I
)
_CONSENT = re.compile(
    r"consent|confirm|approv|agree|grant|allow|permit|typed|force|yes|unasked|auto|skip|policy|trust|dry_?run|origin",
    re.I,
)


def arguments_of(call: ToolCallPart, origin: Origin) -> dict[str, object]:
    """The arguments of a tool call. Raises ``AwsParameterError`` for what is no JSON object and for keys not taken."""
    if len(call.arguments) > _MOST_CHARS:
        raise AwsParameterError(
            f"The arguments of {call.name} are longer than {_MOST_CHARS // 1024} KiB: nobody could read them and agree."
        )
    try:
        arguments = json.loads(call.arguments or "{}")
    except (ValueError, RecursionError) as error:
        raise AwsParameterError(f"The arguments of {call.name} are not valid JSON.") from error
    if not isinstance(arguments, dict):
        raise AwsParameterError(f"The arguments of {call.name} must be a JSON object.")
    taken = set(_TAKEN.get(call.name, ()))
    if call.name == Tool.PROPOSE and origin is Origin.RECOGNISER:
        taken |= _SCOPE  # the recogniser reads them from the person's own sentence
    _refuse_others(arguments, taken, call.name)
    return arguments


def proposed_call(arguments: Mapping[str, object], account: str, region: str) -> Call:
    """The call that the arguments propose. Raises ``AwsParameterError``."""
    parameters = arguments.get("parameters", {})
    if not isinstance(parameters, dict):
        raise AwsParameterError("'parameters' must be a JSON object.")
    named = arguments.get("region")
    if named is not None and not isinstance(named, str):
        raise AwsParameterError("'region' must be a text, as in eu-west-1.")
    return Call(id=operation_of(arguments), parameters=parameters, account=account, region=named or region)


def proposed_steps(arguments: Mapping[str, object], account: str, region: str) -> tuple[Call, ...]:
    """The calls of a plan that the arguments propose. Raises ``AwsParameterError`` that names the step."""
    steps = arguments.get("steps")
    if not isinstance(steps, list) or not steps:
        raise AwsParameterError("'steps' must be a list of calls, each with service, operation and parameters.")
    if len(steps) > MOST_STEPS:
        raise AwsParameterError(f"A plan may have {MOST_STEPS} steps, not {len(steps)}.")
    calls = []
    for number, step in enumerate(steps, start=1):
        try:
            if not isinstance(step, dict):
                raise AwsParameterError("it must be an object with service, operation and parameters.")
            _refuse_others(step, _CALL, "a step")
            calls.append(proposed_call(step, account, region))
        except AwsParameterError as error:
            raise AwsParameterError(f"Step {number}: {error.message}", remedy=error.remedy) from None
    return tuple(calls)


def spoken_scope(arguments: Mapping[str, object]) -> SpokenScope | None:
    """The accounts and regions that the recogniser read from a sentence; ``None`` where it names none.

    Each is ``"all"`` or a list of names. Only the recogniser's arguments come as far as here.
    """
    if not _SCOPE & arguments.keys():
        return None
    regions, accounts = arguments.get("regions"), arguments.get("accounts")
    return SpokenScope(
        all_regions=regions == "all",
        regions=_names(regions, "regions"),
        all_accounts=accounts == "all",
        accounts=_names(accounts, "accounts"),
    )


def proposal_key(call: ToolCallPart, account: str, region: str, origin: Origin) -> tuple[str, ...] | None:
    """What a proposal comes down to, the same for the same calls; ``None`` for what proposes nothing."""
    try:
        arguments = arguments_of(call, origin)
        match call.name:
            case Tool.PROPOSE:
                calls: tuple[Call, ...] = (proposed_call(arguments, account, region),)
                scope = spoken_scope(arguments)
            case Tool.PLAN:
                calls, scope = proposed_steps(arguments, account, region), None
            case _:
                return None
    except AwsParameterError:
        return None
    return (*map(_key, calls), *([repr(scope)] if scope is not None else []))


def _key(call: Call) -> str:
    parameters = _telling(completed_parameters(call))
    parts = (call.id.service.casefold(), call.id.operation.casefold(), call.account, call.region, parameters)
    return json.dumps(parts, sort_keys=True, default=str)


_NOT_TELLING = frozenset(["CallerReference", "ClientRequestToken", "ClientToken", "IdempotencyToken"])


def _telling(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """What makes a call another one: not what is empty, nor what is the default of every operation that takes it."""
    return {
        name: value
        for name, value in parameters.items()
        if name not in _NOT_TELLING and value not in (None, "", [], {}) and (name, value) != ("DryRun", False)
    }


def text_of(arguments: Mapping[str, object], name: str) -> str:
    """A text among the arguments. Raises ``AwsParameterError``."""
    value = arguments.get(name)
    if not isinstance(value, str) or not value.strip():
        raise AwsParameterError(f"{name!r} must be a text.")
    return value.strip()


def operation_of(arguments: Mapping[str, object]) -> OperationId:
    """The operation that the arguments name. Raises ``AwsParameterError``."""
    return OperationId(text_of(arguments, "service"), text_of(arguments, "operation"))


def _refuse_others(arguments: Mapping[str, object], taken: Collection[str], what: str) -> None:
    for name in arguments:
        if name in taken:
            continue
        shown = repr(str(name)[:60])
        if _ACCOUNT.search(name):
            why = "The person chose the account and its credentials; no argument changes them."
        elif _CONSENT.search(name):
            why = "Only the person agrees, and only in Baton's own dialog; no argument does."
        else:
            why = f"It takes {', '.join(sorted(taken))}." if taken else "There is no such tool."
        raise AwsParameterError(f"{what} takes no argument {shown}. {why} Nothing was proposed.")


def _names(value: object, what: str) -> tuple[str, ...]:
    if value is None or value == "all":
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise AwsParameterError(f"{what!r} must be a list of names, or all.")
