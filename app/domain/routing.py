"""Which model answers, and why: tasks, routes, and the failures that led from one model to the next. Owns the values.

``auto`` is the model id of a chat whose model the router chooses for each turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

AUTO_MODEL = "auto"


class Task(StrEnum):
    """What a message is about, as far as it decides who answers."""

    AWS = "aws"  # something is to be found out or done in an AWS account
    CODE = "code"
    LONG = "long"  # more text than most models read well
    IMAGE = "image"
    PRIVATE = "private"  # must not leave this machine
    CHAT = "chat"  # everything else


@dataclass(frozen=True, kw_only=True, slots=True)
class RouteFailure:
    """A model that was asked first and did not answer: ``why`` is one sentence for the person."""

    model: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """How an answer came to its model. ``asked``: the id the person chose, ``auto`` included; ``reason``: one
    sentence why this model answered; ``failures``: who failed before it, in order. ``next``: for an answer that broke
    off, the model that would be asked next.
    """

    asked: str
    reason: str
    task: Task | None = None
    failures: tuple[RouteFailure, ...] = ()
    next: str | None = None
