"""What the list of chats says where it is empty or nothing was found: what will be there, and what brings it."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from app.domain.language import tr
from app.domain.searching import FILTERS, Place, filters_in, mistaken_in
from app.ui.commands.actions import native_keys


def empty_words(place: Place) -> tuple[str, str]:
    """What will stand in an empty list, and what brings it there or leads out."""
    match place:
        case Place.ARCHIVE:
            said = tr("Nothing is put away. Archive a chat with Ctrl+E: it leaves the list and is still found.")
            return said, tr("Back to the chats")
        case Place.BIN:
            said = tr("The bin is empty. Deleted chats lie here for 30 days and can be restored.")
            return said, tr("Back to the chats")
        case Place.CHATS:
            said = tr("Your chats will stand here, the newest first. Write a message and press Enter to begin one.")
            return said, tr("Import chats… ({keys})", keys=native_keys("Ctrl+O"))
        case _:
            assert_never(place)


def nothing_words(text: str, today: date) -> str:
    """What to say where nothing is found, and what to try."""
    if mistaken := mistaken_in(text, today):
        return tr(
            "Nothing found for “{text}”. {word} is no filter, so it was searched for as text. Filters are {filters}.",
            text=text,
            word=f"“{mistaken[0]}”",
            filters=", ".join(f"{name}:" for name in FILTERS),
        )
    if not filters_in(text, today):
        return tr("Nothing found for “{text}”.", text=text)
    return tr("Nothing found for “{text}”. Take a filter away to search further.", text=text)
