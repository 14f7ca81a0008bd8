"""Models: their ids, what they can do and what they cost. Owns no list of models; those come from the providers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

from app.domain.errors import UsageError
from app.domain.language import marked, tr
from app.domain.parameters import ParameterSpec
from app.domain.routing import AUTO_MODEL


@dataclass(frozen=True, slots=True, order=True)
class ModelId:
    """``provider:model``, as typed on the command line, or ``auto``. The model's own part may hold colons, slashes."""

    provider: str
    name: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse ``provider:model``. Raises :class:`UsageError` for anything else."""
        if text.strip() == AUTO_MODEL:
            return cls(AUTO_MODEL, "")
        provider, colon, name = text.strip().partition(":")
        if not colon or not provider or not name:
            raise UsageError(
                tr("{text} is no model id.", text=repr(text)),
                remedy=tr("Write it as provider:model; baton models lists those you can use."),
            )
        return cls(provider, name)

    def __str__(self) -> str:
        return f"{self.provider}:{self.name}" if self.name else self.provider


AUTO = ModelId(AUTO_MODEL, "")
"""Stands for the model that the router chooses for each message."""

RULES_MODEL = ModelId("builtin", "rules")


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceBand:
    """What the whole of a request costs whose prompt is longer than ``above_tokens``; the rest as in :class:`Price`."""

    above_tokens: int
    input: float
    output: float
    cached_input: float | None = None
    cache_write: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Price:
    """US dollars per million tokens. ``bands``: the rates of longer prompts, where they cost more."""

    input: float
    output: float
    cached_input: float | None = None
    cache_write: float | None = None
    bands: tuple[PriceBand, ...] = ()

    def times(self, share: float) -> Price:
        """The same, all of it by ``share``: what a vendor takes for requests that may wait, say."""
        return replace(_times(self, share), bands=tuple(_times(band, share) for band in self.bands))

    def rates(self, prompt_tokens: int) -> Price | PriceBand:
        """The rates for a request whose prompt has ``prompt_tokens``, cached ones included."""
        reached = [band for band in self.bands if prompt_tokens > band.above_tokens]
        return max(reached, key=lambda band: band.above_tokens, default=self)


_Rates = TypeVar("_Rates", Price, PriceBand)


def _times(rates: _Rates, share: float) -> _Rates:
    cached, write = rates.cached_input, rates.cache_write
    return replace(
        rates,
        input=rates.input * share,
        output=rates.output * share,
        cached_input=None if cached is None else cached * share,
        cache_write=None if write is None else write * share,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Capabilities:
    """What a model takes and does. ``None`` where nobody says.

    ``holds_schemas``: its answers are held to schemas by a grammar, so that it cannot write what they do not allow.
    ``json_schema``: it takes a schema with the request at all. ``documents``: it reads PDFs itself. ``refused``: what
    the dock would offer for other models and this one does not take, each with the reason as a sentence. ``continues``:
    where a request ends with an answer of its own that was cut short, it goes on with that very text.
    """

    context_tokens: int | None = None
    max_output_tokens: int | None = None
    tools: bool = False
    reasoning: bool = False
    images: bool = False
    system_prompt: bool = True
    holds_schemas: bool = False
    json_schema: bool = False
    documents: bool = False
    continues: bool = False
    parameters: tuple[ParameterSpec, ...] = ()
    refused: tuple[tuple[ParameterSpec, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelInfo:
    """A model that can be used now. ``is_private``: the text never leaves this machine (or the person's own host).

    ``source``: where capabilities and price are from, as words (the vendor's endpoint, the data file and its date, the
    person's correction).
    """

    id: ModelId
    title: str
    capabilities: Capabilities = field(default_factory=Capabilities)
    price: Price | None = None
    is_private: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProviderStatus:
    """Whether a provider can be used, and why not. ``needs_key``: it takes a key; ``has_key``: there is one, from the
    environment variable ``key_variable`` where that is not empty.
    """

    name: str
    title: str
    needs_key: bool
    has_key: bool
    problem: str | None = None  # a sentence with its remedy
    skipped: str | None = None  # why it is passed over for a while by fallback chains, and until when
    models: tuple[ModelInfo, ...] = ()
    key_variable: str = ""


OWN_PROVIDERS = frozenset({"anthropic", "auto", "bedrock", "builtin", "local", "openai", "proxy", "scripted", "serve"})
"""Names that no endpoint may take: providers of Baton's own, and what else has a key in the keyring."""


APIS = (
    ("chat", marked("Chat Completions, which nearly every server speaks")),
    ("responses", marked("Responses, OpenAI's newer one")),
)
"""How an endpoint is spoken to: the value, and the words for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint the person added. ``name`` is the provider part of its model ids.

    ``api`` is one of :data:`APIS`, or empty for what its preset says. ``models``: the names to offer where its own list
    does not tell them, such as Azure's deployments; empty asks the endpoint.
    """

    name: str
    url: str
    title: str = ""
    needs_key: bool = True
    api: str = ""
    models: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class EndpointPreset:
    """A well-known endpoint that needs only a key or an address. ``note`` is a sentence on what to give it.

    ``asks_url``: its address is the person's own, and that of ``endpoint`` a default or an example.
    """

    endpoint: Endpoint
    asks_url: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Adapter:
    """A LoRA adapter (a GGUF file) laid over a model; ``scale`` 1 is its full strength."""

    path: str
    scale: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class LocalModel:
    """A GGUF file that Baton knows. Sizes are bytes; ``problem`` says why it cannot be used.

    ``kind`` is what it is for: ``chat``, ``embedding``, or ``adapter`` (a LoRA; ``architecture`` is then that of the
    model it changes). ``adapters`` are laid over it whenever it is loaded. ``recommended`` are the values of parameters
    that its makers put into the file. ``source``: the repository it was downloaded from, or the program that keeps the
    file; empty for a file the person added.
    """

    name: str
    path: str
    size_bytes: int
    architecture: str = ""
    parameters_label: str = ""  # "7B", where the file says
    quantisation: str = ""
    context_tokens: int | None = None
    layers: int | None = None
    has_chat_template: bool = False
    kind: str = "chat"
    adapters: tuple[Adapter, ...] = ()
    recommended: tuple[tuple[str, float], ...] = ()
    source: str = ""
    is_downloaded: bool = False
    problem: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviceShare:
    """What one device takes of a model. Sizes are bytes; ``kind`` is ``gpu`` or ``cpu`` (the main memory).

    ``layers`` counts those that repeat. ``free_bytes`` is what was free when the plan was made.
    """

    name: str
    title: str
    kind: str
    layers: int
    weights_bytes: int
    context_bytes: int
    working_bytes: int
    free_bytes: int

    @property
    def total_bytes(self) -> int:
        """All that the device is to hold."""
        return self.weights_bytes + self.context_bytes + self.working_bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class LoadPlan:
    """How a local model would be loaded, worked out before anything is. Sizes are bytes.

    ``fits`` is false where weights, context and working memory together exceed what is free; ``reason`` says it in
    words. ``layers_on_gpu`` counts the layers that repeat; ``gpu_layers`` is llama.cpp's ``n_gpu_layers`` for the same
    thing, which counts the output layer too. ``tensor_split`` has one weight a GPU, in llama.cpp's order, or is empty.
    ``kv_type`` is ``f16``, ``q8_0`` or ``q4_0``. ``sequences`` share the context. ``main_memory_bytes`` is what lies in
    the machine's own memory. ``notes`` are sentences about what was changed from what was asked for, and why.
    """

    model: str
    layers_total: int
    layers_on_gpu: int
    context_tokens: int
    weights_bytes: int
    context_bytes: int
    working_bytes: int
    free_memory_bytes: int
    device: str  # "CPU", or the GPU's name
    threads: int
    fits: bool
    reason: str = ""
    policy: str = "fit"
    gpu_layers: int = 0
    tensor_split: tuple[float, ...] = ()
    kv_type: str = "f16"
    flash_attention: bool = True
    sequences: int = 8
    batch_tokens: int = 512
    main_memory_bytes: int = 0
    total_bytes: int = 0
    devices: tuple[DeviceShare, ...] = ()
    notes: tuple[str, ...] = ()
