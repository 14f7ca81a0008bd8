"""Requests that leave this machine by another way than an answer's: secrets hidden as the settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.messages import Message
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.services.prompt import redacted
from app.services.settings import SettingsService


@dataclass(frozen=True, kw_only=True, slots=True)
class RedactedRequest:
    """The port ``Outgoing``; what was hidden is hidden for good."""

    request: ChatRequest
    values: Mapping[str, str] = field(default_factory=dict)


class RedactingOutgate:
    """The port ``Outgate``."""

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    async def outgoing(self, model: ModelInfo, request: ChatRequest, *, keep: bool = True) -> RedactedRequest:  # noqa: ARG002  # there is nothing to keep
        """See the port."""
        return RedactedRequest(request=redacted(request, model, self._settings.current))

    def restored(self, answer: Message, values: Mapping[str, str]) -> Message:  # noqa: ARG002  # there are none
        """See the port."""
        return answer
