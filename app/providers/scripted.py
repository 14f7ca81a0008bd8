"""The scripted provider: answers written in advance, for tests, demonstrations and pictures of the window.

A real provider in all but the model: it streams, waits, fails, honours cancelling. Asks nobody and needs no key.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import BatonError, NotFoundError
from app.domain.models import Capabilities, ModelId, ModelInfo, Price
from app.domain.parameters import MAX_TOKENS, REASONING_EFFORT, TEMPERATURE
from app.domain.ports import ChatRequest
from app.domain.stream import Finished, FinishReason, StreamEvent, TextDelta, ToolCallRequested, Usage

Step = StreamEvent | BatonError | asyncio.Event
Turn = Iterable[Step]


_CAPABILITIES = Capabilities(
    context_tokens=32_768,
    max_output_tokens=8_192,
    tools=True,
    reasoning=True,
    json_schema=True,
    parameters=(TEMPERATURE, MAX_TOKENS, REASONING_EFFORT),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScriptedModel:
    """One model of the provider, with what it claims to be able to do and to cost."""

    name: str = "script"
    capabilities: Capabilities = _CAPABILITIES
    price: Price | None = None


class ScriptedProvider:
    """Answers the n-th request with the n-th turn, or with what ``turns`` returns for the request.

    A turn's steps are stream events, which are yielded; errors, which are raised; and ``asyncio.Event`` values, which
    are waited for, so that a test decides when an answer goes on. ``Usage`` and ``Finished`` are added where a turn
    that ends has none. ``requests`` holds what was asked, and ``closed`` counts the streams that ended, whichever way.
    """

    needs_key = False

    def __init__(
        self,
        turns: Sequence[Turn] | Callable[[ChatRequest], Turn] = (),
        *,
        name: str = "scripted",
        title: str = "Scripted answers",
        models: Sequence[ScriptedModel] = (ScriptedModel(),),
        is_private: bool = True,
    ) -> None:
        self.name = name
        self.title = title
        self.requests: list[ChatRequest] = []
        self.closed = 0
        self._turns = turns
        self._models = tuple(models)
        self._is_private = is_private

    async def models(self) -> Sequence[ModelInfo]:
        """The models it was given."""
        return tuple(
            ModelInfo(
                id=ModelId(self.name, model.name),
                title=f"{self.title}: {model.name}",
                capabilities=model.capabilities,
                price=model.price,
                is_private=self._is_private,
            )
            for model in self._models
        )

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Play the next turn. Raises ``NotFoundError`` for a model it has not, and once the script has run out."""
        if request.model not in {model.name for model in self._models}:
            raise NotFoundError(f"There is no scripted model {request.model!r}.")
        self.requests.append(request)
        turn = self._turn(request, len(self.requests) - 1)
        words, called, counted = 0, False, False
        try:
            for step in turn:
                match step:
                    case asyncio.Event():
                        await step.wait()
                        continue
                    case BatonError():
                        raise step
                    case TextDelta(text=text):
                        words += len(text.split())
                    case ToolCallRequested():
                        called = True
                    case Usage():
                        counted = True
                    case Finished():
                        yield step
                        return
                    case _:
                        pass
                yield step
            if not counted:
                asked = sum(len(message.text.split()) for message in request.messages)
                yield Usage(input_tokens=asked, output_tokens=words)
            yield Finished(reason=FinishReason.TOOL_CALLS if called else FinishReason.STOP)
        finally:
            self.closed += 1

    async def aclose(self) -> None:
        """Nothing to release."""

    def _turn(self, request: ChatRequest, position: int) -> Turn:
        if callable(self._turns):
            return self._turns(request)
        if position >= len(self._turns):
            raise NotFoundError("The script has no further answer.", remedy="Give the scripted model more turns.")
        return self._turns[position]


def words(text: str) -> list[Step]:
    """``text`` as a turn that streams it word by word."""
    return [TextDelta(text=piece) for piece in text.replace(" ", " \0").split("\0") if piece]
