"""The main job without eyes: from the first run to a change that was agreed to, and back, by names and roles alone."""

from __future__ import annotations

import itertools
import time
from typing import Any

from tests.screen_reader import Heard
from tests.vendor_servers.script import Answer, Say, Wait
from tests.vendor_servers.server import VendorServer
from tests.window_fixtures import run_baton, until

NAME = "team-logs-2026"
SENTENCE = f"Create the S3 bucket “{NAME}” in eu-west-1"


def words(parts: list[dict[str, Any]]) -> str:
    return "\n".join(part["words"] for part in parts)


def test_a_change_is_made_and_taken_back_by_names_and_roles_alone(heard_window: Heard) -> None:
    window, reader = heard_window.window.start(), heard_window.reader
    within = {"role": "dialog", "name": "Confirmation"}

    # First run: the door of the demo account, and what it lists.
    reader.press("push button", "Try the demo")
    reader.find("panel", "AWS action: s3 ListBuckets, read, done")
    listed = reader.read("table", "Result")
    assert ("table cell", "acorn-website-assets") in [(part["role"], part["words"]) for part in listed]

    # A sentence becomes a call, and the call a question.
    reader.write("text", "Message", f"create a bucket called {NAME}")
    reader.press("push button", "Send")
    reader.find("panel", "AWS action: s3 CreateBucket, write, waiting")
    asked = reader.read("dialog", "Confirmation")
    assert SENTENCE in words(asked)
    assert "Demo account  ·" in words(asked)
    assert "eu-west-1" in words(asked)
    assert "Risk: write" in words(asked)
    assert [part["words"] for part in asked if part["focused"]] == ["Cancel"]
    assert not any("team" in part["words"] for part in reader.read("table", "Result"))

    # The verb's button, and what came of it.
    reader.press("push button", "Create bucket", within=within)
    card = reader.read("panel", "AWS action: s3 CreateBucket, write, done")
    assert NAME in words(card)

    # And back: what destroys something wants its name typed.
    reader.press("push button", "Undo")
    undone = reader.read("dialog", "Confirmation")
    assert "Risk: destructive" in words(undone)
    (verb,) = [part["words"] for part in undone if part["role"] == "push button" and part["words"].startswith("Delete")]
    field = next(
        part for part in undone if part["role"] == "text" and "type" in (part["words"] + part["description"]).lower()
    )
    reader.write("text", field["words"], NAME, within=within)
    reader.press("push button", verb, within=within)
    reader.find("panel", "AWS action: s3 DeleteBucket, destructive, done")

    # What happened was told too.
    until(lambda: any("DeleteBucket: done" in each["text"] for each in reader.heard()), "the end is told")
    assert any("CreateBucket: done" in each["text"] for each in reader.heard())
    assert window.quit() == 0
    (conversation,) = run_baton("history", "export").json["conversations"]
    assert [action["state"] for action in conversation["actions"]] == ["done", "undone", "done"]


def test_an_answer_is_told_as_it_comes_in_batches_that_can_be_followed(heard_window: Heard) -> None:
    sentences = [f"This is sentence number {number}." for number in range(1, 21)]
    steps = [step for sentence in sentences for step in (Say(f"{sentence} "), Wait())]
    with VendorServer() as server:
        server.script(Answer(*steps))
        (heard_window.window.home / "settings.toml").write_text(
            f'default_model = "here:test-model"\n\n[[endpoints]]\nname = "here"\nurl = "{server.openai_url}"\n'
            "needs_key = false\n"
        )
        window, reader = heard_window.window.start(), heard_window.reader
        reader.find("push button", "Model: test-model")
        reader.write("text", "Message", "count")
        reader.press("push button", "Send")
        for _ in sentences:  # a sentence every tenth of a second: more than anybody can follow
            assert server.waiting.wait(30)
            time.sleep(0.1)
            server.waiting.clear()
            server.go_on()
        told = until(
            lambda: (heard := reader.heard()) and sentences[-1] in heard[-1]["text"] and heard, "the last sentence"
        )
        shown = reader.read("section", "Baton: This is sentence number 1.")
    assert " ".join(each["text"] for each in told) == " ".join(sentences), "each sentence once, and in order"
    assert 1 < len(told) < len(sentences)
    apart_s = [later["at_s"] - earlier["at_s"] for earlier, later in itertools.pairwise(told)]
    assert min(apart_s) > 0.35, apart_s  # 0.4 s at the sender; the bus may take one longer than the next
    assert sentences[-1] in words(shown), "the whole text is there to be read again"
    assert window.quit() == 0
