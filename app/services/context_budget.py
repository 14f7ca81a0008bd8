"""What of a branch fits a model's context: its turns, their tokens, and how many of the oldest must stay behind.

Owns the counting and the reckoning; refuses to ask anybody and to choose what becomes of a chat that is too long.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.context import LeftOut, Room
from app.domain.conversation import Node
from app.domain.errors import BatonError
from app.domain.messages import Message, Role
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import CONTEXT_FULL, FinishReason
from app.services.token_counts import TokenCounts
from app.services.token_estimates import estimate, message_tokens, most_tokens

log = logging.getLogger(__name__)

TARGET = 0.75
"""How much of the room is filled once something was left out: so the next answers begin with the same words.

A local model's prompt cache, and a vendor's, hold what a request has in common with the last one from its beginning.
"""

NEAR = 1.3
"""A request of more than the room divided by this is counted, where the provider counts: an estimate errs so far."""

CALIBRATION = (0.5, 4.0)

Build = Callable[[Sequence[Node], LeftOut | None], ChatRequest]
"""Makes the request for the next answer after a branch."""


def turns_of(path: Sequence[Node]) -> list[Sequence[Node]]:
    """The branch in turns: a message of the person's and all that follows until the next, tools and their results."""
    turns: list[list[Node]] = []
    for node in path:
        if not turns or node.message.role is Role.USER:
            turns.append([])
        turns[-1].append(node)
    return list(turns)


def turns_left_out(path: Sequence[Node], left_out: LeftOut | None) -> int:
    """How many of the branch's turns ``left_out`` stands for."""
    if left_out is None:
        return 0
    for number, turn in enumerate(turns_of(path)):
        if any(node.id == left_out.until for node in turn):
            return number + 1
    return 0


def standing(nodes: Iterable[Node], path: Sequence[Node], model: str) -> LeftOut | None:
    """What was left out for ``model`` before and holds for this branch too: of its newest answer, of any branch.

    It must leave the newest turn whole, and end where a turn does.
    """
    ends = {turn[-1].id for turn in turns_of(path)[:-1]}
    for node in reversed(list(nodes)):
        if node.left_out is not None and node.model == model and node.left_out.until in ends:
            return node.left_out
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """How many tokens a request takes, and the room it has. ``estimated``: nobody counted.

    ``uncounted``: why the provider's own counter could not say, or empty where it did or there is none.
    """

    tokens: int
    room: Room
    estimated: bool
    uncounted: str = ""


class Scale:
    """Weighs what would be sent of one branch to one model: by the model's own count, else by an estimate.

    An estimate follows what the model itself counted last on this branch, where it did. A count of a model elsewhere
    costs a request, so it is asked for only near the limit: what is far below it is estimated, and so is what differs
    from a request that was counted by what is left out, in proportion to that count.
    """

    def __init__(self, counts: TokenCounts, model: ModelInfo, path: Sequence[Node], build: Build) -> None:
        self._counts = counts
        self._model = model
        self.path = path
        self._build = build
        self._calibration: float | None = None
        self._is_counted = False
        self._uncounted = ""

    async def surely_fits(self) -> bool:
        """Whether the whole branch fits however its tokens are counted; loads no model."""
        request = self._build(self.path, None)
        room = await self._room(request)
        return room is None or most_tokens(request) <= room.for_prompt

    async def weigh(self, left_out: LeftOut | None = None, *, exactly: bool = False) -> Weight | None:
        """What the branch takes without what is left out; ``None`` where nobody knows the model's context.

        ``exactly``: by a count of this very request, where the provider counts and it may be near the limit.
        """
        return await self.weigh_request(self._build(self.path, left_out), exactly=exactly)

    async def weigh_request(self, request: ChatRequest, *, exactly: bool = False) -> Weight | None:
        """What any request to the same model takes."""
        tokens = None if await self._may_estimate(request, exactly=exactly) else await self._counted(request)
        room = await self._room(request)  # after the count, for which the model may have been loaded
        if room is None:
            return None
        if tokens is not None:
            return Weight(tokens=tokens, room=room, estimated=False)
        return Weight(tokens=self.estimated(request), room=room, estimated=True, uncounted=self._uncounted)

    def estimated(self, request: ChatRequest) -> int:
        """An estimate of a request, by the newest count on this branch."""
        if self._calibration is None:
            self._calibration = calibration(self.path, self._model, self._build)
        return round(estimate(request, self._model) * self._calibration)

    def messages(self, nodes: Sequence[Node]) -> Sequence[Message]:
        """Some of the branch's messages as the model would be sent them, their files included."""
        return self._build(nodes, None).messages

    @property
    def is_mostly_the_newest_turn(self) -> bool:
        """Whether the newest turn is longer than what the model is told before every message."""
        newest = turns_of(self.path)[-1]
        request = self._build(newest, None)
        turn = sum(message_tokens(message, self._model) for message in request.messages)
        return 2 * turn >= estimate(request, self._model)

    async def _may_estimate(self, request: ChatRequest, *, exactly: bool) -> bool:
        if self._model.is_private:
            return False
        room = await self._room(request)
        if room is None or self.estimated(request) * NEAR <= room.for_prompt:
            return True
        return self._is_counted and not exactly

    async def _counted(self, request: ChatRequest) -> int | None:
        try:
            tokens = await self._counts.count(self._model, request)
        except BatonError as error:
            # Whatever it is, the answer will meet it too, and says so in its place.
            log.info("the tokens of a request to %s could not be counted: %s", self._model.id, error.fault_kind)
            self._uncounted = error.message
            return None
        if tokens is not None and not self._model.is_private:
            self._calibration = tokens / max(estimate(request, self._model), 1)
            self._is_counted = True
        return tokens

    async def _room(self, request: ChatRequest) -> Room | None:
        context_tokens = await self._counts.context_tokens(self._model)
        if context_tokens is None:
            return None
        return Room.of(
            context_tokens,
            longest_answer=request.parameters.get("max_tokens"),
            max_output_tokens=self._model.capabilities.max_output_tokens,
        )


async def turns_to_leave(
    path: Sequence[Node],
    *,
    at_least: int,
    limit: int,
    weigh: Callable[[LeftOut], Awaitable[int]],
) -> int:
    """How many of the oldest turns must stay behind, so that the rest takes at most :data:`TARGET` of ``limit`` tokens.

    At least ``at_least``; the newest turn is always kept, and so is the one before it where its answer ended in the
    middle because the context was full and both fit. As few turns as possible; where the newest alone takes more than
    the target, ``limit`` counts, and where it takes more than that, everything else stays behind. ``weigh`` must not
    grow as more is left out.
    """
    turns = turns_of(path)
    last = len(turns) - 1
    known: dict[int, int] = {}

    async def tokens(count: int) -> int:
        if count not in known:
            known[count] = await weigh(leave(path, count))
        return known[count]

    if last - 1 >= max(at_least, 1) and _is_cut(turns[last - 1]) and await tokens(last - 1) <= limit:
        last -= 1
    wanted = int(limit * TARGET)
    if await tokens(last) > wanted:
        wanted = limit
    low, high = min(max(at_least, 1), last), last
    while low < high:
        middle = (low + high) // 2
        if await tokens(middle) <= wanted:
            high = middle
        else:
            low = middle + 1
    return high


def leave(path: Sequence[Node], turns: int, *, summary: str = "") -> LeftOut:
    """What stands for the ``turns`` oldest turns of a branch."""
    return LeftOut(until=turns_of(path)[turns - 1][-1].id, summary=summary)


def _is_cut(turn: Sequence[Node]) -> bool:
    return turn[-1].finish_reason is FinishReason.LENGTH and turn[-1].finish_detail == CONTEXT_FULL


def calibration(path: Sequence[Node], model: ModelInfo, build: Build) -> float:
    """What the newest answer of this model was counted as, by what it would be estimated as."""
    for position in range(len(path) - 1, 0, -1):
        node = path[position]
        if node.usage is not None and node.usage.input_tokens > 0 and node.model == str(model.id):
            estimated = estimate(build(path[:position], node.left_out), model)
            low, high = CALIBRATION
            return min(max(node.usage.input_tokens / max(estimated, 1), low), high)
    return 1.0
