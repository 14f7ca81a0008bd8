"""Every setting, declared once: its type, default, title, help and bounds. Form, file and validation derive from it.

Refuses secrets: keys live in the keyring, never here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.models import Endpoint


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingInfo:
    """How one setting is shown and checked. ``choices`` are (value, words) pairs; ``minimum_words`` say what the
    smallest number stands for where it is no amount; ``safest`` is what a setting that guards something falls back to
    where the file holds it wrongly, instead of its default.
    """

    name: str
    section: str
    title: str
    help: str
    type: type
    default: object
    minimum: float | None = None
    maximum: float | None = None
    minimum_words: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    multiline: bool = False
    safest: object = None

    @property
    def fallback(self) -> object:
        """What counts where the file says something that cannot be used."""
        return self.default if self.safest is None else self.safest

    def problem(self, value: object) -> str | None:
        """Why ``value`` cannot be used, as a sentence, or ``None`` if it can."""
        if self.type is bool:
            return None if isinstance(value, bool) else f"{self.title} is true or false, not {value!r}."
        if self.type in (int, float):
            numbers = int if self.type is int else (int, float)
            if isinstance(value, bool) or not isinstance(value, numbers):
                return f"{self.title} is a number, not {value!r}."
            if value != value or (self.minimum is not None and value < self.minimum):
                return f"{self.title} must be at least {self.minimum:g}."
            if self.maximum is not None and value > self.maximum:
                return f"{self.title} must be at most {self.maximum:g}."
            return None
        if not isinstance(value, str):
            return f"{self.title} is a text, not {value!r}."
        if self.choices and value not in dict(self.choices):
            return f"{self.title} is one of {', '.join(dict(self.choices))}; not {value!r}."
        return None


def _setting(default: Any, *, section: str, title: str, help: str, **more: Any) -> Any:
    return field(default=default, metadata={"section": section, "title": title, "help": help, **more})


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """All settings, with their defaults. ``endpoints`` has its own page and is not among :func:`setting_infos`."""

    theme: str = _setting(
        "system",
        section="Appearance",
        title="Theme",
        help="Follow the system, or always light or dark.",
        choices=(("system", "Follow the system"), ("light", "Light"), ("dark", "Dark")),
    )
    text_size: int = _setting(
        15, section="Appearance", title="Text size", help="Of the conversation.", minimum=11, maximum=28, unit="px"
    )
    default_model: str = _setting(
        "builtin:rules",
        section="Models",
        title="Model for new chats",
        help="As provider:model. builtin:rules understands AWS requests with no model at all.",
    )
    system_prompt: str = _setting(
        "",
        section="Models",
        title="System prompt",
        help="Told to every model before a chat; a chat can have its own.",
        multiline=True,
    )
    request_timeout_s: int = _setting(
        120,
        section="Models",
        title="Wait for a model at most",
        help="Seconds without any sign of an answer before a request is given up.",
        minimum=5,
        maximum=3600,
        unit="s",
    )
    local_context_tokens: int = _setting(
        8192,
        section="Local models",
        title="Context",
        help="Tokens a local model keeps in mind; more takes more memory. The model's own limit is never exceeded.",
        minimum=256,
        maximum=1_048_576,
        unit="tokens",
    )
    local_gpu_layers: int = _setting(
        -1,
        section="Local models",
        title="Layers on the GPU",
        help="-1 chooses as many as fit; 0 uses the processor only.",
        minimum=-1,
        maximum=1000,
        minimum_words="As many as fit",
    )
    local_threads: int = _setting(
        0,
        section="Local models",
        title="Threads",
        help="0 uses every physical core.",
        minimum=0,
        maximum=256,
        minimum_words="Every physical core",
    )
    local_idle_minutes: int = _setting(
        15,
        section="Local models",
        title="Unload when idle for",
        help="Frees the memory of a local model that is not used; 0 keeps it.",
        minimum=0,
        maximum=1440,
        unit="min",
        minimum_words="Never",
    )
    default_account: str = _setting(
        "",
        section="AWS",
        title="Account for new chats",
        help="A profile of your AWS configuration, or demo. Empty: your default profile, or the demo account where "
        "there is none.",
    )
    default_region: str = _setting(
        "", section="AWS", title="Region for new chats", help="As in eu-west-1. Empty: the account's own."
    )
    aws_run_reads: bool = _setting(
        True,
        section="AWS",
        title="Run reads without asking",
        help="Only calls classed as read: they change nothing and disclose no secrets. Everything else always asks.",
        safest=False,
    )
    aws_read_only: bool = _setting(
        False, section="AWS", title="Read only", help="Refuse every call that is not classed as read.", safest=True
    )
    aws_page_limit: int = _setting(
        10,
        section="AWS",
        title="Pages to follow",
        help="How many pages of a long result are fetched; a result that was cut says so.",
        minimum=1,
        maximum=1000,
        unit="pages",
    )
    aws_timeout_s: int = _setting(
        60,
        section="AWS",
        title="Wait for AWS at most",
        help="Seconds for one request.",
        minimum=1,
        maximum=900,
        unit="s",
    )
    redact_for_models: bool = _setting(
        True,
        section="Privacy",
        title="Hide secrets from cloud models",
        help="Keys, tokens and passwords found in a message or a result are replaced before they are sent to a model "
        "that does not run on this machine.",
    )
    endpoints: tuple[Endpoint, ...] = ()


def setting_infos() -> tuple[SettingInfo, ...]:
    """Every simple setting's description, in the order they are shown."""
    infos = []
    for item in dataclasses.fields(Settings):
        if not item.metadata:
            continue
        infos.append(SettingInfo(name=item.name, type=type(item.default), default=item.default, **item.metadata))
    return tuple(infos)


def problems(values: Mapping[str, object]) -> dict[str, str]:
    """What is wrong with ``values``, by setting name; names that are no setting are reported too."""
    known = {info.name: info for info in setting_infos()}
    found = {}
    for name, value in values.items():
        info = known.get(name)
        problem = f"There is no setting {name!r}." if info is None else info.problem(value)
        if problem is not None:
            found[name] = problem
    return found
