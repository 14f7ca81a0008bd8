"""Labelled snippets to measure the search for secrets by, held out from its patterns; and secrets made at random.

Every secret is put together here from pieces, so that no scanner takes this file for a leak.
"""

from __future__ import annotations

import base64
import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LETTERS = string.ascii_letters + string.digits
_SEED = 20261126


@dataclass(frozen=True)
class Snippet:
    """A text, and the secret in it, or nothing."""

    text: str
    value: str = ""


def _some(rng: random.Random, count: int, alphabet: str = LETTERS) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def _hex(rng: random.Random, count: int) -> str:
    return _some(rng, count, "0123456789abcdef")


def _b64(rng: random.Random, count: int) -> str:
    return base64.b64encode(rng.randbytes(count)).decode()


def _jwt(rng: random.Random) -> str:
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').decode().rstrip("=")
    body = base64.urlsafe_b64encode(b'{"sub":"' + _hex(rng, 12).encode() + b'"}').decode().rstrip("=")
    return f"{head}.{body}.{_some(rng, 43)}"


def _pem(rng: random.Random, kind: str = "RSA ") -> str:
    body = "\n".join(_b64(rng, 48) for _ in range(6))
    return f"-----BEGIN {kind}PRIVATE KEY-----\n{body}\n-----END {kind}PRIVATE KEY-----"


def _aws_secret(rng: random.Random) -> str:
    return "aB3" + _some(rng, 37, LETTERS + "+/")


# Tokens that are told by their own look, wherever they stand.
TOKENS: dict[str, Callable[[random.Random], str]] = {
    "aws key id": lambda rng: "AK" + "IA" + _some(rng, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "aws temporary id": lambda rng: "AS" + "IA" + _some(rng, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "aws secret": _aws_secret,
    "aws session": lambda rng: "IQo" + "Jb3JpZ2luX2Vj" + _some(rng, 200, LETTERS + "+/") + "==",
    "anthropic": lambda rng: "sk-" + "ant-api03-" + _some(rng, 93) + "AA",
    "openai": lambda rng: "sk-" + "proj-" + _some(rng, 40) + "T3Blbk" + "FJ" + _some(rng, 40),
    "github": lambda rng: "gh" + "p_" + _some(rng, 36),
    "github fine": lambda rng: "github" + "_pat_" + _some(rng, 22) + "_" + _some(rng, 59),
    "gitlab": lambda rng: "gl" + "pat-" + _some(rng, 20),
    "slack": lambda rng: "xox" + f"b-{_some(rng, 12, '123456789')}-{_some(rng, 13, '123456789')}-{_some(rng, 24)}",
    "stripe": lambda rng: "sk" + "_live_" + _some(rng, 24),
    "google": lambda rng: "AI" + "za" + _some(rng, 35),
    "sendgrid": lambda rng: "S" + "G." + _some(rng, 22) + "." + _some(rng, 43),
    "npm": lambda rng: "np" + "m_" + _some(rng, 36),
    "hugging face": lambda rng: "h" + "f_" + _some(rng, 34, string.ascii_letters),
    "jwt": _jwt,
    "pem": _pem,
    "digitalocean": lambda rng: "dop" + "_v1_" + _hex(rng, 64),
    "groq": lambda rng: "gs" + "k_" + _some(rng, 52),
    # Known to the catalogue of rules alone.
    "shopify": lambda rng: "shp" + "at_" + _hex(rng, 32),
    "databricks": lambda rng: "da" + "pi" + _hex(rng, 32),
    "linear": lambda rng: "lin_" + "api_" + _some(rng, 40),
    "new relic": lambda rng: "NR" + "AK-" + _some(rng, 27, string.ascii_uppercase + string.digits),
    "postman": lambda rng: "PM" + "AK-" + _hex(rng, 24) + "-" + _hex(rng, 34),
    "doppler": lambda rng: "dp." + "pt." + _some(rng, 43),
    "pypi": lambda rng: "py" + "pi-AgEIcHlwaS5vcmc" + _some(rng, 100),
}

# Values that are told by the name before them.
PLACES: tuple[str, ...] = (
    "DB_PASSWORD={}",
    "export API_KEY='{}'",
    '{{"password": "{}"}}',
    "password: {}",
    'secret_key = "{}"',
    "curl -H 'Authorization: Bearer {}' https://api.shop.test",
    "mysql --user=root --password={} orders",
    "token: '{}'",
    "postgres://orders:{}@db.shop.test:5432/orders",
    '  master_password = "{}"',
    "AccountName=shop;AccountKey={};EndpointSuffix=core.windows.net",
    "clientSecret => '{}'",
    '"{{\\"apiKey\\": \\"{}\\"}}"',
    "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature={}&x=1",
    "X-Api-Key: {}",
    "redis://:{}@cache.shop.test:6379/0",
    "aws configure set aws_session_token {}",
    "deploy --api-key {}",
    "<password>{}</password>",
    "PRIVATE_TOKEN={} make release",
    "mysql -u root -p{} orders",
    "mysqldump -h db.shop.test -p'{}' orders > orders.sql",
    "sshpass -p {} ssh kim@bastion.shop.test",
    "docker login -u kim -p {} registry.shop.test",
    "curl -s -u kim:{} https://api.shop.test/orders",
    "curl https://api.shop.test \\\n  --user 'kim:{}'",
    "Hi, my password is {}, what now?",
    "Das Passwort ist: {}",
    "Passwort: {}",
    "username\nkim\npassword\n{}\n",
    "Password:\n  {}",
    "| user | kim |\n| password | {} |",
    "| `db_password` | `{}` | rotated |",
)

HARMLESS: tuple[str, ...] = (
    "arn:aws:iam::123456789012:role/service-role/AWSServiceRoleForAutoScaling",
    "i-0123456789abcdef0 is running in subnet-0a1b2c3d4e5f60718",
    "commit da39a3ee5e6b4b0d3255bfef95601890afd80709 fixes it",
    "public.ecr.aws/x/y@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "request 123e4567-e89b-12d3-a456-426614174000 took 12 ms",
    'resource "aws_db_instance" "main" {\n  password = var.db_password\n}',
    "password = os.environ['DB_PASSWORD']",
    "export TOKEN=$(aws ecr get-login-password)",
    "token = get_token('ci')",
    '{"NextToken": "eyJhIjoxfQ", "MaxResults": 50}',
    "The password policy asks for 14 characters.",
    "const handler=(e,t)=>{return e.map(n=>n.id).filter(Boolean)};export{handler as default};",
    "max_tokens: 4096, temperature: 0.2",
    "app/services/conversation/context/window/manager.py",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html",
    "ami-0abcdef1234567890 (amzn2-ami-kernel-5.10-hvm-2.0.20240131.0-x86_64-gp2)",
    'ETag: "d41d8cd98f00b204e9800998ecf8427e"',
    "vpc-0a1b2c3d, igw-0a1b2c3d4e5f60718, eni-0123456789abcdef0, snap-0123456789abcdef0",
    "secret: ${SECRET_FROM_VAULT}",
    "  SecretArn: !Ref DatabaseSecret",
    "kubectl get secret orders -o yaml",
    "What do my secrets cost a month?",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
    "integrity sha512-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnQ==",
    "2026-11-26T12:00:00Z INFO token bucket refilled, 12 left",
    "def authorize(token: str, secret_key: bytes) -> bool:",
    "The key idea: pass the token along.",
    "keyboard: de, keymap: us",
    "dbcluster-abcdefghijkl.cluster-c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com",
    "The password is required and is stored as a hash.",
    "password: string",
    "My password is not accepted any more, and the password is wrong, they say.",
    "The password is base64-encoded; the old password was sha256-hashed.",
    "| password | string | required |",
    "| password | varchar(255) | NOT NULL |",
    "| MasterUserPassword | 8-41 characters |",
    "password\nusername\nhost\n",
    "password:\n  secretKeyRef:\n    name: db-credentials-2",
    "Passwort: ",
    "mysql -u root -p orders",
    "mysql -h db -P 3306 -u root -p",
    "mysql is running; mkdir -parents /srv/data1",
    "docker run -p 8080:80 nginx",
    "docker login -u kim --password-stdin registry.shop.test",
    "curl -u kim https://api.shop.test:8443/orders",
    "curl -u $API_USER:$API_PASSWORD https://api.shop.test",
    "sshpass -e ssh kim@bastion",
    "sshpass -p $SSH_PASSWORD ssh kim@bastion",
    "The password is 14 characters long, the password is v1.2.3 compatible.",
    "Your password is in /run/secrets/db1 and the password is DB_PASSWORD_1 there.",
    "stack/orders/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
)


def secrets() -> Iterator[Snippet]:
    """Every kind of token bare and in places, and passwords in every place; the same on every run."""
    rng = random.Random(_SEED)  # not for keeping secrets
    for make in TOKENS.values():
        value = make(rng)
        yield Snippet(f"I found {value} in the log", value)
        value = make(rng)
        yield Snippet(f'{{"note": "{value}"}}'.replace("\n", "\\n"), value.replace("\n", "\\n"))
        value = make(rng)
        yield Snippet(f"VALUE={value}\nNEXT=1", value)
    for place in PLACES:
        for value in (_some(rng, 24), "Tr0ub4dor-" + _some(rng, 6), _b64(rng, 33).replace("=", "").replace("/", "x")):
            yield Snippet(place.format(value), value)
    for kind in ("", "EC ", "OPENSSH ", "DSA "):
        cut = _pem(rng, kind)[:-60]
        yield Snippet(f"see\n{cut}", cut.splitlines()[3])
        escaped = _pem(rng, kind).replace("\n", "\\n")
        yield Snippet(f'{{"private_key": "{escaped}", "id": 1}}', escaped.split("\\n")[2])


def harmless() -> Iterator[Snippet]:
    """What is no secret, also at random: hashes, ids, digests."""
    rng = random.Random(_SEED)  # not for keeping secrets
    for text in HARMLESS:
        yield Snippet(text)
    for _ in range(6):
        yield Snippet(f"commit {_hex(rng, 40)}")
        yield Snippet(f"sha256:{_hex(rng, 64)}")
        yield Snippet(f"i-{_hex(rng, 17)} vol-{_hex(rng, 17)}")
        yield Snippet(f"id={_hex(rng, 8)}-{_hex(rng, 4)}-4{_hex(rng, 3)}-a{_hex(rng, 3)}-{_hex(rng, 12)}")
        yield Snippet(f"arn:aws:lambda:eu-west-1:{_some(rng, 12, '123456789')}:function:orders-{_hex(rng, 6)}:$LATEST")


def random_secrets(count: int) -> list[Snippet]:
    """Secrets that Baton's own patterns know, in places, for tests of whole requests."""
    rng = random.Random(_SEED + 1)  # not for keeping secrets
    others = ("pem", "shopify", "databricks", "linear", "new relic", "postman", "doppler")
    known = [make for name, make in TOKENS.items() if name not in others]
    return [
        Snippet(f"use {(value := known[number % len(known)](rng))} today", value)
        if number % 2
        else Snippet(PLACES[number % 10].format(value := _some(rng, 24)), value)
        for number in range(count)
    ]
