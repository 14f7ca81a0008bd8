"""A screen reader's hands and ears: run by the system's Python, which alone has the bindings of AT-SPI.

Reads one JSON command a line and answers with one JSON line. It knows roles, names, states, actions and texts, and
nothing of Baton. What is announced is kept with the time at which it came.
"""

import json
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version is said first

_OPEN = ("desktop frame", "application", "frame")  # their state says nothing of what is in them
heard = []


def listen(event):
    heard.append({"text": str(event.any_data), "at_s": time.monotonic()})


def showing(node):
    return node.get_role_name() in _OPEN or node.get_state_set().contains(Atspi.StateType.SHOWING)


def everything(node):
    """What is shown, in the order of the tree."""
    try:
        if not showing(node):
            return
        yield node
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:  # it went away meanwhile
        return
    for child in children:
        if child is not None:
            yield from everything(child)


def found(command):
    """The nodes of a role whose name begins so, within another one where that is said."""
    tops = [Atspi.get_desktop(0)]
    if "within" in command:
        tops = found(command["within"])
    for top in tops:
        for node in everything(top):
            try:
                if node.get_role_name() == command["role"] and node.get_name().startswith(command["name"]):
                    return [node]
            except GLib.Error:
                continue
    return []


def said(node):
    """What a reader would say of a node."""
    states = node.get_state_set()
    words = node.get_name()
    text = node.get_text_iface()
    if text is not None:
        words = words or Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    return {
        "role": node.get_role_name(),
        "words": words,
        "description": node.get_description(),
        "enabled": states.contains(Atspi.StateType.ENABLED) and states.contains(Atspi.StateType.SENSITIVE),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def do(command):
    match command["do"]:
        case "heard":
            return heard
        case "dump":
            return [said(node) for node in everything(Atspi.get_desktop(0))]
    nodes = found(command)
    if not nodes:
        return None
    (node,) = nodes
    match command["do"]:
        case "find":
            return said(node)
        case "read":
            return [said(part) for part in everything(node)]
        case "press":
            names = [Atspi.Action.get_action_name(node, at) for at in range(Atspi.Action.get_n_actions(node))]
            wanted = next((at for at, name in enumerate(names) if name in ("Press", "Toggle")), None)
            return wanted is not None and Atspi.Action.do_action(node, wanted)
        case "write":
            return Atspi.EditableText.set_text_contents(node, command["text"])


def main():
    listener = Atspi.EventListener.new(listen)
    listener.register("object:announcement")
    loop = GLib.MainLoop()

    def answer(line):
        try:
            told = do(json.loads(line))
        except GLib.Error:  # what it was about went away: look again
            told = None
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    def read():
        for line in sys.stdin:
            GLib.idle_add(answer, line)
        GLib.idle_add(loop.quit)

    threading.Thread(target=read, daemon=True).start()
    loop.run()


main()
