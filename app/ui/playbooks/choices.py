"""Playbooks as lines of a list, by topic."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.language import marked, tr
from app.domain.playbooks import PlaybookHead
from app.domain.text import visible
from app.ui.widgets.choice_list import Choice

PLAYBOOK = "playbook/"
"""What the id of a playbook begins with, among other choices."""

_ICONS = {"cost": "table", "security": "shield", "operation": "clock", "order": "folder"}
_TOPICS = {
    "cost": marked("Cost"),
    "security": marked("Security"),
    "operation": marked("Operation"),
    "order": marked("Order"),
}


def playbook_choices(playbooks: Iterable[PlaybookHead], *, group: str = "") -> list[Choice]:
    """A line for each playbook, under its topic, or all under ``group``."""
    return [
        Choice(
            id=PLAYBOOK + playbook.name,
            title=visible(playbook.title),
            detail=visible(playbook.about),
            group=group or _topic_words(playbook.topic),
            trailing="" if playbook.is_shipped else tr("yours", "of a playbook"),
            words=f"{playbook.name} playbook {playbook.topic}",
            icon=_ICONS.get(playbook.topic, "search"),
        )
        for playbook in playbooks
    ]


def _topic_words(topic: str) -> str:
    known = _TOPICS.get(topic)
    return visible(topic.capitalize()) if known is None else tr(known)
