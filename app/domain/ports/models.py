"""Models and their vendors: what answers, counts, lists and takes batches, and the stages on the way there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from app.domain.batch import VendorBatch, VendorResult
from app.domain.context import Overflow, OverflowQuestion
from app.domain.models import ModelInfo
from app.domain.requests import ChatRequest
from app.domain.stream import StreamEvent

Proceed = Callable[[ChatRequest], AsyncGenerator[StreamEvent]]
"""The rest of the way to a model: the stages that follow, and at last its provider."""


class AnswerStage(Protocol):
    """A stage on the one way from a request to a model, whoever asks: it may refuse, change what is sent, answer in
    the model's place, watch and change what comes back. Raises ``BatonError`` to refuse.
    """

    def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """Answer ``request``, by ``proceed`` or without it. Closing the generator closes what it proceeded with."""
        ...


class ChatProvider(Protocol):
    """A vendor of models. ``name`` is the provider part of its model ids."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def needs_key(self) -> bool: ...

    async def models(self) -> Sequence[ModelInfo]:
        """The models that can be used now, from the vendor's own endpoint."""
        ...

    def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer: see :mod:`app.domain.stream`. Closing the iterator stops the vendor's work."""
        ...

    async def aclose(self) -> None:
        """Release connections and processes. Safe to call twice."""
        ...


@runtime_checkable
class TakesUnlistedModels(Protocol):
    """A provider that can also be asked for models it does not list: fine-tuned, previewed or brand-new ones."""

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model by its name alone; asks nobody."""
        ...


@runtime_checkable
class CountsTokens(Protocol):
    """A provider that can say exactly how many tokens a request is, before it is sent. Raises what answering raises."""

    async def count_tokens(self, request: ChatRequest) -> int:
        """How many tokens ``request`` is; may load its model, or ask its vendor."""
        ...


@runtime_checkable
class PlansContext(Protocol):
    """A provider whose models' context is a matter of how they are loaded, not of what is listed."""

    async def context_tokens(self, model: str) -> int:
        """How many tokens a model keeps in mind as it is loaded now, or would be; loads nothing."""
        ...


class VendorBatches(Protocol):
    """A vendor's own interface for many requests at once. Everything raises what answering raises."""

    @property
    def most_requests(self) -> int:
        """How many requests one batch may have."""
        ...

    @property
    def most_bytes(self) -> int:
        """How many bytes they may be in all."""
        ...

    @property
    def price_share(self) -> float:
        """What a request in a batch costs, of what it costs by itself."""
        ...

    def check(self, request: ChatRequest) -> None:
        """Raise ``UnsupportedError`` where ``request`` cannot be sent; the vendor is not asked."""
        ...

    async def submit(self, requests: Sequence[tuple[str, ChatRequest]], *, mark: str) -> VendorBatch:
        """Hand over requests, each under a ``custom_id`` of its own that begins with ``mark``; costs money."""
        ...

    async def find(self, mark: str, *, requests: int, since: datetime) -> VendorBatch | None:
        """The batch that was submitted under ``mark`` at ``since`` or soon after, with so many requests, if it ever
        arrived. Raises ``UsageError`` where that cannot be told yet.
        """
        ...

    async def look(self, batch_id: str) -> VendorBatch:
        """How far a batch is. Raises ``NotFoundError``."""
        ...

    def results(self, batch_id: str) -> AsyncGenerator[VendorResult]:
        """What became of the requests of a batch that ended, in any order; those without a word are left out."""
        ...

    async def cancel(self, batch_id: str) -> VendorBatch:
        """Ask for no more answers; what was answered can be fetched once the batch has ended."""
        ...


@runtime_checkable
class OffersBatches(Protocol):
    """A provider whose vendor may take batches."""

    @property
    def batches(self) -> VendorBatches | None:
        """``None`` where this one's does not."""
        ...


@runtime_checkable
class HasAddress(Protocol):
    """A provider that is a server somewhere."""

    @property
    def address(self) -> str:
        """Where it is reached."""
        ...


@runtime_checkable
class Moderates(Protocol):
    """A provider with an endpoint that judges texts."""

    async def moderate(self, text: str) -> Sequence[str]:
        """What ``text`` was flagged for, as the vendor calls it; empty where it may pass. Raises what answering
        raises.
        """
        ...


class OverflowAsker(Protocol):
    """How a front end asks what to do where a chat is longer than its model's context."""

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        """``DROP``, ``SUMMARISE`` or ``STOP``; ``None`` where nobody can answer. Nothing is sent before."""
        ...
