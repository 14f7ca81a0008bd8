"""OpenAI's Batch interface as the port ``VendorBatches``: a file of requests for the Responses API, answered in a day.

Knows no SDK: the provider hands in its calls.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta

from app.domain.batch import VendorBatch, VendorBatchState, VendorResult
from app.domain.language import tr
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.providers import openai_responses
from app.providers.batch_calls import CANCELLED, EXPIRED, Calls
from app.providers.exchanges import count_of, json_body, mapping, sequence, text_of
from app.providers.faults import Exchange, malformed, status_fault, status_of_kind
from app.providers.openai_responses import ResponsesStream
from app.providers.profiles import Profile

_ENDPOINT = "/v1/responses"
_MARK = "baton"
_PAGE = 100
_CLOCKS_APART = timedelta(days=1)
_STATES = {"cancelling": VendorBatchState.CANCELLING} | dict.fromkeys(
    ("completed", "failed", "expired", "cancelled"), VendorBatchState.ENDED
)


class OpenAIBatches:
    """``payload`` makes the body for a request; ``exchange`` makes the record of a request, for its errors."""

    most_requests = 10_000
    price_share = 0.5  # platform.openai.com, Batch API: "50% discount on both inputs and outputs"
    most_bytes = 64 << 20  # of the 200 MB that the interface takes; JSON may escape what it holds

    def __init__(
        self, *, provider: str, calls: Calls, profile: Callable[[str], Profile], exchange: Callable[[], Exchange]
    ) -> None:
        self._provider = provider
        self._calls = calls
        self._profile = profile
        self._exchange = exchange

    def check(self, request: ChatRequest) -> None:
        """See the port."""
        self._body(request)

    async def submit(self, requests: Sequence[tuple[str, ChatRequest]], *, mark: str) -> VendorBatch:
        """See the port."""
        file = await self._calls.call("POST", "/files", upload=await asyncio.to_thread(self._file, requests))
        order = {
            "input_file_id": text_of(file.get("id")),
            "endpoint": _ENDPOINT,
            "completion_window": "24h",
            "metadata": {_MARK: mark},
        }
        return self._read(await self._calls.call("POST", "/batches", content=await json_body(lambda: order)))

    async def find(self, mark: str, *, requests: int, since: datetime) -> VendorBatch | None:  # noqa: ARG002  # the mark says all
        """See the port."""
        after = ""
        while True:
            params: dict[str, object] = {"limit": _PAGE} | ({"after": after} if after else {})
            page = await self._calls.call("GET", "/batches", params=params)
            entries = [mapping(entry) for entry in sequence(page.get("data"))]
            for entry in entries:
                if mapping(entry.get("metadata")).get(_MARK) == mark:
                    return self._read(entry)
            last = text_of(entries[-1].get("id")) if entries else ""
            too_old = bool(entries) and count_of(entries[-1].get("created_at")) < (since - _CLOCKS_APART).timestamp()
            if too_old or not page.get("has_more") or not last or last == after:
                return None
            after = last

    async def look(self, batch_id: str) -> VendorBatch:
        """See the port."""
        return self._read(await self._calls.call("GET", f"/batches/{batch_id}"))

    async def results(self, batch_id: str) -> AsyncGenerator[VendorResult]:
        """See the port."""
        entry = await self._calls.call("GET", f"/batches/{batch_id}")
        for name in ("output_file_id", "error_file_id"):
            if file_id := text_of(entry.get(name)):
                async with aclosing(self._calls.lines(f"/files/{file_id}/content")) as lines:
                    async for line in lines:
                        yield self._result(line)

    async def cancel(self, batch_id: str) -> VendorBatch:
        """See the port."""
        return self._read(await self._calls.call("POST", f"/batches/{batch_id}/cancel"))

    def _body(self, request: ChatRequest) -> Mapping[str, object]:
        # Without the thinking in words, which some accounts may not see: nobody watches a batch think.
        return openai_responses.payload(request, self._profile(request.model), provider=self._provider, summaries=False)

    def _file(self, requests: Sequence[tuple[str, ChatRequest]]) -> bytes:
        lines = (
            {"custom_id": id, "method": "POST", "url": _ENDPOINT, "body": self._body(request)}
            for id, request in requests
        )
        return b"".join(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for line in lines)

    def _read(self, entry: Mapping[str, object]) -> VendorBatch:
        id, counts = text_of(entry.get("id")), mapping(entry.get("request_counts"))
        if not id:
            raise malformed(self._exchange(), entry)
        faults = map(mapping, sequence(mapping(entry.get("errors")).get("data")))
        problems = [text_of(fault.get("message")) for fault in faults]
        return VendorBatch(
            id=id,
            state=_STATES.get(text_of(entry.get("status")), VendorBatchState.RUNNING),
            total=count_of(counts.get("total")),
            ended=count_of(counts.get("completed")) + count_of(counts.get("failed")),
            problem=self._exchange().shown(" ".join(problems[:3])) if any(problems) else None,
        )

    def _result(self, line: Mapping[str, object]) -> VendorResult:
        custom_id, response = text_of(line.get("custom_id")), mapping(line.get("response"))
        status, body = count_of(response.get("status_code")), mapping(response.get("body"))
        if status == 200:
            fold = ResponsesStream(ModelId(self._provider, text_of(body.get("model"))))
            return VendorResult(custom_id=custom_id, events=tuple(fold.whole(body)))
        error = mapping(body.get("error")) or mapping(line.get("error"))
        kind = text_of(error.get("code")) or text_of(error.get("type"))
        if kind == "batch_expired":
            return VendorResult(custom_id=custom_id, error=tr(EXPIRED))
        if kind == "batch_cancelled":
            return VendorResult(custom_id=custom_id, error=tr(CANCELLED))
        fault = status_fault(
            self._exchange(), status or status_of_kind(kind, 200), said=text_of(error.get("message")), kind=kind
        )
        return VendorResult(custom_id=custom_id, error=str(fault))
