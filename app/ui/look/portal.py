"""What the desktop prefers, asked of the settings portal (XDG), for desktops of which Qt itself knows nothing.

Qt follows GNOME, Windows and macOS by itself. On Sway, Xfce, and KDE without its own plugin it knows neither dark nor
contrast nor motion, though their portal says it. Blocks nothing: answers come through the event loop, or never.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"
_KEYS = ("color-scheme", "contrast", "reduced-motion")


def can_ask() -> bool:
    """Whether there may be such a portal."""
    return sys.platform == "linux" and QGuiApplication.platformName() in ("xcb", "wayland")


class SettingsPortal(QObject):
    """``changed``: what it says is new. Until it has answered nothing is preferred."""

    changed = Signal()

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._said: dict[str, int] = {}
        self._bus = bus if bus is not None else QDBusConnection.sessionBus()

    @property
    def is_dark(self) -> bool:
        """Dark is preferred."""
        return self._said.get("color-scheme") == 1

    @property
    def is_high_contrast(self) -> bool:
        """More contrast is preferred."""
        return self._said.get("contrast") == 1

    @property
    def is_still(self) -> bool:
        """Less motion is preferred."""
        return self._said.get("reduced-motion") == 1

    def listen(self) -> None:
        """Ask once, and hear of every change."""
        if not self._bus.isConnected():
            return
        slot = "1_told(QString,QString,QDBusVariant)"  # as Qt's SLOT() writes it
        told = (_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, slot)
        self._bus.connect(*told)  # type: ignore[call-overload]  # the stub wants bytes, which Qt then refuses
        for key in _KEYS:
            # The older of two calls: every version of the portal has it.
            asked = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
            asked.setArguments([_APPEARANCE, key])
            watcher = QDBusPendingCallWatcher(self._bus.asyncCall(asked), self)
            watcher.finished.connect(lambda done, key=key: self._answered(key, done))

    def _answered(self, key: str, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._take(key, reply.arguments()[0])
        watcher.deleteLater()

    @Slot(str, str, QDBusVariant)
    def _told(self, namespace: str, key: str, value: QDBusVariant) -> None:
        if namespace == _APPEARANCE and key in _KEYS:
            self._take(key, value)

    def _take(self, key: str, value: object) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if isinstance(value, int) and self._said.get(key) != value:
            self._said[key] = value
            self.changed.emit()
