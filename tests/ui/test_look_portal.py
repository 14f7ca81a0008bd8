"""The settings portal on a real bus: asked once, and heard of every change."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from app.ui.look.portal import SettingsPortal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is such a portal on Linux alone")

APPEARANCE = "org.freedesktop.appearance"


class StandIn:
    """Answers ``Read`` as xdg-desktop-portal does, on a thread of its own, and tells of changes."""

    def __init__(self, address: str) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.values = {"color-scheme": 1, "contrast": 0, "reduced-motion": 0}
        self.address = address
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def change(self, key: str, value: int) -> None:
        from jeepney import DBusAddress, new_signal

        where = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
        self._connection.send(new_signal(where, "SettingChanged", "ssv", (APPEARANCE, key, ("u", value))))

    def join(self) -> None:
        """Wait for the end, which comes with that of the bus."""
        self._thread.join(10)
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return

        while True:
            try:
                asked = self._connection.receive()
            except (ConnectionError, OSError):  # the bus has ended
                return
            is_call = asked.header.message_type is MessageType.method_call
            if is_call and asked.header.fields.get(HeaderFields.member) == "Read":
                value = ("v", ("u", self.values[asked.body[1]]))
                self._connection.send(new_method_return(asked, "v", (value,)))


@pytest.fixture
def desktop() -> Iterator[StandIn]:
    """A portal on a bus of the test's own."""
    if shutil.which("dbus-daemon") is None:
        pytest.fail("dbus-daemon is missing; packaging/bootstrap.py test installs it")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        stand_in = StandIn(daemon.stdout.readline().strip())
        yield stand_in
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
    stand_in.join()


def test_what_the_desktop_prefers_is_read_and_followed(desktop: StandIn, qtbot: QtBot) -> None:
    owner = QObject()
    portal = SettingsPortal(owner, QDBusConnection.connectToBus(desktop.address, "portal-test"))
    with qtbot.waitSignal(portal.changed):
        portal.listen()
    assert (portal.is_dark, portal.is_high_contrast, portal.is_still) == (True, False, False)
    qtbot.waitUntil(lambda: len(portal._said) == 3)
    for key, value in (("contrast", 1), ("reduced-motion", 1), ("color-scheme", 2)):
        with qtbot.waitSignal(portal.changed):
            desktop.change(key, value)
    assert (portal.is_dark, portal.is_high_contrast, portal.is_still) == (False, True, True)
    QDBusConnection.disconnectFromBus("portal-test")
