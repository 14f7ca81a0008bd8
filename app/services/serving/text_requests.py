"""Bodies of ``/v1/completions`` and ``/v1/embeddings`` as requests to a model; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.parameters import ParameterSpec
from app.domain.ports import CompletionRequest
from app.services.serving.chat_request import seeded
from app.services.serving.generation import (
    Delivery,
    read_delivery,
    read_parameters,
    read_schema,
    refuse_services,
)
from app.services.serving.json_body import JsonObject

_MOST_PROMPTS = 64
_MOST_INPUTS = 2048
_MOST_ALTERNATIVES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class CompletionCall:
    """What a program asks. ``requests`` are in the order of the choices: all of one prompt, then the next prompt's."""

    requests: tuple[CompletionRequest, ...]
    delivery: Delivery
    echo: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EmbeddingCall:
    """Texts to be turned into vectors; ``base64`` is how the vectors are written."""

    texts: tuple[str, ...]
    base64: bool


def read_completion(body: JsonObject, *, model: str, specs: Sequence[ParameterSpec]) -> CompletionCall:
    """Take ``body`` (its ``model`` taken already) as requests to ``model``. Raises ``BadRequestError``."""
    prompts = _texts(body, "prompt", most=_MOST_PROMPTS)
    delivery = read_delivery(body)
    echo = body.flag("echo") or False
    logprobs = body.whole("logprobs", least=0, most=_MOST_ALTERNATIVES)
    if echo and logprobs is not None:
        raise body.fault("echo", "cannot be combined with 'logprobs': a prompt's own tokens are not scored.")
    body.refuse("suffix", "text is written after a prompt only.", unless=("",))
    body.refuse("best_of", "ask for 'n' answers and choose among them.", unless=(1, delivery.n))
    refuse_services(body)
    schema = read_schema(body)
    if len(prompts) * delivery.n > _MOST_PROMPTS:
        raise body.fault("n", f"asks for more than {_MOST_PROMPTS} answers in all.")
    parameters = read_parameters(body, specs)
    body.end()
    return CompletionCall(
        requests=tuple(
            CompletionRequest(
                model=model, prompt=prompt, parameters=seeded(parameters, index), schema=schema, logprobs=logprobs
            )
            for prompt in prompts
            for index in range(delivery.n)
        ),
        delivery=delivery,
        echo=echo,
    )


def read_embeddings(body: JsonObject) -> EmbeddingCall:
    """Take ``body`` (its ``model`` taken already) as texts. Raises ``BadRequestError``."""
    texts = _texts(body, "input", most=_MOST_INPUTS)
    for index, text in enumerate(texts):
        if not text:
            raise body.fault("input" if len(texts) == 1 else f"input[{index}]", "is empty.")
    form = body.text("encoding_format") or "float"
    if form not in ("float", "base64"):
        raise body.fault("encoding_format", f"is {form[:40]!r}, which is neither float nor base64.")
    body.refuse("dimensions", "a local model's vectors have the length they have.")
    body.ignore("user")
    body.end()
    return EmbeddingCall(texts=tuple(texts), base64=form == "base64")


def _texts(body: JsonObject, name: str, *, most: int) -> list[str]:
    if name not in body:
        raise body.fault(name, "is missing.")
    value = body.peek(name)
    listed = value if isinstance(value, list) else [value]
    if listed and all(isinstance(item, (int, list)) and not isinstance(item, bool) for item in listed):
        why = "holds token ids, which differ from model to model: send text."
        raise body.fault(name, why, code="unsupported_parameter")
    texts = body.texts(name, most=most)
    if not texts:
        raise body.fault(name, "is an empty list.")
    return texts
