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
from app.domain.language import tr

ALLOWED_S = 120.0
"""Long enough for a person to touch a key or to agree in a browser."""


def starter_of(title: str, *, allowed_s: float = ALLOWED_S) -> Callable[..., subprocess.Popen[bytes]]:
    """What botocore calls in place of ``subprocess.Popen`` for the profile ``title``.

    What it starts raises :class:`AwsCredentialsError` where the program cannot start, takes longer than ``allowed_s``
    seconds, or prints no JSON object.
    """

    def failed(message: str) -> AwsCredentialsError:
        return AwsCredentialsError(
            message,
            remedy=tr(
                "Mend it (aws sts get-caller-identity --profile {title} shows what it says), or choose "
                "another account.",
                title=title,
            ),
        )

    class Process(subprocess.Popen[bytes]):
        def communicate(self, *_: object, **__: object) -> tuple[bytes, bytes]:
            try:
                said, complaint = super().communicate(timeout=allowed_s)
            except subprocess.TimeoutExpired:
                raise failed(
                    tr(
                        "The credential_process of {title!r} gave no answer within {seconds} s.",
                        title=title,
                        seconds=f"{allowed_s:.0f}",
                    )
                ) from None
            finally:
                if self.poll() is None:
                    self.kill()
                    super().communicate()
            if self.returncode != 0:
                raise failed(
                    tr(
                        "The credential_process of {title!r} failed (exit status {status}).",
                        title=title,
                        status=self.returncode,
                    )
                )
            try:
                is_object = isinstance(json.loads(said), dict)
            except (ValueError, RecursionError):
                is_object = False
            if not is_object:
                raise failed(tr("The credential_process of {title!r} did not print a JSON object.", title=title))
            return said, complaint

    def start(command: Sequence[str], **streams: Any) -> subprocess.Popen[bytes]:
        try:
            # Its stdin would be Baton's own, where the next request may stand already.
            return Process(command, stdin=subprocess.DEVNULL, **streams)
        except (OSError, ValueError):
            raise failed(tr("The credential_process of {title!r} cannot be started.", title=title)) from None

    return start
