"""Which model a chat begins with, and what every model is told and waited for."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.context import OVERFLOW_WORDS, Overflow
from app.domain.language import marked
from app.domain.setting_info import setting

MODELS = marked("Models")


@dataclass(frozen=True, kw_only=True)
class ModelSettings:
    default_model: str = setting(
        "builtin:rules",
        section=MODELS,
        title=marked("Model for new chats"),
        help=marked(
            "As provider:model, or auto to have one chosen for each message. builtin:rules understands AWS requests "
            "with no model at all."
        ),
    )
    system_prompt: str = setting(
        "",
        section=MODELS,
        title=marked("System prompt"),
        help=marked("Told to every model before a chat; a chat can have its own."),
        multiline=True,
    )
    default_preset: str = setting(
        "",
        section=MODELS,
        title=marked("Preset for new chats"),
        help=marked(
            "The name of a preset of parameters, such as precise: new chats and baton ask begin with what the model "
            "takes of it. Empty: the model's own defaults."
        ),
    )
    keep_parameters: bool = setting(
        False,
        section=MODELS,
        title=marked("Keep a chat's parameters with another model"),
        help=marked(
            "Otherwise another model begins with its own defaults. What it does not take is reset in any case."
        ),
    )
    connect_timeout_s: int = setting(
        10,
        section=MODELS,
        title=marked("Wait for a connection at most"),
        help=marked("Seconds until a model's service must have taken the connection."),
        minimum=1,
        maximum=120,
        unit=marked("s"),
    )
    first_token_timeout_s: int = setting(
        300,
        section=MODELS,
        title=marked("Wait for an answer's first word at most"),
        help=marked(
            "Seconds from the question to the first word of thinking or answer. Signs of life that say nothing do not "
            "count. Models on this machine may take as long as they need."
        ),
        minimum=5,
        maximum=3600,
        unit=marked("s"),
    )
    request_timeout_s: int = setting(
        120,
        section=MODELS,
        title=marked("Wait for a model at most"),
        help=marked("Seconds without any more of an answer that has begun before it is given up."),
        minimum=5,
        maximum=3600,
        unit=marked("s"),
    )
    requests_at_once: int = setting(
        4,
        section=MODELS,
        title=marked("Requests at once to one provider"),
        help=marked(
            "Chats, summaries and batches share one queue for each provider; chats go first. Models on this machine "
            "have limits of their own."
        ),
        minimum=1,
        maximum=256,
    )
    rate_limit_wait_s: int = setting(
        60,
        section=MODELS,
        title=marked("Wait for a provider's limit at most"),
        help=marked(
            "Where a provider wants a longer wait, the next model of the fallback chain is asked, or the answer "
            "fails. A batch waits as long as it takes."
        ),
        minimum=0,
        maximum=3600,
        unit=marked("s"),
        minimum_words=marked("Never wait"),
    )
    context_overflow: str = setting(
        Overflow.ASK.value,
        section=MODELS,
        title=marked("When a chat is longer than the model's context"),
        help=marked(
            "A chat can have its own choice. Nothing is deleted from the history: only what is sent gets shorter."
        ),
        choices=tuple((choice.value, words) for choice, words in OVERFLOW_WORDS.items()),
    )
    model_titles: bool = setting(
        True,
        section=MODELS,
        title=marked("Let the model name chats"),
        help=marked(
            "After the first answer, the model that gave it is asked for a few words in a request that its cache "
            "serves. Off: a chat is named by its first message. A private chat is named by models on this machine "
            "alone."
        ),
    )
