"""Measures local models through all of Baton, beside bare loops over the same llama.cpp in the same run.

Every figure that matters is a ratio of two things done in turn, several times; the median of the ratios counts, so that
a machine that is busy with other things slows both.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import statistics
import string
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.errors import BatonError
from app.domain.figures import Better, Figure
from app.domain.stream import Finished, StreamEvent, TextDelta, Usage
from app.llama.bench.process import BareLoops, private_bytes

_ROUNDS = 7
_TOKENS = 64
_READ_TOKENS = 2048
_TURNS = 20
_AT_ONCE = 8
_EARLY, _LATE = 500, 8000
_HEARTBEAT_S = 0.002


class Chat(Protocol):
    """A conversation that goes on with every text said; its answers have the length it was made with."""

    def say(self, text: str) -> AsyncGenerator[StreamEvent]:
        """The answer's events, its usage last."""
        ...


@dataclass(frozen=True, slots=True)
class _Timed:
    """An answer's times, in seconds since it was asked for."""

    first_s: float
    end_s: float
    usage: Usage

    @property
    def token_s(self) -> float:
        """Seconds a token, from the first one on."""
        return (self.end_s - self.first_s) / max(self.usage.output_tokens - 1, 1)


class LocalMeasurement:
    """``chat(model, tokens)`` begins a chat with a model by its name; ``process_ids`` are the engine's.

    ``models`` are the files of :data:`app.llama.bench.models.SHAPES`, each known to Baton by its file's name.
    """

    def __init__(
        self,
        *,
        chat: Callable[[str, int], Chat],
        process_ids: Callable[[], Sequence[int]],
        bare: BareLoops,
        models: dict[str, Path],
    ) -> None:
        self._chat = chat
        self._process_ids = process_ids
        self._bare = bare
        self._models = models
        self._random = random.Random(0)  # noqa: S311 - words to read

    async def figures(self) -> list[Figure]:
        """All figures. Takes some minutes."""
        found = [await self._memory()]
        found += await self._generation("usual", "267 million parameters", goal=0.97)
        found += await self._generation("wide", "128,000 tokens in the vocabulary", goal=0.95)
        found.append(await self._beside_chat_completion())
        found.append(await self._reading())
        found += await self._late_turn()
        found.append(await self._many_at_once())
        found.append(await self._late_token())
        found.append(await self._blocking())
        found.append(await self._death())
        return found

    async def _generation(self, model: str, words: str, *, goal: float) -> list[Figure]:
        path = self._models[model]
        await self._timed(model, 40, 2)  # loads it
        ratios, rates = [], []
        for _ in range(_ROUNDS):
            timed = await self._timed(model, 200, _TOKENS)
            bare_s = self._bare.generate(path, depth=timed.usage.input_tokens, tokens=_TOKENS) / _TOKENS
            ratios.append(bare_s / timed.token_s)
            rates.append(1 / timed.token_s)
        return [
            _share(f"generation speed, of a bare loop's, {words}", ratios, goal),
            Figure(name=f"generation, {words}", value=statistics.median(rates), unit="tokens/s"),
        ]

    async def _beside_chat_completion(self) -> Figure:
        ratios = []
        for _ in range(3):
            timed = await self._timed("usual", 200, _TOKENS)
            chat_s = self._bare.chat(self._models["usual"], text=self._words(200), tokens=_TOKENS)
            ratios.append(chat_s / timed.token_s)
        name = "generation speed, of llama-cpp-python's create_chat_completion"
        return _share(name, ratios, 1.5)

    async def _reading(self) -> Figure:
        ratios = []
        for _ in range(_ROUNDS):
            timed = await self._timed("usual", _READ_TOKENS, 1)
            ratios.append(self._bare.read(self._models["usual"], tokens=timed.usage.input_tokens) / timed.first_s)
        return _share("prompt reading speed, of a bare loop's", ratios, 0.97)

    async def _late_turn(self) -> list[Figure]:
        """Whole chats, so that a moment in which the machine was busy counts once only."""
        early: list[_Timed] = []
        late: list[_Timed] = []
        for _ in range(3):
            chat = self._chat("usual", 16)
            timed = [await _time(chat, self._words(30)) for _ in range(_TURNS + 1)]
            early += timed[1:3]
            late += timed[_TURNS - 1 :]
        value = statistics.median(turn.first_s for turn in late) / statistics.median(turn.first_s for turn in early)
        bare = [
            self._bare.append(
                self._models["usual"], depth=turn.usage.cached_input_tokens, tokens=_new_tokens(turn.usage)
            )
            for turn in (*early[:4], *late[:4])
        ]
        own = statistics.median(bare[4:]) / statistics.median(bare[:4])
        return [
            Figure(name="first token at turn 20, times turn 2", value=value, unit="x", goal=1.3),
            Figure(name="the same of a bare loop that reads the new tokens alone", value=own, unit="x"),
        ]

    async def _many_at_once(self) -> Figure:
        ratios = []
        for _ in range(3):
            chats = [self._chat("usual", _TOKENS) for _ in range(_AT_ONCE)]
            began_s = time.perf_counter()
            all_timed = await asyncio.gather(*(_time(chat, self._words(32)) for chat in chats))
            own_s = time.perf_counter() - began_s
            depth = all_timed[0].usage.input_tokens
            ratios.append(
                self._bare.batch(self._models["usual"], sequences=_AT_ONCE, depth=depth, tokens=_TOKENS) / own_s
            )
        return _share("8 prompts at once, of a bare batched loop's speed", ratios, 0.9)

    async def _late_token(self) -> Figure:
        """The small model shows what is not llama.cpp's own work best: there is little of that."""
        path = self._models["small"]
        moments: list[tuple[float, int]] = []
        chat = self._chat("small", _LATE + 200)
        began_s, words = time.perf_counter(), 0
        async with aclosing(chat.say(self._words(20))) as events:
            async for event in events:
                if isinstance(event, TextDelta):
                    words += event.text.count(" ")
                    moments.append((time.perf_counter() - began_s, words))
        own = [_pace(moments, at) for at in (_EARLY, _LATE)]
        bare = [self._bare.generate(path, depth=at, tokens=200) / 200 for at in (_EARLY, _LATE)]
        value = (own[1] / own[0]) / (bare[1] / bare[0])
        name = "cost of token 8,000, times token 500, growth of attention divided out"
        return Figure(name=name, value=value, unit="x", goal=1.3)

    async def _blocking(self) -> Figure:
        """How late the loop that a window lives on comes to its timers, at the worst, while answers stream."""
        late_s: list[float] = []

        async def beat() -> None:
            while True:
                due_s = time.perf_counter() + _HEARTBEAT_S
                await asyncio.sleep(_HEARTBEAT_S)
                late_s.append(time.perf_counter() - due_s)

        beating = asyncio.create_task(beat())
        await asyncio.gather(*(self._timed("usual", 100, _TOKENS) for _ in range(2)))
        beating.cancel()
        return Figure(name="the window's loop was late by, at the worst", value=max(late_s) * 1e3, unit="ms", goal=16)

    async def _death(self) -> Figure:
        """From the kill to the error on the answer."""
        times = []
        for _ in range(3):
            killed_s = 0.0
            try:
                async with aclosing(self._chat("small", _LATE).say("go")) as events:
                    async for event in events:
                        if isinstance(event, TextDelta) and not killed_s:
                            killed_s = time.perf_counter()
                            for pid in self._process_ids():
                                os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            except BatonError:
                times.append(time.perf_counter() - killed_s)
        return Figure(name="a worker's death is noticed after", value=max(times), unit="s", goal=0.5)

    async def _memory(self) -> Figure:
        """A worker's own memory, less what the model and its context take of a process that does nothing else."""
        timed = await self._timed("usual", 40, _TOKENS)
        (pid,) = self._process_ids()
        taken = self._bare.memory_of(self._models["usual"], depth=timed.usage.input_tokens, tokens=_TOKENS)
        value = (private_bytes(pid) - taken) / 1e6
        return Figure(name="memory of a worker beyond weights, context and buffers", value=value, unit="MB", goal=120)

    async def _timed(self, model: str, words: int, tokens: int) -> _Timed:
        return await _time(self._chat(model, tokens), self._words(words))

    def _words(self, count: int) -> str:
        """A text nobody has read before, of so many tokens."""
        return "".join(" " + "".join(self._random.choices(string.ascii_lowercase, k=3)) for _ in range(count))


async def _time(chat: Chat, text: str) -> _Timed:
    began_s = time.perf_counter()
    first_s = end_s = 0.0
    usage = Usage()
    async with aclosing(chat.say(text)) as events:
        async for event in events:
            match event:
                case TextDelta():
                    first_s = first_s or time.perf_counter() - began_s
                case Finished():
                    end_s = time.perf_counter() - began_s
                case Usage():
                    usage = event
                case _:
                    pass
    return _Timed(first_s, end_s, usage)


def _new_tokens(usage: Usage) -> int:
    return usage.input_tokens - usage.cached_input_tokens


def _pace(moments: Sequence[tuple[float, int]], at: int) -> float:
    """Seconds a token between ``at`` tokens and 200 more."""
    start = next(moment for moment in moments if moment[1] >= at)
    end = next((moment for moment in moments if moment[1] >= at + 200), moments[-1])
    return (end[0] - start[0]) / (end[1] - start[1])


def _share(name: str, ratios: Sequence[float], goal: float) -> Figure:
    return Figure(name=name, value=statistics.median(ratios), unit="x", goal=goal, better=Better.HIGHER)
