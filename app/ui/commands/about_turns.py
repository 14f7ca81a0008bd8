"""The commands about one turn, the one that has the focus or the last: edit, quote, answer again, go on, delete."""

from __future__ import annotations

from app.domain.language import marked
from app.ui.commands.command import Command, settled, written

OLDER_KEYS, NEWER_KEYS = "Alt+Left", "Alt+Right"

TURN_COMMANDS: tuple[Command, ...] = (
    Command(
        id="message.pin",
        title=marked("Pin or unpin the message, so that it is always sent"),
        section="Edit",
        keys="Ctrl+D",
        call=lambda do: do.pin_message(),
        enabled_when=written,
    ),
    Command(
        id="message.edit-last",
        title=marked("Edit the message, or your last one"),
        section="Edit",
        keys="Ctrl+Shift+E",
        call=lambda do: do.edit_last(),
        enabled_when=settled,
    ),
    Command(
        id="message.quote",
        title=marked("Quote what is selected, or the whole message"),
        section="Edit",
        keys="Ctrl+T",
        call=lambda do: do.act_on_turn("message.quote"),
        enabled_when=written,
    ),
    Command(
        id="answer.again",
        title=marked("Answer again"),
        section="Edit",
        keys="Ctrl+R",
        call=lambda do: do.answer_again(),
        enabled_when=settled,
    ),
    Command(
        id="answer.again-with",
        title=marked("Answer again with another model…"),
        section="Edit",
        keys="F5",
        call=lambda do: do.act_on_turn("answer.again-with"),
        enabled_when=settled,
    ),
    Command(
        id="answer.go-on",
        title=marked("Let the answer go on where it stopped"),
        section="Edit",
        keys="Ctrl+G",
        call=lambda do: do.act_on_turn("answer.go-on"),
        enabled_when=settled,
    ),
    Command(
        id="answer.copy",
        title=marked("Copy the message, or the last answer"),
        section="Edit",
        keys="Ctrl+Shift+C",
        call=lambda do: do.copy_last(),
        enabled_when=written,
    ),
    Command(
        id="answer.sent",
        title=marked("What was sent for the last answer"),
        section="Edit",
        keys="Ctrl+Shift+W",
        call=lambda do: do.show_sent(),
        enabled_when=written,
    ),
    Command(
        id="branches.overview",
        title=marked("Overview of the branches"),
        section="Go",
        keys="F8",
        call=lambda do: do.act_on_turn("branches.overview"),
        enabled_when=written,
    ),
    Command(
        id="message.delete",
        title=marked("Delete the turn"),
        section="Edit",
        keys="Shift+F9",
        call=lambda do: do.act_on_turn("message.delete"),
        enabled_when=written,
    ),
    Command(
        id="message.delete-branch",
        title=marked("Delete from this message on"),
        section="Edit",
        keys="Ctrl+Shift+F9",
        call=lambda do: do.act_on_turn("message.delete-branch"),
        enabled_when=written,
    ),
    Command(
        id="message.put-back",
        title=marked("Put back what was deleted last in this chat"),
        section="Edit",
        keys="Ctrl+F9",
        call=lambda do: do.put_back(),
        enabled_when=written,
    ),
)
