"""The transcript and the action card. See :class:`app.ui.transcript.view.TranscriptView`."""

from app.ui.transcript.card import ActionCard, RiskChip
from app.ui.transcript.segment import ViewState
from app.ui.transcript.view import TranscriptView

__all__ = ["ActionCard", "RiskChip", "TranscriptView", "ViewState"]
