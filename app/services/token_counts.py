"""Counts of requests by their providers, each asked for once. Refuses to guess.

A count of a model elsewhere is a request of its own to its vendor, so that who needs one often asks here.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict

from app.domain.encoding import to_plain
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.services.models import ModelService

_KEPT = 256


class TokenCounts:
    """The provider's counter with a memory of the last few hundred counts."""

    def __init__(self, models: ModelService) -> None:
        self._models = models
        self._counted: OrderedDict[str, int] = OrderedDict()

    async def count(self, model: ModelInfo, request: ChatRequest) -> int | None:
        """How many tokens ``request`` is; ``None`` where its provider has no counter. Raises what answering raises."""
        if model.is_private:  # a local model counts in its own process, and may be loaded anew with another template
            return await self._models.count_tokens(model.id, request)
        key = _key(model, request)
        if (known := self._counted.get(key)) is not None:
            self._counted.move_to_end(key)
            return known
        counted = await self._models.count_tokens(model.id, request)
        if counted is not None:
            self._counted[key] = counted
            while len(self._counted) > _KEPT:
                self._counted.popitem(last=False)
        return counted

    async def context_tokens(self, model: ModelInfo) -> int | None:
        """How many tokens the model keeps in mind; see :meth:`ModelService.context_tokens`."""
        return await self._models.context_tokens(model)


def _key(model: ModelInfo, request: ChatRequest) -> str:
    # Files are named by their hashes; the parameters that change no count are few, and a second count is cheap.
    told = {
        "model": str(model.id),
        "system": request.system,
        "messages": [to_plain(message) for message in request.messages],
        "tools": [to_plain(tool) for tool in request.tools],
        "schema": request.schema,
        "parameters": dict(request.parameters),
    }
    return hashlib.sha256(json.dumps(told, default=str).encode("utf-8", "surrogatepass")).hexdigest()
