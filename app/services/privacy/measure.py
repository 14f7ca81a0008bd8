"""How long it takes to look through 100 kB of what people send: logs, code, Terraform, JSON, script, base64.

Owns the texts, which are the same on every run, and holds no secret but made-up ones.
"""

from __future__ import annotations

import base64
import json
import random
import statistics
import time
from collections.abc import Mapping

from app.domain.figures import Figure
from app.domain.ports import SecretRules
from app.services.privacy.masking import Finder, What

_CHARS = 100_000
_ROUNDS = 5
_GOAL_MS = 50.0


def measure_masking(rules: SecretRules) -> list[Figure]:
    """Milliseconds for 100 kB, of the whole process: the median text with secrets alone and with identifiers too, and
    the slowest text.
    """
    rules.find("")
    secrets = {name: _took_ms(rules, text, What(secrets=True, identifiers=False)) for name, text in texts().items()}
    both = [_took_ms(rules, text, What(secrets=True, identifiers=True, words="Acorn")) for text in texts().values()]
    return [
        Figure(name="redaction of 100 kB", value=statistics.median(secrets.values()), unit="ms", goal=_GOAL_MS),
        Figure(name="redaction of 100 kB, slowest text", value=max(secrets.values()), unit="ms", goal=_GOAL_MS),
        Figure(name="redaction of 100 kB with identifiers", value=statistics.median(both), unit="ms", goal=_GOAL_MS),
    ]


def _took_ms(rules: SecretRules, text: str, what: What) -> float:
    taken = []
    for _ in range(_ROUNDS):
        finder = Finder(rules)  # a new one remembers nothing
        began = time.process_time()
        finder.spots(text, what)
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def texts() -> Mapping[str, str]:
    """The texts by what they are, each 100 kB."""
    rng = random.Random(7)  # noqa: S311  # not for keeping secrets
    log = "\n".join(
        f"2026-11-26T12:00:{n % 60:02d}Z INFO request id={rng.randbytes(8).hex()} GET https://api.shop.test/v1/orders/{n}"
        f" took {rng.randrange(90)} ms from 10.0.{n % 200}.{n % 250}"
        for n in range(900)
    )
    code = "\n".join(
        f"def handler_{n}(event: dict[str, object], token: str) -> str:\n"
        f'    """Answer {n}."""\n    secret = os.environ["SECRET_{n}"]\n    return client.call(secret, event["key"])\n'
        for n in range(700)
    )
    terraform = "\n".join(
        f'resource "aws_db_instance" "orders_{n}" {{\n  engine = "postgres"\n  password = var.db_password\n'
        f'  tags = {{ Name = "orders-{n}", Env = "prod" }}\n}}'
        for n in range(900)
    )
    plain = [
        {
            "InstanceId": f"i-{rng.randbytes(8).hex()}f",
            "Arn": f"arn:aws:ec2:eu-west-1:123456789012:instance/i-{rng.randbytes(8).hex()}f",
            "PrivateIpAddress": f"10.0.{n % 200}.{n % 250}",
            "PrivateDnsName": f"ip-10-0-0-{n}.eu-west-1.compute.internal",
            "Tags": [{"Key": "Name", "Value": f"web-{n}"}],
        }
        for n in range(500)
    ]
    script = ";".join(f"var a{n}=function(e,t){{return e.map((n)=>n.id+t[{n}]).filter(Boolean)}}" for n in range(2_000))
    found = {
        "log": log,
        "code": code,
        "terraform": terraform,
        "json": json.dumps(plain),
        "script": script,
        "base64": base64.encodebytes(rng.randbytes(_CHARS)).decode(),
    }
    return {name: text[:_CHARS] for name, text in found.items()}
