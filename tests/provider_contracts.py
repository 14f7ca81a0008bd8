"""Each cloud provider as :mod:`tests.unit.test_providers_contract` sees it: one entry has all that is its vendor's.

To add a provider: write its protocol's server (it must play :mod:`tests.vendor_servers.script`), and add an entry.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from app.domain.bedrock import BedrockOperation
from app.domain.errors import AwsCredentialsError, BatonError, KeyProblemError
from app.domain.ports import ChatProvider
from app.providers.connection import Connections
from app.providers.openai import Compatibility
from app.providers.openai_chat import Dialect
from tests.bedrock_frames import STREAM_TYPE
from tests.provider_fixtures import Makers, bedrock_account
from tests.vendor_servers import Answer, Received, Reply, Step, VendorServer
from tests.vendor_servers.anthropic import messages_events
from tests.vendor_servers.bedrock import converse_events
from tests.vendor_servers.openai import chat_events, responses_events


class Server(Protocol):
    """What a vendor's server on loopback must offer; :class:`tests.vendor_servers.VendorServer` does."""

    gone: Any
    waiting: Any

    def script(self, *replies: Reply) -> object: ...

    def go_on(self) -> None: ...

    @property
    def chats(self) -> list[Received]: ...


@dataclass(frozen=True, kw_only=True)
class Contract:
    """One provider. ``sent_…`` take apart what the server got; ``None`` where the provider must refuse such a thing.

    ``stream``: the bytes that the vendor would send for an answer. ``limits``: headers that say 7 requests are left for
    90 s. ``follows``: whether a redirect could be followed at all (a vendor's SDK that signs for a host has none).
    """

    name: str
    model: str
    serve: Callable[[], AbstractContextManager[Any]]
    make: Callable[[Connections, Any], ChatProvider]
    stream: Callable[[Answer], Iterator[bytes | Step]]
    content_type: str
    sent_files: Callable[[Any], Sequence[tuple[str, str]]]  # media type and base64, of the last message
    sent_schema: Callable[[Any], Any]
    sent_tool_choice: Callable[[Any], Any]
    forced_tool: Any
    takes_pdf: bool = True
    tells_scores: bool = True
    counts: bool = True
    limits: tuple[tuple[str, str], ...] = ()
    follows: bool = True
    key_error: type[BatonError] = KeyProblemError

    def __str__(self) -> str:
        return self.name


def _data_url(url: str) -> tuple[str, str]:
    kind, _, data = url.removeprefix("data:").partition(";base64,")
    return kind, data


def _anthropic_files(body: Any) -> list[tuple[str, str]]:
    sources = [block["source"] for block in body["messages"][-1]["content"] if block["type"] in ("image", "document")]
    return [(source["media_type"], source["data"]) for source in sources]


def _responses_files(body: Any) -> list[tuple[str, str]]:
    parts = [part for part in body["input"][-1]["content"] if part["type"] in ("input_image", "input_file")]
    return [_data_url(part.get("image_url") or part["file_data"]) for part in parts]


def _chat_files(body: Any) -> list[tuple[str, str]]:
    parts = [part for part in body["messages"][-1]["content"] if part["type"] in ("image_url", "file")]
    urls = [part["image_url"]["url"] if "image_url" in part else part["file"]["file_data"] for part in parts]
    return [_data_url(url) for url in urls]


def _converse_files(body: Any) -> list[tuple[str, str]]:
    found = []
    for block in body["messages"][-1]["content"]:
        if "image" in block:
            found.append((f"image/{block['image']['format']}", block["image"]["source"]["bytes"]))
        elif "document" in block:
            found.append((f"application/{block['document']['format']}", block["document"]["source"]["bytes"]))
    return found


def _bedrock(connections: Connections, server: VendorServer) -> ChatProvider:
    account = vars(server).get("account")
    if account is None:  # what signs takes long to make, and is made before anybody's patience is measured
        account = vars(server)["account"] = bedrock_account(server)
        account.request(BedrockOperation.CONVERSE_STREAM, {"modelId": "warm.up", "messages": []})
    return Makers(connections).bedrock(server, account)


def _compatible(pdf: str) -> Callable[[Connections, VendorServer], ChatProvider]:
    def make(connections: Connections, server: VendorServer) -> ChatProvider:
        return Makers(connections).compatible(server, compatibility=Compatibility(dialect=Dialect(pdf=pdf)))

    return make


_OPENAI_LIMITS = (("x-ratelimit-remaining-requests", "7"), ("x-ratelimit-reset-requests", "1m30s"))
_FORCED_CHAT = {"type": "function", "function": {"name": "find"}}

CONTRACTS = (
    Contract(
        name="anthropic",
        model="claude-sonnet-4-5",
        serve=VendorServer,
        make=lambda connections, server: Makers(connections).anthropic(server),
        stream=lambda answer: messages_events(answer, "claude-sonnet-4-5"),
        content_type="text/event-stream",
        sent_files=_anthropic_files,
        sent_schema=lambda body: body["output_config"]["format"]["schema"],
        sent_tool_choice=lambda body: body.get("tool_choice"),
        forced_tool={"type": "tool", "name": "find"},
        tells_scores=False,
        limits=(
            ("date", "Thu, 26 Nov 2026 10:00:00 GMT"),
            ("anthropic-ratelimit-requests-remaining", "7"),
            ("anthropic-ratelimit-requests-reset", "2026-11-26T10:01:30Z"),
        ),
    ),
    Contract(
        name="openai",
        model="gpt-6-sol",
        serve=VendorServer,
        make=lambda connections, server: Makers(connections).openai(server),
        stream=lambda answer: responses_events(answer, "gpt-6-sol"),
        content_type="text/event-stream",
        sent_files=_responses_files,
        sent_schema=lambda body: body["text"]["format"]["schema"],
        sent_tool_choice=lambda body: body.get("tool_choice"),
        forced_tool={"type": "function", "name": "find"},
        limits=_OPENAI_LIMITS,
    ),
    Contract(
        name="bedrock",
        model="anthropic.claude-sonnet-4-5-20250929-v1:0",
        serve=VendorServer,
        make=_bedrock,
        stream=lambda answer: converse_events(answer, ""),
        content_type=STREAM_TYPE,
        sent_files=_converse_files,
        sent_schema=lambda body: json.loads(body["outputConfig"]["textFormat"]["structure"]["jsonSchema"]["schema"]),
        sent_tool_choice=lambda body: body.get("toolConfig", {"toolChoice": "none"}).get("toolChoice"),
        forced_tool={"tool": {"name": "find"}},
        tells_scores=False,
        limits=(),  # Bedrock says nothing of them
        key_error=AwsCredentialsError,
    ),
    Contract(
        name="gateway",
        model="gpt-4.1",
        serve=VendorServer,
        make=_compatible("file"),
        stream=lambda answer: chat_events(answer, "gpt-4.1"),
        content_type="text/event-stream",
        sent_files=_chat_files,
        sent_schema=lambda body: body["response_format"]["json_schema"]["schema"],
        sent_tool_choice=lambda body: body.get("tool_choice"),
        forced_tool=_FORCED_CHAT,
        counts=False,
        limits=_OPENAI_LIMITS,
    ),
    Contract(
        name="compatible",
        model="llama-3.3-70b",
        serve=VendorServer,
        make=_compatible(""),
        stream=lambda answer: chat_events(answer, "llama-3.3-70b"),
        content_type="text/event-stream",
        sent_files=_chat_files,
        sent_schema=lambda body: body["response_format"]["json_schema"]["schema"],
        sent_tool_choice=lambda body: body.get("tool_choice"),
        forced_tool=_FORCED_CHAT,
        takes_pdf=False,
        counts=False,
        limits=(("ratelimit-remaining", "7"), ("ratelimit-reset", "90")),
    ),
)
