"""A server on loopback that answers like AWS, each time after the same wait; and the accounts that lead to it.

Owns its accounts' configuration, which it puts before the environment while it runs. Keeps nothing afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

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
    """Answers every request ``latency_s`` after it came, however many there are at once. A context manager."""

    def __init__(self, latency_s: float) -> None:
        self.latency_s = latency_s
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name="slow-aws", daemon=True)
        self._listening = threading.Event()

    def __enter__(self) -> SlowAws:
        self._thread.start()
        self._listening.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

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

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._answer, "127.0.0.1", 0, backlog=512))
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._listening.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                lengths = [
                    int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length:")
                ]
                form = parse_qs((await reader.readexactly(lengths[0] if lengths else 0)).decode())
                await asyncio.sleep(self.latency_s)
                body = _body(form.get("Action", [""])[0]).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n" % len(body) + body
                )
                await writer.drain()
        writer.close()


def _body(action: str) -> str:
    match action:
        case "GetCallerIdentity":
            return _STS
        case "ListAccountAliases":
            return _ALIASES
        case "DescribeVolumes":
            return _EC2.format(action, _VOLUMES)
        case _:
            return _EC2.format(action, "")
