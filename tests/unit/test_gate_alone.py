"""Only the gate holds an executor: proved by reading the source."""

from __future__ import annotations

import ast
from pathlib import Path

APP = Path(__file__).parents[2] / "app"

# Who may name the port or its implementation: the port's declaration, the gate, the adapter, and who composes them.
EXECUTOR_NAMES = {
    "CallExecutor": {
        "domain/ports/aws.py",
        "domain/ports/__init__.py",
        "services/orchestration/gate.py",
        "services/orchestration/parts.py",
    },
    "BotoCallExecutor": {"aws/execution/executor.py", "aws/bench/gate.py", "bootstrap.py"},
    # Bedrock's access signs requests for answers of models, four operations of them, and sends none.
    "AccountClients": {
        "aws/accounts/clients.py",
        "aws/accounts/accounts.py",
        "aws/bedrock_access.py",
        "aws/execution/executor.py",
        "aws/execution/prepared.py",  # makes a call ready for those two, and sends nothing
        "aws/execution/reading.py",  # sends nothing that the catalogue does not class as a plain read
        "aws/accounts/sign_in.py",  # asks IAM Identity Center for a token, without one, and sends nothing else
        "aws/bench/gate.py",  # measures the executor beside the gate, on a server of its own
        "bootstrap.py",
    },
}


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.ClassDef(name=name) | ast.alias(name=name):
                found.add(name)
            case ast.Constant(value=str(text)):
                found.update(name for name in EXECUTOR_NAMES if text == name)
    return found


def modules() -> list[Path]:
    return [path for path in APP.rglob("*.py") if "__pycache__" not in path.parts]


def test_nobody_else_names_an_executor() -> None:
    for path in modules():
        place = path.relative_to(APP).as_posix()
        for name, allowed in EXECUTOR_NAMES.items():
            # The composition root may be split into modules whose names begin like it.
            if name in names_in(path) and not place.startswith("bootstrap"):
                assert place in allowed, f"{place} names {name}"


def test_nobody_else_makes_clients_of_aws() -> None:
    makers = {"create_client", "client", "resource"}
    allowed = {
        "aws/accounts/clients.py",
        "aws/accounts/accounts.py",
        "aws/execution/executor.py",
        "aws/execution/prepared.py",
        "aws/accounts/sign_in.py",
        "aws/demo/seed.py",
        "aws/bedrock_access.py",
        "aws/accounts/http_session.py",  # makes none of its own: it gives those that are made their way out
        "providers/bedrock.py",  # its client is the HTTP client that all vendors share
    }
    for path in modules():
        place = path.relative_to(APP).as_posix()
        text = path.read_text(encoding="utf-8")
        if place in allowed or not any(word in text for word in ("boto3", "botocore")):
            continue
        tree = ast.parse(text)
        calls = {
            node.func.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not calls & makers, f"{place} makes a client"


def test_the_gate_executes_in_one_place() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (APP / "services" / "orchestration").glob("*.py")]
    assert sum(text.count("executor.execute") for text in texts) == 1
