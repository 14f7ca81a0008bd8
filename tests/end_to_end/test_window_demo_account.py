"""The window, from its first start: the demo account, a change refused and agreed to, quit and come back."""

from __future__ import annotations

import itertools

from tests.window_fixtures import Window, run_baton, text_of, until

CREATE = "create a bucket called team-logs-2026"


def test_a_newcomer_tries_the_demo_account_and_nothing_changes_without_a_yes(baton_window: Window) -> None:
    window = baton_window.start()
    stored = window.stored

    # The first door is the leftmost of three cards between the sidebar and the dock, its button in the middle.
    window.resize(1240, 820)
    heights = itertools.cycle(range(340, 520, 16))

    def went_through_the_door() -> bool:
        window.click(350, next(heights))
        return bool(stored.nodes())

    until(went_through_the_door, "the first door asks for the buckets")
    assert text_of(stored.nodes()[0]) == "List my buckets"
    until(lambda: [a["state"] for a in stored.actions()] == ["done"], "a read runs at once")

    window.send(CREATE)
    until(lambda: stored.actions()[-1]["state"] == "waiting", "a change asks")
    window.press("Escape")
    until(lambda: stored.actions()[-1]["state"] == "refused", "Escape is a no")

    window.send(CREATE)
    until(lambda: stored.actions()[-1]["state"] == "waiting", "a change asks again")
    window.agree()
    until(lambda: stored.actions()[-1]["state"] == "done", "a yes runs it")

    window.send("list my buckets")
    until(lambda: len(stored.actions()) == 4 and stored.actions()[-1]["state"] == "done", "the buckets are listed")
    # Escape pressed before the question is on screen stops the turn, which is a no as well.
    until(lambda: all(node["state"] in ("complete", "stopped") for node in stored.nodes()), "every turn is over")
    title = window.title
    assert title == "List my buckets – Baton"
    assert window.quit() == 0

    conversations = run_baton("history", "export").json["conversations"]
    assert len(conversations) == 1
    first, refused, done, last = conversations[0]["actions"]
    assert "team-logs-2026" not in str(first["result"])
    assert (refused["state"], refused["decision"], refused.get("result")) == ("refused", "refused-by-person", None)
    assert done["call"]["account"] == "demo"
    assert "team-logs-2026" in str(last["result"])
    entries = run_baton("audit", "--json").json["entries"]
    decisions = [entry["data"].get("decision") for entry in entries if entry["what"] == "decided"]
    assert decisions.count("refused-by-person") == 1
    assert run_baton("audit", "verify").status == 0
    assert run_baton("history", "search", "bucket called", "--json").json["hits"]

    # Everything is there when it comes back, and the conversation goes on where it was.
    window.start()
    until(lambda: window.title == title, "the conversation that was open is shown")
    window.send("list my buckets")
    until(lambda: len(stored.actions()) == 5 and stored.actions()[-1]["state"] == "done", "the chat goes on")
    assert window.quit() == 0
    assert len(run_baton("history", "export").json["conversations"]) == 1
