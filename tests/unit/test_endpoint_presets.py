"""Presets for compatible endpoints: how each is spoken to, and what a server on this machine tells of itself."""

from __future__ import annotations

import dataclasses

import pytest

from app.domain.hosts import is_this_machine
from app.domain.models import Endpoint, Price
from app.domain.settings import Settings
from app.domain.stream import Finished
from app.providers.connection import scheme_and_host
from app.providers.local_servers import answering
from app.providers.model_facts import facts_of
from app.providers.ollama import ollama_facts
from app.providers.openai import Compatibility
from app.providers.prices import PriceList
from app.providers.registry import WELL_KNOWN, ProviderRegistry
from app.services.settings import endpoint_problem
from app.system.keyring import MemorySecretStore
from tests.provider_fixtures import KEY, Makers, ask, collect
from tests.vendor_servers import Failure, VendorServer

NAMES = {vendor.endpoint.name: vendor for vendor in WELL_KNOWN}


def registry(*endpoints: Endpoint) -> ProviderRegistry:
    secrets = MemorySecretStore()
    for name in NAMES:
        secrets.set(name, KEY)
    return ProviderRegistry(
        settings=lambda: Settings(endpoints=endpoints), secrets=secrets, prices=PriceList(facts_of()), environ={}
    )


def test_every_vendor_has_a_preset_that_needs_only_a_key_or_an_address() -> None:
    assert {
        "groq", "openrouter", "mistral", "deepseek", "xai", "together", "fireworks", "cerebras", "gemini", "azure",
        "ollama", "lmstudio", "vllm", "llama-server", "litellm",
    } <= NAMES.keys()  # fmt: skip
    for vendor in WELL_KNOWN:
        endpoint = vendor.endpoint
        scheme, host = scheme_and_host(endpoint.url)
        assert scheme == "https" or is_this_machine(host)
        assert endpoint_problem(endpoint, set()) is None
        assert endpoint.needs_key or vendor.preset.asks_url or is_this_machine(host)


async def test_azure_gets_its_own_header_and_answers_by_the_responses_interface(vendor_server: VendorServer) -> None:
    azure = dataclasses.replace(NAMES["azure"].endpoint, url=vendor_server.openai_url, models=("my-deployment",))
    made = registry(azure)
    try:
        provider = made.providers()["azure"]
        [info] = await provider.models()
        assert str(info.id) == "azure:my-deployment"
        assert vendor_server.chats == []
        events = await collect(provider, ask(model="my-deployment"))
        assert isinstance(events[-1], Finished)
        [request] = vendor_server.chats
        assert request.path.endswith("/responses")
        assert request.headers["api-key"] == KEY
        assert "authorization" not in request.headers
    finally:
        await made.aclose()


@pytest.mark.parametrize(
    ("api", "path"), [("", "/chat/completions"), ("chat", "/chat/completions"), ("responses", "/responses")]
)
async def test_an_endpoint_is_spoken_to_by_the_interface_it_is_set_to(
    vendor_server: VendorServer, api: str, path: str
) -> None:
    made = registry(Endpoint(name="mine", url=vendor_server.openai_url, needs_key=False, api=api))
    try:
        provider = made.providers()["mine"]
        await collect(provider, ask(model="m"))
        assert vendor_server.chats[-1].path.endswith(path)
        vendor_server.models = [{"id": "m"}]
        [info] = await provider.models()
        assert info.is_private
        assert info.price == Price(input=0, output=0)
    finally:
        await made.aclose()


async def test_a_relay_on_this_machine_is_not_private(vendor_server: VendorServer) -> None:
    made = registry(dataclasses.replace(NAMES["litellm"].endpoint, url=vendor_server.openai_url))
    try:
        vendor_server.models = [{"id": "gpt-4o"}]
        [info] = await made.providers()["litellm"].models()
        assert not info.is_private
        assert info.price is None
    finally:
        await made.aclose()


async def test_servers_that_answer_are_found_and_what_answers_otherwise_is_not(
    makers: Makers, vendor_server: VendorServer
) -> None:
    here = Endpoint(name="here", url=vendor_server.openai_url, needs_key=False)
    nobody = Endpoint(name="nobody", url="http://localhost:9/v1", needs_key=False)
    cloud = Endpoint(name="cloud", url="https://api.example.com/v1")
    assert await answering(makers.connections, [nobody, here, cloud]) == (here,)
    vendor_server.list_reply = Failure(200, body=b"<html>a router's page</html>")
    assert await answering(makers.connections, [here]) == ()
    vendor_server.list_reply = Failure(401, "no key")
    assert await answering(makers.connections, [here]) == ()
    locked = dataclasses.replace(here, needs_key=True)
    assert await answering(makers.connections, [locked]) == (locked,)


def test_ollama_tells_context_and_abilities_and_what_was_set_counts_first() -> None:
    shown = {
        "capabilities": ["completion", "tools", "thinking"],
        "model_info": {"general.architecture": "qwen3", "qwen3.context_length": 40_960},
    }
    facts = ollama_facts(shown)
    assert facts["context_length"] == 40_960
    assert facts["capabilities"] == {
        "function_calling": True, "vision": False, "thinking": True, "completion_chat": True,
    }  # fmt: skip
    assert ollama_facts({**shown, "parameters": 'stop "<|im_end|>"\nnum_ctx     8192'})["context_length"] == 8192
    for odd in (None, [], {"model_info": []}, {"parameters": 3}, {"parameters": "num_ctx " + "9" * 5000}):
        assert "capabilities" not in ollama_facts(odd)


async def test_a_list_that_tells_abilities_and_prices_is_believed(makers: Makers, vendor_server: VendorServer) -> None:
    vendor_server.models = [
        {"id": "big", "capabilities": {"completion_chat": True, "function_calling": False, "vision": True}},
        {"id": "fill-in", "capabilities": {"completion_chat": False}},
        {"id": "priced", "type": "chat", "pricing": {"input": 0.2, "output": 0.6, "cached_input": 0.02}},
        {"id": "painter", "type": "image"},
    ]
    big, priced = await makers.compatible(vendor_server, compatibility=Compatibility()).models()
    assert (big.capabilities.tools, big.capabilities.images) == (False, True)
    assert big.source.startswith("Groq's own list of ")
    assert priced.price == Price(input=0.2, output=0.6, cached_input=0.02)
