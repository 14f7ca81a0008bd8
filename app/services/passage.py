"""What a request passes that streams no answer, in the place of an answer's stages: the filter, the masking, budgets
and the log.

That is one whose tokens are only counted, and a line of a vendor's batch: those are checked one by one and paid for
together, and their answers come hours later, perhaps to another run. Owns the order in which that is done; each rule
stands with the stage it is a part of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.messages import Message
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest, Outgoing
from app.domain.spending import Purpose, Terms
from app.domain.stream import Usage
from app.services.privacy.moderation import ModerationStage
from app.services.privacy.stage import PrivacyStage
from app.services.spending.service import SpendingService

_TERMS = Terms(purpose=Purpose.BATCH)


class Passage:
    """Implements :class:`app.domain.ports.Outgate`. For batches, ``model`` is the one with a batch's price."""

    def __init__(self, *, moderation: ModerationStage, privacy: PrivacyStage, spending: SpendingService) -> None:
        self._moderation = moderation
        self._privacy = privacy
        self._spending = spending

    async def outgoing(self, model: ModelInfo, request: ChatRequest, *, keep: bool = True) -> Outgoing:
        """See the port."""
        await self._moderation.check_request(model, request)
        return await self._privacy.outgoing(model, request, keep=keep)

    async def prepare(self, model: ModelInfo) -> None:
        """See the port."""
        await self._privacy.prepare(model)

    async def afford(self, model: ModelInfo, reads_tokens: int) -> None:
        """Raise ``BudgetError`` where what is to be read, of requests under way too, is more than a budget has left."""
        await self._spending.check(model, reads_tokens, _TERMS)

    async def back(self, model: ModelInfo, answer: Message, values: Mapping[str, str]) -> Message:
        """``answer`` with its placeholders put back. Raises ``FilteredError`` where it is not to be shown, and what
        asking the person's filter raises.
        """
        restored = self._privacy.restored(answer, values)
        await self._moderation.check_answer(model, restored)
        return restored

    async def record(self, model: ModelInfo, answered: Sequence[Usage]) -> None:
        """Write into the log what each answered request took."""
        await self._spending.record(model, answered, _TERMS)
