"""``baton aws policy``: show, check, explain, trust, path."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.bootstrap import build_application
from app.cli.audit import audit
from app.cli.aws_policy import policy
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext
from app.domain.checks import CheckState
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths

Run = Callable[..., Result]
RULES = """\
[[rules]]
name = "keep buckets"
verdict = "deny"
reason = "Ask the platform team"
operations = ["s3api delete-bucket"]

[[rules]]
verdict = "ask"
accounts = ["demo"]
regions = ["us-*"]
risks = ["read"]

# end of policy
"""


@pytest.fixture
def run(paths: Paths) -> Run:
    """Runs a command over the whole application."""

    def build() -> Application:
        return build_application(paths=paths, environ={}, secrets=MemorySecretStore())

    def invoke(*arguments: str, stdin: str = "") -> Result:
        return CliRunner().invoke(policy, arguments, obj=CommandContext(build, TerminalConsent()), input=stdin)

    return invoke


def put(paths: Paths, text: str) -> Path:
    paths.policy_file.parent.mkdir(parents=True, exist_ok=True)
    paths.policy_file.write_text(text)
    return paths.policy_file


def test_path_writes_a_file_that_is_well(run: Run, paths: Paths) -> None:
    assert run("path").stdout == f"{paths.policy_file}\n"
    assert paths.policy_file.is_file()
    assert run("check").stdout == "policy.toml is well: 0 rules.\n"


def test_show_says_each_rule_in_words_and_in_json(run: Run, paths: Paths) -> None:
    put(paths, RULES)
    words = run("show").stdout
    assert "deny   All calls through s3:DeleteBucket never run.  (keep buckets; Ask the platform team; line 1)" in words
    assert "ask    Reads in demo in us-* are asked about.  (line 7)" in words
    shown = json.loads(run("show", "--json").stdout)
    assert set(shown) == {"path", "exists", "read_only", "bulk_above", "protected_tags", "problems", "rules", "trusts"}
    assert shown["rules"][0]["operations"] == ["s3:DeleteBucket"]
    assert shown["rules"][0]["line"] == 1


def test_check_fails_with_the_lines_that_are_wrong(run: Run, paths: Paths, tmp_path: Path) -> None:
    put(paths, RULES)
    other = tmp_path / "other.toml"
    other.write_text(RULES.replace('"deny"', '"dney"').replace("us-*", "usa"))
    result = run("check", str(other))
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["Line 3", "Line 10"]
    assert "2 problems" in str(result.stderr)
    found = json.loads(run("check", "--json", str(other)).stdout)
    assert len(found["problems"]) == 2
    assert run("check").exit_code == 0
    missing = run("check", str(tmp_path / "none.toml"))
    assert (missing.exit_code, missing.stdout) == (1, "")


@pytest.mark.parametrize("spelled", ["s3:DeleteBucket", "s3api delete-bucket", "S3:deletebucket", "s3.delete_bucket"])
def test_explain_says_the_verdict_and_the_rule_for_every_spelling(run: Run, paths: Paths, spelled: str) -> None:
    put(paths, RULES)
    found = json.loads(run("explain", "--json", "--aws", "demo", "--region", "eu-west-1", *spelled.split()).stdout)
    assert (found["service"], found["operation"], found["risk"]) == ("s3", "DeleteBucket", "destructive")
    assert found["verdict"] == "deny"
    assert found["rule"]["name"] == "keep buckets"
    assert "Ask the platform team" in found["reasons"][0]


def test_explain_goes_by_account_and_region_and_says_so_where_no_rule_fits(run: Run, paths: Paths) -> None:
    put(paths, RULES)

    def verdict(*arguments: str) -> Any:
        return json.loads(run("explain", "--json", *arguments).stdout)["verdict"]

    assert verdict("--aws", "demo", "--region", "us-east-1", "s3:ListBuckets") == "ask"
    assert verdict("--aws", "demo", "--region", "eu-west-1", "s3:ListBuckets") == "allow"
    words = run("explain", "--region", "eu-west-1", "s3", "list-buckets").stdout
    assert words.startswith("allow  s3:ListBuckets (read) in demo, eu-west-1\n")
    assert "No rule fits" in words
    unknown = run("explain", "s3:DeleteBukket")
    assert unknown.exit_code == 1
    assert "no operation" in unknown.stderr
    assert run("explain", "--aws", "nobody", "s3:ListBuckets").exit_code == 1


def test_a_trust_is_shown_given_listed_and_ended(run: Run, paths: Paths) -> None:
    put(paths, RULES)
    asked = ("explain", "--json", "--aws", "demo", "--region", "us-east-1", "s3:ListBuckets")
    given = run("trust", "--yes", "s3", "reads", "in", "demo", "for", "1h")
    assert given.exit_code == 0
    assert given.stdout.startswith("Reads of s3 in demo run without asking until ")
    assert json.loads(run(*asked).stdout)["verdict"] == "allow"
    listed = run("trust", "--list").stdout
    assert listed.startswith("1  Reads of s3 in demo run without asking until ")
    assert "60 min left" in listed
    assert run("trust", "--end", "2").exit_code == 1
    assert run("trust", "--end", "1").stdout.startswith("Ended: Reads of s3 in demo")
    assert json.loads(run(*asked).stdout)["verdict"] == "ask"
    assert paths.policy_file.read_text() == RULES


def test_a_trust_is_in_the_audit_log(run: Run, paths: Paths) -> None:
    run("trust", "--yes", "s3 reads in demo for 1h")
    run("trust", "--end", "1")

    async def entries(app: Application) -> list[tuple[str, object]]:
        return [(entry.what, entry.data["sentence"]) for entry in await app.aws.audit_entries()]

    context = CommandContext(
        lambda: build_application(paths=paths, environ={}, secrets=MemorySecretStore()), TerminalConsent()
    )
    (given, sentence), (ended, same) = context.run(entries)
    assert (given, ended) == ("trusted", "trust ended")
    assert sentence == same
    assert str(sentence).startswith("Reads of s3 in demo run without asking")


def test_a_trust_that_could_not_be_written_is_on_record_as_that(
    run: Run, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    run("trust", "--yes", "s3 reads in demo for 1h")
    kept = paths.policy_file.read_text()
    with monkeypatch.context() as disk:
        disk.setattr("app.storage.policy_file.replace_file", full)
        assert run("trust", "--yes", "ec2 reads in demo for 1h").exit_code == 1
        assert run("trust", "--end", "1").exit_code == 1
    assert paths.policy_file.read_text() == kept

    async def entries(app: Application) -> list[tuple[str, str]]:
        return [(entry.what, str(entry.data["sentence"])[:12]) for entry in await app.aws.audit_entries()]

    context = CommandContext(
        lambda: build_application(paths=paths, environ={}, secrets=MemorySecretStore()), TerminalConsent()
    )
    s3, ec2 = "Reads of s3 ", "Reads of ec2"
    assert context.run(entries) == [
        ("trusted", s3), ("trusted", ec2), ("not trusted", ec2), ("trust ended", s3), ("not trust ended", s3),
    ]  # fmt: skip


def test_a_name_that_is_a_pattern_is_not_trusted(run: Run, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    config = paths.policy_file.parent / "aws-config"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("[profile prod*]\nregion = eu-west-1\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    result = run("trust", "--yes", "reads of s3 in prod* for 1h")
    assert result.exit_code != 0
    assert "would trust other accounts too" in result.stderr


def test_nothing_counts_where_nobody_agrees(run: Run, paths: Paths) -> None:
    put(paths, RULES)
    result = run("trust", "s3 reads in demo for 1h", stdin="yes\n")
    assert result.exit_code == 1
    assert "Nothing was changed" in result.stderr
    assert "Reads of s3 in demo run without asking" in result.stderr
    assert paths.policy_file.read_text() == RULES


@pytest.mark.parametrize(
    "text",
    [
        "deletes of s3 in demo for 1h",
        "reads of s3 in demo for 13h",
        "reads of s3 in nowhere for 1h",
        "reads of nothingness in demo for 1h",
        "reads of s3* in demo for 1h",
        "writes of s3 for 1h",
        "reads of s3 in demo",
    ],
)
def test_what_may_not_be_trusted_changes_nothing(run: Run, paths: Paths, text: str) -> None:
    put(paths, RULES)
    result = run("trust", "--yes", text)
    assert result.exit_code != 0
    assert result.stderr.startswith("baton: ") or "Error" in result.stderr
    assert paths.policy_file.read_text() == RULES


def test_trust_wants_one_thing(run: Run) -> None:
    assert run("trust").exit_code != 0
    assert run("trust", "--list", "reads for 1h").exit_code != 0


def test_with_problems_nothing_is_trusted_and_show_says_them(run: Run, paths: Paths) -> None:
    put(paths, RULES.replace('"deny"', '"dney"'))
    assert "Line 3" in run("show").stdout
    assert run("trust", "--yes", "reads in demo for 1h").exit_code == 1


def test_doctor_names_a_policy_that_cannot_be_used(paths: Paths) -> None:
    put(paths, RULES.replace('"deny"', '"dney"'))
    app = build_application(paths=paths, environ={}, secrets=MemorySecretStore())
    context = CommandContext(lambda: app, TerminalConsent())
    [found] = [check for check in context.run(lambda app: app.doctor.run()) if check.name == "policy"]
    assert found.state is CheckState.FAULT
    assert "Line 3" in found.finding
    assert "baton aws policy check" in found.remedy


def test_baton_audit_says_what_trust_was_given(run: Run, paths: Paths) -> None:
    run("trust", "--yes", "s3 reads in demo for 1h")
    context = CommandContext(
        lambda: build_application(paths=paths, environ={}, secrets=MemorySecretStore()), TerminalConsent()
    )
    listed = CliRunner().invoke(audit, [], obj=context)
    assert "Reads of s3 in demo" in listed.stdout
