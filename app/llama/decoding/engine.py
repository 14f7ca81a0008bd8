"""Decodes many answers at once: one batch a step, made of every answer's next token and of prompts still to be read.

Runs in the worker alone; knows no pipes and no processes. A plain loop over llama.cpp's low-level interface, whose cost
a token does not grow with the answer.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    ModelFileError,
    UnsupportedError,
    WorkerDiedError,
)
from app.domain.language import tr
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.stream import (
    CONTEXT_FULL,
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    Scores,
    StreamEvent,
    TextDelta,
    Usage,
)
from app.llama.decoding.context import DecodeContext, Decoded
from app.llama.decoding.loading import LoadedModel
from app.llama.decoding.prompt_cache import PromptCache
from app.llama.decoding.sampling import Sampler
from app.llama.decoding.text_stream import TextStream
from app.llama.formats.chat_format import ChatFormat, Parser, Prepared
from app.llama.protocol import Load

_PROGRESS_FROM_TOKENS = 1024  # a shorter prompt is read before anybody wonders
_MOST_STOP_TEXTS = 256

Said = Callable[[int, StreamEvent | BatonError], None]


@dataclass(slots=True, eq=False)
class _Answer:
    """One request being answered: its prompt and what was written, of which ``read`` tokens lie in ``sequence``."""

    id: int
    tokens: list[int]
    prompt_tokens: int
    limit: int
    sampler: Sampler
    parser: Parser
    stream: TextStream
    logprobs: int | None
    began_s: float
    sequence: int | None = None
    read: int = 0
    cached: int | None = None  # known once it is first given a sequence
    reasoning: int = 0
    first_token_s: float | None = None
    in_batch: int = 0  # tokens of it in the batch being decoded
    index: int = -1  # of its last token in that batch
    told_waiting: bool = False

    @property
    def written(self) -> int:
        return len(self.tokens) - self.prompt_tokens

    @property
    def missing(self) -> int:
        return len(self.tokens) - self.read


class Engine:
    """A model in memory, answering.

    ``said`` is told every event of an answer by its id, the last one being :class:`Finished` or an error. ``progress``
    is told how much is loaded and returns whether to go on. ``alive`` is called while llama.cpp computes. Raises
    :class:`ModelFileError` or :class:`OutOfMemoryError`, judged by what llama.cpp logged (``log_tail``).
    """

    def __init__(
        self,
        load: Load,
        *,
        said: Said,
        progress: Callable[[float], bool],
        alive: Callable[[], None],
        cancelled: Callable[[int], bool],
        log_tail: Callable[[], str],
    ) -> None:
        self._said = said
        self._alive = alive
        self._cancelled = cancelled
        self._log_tail = log_tail
        self._waiting: deque[_Answer] = deque()
        self._running: list[_Answer] = []
        self._batched: list[_Answer] = []
        self._crowded = False  # somebody had to make room, and waits until another answer ends
        self._pieces: dict[int, bytes] = {}
        self._model = LoadedModel(load, progress=progress, log_tail=log_tail)
        try:
            if not self._model.generates:
                raise ModelFileError(
                    tr("This model reads text and writes none."),
                    remedy=tr("Choose a model that generates text, such as an instruct model."),
                )
            self._context = DecodeContext(self._model, load, abort=self._abort, log_tail=log_tail)
        except BaseException:
            self._model.close()
            raise
        try:
            self._model.apply_adapters(self._context.handle)
            self._format = ChatFormat(
                self._model.chat_template,
                bos=self._model.bos,
                eos=self._model.eos,
                control_texts=self._model.control_texts.values(),
            )
        except BaseException:
            self.close()
            raise
        self._cache = PromptCache(
            self._context,
            sequences=load.sequences,
            limit_bytes=load.cache_bytes,
            whole_only=self._model.keeps_whole_state,
        )
        self.context_tokens = self._context.context_tokens
        self.notes = self._format.notes

    def close(self) -> None:
        """Free the context and the model. The engine is of no use afterwards."""
        for answer in (*self._running, *self._waiting):
            answer.sampler.close()
        self._running.clear()
        self._waiting.clear()
        self._context.close()
        self._model.close()

    @property
    def is_busy(self) -> bool:
        """Whether there is anything to decode."""
        return bool(self._running or self._waiting)

    def submit(self, id: int, request: ChatRequest | CompletionRequest) -> None:
        """Queue a request for :meth:`step`. Raises :class:`ContextOverflowError`, :class:`UnsupportedError`."""
        began_s = time.monotonic()
        prompt, prepared = self._prepare(request)
        sampler = Sampler(
            self._model,
            request.parameters,
            prompt=prompt,
            context_tokens=self.context_tokens,
            grammar=prepared.grammar,
            markers=self._format.markers,
        )
        try:
            answer = _Answer(
                id=id,
                tokens=prompt,
                prompt_tokens=len(prompt),
                limit=self._output_limit(request, len(prompt)),
                sampler=sampler,
                parser=prepared.parser,
                stream=TextStream((*_stop_texts(request), *prepared.stops)),
                logprobs=request.logprobs,
                began_s=began_s,
            )
        except BaseException:
            sampler.close()
            raise
        self._waiting.append(answer)

    def count(self, request: ChatRequest) -> int:
        """How many tokens a request is. Raises :class:`UnsupportedError`."""
        return len(self._model.tokenize(self._format.prepare(request).prompt, special=True, beginning=True))

    def step(self) -> None:
        """Decode one batch and say what came of it."""
        self._drop_cancelled()
        self._admit()
        if not self._fill_batch():
            return
        match self._context.decode():
            case Decoded.DONE:
                self._take_in()
            case Decoded.FULL:
                self._make_room()
            case Decoded.ABORTED:
                self._take_back()
            case Decoded.FAILED:
                self._fail_batch()
        self._alive()

    def _prepare(self, request: ChatRequest | CompletionRequest) -> tuple[list[int], Prepared]:
        if isinstance(request, CompletionRequest):
            prepared = Prepared(
                prompt=request.prompt, parser=_PlainText(), grammar=self._format.schema_grammar(request.schema)
            )
        else:
            prepared = self._format.prepare(request)
        prompt = self._model.tokenize(prepared.prompt, special=True, beginning=True)
        if not prompt:
            raise UnsupportedError(tr("There is nothing to answer."), remedy=tr("Write a message first."))
        return prompt, prepared

    def _output_limit(self, request: ChatRequest | CompletionRequest, prompt_tokens: int) -> int:
        room: int = self.context_tokens - prompt_tokens
        if room <= 0:
            raise ContextOverflowError(
                tr(
                    "The conversation takes {count} tokens, and {model!r} is loaded with room for {room}.",
                    count=prompt_tokens,
                    model=request.model,
                    room=self.context_tokens,
                ),
                remedy=tr("Start a new chat, shorten the message, or raise the context in Settings > Local models."),
            )
        wanted = request.parameters.get("max_tokens")
        if not isinstance(wanted, (int, float)) or not wanted < room:
            return room
        return max(int(wanted), 1)

    def _drop_cancelled(self) -> None:
        for answer in [answer for answer in self._running if self._cancelled(answer.id)]:
            self._finish(answer, FinishReason.CANCELLED)
        for answer in [answer for answer in self._waiting if self._cancelled(answer.id)]:
            self._waiting.remove(answer)
            self._finish(answer, FinishReason.CANCELLED)

    def _admit(self) -> None:
        """Give waiting answers sequences, in their order."""
        while self._waiting:
            answer = self._waiting[0]
            lease = None if self._crowded and self._running else self._cache.acquire(answer.tokens)
            if lease is None:
                if not answer.told_waiting:
                    answer.told_waiting = True
                    self._said(answer.id, Progress(text=tr("Waiting for other answers of this model")))
                return
            self._waiting.popleft()
            answer.sequence, answer.read = lease.sequence, lease.reused
            if answer.cached is None:
                answer.cached = lease.reused
            self._running.append(answer)

    def _fill_batch(self) -> bool:
        """What is being written first, a token each; then what is being read, as much as there is room for."""
        self._batched = []
        for answer in sorted(self._running, key=lambda answer: answer.missing > 1):
            count = min(answer.missing, self._context.batch.room)
            if count == 0:
                break
            assert answer.sequence is not None
            if count < answer.missing or count == self._context.batch.size:
                self._tell_reading(answer)
            chunk = answer.tokens[answer.read : answer.read + count] if answer.missing > 1 else answer.tokens[-1:]
            answer.index = self._context.batch.add(answer.sequence, answer.read, chunk, output=count == answer.missing)
            answer.in_batch = count
            self._batched.append(answer)
        return bool(self._batched)

    def _tell_reading(self, answer: _Answer) -> None:
        start = answer.cached or 0
        if answer.written == 0 and answer.prompt_tokens - start >= _PROGRESS_FROM_TOKENS:
            fraction = max(answer.read - start, 0) / (answer.prompt_tokens - start)
            self._said(answer.id, Progress(text=tr("Reading the conversation"), fraction=fraction))

    def _take_in(self) -> None:
        for answer in self._batched:
            assert answer.sequence is not None
            self._cache.extend(answer.sequence, answer.tokens[answer.read : answer.read + answer.in_batch])
            answer.read += answer.in_batch
        for answer in self._batched:
            if answer.missing == 0:
                try:
                    self._write(answer)
                except BatonError as error:
                    self._end(answer)
                    self._said(answer.id, error)

    def _write(self, answer: _Answer) -> None:
        """Choose the next token of an answer, and say what it adds."""
        if answer.first_token_s is None:
            answer.sampler.check(self._context, answer.index)
        token = answer.sampler.sample(self._context, answer.index, is_thought=answer.parser.is_thinking)
        answer.tokens.append(token)
        if answer.first_token_s is None:
            answer.first_token_s = time.monotonic() - answer.began_s
        if answer.logprobs is not None:
            score = answer.sampler.score(self._context, answer.index, token, answer.logprobs)
            self._said(answer.id, Scores(tokens=(score,)))
        if self._model.is_end(token):
            self._finish(answer, FinishReason.STOP)
            return
        events = answer.parser.feed(answer.stream.feed(self._piece(token)))
        answer.reasoning += any(isinstance(event, ReasoningDelta) for event in events)
        for event in events:
            self._said(answer.id, event)
        if answer.stream.stopped:
            self._finish(answer, FinishReason.STOP)
        elif answer.written >= answer.limit:
            self._finish(answer, FinishReason.LENGTH)

    def _finish(self, answer: _Answer, reason: FinishReason) -> None:
        self._end(answer)
        events: list[StreamEvent] = []
        if answer.written:
            if not answer.stream.stopped:
                events += answer.parser.feed(answer.stream.finish())
            events += answer.parser.finish()
        events.append(
            Usage(
                input_tokens=answer.prompt_tokens,
                output_tokens=answer.written,
                cached_input_tokens=answer.cached or 0,
                reasoning_tokens=answer.reasoning,
                first_token_s=answer.first_token_s,
                duration_s=time.monotonic() - answer.began_s,
            )
        )
        if answer.parser.calls and reason is FinishReason.STOP:
            reason = FinishReason.TOOL_CALLS
        full = reason is FinishReason.LENGTH and len(answer.tokens) >= self.context_tokens
        events.append(Finished(reason=reason, detail=CONTEXT_FULL if full else ""))
        for event in events:
            self._said(answer.id, event)

    def _end(self, answer: _Answer) -> None:
        """Give back what an answer holds."""
        answer.sampler.close()
        if answer.sequence is not None:
            self._running.remove(answer)
            self._cache.release(answer.sequence)
            answer.sequence = None
            self._crowded = False

    def _make_room(self) -> None:
        """The context is full: what is idle goes first, then the youngest answer waits until the others are done."""
        if self._cache.make_room():
            return
        if len(self._running) > 1:
            answer = self._running.pop()
            self._crowded = True
            assert answer.sequence is not None
            self._cache.release(answer.sequence)
            answer.sequence, answer.read = None, 0
            self._waiting.appendleft(answer)
            self._cache.make_room()
            return
        answer = self._running[0]
        if answer.written:
            self._finish(answer, FinishReason.LENGTH)
        else:
            self._fail_batch()

    def _take_back(self) -> None:
        """The batch was given up on halfway: what it brought into the sequences goes again."""
        for answer in self._batched:
            assert answer.sequence is not None
            answer.read = self._cache.cut(answer.sequence, answer.read)

    def _fail_batch(self) -> None:
        detail = f"llama_decode failed\n{self._log_tail()}"
        for answer in self._batched:
            assert answer.sequence is not None
            self._cache.cut(answer.sequence, 0)
            self._end(answer)
            self._said(
                answer.id,
                WorkerDiedError(
                    tr("llama.cpp could not go on with this answer."),
                    remedy=tr("Send the message again."),
                    detail=detail,
                ),
            )

    def _abort(self) -> bool:
        """Asked between the steps of a large batch: give it up as soon as somebody in it does not want it any more."""
        self._alive()
        return any(self._cancelled(answer.id) for answer in self._batched)

    def _piece(self, token: int) -> bytes:
        """The bytes a token writes. A control token writes nothing, unless the answer's parser looks for its text."""
        piece = self._pieces.get(token)
        if piece is None:
            piece = self._model.piece(token)
            if not piece:
                special = self._model.piece(token, special=True)
                piece = special if special.decode("utf-8", "replace") in self._format.markers else b""
            self._pieces[token] = piece
        return piece


@dataclass(slots=True)
class _PlainText:
    """The parser of an answer in which nothing but text is looked for."""

    calls: int = field(default=0, init=False)
    is_thinking: bool = field(default=False, init=False)

    def feed(self, text: str) -> list[StreamEvent]:
        return [TextDelta(text=text)] if text else []

    def finish(self) -> list[StreamEvent]:
        return []


def _stop_texts(request: ChatRequest | CompletionRequest) -> Sequence[str]:
    wanted = request.parameters.get("stop", ())
    if not isinstance(wanted, (list, tuple)) or not all(isinstance(text, str) and text for text in wanted):
        raise UnsupportedError(
            tr("stop takes a list of texts that are not empty."), remedy=tr("Change it in the model dock.")
        )
    if len(wanted) > _MOST_STOP_TEXTS:
        raise UnsupportedError(
            tr(
                "An answer can stop at one of {most} texts, and {count} were given.",
                most=_MOST_STOP_TEXTS,
                count=len(wanted),
            ),
            remedy=tr("Give fewer."),
        )
    return wanted
