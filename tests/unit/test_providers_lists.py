"""Lists of models, what is known of each, prices, and the registry that builds the providers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.errors import BatonError, KeyProblemError, MalformedReplyError, NotFoundError
from app.domain.models import OWN_PROVIDERS, Endpoint, Price
from app.domain.parameters import check
from app.domain.ports import TakesUnlistedModels
from app.domain.settings import Settings
from app.providers.prices import PriceList
from app.providers.profiles import ANTHROPIC, COMPATIBLE, OPENAI, Thinking, is_openai_chat_model, profile_for
from app.providers.registry import KEY_VARIABLES, WELL_KNOWN, ProviderRegistry
from app.providers.scripted import ScriptedProvider
from app.system.keyring import MemorySecretStore
from tests.provider_fixtures import KEY, Makers, ask, collect
from tests.vendor_servers import Failure, VendorServer

PRICES = Path(__file__).parents[2] / "resources" / "models.json"


def supported(yes: bool) -> dict[str, bool]:
    return {"supported": yes}


async def test_anthropics_list_tells_context_limits_and_abilities(makers: Makers, vendor_server: VendorServer) -> None:
    types = {name: supported(name == "adaptive") for name in ("adaptive", "enabled", "disabled", "between_tools")}
    vendor_server.models = [
        {
            "id": "claude-next-7",
            "display_name": "Claude Next 7",
            "lifecycle": "active",
            "max_input_tokens": 2_000_000,
            "max_tokens": 256_000,
            "capabilities": {
                "thinking": {"supported": True, "types": types},
                "effort": {"supported": True, "low": supported(True), "high": supported(True), "max": supported(False)},
                "image_input": supported(True),
                "structured_outputs": supported(True),
            },
        },
        {"id": "claude-gone-1", "lifecycle": "retired"},
    ]
    provider = makers.anthropic(vendor_server)
    [info] = await provider.models()
    assert str(info.id) == "anthropic:claude-next-7"
    assert info.title == "Claude Next 7"
    assert info.capabilities.context_tokens == 2_000_000
    assert info.capabilities.images
    effort = next(spec for spec in info.capabilities.parameters if spec.name == "reasoning_effort")
    assert effort.choices == ("low", "high")
    await collect(provider, ask(model="claude-next-7"))
    assert vendor_server.chats[-1].body["max_tokens"] == 250_000


async def test_a_list_in_pages_is_read_to_the_end(makers: Makers, vendor_server: VendorServer) -> None:
    pages = {
        "": {"data": [{"id": "claude-a"}], "has_more": True, "last_id": "claude-a"},
        "claude-a": {"data": [{"id": "claude-b"}], "has_more": False, "last_id": "claude-b"},
    }
    vendor_server.list_pages = pages
    found = await makers.anthropic(vendor_server).models()
    assert [info.id.name for info in found] == ["claude-a", "claude-b"]


async def test_openais_list_is_left_with_what_one_can_chat_with(makers: Makers, vendor_server: VendorServer) -> None:
    chat = ["chatgpt-4o-latest", "ft:gpt-4o-mini:acme::id", "gpt-4.1", "gpt-6-sol", "o3", "o9-preview"]
    other = [
        "text-embedding-3-small",
        "tts-1",
        "gpt-4o-mini-tts",
        "whisper-1",
        "gpt-4o-transcribe",
        "dall-e-3",
        "gpt-image-2",
        "gpt-realtime",
        "gpt-audio-mini",
        "omni-moderation-latest",
        "sora-2",
        "babbage-002",
        "gpt-3.5-turbo-instruct",
        "computer-use-preview",
        "o3-deep-research",
    ]
    vendor_server.models = [{"id": name} for name in (*other, *chat)]
    provider = makers.openai(vendor_server)
    assert [info.id.name for info in await provider.models()] == chat
    assert all(is_openai_chat_model(name) for name in chat)
    fine_tuned = provider.unlisted("ft:gpt-4o-mini:acme::id")
    assert fine_tuned.capabilities.context_tokens == 128_000
    assert not fine_tuned.capabilities.reasoning


@pytest.mark.parametrize(
    ("entry", "context"),
    [
        ({"context_length": 1000}, 1000),
        ({"max_model_len": 2000}, 2000),
        ({"context_window": 3000}, 3000),
        ({"max_context_length": 4000}, 4000),
        ({"meta": {"n_ctx": 5000, "n_ctx_train": 9}}, 5000),
        ({"meta": {"n_ctx_train": 6000}}, 6000),
        ({"context_length": "many"}, None),
        ({}, None),
    ],
)
async def test_a_compatible_list_tells_the_context_under_any_of_its_names(
    makers: Makers, vendor_server: VendorServer, entry: dict[str, object], context: int | None
) -> None:
    vendor_server.models = [{"id": "m"} | entry]
    [info] = await makers.compatible(vendor_server).models()
    assert info.capabilities.context_tokens == context


async def test_openrouters_prices_parameters_and_abilities_are_taken_from_its_list(
    makers: Makers, vendor_server: VendorServer
) -> None:
    vendor_server.models = [
        {
            "id": "acme/big",
            "name": "Acme: Big",
            "context_length": 50_000,
            "pricing": {"prompt": "0.000002", "completion": "0.00001", "input_cache_read": "0.0000002"},
            "supported_parameters": ["temperature", "top_k", "tools", "reasoning", "max_tokens"],
            "architecture": {"input_modalities": ["text", "image"]},
            "top_provider": {"max_completion_tokens": 4096},
        },
        {"id": "acme/small", "pricing": {"prompt": "-1"}, "supported_parameters": ["temperature"]},
    ]
    big, small = await makers.compatible(vendor_server).models()
    assert big.title == "Acme: Big"
    assert big.price == Price(input=2.0, output=10.0, cached_input=0.2)
    names = {spec.name for spec in big.capabilities.parameters}
    assert names == {"temperature", "top_k", "reasoning_effort", "max_tokens"}
    assert (big.capabilities.tools, big.capabilities.images, big.capabilities.reasoning) == (True, True, True)
    assert big.capabilities.max_output_tokens == 4096
    assert not big.is_private  # a local gateway that sells is no private model
    assert not small.capabilities.tools
    assert {spec.name for spec in small.capabilities.parameters} == {"temperature"}


async def test_a_server_on_this_machine_is_private_but_what_it_relays_to_a_cloud_is_not(
    makers: Makers, vendor_server: VendorServer
) -> None:
    vendor_server.models = [{"id": "gpt-oss:120b-cloud"}, {"id": "llama3:8b", "owned_by": "llamacpp"}]
    relayed, local = await makers.compatible(vendor_server).models()
    assert not relayed.is_private
    assert local.is_private
    assert local.price == Price(input=0, output=0)
    assert {"top_k", "min_p", "repeat_penalty"} <= {spec.name for spec in local.capabilities.parameters}


async def test_vllms_own_name_for_a_parameter_is_used(makers: Makers, vendor_server: VendorServer) -> None:
    vendor_server.models = [{"id": "m", "owned_by": "vllm"}]
    provider = makers.compatible(vendor_server)
    await provider.models()
    await collect(provider, ask(model="m", parameters={"repeat_penalty": 1.1}))
    assert vendor_server.chats[0].body["repetition_penalty"] == 1.1


@pytest.mark.parametrize("vendor", ["anthropic", "openai", "compatible"])
async def test_a_list_that_cannot_be_had_says_why(makers: Makers, vendor_server: VendorServer, vendor: str) -> None:
    provider = getattr(makers, vendor)(vendor_server)
    vendor_server.list_reply = Failure(404, "no such page")
    with pytest.raises(NotFoundError) as caught:
        await provider.models()
    assert "/v1" in caught.value.remedy
    vendor_server.list_reply = Failure(200, body=b'{"unexpected": true}')
    with pytest.raises(MalformedReplyError):
        await provider.models()
    vendor_server.list_reply = None
    vendor_server.keys = {"another"}
    with pytest.raises(KeyProblemError):
        await provider.models()


@pytest.mark.parametrize("entry", [{"id": 7}, {"id": ""}, {"id": "m", "pricing": [], "meta": 3, "architecture": "x"}])
async def test_odd_entries_of_a_list_do_no_harm(
    makers: Makers, vendor_server: VendorServer, entry: dict[str, object]
) -> None:
    vendor_server.models = [entry, {"id": "good"}]
    names = [info.id.name for info in await makers.compatible(vendor_server).models()]
    assert "good" in names
    assert "" not in names


def test_families_that_think_are_told_from_those_that_do_not() -> None:
    assert profile_for("claude-3-5-haiku-20241022", ANTHROPIC).thinking is Thinking.NONE
    assert profile_for("claude-sonnet-4-20250514", ANTHROPIC).thinking is Thinking.BUDGET
    assert profile_for("claude-haiku-4-5-20251001", ANTHROPIC).thinking is Thinking.BUDGET
    assert profile_for("claude-opus-4-6", ANTHROPIC).sampling
    assert not profile_for("claude-opus-4-8", ANTHROPIC).sampling
    for name in ("claude-fable-5-2", "claude-haiku-5-5", "claude-opus-9", "something-new"):
        assert profile_for(name, ANTHROPIC).thinking is Thinking.ALWAYS
    assert profile_for("gpt-4o-mini-2024-07-18", OPENAI).thinking is Thinking.NONE
    assert "none" not in profile_for("gpt-6-astra", OPENAI).efforts
    assert profile_for("gpt-9", OPENAI).thinking is Thinking.EFFORT
    assert profile_for("o3-mini", OPENAI).context_tokens == 200_000
    assert profile_for("meta-llama/Llama-3.3-70B-Instruct", COMPATIBLE).context_tokens == 131_072
    assert profile_for("never-heard-of-it", COMPATIBLE).context_tokens is None


def test_the_price_list_is_whole_and_knows_families_by_their_dated_names() -> None:
    prices = PriceList.load(PRICES)
    assert prices.price("anthropic", "claude-opus-4-5-20251101") == Price(
        input=5, output=25, cached_input=0.5, cache_write=6.25
    )
    assert prices.price("openai", "gpt-4o-mini-2024-07-18") == Price(input=0.15, output=0.6, cached_input=0.075)
    for unknown in ("gpt-4o-mini-tts-x", "gpt-99", "ft:gpt-4o-mini:acme::id"):
        assert prices.price("openai", unknown) is None
    assert prices.price("groq", "gpt-4o") is None


def registry(endpoints: tuple[Endpoint, ...] = (), **more: object) -> ProviderRegistry:
    box = {"settings": Settings(endpoints=endpoints)}
    made = ProviderRegistry(
        settings=lambda: box["settings"],
        secrets=MemorySecretStore(),
        prices=PriceList(),
        environ={},
        **more,  # type: ignore[arg-type]
    )
    made.box = box  # type: ignore[attr-defined]
    return made


async def test_the_registry_holds_built_in_well_known_and_own_providers() -> None:
    own = ScriptedProvider(name="builtin")
    mine = Endpoint(name="mine", url="http://localhost:1/v1", title="My server", needs_key=False)
    made = registry((mine,), own=(own,))
    found = made.providers()
    assert found["builtin"] is own
    known = {vendor.endpoint.name for vendor in WELL_KNOWN if not vendor.preset.asks_url}
    assert {"anthropic", "openai", "mine", *known} <= set(found)
    assert found["mine"].title == "My server"
    assert not found["ollama"].needs_key
    assert all(isinstance(found[name], TakesUnlistedModels) for name in ("anthropic", "openai", "groq", "mine"))
    addressless = {vendor.endpoint.name for vendor in WELL_KNOWN if vendor.preset.asks_url}
    assert addressless.isdisjoint(found), "nobody gave their address"
    assert set(KEY_VARIABLES) - {"huggingface"} - addressless <= set(found), "a hub of models is no provider of answers"
    await made.aclose()
    await made.aclose()


async def test_the_registry_builds_anew_when_the_endpoints_change_and_only_then() -> None:
    made = registry()
    first = made.providers()
    assert made.providers() is first
    endpoint = Endpoint(name="ollama", url="http://localhost:9/v1", needs_key=False)
    made.box["settings"] = Settings(endpoints=(endpoint,))  # type: ignore[attr-defined]
    assert made.providers() is not first


async def test_an_endpoint_cannot_take_a_built_in_providers_name() -> None:
    evil = tuple(Endpoint(name=name, url="http://localhost:1/v1", title="Evil") for name in sorted(OWN_PROVIDERS))
    made = registry(evil)
    assert all(provider.title != "Evil" for provider in made.providers().values())


async def test_keys_and_addresses_come_from_the_environment_where_none_is_stored(vendor_server: VendorServer) -> None:
    secrets = MemorySecretStore()
    made = ProviderRegistry(
        settings=Settings,
        secrets=secrets,
        prices=PriceList(),
        environ={
            "ANTHROPIC_API_KEY": "sk-from-environment",
            "ANTHROPIC_BASE_URL": vendor_server.url,
            "OPENAI_API_KEY": "sk-from-environment",
            "OPENAI_BASE_URL": vendor_server.openai_url,
        },
    )
    try:
        for name in ("anthropic", "openai"):
            await collect(made.providers()[name], ask())
            assert vendor_server.chats[-1].headers["authorization"] == "Bearer sk-from-environment"
            secrets.set(name, KEY)
            await collect(made.providers()[name], ask())
            assert vendor_server.chats[-1].headers["authorization"] == f"Bearer {KEY}"
            # What stands in for a vendor passes on what it gets, so it is never private, wherever it runs.
            assert not any(info.is_private for info in await made.providers()[name].models())
    finally:
        await made.aclose()


def test_every_parameter_that_a_provider_names_is_one_it_can_send() -> None:
    values = {
        "temperature": 0.5,
        "top_p": 0.5,
        "top_k": 5,
        "min_p": 0.1,
        "max_tokens": 4096,
        "stop": ["x"],
        "seed": 1,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.1,
        "repeat_penalty": 1.1,
    }
    made = registry()
    for vendor, names in {
        "anthropic": ["claude-3-5-haiku", "claude-sonnet-4-5", "claude-opus-4-6", "claude-opus-5-5"],
        "openai": ["gpt-4o", "o3", "gpt-5", "gpt-6-sol"],
        "groq": ["gpt-oss-120b", "x"],
    }.items():
        provider = made.providers()[vendor]
        assert isinstance(provider, TakesUnlistedModels)
        for name in names:
            specs = provider.unlisted(name).capabilities.parameters
            for spec in specs:
                value = values.get(spec.name, spec.choices[0] if spec.choices else None)
                check({spec.name: value}, specs, model=name)
                _sends(vendor, name, {spec.name: value})


def _sends(vendor: str, model: str, parameters: dict[str, object]) -> None:
    from app.providers import anthropic_wire, openai_chat, openai_responses

    request = ask(model=model, parameters=parameters)
    try:
        if vendor == "anthropic":
            body = anthropic_wire.payload(request, profile_for(model, ANTHROPIC), provider=vendor)
        elif vendor == "openai":
            body = openai_responses.payload(request, profile_for(model, OPENAI), provider=vendor, summaries=True)
        else:
            profile = profile_for(model, COMPATIBLE)
            body = openai_chat.payload(request, profile, openai_chat.Dialect(), provider=vendor, usage=True)
    except BatonError as refusal:  # pragma: no cover - the failure's own words
        pytest.fail(f"{vendor} {model} {parameters}: {refusal}")
    [value] = parameters.values()
    assert json.dumps(value) in json.dumps(body) or "budget_tokens" in json.dumps(body)
