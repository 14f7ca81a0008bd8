"""Every command of the window as one entry of data: id, title, keys, what enables it, what it calls.

Menus, palette, shortcut sheet and key bindings derive from :data:`COMMANDS`; refuses to carry anything out itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Commands(Protocol):
    """What the window can be told to do; the controller does it."""

    def new_chat(self) -> None: ...
    def rename_chat(self) -> None: ...
    def pin_chat(self) -> None: ...
    def delete_chat(self) -> None: ...
    def export_chat(self, form: str) -> None: ...
    def export_everything(self) -> None: ...
    def import_chats(self) -> None: ...
    def open_chat_number(self, number: int) -> None: ...
    def quit(self) -> None: ...
    def find_here(self) -> None: ...
    def find_step(self, step: int) -> None: ...
    def search_everything(self) -> None: ...
    def focus_composer(self) -> None: ...
    def edit_last(self) -> None: ...
    def attach_files(self) -> None: ...
    def pin_message(self) -> None: ...
    def answer_again(self) -> None: ...
    def copy_last(self) -> None: ...
    def show_sent(self) -> None: ...
    def move_turn(self, step: int) -> None: ...
    def escape(self) -> None: ...
    def open_palette(self) -> None: ...
    def choose_model(self) -> None: ...
    def toggle_private(self) -> None: ...
    def refresh_models(self) -> None: ...
    def toggle_serving(self) -> None: ...
    def run_batch(self) -> None: ...
    def insert_prompt(self) -> None: ...
    def open_prompts(self) -> None: ...
    def choose_preset(self) -> None: ...
    def correct_model(self) -> None: ...
    def edit_schema(self) -> None: ...
    def clear_kept_answers(self) -> None: ...
    def choose_account(self) -> None: ...
    def use_demo(self) -> None: ...
    def toggle_sidebar(self) -> None: ...
    def toggle_dock(self) -> None: ...
    def change_text_size(self, step: int) -> None: ...
    def choose_theme(self, choice: str) -> None: ...
    def open_settings(self, page: str) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_log(self) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """What commands depend on. ``is_ready``: the services stand; the rest is about the conversation shown."""

    is_ready: bool = False
    is_written: bool = False  # it is in the history: it has a message
    is_answering: bool = False
    is_finding: bool = False
    conversations: int = 0


def _ready(now: Situation) -> bool:
    return now.is_ready


def _written(now: Situation) -> bool:
    return now.is_ready and now.is_written


def _settled(now: Situation) -> bool:
    return now.is_ready and now.is_written and not now.is_answering


def _always(_: Situation) -> bool:
    return True


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command. ``keys`` is a key sequence in Qt's portable words (Ctrl is Command on macOS).

    ``is_local``: the keys are handled by the widget that has the focus and only shown here (Esc must close what is on
    top before it stops an answer).
    """

    id: str
    title: str
    section: str
    call: Callable[[Commands], None]
    keys: str
    enabled_when: Callable[[Situation], bool] = _ready
    is_local: bool = False


ATTACH_KEYS = "Ctrl+U"  # with Shift it begins a character by its number, with many input methods

SECTIONS = ("Chat", "Edit", "Go", "Model", "AWS", "View", "Help")


def _numbered(number: int) -> Command:
    return Command(
        id=f"chat.open-{number}",
        title=f"Open chat {number}",
        section="Go",
        keys=f"Ctrl+{number}",
        call=lambda do: do.open_chat_number(number),
        enabled_when=lambda now: now.is_ready and now.conversations >= number,
    )


COMMANDS: tuple[Command, ...] = (
    Command(id="chat.new", title="New chat", section="Chat", keys="Ctrl+N", call=lambda do: do.new_chat()),
    Command(
        id="chat.rename",
        title="Rename this chat",
        section="Chat",
        keys="F2",
        call=lambda do: do.rename_chat(),
        enabled_when=_written,
    ),
    Command(
        id="chat.pin",
        title="Pin or unpin this chat",
        section="Chat",
        keys="Ctrl+Shift+P",
        call=lambda do: do.pin_chat(),
        enabled_when=_written,
    ),
    Command(
        id="chat.export-markdown",
        title="Export this chat as Markdown…",
        section="Chat",
        keys="Ctrl+Shift+S",
        call=lambda do: do.export_chat("markdown"),
        enabled_when=_written,
    ),
    Command(
        id="chat.export-json",
        title="Export this chat as JSON…",
        section="Chat",
        keys="Ctrl+Shift+J",
        call=lambda do: do.export_chat("json"),
        enabled_when=_written,
    ),
    Command(
        id="chat.delete",
        title="Delete this chat",
        section="Chat",
        keys="Ctrl+Shift+Backspace",
        call=lambda do: do.delete_chat(),
        enabled_when=_written,
    ),
    Command(
        id="history.import",
        title="Import chats…",
        section="Chat",
        keys="Ctrl+O",
        call=lambda do: do.import_chats(),
    ),
    Command(
        id="history.export",
        title="Export everything…",
        section="Chat",
        keys="Ctrl+Shift+X",
        call=lambda do: do.export_everything(),
    ),
    Command(
        id="settings.open",
        title="Settings…",
        section="Chat",
        keys="Ctrl+,",
        call=lambda do: do.open_settings(""),
    ),
    Command(
        id="app.quit",
        title="Quit Baton",
        section="Chat",
        keys="Ctrl+Q",
        call=lambda do: do.quit(),
        enabled_when=_always,
    ),
    Command(id="find.here", title="Find in this chat", section="Edit", keys="Ctrl+F", call=lambda do: do.find_here()),
    Command(
        id="find.next",
        title="Find next",
        section="Edit",
        keys="F3",
        call=lambda do: do.find_step(1),
        enabled_when=lambda now: now.is_finding,
    ),
    Command(
        id="find.previous",
        title="Find previous",
        section="Edit",
        keys="Shift+F3",
        call=lambda do: do.find_step(-1),
        enabled_when=lambda now: now.is_finding,
    ),
    Command(
        id="find.everywhere",
        title="Search all chats",
        section="Edit",
        keys="Ctrl+Shift+F",
        call=lambda do: do.search_everything(),
    ),
    Command(
        id="files.attach",
        title="Attach files…",
        section="Edit",
        keys=ATTACH_KEYS,
        call=lambda do: do.attach_files(),
    ),
    Command(
        id="message.pin",
        title="Pin or unpin the message, so that it is always sent",
        section="Edit",
        keys="Ctrl+D",
        call=lambda do: do.pin_message(),
        enabled_when=_written,
    ),
    Command(
        id="message.edit-last",
        title="Edit your last message",
        section="Edit",
        keys="Ctrl+Shift+E",
        call=lambda do: do.edit_last(),
        enabled_when=_settled,
    ),
    Command(
        id="answer.again",
        title="Answer again",
        section="Edit",
        keys="Ctrl+R",
        call=lambda do: do.answer_again(),
        enabled_when=_settled,
    ),
    Command(
        id="answer.copy",
        title="Copy the last answer",
        section="Edit",
        keys="Ctrl+Shift+C",
        call=lambda do: do.copy_last(),
        enabled_when=_written,
    ),
    Command(
        id="prompts.insert",
        title="Use a prompt of the library",
        section="Edit",
        keys="Ctrl+P",
        call=lambda do: do.insert_prompt(),
    ),
    Command(
        id="prompts.library",
        title="Prompt library…",
        section="Edit",
        keys="F4",
        call=lambda do: do.open_prompts(),
    ),
    Command(
        id="answer.sent",
        title="What was sent for the last answer",
        section="Edit",
        keys="Ctrl+Shift+W",
        call=lambda do: do.show_sent(),
        enabled_when=_written,
    ),
    Command(
        id="answer.stop",
        title="Stop the answer, or close what is open",
        section="Edit",
        keys="Esc",
        call=lambda do: do.escape(),
        is_local=True,
        enabled_when=_always,
    ),
    Command(
        id="palette.open",
        title="Command palette",
        section="Go",
        keys="Ctrl+K",
        call=lambda do: do.open_palette(),
        enabled_when=_always,
    ),
    Command(
        id="composer.focus",
        title="Write a message",
        section="Go",
        keys="Ctrl+L",
        call=lambda do: do.focus_composer(),
        enabled_when=_always,
    ),
    Command(id="turn.previous", title="Previous turn", section="Go", keys="Alt+Up", call=lambda do: do.move_turn(-1)),
    Command(id="turn.next", title="Next turn", section="Go", keys="Alt+Down", call=lambda do: do.move_turn(1)),
    *(_numbered(number) for number in range(1, 10)),
    Command(
        id="model.choose", title="Choose a model", section="Model", keys="Ctrl+M", call=lambda do: do.choose_model()
    ),
    Command(
        id="chat.private",
        title="Keep this chat on this machine, or no longer",
        section="Model",
        keys="Ctrl+Shift+H",
        call=lambda do: do.toggle_private(),
    ),
    Command(
        id="model.refresh",
        title="Ask every provider for its models again",
        section="Model",
        keys="Ctrl+Shift+R",
        call=lambda do: do.refresh_models(),
    ),
    Command(
        id="keys.open",
        title="API keys…",
        section="Model",
        keys="Ctrl+Shift+K",
        call=lambda do: do.open_settings("Keys"),
    ),
    Command(
        id="endpoints.open",
        title="Endpoints…",
        section="Model",
        keys="Ctrl+Shift+M",
        call=lambda do: do.open_settings("Endpoints"),
    ),
    Command(
        id="local.open",
        title="Local models: add, download, remove…",
        section="Model",
        keys="Ctrl+Shift+L",
        call=lambda do: do.open_settings("Model files"),
    ),
    Command(
        id="serving.toggle",
        title="Start or stop serving local models to other programs",
        section="Model",
        keys="Ctrl+Shift+O",
        call=lambda do: do.toggle_serving(),
    ),
    Command(
        id="serving.open",
        title="Other programs: address, key, who is asking…",
        section="Model",
        keys="Ctrl+Shift+G",
        call=lambda do: do.open_settings("Other programs"),
    ),
    Command(
        id="batch.run",
        title="Run a file of prompts…",
        section="Model",
        keys="Ctrl+Shift+B",
        call=lambda do: do.run_batch(),
    ),
    Command(
        id="preset.choose",
        title="Presets of parameters: apply, save, rename, delete…",
        section="Model",
        keys="Ctrl+Shift+Y",
        call=lambda do: do.choose_preset(),
    ),
    Command(
        id="model.correct",
        title="Correct what is said of this model…",
        section="Model",
        keys="Ctrl+Shift+I",
        call=lambda do: do.correct_model(),
    ),
    Command(
        id="answers.schema",
        title="Answer as JSON…",
        section="Model",
        keys="Ctrl+Shift+H",
        call=lambda do: do.edit_schema(),
    ),
    Command(
        id="budgets.open",
        title="Budgets…",
        section="Model",
        keys="Ctrl+Shift+T",
        call=lambda do: do.open_settings("Budgets"),
    ),
    Command(
        id="answers.clear",
        title="Clear kept answers",
        section="Model",
        keys="Ctrl+Shift+Del",
        call=lambda do: do.clear_kept_answers(),
    ),
    Command(
        id="account.choose",
        title="Choose an AWS account and region",
        section="AWS",
        keys="Ctrl+Shift+A",
        call=lambda do: do.choose_account(),
    ),
    Command(
        id="account.demo",
        title="Use the demo account",
        section="AWS",
        keys="Ctrl+Shift+D",
        call=lambda do: do.use_demo(),
    ),
    Command(
        id="view.sidebar",
        title="Show or hide the list of chats",
        section="View",
        keys="Ctrl+B",
        call=lambda do: do.toggle_sidebar(),
        enabled_when=_always,
    ),
    Command(
        id="view.dock",
        title="Show or hide the model dock",
        section="View",
        keys="Ctrl+J",
        call=lambda do: do.toggle_dock(),
        enabled_when=_always,
    ),
    Command(
        id="view.larger",
        title="Larger text",
        section="View",
        keys="Ctrl++",
        call=lambda do: do.change_text_size(1),
    ),
    Command(
        id="view.smaller",
        title="Smaller text",
        section="View",
        keys="Ctrl+-",
        call=lambda do: do.change_text_size(-1),
    ),
    Command(
        id="view.normal-size",
        title="Normal text size",
        section="View",
        keys="Ctrl+0",
        call=lambda do: do.change_text_size(0),
    ),
    Command(
        id="view.system",
        title="Theme: follow the system",
        section="View",
        keys="Shift+F6",
        call=lambda do: do.choose_theme("system"),
    ),
    Command(
        id="view.light",
        title="Theme: light",
        section="View",
        keys="Shift+F7",
        call=lambda do: do.choose_theme("light"),
    ),
    Command(
        id="view.dark",
        title="Theme: dark",
        section="View",
        keys="Shift+F8",
        call=lambda do: do.choose_theme("dark"),
    ),
    Command(
        id="help.shortcuts",
        title="Keyboard shortcuts",
        section="Help",
        keys="F1",
        call=lambda do: do.show_shortcuts(),
        enabled_when=_always,
    ),
    Command(
        id="help.doctor",
        title="Check what works on this machine",
        section="Help",
        keys="Shift+F1",
        call=lambda do: do.open_settings("About"),
    ),
    Command(
        id="help.log",
        title="Show log",
        section="Help",
        keys="F12",
        call=lambda do: do.show_log(),
        enabled_when=_always,
    ),
)

SHOWN_IN_F1_ONLY = (
    ("Send the message", "Enter"),
    ("Break the line", "Shift+Enter"),
    ("Edit your last message, in an empty composer", "Up"),
    ("Delete the chat selected in the list", "Del"),
    ("Remove the file that has the focus from the message", "Del"),
)


def native_keys(keys: str) -> str:
    """``Ctrl+K`` as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ActionSet(QObject):
    """The commands as Qt actions of one window, enabled as the situation says."""

    def __init__(self, window: QWidget, commands: Commands, entries: Iterable[Command] = COMMANDS) -> None:
        super().__init__(window)
        self._entries = tuple(entries)
        self._actions: dict[str, QAction] = {}
        for entry in self._entries:
            action = QAction(entry.title, window)
            action.setObjectName(entry.id)
            action.setMenuRole(_menu_role(entry.id))
            if not entry.is_local:
                sequences = [QKeySequence(entry.keys)]
                if entry.keys == "Ctrl++":  # the same key without Shift, on most layouts
                    sequences.append(QKeySequence("Ctrl+="))
                action.setShortcuts(sequences)
            action.triggered.connect(lambda _=False, entry=entry: entry.call(commands))
            window.addAction(action)
            self._actions[entry.id] = action
        self._situation = Situation()
        self.set_situation(self._situation)

    @property
    def entries(self) -> tuple[Command, ...]:
        """The data the actions were made of."""
        return self._entries

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """Every key sequence bound to the window, which text fields must leave alone."""
        return tuple(sequence for action in self._actions.values() for sequence in action.shortcuts())

    def action(self, command_id: str) -> QAction:
        """The action of a command."""
        return self._actions[command_id]

    def set_situation(self, situation: Situation) -> None:
        """Enable what can be done now."""
        self._situation = situation
        for entry in self._entries:
            self._actions[entry.id].setEnabled(entry.enabled_when(situation))

    @property
    def situation(self) -> Situation:
        """What the actions were last enabled by."""
        return self._situation


def _menu_role(command_id: str) -> QAction.MenuRole:
    # macOS moves these three to the application menu; everything else stays where the data puts it.
    match command_id:
        case "settings.open":
            return QAction.MenuRole.PreferencesRole
        case "app.quit":
            return QAction.MenuRole.QuitRole
        case _:
            return QAction.MenuRole.NoRole
