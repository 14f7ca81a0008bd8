"""Everything by the keyboard: Tab comes to every control of every window, each says what it is, and none keeps it."""

from __future__ import annotations

import asyncio
import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QScrollArea, QWidget

from app.domain.models import Endpoint
from app.providers.scripted import words
from app.ui.transcript.window import RowWindow
from app.ui.widgets.overlay import Overlay
from tests.ui.test_shell_window import Driver, Runner, run
from tests.ui_fixtures import settled, until

__all__ = ["run"]

ANSWER = """Here it is.

```python
print("hello")
```

| a | b |
|---|---|
| 1 | [a link](https://example.org) |
"""
_MOST_STEPS = 400
_NO_CONTROL = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Grouping)


def controls(top: QWidget) -> set[QWidget]:
    """What in ``top`` can be used now and says that Tab may come to it."""
    found = set()
    for widget in top.findChildren(QWidget):
        if widget.window() is not top.window() or not widget.isVisible() or not widget.isEnabled():
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
            continue
        if not isinstance(widget.parentWidget(), QAbstractSpinBox):  # the box has the focus for its field
            found.add(widget)
    return found


def walk(top: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the focus comes round; the widgets in the order they had it."""
    seen: list[QWidget] = []
    top.activateWindow()
    for _ in range(_MOST_STEPS):
        at = QApplication.focusWidget()
        if at is not None and (not seen or at is not seen[-1]):  # a text with links keeps Tab for each
            if at in seen:
                return seen
            seen.append(at)
        QTest.keyClick(at or top, key)
        if seen and at is QApplication.focusWidget() is seen[0]:
            return seen
    pytest.fail(f"Tab does not come round in {top}: {[told(widget) for widget in seen[-6:]]}")


def told(widget: QWidget) -> str:
    """What a screen reader is told of a widget: role and name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    role = interface.role().name if interface is not None else "nothing"
    return f"{role} {name!r} ({type(widget).__name__} in {type(widget.parentWidget()).__name__})"


def faults(top: QWidget) -> list[str]:
    """What is wrong with ``top`` for somebody without a mouse or without eyes."""
    before = QApplication.focusWidget()
    reached = walk(top)
    found = [f"Tab does not come to {told(widget)}" for widget in controls(top) - set(reached)]
    back = walk(top, Qt.Key.Key_Backtab)
    found += [f"Shift+Tab does not come to {told(widget)}" for widget in set(reached) - set(back)]
    for widget in reached:
        interface = QAccessible.queryAccessibleInterface(widget)
        has_name = interface is not None and interface.text(QAccessible.Text.Name)
        # What the arrow keys scroll is no control, but wants the focus and a name.
        has_role = interface is not None and (
            interface.role() not in _NO_CONTROL or isinstance(widget, (RowWindow, QScrollArea))
        )
        if has_name and interface.role() is QAccessible.Role.ComboBox:
            # Its name is what is chosen, on Linux; what that is about says the label it belongs to.
            has_name = interface.relations(QAccessible.RelationFlag.Label)
        if not has_name or not has_role:
            found.append(f"no name or no role: {told(widget)}")
    if before is not None:
        before.setFocus()
    return found


def test_tab_comes_to_everything_of_the_window_and_each_says_what_it_is(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        window = person.window
        window.resize(1280, 900)
        await settled()
        assert faults(window) == []  # the doors of the first run
        await person.say("hello")
        await settled()
        assert faults(window) == []
        window.sidebar.new_button.setFocus()
        parts = (window.sidebar, window.header, window.transcript, window.composer, window.dock)
        in_turn = [part for widget in walk(window) for part in parts if part.isAncestorOf(widget)]
        assert [part for part, _ in itertools.groupby(in_turn)] == list(parts)
        person.controller.find_here()
        await settled()
        assert faults(window) == []

    run(drive, [words(ANSWER)])


def test_tab_comes_to_everything_of_the_settings(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.settings.set_endpoints((Endpoint(name="mine", url="https://example.org/v1"),))
        person.controller.open_settings("")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: "keyed" in dialog.keys.rows)
        found = []
        for page in range(dialog.nav.count()):
            dialog.nav.setCurrentRow(page)
            await settled()
            found += [f"{dialog.nav.item(page).text()}: {fault}" for fault in faults(dialog)]
        assert found == []
        dialog.close()

    run(drive, [])


def test_tab_comes_to_everything_of_the_other_windows(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("hello")
        do, found = person.controller, []
        for open_it in (
            do.open_prompts,
            do.open_playbooks,
            do.run_batch,
            do.edit_schema,
            do.correct_model,
            do.choose_preset,
            do.show_sent,
            do.open_palette,
            do.choose_model,
            do.choose_account,
            do.show_shortcuts,
        ):
            person.window.activateWindow()
            await settled()
            before = {id(top) for top in QApplication.topLevelWidgets() if top.isVisible()}
            open_it()
            await settled()
            await asyncio.sleep(0.05)  # what a window lists comes from a thread
            tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and id(top) not in before]
            layers = (*person.window.findChildren(Overlay), *tops)
            shown = [layer for layer in layers if layer.isVisible()]
            assert len(shown) == 1, (open_it.__name__, found, told(QApplication.focusWidget()))
            top = shown[0]
            found += [f"{open_it.__name__}: {fault}" for fault in faults(top)]
            for other in tops:
                other.close()
            if not tops:
                person.press(Qt.Key.Key_Escape)
                found += [f"{open_it.__name__}: Esc does not close it"] if top.isVisible() else []
            await settled()
        assert found == []

    run(drive, [words(ANSWER)])


def test_all_of_the_window_is_made_larger_and_smaller_by_keys(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        ctrl, theme = Qt.KeyboardModifier.ControlModifier, person.controller._desk.theme
        before = person.window.sidebar.new_button.font().pixelSize()
        person.press(Qt.Key.Key_Plus, ctrl)
        await until(lambda: theme.text_percent == 110)
        person.press(Qt.Key.Key_Equal, ctrl)  # the same key without Shift
        await until(lambda: theme.text_percent == 120)
        assert person.window.sidebar.new_button.font().pixelSize() > before
        person.press(Qt.Key.Key_Minus, ctrl)
        await until(lambda: person.app.settings.current.text_size == 110)
        person.press(Qt.Key.Key_0, ctrl)
        await until(lambda: theme.text_percent == 100)
        assert person.window.sidebar.new_button.font().pixelSize() == before

    run(drive, [])
