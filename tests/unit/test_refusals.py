"""What a model cannot do is refused before sending, with the reason; corrections by the person count."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.corrections import Correction, corrected, for_model
from app.domain.errors import BatonError, ContextOverflowError, NotFoundError, UnsupportedError, UsageError
from app.domain.messages import AttachmentPart, Message, Role, TextPart, ToolSpec
from app.domain.models import RULES_MODEL, Capabilities, ModelId, ModelInfo, Price, PriceBand
from app.domain.parameters import MAX_TOKENS, REASONING_EFFORT, TEMPERATURE, not_taken
from app.domain.refusals import refuse
from app.services.corrections import CorrectionService
from app.storage.toml_records import corrections_file
from tests.provider_fixtures import ask

ABLE = Capabilities(
    context_tokens=1000, tools=True, images=True, documents=True, json_schema=True, parameters=(TEMPERATURE, MAX_TOKENS)
)
PICTURE = AttachmentPart(name="cat.png", media_type="image/png", sha256="aa", size_bytes=2)
PDF = AttachmentPart(name="bill.pdf", media_type="application/pdf", sha256="bb", size_bytes=2)
TOOL = ToolSpec(name="t", description="", parameters={})


def model(**lacks: Any) -> ModelInfo:
    return ModelInfo(id=ModelId("v", "m"), title="Model M", capabilities=dataclasses.replace(ABLE, **lacks))


def with_file(part: AttachmentPart, **more: Any) -> Any:
    return ask(Message(role=Role.USER, parts=(TextPart(text="look"), part)), **more)


@pytest.mark.parametrize(
    ("lacks", "request_", "error", "words"),
    [
        ({"images": False}, with_file(PICTURE, blobs={"aa": b"x"}), UnsupportedError, "sees no pictures.*'cat.png'"),
        ({"documents": False}, with_file(PDF, blobs={"bb": b"x"}), UnsupportedError, "reads no PDFs.*'bill.pdf'"),
        ({"tools": False}, ask(tools=(TOOL,)), UnsupportedError, "takes no tools"),
        ({"system_prompt": False}, ask(system="be brief"), UnsupportedError, "no system prompt"),
        ({"parameters": ()}, ask(parameters={"temperature": 1}), UnsupportedError, "'temperature'"),
        (
            {"parameters": (), "refused": not_taken((), model="Model M")},
            ask(parameters={"temperature": 1}),
            UnsupportedError,
            "Model M takes no Temperature. It is set to 1",
        ),
        ({}, ask(parameters={"temperature": 7}), UnsupportedError, "at most 2"),
        ({}, ask("word " * 1001), ContextOverflowError, "1,001 words.*1,000 tokens"),
    ],
)
def test_what_a_model_cannot_do_is_refused_by_name(
    lacks: dict[str, Any], request_: Any, error: type[BatonError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        refuse(model(**lacks), request_)
    assert caught.value.remedy


def test_what_a_model_can_do_and_what_became_text_is_let_through() -> None:
    refuse(model(), with_file(PICTURE, blobs={"aa": b"x"}, tools=(TOOL,), schema={}, parameters={"temperature": 1}))
    refuse(model(images=False), with_file(PICTURE))  # its bytes do not go along
    refuse(model(json_schema=False), ask(schema={}))  # it is told in words
    refuse(model(), ask("word " * 1000))
    refuse(model(context_tokens=None), ask("word " * 10_000))
    rules = ModelInfo(id=RULES_MODEL, title="Rules", capabilities=Capabilities(system_prompt=False))
    refuse(rules, ask(system="be brief"))


INFO = ModelInfo(
    id=ModelId("v", "m"),
    title="M",
    capabilities=dataclasses.replace(ABLE, refused=not_taken(ABLE.parameters, model="M")),
    price=Price(input=1, output=2, bands=(PriceBand(above_tokens=5, input=3, output=4),)),
    source="V's own list",
)


def test_a_persons_correction_wins_over_what_was_told_and_says_so() -> None:
    mine = corrected(
        INFO,
        [
            Correction(model="v:m", context_tokens=7, max_output_tokens=5, images=False, reasoning=True, input=9.0),
            Correction(model="v:*", context_tokens=8, title="All of V", tools=False),
            Correction(model="w:m", context_tokens=9),
        ],
    )
    assert (mine.capabilities.context_tokens, mine.title, mine.capabilities.tools) == (7, "All of V", False)
    assert mine.price == Price(input=9, output=2)
    assert mine.source == "V's own list; corrected by you; corrected by you"
    specs = {spec.name: spec for spec in mine.capabilities.parameters}
    assert specs["max_tokens"].maximum == 5
    assert "reasoning_effort" in specs
    assert REASONING_EFFORT not in [spec for spec, _ in mine.capabilities.refused]
    back = corrected(mine, [Correction(model="v:m", reasoning=False)])
    assert [why for spec, why in back.capabilities.refused if spec is REASONING_EFFORT] == [
        "All of V does not think, by your own correction."
    ]
    assert corrected(dataclasses.replace(INFO, price=None), [Correction(model="v:m", input=1.0)]).price is None
    assert corrected(INFO, [Correction(model="v:[m]")]) == INFO


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_pattern_fits_what_its_stars_stand_for_and_nothing_else(name: str, tail: str) -> None:
    literal = name.replace("*", "").replace("?", "")
    assert Correction(model=f"v:{literal}*").fits(f"v:{literal}{tail}")
    assert not Correction(model=f"v:{literal}*").fits(f"w:{literal}{tail}")


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "nonsense"},
        {"model": "v:m", "context_tokens": 0},
        {"model": "v:m", "max_output_tokens": 10**10},
        {"model": "v:m", "input": -1.0},
        {"model": "v:m", "output": float("nan")},
        {"model": "v:m", "title": "  "},
    ],
)
def test_a_correction_that_makes_no_sense_says_why(wrong: dict[str, Any]) -> None:
    assert Correction(**wrong).problem


def contents(folder: Path, name: str = "*") -> list[bytes]:
    return [file.read_bytes() for file in folder.glob(name)]


def corrections(folder: Path) -> CorrectionService:
    return CorrectionService(corrections_file(folder / "models.toml"))


async def test_corrections_are_kept_changed_and_taken_back_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text(
        '# mine\n[[models]]\nmodel = "odd"\ncontext_tokens = "many"\n\n[[models]]\nmodel = "v:m"\ntools = true\n'
    )
    service = corrections(tmp_path)
    assert [item.model for item in service.current] == ["v:m"]
    assert "entry 1" in service.notices[0]
    heard: list[int] = []
    service.subscribe(lambda: heard.append(1))
    await service.set(Correction(model="v:m", context_tokens=5, input=0.5, output=1.0))
    await service.set(Correction(model="w:*", images=True))
    again = corrections(tmp_path)
    assert for_model("v:m", again.current) == Correction(model="v:m", context_tokens=5, input=0.5, output=1.0)
    await again.clear("v:m")
    assert for_model("v:m", corrections(tmp_path).current).says_nothing
    assert len(heard) == 2
    text = file.read_text()
    assert "# mine" in text
    assert 'context_tokens = "many"' in text
    with pytest.raises(NotFoundError, match="v:m"):
        await again.clear("v:m")
    for nothing in (Correction(model="v:m"), Correction(model="v:m", input=-1.0)):
        with pytest.raises(UsageError):
            await again.set(nothing)


@pytest.mark.parametrize("content", [b"[[models", b"\xff\xfe", b"models = 3", b"[models]\na=1", b"[[models]]\nmodel=1"])
async def test_a_damaged_file_of_corrections_is_told_and_never_overwritten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "models.toml").write_bytes(content)
    service = corrections(tmp_path)
    assert service.current == ()
    assert service.notices
    assert content in contents(tmp_path)
    if contents(tmp_path, "models.toml") == []:  # it was put aside
        await service.set(Correction(model="v:m", tools=True))
        assert content in contents(tmp_path)
        assert for_model("v:m", corrections(tmp_path).current).tools


async def test_a_correction_counts_wherever_a_model_is_asked_for(
    tmp_path: Path, make_models: Callable[..., Any]
) -> None:
    service = corrections(tmp_path)
    models = make_models(service.correct)
    await service.set(Correction(model="scripted:script", tools=False, title="Mine"))
    info = await models.info(ModelId("scripted", "script"))
    assert info.title == "Mine"
    assert (await models.statuses())[0].models[0].title == "Mine"
    with pytest.raises(UnsupportedError, match="Mine takes no tools"):
        async for _ in models.stream(ModelId("scripted", "script"), ask(tools=(TOOL,))):
            pass


@pytest.fixture
def make_models() -> Callable[..., Any]:
    from app.domain.settings import Settings
    from app.providers.scripted import ScriptedProvider, words
    from app.services.models import ModelService
    from app.services.settings import SettingsService
    from app.system.keyring import MemorySecretStore
    from tests.unit.test_models_service import MemorySettings

    provider = ScriptedProvider([words("hi")])
    return lambda correct: ModelService(
        settings=SettingsService(MemorySettings(Settings())),
        secrets=MemorySecretStore(),
        providers=lambda: {"scripted": provider},
        correct=correct,
    )
