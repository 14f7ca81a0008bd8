"""The demo account's answer to a dry run, given before moto sees the request.

Owns the recognition of a dry run and AWS's way of saying that it passed. Refuses to leave that to moto, which carries
out many a call that was only to be checked, and the gate lets dry runs pass unasked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from app.aws.demo.requests import Answer, body

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_STATUS = "412 Precondition Failed"
_SAID = "Request would have succeeded, but DryRun flag is set."
_EC2_ANSWER = (
    f"<Response><Errors><Error><Code>DryRunOperation</Code><Message>{_SAID}</Message></Error></Errors>"
    "<RequestID>demo-dry-run</RequestID></Response>"
)
_KMS_ANSWER = json.dumps({"__type": "DryRunOperationException", "message": _SAID})


def dry_run_answer(environ: WSGIEnvironment, service: str) -> Answer | None:
    """The answer where the request to ``service`` (its signing name) is a dry run, else ``None``."""
    match service:
        case "ec2":
            query = body(environ).decode("utf-8", "replace")
            asked = parse_qs(query).get("DryRun", []) + parse_qs(str(environ.get("QUERY_STRING", ""))).get("DryRun", [])
            answer = (_STATUS, "text/xml", _EC2_ANSWER.encode())
            return answer if any(value.casefold() == "true" for value in asked) else None
        case "kms":
            return (_STATUS, "application/x-amz-json-1.1", _KMS_ANSWER.encode()) if _says_dry_run(environ) else None
        case _:
            return None


def _says_dry_run(environ: WSGIEnvironment) -> bool:
    try:
        said = json.loads(body(environ))
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("DryRun") is True
