"""Every setting, declared once: its type, default, title, help and bounds. Form, file and validation derive from it.

Refuses secrets: keys live in the keyring, never here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.context import OVERFLOW_WORDS, Overflow
from app.domain.language import marked
from app.domain.models import Endpoint
from app.domain.network import proxy_setting_problem
from app.domain.setting_info import SettingInfo

KV_TYPES = (("f16", "16 bits"), ("q8_0", "8 bits"), ("q4_0", "4 bits"))
"""How exactly a local model's context is kept: llama.cpp's name, and the words for it."""


def _setting(default: Any, *, section: str, title: str, help: str, **more: Any) -> Any:
    return field(default=default, metadata={"section": section, "title": title, "help": help, **more})


def _route(title: str, help: str) -> Any:
    return _setting("", section="Routing", title=title, help=help, is_model=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """All settings, with their defaults. ``endpoints`` has its own page and is not among :func:`setting_infos`."""

    theme: str = _setting(
        "system",
        section="Appearance",
        title=marked("Theme"),
        help=marked("Follow the system, or always light or dark."),
        choices=(("system", marked("Follow the system")), ("light", marked("Light")), ("dark", marked("Dark"))),
    )
    contrast: str = _setting(
        "system",
        section="Appearance",
        title=marked("Contrast"),
        help=marked(
            "High contrast has black and white, stronger outlines and no shades. Follow the system where it says."
        ),
        choices=(("system", marked("Follow the system")), ("normal", marked("Normal")), ("high", marked("High"))),
    )
    text_size: int = _setting(
        100,
        section="Appearance",
        title=marked("Text size"),
        help=marked("Of everything in the window; also by Ctrl and plus, minus or 0."),
        minimum=80,
        maximum=200,
        unit="%",
    )
    direction: str = _setting(
        "language",
        section="Appearance",
        title=marked("Direction"),
        help=marked("Where a line begins. Messages follow their own text; code and AWS calls go from left to right."),
        choices=(
            ("language", marked("As the language is written")),
            ("ltr", marked("From left to right")),
            ("rtl", marked("From right to left")),
        ),
    )
    motion: str = _setting(
        "system",
        section="Appearance",
        title=marked("Motion"),
        help=marked("Without motion not even the cursor blinks. Follow the system where it says."),
        choices=(("system", marked("Follow the system")), ("none", marked("None"))),
    )
    default_model: str = _setting(
        "builtin:rules",
        section="Models",
        title="Model for new chats",
        help="As provider:model, or auto to have one chosen for each message. builtin:rules understands AWS requests "
        "with no model at all.",
    )
    system_prompt: str = _setting(
        "",
        section="Models",
        title="System prompt",
        help="Told to every model before a chat; a chat can have its own.",
        multiline=True,
    )
    default_preset: str = _setting(
        "",
        section="Models",
        title="Preset for new chats",
        help="The name of a preset of parameters, such as precise: new chats and baton ask begin with what the model "
        "takes of it. Empty: the model's own defaults.",
    )
    keep_parameters: bool = _setting(
        False,
        section="Models",
        title="Keep a chat's parameters with another model",
        help="Otherwise another model begins with its own defaults. What it does not take is reset in any case.",
    )
    connect_timeout_s: int = _setting(
        10,
        section="Models",
        title="Wait for a connection at most",
        help="Seconds until a model's service must have taken the connection.",
        minimum=1,
        maximum=120,
        unit="s",
    )
    first_token_timeout_s: int = _setting(
        300,
        section="Models",
        title="Wait for an answer's first word at most",
        help="Seconds from the question to the first word of thinking or answer. Signs of life that say nothing do not "
        "count. Models on this machine may take as long as they need.",
        minimum=5,
        maximum=3600,
        unit="s",
    )
    request_timeout_s: int = _setting(
        120,
        section="Models",
        title="Wait for a model at most",
        help="Seconds without any more of an answer that has begun before it is given up.",
        minimum=5,
        maximum=3600,
        unit="s",
    )
    requests_at_once: int = _setting(
        4,
        section="Models",
        title="Requests at once to one provider",
        help="Chats, summaries and batches share one queue for each provider; chats go first. Models on this machine "
        "have limits of their own.",
        minimum=1,
        maximum=256,
    )
    rate_limit_wait_s: int = _setting(
        60,
        section="Models",
        title="Wait for a provider's limit at most",
        help="Where a provider wants a longer wait, the next model of the fallback chain is asked, or the answer "
        "fails. A batch waits as long as it takes.",
        minimum=0,
        maximum=3600,
        unit="s",
        minimum_words="Never wait",
    )
    context_overflow: str = _setting(
        Overflow.ASK.value,
        section="Models",
        title="When a chat is longer than the model's context",
        help="A chat can have its own choice. Nothing is deleted from the history: only what is sent gets shorter.",
        choices=tuple((choice.value, words) for choice, words in OVERFLOW_WORDS.items()),
    )
    route_aws: str = _route("AWS requests", "What should be found out or done in an AWS account.")
    route_code: str = _route("Code", "Code to write, explain, review or mend.")
    route_long: str = _route(
        "Long texts", "What does not fit the context of the model that would answer otherwise, or fills most of it."
    )
    route_image: str = _route("Pictures", "Messages with a picture.")
    route_private: str = _route(
        "Private", "What must not leave this machine: only models that run here, or on your own hosts, are asked."
    )
    route_chat: str = _route("Everything else", "And every kind above that has no model of its own.")
    route_secrets_private: bool = _setting(
        True,
        section="Routing",
        title="Treat messages with secrets as private",
        help="Where Automatic chooses, a message with a key, a token or a password in it stays on this machine.",
        safest=True,
    )
    fallback_models: tuple[str, ...] = _setting(
        (),
        section="Routing",
        title="When a model cannot answer, ask",
        help="The next of these that can answer does, in this order. With none, what fails in the cloud is answered by "
        "a model on this machine, and AWS requests without any.",
    )
    model_titles: bool = _setting(
        True,
        section="Models",
        title="Let the model name chats",
        help="After the first answer, the model that gave it is asked for a few words in a request that its cache "
        "serves. Off: a chat is named by its first message. A private chat is named by models on this machine alone.",
    )
    fallback_after_text: bool = _setting(
        False,
        section="Routing",
        title="Also when part of an answer was shown",
        help="What was shown stays, as another version of the answer. Off: the answer stays cut, and a button offers "
        "the next model.",
    )
    local_policy: str = _setting(
        "fit",
        section="Local models",
        title="Where models run",
        help="Before a model is loaded, its plan says what lies where. One that is to lie on the GPU whole and does "
        "not fit is refused instead of made slow.",
        choices=(
            ("fit", "As much on the GPU as fits"),
            ("gpu", "All on the GPU, or not at all"),
            ("cpu", "On the processor only"),
            ("manual", "As many layers as set below"),
        ),
    )
    local_gpu_layers: int = _setting(
        -1,
        section="Local models",
        title="Layers on the GPU",
        help="A number is taken as it is, and the plan says whether it fits; -1 leaves it to the choice above.",
        minimum=-1,
        maximum=1000,
        minimum_words="As many as fit",
    )
    local_context_tokens: int = _setting(
        8192,
        section="Local models",
        title="Context",
        help="Tokens a local model keeps in mind; more takes more memory. The model's own limit is never exceeded; 0 "
        "takes all of it, or as much as fits.",
        minimum=0,
        maximum=16_777_216,
        unit="tokens",
        minimum_words="The model's own",
    )
    local_kv_type: str = _setting(
        "f16",
        section="Local models",
        title="Keys and values",
        help="How exactly the context is kept. 8 bits take half the memory and are hardly worse; 4 bits take a quarter "
        "and can be. Fewer than 16 bits need flash attention.",
        choices=KV_TYPES,
    )
    local_flash_attention: str = _setting(
        "auto",
        section="Local models",
        title="Flash attention",
        help="Takes less memory for long contexts, and is faster on GPUs. On the processor alone a model writes up to "
        "three times as fast without it in a long context.",
        choices=(("auto", "Where it is faster"), ("on", "On"), ("off", "Off")),
    )
    local_sequences: int = _setting(
        0,
        section="Local models",
        title="Answers at once",
        help="How many conversations one model works on side by side and keeps in mind. They share the context. 0 "
        "takes 8, or fewer for models whose state is large.",
        minimum=0,
        maximum=64,
        minimum_words="Chosen for the model",
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
    local_memory_limit_mib: int = _setting(
        0,
        section="Local models",
        title="Memory for models",
        help="What all loaded models may take together, on the GPU and off it. The one used longest ago makes room. 0 "
        "takes all there is.",
        minimum=0,
        maximum=16_777_216,
        unit="MiB",
        minimum_words="All there is",
    )
    local_prompt_cache_mib: int = _setting(
        1024,
        section="Local models",
        title="Memory for read prompts",
        help="What was read of conversations that had to make room is kept in main memory up to this, so that they go "
        "on without being read again.",
        minimum=0,
        maximum=1_048_576,
        unit="MiB",
        minimum_words="None",
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
    serve_port: int = _setting(
        7411,
        section="Other programs",
        title="Port",
        help="Where the window and baton serve listen, on this machine only; it counts from the next start on.",
        minimum=0,
        maximum=65_535,
        minimum_words="Any that is free",
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
    aws_parallel_calls: int = _setting(
        16,
        section="AWS",
        title="Calls at the same time",
        help="For one question in several accounts and regions.",
        minimum=1,
        maximum=64,
    )
    bedrock_profile: str = _setting(
        "",
        section="AWS",
        title="Profile for Bedrock",
        help="Whose models bedrock:… are: a profile of your AWS configuration; no key is needed. Empty: your default "
        "profile.",
    )
    bedrock_region: str = _setting(
        "",
        section="AWS",
        title="Region for Bedrock",
        help="As in us-east-1; regions have different models. Empty: the profile's own.",
    )
    proxy: str = _setting(
        "system",
        section="Network",
        title="Proxy",
        help="system: whatever this machine's settings or HTTPS_PROXY name. none: no proxy. Or an address, as in "
        "http://user@proxy.example.com:3128; its password is kept with: baton keys set proxy. What runs on this "
        "machine is always reached without.",
        check=proxy_setting_problem,
    )
    ca_file: str = _setting(
        "",
        section="Network",
        title="Certificate file",
        help="Certificates in PEM form that are trusted beside the system's, for a company's proxy. Empty: none.",
    )
    redact_for_models: bool = _setting(
        True,
        section="Privacy",
        title="Hide secrets from cloud models",
        help="Keys, tokens and passwords found in a message or a result are replaced before they are sent to a model "
        "that does not run on this machine.",
    )
    hide_identifiers: bool = _setting(
        False,
        section="Privacy",
        title="Hide who and where from cloud models",
        help="Account ids, names in ARNs, buckets, IP addresses, host names and e-mail addresses are sent as "
        "placeholders such as ACCOUNT_1, and put back into the answer and into proposed calls here.",
        safest=True,
    )
    hidden_words: str = _setting(
        "",
        section="Privacy",
        title="Your own words to hide",
        help="One a line: names of people, customers, projects. Sent as placeholders too, wherever they stand, whether "
        "the switch above is on or not.",
        multiline=True,
    )
    refuse_files_elsewhere: bool = _setting(
        False,
        section="Privacy",
        title="Refuse pictures and PDFs for cloud models",
        help="Nothing in a picture or a PDF can be hidden. Refused ones are sent to models on this machine only.",
        safest=True,
    )
    moderation: str = _setting(
        "off",
        section="Moderation",
        title="Check messages and answers",
        help="What the filter holds back is neither sent nor shown; what it cannot judge is held back too.",
        choices=(
            ("off", "Not at all"),
            ("words", "By your own list below, on this machine"),
            ("model", "By a model on this machine"),
            ("vendor", "By a vendor's moderation endpoint"),
        ),
    )
    moderation_words: str = _setting(
        "",
        section="Moderation",
        title="Words that are held back",
        help="One a line; upper and lower case are the same. A line between slashes is a regular expression.",
        multiline=True,
    )
    moderation_model: str = _setting(
        "",
        section="Moderation",
        title="Model that judges",
        help="As local:NAME; one that does not run on this machine is refused.",
    )
    moderation_provider: str = _setting(
        "openai",
        section="Moderation",
        title="Endpoint that judges",
        help="openai, or the name of an endpoint with OpenAI's /moderations. What models on this machine are told is "
        "never sent there.",
    )
    budget_day_usd: float = _setting(
        0.0,
        section="Budgets",
        title="Money a day",
        help="What models elsewhere may cost in a day, by your calendar. Then nothing more is sent until the next "
        "day. A chat can have a budget of its own, in the dock.",
        minimum=0,
        maximum=1_000_000,
        unit="$",
        minimum_words="No limit",
    )
    budget_month_usd: float = _setting(
        0.0,
        section="Budgets",
        title="Money a month",
        help="What models elsewhere may cost in a calendar month.",
        minimum=0,
        maximum=1_000_000,
        unit="$",
        minimum_words="No limit",
    )
    budget_day_tokens: int = _setting(
        0,
        section="Budgets",
        title="Tokens a day",
        help="What models elsewhere may read and write in a day. Those on this machine cost nothing and do not count.",
        minimum=0,
        maximum=2_000_000_000,
        unit="tokens",
        minimum_words="No limit",
    )
    budget_month_tokens: int = _setting(
        0,
        section="Budgets",
        title="Tokens a month",
        help="What models elsewhere may read and write in a calendar month.",
        minimum=0,
        maximum=2_000_000_000,
        unit="tokens",
        minimum_words="No limit",
    )
    budget_warn_percent: int = _setting(
        80,
        section="Budgets",
        title="Warn at",
        help="Said once, when a budget is used up to this.",
        minimum=1,
        maximum=100,
        unit="%",
    )
    budget_unpriced: str = _setting(
        "allow",
        section="Budgets",
        title="Where a model's price is unknown",
        help="A budget of money cannot count what has no price. Prices can be set for each model.",
        choices=(("allow", "Send, and say that it is not counted"), ("stop", "Send nothing while a budget is set")),
    )
    cache_answers: bool = _setting(
        True,
        section="Kept answers",
        title="Give the same answer again",
        help="Where the same question is put to the same model at temperature 0, its answer is given at once and costs "
        "nothing. A chat, or baton ask --cached, can have it at other temperatures. Nothing with results of tools is "
        "kept, and a deleted chat's answers go with it.",
    )
    cache_days: int = _setting(
        7,
        section="Kept answers",
        title="Keep an answer for",
        help="Then the model is asked again.",
        minimum=1,
        maximum=365,
        unit="days",
    )
    cache_mib: int = _setting(
        64,
        section="Kept answers",
        title="Room for kept answers",
        help="On disk. Those that were not used for longest make room.",
        minimum=1,
        maximum=65_536,
        unit="MiB",
    )
    backup_days: int = _setting(
        7,
        section="History",
        title="Nightly backups of the last",
        help="A whole copy of the history each night, or at the next start, on this disk; it is read through before it "
        "counts. What is deleted from the history stays in older copies until they go.",
        minimum=0,
        maximum=365,
        unit="days",
        minimum_words="Make none",
    )
    backup_weeks: int = _setting(
        4,
        section="History",
        title="One backup of each week, for the last",
        help="It is kept for longer than the nightly ones.",
        minimum=0,
        maximum=520,
        unit="weeks",
        minimum_words="None",
    )
    endpoints: tuple[Endpoint, ...] = ()

    def context_for(self, trained_tokens: int | None) -> int:
        """The context a local model gets that was trained for ``trained_tokens`` (``None`` where nobody says)."""
        wanted = self.local_context_tokens or trained_tokens or _CONTEXT_WHERE_UNKNOWN
        return min(wanted, trained_tokens or wanted)


_CONTEXT_WHERE_UNKNOWN = 8192


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
