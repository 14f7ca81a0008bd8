"""Policy files broken in every way: everything asks, changes are denied, and somebody is told which line it is."""

from __future__ import annotations

import fnmatch
import os
import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import Call, OperationId, Policy, PolicyQuestion, Risk, Verdict
from app.domain.aws.rulings import CHANGING, ruling
from app.domain.settings import Settings
from app.services.policy import PolicyService
from app.services.settings import SettingsService
from app.storage.policy_file import PolicyFile
from app.storage.policy_text import LARGEST_BYTES, policy_of
from tests.aws_fixtures import MemorySettings

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
END = "\n# end of policy\n"
ALLOWS = '[[rules]]\nverdict = "allow"\naccounts = ["*"]\n'
RULE = '[[rules]]\nverdict = "deny"\n'
TRUST = '[[rules]]\nverdict = "allow"\naccounts = ["dev"]\nrisks = ["write"]\n'

VALID = """\
version = 1
bulk_above = 5
protected_tags = ["keep"]

[[rules]]
name = "no deletes"
verdict = "deny"
accounts = ["prod"]
operations = ["s3api delete-bucket", "ec2:Terminate*"]

[[rules]]
name = "start and stop in dev"
verdict = "allow"
accounts = ["dev"]
services = ["ec2"]
risks = ["write"]

[[rules]]
verdict = "typed"
regions = ["us-*"]
tags = ["env=prod"]

# end of policy
"""

BROKEN: dict[str, str | bytes] = {
    # no text, no TOML
    "empty": b"",
    "a blank line": b"\n",
    "bytes that are no text": b"\xff\xfe\x00\x01",
    "UTF-16": (ALLOWS + END).encode("utf-16"),
    "UTF-32": (ALLOWS + END).encode("utf-32"),
    "Latin-1": (RULE + 'reason = "für"' + END).encode("latin-1"),
    "a zero byte": (ALLOWS + "\x00" + END).encode(),
    "zeros in place of the file": b"\x00" * 300,
    "binary": bytes(range(256)),
    "half a UTF-8 letter": ALLOWS.encode() + b"# \xc3" + END.encode(),
    "a surrogate": ALLOWS.encode() + b"# \xed\xa0\x80" + END.encode(),
    "JSON": '{"rules": [{"verdict": "allow"}]}' + END,
    "YAML": "rules:\n  - verdict: allow" + END,
    "INI": "[rules]\nverdict = allow" + END,
    "an open text": ALLOWS + 'name = "x' + END,
    "an open list": ALLOWS + 'services = ["s3"' + END,
    "an open long text": ALLOWS + 'reason = """' + END,
    "an open header": "[[rules]\n" + ALLOWS + END,
    "the same key twice": ALLOWS + 'verdict = "deny"' + END,
    "the same top key twice": "read_only = true\nread_only = false\n" + ALLOWS + END,
    "a merge conflict": "<<<<<<< ours\n" + ALLOWS + "=======\n" + RULE + ">>>>>>> theirs" + END,
    "nested too deeply": "protected_tags = " + "[" * 5_000 + "]" * 5_000 + "\n" + ALLOWS + END,
    "a number too long": "bulk_above = " + "9" * 5_000 + "\n" + ALLOWS + END,
    "a date that is none": ALLOWS + "until = 2026-02-31T00:00:00Z" + END,
    "carriage returns alone": (ALLOWS + END).replace("\n", "\r"),
    "too large": ALLOWS + "#" * LARGEST_BYTES + END,
    # not whole
    "no last line": ALLOWS,
    "half the last line": ALLOWS + "# end of",
    "something after the last line": ALLOWS + END + "read_only = true\n",
    "cut after the verdict": '[[rules]]\nverdict = "allow"\n',
    # the whole
    "a newer version": "version = 2\n" + ALLOWS + END,
    "a version far ahead": f"version = {10**12}\n" + ALLOWS + END,
    "version zero": "version = 0\n" + ALLOWS + END,
    "a version in words": 'version = "1"\n' + ALLOWS + END,
    "a version that is true": "version = true\n" + ALLOWS + END,
    "an unknown key": "readonly = true\n" + ALLOWS + END,
    "a key in another case": "Read_Only = true\n" + ALLOWS + END,
    "read_only in words": 'read_only = "yes"\n' + ALLOWS + END,
    "read_only as a number": "read_only = 1\n" + ALLOWS + END,
    "bulk_above below zero": "bulk_above = -1\n" + ALLOWS + END,
    "bulk_above that is true": "bulk_above = true\n" + ALLOWS + END,
    "bulk_above in words": 'bulk_above = "10"\n' + ALLOWS + END,
    "bulk_above a fraction": "bulk_above = 10.5\n" + ALLOWS + END,
    "bulk_above without end": "bulk_above = inf\n" + ALLOWS + END,
    "bulk_above beyond bounds": "bulk_above = 10000000\n" + ALLOWS + END,
    "protected_tags a text": 'protected_tags = "keep"\n' + ALLOWS + END,
    "protected_tags of numbers": "protected_tags = [1]\n" + ALLOWS + END,
    "protected_tags with an empty one": 'protected_tags = [""]\n' + ALLOWS + END,
    "rules as one table": '[rules]\nverdict = "allow"\naccounts = ["*"]' + END,
    "rules as a text": 'rules = "allow"' + END,
    "rules as texts": 'rules = ["allow"]' + END,
    "rule for rules": ALLOWS.replace("rules", "rule") + END,
    "Rules for rules": ALLOWS.replace("rules", "Rules") + END,
    "too many rules": ALLOWS * 501 + END,
    # a rule
    "no verdict": '[[rules]]\naccounts = ["dev"]\n' + ALLOWS + END,
    "an empty rule": "[[rules]]\n" + ALLOWS + END,
    "an unknown verdict": RULE.replace("deny", "forbid") + ALLOWS + END,
    "a verdict in capitals": RULE.replace("deny", "DENY") + ALLOWS + END,
    "a verdict with a space": RULE.replace("deny", "deny ") + ALLOWS + END,
    "a verdict with a hidden character": RULE.replace("deny", "de\u200bny") + ALLOWS + END,
    "a verdict with a Cyrillic letter": RULE.replace("deny", "d\u0435ny") + ALLOWS + END,
    "a verdict that is a list": RULE.replace('"deny"', '["deny"]') + ALLOWS + END,
    "a verdict that is false": RULE.replace('"deny"', "false") + ALLOWS + END,
    "an unknown key in a rule": RULE + 'acounts = ["prod"]\n' + ALLOWS + END,
    "a singular key": RULE + 'account = "prod"\n' + ALLOWS + END,
    "a table in a rule": RULE + "[rules.more]\na = 1\n" + ALLOWS + END,
    "two rules of one name": (RULE + 'name = "a"\n') * 2 + ALLOWS + END,
    "two names that differ in case": RULE + 'name = "a"\n' + RULE + 'name = "A"\n' + ALLOWS + END,
    "a name that is a number": RULE + "name = 1\n" + ALLOWS + END,
    "a name of two lines": RULE + 'name = "a\\nb"\n' + ALLOWS + END,
    "a name that turns the text around": RULE + 'name = "a\u202eb"\n' + ALLOWS + END,
    "a name without end": RULE + f'name = "{"a" * 400}"\n' + ALLOWS + END,
    "a reason that is a list": RULE + 'reason = ["a"]\n' + ALLOWS + END,
    "allow without anything": '[[rules]]\nverdict = "allow"' + END,
    "allow with a reason alone": '[[rules]]\nverdict = "allow"\nreason = "why not"' + END,
    # what it fits
    "accounts a text": RULE + 'accounts = "prod"\n' + ALLOWS + END,
    "no accounts": RULE + "accounts = []\n" + ALLOWS + END,
    "an empty account": RULE + 'accounts = [""]\n' + ALLOWS + END,
    "an account that is a number": RULE + "accounts = [111122223333]\n" + ALLOWS + END,
    "an account number of eleven digits": RULE + 'accounts = ["11112222333"]\n' + ALLOWS + END,
    "an account with a space behind": RULE + 'accounts = ["prod "]\n' + ALLOWS + END,
    "an account with a hard space": RULE + 'accounts = ["prod\u00a0eu"]\n' + ALLOWS + END,
    "an account of two alphabets": RULE + 'accounts = ["pr\u043ed"]\n' + ALLOWS + END,
    "an account of wide letters": RULE + 'accounts = ["\uff50rod"]\n' + ALLOWS + END,
    "accounts in a list in a list": RULE + 'accounts = [["prod"]]\n' + ALLOWS + END,
    "no such region": RULE + 'regions = ["europe"]\n' + ALLOWS + END,
    "a region in capitals": RULE + 'regions = ["EU-WEST-1"]\n' + ALLOWS + END,
    "a region by an expression": RULE + 'regions = ["eu-(west|north)-1"]\n' + ALLOWS + END,
    "a zone for a region": RULE + 'regions = ["eu-west-1a"]\n' + ALLOWS + END,
    "an unknown risk": RULE + 'risks = ["delete"]\n' + ALLOWS + END,
    "a risk in capitals": RULE + 'risks = ["Destructive"]\n' + ALLOWS + END,
    "a risk by a pattern": RULE + 'risks = ["*"]\n' + ALLOWS + END,
    "risks a text": RULE + 'risks = "destructive"\n' + ALLOWS + END,
    "an unknown service": RULE + 'services = ["s4"]\n' + ALLOWS + END,
    "an operation for a service": RULE + 'services = ["s3:DeleteBucket"]\n' + ALLOWS + END,
    "a service of wide letters": RULE + 'services = ["\uff533"]\n' + ALLOWS + END,
    "a pattern of no service": RULE + 'services = ["xyz*"]\n' + ALLOWS + END,
    "an unknown operation": RULE + 'operations = ["s3:DeleteBukket"]\n' + ALLOWS + END,
    "an operation of another service": RULE + 'operations = ["ec2:DeleteBucket"]\n' + ALLOWS + END,
    "an operation without a service": RULE + 'operations = ["DeleteBucket"]\n' + ALLOWS + END,
    "an operation that its service lacks": RULE + 'services = ["ec2"]\noperations = ["delete_bucket"]\n' + ALLOWS + END,
    "a pattern of no operation": RULE + 'operations = ["s3:Zap*"]\n' + ALLOWS + END,
    "an operation with a space before": RULE + 'operations = [" s3:DeleteBucket"]\n' + ALLOWS + END,
    "an operation with two spaces": RULE + 'operations = ["s3  delete-bucket"]\n' + ALLOWS + END,
    "an operation with a tab": RULE + 'operations = ["s3\\tdelete-bucket"]\n' + ALLOWS + END,
    "an operation with a Cyrillic letter": RULE + 'operations = ["s3:Delete\u0412ucket"]\n' + ALLOWS + END,
    "an operation that folds to one": RULE + 'operations = ["\u017f3:DeleteBucket"]\n' + ALLOWS + END,
    "an operation by an expression": RULE + 'operations = ["s3:(Delete|Put)Bucket"]\n' + ALLOWS + END,
    "an operation by a set": RULE + 'operations = ["s3:[D]eleteBucket"]\n' + ALLOWS + END,
    "a command of the CLI alone": RULE + 'operations = ["s3 rb"]\n' + ALLOWS + END,
    "a tag without a key": RULE + 'tags = ["=prod"]\n' + ALLOWS + END,
    "tags as a table": RULE + 'tags = {env = "prod"}\n' + ALLOWS + END,
    "a tag with a hidden character": RULE + 'tags = ["env\u200b=prod"]\n' + ALLOWS + END,
    # what ends
    "an end in quotes": TRUST + 'until = "2026-11-27T15:00:00Z"' + END,
    "an end without a zone": TRUST + "until = 2026-11-27T15:00:00" + END,
    "an end that is a day": TRUST + "until = 2026-11-27" + END,
    "an end that is a time of day": TRUST + "until = 15:00:00" + END,
    "an end that is a number": TRUST + "until = 1764255600" + END,
    "an end before all time": TRUST + "until = 0001-01-01T00:00:00+14:00" + END,
    "an end of a rule that denies": RULE + "until = 2026-11-27T15:00:00Z" + END,
    "an end of a rule that asks": RULE.replace("deny", "ask") + "until = 2026-11-27T15:00:00Z" + END,
    "a beginning without an end": TRUST + "since = 2026-11-27T14:00:00Z" + END,
    "an end before the beginning": TRUST + "since = 2026-11-27T14:00:00Z\nuntil = 2026-11-27T13:00:00Z" + END,
    "longer than twelve hours": TRUST + "since = 2026-11-27T00:00:00Z\nuntil = 2026-11-27T15:00:00Z" + END,
    "trust in what destroys": TRUST.replace("write", "destructive") + "until = 2026-11-27T15:00:00Z" + END,
    "trust in permissions": TRUST.replace("write", "permissions") + "until = 2026-11-27T15:00:00Z" + END,
    "trust in everything": TRUST.replace('risks = ["write"]\n', "") + "until = 2026-11-27T15:00:00Z" + END,
    "trust in writes everywhere": TRUST.replace('accounts = ["dev"]\n', "") + "until = 2026-11-27T15:00:00Z" + END,
}


def ask(risk: Risk, operation: str = "ec2:StartInstances", **more: object) -> PolicyQuestion:
    call = Call(id=OperationId.parse(operation), parameters={}, account="dev", region="eu-west-1")
    return PolicyQuestion(call=call, risk=risk, account_names=("dev", "111122223333"), **more)  # type: ignore[arg-type]


def guards(policy: Policy) -> bool:
    """Whether it denies changes and has reads asked about."""
    return all(
        ruling(policy, ask(risk, dry_run=dry_run), NOW).verdict is (Verdict.DENY if risk in CHANGING else Verdict.ASK)
        for risk in Risk
        for dry_run in (False, True)
    )


def service(path: Path, catalogue: BotocoreCatalogue) -> PolicyService:
    return PolicyService(SettingsService(MemorySettings(Settings())), PolicyFile(path, catalogue.canonical))


def test_the_valid_file_is_well_and_allows_what_it_says(catalogue: BotocoreCatalogue) -> None:
    policy = policy_of(VALID.encode(), catalogue.canonical)
    assert policy.problems == ()
    assert policy.rules[0].operations == ("s3:DeleteBucket", "ec2:Terminate*")
    assert [rule.line for rule in policy.rules] == [5, 11, 18]
    assert ruling(policy, ask(Risk.WRITE), NOW).verdict is Verdict.ALLOW
    assert policy_of((ALLOWS + END).encode(), catalogue.canonical).problems == ()


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_allows_nothing_and_says_why(broken: str, tmp_path: Path, catalogue: BotocoreCatalogue) -> None:
    content = BROKEN[broken]
    path = tmp_path / "policy.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    held = service(path, catalogue)
    assert held.policy().problems
    assert guards(held.policy())
    found = held.ruling(ask(Risk.WRITE))
    assert held.policy().problems[0] in found.reasons[0]
    assert all(problem.isprintable() and "\u202e" not in problem for problem in held.policy().problems)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (RULE + 'accounts = ["prod"]\noperations = ["s3:Nope"]\n' + END, 4),
        ('version = 1\n\n[[rules]]\nverdict = "deny"\n\n[[rules]]\nverdict = "alow"\n' + END, 7),
        ("version = 1\nread_only = maybe\n" + END, 2),
        ("version = 1\n# so far\nbulk_above = -1\n" + END, 3),
        (RULE + ALLOWS + 'acounts = ["dev"]\n' + END, 6),
    ],
)
def test_a_problem_names_its_line(text: str, line: int, catalogue: BotocoreCatalogue) -> None:
    assert policy_of(text.encode(), catalogue.canonical).problems[0].startswith(f"Line {line}: ")


def directory(path: Path) -> None:
    path.mkdir()


def circle(path: Path) -> None:
    path.symlink_to(path)


def circle_of_two(path: Path) -> None:
    other = path.with_name("other.toml")
    other.symlink_to(path)
    path.symlink_to(other)


def nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone.toml"))


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_directory(path: Path) -> None:
    path.with_name("folder").mkdir()
    path.symlink_to(path.with_name("folder"))


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("put", [directory, circle, circle_of_two, nowhere, pipe, device, link_to_directory])
def test_what_is_no_readable_file_allows_nothing(
    put: Callable[[Path], None], tmp_path: Path, catalogue: BotocoreCatalogue
) -> None:
    put(tmp_path / "policy.toml")
    assert guards(service(tmp_path / "policy.toml", catalogue).policy())


def test_a_file_in_the_place_of_the_folder_allows_nothing(tmp_path: Path, catalogue: BotocoreCatalogue) -> None:
    (tmp_path / "config").write_text("")
    assert guards(service(tmp_path / "config" / "policy.toml", catalogue).policy())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_allows_nothing(tmp_path: Path, catalogue: BotocoreCatalogue) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(VALID)
    path.chmod(0)
    assert guards(service(path, catalogue).policy())


def test_no_file_at_all_is_well(tmp_path: Path, catalogue: BotocoreCatalogue) -> None:
    held = service(tmp_path / "none" / "policy.toml", catalogue)
    assert held.policy() == Policy()
    assert held.ruling(ask(Risk.READ)).verdict is Verdict.ALLOW
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.ASK


def test_a_file_that_turns_bad_vanishes_or_comes_back_counts_at_once(
    tmp_path: Path, catalogue: BotocoreCatalogue
) -> None:
    path = tmp_path / "policy.toml"
    held = service(path, catalogue)
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.ASK
    path.write_text(VALID)
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.ALLOW
    path.write_text(VALID.replace('"allow"', '"alloy"'))  # as long as before, in the same moment
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.DENY
    path.write_text(VALID)
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.ALLOW
    path.unlink()
    gone = held.ruling(ask(Risk.WRITE))
    assert gone.verdict is Verdict.DENY
    assert "has gone" in gone.reasons[0]
    path.write_text(VALID)
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.ALLOW
    path.unlink()
    path.mkdir()
    assert held.ruling(ask(Risk.WRITE)).verdict is Verdict.DENY


def test_no_beginning_of_a_file_allows_a_change(catalogue: BotocoreCatalogue) -> None:
    for length in range(len(VALID.rstrip().encode())):
        assert guards(policy_of(VALID.encode()[:length], catalogue.canonical)), length


# --- properties

CHANGES = [ask(Risk.WRITE), ask(Risk.WRITE, "s3:DeleteBucket"), ask(Risk.PERMISSIONS), ask(Risk.DESTRUCTIVE)]


def said_to_allow(data: bytes, asked: PolicyQuestion) -> bool:
    """Read without any of Baton's code: whether the text is TOML, is whole, and its rules allow the call."""
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text).get("rules", [])
    except (ValueError, RecursionError):
        return False
    id = asked.call.id
    values = {
        "accounts": asked.account_names,
        "regions": (asked.call.region,),
        "risks": (asked.risk.value,),
        "services": (id.service,),
        "operations": (f"{id.service}:{id.operation}".lower(), f"{id.service}api {_kebab(id.operation)}"),
    }

    def fits(table: dict[str, list[str]]) -> bool:
        return "tags" not in table and all(
            any(
                fnmatch.fnmatchcase(value, wanted if key != "operations" else wanted.lower())
                for value in own
                for wanted in table[key]
            )
            for key, own in values.items()
            if key in table
        )

    verdicts = {table["verdict"] for table in tables if fits(table)}
    return text.rstrip().endswith("# end of policy") and "allow" in verdicts and not verdicts & {"deny", "typed", "ask"}


def _kebab(name: str) -> str:
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower()


def allowed_changes(data: bytes, catalogue: BotocoreCatalogue) -> list[PolicyQuestion]:
    policy = policy_of(data, catalogue.canonical)
    return [asked for asked in CHANGES if ruling(policy, asked, NOW).verdict is Verdict.ALLOW]


@settings(deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_whatsoever_allow_a_change(catalogue: BotocoreCatalogue, data: bytes) -> None:
    assert allowed_changes(data, catalogue) == []
    assert allowed_changes(data + END.encode(), catalogue) == []


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The valid file with some of its bytes cut, doubled, swapped or replaced."""
    data = bytearray(VALID.encode())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        end = min(len(data), at + draw(st.integers(0, 60)))
        match draw(st.sampled_from(["cut", "double", "replace", "insert"])):
            case "cut":
                del data[at:end]
            case "double":
                data[at:at] = data[at:end]
            case "replace":
                data[at:end] = draw(st.binary(max_size=end - at))
            case _:
                data[at:at] = draw(st.sampled_from([b'"', b"\n", b"#", b"[[rules]]\n", b"*", b"\xe2\x80\x8b", b"="]))
    return bytes(data)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_no_mutation_allows_a_change_that_it_does_not_say(catalogue: BotocoreCatalogue, data: bytes) -> None:
    policy = policy_of(data, catalogue.canonical)
    if policy.problems:
        assert guards(policy)
    for asked in allowed_changes(data, catalogue):
        assert asked.risk is Risk.WRITE
        assert said_to_allow(data, asked)


def test_the_oracle_itself_tells_allowed_from_not() -> None:
    start, delete = CHANGES[:2]
    assert said_to_allow(VALID.encode(), start)
    assert not said_to_allow(VALID.encode(), delete)
    assert not said_to_allow(
        VALID.replace('accounts = ["prod"]\n', "").replace("s3api delete-bucket", "ec2:S*").encode(), start
    )
    assert not said_to_allow(VALID.replace("# end of policy", "").encode(), start)
