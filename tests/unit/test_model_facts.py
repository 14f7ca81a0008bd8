"""The data file of models and prices: that the one shipped is whole, and that no other one stops anything."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.models import Price, PriceBand
from app.domain.stream import Usage
from app.domain.usage import cost_usd
from app.providers.model_facts import FILE, FactsFile, facts_of
from app.providers.prices import PriceList
from app.providers.profiles import Thinking, capabilities, chat_parameters, profile_for, source_words

VENDORS = sorted(json.loads(FILE.read_text(encoding="utf-8"))["vendors"])
SHIPPED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))["vendors"]


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_entry_of_the_shipped_file_is_sound_and_its_section_says_where_it_is_from(vendor: str) -> None:
    section = facts_of().section(vendor)
    assert len(section.families) == len(SHIPPED[vendor]["families"])
    assert len(section.models) == len(SHIPPED[vendor]["models"])
    assert section.title
    assert section.source.startswith("https://")
    assert section.read_on is not None
    assert section.read_on <= date.fromisoformat("2026-11-26")
    for entry in (*section.models.values(), *(entry for _, entry in section.families)):
        assert set(entry.can or ()) <= {"tools", "images", "documents", "json_schema", "continues", "reasoning"}
        assert entry.thinking in (None, *Thinking)
        if (price := entry.price) is not None:
            assert 0 < price.input <= price.output
            assert price.cached_input is None or price.cached_input <= price.input
            thresholds = [band.above_tokens for band in price.bands]
            assert thresholds == sorted(set(thresholds))
            assert all(band.input >= price.input and band.output >= price.output for band in price.bands)


def test_the_vendors_that_have_a_preset_or_an_interface_of_their_own_have_prices() -> None:
    named = ("anthropic", "azure", "bedrock", "cerebras", "deepseek", "fireworks", "gemini", "groq", "mistral")
    for vendor in (*named, "openai", "together", "xai"):
        assert any(entry.price for entry in facts_of().section(vendor).models.values()), vendor


def test_a_model_is_known_by_its_name_with_or_without_a_date() -> None:
    plain = facts_of().price("anthropic", "claude-opus-4-6")
    assert plain is not None
    assert facts_of().price("anthropic", "claude-opus-4-6-20260205") == plain
    assert facts_of().price("gemini", "models/gemini-2.5-pro") == facts_of().price("gemini", "gemini-2.5-pro")
    assert facts_of().price("openai", "gpt-4o-2024-05-13") != facts_of().price("openai", "gpt-4o")
    assert facts_of().price("openai", "ft:gpt-4o-mini:acme::id") is None


def test_what_is_known_of_a_model_at_one_vendor_counts_before_its_family() -> None:
    groq, anywhere = profile_for("openai/gpt-oss-120b", "groq"), profile_for("openai/gpt-oss-120b", "my-server")
    assert groq.max_output_tokens == 65_536
    assert anywhere.max_output_tokens is None
    assert groq.efforts == anywhere.efforts == ("low", "medium", "high")
    assert profile_for("gpt-4o", "azure").documents
    assert profile_for("claude-3-5-haiku-20241022", "anthropic").json_schema is False


def test_a_model_says_which_common_parameters_it_does_not_take_and_why() -> None:
    profile = profile_for("claude-opus-5-5", "anthropic")
    can = capabilities(profile, (), model="Claude Opus 5.5", vendor="Anthropic")
    reasons = {spec.name: reason for spec, reason in can.refused}
    assert reasons["temperature"] == "Claude Opus 5.5 sets its own sampling; it takes no Temperature."
    assert reasons["seed"] == "Anthropic takes no Seed for Claude Opus 5.5."
    plain = profile_for("gpt-4o", "groq")
    parameters = chat_parameters(plain, refused=("seed",))
    reasons = {spec.name: why for spec, why in capabilities(plain, parameters, model="M", vendor="Groq").refused}
    assert reasons["reasoning_effort"] == "M does not think before it answers."
    assert set(reasons) == {"seed", "top_k", "reasoning_effort"}


def test_a_model_that_sets_its_own_sampling_is_offered_no_temperature_through_a_compatible_endpoint() -> None:
    profile = profile_for("gpt-5-mini", "openai")
    parameters = chat_parameters(profile)
    reasons = {spec.name: why for spec, why in capabilities(profile, parameters, model="M", vendor="V").refused}
    assert {"temperature", "top_p"}.isdisjoint(spec.name for spec in parameters)
    assert reasons["temperature"] == "M sets its own sampling; it takes no Temperature."
    told = chat_parameters(profile, only=["temperature", "max_tokens"])
    assert "temperature" in {spec.name for spec in told}


def test_where_facts_are_from_is_said_with_the_date() -> None:
    read_on = facts_of().section("groq").read_on
    assert read_on is not None
    soon, late = read_on + timedelta(days=90), read_on + timedelta(days=91)
    assert "days old" not in source_words("groq", priced=True, today=soon)
    assert source_words("groq", priced=True, today=late).endswith(", which is 91 days old: prices may have changed")
    filed = source_words("groq", priced=True, today=soon)
    assert re.fullmatch(r"Baton's data file of \d{4}-\d\d-\d\d \(https://console\.groq\.com/docs/models\)", filed)
    assert source_words("groq", told_by="Groq", priced=True).startswith("Groq's own list of 20")
    assert "data file" in source_words("my-server", priced=False)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"vendors": 3}', '{"vendors": {"openai": []}}', "[" * 100_000, '{"vendors": {"openai": 1}}'],
)
def test_a_damaged_file_holds_nothing_and_stops_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "models.json"
    file.write_text(text)
    assert PriceList.load(file).price("openai", "gpt-4o") is None
    assert FactsFile(tmp_path / "missing.json").price("openai", "gpt-4o") is None
    file.write_bytes(b"\xff\xfe\x00")
    assert FactsFile(file).section("openai").models == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = sorted(("pattern", "model", "context_tokens", "can", "thinking", "efforts", "input", "output", "bands"))
ENTRIES = st.lists(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=9) | JSON, max_size=4)


@given(st.fixed_dictionaries({"families": ENTRIES | JSON, "models": ENTRIES | JSON}, optional={"date": JSON}))
def test_no_entry_however_odd_does_harm_and_a_sound_one_beside_it_counts(tmp_path_factory: Any, odd: Any) -> None:
    sound = {"model": "good", "input": 1, "output": 2}
    if isinstance(odd["models"], list):
        odd["models"] = [*odd["models"], sound]
    file = tmp_path_factory.mktemp("facts") / "models.json"
    file.write_text(json.dumps({"vendors": {"v": odd}}))
    facts = FactsFile(file)
    if isinstance(odd["models"], list):
        assert facts.price("v", "good") == Price(input=1, output=2)
    for entry in facts.section("v").models.values():
        price = entry.price
        cost = cost_usd(Usage(input_tokens=10**6, output_tokens=10), price)
        assert cost is None or 0 <= cost < 10**9


BANDED = Price(
    input=2.0,
    output=10.0,
    cached_input=0.2,
    bands=(
        PriceBand(above_tokens=500, input=8.0, output=40.0),
        PriceBand(above_tokens=100, input=4.0, output=20.0, cached_input=0.4, cache_write=5.0),
    ),
)


@pytest.mark.parametrize(
    ("usage", "dollars_a_million"),
    [
        (Usage(input_tokens=100, output_tokens=10), 100 * 2 + 10 * 10),
        (Usage(input_tokens=101, output_tokens=10), 101 * 4 + 10 * 20),
        (Usage(input_tokens=200, cached_input_tokens=150, output_tokens=1), 50 * 4 + 150 * 0.4 + 20),
        (Usage(input_tokens=200, cache_write_tokens=150, output_tokens=1), 50 * 4 + 150 * 5 + 20),
        (Usage(input_tokens=501, cached_input_tokens=500, output_tokens=1), 501 * 8 + 40),
    ],
)
def test_a_long_prompt_is_priced_whole_in_the_band_it_reaches(usage: Usage, dollars_a_million: float) -> None:
    assert cost_usd(usage, BANDED) == pytest.approx(dollars_a_million / 1e6)


@pytest.mark.parametrize(
    ("name", "continues"),
    [
        pytest.param("claude-3-5-sonnet-20241022", True, id="3.5"),
        pytest.param("claude-sonnet-4-5-20250929", True, id="4.5"),
        pytest.param("claude-opus-4-1-20250805", True, id="4.1"),
        pytest.param("claude-opus-4-6", False, id="4.6-refuses-it"),
        pytest.param("claude-sonnet-5", False, id="later-ones-refuse-it"),
    ],
)
def test_which_models_of_anthropic_take_up_the_beginning_of_their_answer(name: str, continues: bool) -> None:
    assert profile_for(name, "anthropic").continues is continues
