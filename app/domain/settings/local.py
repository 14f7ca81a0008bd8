"""How models on this machine are loaded, kept and served to other programs."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked
from app.domain.setting_info import setting

LOCAL_MODELS = marked("Local models")
OTHER_PROGRAMS = marked("Other programs")

KV_TYPES = (("f16", marked("16 bits")), ("q8_0", marked("8 bits")), ("q4_0", marked("4 bits")))
"""How exactly a local model's context is kept: llama.cpp's name, and the words for it."""
_CONTEXT_WHERE_UNKNOWN = 8192


@dataclass(frozen=True, kw_only=True)
class LocalModelSettings:
    local_policy: str = setting(
        "fit",
        section=LOCAL_MODELS,
        title=marked("Where models run"),
        help=marked(
            "Before a model is loaded, its plan says what lies where. One that is to lie on the GPU whole and does "
            "not fit is refused instead of made slow."
        ),
        choices=(
            ("fit", marked("As much on the GPU as fits")),
            ("gpu", marked("All on the GPU, or not at all")),
            ("cpu", marked("On the processor only")),
            ("manual", marked("As many layers as set below")),
        ),
    )
    local_gpu_layers: int = setting(
        -1,
        section=LOCAL_MODELS,
        title=marked("Layers on the GPU"),
        help=marked("A number is taken as it is, and the plan says whether it fits; -1 leaves it to the choice above."),
        minimum=-1,
        maximum=1000,
        minimum_words=marked("As many as fit"),
    )
    local_context_tokens: int = setting(
        8192,
        section=LOCAL_MODELS,
        title=marked("Context"),
        help=marked(
            "Tokens a local model keeps in mind; more takes more memory. The model's own limit is never exceeded; 0 "
            "takes all of it, or as much as fits."
        ),
        minimum=0,
        maximum=16_777_216,
        unit=marked("tokens"),
        minimum_words=marked("The model's own"),
    )
    local_kv_type: str = setting(
        "f16",
        section=LOCAL_MODELS,
        title=marked("Keys and values"),
        help=marked(
            "How exactly the context is kept. 8 bits take half the memory and are hardly worse; 4 bits take a quarter "
            "and can be. Fewer than 16 bits need flash attention."
        ),
        choices=KV_TYPES,
    )
    local_flash_attention: str = setting(
        "auto",
        section=LOCAL_MODELS,
        title=marked("Flash attention"),
        help=marked(
            "Takes less memory for long contexts, and is faster on GPUs. On the processor alone a model writes up to "
            "three times as fast without it in a long context."
        ),
        choices=(("auto", marked("Where it is faster")), ("on", marked("On")), ("off", marked("Off"))),
    )
    local_sequences: int = setting(
        0,
        section=LOCAL_MODELS,
        title=marked("Answers at once"),
        help=marked(
            "How many conversations one model works on side by side and keeps in mind. They share the context. 0 "
            "takes 8, or fewer for models whose state is large."
        ),
        minimum=0,
        maximum=64,
        minimum_words=marked("Chosen for the model"),
    )
    local_threads: int = setting(
        0,
        section=LOCAL_MODELS,
        title=marked("Threads"),
        help=marked("0 uses every physical core."),
        minimum=0,
        maximum=256,
        minimum_words=marked("Every physical core"),
    )
    local_memory_limit_mib: int = setting(
        0,
        section=LOCAL_MODELS,
        title=marked("Memory for models"),
        help=marked(
            "What all loaded models may take together, on the GPU and off it. The one used longest ago makes room. 0 "
            "takes all there is."
        ),
        minimum=0,
        maximum=16_777_216,
        unit=marked("MiB"),
        minimum_words=marked("All there is"),
    )
    local_prompt_cache_mib: int = setting(
        1024,
        section=LOCAL_MODELS,
        title=marked("Memory for read prompts"),
        help=marked(
            "What was read of conversations that had to make room is kept in main memory up to this, so that they go "
            "on without being read again."
        ),
        minimum=0,
        maximum=1_048_576,
        unit=marked("MiB"),
        minimum_words=marked("None"),
    )
    local_idle_minutes: int = setting(
        15,
        section=LOCAL_MODELS,
        title=marked("Unload when idle for"),
        help=marked("Frees the memory of a local model that is not used; 0 keeps it."),
        minimum=0,
        maximum=1440,
        unit=marked("min"),
        minimum_words=marked("Never"),
    )
    serve_port: int = setting(
        7411,
        section=OTHER_PROGRAMS,
        title=marked("Port"),
        help=marked("Where the window and baton serve listen, on this machine only; it counts from the next start on."),
        minimum=0,
        maximum=65_535,
        minimum_words=marked("Any that is free"),
    )

    def context_for(self, trained_tokens: int | None) -> int:
        """The context a local model gets that was trained for ``trained_tokens`` (``None`` where nobody says)."""
        wanted = self.local_context_tokens or trained_tokens or _CONTEXT_WHERE_UNKNOWN
        return min(wanted, trained_tokens or wanted)
