"""The window with models: one in Baton's own worker, one behind an endpoint; stopped, killed, and come back to."""

from __future__ import annotations

from pathlib import Path

from tests.gguf_files import REPLY, write_tiny_gguf
from tests.llama_fixtures import LlamaServer
from tests.window_fixtures import Window, run_baton, text_of, until


def test_a_local_model_is_stopped_with_escape_and_killed_with_its_window_and_every_word_it_said_is_kept(
    baton_window: Window, tmp_path: Path
) -> None:
    # It never ends, and however late a key is pressed, its context must not be full by then.
    added = run_baton("models", "add", str(write_tiny_gguf(tmp_path / "tiny.gguf", context=200_000)))
    assert (added.status, added.err) == (0, "")
    (baton_window.home / "settings.toml").write_text('default_model = "local:tiny"\nlocal_context_tokens = 200000\n')
    window = baton_window.start()
    stored = window.stored

    window.send("tell me something")
    until(lambda: stored.answers() and len(stored.answers()[0]["text"]) > 40, "an answer that is being written")
    window.press("Escape")
    until(lambda: stored.answers()[0]["state"] == "stopped", "Escape stops it")
    stopped = stored.answers()[0]["text"]
    assert stopped.startswith(REPLY[:40])

    window.send("and more")
    until(lambda: len(stored.answers()) == 2 and stored.answers()[1]["text"], "another answer that is being written")
    kept = stored.answers()[1]["text"]
    title = window.title
    assert window.children(), "the model runs in a process of its own"
    window.kill()
    window.expect_no_child()

    (conversation,) = run_baton("history", "export").json["conversations"]
    answers = [node for node in conversation["nodes"] if node["message"]["role"] == "assistant"]
    assert [node["state"] for node in answers] == ["stopped", "interrupted"]
    assert text_of(answers[0]) == stopped
    assert text_of(answers[1]).startswith(kept)

    window.start()

    def opened() -> bool:
        window.press("ctrl+1")
        return window.title == title

    until(opened, "the first chat of the list is shown")
    window.send("go on")
    until(lambda: len(stored.answers()) == 3 and stored.answers()[2]["text"], "an answer after the restart")
    assert window.quit() == 0
    (conversation,) = run_baton("history", "export").json["conversations"]
    assert conversation["nodes"][-1]["state"] == "stopped"


def test_an_endpoint_of_the_settings_answers_and_another_model_is_chosen_by_keys(
    baton_window: Window, llama_server: LlamaServer
) -> None:
    (baton_window.home / "settings.toml").write_text(
        f'default_model = "here:tiny"\n\n[[endpoints]]\nname = "here"\nurl = "{llama_server.url}"\nneeds_key = false\n'
    )
    window = baton_window.start()
    stored = window.stored

    window.send("please finish")
    answer = until(lambda: stored.ended(0), "an answer with an end")
    assert answer["text"] == "This answer has an end.", answer.get("error")
    assert (answer["state"], answer["model"]) == ("complete", "here:tiny")

    window.choose_model("builtin:rules")
    window.send("what can you do?")
    answer = until(lambda: stored.ended(1), "another answer")
    assert (answer["state"], answer["model"]) == ("complete", "builtin:rules"), [
        (node["state"], node["model"], text_of(node)[:40]) for node in stored.nodes()
    ]
    assert window.quit() == 0
