"""What of a conversation can be searched, how it is laid into the index, and how a person's words become a query.

The index splits text at everything that is no letter or digit. Chinese, Japanese, Thai, Lao, Khmer and Burmese write no
spaces and Korean joins its particles to the word, so each of their characters is made a word by a zero-width space on
either side; a query is treated alike and asks for the characters in sequence. Those spaces are taken out of what is
shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.aws import Action, plain_parameters
from app.domain.encoding import from_plain
from app.domain.messages import Message, TextPart
from app.storage.columns import loaded, storable

MARK, END = "\x01", "\x02"  # around the words found, see SearchHit
TOKENIZER = "tokenize = 'unicode61 remove_diacritics 2'"
_TABLE_CHARS = 20_000
_GAP = "\u200b"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U000323af]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def title_text(title: str, *, titled: bool) -> str:
    """The name that somebody gave a conversation. Baton's own is the first message's words, which are found there."""
    return indexed(title) if titled else ""


def message_text(message: Message) -> str:
    """What a person reads of a message: its text, and the names of the files given along. What tools are asked and
    answer is written for a model; the action's card says it in words, and is found by those.
    """
    texts = [part.text for part in message.parts if isinstance(part, TextPart)]
    return indexed("\n".join([*texts, *(file.name for file in message.attachments)]))


def stored_message(body: str) -> Message | None:
    """The message in a node's stored body; ``None`` for a damaged one."""
    try:
        return from_plain(Message, loaded(body)["message"])
    except (ValueError, KeyError, TypeError):
        return None


def action_text(action: Action) -> str:
    """What a person sees of an action's card: the sentence, the call, the error, the table's cells up to a limit."""
    seen = [action.sentence, str(action.call.id), plain_parameters(action.call.parameters), action.error or ""]
    if action.result is not None and action.result.table is not None:
        room = _TABLE_CHARS
        for row in (action.result.table.columns, *action.result.table.rows):
            line = " ".join(row)
            room -= len(line)
            if room < 0:
                break
            seen.append(line)
    return indexed("\n".join(text for text in seen if text))


def indexed(text: str) -> str:
    """``text`` as it is laid into the index."""
    return _UNSPACED.sub(lambda found: f"{_GAP}{found[0]}{_GAP}", _CONTROLS.sub(" ", storable(text)))


def shown(snippet: str) -> str:
    """A snippet of the index as a person wrote it; neighbouring marks become one."""
    return snippet.replace(_GAP, "").replace(END + MARK, "")


def query(words: Sequence[str], *, half_typed: bool) -> str | None:
    """An FTS5 query that finds every word or phrase, the last one's continuations too where it is half typed; ``None``
    where there is no word.

    Each is quoted, so nothing a person types is an operator; ``team-logs`` asks for both words in sequence. One letter
    is a word: what goes on from it is nearly everything.
    """
    pieces = [piece for piece in map(indexed, words) if any(char.isalnum() for char in piece)]
    if not pieces:
        return None
    quoted = ['"' + piece.replace('"', '""') + '"' for piece in pieces]
    goes_on = half_typed and pieces[-1][-2:].isalnum() and len(pieces[-1]) > 1
    return " AND ".join(quoted) + ("*" if goes_on else "")
