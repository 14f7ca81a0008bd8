"""History as a file: Baton's own lossless JSON, and telling which of the formats that can be imported a text is.

An export is ``{"format": "baton-history", "version": 2, "conversations": […]}``; each conversation is its head's fields
beside ``nodes`` and ``actions``, spelled as :mod:`app.domain.encoding` does, and ``files``, the bytes of attachments in
Base64 by their SHA-256, where it has any (version 1 had none). Nothing in it depends on when it was made:
exporting, importing into an empty history and exporting again gives the same text.

A file is read one conversation at a time, so that no single step holds up the rest of Baton for long.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TextIO

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node, OpenedConversation, Tree
from app.domain.encoding import from_plain, to_plain
from app.domain.errors import NewerVersionError, UsageError
from app.domain.language import marked, tr
from app.services.interchange_chatgpt import read_chatgpt
from app.services.interchange_claude import read_claude
from app.services.interchange_librechat import is_librechat, read_librechat
from app.services.interchange_openwebui import is_open_webui, read_open_webui
from app.services.interchange_shape import Repairs
from app.services.json_stream import JsonStream

FORMAT = "baton-history"
VERSION = 2
_FORMATS = marked("The exports of Baton, ChatGPT, Claude, Open WebUI and LibreChat can be imported, as JSON.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """A conversation of an import that is left out; ``reason`` is a sentence that names it."""

    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mended:
    """A conversation of an import of which something could not be read; ``told``, sentences that name it, say what."""

    opened: OpenedConversation
    told: str


Item = OpenedConversation | Mended | Skipped


def exported_json(conversations: Iterable[str]) -> str:
    """The export of ``conversations``, each made by :func:`conversation_json`, one a line."""
    head = f'{{"format": "{FORMAT}", "version": {VERSION}, "conversations": ['
    lines = ",\n".join(conversations)
    return f"{head}\n{lines}\n]}}" if lines else f"{head}]}}"


def conversation_json(opened: OpenedConversation) -> str:
    """One conversation of an export."""
    plain = {
        **to_plain(opened.conversation),
        "nodes": [_without_conversation(node) for node in opened.tree.nodes.values()],
        "actions": [_without_conversation(action) for action in opened.actions],
    }
    plain.pop("files", None)
    if opened.files:
        plain["files"] = {name: base64.b64encode(data).decode("ascii") for name, data in sorted(opened.files.items())}
    text = json.dumps(plain, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which models and other exports do contain
        return json.dumps(plain)
    return text


def imported(source: TextIO) -> Iterator[Item]:
    """Every conversation in the file ``source``, or the reason why one is left out. It is read as it is asked for.

    Raises :class:`UsageError` for a file of none of the formats, :class:`NewerVersionError` for a newer Baton's export;
    a file that breaks off yields what is whole and then says so. Of a conversation, only what
    cannot be read is left out, where the rest can do without.
    """
    file = JsonStream(source, remedy=tr(_FORMATS))
    match file.peek():
        case "[":
            return _items(file, own=False)
        case "{":
            return _document(file)
        case _:
            raise _no_export(file)


def _no_export(file: JsonStream) -> UsageError:
    try:
        value = file.value()
    except UsageError:
        return UsageError(tr("This is no export of conversations: it is not JSON."), remedy=tr(_FORMATS))
    match value:
        case None:
            what = "null"
        case bool():
            what = tr("true or false")
        case str():
            what = tr("a text")
        case _:
            what = tr("a number")
    return UsageError(
        tr("This JSON is no export of conversations: there is nothing but {what} in it.", what=what),
        remedy=tr(_FORMATS),
    )


def _document(file: JsonStream) -> Iterator[Item]:
    """A file that is one object: Baton's, or a single conversation of a vendor's."""
    held: dict[str, Any] = {}
    file.expect("{")
    while file.peek() == '"':
        name = file.value()
        file.expect(":")
        if name == "conversations" and file.peek() == "[":
            if held.get("format") == FORMAT:
                _check_version(held.get("version"))
                return _items(file, own=True)
            return _items(file, own=False)  # wrapped by some other tool
        held[name] = file.value()
        file.takes(",")
    if _reader(held) is None:
        raise UsageError(tr("This JSON is no export of conversations that Baton knows."), remedy=tr(_FORMATS))
    return iter([_read_foreign(held, 1)])


def _items(file: JsonStream, *, own: bool) -> Iterator[Item]:
    file.expect("[")
    if file.takes("]"):
        if own:
            return iter(())  # a history without a chat, exported
        raise UsageError(tr("There are no conversations in this file: it is an empty list."), remedy=tr(_FORMATS))
    first = file.value()
    if not own and _reader(first) is None:
        raise UsageError(tr("This JSON is no export of conversations that Baton knows."), remedy=tr(_FORMATS))
    return _each(file, first, own=own)


def _each(file: JsonStream, item: Any, *, own: bool) -> Iterator[Item]:
    number = 1
    while True:
        yield _read_own(item, number) if own else _read_foreign(item, number)
        del item  # or two of them would be held
        if file.takes("]"):
            return
        number += 1
        try:
            file.expect(",")
            item = file.value()
        except UsageError:
            yield Skipped(
                reason=tr(
                    "The file is cut or damaged from conversation {number} on; the rest is left out.", number=number
                )
            )
            return


def _read_own(item: Any, number: int) -> Item:
    name = _named(item, "title", number)
    repairs = Repairs()
    try:
        if not isinstance(item, dict):
            raise ValueError(tr("it is no object"))
        begun = Repairs().time_of(item, "created_at") or datetime.now(UTC)
        item = _timed(item, ("created_at", "updated_at"), begun, repairs)
        conversation = from_plain(Conversation, item)
        within = {"conversation_id": conversation.id}
        nodes = [
            from_plain(Node, {**_timed(plain, ("created_at",), begun, repairs), **within})
            for plain in _objects(item, "nodes")
        ]
        actions = [from_plain(Action, {**plain, **within}) for plain in _objects(item, "actions")]
        files = _files(item)
        tree = Tree.of(nodes)
        if len(tree.nodes) != len(nodes) or len({action.id for action in actions}) != len(actions):
            raise ValueError(tr("two of its messages or actions have the same id"))
        if not nodes:
            raise ValueError(tr("it has no messages"))
        if not conversation.id or any(not node.id for node in nodes):
            raise ValueError(tr("an id is empty"))
        if conversation.leaf_id is not None and conversation.leaf_id not in tree.nodes:
            raise ValueError(tr("the message it shows is not there"))
    except ValueError as error:
        return Skipped(reason=tr("{named} is left out: {error}.", named=name, error=error))
    opened = OpenedConversation(conversation=conversation, tree=tree, actions=actions, files=files)
    return _as_told(opened, repairs)


def _timed(item: dict[str, Any], names: Iterable[str], instead: datetime, repairs: Repairs) -> dict[str, Any]:
    """``item`` with ``instead`` for what should be a time and is none. One that is missing is left to be refused."""
    bad = {}
    for name in names:
        known = Repairs().time_of(item, name)
        if name in item and (known is None or not isinstance(item[name], str)):
            repairs.bad_time()
            bad[name] = to_plain(known or instead)
    return {**item, **bad}


def _as_told(opened: OpenedConversation, repairs: Repairs) -> OpenedConversation | Mended:
    told = repairs.told(opened.conversation.title)
    return Mended(opened=opened, told=told) if told else opened


def _files(item: dict[str, Any]) -> dict[str, bytes]:
    """The files of a conversation. Raises ``ValueError`` for one that is not what its name says."""
    held = item.get("files", {})
    if not isinstance(held, dict):
        raise ValueError(tr("files should be an object"))
    files = {}
    for name, text in held.items():
        data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
        if hashlib.sha256(data).hexdigest() != name:
            raise ValueError(tr("one of its files is damaged"))
        files[name] = data
    return files


def _reader(item: object) -> Callable[[dict[str, Any], Repairs], OpenedConversation] | None:
    """What reads a vendor's conversation, told by its shape."""
    if not isinstance(item, dict):
        return None
    if "chat_messages" in item:
        return read_claude
    if "mapping" in item:
        return read_chatgpt
    if is_open_webui(item):
        return read_open_webui
    return read_librechat if is_librechat(item) else None


def _read_foreign(item: Any, number: int) -> Item:
    repairs = Repairs()
    try:
        if not isinstance(item, dict):
            raise ValueError(tr("it is no object"))
        read = _reader(item)
        if read is None:
            raise ValueError(tr("it is no conversation that Baton knows"))
        return _as_told(read(item, repairs), repairs)
    except RecursionError:
        return Skipped(reason=tr("{named} is left out: it is nested too deeply.", named=_named(item, "title", number)))
    except ValueError as error:
        is_claude = isinstance(item, dict) and "chat_messages" in item
        named = _named(item, "name" if is_claude else "title", number)
        return Skipped(reason=tr("{named} is left out: {error}.", named=named, error=error))


def _objects(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = item.get(name, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ValueError(tr("{name} should be a list of objects", name=name))
    return found


def _without_conversation(value: Node | Action) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(value)
    plain.pop("conversation_id", None)
    return plain


def _check_version(version: object) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UsageError(tr("This export does not say its version."), remedy=tr("Export it again."))
    if version > VERSION:
        raise NewerVersionError(
            tr("This export was made by a newer Baton."), remedy=tr("Update Baton, then import it.")
        )


def _named(item: object, field: str, number: int) -> str:
    title = item.get(field) if isinstance(item, dict) else None
    return repr(title[:80]) if isinstance(title, str) and title.strip() else tr("Conversation {number}", number=number)
