"""``baton ask`` and ``baton models route`` as a shell has them: who answers and why, on stdout, stderr and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vendor_servers import Answer, Failure, Say, VendorServer
from tests.window_fixtures import run_baton


@pytest.fixture
def cloud() -> Iterator[VendorServer]:
    with VendorServer() as server:
        yield server


def variables(cloud: VendorServer) -> dict[str, str]:
    return {"ANTHROPIC_BASE_URL": cloud.url, "ANTHROPIC_API_KEY": "sk-ant-test"}


def settings(home: Path, text: str) -> None:
    (home / "settings.toml").write_text(f"version = 1\n{text}\n")


def test_a_message_is_explained_without_being_sent(whole_home: Path, cloud: VendorServer) -> None:
    settings(whole_home, 'route_code = "anthropic:test-model"\nroute_aws = "builtin:rules"')
    told = run_baton("models", "route", "--json", "write a regex for dates", **variables(cloud))
    assert (told.status, told.json["task"], told.json["model"]) == (0, "code", "anthropic:test-model")
    assert (told.json["private"], told.json["problem"]) == (False, None)
    lines = run_baton(
        "models", "route", "-", stdin="list my buckets\ndon't send this to the cloud\n", **variables(cloud)
    )
    assert lines.status == 1  # nobody could answer the second
    assert [line["task"] for line in lines.lines] == ["aws", "private"]
    assert "Nothing was sent" in lines.lines[1]["problem"]
    words = run_baton("models", "route", "write a regex for dates", **variables(cloud))
    assert words.out.startswith("anthropic:test-model would answer.\nCode: ")
    assert cloud.chats == []
    assert run_baton("models", "route", " ", **variables(cloud)).status == 2


def test_auto_answers_and_says_who_and_why_beside_the_answer(whole_home: Path, cloud: VendorServer) -> None:
    settings(whole_home, 'default_model = "auto"\nroute_code = "anthropic:test-model"')
    cloud.script(Answer(Say(r"\d{4}-\d\d-\d\d")), Answer(Say("again")))
    ran = run_baton("ask", "--aws", "none", "write a regex for dates", **variables(cloud))
    assert (ran.status, ran.out.strip()) == (0, r"\d{4}-\d\d-\d\d")
    assert "Answered by anthropic:test-model. Code: " in ran.err
    as_json = run_baton("ask", "-m", "auto", "--aws", "none", "--json", "write a regex for dates", **variables(cloud))
    assert (as_json.json["route"]["asked"], as_json.json["route"]["task"]) == ("auto", "code")


def test_private_asks_nobody_elsewhere_and_an_aws_request_still_works(whole_home: Path, cloud: VendorServer) -> None:
    refused = run_baton(
        "ask", "--private", "-m", "anthropic:test-model", "--aws", "none", "tell me a joke", **variables(cloud)
    )
    assert refused.status == 1
    assert "Nothing was sent" in refused.err
    done = run_baton("ask", "--private", "-m", "auto", "--aws", "demo", "--json", "list my buckets", **variables(cloud))
    assert (done.status, done.json["model"]) == (0, "builtin:rules")
    assert done.json["actions"][0]["state"] == "done"
    assert cloud.chats == []


def test_a_failure_names_who_was_asked_and_who_answered_instead(whole_home: Path, cloud: VendorServer) -> None:
    cloud.script(Failure(401, "invalid x-api-key"))
    ran = run_baton(
        "ask", "-m", "anthropic:test-model", "--aws", "demo", "--json", "list my buckets", **variables(cloud)
    )
    assert (ran.status, ran.json["model"]) == (0, "builtin:rules")
    [failure] = ran.json["route"]["failures"]
    assert failure["model"] == "anthropic:test-model"
    assert "key" in failure["why"]


def test_nonsense_in_the_settings_of_routing_is_told_and_passed_over(whole_home: Path, cloud: VendorServer) -> None:
    settings(whole_home, 'route_code = "nonsense"\nfallback_models = ["also nonsense"]\ndefault_model = "auto"')
    ran = run_baton("models", "route", "--json", "write a regex for dates", **variables(cloud))
    assert ran.json["task"] == "code"
    assert ran.json["model"] is not None
