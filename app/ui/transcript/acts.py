"""What can be done with a turn, as data: its words, its icon and its command. Carries nothing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.language import tr
from app.ui.transcript.items import Footer, Tools


class TurnAct(StrEnum):
    """Something that a person does with one message or answer; the value is the command's id where there is one."""

    EDIT = "message.edit-last"
    COPY = "answer.copy"
    QUOTE = "message.quote"
    PIN = "message.pin"
    SENT = "answer.sent"
    AGAIN = "answer.again"
    AGAIN_WITH = "answer.again-with"
    GO_ON = "answer.go-on"
    OLDER = "older"
    NEWER = "newer"
    OVERVIEW = "branches.overview"
    DELETE = "message.delete"
    DELETE_BRANCH = "message.delete-branch"


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One act as it is offered; not ``enabled``: it cannot be done now."""

    act: TurnAct
    words: str
    enabled: bool = True


def offers(item: Footer | Tools, *, busy: bool) -> Sequence[Sequence[Offer]]:
    """What can be done with a message of the person's (:class:`Tools`) or an answer (:class:`Footer`), in groups.

    ``busy``: an answer is being written here, and the tree must stand still.
    """
    asks = isinstance(item, Tools)
    branch = item.branch
    first = [
        *([Offer(act=TurnAct.EDIT, words=tr("Edit and send as a new version"), enabled=not busy)] if asks else []),
        Offer(act=TurnAct.COPY, words=tr("Copy message") if asks else tr("Copy answer as Markdown")),
        Offer(act=TurnAct.QUOTE, words=tr("Quote in your message")),
        Offer(act=TurnAct.PIN, words=tr("Unpin") if item.pinned else tr("Pin, so that it is always sent")),
        *([] if asks else [Offer(act=TurnAct.SENT, words=tr("What was sent"))]),
    ]
    answers = [
        Offer(act=TurnAct.AGAIN, words=tr("Answer again"), enabled=not busy),
        Offer(act=TurnAct.AGAIN_WITH, words=tr("Answer again with another model…"), enabled=not busy),
    ]
    if isinstance(item, Footer) and item.goes_on:
        answers.append(Offer(act=TurnAct.GO_ON, words=tr("Let the answer go on"), enabled=not busy))
    versions = [
        Offer(
            act=TurnAct.OLDER,
            words=tr("Show the older version"),
            enabled=not busy and branch is not None and branch.older is not None,
        ),
        Offer(
            act=TurnAct.NEWER,
            words=tr("Show the newer version"),
            enabled=not busy and branch is not None and branch.newer is not None,
        ),
        Offer(act=TurnAct.OVERVIEW, words=tr("Overview of the branches…")),
    ]
    if asks:
        deletions = [
            Offer(act=TurnAct.DELETE, words=tr("Delete this message with its answers"), enabled=not busy),
            Offer(act=TurnAct.DELETE_BRANCH, words=tr("Delete from here on"), enabled=not busy),
        ]
    else:
        deletions = [Offer(act=TurnAct.DELETE, words=tr("Delete this answer and what follows it"), enabled=not busy)]
    return (first, answers, versions, deletions)
