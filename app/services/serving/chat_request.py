"""A body of ``/v1/chat/completions`` as a request to a model; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.parameters import ParameterSpec
from app.domain.ports import ChatRequest
from app.services.serving.generation import (
    Delivery,
    read_delivery,
    read_parameters,
    read_schema,
    refuse_services,
)
from app.services.serving.json_body import JsonObject
from app.services.serving.messages import read_messages, read_tool_choice, read_tools

_MOST_ALTERNATIVES = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatCall:
    """What a program asks. ``first_call_only``: of several tool calls, it takes the first."""

    request: ChatRequest
    delivery: Delivery
    first_call_only: bool

    @property
    def requests(self) -> Sequence[ChatRequest]:
        """One request for each answer; a seed is counted up, for equal seeds would give equal answers."""
        return [replace(self.request, parameters=seeded(self.request.parameters, i)) for i in range(self.delivery.n)]


def read_chat(body: JsonObject, *, model: str, specs: Sequence[ParameterSpec]) -> ChatCall:
    """Take ``body`` (its ``model`` taken already) as a request to ``model``, which takes the parameters ``specs``.

    Raises :class:`~app.services.serving.json_body.BadRequestError` for whatever is wrong, unknown or not supported.
    """
    dialogue = read_messages(body)
    tools = read_tools(body)
    choice = read_tool_choice(body, tools)
    parallel = body.flag("parallel_tool_calls")
    delivery = read_delivery(body)
    refuse_services(body)
    schema = read_schema(body)
    wanted = body.flag("logprobs") or False
    alternatives = body.whole("top_logprobs", least=0, most=_MOST_ALTERNATIVES)
    if alternatives is not None and not wanted:
        raise body.fault("top_logprobs", "is only for an answer with 'logprobs' set to true.")
    parameters = read_parameters(body, specs)
    body.end()
    request = ChatRequest(
        model=model,
        messages=dialogue.messages,
        system=dialogue.system,
        tools=tools,
        parameters=parameters,
        schema=schema,
        tool_choice=choice,
        logprobs=(alternatives or 0) if wanted else None,
    )
    return ChatCall(request=request, delivery=delivery, first_call_only=parallel is False)


def seeded(parameters: object, index: int) -> dict[str, object]:
    """The parameters of the answer ``index`` of several."""
    assert isinstance(parameters, dict)
    seed = parameters.get("seed")
    return {**parameters, "seed": (seed + index) % 2**31} if index and isinstance(seed, int) else parameters
