"""What a screen reader is told that a widget of Baton's own is; refuses names, which the widgets set themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Kind = TypeVar("Kind", bound=type[QWidget])
_ROLES: dict[str, QAccessible.Role] = {}


def spoken_as(role: QAccessible.Role) -> Callable[[Kind], Kind]:
    """Decorates a class of widgets that Qt knows no role for; otherwise it is passed over as a mere container."""

    def told(kind: Kind) -> Kind:
        _ROLES[kind.__name__] = role
        return kind

    return told


def install_roles() -> None:
    """Have Qt ask here for the roles of such widgets, once for the whole program."""
    QAccessible.installFactory(_made)


def _made(class_name: str, of: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(class_name)
    return QAccessibleWidget(of, role) if role is not None and isinstance(of, QWidget) else None
