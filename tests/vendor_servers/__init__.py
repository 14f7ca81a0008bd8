"""A local HTTP server that speaks four vendors' protocols, and fails in every way they do, as told by a script.

It speaks Anthropic's Messages (``/v1/messages``), OpenAI's Chat Completions (``/v1/chat/completions``) and OpenAI's
Responses (``/v1/responses``), all streamed, lists models (``/v1/models``), counts tokens, and takes batches
(:mod:`tests.vendor_servers.batches`); and Amazon
Bedrock's Converse, in frames (:mod:`tests.bedrock_frames`). Point a provider at it::

    with VendorServer() as server:
        server.script(Answer(Say("Hello"), CallTool("find", {"text": "buckets"})), Failure(429, retry_after="2"))
        ANTHROPIC_BASE_URL=server.url        # and ANTHROPIC_API_KEY=anything, if no ``keys`` were given
        OPENAI_BASE_URL=server.openai_url    # also the address of a compatible endpoint

Each request takes the next reply of the script; with the script used up, the server echoes the last thing said.
``server.requests`` holds what came in. An answer can be cut into pieces of any size, wait for
:meth:`VendorServer.go_on`, break off, turn malformed or end with an error event. No framework, loopback only.
"""

from __future__ import annotations

from tests.vendor_servers.script import (
    Answer,
    Beat,
    CallTogether,
    CallTool,
    Cut,
    FailNow,
    Failure,
    Garble,
    Raw,
    Reply,
    Say,
    Step,
    Think,
    Wait,
)
from tests.vendor_servers.server import Received, VendorServer

__all__ = [
    "Answer",
    "Beat",
    "CallTogether",
    "CallTool",
    "Cut",
    "FailNow",
    "Failure",
    "Garble",
    "Raw",
    "Received",
    "Reply",
    "Say",
    "Step",
    "Think",
    "VendorServer",
    "Wait",
]
