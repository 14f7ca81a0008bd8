"""The person's own moderation filter: a list, a local model, a vendor's endpoint; closed when it fails."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from app.domain.conversation import NodeState
from app.domain.errors import UsageError
from app.domain.models import Endpoint
from app.domain.ports import ChatRequest
from app.domain.stream import TextDelta
from app.providers.scripted import ScriptedProvider, words
from app.services.privacy.moderation import compiled
from tests.application_fixtures import Running
from tests.unit.test_privacy_stage import SLACK, say

pytest_plugins = ["tests.application_fixtures"]
Make = Callable[..., Running]


class ModerationServer:
    """OpenAI's documented ``POST /v1/moderations``: flags what holds "dreadful"."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        self.status = 200
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                owner.seen.append({"path": self.path, **body})
                flagged = "dreadful" in body["input"]
                result = {
                    "flagged": flagged,
                    "categories": {"harassment": flagged, "violence": False},
                    "category_scores": {"harassment": 0.9 if flagged else 0.01, "violence": 0.0},
                }
                plain = {"id": "modr-1", "model": "omni-moderation-latest", "results": [result]}
                data = json.dumps(plain if owner.status == 200 else {"error": {"message": "Busy."}}).encode()
                self.send_response(owner.status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> ModerationServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def moderator() -> Iterator[ModerationServer]:
    with ModerationServer() as server:
        yield server


async def use_endpoint(app: Running, moderator: ModerationServer) -> None:
    await app.app.settings.set_endpoints([Endpoint(name="judge", url=moderator.url, needs_key=False)])
    await app.app.settings.change({"moderation": "vendor", "moderation_provider": "judge"})


async def test_it_is_off_by_default(running: Make) -> None:
    app = running([words("dreadful")], is_private=False)
    assert (await say(app, "dreadful")).ended[0].message.text == "dreadful"


async def test_a_word_of_the_list_keeps_a_message_here(running: Make) -> None:
    app = running([words("Hello.")], is_private=False)
    await app.app.settings.change({"moderation": "words", "moderation_words": "dreadful\n/proj-[0-9]+/"})
    ended = (await say(app, "what a Dreadful day")).ended[0]
    assert ended.state is NodeState.FAILED
    assert "Your message was not sent: your moderation filter held it back (dreadful)" in str(ended.error)
    assert not app.model.requests
    assert "/proj-[0-9]+/" in str((await say(app, "look at proj-12")).ended[0].error)


async def test_an_answer_is_held_back_from_where_it_is_flagged(running: Make) -> None:
    harmless = "All is well here. " * 12
    app = running([[TextDelta(text=harmless), TextDelta(text="Then drea"), TextDelta(text="dful things.")]])
    await app.app.settings.change({"moderation": "words", "moderation_words": "dreadful"})
    ended = (await say(app, "go")).ended[0]
    assert ended.message.text == harmless
    assert "The rest of the answer is not shown" in str(ended.error)


async def test_what_passes_is_shown_whole(running: Make) -> None:
    text = "Nothing wrong with any of this. " * 20
    app = running([words(text)])
    await app.app.settings.change({"moderation": "words", "moderation_words": "dreadful"})
    assert (await say(app, "go")).ended[0].message.text == text


async def test_a_list_that_cannot_be_read_lets_nothing_through(running: Make) -> None:
    app = running([words("Hello.")])
    await app.app.settings.change({"moderation": "words", "moderation_words": "fine\n/(a/"})
    ended = (await say(app, "hello")).ended[0]
    assert "could not judge it. Line 2 of the list is no pattern" in str(ended.error)
    assert not app.model.requests


@pytest.mark.parametrize("line", ["/(a+)+b/", "/(a|a)*b/", r"/(\w+\s*)+$/", r"/(a)\1*/"])
def test_patterns_that_can_take_for_ever_are_refused(line: str) -> None:
    with pytest.raises(UsageError, match="for ever"):
        compiled(line)


async def test_the_vendors_endpoint_judges_message_and_answer_masked(
    running: Make, moderator: ModerationServer
) -> None:
    app = running([words("fine " * 10), words("a dreadful answer")], is_private=False)
    await use_endpoint(app, moderator)
    told = await say(app, f"is {SLACK} fine?")
    assert told.ended[0].state is NodeState.COMPLETE
    assert moderator.seen[0]["path"] == "/v1/moderations"
    assert SLACK not in json.dumps(moderator.seen)
    assert "[hidden" in moderator.seen[0]["input"]
    ended = (await say(app, "and now?")).ended[0]
    assert ended.message.text == ""
    assert "harassment" in str(ended.error)


async def test_an_endpoint_that_fails_lets_nothing_through(running: Make, moderator: ModerationServer) -> None:
    app = running([words("Hello.")], is_private=False)
    await use_endpoint(app, moderator)
    moderator.status = 503
    ended = (await say(app, "hello")).ended[0]
    assert "could not judge it" in str(ended.error)
    assert not app.model.requests


async def test_a_provider_without_such_an_endpoint_lets_nothing_through(running: Make) -> None:
    app = running([words("Hello.")], is_private=False)
    await app.app.settings.change({"moderation": "vendor", "moderation_provider": "scripted"})
    assert "has no moderation endpoint" in str((await say(app, "hello")).ended[0].error)
    assert not app.model.requests


async def test_what_a_model_on_this_machine_is_told_is_never_sent_to_a_moderator(
    running: Make, moderator: ModerationServer
) -> None:
    app = running([words("Hello.")], is_private=True)
    await use_endpoint(app, moderator)
    assert (await say(app, "hello")).ended[0].message.text == "Hello."
    assert not moderator.seen


def judging(request: ChatRequest) -> list[object]:
    if request.schema is not None:
        allowed = "dreadful" not in request.messages[-1].text
        return [TextDelta(text=json.dumps({"allowed": allowed, "reason": "" if allowed else "It is rude."}))]
    return list(words("a dreadful answer" if "again" in request.messages[-1].text else "Hello."))


async def test_a_local_model_judges_and_says_why(running: Make) -> None:
    app = running(judging)
    await app.app.settings.change({"moderation": "model", "moderation_model": "scripted:script"})
    assert (await say(app, "hello")).ended[0].message.text == "Hello."
    assert "It is rude." in str((await say(app, "dreadful!")).ended[0].error)
    assert "not shown" in str((await say(app, "once again")).ended[0].error)


async def test_a_judge_that_does_not_run_here_or_talks_nonsense_lets_nothing_through(running: Make) -> None:
    app = running([words("nonsense"), words("nonsense")])  # asked once more for the form
    await app.app.settings.change({"moderation": "model", "moderation_model": "scripted:script"})
    assert "gave no judgement" in str((await say(app, "hello")).ended[0].error)
    elsewhere = running([words("Hello.")], is_private=False)
    await elsewhere.app.settings.change({"moderation": "model", "moderation_model": "scripted:script"})
    assert "does not run on this machine" in str((await say(elsewhere, "hello")).ended[0].error)
    assert isinstance(elsewhere.model, ScriptedProvider)
    assert not elsewhere.model.requests
