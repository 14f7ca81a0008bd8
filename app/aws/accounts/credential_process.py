"""Starts the program that a profile names under ``credential_process``, and holds it to its contract.

Owns how long it may take and what is said when it fails. Refuses to let it wait for ever, read what is meant for Baton,
or bring its own words, which may hold a secret, into a message.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from typing import Any

from app.domain.errors import AwsCredentialsError

ALLOWED_S = 120.0
"""Long enough for a person to touch a key or to agree in a browser."""


def starter_of(title: str, *, allowed_s: float = ALLOWED_S) -> Callable[..., subprocess.Popen[bytes]]:
    """What botocore calls in place of ``subprocess.Popen`` for the profile ``title``.

    What it starts raises :class:`AwsCredentialsError` where the program cannot start, takes longer than ``allowed_s``
    seconds, or prints no JSON object.
    """

    def failed(how: str) -> AwsCredentialsError:
        return AwsCredentialsError(
            f"The credential_process of {title!r} {how}.",
            remedy=f"Mend it (aws sts get-caller-identity --profile {title} shows what it says), or choose another "
            "account.",
        )

    class Process(subprocess.Popen[bytes]):
        def communicate(self, *_: object, **__: object) -> tuple[bytes, bytes]:
            try:
                said, complaint = super().communicate(timeout=allowed_s)
            except subprocess.TimeoutExpired:
                raise failed(f"gave no answer within {allowed_s:.0f} s") from None
            finally:
                if self.poll() is None:
                    self.kill()
                    super().communicate()
            if self.returncode != 0:
                raise failed(f"failed (exit status {self.returncode})")
            try:
                is_object = isinstance(json.loads(said), dict)
            except (ValueError, RecursionError):
                is_object = False
            if not is_object:
                raise failed("did not print a JSON object")
            return said, complaint

    def start(command: Sequence[str], **streams: Any) -> subprocess.Popen[bytes]:
        try:
            # Its stdin would be Baton's own, where the next request may stand already.
            return Process(command, stdin=subprocess.DEVNULL, **streams)
        except (OSError, ValueError):
            raise failed("cannot be started") from None

    return start
