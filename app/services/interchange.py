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
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.aws import Action
from app.domain.conversation import Conversation, Node, OpenedConversation, Tree
from app.domain.encoding import from_plain, to_plain
from app.domain.errors import NewerVersionError, UsageError
from app.services.interchange_chatgpt import read_chatgpt
from app.services.interchange_claude import read_claude

FORMAT = "baton-history"
VERSION = 2
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_FORMATS = "Baton's export, ChatGPT's conversations.json and Claude's conversations.json can be imported."


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """A conversation of an import that is left out; ``reason`` is a sentence that names it."""

    reason: str


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


def imported(text: str) -> Iterator[OpenedConversation | Skipped]:
    """Every conversation in ``text``, or the reason why one is left out.

    Raises :class:`UsageError` for a text of none of the formats, :class:`NewerVersionError` for a newer Baton's export;
    a text that breaks off yields what is whole and then says so.
    """
    text = text.removeprefix("\ufeff")
    at = _skip(text, 0)
    match text[at : at + 1]:
        case "[":
            return _items(text, at, own=False)
        case "{":
            return _document(text, at)
        case _:
            raise UsageError("This is no export of conversations: it is not JSON.", remedy=_FORMATS)


def _document(text: str, at: int) -> Iterator[OpenedConversation | Skipped]:
    """A file that is one object: Baton's, or a single conversation of a vendor's."""
    held: dict[str, Any] = {}
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = _value(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise _broken(at)
        at = _skip(text, at + 1)
        if name == "conversations" and text[at : at + 1] == "[":
            if held.get("format") == FORMAT:
                _check_version(held.get("version"))
                return _items(text, at, own=True)
            return _items(text, at, own=False)  # wrapped by some other tool
        held[name], at = _value(text, at)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    if "mapping" not in held and "chat_messages" not in held:
        raise UsageError("This JSON is no export of conversations that Baton knows.", remedy=_FORMATS)
    return iter([_read_foreign(held, 1)])


def _items(text: str, at: int, *, own: bool) -> Iterator[OpenedConversation | Skipped]:
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return iter(())
    try:
        first, after = _value(text, at)
    except UsageError:
        raise UsageError("This file breaks off within its first conversation.", remedy="Export it again.") from None
    if not own and not (isinstance(first, dict) and ("mapping" in first or "chat_messages" in first)):
        raise UsageError("This JSON is no export of conversations that Baton knows.", remedy=_FORMATS)
    return _each(text, first, after, own=own)


def _each(text: str, item: Any, at: int, *, own: bool) -> Iterator[OpenedConversation | Skipped]:
    number = 1
    while True:
        yield _read_own(item, number) if own else _read_foreign(item, number)
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return
        number += 1
        try:
            if text[at : at + 1] != ",":
                raise _broken(at)
            item, at = _value(text, _skip(text, at + 1))
        except UsageError:
            yield Skipped(reason=f"The file is cut or damaged from conversation {number} on; the rest is left out.")
            return


def _read_own(item: Any, number: int) -> OpenedConversation | Skipped:
    name = _named(item, "title", number)
    try:
        if not isinstance(item, dict):
            raise ValueError("it is no object")
        conversation = from_plain(Conversation, item)
        within = {"conversation_id": conversation.id}
        nodes = [from_plain(Node, {**plain, **within}) for plain in _objects(item, "nodes")]
        actions = [from_plain(Action, {**plain, **within}) for plain in _objects(item, "actions")]
        files = _files(item)
        tree = Tree.of(nodes)
        if len(tree.nodes) != len(nodes) or len({action.id for action in actions}) != len(actions):
            raise ValueError("two of its messages or actions have the same id")
        if not nodes:
            raise ValueError("it has no messages")
        if not conversation.id or any(not node.id for node in nodes):
            raise ValueError("an id is empty")
        if conversation.leaf_id is not None and conversation.leaf_id not in tree.nodes:
            raise ValueError("the message it shows is not there")
    except ValueError as error:
        return Skipped(reason=f"{name} is left out: {error}.")
    return OpenedConversation(conversation=conversation, tree=tree, actions=actions, files=files)


def _files(item: dict[str, Any]) -> dict[str, bytes]:
    """The files of a conversation. Raises ``ValueError`` for one that is not what its name says."""
    held = item.get("files", {})
    if not isinstance(held, dict):
        raise ValueError("files should be an object")
    files = {}
    for name, text in held.items():
        data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
        if hashlib.sha256(data).hexdigest() != name:
            raise ValueError("one of its files is damaged")
        files[name] = data
    return files


def _read_foreign(item: Any, number: int) -> OpenedConversation | Skipped:
    is_claude = isinstance(item, dict) and "chat_messages" in item
    try:
        if not isinstance(item, dict):
            raise ValueError("it is no object")
        return read_claude(item) if is_claude else read_chatgpt(item)
    except ValueError as error:
        return Skipped(reason=f"{_named(item, 'name' if is_claude else 'title', number)} is left out: {error}.")


def _objects(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = item.get(name, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ValueError(f"{name} should be a list of objects")
    return found


def _without_conversation(value: Node | Action) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(value)
    plain.pop("conversation_id", None)
    return plain


def _check_version(version: object) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UsageError("This export does not say its version.", remedy="Export it again.")
    if version > VERSION:
        raise NewerVersionError("This export was made by a newer Baton.", remedy="Update Baton, then import it.")


def _named(item: object, field: str, number: int) -> str:
    title = item.get(field) if isinstance(item, dict) else None
    return repr(title[:80]) if isinstance(title, str) and title.strip() else f"Conversation {number}"


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):  # a number of thousands of digits is a ValueError of its own
        raise _broken(at) from None


def _broken(at: int) -> UsageError:
    return UsageError(f"This file is no whole JSON: it breaks off or is damaged near character {at}.", remedy=_FORMATS)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
