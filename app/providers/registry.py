"""Every vendor in one line each, and the providers built from them and from the person's own endpoints.

Owns the connections that the cloud providers share. Refuses endpoints that take a built-in provider's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.bedrock import BedrockAccount
from app.domain.corrections import Correction
from app.domain.language import marked, tr
from app.domain.models import OWN_PROVIDERS, Endpoint, EndpointPreset
from app.domain.ports import ChatProvider, SecretStore
from app.domain.settings import Settings
from app.providers.anthropic import ANTHROPIC_URL, AnthropicProvider
from app.providers.bedrock import BedrockProvider
from app.providers.connection import Connections, scheme_and_host
from app.providers.local_servers import answering
from app.providers.openai import OPENAI_URL, Compatibility, CompatibleProvider, OpenAIProvider
from app.providers.openai_chat import Dialect
from app.providers.prices import PriceList
from app.providers.profiles import adjusted_by

if TYPE_CHECKING:
    import httpx2

KEY_VARIABLES: Mapping[str, str] = {
    "anthropic": "ANTHROPIC_API_KEY",
    "openai": "OPENAI_API_KEY",
    "openrouter": "OPENROUTER_API_KEY",
    "groq": "GROQ_API_KEY",
    "mistral": "MISTRAL_API_KEY",
    "deepseek": "DEEPSEEK_API_KEY",
    "xai": "XAI_API_KEY",
    "gemini": "GEMINI_API_KEY",
    "together": "TOGETHER_API_KEY",
    "fireworks": "FIREWORKS_API_KEY",
    "cerebras": "CEREBRAS_API_KEY",
    "azure": "AZURE_OPENAI_API_KEY",
    "litellm": "LITELLM_API_KEY",
    "huggingface": "HF_TOKEN",
}
"""Environment variables that vendors' own tools read a key from. A key that Baton stores comes first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vendor:
    """A well-known compatible endpoint, and how it departs from the protocol."""

    preset: EndpointPreset
    compatibility: Compatibility = field(default_factory=Compatibility)

    @property
    def endpoint(self) -> Endpoint:
        """Its endpoint, as the preset has it."""
        return self.preset.endpoint


def _vendor(
    name: str,
    title: str,
    url: str,
    *,
    api: str = "",
    needs_key: bool = True,
    asks_url: bool = False,
    note: str = "",
    dialect: Dialect | None = None,
    **departures: Any,
) -> Vendor:
    return Vendor(
        preset=EndpointPreset(
            endpoint=Endpoint(name=name, title=title, url=url, needs_key=needs_key, api=api),
            asks_url=asks_url,
            note=note,
        ),
        compatibility=Compatibility(dialect=dialect or Dialect(), **departures),
    )


_PENALTIES = ("frequency_penalty", "presence_penalty")
WELL_KNOWN: tuple[Vendor, ...] = (
    _vendor("openrouter", "OpenRouter", "https://openrouter.ai/api/v1", dialect=Dialect(pdf="file")),
    _vendor("groq", "Groq", "https://api.groq.com/openai/v1", refused=_PENALTIES),
    _vendor(
        "mistral",
        "Mistral",
        "https://api.mistral.ai/v1",
        dialect=Dialect(names={"seed": "random_seed"}, pdf="document_url"),
    ),
    _vendor(
        "deepseek",
        "DeepSeek",
        "https://api.deepseek.com/v1",
        refused=("seed",),
        dialect=Dialect(reasoning_field="reasoning_content"),
    ),
    _vendor("xai", "xAI", "https://api.x.ai/v1", refused=(*_PENALTIES, "stop")),
    _vendor(
        "gemini",
        "Google Gemini",
        "https://generativelanguage.googleapis.com/v1beta/openai",
        refused=(*_PENALTIES, "seed"),
    ),
    _vendor("together", "Together", "https://api.together.xyz/v1"),
    _vendor("fireworks", "Fireworks", "https://api.fireworks.ai/inference/v1"),
    _vendor("cerebras", "Cerebras", "https://api.cerebras.ai/v1", refused=_PENALTIES),
    _vendor(
        "azure",
        "Azure OpenAI",
        "https://YOUR-RESOURCE.openai.azure.com/openai/v1",
        api="responses",
        asks_url=True,
        note=marked("Put your resource's name into the address, and name your deployments: they are the model names."),
        key_header="api-key",
    ),
    _vendor("ollama", "Ollama", "http://localhost:11434/v1", needs_key=False, shows_models=True),
    _vendor("lmstudio", "LM Studio", "http://localhost:1234/v1", needs_key=False),
    _vendor(
        "vllm",
        "vLLM",
        "http://localhost:8000/v1",
        needs_key=False,
        asks_url=True,
        note=marked("vllm serve listens on port 8000 unless told otherwise."),
    ),
    _vendor(
        "llama-server",
        "llama-server",
        "http://localhost:8080/v1",
        needs_key=False,
        asks_url=True,
        note=marked("llama.cpp's server listens on port 8080 unless told otherwise."),
    ),
    _vendor(
        "litellm",
        "LiteLLM",
        "http://localhost:4000/v1",
        asks_url=True,
        note=marked(
            "The proxy's address, port 4000 unless told otherwise; the key is its master key or a virtual one."
        ),
        relays=True,
    ),
)


class ProviderRegistry:
    """Builds the providers and keeps them until the endpoints change.

    ``own`` are providers built elsewhere: the rules, the local models, the scripted one. ``bedrock`` is the AWS
    account for Amazon Bedrock, which is left out without one. ``corrections``: the person's own, by which requests are
    written. ``transport`` is the way out (:class:`Connections`). ``environ`` may name keys (:data:`KEY_VARIABLES`) and,
    as vendors' own tools have it, ``ANTHROPIC_BASE_URL`` and
    ``OPENAI_BASE_URL``.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        secrets: SecretStore,
        prices: PriceList,
        own: Sequence[ChatProvider] = (),
        corrections: Callable[[], Iterable[Correction]] = tuple,
        bedrock: BedrockAccount | None = None,
        transport: Callable[[], httpx2.AsyncBaseTransport] | None = None,
        environ: Mapping[str, str],
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._prices = prices
        self._own = tuple(own)
        self._adjust = adjusted_by(corrections)
        self._bedrock = bedrock
        self._environ = environ
        self._connections = Connections(
            # Which of the two waits it is, the service knows that asks; here is for what sends no byte at all.
            timeout_s=lambda: float(max(settings().request_timeout_s, settings().first_token_timeout_s)),
            connect_timeout_s=lambda: float(settings().connect_timeout_s),
            transport=transport,
        )
        self._built_from: tuple[Endpoint, ...] | None = None
        self._providers: dict[str, ChatProvider] = {}

    def providers(self) -> Mapping[str, ChatProvider]:
        """Every provider by name; the same objects until the endpoints in the settings change."""
        endpoints = self._settings().endpoints
        if self._built_from != endpoints:
            self._providers = self._build(endpoints)
            self._built_from = endpoints
        return self._providers

    async def aclose(self) -> None:
        """Close every provider and the connections they share. Safe to call twice."""
        for provider in self._own:
            await provider.aclose()
        await self._connections.aclose()

    def _build(self, endpoints: Sequence[Endpoint]) -> dict[str, ChatProvider]:
        built: dict[str, ChatProvider] = {provider.name: provider for provider in self._own}
        built["anthropic"] = AnthropicProvider(
            key=self._key("anthropic"),
            connections=self._connections,
            prices=self._prices,
            url=self._environ.get("ANTHROPIC_BASE_URL") or ANTHROPIC_URL,
            adjust=self._adjust,
        )
        if self._bedrock is not None:
            built["bedrock"] = BedrockProvider(
                account=self._bedrock, connections=self._connections, prices=self._prices, adjust=self._adjust
            )
        built["openai"] = self._openai(self._environ.get("OPENAI_BASE_URL") or OPENAI_URL)
        known = {vendor.endpoint.name: vendor for vendor in WELL_KNOWN}
        listed = {name: vendor.endpoint for name, vendor in known.items() if not vendor.preset.asks_url}
        listed |= {endpoint.name: endpoint for endpoint in endpoints}
        for name, endpoint in listed.items():
            if name not in OWN_PROVIDERS and name not in built:
                built[name] = self._endpoint(endpoint, known.get(name))
        return built

    def _endpoint(self, endpoint: Endpoint, vendor: Vendor | None) -> ChatProvider:
        """A provider over ``endpoint``; what its vendor departs in, and speaks, is known by its name."""
        api = endpoint.api or (vendor.endpoint.api if vendor is not None else "")
        kind = OpenAIProvider if api == "responses" else CompatibleProvider
        return kind(
            name=endpoint.name,
            title=endpoint.title or (vendor.endpoint.title if vendor is not None else "") or endpoint.name,
            url=endpoint.url,
            needs_key=endpoint.needs_key,
            key=self._key(endpoint.name),
            connections=self._connections,
            prices=self._prices,
            names=endpoint.models,
            compatibility=vendor.compatibility if vendor is not None else None,
            adjust=self._adjust,
        )

    async def local_servers(self) -> Sequence[Endpoint]:
        """Servers of models that answer on this machine's usual ports, each under its preset's name."""
        return await answering(self._connections, [vendor.endpoint for vendor in WELL_KNOWN])

    def _openai(self, url: str) -> ChatProvider:
        """OpenAI, or the gateway that the environment names: those speak Chat Completions, few of them Responses."""
        _, host = scheme_and_host(url)
        if host == "openai.com" or host.endswith((".openai.com", ".openai.azure.com")):
            return OpenAIProvider(
                key=self._key("openai"),
                connections=self._connections,
                prices=self._prices,
                url=url,
                adjust=self._adjust,
            )
        return CompatibleProvider(
            name="openai",
            title=tr("OpenAI through {host}", host=host or url),
            url=url,
            needs_key=True,
            key=self._key("openai"),
            connections=self._connections,
            prices=self._prices,
            compatibility=Compatibility(dialect=Dialect(pdf="file")),
            is_gateway=True,
            adjust=self._adjust,
        )

    def _key(self, name: str) -> Callable[[], str | None]:
        def key() -> str | None:
            stored = self._secrets.get(name)
            return stored if stored else self._environ.get(KEY_VARIABLES.get(name, ""))

        return key
