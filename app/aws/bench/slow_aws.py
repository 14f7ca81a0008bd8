"""A server on loopback that answers like AWS, each time after the same wait; and the accounts that lead to it.

It is a process of its own, as AWS is: in the measured process it would take turns with what is measured. Owns its
accounts' configuration, which it puts before the environment while it runs. Keeps nothing afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import parse_qs

REGIONS = (
    *("us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-west-1", "eu-west-2"),
    *("eu-west-3", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "ap-south-1"),
    *("ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2"),
)
_STS = (
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>'
    "<Arn>arn:aws:iam::111122223333:user/bench</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>"
    "</GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>"
)
_ALIASES = (
    '<ListAccountAliasesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAccountAliasesResult>'
    "<IsTruncated>false</IsTruncated><AccountAliases/></ListAccountAliasesResult></ListAccountAliasesResponse>"
)
_EC2 = '<{0}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>{1}</{0}Response>'
_VOLUMES = "<volumeSet><item><volumeId>vol-0a</volumeId><size>8</size><status>available</status></item></volumeSet>"


class SlowAws:
    """Answers every request ``latency_s`` after it came, however many there are at once. A context manager.

    ``command`` starts a process that runs :func:`main`; it is given the wait as its last argument.
    """

    def __init__(self, command: Sequence[str], latency_s: float) -> None:
        self._command = (*command, str(latency_s))
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def __enter__(self) -> SlowAws:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self._process.stdout is not None
        port = int(self._process.stdout.readline())
        self.url = f"http://127.0.0.1:{port}"
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.communicate()  # it ends once its stdin is closed

    @contextlib.contextmanager
    def accounts(self, folder: Path, names: tuple[str, ...]) -> Iterator[None]:
        """Inside, the AWS configuration is one of ``names`` as profiles whose calls come here, and nothing else."""
        config = folder / "aws-config"
        config.write_text(
            "".join(
                f"[profile {name}]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = example\n"
                f"region = us-east-1\nendpoint_url = {self.url}\n"
                for name in names
            ),
            encoding="utf-8",
        )
        own = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
        for name in own:
            del os.environ[name]
        os.environ |= {
            "AWS_CONFIG_FILE": str(config),
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        try:
            yield
        finally:
            for name in [name for name in os.environ if name.startswith("AWS_")]:
                del os.environ[name]
            os.environ |= own


def main(latency: str) -> int:
    """Serve until stdin closes. Prints the port."""
    asyncio.run(_serve(float(latency)))
    return 0


async def _serve(latency_s: float) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _answer(reader, writer, latency_s)

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - what the measuring process reads
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait() -> None:
        sys.stdin.read()
        with contextlib.suppress(RuntimeError):  # the loop has ended already
            loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=wait, name="parent", daemon=True).start()
    await ended.wait()
    server.close()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, latency_s: float) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            lengths = [
                int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length:")
            ]
            form = parse_qs((await reader.readexactly(lengths[0] if lengths else 0)).decode())
            await asyncio.sleep(latency_s)
            body = _body(form.get("Action", [""])[0]).encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            await writer.drain()
    writer.close()


def _body(action: str) -> str:
    match action:
        case "GetCallerIdentity":
            return _STS
        case "ListAccountAliases":
            return _ALIASES
        case "DescribeRegions":
            regions = "".join(f"<item><regionName>{name}</regionName></item>" for name in REGIONS)
            return _EC2.format(action, f"<regionInfo>{regions}</regionInfo>")
        case "DescribeVolumes":
            return _EC2.format(action, _VOLUMES)
        case _:
            return _EC2.format(action, "")
