"""The policy file as Baton writes it: comments and rules stay, trusts come and go, and nothing else is touched."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import Policy, PolicyRule, Risk, Verdict
from app.domain.errors import NotAllowedError, NotFoundError, StorageError
from app.storage.policy_file import PolicyFile

SINCE = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
OURS = """\
# mine
read_only = false   # for now

# why: the audit of May
[[rules]]
name = "no deletes"
verdict = "deny"
risks = ["destructive"]  # all of them

# what follows is about dev
[[rules]]
name = "dev"
verdict = "allow"
accounts = ["dev"]
risks = ["write"]

# end of policy
"""


def trust(name: str = "trust 1") -> PolicyRule:
    return PolicyRule(
        verdict=Verdict.ALLOW,
        name=name,
        accounts=('de"v', "back\\slash"),
        risks=(Risk.READ, Risk.WRITE),
        services=("s3",),
        operations=("s3:Get*",),
        tags=("env=dev",),
        regions=("eu-west-1",),
        reason="in a hurry",
        since=SINCE,
        until=SINCE + timedelta(hours=1),
    )


@pytest.fixture
def file(tmp_path: Path, catalogue: BotocoreCatalogue) -> PolicyFile:
    return PolicyFile(tmp_path / "config" / "policy.toml", catalogue.canonical)


def written(file: PolicyFile, text: str = OURS) -> PolicyFile:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_text(text)
    return file


def test_the_first_file_explains_itself_and_says_the_defaults(file: PolicyFile) -> None:
    file.create()
    assert file.load() == Policy()
    text = file.path.read_text()
    for word in ("accounts", "regions", "risks", "services", "operations", "tags", "until", *Verdict, *Risk):
        assert word in text
    file.path.write_text(OURS)
    file.create()
    assert file.path.read_text() == OURS


def test_the_example_in_the_first_file_is_a_rule_that_works(file: PolicyFile) -> None:
    file.create()
    head, example = file.path.read_text().split("# [[rules]]\n")
    lines, rest = example.split("\n\n", 1)
    uncommented = "\n".join(line.removeprefix("# ") for line in lines.splitlines())
    settings, end = rest.split("# end of policy")
    file.path.write_text(f"{head}{settings}[[rules]]\n{uncommented}\n# end of policy{end}")
    policy = file.load()
    assert policy.problems == ()
    assert [rule.verdict for rule in policy.rules] == [Verdict.DENY]


def test_a_trust_comes_and_goes_and_leaves_every_byte_else(file: PolicyFile) -> None:
    written(file)
    file.add(trust())
    held = file.load()
    assert held.problems == ()
    assert held.rules[-1].is_trust
    assert (held.rules[-1].accounts, held.rules[-1].until) == (trust().accounts, trust().until)
    assert file.path.read_text().startswith(OURS.removesuffix("# end of policy\n"))
    file.add(trust("trust 2"))
    file.remove({"trust 1"})
    assert [rule.name for rule in file.load().rules] == ["no deletes", "dev", "trust 2"]
    file.remove({"trust 2"})
    assert file.path.read_text() == OURS


def test_a_rule_taken_from_the_middle_leaves_the_comments_of_the_others(file: PolicyFile) -> None:
    written(file).remove({"no deletes"})
    text = file.path.read_text()
    assert "# what follows is about dev\n[[rules]]" in text
    assert "# mine" in text
    assert [rule.name for rule in file.load().rules] == ["dev"]


def test_a_file_of_windows_and_one_behind_a_link_are_written_too(file: PolicyFile, tmp_path: Path) -> None:
    written(file, OURS.replace("\n", "\r\n")).add(trust())
    assert file.load().problems == ()
    file.path.rename(tmp_path / "elsewhere.toml")
    file.path.symlink_to(tmp_path / "elsewhere.toml")
    file.remove({"trust 1"})
    assert file.path.is_symlink()
    assert [rule.name for rule in file.load().rules] == ["no deletes", "dev"]


def test_a_file_with_problems_is_not_written_to(file: PolicyFile) -> None:
    broken = OURS.replace('"deny"', '"dney"')
    written(file, broken)
    with pytest.raises(NotAllowedError, match="dney"):
        file.add(trust())
    with pytest.raises(NotAllowedError):
        file.remove({"dev"})
    assert file.path.read_text() == broken


def test_rules_that_are_no_tables_are_left_to_the_person(file: PolicyFile) -> None:
    text = 'rules = [{name = "a", verdict = "deny"}]\n# end of policy\n'
    written(file, text)
    assert file.load().problems == ()
    for change in (lambda: file.add(trust()), lambda: file.remove({"a"})):
        with pytest.raises(NotAllowedError, match="left as it is"):
            change()
    assert file.path.read_text() == text


def test_a_text_that_looks_like_a_rule_does_not_mislead_the_removal(file: PolicyFile) -> None:
    text = (
        'protected_tags = [\n"""a\\\n[[rules]]\\\n""",\n]\n'
        '[[rules]]\nname = "a"\nverdict = "deny"\n[[rules]]\nname = "b"\nverdict = "ask"\n# end of policy\n'
    )
    written(file, text)
    assert file.load().problems == ()
    with pytest.raises(NotAllowedError, match="left as it is"):
        file.remove({"b"})
    assert file.path.read_text() == text


def test_what_makes_no_rule_is_not_written(file: PolicyFile) -> None:
    written(file)
    for rule in (
        PolicyRule(verdict=Verdict.ALLOW, name="x"),
        PolicyRule(verdict=Verdict.DENY, name="dev"),
        PolicyRule(verdict=Verdict.DENY, name="a\nb"),
        PolicyRule(verdict=Verdict.DENY, name='x"\nverdict = "allow'),
    ):
        with pytest.raises(NotAllowedError):
            file.add(rule)
    assert file.path.read_text() == OURS


def test_what_is_not_there_cannot_be_taken_out(file: PolicyFile) -> None:
    with pytest.raises(NotFoundError):
        written(file).remove({"nobody"})


def test_another_file_is_checked_without_counting(file: PolicyFile, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(OURS.replace('"deny"', '"dney"'))
    assert file.read(other).problems
    assert file.load() == Policy()
    with pytest.raises(StorageError):
        file.read(tmp_path / "none.toml")


def test_a_file_that_cannot_be_written_is_told(file: PolicyFile) -> None:
    file.path.parent.write_text("a file in the place of the folder")
    with pytest.raises((StorageError, NotAllowedError)):
        file.add(trust())


def test_an_unchanged_file_is_not_parsed_again(file: PolicyFile) -> None:
    written(file)
    first = file.load()
    assert file.load() is first
    os.utime(file.path, (1, 1))
    assert file.load() is first  # its bytes are the same
