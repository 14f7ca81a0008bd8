"""Money, kept answers and schemas from the command line, against a vendor on loopback that speaks as Anthropic does."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap import build_application
from app.cli.main import StartContext, run
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.vendor_servers import Answer, Failure, Say, VendorServer
from tests.window_fixtures import Ran

MODEL = "anthropic:claude-sonnet-4-5"  # $3 read, $15 written, $0.30 from the cache, a million tokens each
COSTLY = {"input_tokens": 1_000, "cached_tokens": 400, "output_tokens": 100}
COST = (600 * 3 + 400 * 0.3 + 100 * 15) / 1e6


@dataclass
class Shop:
    """The vendor, and ``baton`` run in this process against it: as a process of its own, but for its start."""

    server: VendorServer
    paths: Paths
    capfd: pytest.CaptureFixture[str]

    def baton(self, *arguments: str) -> Ran:
        environ = {**os.environ, "ANTHROPIC_BASE_URL": self.server.url, "ANTHROPIC_API_KEY": "sk-ant-test"}

        def build() -> Application:
            return build_application(paths=self.paths, environ=environ, secrets=MemorySecretStore())

        self.capfd.readouterr()
        try:
            status = run(list(arguments), StartContext(build, lambda _: 0))
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        told = self.capfd.readouterr()
        return Ran(status=status, out=told.out, err=told.err)

    def ask(self, *arguments: str) -> Ran:
        return self.baton("ask", "-m", MODEL, "--aws", "none", *arguments)

    def batch(self, folder: Path, *more: str) -> Ran:
        files = ("--in", str(folder / "in.jsonl"), "--out", str(folder / "out.jsonl"))
        return self.baton("batch", "-m", MODEL, "--concurrency", "1", *files, *more)


@pytest.fixture
def shop(home: Path, paths: Paths, capfd: pytest.CaptureFixture[str]) -> Iterator[Shop]:
    home.mkdir(exist_ok=True)
    with VendorServer(models=[{"id": "claude-sonnet-4-5"}]) as server:
        yield Shop(server, paths, capfd)


def set_up(home: Path, **values: object) -> None:
    (home / "settings.toml").write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items()))


def test_a_question_tells_its_cost_and_the_log_tells_it_by_day_model_and_chat(shop: Shop) -> None:
    shop.server.script(Answer("Four.", **COSTLY), Failure(401, "invalid x-api-key"), Answer("Five.", **COSTLY))
    asked = shop.ask("--json", "how many?")
    assert asked.json["cost_usd"] == pytest.approx(COST)
    assert shop.ask("and?").status == 1
    assert shop.ask("again?").out == "Five.\n"
    told = shop.baton("history", "usage", "--json").json
    (day,) = told["lines"]
    assert (day["requests"], day["input_tokens"], day["cached_input_tokens"]) == (3, 2_000, 800)
    assert day["cost_usd"] == pytest.approx(2 * COST)
    assert told["total"]["cost_usd"] == pytest.approx(2 * COST)
    by_model = shop.baton("history", "usage", "--by", "model", "--json").json
    assert [line["model"] for line in by_model["lines"]] == [MODEL]
    by_chat = shop.baton("history", "usage", "--by", "conversation").out.splitlines()
    assert len(by_chat) == 4
    assert sum("how many?" in line for line in by_chat) == 1
    assert shop.baton("history", "usage", "--since", "2099-01-01").err == "Nothing was asked of any model.\n"
    assert shop.baton("history", "usage", "--since", "yesterday").status == 2


def test_a_budget_of_the_day_warns_and_then_refuses_before_anything_is_sent(shop: Shop, home: Path) -> None:
    set_up(home, budget_day_usd=0.004)
    shop.server.script(Answer("Four.", **COSTLY), Answer("Five.", **COSTLY))
    first = shop.ask("how many?")
    assert (first.status, first.out) == (0, "Four.\n")
    assert "baton: Today's budget of $0.00 is used up to 86%" in first.err
    second = shop.ask("and?")
    assert (second.status, second.out) == (0, "Five.\n"), "what is left is enough to read the question"
    third = shop.ask("and now?")
    assert (third.status, third.out) == (1, "")
    assert "Nothing was sent: today's budget" in third.err
    assert "Settings > Budgets" in third.err
    assert len(shop.server.chats) == 2
    told = shop.baton("history", "usage")
    assert "Today's budget of $0.00: $0.0068 used, 171%." in told.err


def test_a_question_may_have_a_budget_of_its_own(shop: Shop) -> None:
    long = Answer(Say("word " * 4_000, piece=50), input_tokens=10, output_tokens=4_000)
    shop.server.script(long)
    ran = shop.ask("--budget", "0.01", "tell me everything")
    assert ran.status == 1
    assert "The answer was stopped: it used this chat's budget of $0.01 up. What came is kept." in ran.err
    # A cent buys 666 tokens of four letters each.
    assert 2_000 < len(ran.out) < 3_200
    assert shop.ask("--budget", "0", "hello").status == 2


def test_a_kept_answer_is_given_again_and_says_so_until_it_is_cleared(shop: Shop) -> None:
    shop.server.script(Answer("One.", **COSTLY), Answer("Two.", **COSTLY), Answer("Three.", **COSTLY))
    assert shop.ask("--cached", "hello").out == "One.\n"
    again = shop.ask("--cached", "hello")
    assert again.out == "One.\n"
    assert "This was answered before, on 2" in again.err
    told = shop.ask("--cached", "--json", "hello").json
    assert (told["text"], told["cost_usd"]) == ("One.", 0.0)
    assert told["cached_at"].startswith("2")
    assert shop.ask("--no-cache", "hello").out == "Two.\n"
    assert shop.baton("history", "cache", "info", "--json").json["answers"] == 1
    assert "1 kept answer, " in shop.baton("history", "cache", "info").out
    assert shop.baton("history", "cache", "clear").out == "1 kept answer deleted.\n"
    assert shop.baton("history", "cache", "info").out == "No answers are kept.\n"
    assert shop.ask("--cached", "hello").out == "Three.\n"


SCHEMA = {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMA))
    return path


def test_an_answer_of_the_wrong_form_is_asked_for_once_more(shop: Shop, schema: Path) -> None:
    shop.server.script(Answer("Four."), Answer('{"count": 4}'))
    ran = shop.ask("--schema", str(schema), "how many?")
    assert ran.status == 0
    assert ran.out == 'Four.\n{"count": 4}\n'
    assert "the model was asked once more" in ran.err
    assert "It is no JSON" in json.dumps(shop.server.chats[1].body["messages"][-1])
    shop.server.script(Answer('{"count": "x"}'), Answer('{"count": 4}'))
    told = shop.ask("--json", "--schema", str(schema), "how many?")
    assert json.loads(told.json["text"]) == {"count": 4}
    assert told.json["form_problem"] is None
    assert told.json["usage"]["output_tokens"] == 14


def test_an_answer_that_stays_wrong_is_printed_and_fails(shop: Shop, schema: Path) -> None:
    shop.server.script(Answer("No."), Answer('{"count": "four"}'))
    ran = shop.ask("--schema", str(schema), "how many?")
    assert ran.status == 1
    assert ran.out.endswith('{"count": "four"}\n')
    assert "baton: The answer does not follow the schema. $.count: 'four' is not of type 'integer'" in ran.err
    shop.server.script(Answer("No."), Answer("Never."))
    told = shop.ask("--json", "--schema", str(schema), "how many?")
    assert told.status == 1
    assert "It is no JSON" in told.json["form_problem"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is no JSON schema"),
        ("[]", "A JSON schema is an object"),
        ('{"type": "objekt"}', "$.type: 'objekt'"),
        ('{"$ref": "https://example.com/x.json"}', "Baton fetches nothing"),
        ("[" * 100_000, "is no JSON schema"),
        (" " * (4 * 1024 * 1024 + 1), "too large to be a schema"),
    ],
)
def test_a_schema_that_cannot_be_used_is_wrong_usage(shop: Shop, tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    ran = shop.ask("--schema", str(path), "hello")
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1
    assert shop.server.chats == []


def test_a_batch_ends_at_the_budget_and_goes_on_with_a_larger_one(shop: Shop, home: Path, tmp_path: Path) -> None:
    set_up(home, budget_day_usd=2.5 * COST)
    (tmp_path / "in.jsonl").write_text("".join(f'"line {number}"\n' for number in range(5)))
    shop.server.script(*(Answer(f"Answer {number}.", **COSTLY) for number in range(6)))
    ended = shop.batch(tmp_path)
    assert ended.status == 1
    assert "3 of 5 done" in ended.err
    assert "Go on with --resume." in ended.err
    assert "today's budget" in ended.err
    results = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(line["line"], line["error"]) for line in results] == [(1, None), (2, None), (3, None)]
    set_up(home, budget_day_usd=1.0)
    resumed = shop.batch(tmp_path, "--resume")
    assert resumed.status == 0, resumed.err
    assert len(shop.server.chats) == 5
    by_chat = shop.baton("history", "usage", "--by", "conversation").out
    assert by_chat.startswith("no chat (batches and the like)\t5\t")


def test_a_providers_batch_is_in_the_log_at_half_the_price_and_within_the_budget(
    shop: Shop, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text('"one"\n"two"\n')
    shop.server.script(Answer("First.", **COSTLY), Answer("Second.", **COSTLY))
    shop.server.batches.ends_at_once = True
    files = ("-m", MODEL, "--in", str(tmp_path / "in.jsonl"), "--provider-batch", "--out")
    done = shop.baton("batch", *files, str(tmp_path / "out.jsonl"))
    assert done.status == 0, done.err
    [line] = json.loads(shop.baton("history", "usage", "--json").out)["lines"]
    assert line["requests"] == 2
    assert line["cost_usd"] == pytest.approx(line["requests"] * COST / 2)
    set_up(home, budget_day_usd=COST)
    refused = shop.baton("batch", *files, str(tmp_path / "again.jsonl"))
    assert refused.status == 1
    assert "today's budget of" in refused.err
    assert len(shop.server.batches.all) == 1


def test_a_batch_ends_at_a_budget_of_its_own_whatever_was_spent_before(shop: Shop, tmp_path: Path) -> None:
    shop.server.script(Answer("Four.", **COSTLY), *(Answer(f"Answer {number}.", **COSTLY) for number in range(6)))
    shop.ask("how many?")
    (tmp_path / "in.jsonl").write_text("".join(f'"line {number}"\n' for number in range(5)))
    ended = shop.batch(tmp_path, "--budget", f"{2.5 * COST}")
    assert ended.status == 1
    assert "3 of 5 done" in ended.err
    assert "this run's budget" in ended.err
    assert "Go on with --resume" in ended.err
    resumed = shop.batch(tmp_path, "--resume", "--budget", f"{2.5 * COST}")
    assert resumed.status == 0, resumed.err
    assert len(shop.server.chats) == 6
    assert "a batch with a budget\t3\t" in shop.baton("history", "usage", "--by", "conversation").out
    files = ("--in", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "other.jsonl"))
    refused = shop.baton("batch", "-m", MODEL, *files, "--budget", "1", "--provider-batch")
    assert refused.status == 2
    assert "--budget is not for" in refused.err


def test_lines_of_a_batch_that_do_not_follow_the_schema_fail_with_their_text(
    shop: Shop, schema: Path, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text('"one"\n"two"\n')
    shop.server.script(Answer('{"count": 1}'), Answer("No."), Answer("Never."))
    ran = shop.batch(tmp_path, "--schema", str(schema))
    assert ran.status == 1
    good, bad = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines())
    assert good["error"] is None
    assert bad["text"] == "Never."
    assert "The answer does not follow the schema: It is no JSON" in bad["error"]
    assert bad["usage"]["output_tokens"] == 14


def test_a_message_keeps_what_it_cost_when_prices_change(shop: Shop, home: Path) -> None:
    shop.server.script(Answer("Four.", **COSTLY))
    conversation = shop.ask("--json", "how many?").json["conversation"]
    exported = shop.baton("history", "export", conversation).json
    answer = next(node for node in json.loads(json.dumps(exported))["conversations"][0]["nodes"] if node.get("model"))
    assert answer["cost_usd"] == pytest.approx(COST)
    with closing(sqlite3.connect(home / "data" / "baton.db")) as at:
        (body,) = at.execute("SELECT body FROM nodes WHERE model IS NOT NULL").fetchone()
    assert json.loads(body)["cost_usd"] == pytest.approx(COST)
