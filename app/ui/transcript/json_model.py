"""A JSON value as a Qt tree that makes its nodes when they are looked at, quick for any number. Changes no value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.tokens import Tokens
from app.ui.markdown import mark_direction

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str | int, ...]
NAME, VALUE = 0, 1
_SHOWN_CHARS = 300  # of a value, in its line; the tip and the copy have more of it
_TIP_CHARS = 2_000
MOST_FOUND = 1_000


class _Node:
    """One value. ``children`` is made once it is unfolded."""

    __slots__ = ("children", "name", "parent", "row", "value")

    def __init__(self, parent: _Node | None, row: int, name: str | int, value: object) -> None:
        self.parent = parent
        self.row = row
        self.name = name
        self.value = value
        self.children: list[_Node] | None = None

    def unfolded(self) -> list[_Node]:
        if self.children is None:
            self.children = [_Node(self, row, name, value) for row, (name, value) in enumerate(_items(self.value))]
        return self.children


def _items(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


_Way = tuple[Any, "str | int"]  # the way before, or nothing, and a name


def _path_of(way: _Way) -> Path:
    names: list[str | int] = []
    at: Any = way
    while at:
        at, name = at
        names.append(name)
    return tuple(reversed(names))


def _row_of(value: object, name: str | int) -> int:
    """The line of a name within its value, or -1."""
    if isinstance(value, list):
        return name if isinstance(name, int) and 0 <= name < len(value) else -1
    if isinstance(value, dict) and name in value:
        return next(row for row, other in enumerate(value) if other == name)
    return -1


class JsonModel(QAbstractItemModel):
    """Names in the first column, values in the second; an object or a list says how much is in it."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._root = _Node(None, 0, "", {})

    @property
    def value(self) -> object:
        """The whole of it."""
        return self._root.value

    def set_value(self, value: object) -> None:
        """Show another value."""
        self.beginResetModel()
        self._root = _Node(None, 0, "", value)
        self.endResetModel()

    def set_tokens(self, tokens: Tokens) -> None:
        """The colours changed."""
        self._tokens = tokens
        self.layoutChanged.emit()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        children = self._node(parent).unfolded()
        if not 0 <= row < len(children) or column not in (NAME, VALUE):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent has the same name
        above = self._node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._node(parent).unfolded())

    def hasChildren(self, parent: Index | None = None) -> bool:
        value = self._node(parent).value
        return isinstance(value, (dict, list)) and bool(value) and (parent is None or parent.column() <= 0)

    def columnCount(self, parent: Index | None = None) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            text = str(node.name) if index.column() == NAME else summary(node.value)
            return mark_direction(" ".join(text[:_SHOWN_CHARS].split("\n")))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == VALUE and isinstance(node.value, str):
            text = node.value if len(node.value) <= _TIP_CHARS else node.value[:_TIP_CHARS] + "…"
            # As HTML of our own, since Qt would take a value that looks like HTML for it.
            return f"<span>{escape(mark_direction(text))}</span>" if len(node.value) > 20 else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(node, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return mark_direction(f"{node.name}: {summary(node.value)}"[:_SHOWN_CHARS])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Name"), tr("Value"))[section]
        return None

    def path(self, index: Index) -> Path:
        """The names from the whole to a value."""
        names: list[str | int] = []
        node: _Node | None = self._node(index)
        while node is not None and node is not self._root:
            names.append(node.name)
            node = node.parent
        return tuple(reversed(names))

    def at(self, path: Sequence[str | int]) -> QModelIndex:
        """Where ``path`` leads; invalid where it leads nowhere."""
        index = QModelIndex()
        for name in path:
            index = self.index(_row_of(self._node(index).value, name), NAME, index)
            if not index.isValid():
                return index
        return index

    def value_at(self, index: Index) -> object:
        """The value of a line."""
        return self._node(index).value

    def find(self, text: str) -> list[Path]:
        """The paths whose name or value holds ``text``, upper and lower case alike; in order, the first thousand."""
        return paths_with(self._root.value, text)

    def _node(self, index: Index | None) -> _Node:
        if index is None or not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node

    def _colour(self, node: _Node, column: int) -> str:
        if column == NAME or isinstance(node.value, (dict, list)) or node.value is None:
            return self._tokens.muted
        if isinstance(node.value, bool):
            return self._tokens.sensitive_read
        if isinstance(node.value, (int, float)):
            return self._tokens.accent
        return self._tokens.text


def paths_with(whole: object, text: str) -> list[Path]:
    """The paths within ``whole`` whose name or value holds ``text``; see :meth:`JsonModel.find`."""
    wanted = text.casefold()
    found: list[Path] = []
    # Each value with the way to it as a chain, of which a path is made only where something is found.
    waiting: list[tuple[_Way, object]] = [(((), name), value) for name, value in _items(whole)][::-1]
    while waiting and len(found) < MOST_FOUND:
        way, value = waiting.pop()
        if isinstance(value, (dict, list)):
            waiting += [((way, name), inner) for name, inner in _items(value)][::-1]
            scalar = ""
        else:
            scalar = written(value)
        if wanted in str(way[1]).casefold() or wanted in scalar.casefold():
            found.append(_path_of(way))
    return found


def summary(value: object) -> str:
    """A value in one line: a text in its own words, a list by its length."""
    match value:
        case dict():
            return f"{{ {number(len(value))} }}" if value else "{ }"
        case list():
            return f"[ {number(len(value))} ]" if value else "[ ]"
        case str():
            return value[:_SHOWN_CHARS] if value else '""'
        case _:
            return written(value)


def written(value: object) -> str:
    """A value as it is copied: a text without its quotes, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)


def path_words(path: Path) -> str:
    """``$.items[2]['first name']``, as JSONPath and jq's friends take it."""
    words = "$"
    for name in path:
        if isinstance(name, int):
            words += f"[{name}]"
        elif name.isidentifier():
            words += f".{name}"
        else:
            quoted = name.replace("\\", "\\\\").replace("'", "\\'")
            words += f"['{quoted}']"
    return words


def count(value: object) -> int:
    """How many values are in ``value``, itself not counted."""
    total, waiting = 0, [value]
    while waiting:
        inner = [item for _, item in _items(waiting.pop())]
        total += len(inner)
        waiting.extend(inner)
    return total
