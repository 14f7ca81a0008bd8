"""What can be waited for after a call, by botocore's own waiters, and one look at how far it is.

Owns which waiter fits which call: a table for the common ones, a rule over names for the rest. A waiter fits only where
everything its read needs stands in the call's parameters or in its answer. Refuses to wait itself.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from app.aws.execution.waiters_table import GOALS, KNOWN, WORDS
from app.aws.expressions.bounds import found as in_answer
from app.domain.aws import Call, CallResult, OperationId, Poll, PollState, Waiter
from app.domain.language import tr

_BEGINNINGS = {
    "Delete": "gone", "Terminate": "gone", "Deregister": "gone", "Remove": "gone", "Release": "gone",
    "Stop": "stopped", "Cancel": "cancelled", "Disassociate": "apart", "Detach": "apart",
    "Create": "there", "Start": "there", "Update": "there", "Modify": "there", "Restore": "there", "Run": "there",
    "Reboot": "there", "Register": "there", "Request": "there", "Import": "there", "Copy": "there", "Put": "there",
    "Publish": "there", "Resume": "there", "Associate": "there", "Deploy": "there", "Submit": "there",
}  # fmt: skip
"""What a verb brings about, as in :data:`GOALS`."""

_MOST_SEEN = 3  # different states shown at a time
_SEEN_CHARS = 60


class BotoWaiters:
    """botocore's waiters. Thread-safe; the first use of a service reads its model."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._models: dict[str, Any] = {}
        self._session: Any = None

    def of(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        """What fits ``call`` and its answer, likeliest first; nothing after a dry run or a plain look."""
        if result.dry_run:
            return ()
        model = self._model(call.id.service)
        if model is None:
            return ()
        known = (call.id.service, call.id.operation) in KNOWN
        found = [*(self._known if known else self._by_rule)(model, call, result.data)]
        return tuple({waiter.words: waiter for waiter in reversed(found)}.values())[::-1]

    def look(self, waiter: Waiter, send: Callable[[], Mapping[str, Any]]) -> Poll:
        """Send once, and judge by the waiter's acceptors. Raises what ``send`` raises where none expects it."""
        from botocore.exceptions import ClientError

        model = self._model(waiter.call.id.service)
        config = model.get_waiter(waiter.name)
        try:
            response = send()
        except ClientError as error:
            # As botocore's own loop does: an acceptor may wait for just this error.
            response = dict(error.response)
            judged = _judged(config, response)
            if judged is None:
                raise
            return Poll(state=judged, seen=str(response.get("Error", {}).get("Code", "")))
        return Poll(state=_judged(config, response) or PollState.NOT_YET, seen=_seen(config, response))

    def _model(self, service: str) -> Any:
        with self._lock:
            if service not in self._models:
                import botocore.exceptions
                import botocore.session

                if self._session is None:
                    self._session = botocore.session.Session()
                try:
                    self._models[service] = self._session.get_waiter_model(service)
                except (botocore.exceptions.DataNotFoundError, ValueError):
                    self._models[service] = None
            return self._models[service]

    def _known(self, model: Any, call: Call, data: Mapping[str, object]) -> Iterator[Waiter]:
        for fit in KNOWN.get((call.id.service, call.id.operation), ()):
            if fit.waiter not in model.waiter_names:
                continue
            parameters: dict[str, object] = {}
            for name, place in fit.parameters:
                value = in_answer(place, {**call.parameters, "answer": dict(data)})
                if value in (None, "", [], [None]):
                    break
                parameters[name] = value
            else:
                yield _made(model, fit.waiter, fit.words, call, parameters)

    def _by_rule(self, model: Any, call: Call, data: Mapping[str, object]) -> Iterator[Waiter]:
        verb, noun = _verb_and_noun(call.id.operation)
        goal = _BEGINNINGS.get(verb)
        if goal is None:
            return
        shapes = None
        for name in model.waiter_names:
            waited, state = _noun_and_state(name)
            if waited.lower() != noun.lower() or GOALS.get(state, "there") != goal:
                continue
            if shapes is None:
                with self._lock:
                    shapes = self._session.get_service_model(call.id.service)
            shape = shapes.operation_model(model.get_waiter(name).operation).input_shape
            parameters = _identified(shape, noun, call.parameters, data)
            if parameters:
                yield _made(model, name, WORDS.get(state, _spaced(state)), call, parameters)


def _made(model: Any, name: str, words: str, call: Call, parameters: Mapping[str, object]) -> Waiter:
    config = model.get_waiter(name)
    return Waiter(
        name=name,
        words=tr(words),
        call=Call(
            id=OperationId(call.id.service, config.operation),
            parameters=parameters,
            account=call.account,
            region=call.region,
        ),
        delay_s=float(config.delay),
        attempts=int(config.max_attempts),
    )


def _judged(config: Any, response: Mapping[str, Any]) -> PollState | None:
    """What the first acceptor that fits says; ``None`` where none does."""
    states = {"success": PollState.REACHED, "failure": PollState.FAILED, "retry": PollState.NOT_YET}
    for acceptor in config.acceptors:
        if acceptor.matcher_func(response):
            return states[acceptor.state]
    return None


def _seen(config: Any, response: Mapping[str, Any]) -> str:
    """The state that the waiter looks at, as the answer has it: ``pending, running``."""
    for acceptor in config.acceptors:
        if acceptor.matcher not in ("path", "pathAll", "pathAny"):
            continue
        value = in_answer(acceptor.argument, response)
        values = value if isinstance(value, list) else [value]
        texts = list(dict.fromkeys(item for item in values if isinstance(item, str) and item))
        if texts:
            more = "" if len(texts) <= _MOST_SEEN else " …"
            return (", ".join(texts[:_MOST_SEEN]) + more)[:_SEEN_CHARS]
    return ""


# --- the rule


def _verb_and_noun(operation: str) -> tuple[str, str]:
    """``CreateDBCluster`` as ``Create`` and ``DBCluster``."""
    match = re.match(r"[A-Z][a-z]+", operation)
    verb = match[0] if match else operation
    return verb, operation[len(verb) :]


def _noun_and_state(waiter: str) -> tuple[str, str]:
    """``DBClusterAvailable`` as ``DBCluster`` and ``Available``; the longest state that the name ends with."""
    for state in sorted(GOALS, key=len, reverse=True):
        if waiter.endswith(state) and waiter != state:
            return waiter.removesuffix(state), state
    return waiter, ""


def _identified(
    shape: Any, noun: str, parameters: Mapping[str, object], data: Mapping[str, object]
) -> dict[str, object] | None:
    """The read's parameters, taken by their names from the call's parameters and its answer; ``None`` where they do not
    say which one is meant.
    """
    if shape is None:
        return None
    known: dict[str, object] = {}
    for holder in (parameters, data, *(item for item in data.values() if isinstance(item, Mapping))):
        for name, value in holder.items():
            if isinstance(value, str | int) and not isinstance(value, bool):
                known.setdefault(str(name).lower(), value)
    found: dict[str, object] = {}
    for name, member in shape.members.items():
        if name in shape.required_members or _identifies(name, noun):
            value = _named(name, member, noun, known)
            if value is not None:
                found[name] = value
    if not found or any(name not in found for name in shape.required_members):
        return None
    return found if shape.required_members else dict(list(found.items())[:1])


def _identifies(name: str, noun: str) -> bool:
    """Whether a member of a read says which one: ``DBClusterIdentifier``, ``Names`` and the like."""
    low = name.lower()
    endings = ("", "name", "names", "id", "ids", "identifier", "identifiers", "arn", "arns")
    return low in {noun.lower() + ending for ending in endings} | {"name", "names", "id", "ids", "identifier", "arn"}


def _named(name: str, member: Any, noun: str, known: Mapping[str, object]) -> object:
    """The value for a read's member: of the same name, or under the name of the thing itself."""
    low = name.lower()
    single = low.removesuffix("s") if member.type_name == "list" else low
    for candidate in dict.fromkeys((single, noun.lower() + single, single.removeprefix(noun.lower()))):
        value = known.get(candidate)
        if value is None or not candidate:
            continue
        if member.type_name == "list":
            return [value]
        return value if member.type_name in ("string", "integer", "long") else None
    return None


def _spaced(state: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", state).lower() or "ready"
