"""What is said when chats moved: one by its title, several by their number. Refuses to move any."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.conversation import Conversation
from app.domain.language import plural, tr
from app.services.chat_places import BIN_DAYS
from app.ui.wording import folder_words

Heads = Sequence[Conversation]


def archived_words(heads: Heads) -> str:
    """Chats were put away."""
    if len(heads) == 1:
        return tr("“{title}” was put into the archive.", title=heads[0].title)
    return plural("{count} chat was put into the archive.", "{count} chats were put into the archive.", len(heads))


def unarchived_words(heads: Heads) -> str:
    """Chats were taken back from the archive."""
    if len(heads) == 1:
        return tr("“{title}” was taken out of the archive.", title=heads[0].title)
    return plural(
        "{count} chat was taken out of the archive.", "{count} chats were taken out of the archive.", len(heads)
    )


def moved_words(heads: Heads, folder: str) -> str:
    """Chats were put into a folder, or for an empty one into none."""
    where = folder_words(folder)
    if len(heads) == 1:
        title = heads[0].title
        if not folder:
            return tr("“{title}” was moved out of the folder.", title=title)
        return tr("“{title}” was moved to {folder}.", title=title, folder=where)
    if not folder:
        return plural(
            "{count} chat was moved out of the folder.", "{count} chats were moved out of the folder.", len(heads)
        )
    return plural(
        "{count} chat was moved to {folder}.", "{count} chats were moved to {folder}.", len(heads), folder=where
    )


def restored_words(heads: Heads) -> str:
    """Chats were taken out of the bin."""
    if len(heads) == 1:
        return tr("“{title}” was restored.", title=heads[0].title)
    return plural("{count} chat was restored.", "{count} chats were restored.", len(heads))


def deleted_words(heads: Heads) -> str:
    """Chats were put into the bin, and how long they lie there."""
    if len(heads) == 1:
        title = heads[0].title
        return tr("“{title}” was deleted. It lies in the bin for {days} days.", title=title, days=BIN_DAYS)
    return plural(
        "{count} chat was deleted. It lies in the bin for {days} days.",
        "{count} chats were deleted. They lie in the bin for {days} days.",
        len(heads),
        days=BIN_DAYS,
    )
