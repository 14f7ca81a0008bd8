"""What of a branch fits a model's context: its turns, their tokens, and how many of the oldest must stay behind.

Owns the counting and the reckoning; refuses to ask anybody and to choose what becomes of a chat that is too long.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.context import LeftOut, Room
from app.domain.conversation import Node
from app.domain.errors import BatonError
from app.domain.messages import (
    AttachmentPart,
    Message,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import CONTEXT_FULL, FinishReason
from app.domain.usage import estimated_tokens
from app.services.models import ModelService

log = logging.getLogger(__name__)

TARGET = 0.75
"""How much of the room is filled once something was left out: so the next answers begin with the same words.

A local model's prompt cache, and a vendor's, hold what a request has in common with the last one from its beginning.
"""

_MESSAGE_TOKENS = 4
_TEMPLATE_BYTES = 2_048
_MESSAGE_BYTES = 64
_CALIBRATION = (0.5, 4.0)

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
    """How many tokens a request takes, and the room it has. ``estimated``: nobody counted."""

    tokens: int
    room: Room
    estimated: bool


class Scale:
    """Weighs what would be sent of one branch to one model: by the model's own count, else by an estimate.

    An estimate follows what the model itself counted last on this branch, where it did.
    """

    def __init__(self, models: ModelService, model: ModelInfo, path: Sequence[Node], build: Build) -> None:
        self._models = models
        self._model = model
        self.path = path
        self._build = build
        self._calibration: float | None = None

    async def surely_fits(self) -> bool:
        """Whether the whole branch fits however its tokens are counted; loads no model."""
        request = self._build(self.path, None)
        room = await self._room(request)
        return room is None or most_tokens(request) <= room.for_prompt

    async def weigh(self, left_out: LeftOut | None = None) -> Weight | None:
        """What the branch takes without what is left out; ``None`` where nobody knows the model's context."""
        return await self.weigh_request(self._build(self.path, left_out))

    async def weigh_request(self, request: ChatRequest) -> Weight | None:
        """What any request to the same model takes."""
        try:
            tokens = await self._models.count_tokens(self._model.id, request)
        except BatonError as error:
            # Whatever it is, the answer will meet it too, and says so in its place.
            log.info("the tokens of a request to %s could not be counted: %s", self._model.id, error)
            tokens = None
        room = await self._room(request)  # after the count, for which the model may have been loaded
        if room is None:
            return None
        if tokens is not None:
            return Weight(tokens=tokens, room=room, estimated=False)
        if self._calibration is None:
            self._calibration = _calibration(self.path, self._model, self._build)
        return Weight(tokens=round(estimate(request) * self._calibration), room=room, estimated=True)

    @property
    def is_mostly_the_newest_turn(self) -> bool:
        """Whether the newest turn is longer than what the model is told before every message."""
        newest = turns_of(self.path)[-1]
        request = self._build(newest, None)
        turn = sum(estimated_tokens(text) for node in newest for text in _texts(node.message))
        return 2 * turn >= estimate(request)

    async def _room(self, request: ChatRequest) -> Room | None:
        context_tokens = await self._models.context_tokens(self._model)
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


def estimate(request: ChatRequest) -> int:
    """Roughly how many tokens a request takes, by its letters."""
    tools = json.dumps([tool.parameters for tool in request.tools], default=str) if request.tools else ""
    described = "".join(f"{tool.name}{tool.description}" for tool in request.tools)
    texts = [request.system, tools, described, *(text for message in request.messages for text in _texts(message))]
    return sum(estimated_tokens(text) for text in texts) + _MESSAGE_TOKENS * (len(request.messages) + 1)


def most_tokens(request: ChatRequest) -> int:
    """More tokens than a request can take: no token stands for less than a byte, and a template adds a known amount."""
    texts = [request.system, *(text for message in request.messages for text in _texts(message))]
    letters = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    tools = sum(len(json.dumps(tool.parameters, default=str)) + len(tool.description) for tool in request.tools)
    return letters + 2 * tools + _MESSAGE_BYTES * len(request.messages) + _TEMPLATE_BYTES


def _texts(message: Message) -> Iterable[str]:
    for part in message.parts:
        match part:
            case TextPart(text=text) | ReasoningPart(text=text):
                yield text
            case ToolCallPart(name=name, arguments=arguments):
                yield name + arguments
            case ToolResultPart(name=name, content=content):
                yield name + content
            case AttachmentPart(name=name):
                yield name


def _is_cut(turn: Sequence[Node]) -> bool:
    return turn[-1].finish_reason is FinishReason.LENGTH and turn[-1].finish_detail == CONTEXT_FULL


def _calibration(path: Sequence[Node], model: ModelInfo, build: Build) -> float:
    """What the newest answer of this model was counted as, by what it would be estimated as."""
    for position in range(len(path) - 1, 0, -1):
        node = path[position]
        if node.usage is not None and node.usage.input_tokens > 0 and node.model == str(model.id):
            estimated = estimate(build(path[:position], node.left_out))
            low, high = _CALIBRATION
            return min(max(node.usage.input_tokens / max(estimated, 1), low), high)
    return 1.0
