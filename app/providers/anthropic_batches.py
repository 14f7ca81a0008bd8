"""Anthropic's Message Batches as the port ``VendorBatches``: many requests, answered within a day at half the price.

Knows no SDK: the provider hands in its calls.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

from app.domain.batch import VendorBatch, VendorBatchState, VendorResult
from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.providers.anthropic_wire import MessagesStream, payload
from app.providers.batch_calls import CANCELLED, EXPIRED, Calls
from app.providers.exchanges import count_of, json_body, mapping, sequence, text_of
from app.providers.faults import Exchange, malformed, status_fault, status_of_kind
from app.providers.profiles import Profile

_PATH = "/v1/messages/batches"
_PAGE = 100
_CLOCKS_APART = timedelta(days=1)  # no batch runs for longer
_STATES = {"canceling": VendorBatchState.CANCELLING, "ended": VendorBatchState.ENDED}


class AnthropicBatches:
    """``profile`` tells a model's family; ``exchange`` makes the record of a request, for its errors."""

    most_requests = 10_000
    price_share = 0.5  # platform.claude.com, Batch processing: "50% of the standard API prices"
    most_bytes = 64 << 20  # of the 256 MB that the API takes; JSON may escape what it holds

    def __init__(
        self, *, provider: str, calls: Calls, profile: Callable[[str], Profile], exchange: Callable[[], Exchange]
    ) -> None:
        self._provider = provider
        self._calls = calls
        self._profile = profile
        self._exchange = exchange

    def check(self, request: ChatRequest) -> None:
        """See the port."""
        self._params(request)

    async def submit(self, requests: Sequence[tuple[str, ChatRequest]], *, mark: str) -> VendorBatch:  # noqa: ARG002  # its ids carry it
        """See the port."""
        content = await json_body(
            lambda: {"requests": [{"custom_id": id, "params": self._params(request)} for id, request in requests]}
        )
        return self._read(await self._calls.call("POST", _PATH, content=content))

    async def find(self, mark: str, *, requests: int, since: datetime) -> VendorBatch | None:
        """See the port. The API keeps no mark of a batch, so it is known by its size and time, and by the ids in its
        results once there are any.
        """
        running: list[VendorBatch] = []
        async for entry in self._listed(since - _CLOCKS_APART):
            batch = self._read(entry)
            if batch.total != requests:
                continue
            if batch.state is not VendorBatchState.ENDED:
                running.append(batch)
            elif await self._is_marked(batch, mark):
                return batch
        if len(running) > 1:
            raise UsageError(
                tr(
                    "{count} batches of {requests} requests are under way, and any of them may be this one.",
                    count=len(running),
                    requests=requests,
                ),
                remedy=tr("Go on with --resume once they have ended: their results tell them apart."),
            )
        return running[0] if running else None

    async def look(self, batch_id: str) -> VendorBatch:
        """See the port."""
        return self._read(await self._calls.call("GET", f"{_PATH}/{batch_id}"))

    async def results(self, batch_id: str) -> AsyncGenerator[VendorResult]:
        """See the port."""
        async with aclosing(self._calls.lines(f"{_PATH}/{batch_id}/results")) as lines:
            async for line in lines:
                yield self._result(line)

    async def cancel(self, batch_id: str) -> VendorBatch:
        """See the port."""
        return self._read(await self._calls.call("POST", f"{_PATH}/{batch_id}/cancel"))

    def _params(self, request: ChatRequest) -> Mapping[str, object]:
        return payload(request, self._profile(request.model), provider=self._provider)

    async def _listed(self, since: datetime) -> AsyncGenerator[Mapping[str, object]]:
        """Batches, the newest first, down to those of ``since``."""
        after = ""
        while True:
            params: dict[str, object] = {"limit": _PAGE} | ({"after_id": after} if after else {})
            page = await self._calls.call("GET", _PATH, params=params)
            entries = [mapping(entry) for entry in sequence(page.get("data"))]
            for entry in entries:
                if _moment(entry.get("created_at")) < since:
                    return
                yield entry
            last = text_of(page.get("last_id"))
            if not page.get("has_more") or not last or last == after:
                return
            after = last

    async def _is_marked(self, batch: VendorBatch, mark: str) -> bool:
        async with aclosing(self.results(batch.id)) as results:
            async for result in results:
                return result.custom_id.startswith(mark)
        return False

    def _read(self, entry: Mapping[str, object]) -> VendorBatch:
        id, counts = text_of(entry.get("id")), mapping(entry.get("request_counts"))
        if not id:
            raise malformed(self._exchange(), entry)
        ended = sum(count_of(counts.get(name)) for name in ("succeeded", "errored", "canceled", "expired"))
        return VendorBatch(
            id=id,
            state=_STATES.get(text_of(entry.get("processing_status")), VendorBatchState.RUNNING),
            total=ended + count_of(counts.get("processing")),
            ended=ended,
        )

    def _result(self, line: Mapping[str, object]) -> VendorResult:
        custom_id, result = text_of(line.get("custom_id")), mapping(line.get("result"))
        match result.get("type"):
            case "succeeded":
                message = mapping(result.get("message"))
                fold = MessagesStream(ModelId(self._provider, text_of(message.get("model"))))
                return VendorResult(custom_id=custom_id, events=tuple(fold.whole(message)))
            case "expired":
                return VendorResult(custom_id=custom_id, error=tr(EXPIRED))
            case "canceled":
                return VendorResult(custom_id=custom_id, error=tr(CANCELLED))
            case _:
                error = mapping(result.get("error"))
                error = mapping(error.get("error")) or error
                kind = text_of(error.get("type"))
                fault = status_fault(
                    self._exchange(), status_of_kind(kind, 200), said=text_of(error.get("message")), kind=kind
                )
                return VendorResult(custom_id=custom_id, error=str(fault))


def _moment(value: object) -> datetime:
    try:
        at = datetime.fromisoformat(text_of(value))
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
