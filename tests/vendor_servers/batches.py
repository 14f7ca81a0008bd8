"""Anthropic's Message Batches and OpenAI's Files and Batches, as far as their documentation says what they do.

A batch stands until :meth:`Batches.end`; its requests then take the script's replies in order. ``requests`` counts what
was ever paid for.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.vendor_servers.script import Answer, CallTool, Failure, Raw, Reply, Say, Think

_CUSTOM_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass
class Batch:
    """A batch that was taken. ``outcome`` is that of each request, by its ``custom_id``, once it has ended."""

    id: str
    vendor: str
    requests: dict[str, Any]
    metadata: dict[str, Any] = field(default_factory=dict)
    state: str = "in_progress"
    outcome: dict[str, Reply | str] = field(default_factory=dict)  # a text is expired or cancelled
    created: float = field(default_factory=time.time)
    problem: str = ""


class Batches:
    """What was uploaded and submitted. ``taken`` is set with every batch that is; ``polled`` with every look at one."""

    def __init__(self, next_reply: Callable[[], Reply | None]) -> None:
        self._next = next_reply
        self.files: dict[str, bytes] = {}
        self.all: list[Batch] = []
        self.taken = threading.Event()
        self.polled = threading.Event()
        self.ends_at_once = False
        """Whether a batch has ended when it is next looked at."""
        self.loses_the_reply = False
        """Whether the connection breaks after a batch was taken, before it is said so."""

    def end(self, *, expired: int = 0, problem: str = "") -> None:
        """End every batch; the last ``expired`` requests of each were not answered in time."""
        for batch in self.all:
            if batch.state not in ("in_progress", "canceling"):
                continue
            ids = list(batch.requests)
            for place, custom_id in enumerate(ids):
                if batch.state == "canceling":
                    batch.outcome[custom_id] = "canceled"
                elif place >= len(ids) - expired:
                    batch.outcome[custom_id] = "expired"
                else:
                    batch.outcome[custom_id] = self._next() or Answer(f"answer {place + 1}")
            batch.state, batch.problem = "ended", problem

    def answer(self, method: str, path: str, body: Any) -> tuple[int, Any] | bytes | None:
        """The reply to a request: status and JSON, a file's bytes, or ``None`` where the path is none of batches'."""
        path = path.partition("?")[0].removeprefix("/v1")
        match method, path.strip("/").split("/"):
            case "POST", ["messages", "batches"]:
                return self._take_anthropic(body)
            case "GET", ["messages", "batches"]:
                data = [_anthropic(batch) for batch in self.all]
                return 200, {"data": data, "has_more": False, "first_id": None, "last_id": None}
            case "GET", ["messages", "batches", id]:
                return self._look(id, _anthropic)
            case "GET", ["messages", "batches", id, "results"]:
                return b"".join(_line(_anthropic_result(i, r)) for i, r in self._batch(id).outcome.items())
            case "POST", ["messages", "batches", id, "cancel"]:
                return self._cancel(id, _anthropic)
            case "POST", ["files"]:
                name = f"file-{len(self.files) + 1}"
                self.files[name] = body["file"]
                return 200, {"id": name, "object": "file", "purpose": body["purpose"], "bytes": len(body["file"])}
            case "GET", ["files", id, "content"]:
                return self.files[id]
            case "DELETE", ["files", id]:
                self.files.pop(id)
                return 200, {"id": id, "deleted": True}
            case "POST", ["batches"]:
                return self._take_openai(body)
            case "GET", ["batches"]:
                return 200, {"object": "list", "data": [_openai(b) for b in self.all], "has_more": False}
            case "GET", ["batches", id]:
                return self._look(id, self._openai_ended)
            case "POST", ["batches", id, "cancel"]:
                return self._cancel(id, _openai)
            case _:
                return None

    def _take_anthropic(self, body: Any) -> tuple[int, Any]:
        requests = {entry["custom_id"]: entry["params"] for entry in body["requests"]}
        if len(requests) != len(body["requests"]) or not all(map(_CUSTOM_ID.fullmatch, requests)):
            said = {"type": "invalid_request_error", "message": "custom_id: must be unique and fit the pattern"}
            return 400, {"type": "error", "error": said}
        if any("stream" in params for params in requests.values()):
            said = {"type": "invalid_request_error", "message": "stream: not in a batch"}
            return 400, {"type": "error", "error": said}
        return 200, _anthropic(self._take("anthropic", requests))

    def _take_openai(self, body: Any) -> tuple[int, Any]:
        if body["endpoint"] != "/v1/responses" or body["completion_window"] != "24h":
            return 400, {"error": {"message": "No such endpoint or window.", "type": "invalid_request_error"}}
        lines = [json.loads(line) for line in self.files[body["input_file_id"]].splitlines()]
        requests = {line["custom_id"]: line["body"] for line in lines}
        assert all((line["method"], line["url"]) == ("POST", "/v1/responses") for line in lines)
        return 200, _openai(self._take("openai", requests, body.get("metadata") or {}))

    def _take(self, vendor: str, requests: dict[str, Any], metadata: dict[str, Any] | None = None) -> Batch:
        id = f"{'msgbatch' if vendor == 'anthropic' else 'batch'}_{len(self.all) + 1}"
        batch = Batch(id, vendor, requests, metadata or {})
        self.all.append(batch)
        self.taken.set()
        return batch

    def _batch(self, id: str) -> Batch:
        return next(batch for batch in self.all if batch.id == id)

    def _look(self, id: str, shape: Callable[[Batch], Any]) -> tuple[int, Any]:
        if id not in {batch.id for batch in self.all}:
            return 404, {"type": "error", "error": {"type": "not_found_error", "message": "No such batch."}}
        if self.ends_at_once:
            self.end()
        self.polled.set()
        return 200, shape(self._batch(id))

    def _cancel(self, id: str, shape: Callable[[Batch], Any]) -> tuple[int, Any]:
        batch = self._batch(id)
        if batch.state == "in_progress":
            batch.state = "canceling"
        return 200, shape(batch)

    def _openai_ended(self, batch: Batch) -> Any:
        if batch.state == "ended" and not batch.problem:
            fine = {i: r for i, r in batch.outcome.items() if isinstance(r, Answer)}
            self.files[f"{batch.id}-out"] = b"".join(_line(_openai_result(i, r)) for i, r in fine.items())
            failed = {i: r for i, r in batch.outcome.items() if i not in fine}
            self.files[f"{batch.id}-errors"] = b"".join(_line(_openai_result(i, r)) for i, r in failed.items())
        return _openai(batch)


def multipart(content_type: str, raw: bytes) -> dict[str, Any]:
    """The fields of an uploaded form; a file's is its bytes."""
    head = f"content-type: {content_type}\r\n\r\n".encode()
    form = email.message_from_bytes(head + raw, policy=email.policy.HTTP)
    fields: dict[str, Any] = {}
    for part in form.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_content()  # a file's are bytes
        fields[str(name)] = content.strip() if isinstance(content, str) else content
    return fields


def _line(value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _anthropic(batch: Batch) -> dict[str, Any]:
    outcomes = [("succeeded" if isinstance(r, Answer) else r if isinstance(r, str) else "errored") for r in
                batch.outcome.values()]  # fmt: skip
    kinds = ("succeeded", "errored", "canceled", "expired")
    ended = batch.state == "ended"
    at = datetime.fromtimestamp(batch.created, UTC).isoformat()
    return {
        "id": batch.id,
        "type": "message_batch",
        "processing_status": batch.state,
        "request_counts": {
            "processing": 0 if ended else len(batch.requests),
            **{kind: outcomes.count(kind) for kind in kinds},
        },
        "created_at": at,
        "expires_at": at,
        "ended_at": at if ended else None,
        "results_url": f"/v1/messages/batches/{batch.id}/results" if ended else None,
    }


def _anthropic_result(custom_id: str, reply: Reply | str) -> dict[str, Any]:
    match reply:
        case Answer():
            result: dict[str, Any] = {"type": "succeeded", "message": _message(reply)}
        case Failure(kind=kind, message=said):
            error = {"type": kind or "invalid_request_error", "message": said}
            result = {"type": "errored", "error": {"type": "error", "error": error}}
        case str():
            result = {"type": reply}
        case Raw():
            raise AssertionError("a batch answers no bytes")
    return {"custom_id": custom_id, "result": result}


def _message(answer: Answer) -> dict[str, Any]:
    content: list[dict[str, Any]] = []
    for step in answer.steps:
        match step:
            case Say(text=text):
                content.append({"type": "text", "text": text})
            case Think(text=text, signature=signature):
                content.append({"type": "thinking", "thinking": text, "signature": signature})
            case CallTool(name=name, arguments=arguments, call_id=call_id):
                content.append({"type": "tool_use", "id": call_id, "name": name, "input": arguments})
            case _:
                raise AssertionError(f"a batch knows no {step}")
    stop = {"stop": "end_turn", "tools": "tool_use", "length": "max_tokens", "filtered": "refusal"}[answer.reason]
    usage = {
        "input_tokens": answer.input_tokens - answer.cached_tokens - answer.written_tokens,
        "cache_read_input_tokens": answer.cached_tokens,
        "cache_creation_input_tokens": answer.written_tokens,
        "output_tokens": answer.output_tokens,
    }
    return {"id": "msg_1", "type": "message", "role": "assistant", "content": content, "stop_reason": stop,
            "usage": usage}  # fmt: skip


def _openai(batch: Batch) -> dict[str, Any]:
    replies = batch.outcome.values()
    failed = sum(not isinstance(reply, Answer) for reply in replies)
    expired = "expired" in replies
    ended = "expired" if expired else "cancelled" if "canceled" in replies else "completed"
    ended = "failed" if batch.problem else ended
    state = {"in_progress": "in_progress", "canceling": "cancelling", "ended": ended}[batch.state]
    done = batch.state == "ended" and not batch.problem
    problems = {"object": "list", "data": [{"code": "invalid", "message": batch.problem, "line": 1}]}
    return {
        "id": batch.id,
        "object": "batch",
        "endpoint": "/v1/responses",
        "status": state,
        "created_at": int(batch.created),
        "expires_at": int(batch.created),
        "metadata": batch.metadata,
        "errors": problems if batch.problem else None,
        "output_file_id": f"{batch.id}-out" if done and failed < len(batch.requests) else None,
        "error_file_id": f"{batch.id}-errors" if done and failed else None,
        "request_counts": {
            "total": len(batch.requests),
            "completed": len(batch.outcome) - failed if done else 0,
            "failed": failed if done else 0,
        },
    }


def _openai_result(custom_id: str, reply: Reply | str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": f"batch_req_{custom_id}", "custom_id": custom_id, "response": None, "error": None}
    match reply:
        case Answer():
            made["response"] = {"status_code": 200, "request_id": "r", "body": _response(reply)}
        case Failure(status=status, message=said, kind=kind, code=code):
            body = {"error": {"message": said, "type": kind or "invalid_request_error", "code": code}}
            made["response"] = {"status_code": status, "request_id": "r", "body": body}
        case "expired":
            made["error"] = {"code": "batch_expired", "message": "This request could not be executed in time."}
        case str():
            made["error"] = {"code": "batch_cancelled", "message": "The batch was cancelled."}
        case Raw():
            raise AssertionError("a batch answers no bytes")
    return made


def _response(answer: Answer) -> Mapping[str, Any]:
    output: list[dict[str, Any]] = []
    for step in answer.steps:
        match step:
            case Say(text=text):
                output.append(
                    {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": text}]}
                )
            case Think(text=text, signature=signature):
                summary = [{"type": "summary_text", "text": text}]
                output.append({"type": "reasoning", "id": "rs", "summary": summary, "encrypted_content": signature})
            case CallTool(name=name, written=written, call_id=call_id):
                output.append({"type": "function_call", "call_id": call_id, "name": name, "arguments": written})
            case _:
                raise AssertionError(f"a batch knows no {step}")
    usage = {
        "input_tokens": answer.input_tokens,
        "input_tokens_details": {"cached_tokens": answer.cached_tokens},
        "output_tokens": answer.output_tokens,
    }
    return {"id": "resp_1", "object": "response", "status": "completed", "output": output, "usage": usage}
