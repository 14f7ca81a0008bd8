"""Long chats in the whole window: shown by their end, then whole; one that is left meanwhile disturbs no other."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from app.system.window_probe import long_chat
from app.ui.control.conversations import ConversationController
from app.ui.session import Session
from app.ui.transcript.thread import Thread
from tests.ui.test_shell_window import Driver, Runner, run  # noqa: F401  (a fixture)
from tests.ui_fixtures import until

MESSAGES = 70  # the history gives a chat of more than 60 by its end first


async def add_long_chat(person: Driver, name: str) -> list[str]:
    """Put a long chat ``name`` into the history; its messages' ids, the first to the last."""
    chat = long_chat(messages=MESSAGES, chars=MESSAGES * 40)
    nodes = [
        replace(
            node,
            id=f"{name}-{node.id}",
            conversation_id=name,
            parent_id=f"{name}-{node.parent_id}" if node.parent_id else None,
        )
        for node in chat.tree.nodes.values()
    ]
    head = replace(chat.conversation, id=name, title=name, leaf_id=nodes[-1].id)
    await person.app.history.add(replace(chat, conversation=head, tree=type(chat.tree).of(nodes)))
    return [node.id for node in nodes]


async def opened(person: Driver) -> None:
    """Nothing is on its way to be shown."""
    await until(lambda: "open chat" not in {task.get_name() for task in person.controller._desk.scope.tasks})


def opens(person: Driver) -> ConversationController:
    return person.controller.conversations


async def shown_whole(person: Driver, name: str) -> None:
    await until(lambda: person.session.id == name and person.session.is_whole)


def test_a_message_opened_in_a_chat_that_is_left_at_once_is_not_looked_for_in_the_next(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        first, _ = await add_long_chat(person, "first-chat"), await add_long_chat(person, "second-chat")
        opens(person).open("first-chat")
        await until(lambda: person.session.id == "first-chat")
        assert not person.session.is_whole
        opens(person).open("first-chat", first[0])
        opens(person).open("second-chat")
        await shown_whole(person, "second-chat")
        await opened(person)
        assert person.notices() == []
        assert person.session.id == "second-chat"
        opens(person).open("first-chat", first[0])
        await shown_whole(person, "first-chat")
        await until(lambda: person.controller._desk.transcript.chosen_node() == first[0])

    run(drive)


def test_what_was_shown_of_long_chats_goes_without_the_collector_which_had_it_set_aside(run: Runner) -> None:  # noqa: F811
    async def drive(person: Driver) -> None:
        names = ("first-chat", "second-chat")
        for name in names:
            await add_long_chat(person, name)
        shown: list[weakref.ref[Session]] = []
        for turn in range(4):
            opens(person).open(names[turn % 2])
            await shown_whole(person, names[turn % 2])
            shown.append(weakref.ref(person.session))
        await opened(person)
        assert not gc.isenabled()
        assert gc.get_freeze_count(), "what was read last is set aside"
        gc.unfreeze()
        assert [ref() for ref in shown[:-1]] == [None] * 3
        threads = [one for one in gc.get_objects() if type(one) is Thread and one.conversation.id in names]
        assert len(threads) <= 2, "the one shown and, until something else is looked for, the one before"

    run(drive)
