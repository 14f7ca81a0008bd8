"""The API as a site: who may ask, which path does what, and the way of each answer, whole or in pieces.

Refuses every request that does not come from a program of this machine that was given the key: pages of a browser send
an ``Origin``, and pages that renamed this machine (DNS rebinding) another ``Host``.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, AsyncExitStack

from app.domain.errors import BatonError, RateLimitedError
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.serving import HttpAnswer, HttpHead
from app.domain.stream import Progress, StreamEvent
from app.services.serving.answers import STREAM_END, Heading, Json, piece
from app.services.serving.chat_answer import ChatAnswer
from app.services.serving.chat_request import read_chat
from app.services.serving.errors import error_object, plain_error, status_of
from app.services.serving.generation import Delivery
from app.services.serving.json_body import JsonObject, parse_object
from app.services.serving.local_runner import PROVIDER, LocalRunner
from app.services.serving.streams import JoinedStreams
from app.services.serving.text_answers import CompletionAnswer, embeddings_body
from app.services.serving.text_requests import read_completion, read_embeddings

log = logging.getLogger(__name__)

_JSON = {"content-type": "application/json", "cache-control": "no-store"}
_STREAM = {"content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store"}
_STILL_THERE = b": still working\n\n"  # a comment, which clients pass over
_NOTHING: tuple[int, StreamEvent] = (0, Progress(text=""))
_MODELS = "/v1/models"

Admit = Callable[[str, str, str], AbstractContextManager[None]]
"""Counts an answer in while it runs: what it is, of which model, for which program. Raises ``RateLimitedError``."""

_Work = Callable[[JsonObject, HttpHead], Awaitable[HttpAnswer]]


class OpenAISite:
    """The port ``HttpSite``. ``hosts``: the values of ``Host`` that name this server. ``silence_s``: after so long
    without a word of the model, a stream says that it is still there.
    """

    def __init__(self, *, runner: LocalRunner, key: str, admit: Admit, silence_s: float) -> None:
        self._runner = runner
        self._silence_s = silence_s
        self._key = key.encode()
        self._admit = admit
        self.hosts: frozenset[str] = frozenset()
        self._posts: Mapping[str, _Work] = {
            "/v1/chat/completions": self._chat,
            "/v1/completions": self._completion,
            "/v1/embeddings": self._embeddings,
        }

    def refusal(self, head: HttpHead) -> HttpAnswer | None:
        """Why the request is not taken, told before its body is read."""
        headers = head.headers
        if headers.get("host", "").lower() not in self.hosts:
            return self.fault(403, "The Host header names another server than this one.")
        if "origin" in headers:
            return self.fault(403, "Web pages may not ask this server.")
        known = self._posts.keys() | {"/health", _MODELS}
        if head.path not in known and not head.path.startswith(f"{_MODELS}/"):
            return self.fault(404, f"There is no {head.path[:200]!r} here.")
        if head.path == "/health":
            return self._method(head, "GET")
        if not self._has_key(headers.get("authorization", "")):
            refused = self.fault(401, "The key is missing or wrong. Send it as: Authorization: Bearer KEY")
            return _with(refused, {"www-authenticate": "Bearer"})
        if head.path in self._posts:
            kind = headers.get("content-type", "application/json").partition(";")[0].strip().lower()
            if head.method == "POST" and kind != "application/json":
                return self.fault(415, f"The body must be application/json, not {kind[:80]!r}.")
            return self._method(head, "POST")
        return self._method(head, "GET")

    async def answer(self, head: HttpHead, body: bytes) -> HttpAnswer:
        """Answer a request that was not refused."""
        try:
            if head.path == "/health":
                return _json({"status": "ok"})
            if head.path == _MODELS:
                return _json({"object": "list", "data": [_model(name) for name in await self._runner.names()]})
            if head.path.startswith(f"{_MODELS}/"):
                model = await self._runner.model(_unquoted(head.path.removeprefix(f"{_MODELS}/")))
                return _json(_model(model.name))
            return await self._posts[head.path](parse_object(body), head)
        except BatonError as error:
            return _failure(error)

    def fault(self, status: int, message: str) -> HttpAnswer:
        """An error of the HTTP layer, in the API's own form."""
        return _json(plain_error(message, status), status=status)

    async def _chat(self, body: JsonObject, head: HttpHead) -> HttpAnswer:
        info = await self._runner.writer(body.required_text("model"))
        call = read_chat(body, model=info.id.name, specs=info.capabilities.parameters)
        answer = ChatAnswer(call, _heading("chatcmpl", info.id.name))
        return await self._generate("chat", info.id.name, head, call.requests, answer, call.delivery)

    async def _completion(self, body: JsonObject, head: HttpHead) -> HttpAnswer:
        info = await self._runner.writer(body.required_text("model"))
        call = read_completion(body, model=info.id.name, specs=info.capabilities.parameters)
        answer = CompletionAnswer(call, _heading("cmpl", info.id.name))
        return await self._generate("completion", info.id.name, head, call.requests, answer, call.delivery)

    async def _embeddings(self, body: JsonObject, head: HttpHead) -> HttpAnswer:
        name = (await self._runner.model(body.required_text("model"))).name
        call = read_embeddings(body)
        with self._admit("embeddings", name, _program(head)):
            found = await self._runner.embed(name, call.texts)
            written = await asyncio.to_thread(embeddings_body, call, found, model=_served_id(name))
        return HttpAnswer(status=200, headers=_JSON, body=written)

    async def _generate(
        self,
        what: str,
        model: str,
        head: HttpHead,
        requests: Sequence[ChatRequest | CompletionRequest],
        answer: ChatAnswer | CompletionAnswer,
        delivery: Delivery,
    ) -> HttpAnswer:
        """Run the requests beside each other. What fails before anything was said has a status of its own."""
        async with AsyncExitStack() as stack:
            stack.enter_context(self._admit(what, model, _program(head)))
            joined = await stack.enter_async_context(
                JoinedStreams([self._runner.stream(request) for request in requests])
            )
            if not delivery.stream:
                while (item := await joined.next()) is not None:
                    for _ in answer.add(*item):
                        pass
                return _json(answer.whole())
            first = await _first(joined, self._silence_s)
            return HttpAnswer(
                status=200,
                headers=_STREAM,
                body=_pieces(first, joined, answer, self._silence_s),
                done=stack.pop_all().aclose,
            )

    def _has_key(self, authorization: str) -> bool:
        scheme, _, key = authorization.partition(" ")
        given = key.strip().encode("utf-8", "replace")
        return scheme.lower() == "bearer" and hmac.compare_digest(given, self._key)

    def _method(self, head: HttpHead, wanted: str) -> HttpAnswer | None:
        if head.method == wanted:
            return None
        return _with(self.fault(405, f"{head.path!r} takes {wanted}, not {head.method[:20]!r}."), {"allow": wanted})


async def _first(joined: JoinedStreams, silence_s: float) -> tuple[int, StreamEvent] | None:
    """The first event worth a status, or ``None`` where a model takes its time: the stream then begins without one."""
    deadline = time.monotonic() + silence_s
    try:
        while (left_s := deadline - time.monotonic()) > 0:
            item = await joined.next(patience_s=left_s)
            if item is None or not isinstance(item[1], Progress):
                return item
    except TimeoutError:
        pass
    return None


async def _pieces(
    first: tuple[int, StreamEvent] | None,
    joined: JoinedStreams,
    answer: ChatAnswer | CompletionAnswer,
    silence_s: float,
) -> AsyncGenerator[bytes]:
    said_at = time.monotonic()
    try:
        item = first or await _next(joined, silence_s)
        while item is not None:
            made = [piece(value) for value in answer.add(*item)]
            if not made and time.monotonic() - said_at >= silence_s:
                made = [_STILL_THERE]
            for data in made:
                yield data
                said_at = time.monotonic()
            item = await _next(joined, silence_s)
        if (last := answer.last_piece()) is not None:
            yield piece(last)
        yield STREAM_END
    except BatonError as error:
        yield piece(error_object(error))
    except Exception:  # whatever it is, the program must not take the cut answer for a whole one
        log.exception("an answer for another program failed")
        yield piece(plain_error("Something went wrong that Baton did not foresee; its log has the details.", 500))


async def _next(joined: JoinedStreams, silence_s: float) -> tuple[int, StreamEvent] | None:
    """The next event, or one that says nothing where none comes for a while."""
    try:
        return await joined.next(patience_s=silence_s)
    except TimeoutError:
        return _NOTHING


def _heading(prefix: str, model: str) -> Heading:
    return Heading(id=f"{prefix}-{uuid.uuid4().hex}", created=int(time.time()), model=_served_id(model))


def _served_id(name: str) -> str:
    return f"{PROVIDER}:{name}"


def _model(name: str) -> Json:
    return {"id": _served_id(name), "object": "model", "created": 0, "owned_by": "baton"}


def _program(head: HttpHead) -> str:
    return head.headers.get("user-agent", "")[:120]


def _unquoted(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)


def _json(value: object, *, status: int = 200) -> HttpAnswer:
    return HttpAnswer(status=status, headers=_JSON, body=json.dumps(value).encode("ascii"))


def _failure(error: BatonError) -> HttpAnswer:
    refused = _json(error_object(error), status=status_of(error))
    if isinstance(error, RateLimitedError):
        return _with(refused, {"retry-after": str(max(1, round(error.retry_after_s or 1)))})
    return refused


def _with(answer: HttpAnswer, headers: Mapping[str, str]) -> HttpAnswer:
    return HttpAnswer(status=answer.status, headers={**answer.headers, **headers}, body=answer.body)
