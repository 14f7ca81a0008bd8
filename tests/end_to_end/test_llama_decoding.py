"""The decode engine with the real llama.cpp, in this process: token for token what llama.cpp's own loop would write."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema
import llama_cpp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BatonError, ContextOverflowError, ModelFileError, UnsupportedError
from app.domain.messages import Message, ToolSpec
from app.domain.ports import ChatRequest, CompletionRequest
from app.domain.stream import (
    Finished,
    FinishReason,
    ReasoningDelta,
    Scores,
    StreamEvent,
    TextDelta,
    ToolCallRequested,
    Usage,
)
from app.llama.decoding.embedding import Embedder
from app.llama.decoding.engine import Engine
from app.llama.decoding.sampling import likeliest
from app.llama.protocol import Load
from app.providers.local_parameters import PARAMETERS
from tests import gguf_files

GREEDY = {"temperature": 0.0}


@dataclass
class Talk:
    """An engine, and what it said by request."""

    engine: Engine
    cancelled: set[int]
    events: dict[int, list[StreamEvent | BatonError]] = field(default_factory=dict)

    def ask(self, *requests: ChatRequest | CompletionRequest) -> list[str]:
        """The answers to requests made at once, as text."""
        ids = range(len(self.events) + 1, len(self.events) + 1 + len(requests))
        for id, request in zip(ids, requests, strict=True):
            self.events[id] = []
            self.engine.submit(id, request)
        while self.engine.is_busy:
            self.engine.step()
        return [self.text(id) for id in ids]

    def text(self, id: int) -> str:
        return "".join(event.text for event in self.events[id] if isinstance(event, TextDelta))

    def usage(self, id: int) -> Usage:
        return next(event for event in self.events[id] if isinstance(event, Usage))

    def finished(self, id: int) -> Finished:
        last = self.events[id][-1]
        assert isinstance(last, Finished)
        return last


@contextmanager
def talking(path: Path, **load: object) -> Iterator[Talk]:
    settings = {"context_tokens": 2048, "gpu_layers": 0, "threads": 1, "flash_attention": "kv_type" in load, **load}
    cancelled: set[int] = set()
    events: dict[int, list[StreamEvent | BatonError]] = {}
    engine = Engine(
        Load(path=str(path), **settings),  # type: ignore[arg-type]  # fields of a Load
        said=lambda id, event: events[id].append(event),
        progress=lambda _fraction: True,
        alive=lambda: None,
        cancelled=cancelled.__contains__,
        log_tail=lambda: "",
    )
    try:
        yield Talk(engine, cancelled, events)
    finally:
        engine.close()


def go_on(prompt: str, tokens: int = 60, **parameters: object) -> CompletionRequest:
    return CompletionRequest(
        model="m", prompt=prompt, parameters={"max_tokens": tokens, **GREEDY, **parameters}, logprobs=0
    )


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose attention works: what it writes depends on all that was read."""
    return gguf_files.write_tiny_gguf(tmp_path_factory.mktemp("varied") / "varied.gguf", varied=True)


@pytest.fixture(scope="module")
def reference(varied: Path) -> Iterator[llama_cpp.Llama]:
    model = llama_cpp.Llama(str(varied), n_ctx=2048, n_threads=1, n_threads_batch=1, logits_all=True, verbose=False)
    yield model
    model.close()


def expected(reference: llama_cpp.Llama, prompt: str, tokens: int = 60) -> str:
    answer = reference.create_completion(prompt, max_tokens=tokens, temperature=0.0)
    assert isinstance(answer, dict)
    return str(answer["choices"][0]["text"])


def assert_greedy(reference: llama_cpp.Llama, prompt: str, talk: Talk, id: int) -> None:
    """Every token is the likeliest after all before it. Rounding differs with what else is computed beside it, so one
    that is as good as the likeliest will do.
    """
    written = [score.data for event in talk.events[id] if isinstance(event, Scores) for score in event.tokens]
    assert written
    before = reference.tokenize(prompt.encode(), add_bos=False, special=True)
    tokens = [reference.tokenize(data, add_bos=False, special=True)[0] for data in written]
    reference.reset()
    reference.eval(before + tokens)
    for number, token in enumerate(tokens):
        logits = reference.scores[len(before) + number - 1]
        assert logits[token] >= logits.max() - 0.05, f"token {number} of {len(tokens)}"


PROMPTS = ["list my buckets", "the quick brown fox", "a", "stop instance i-0abc in eu-west-1 " * 20]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_greedy_text_is_llama_cpp_pythons_own(varied: Path, reference: llama_cpp.Llama, prompt: str) -> None:
    with talking(varied) as talk:
        assert talk.ask(go_on(prompt)) == [expected(reference, prompt)]


def test_what_is_reused_changes_no_token(varied: Path, reference: llama_cpp.Llama) -> None:
    long = "everything that was said before stands here " * 12
    texts = [
        long,
        long + "and more",
        long[:200] + "another branch",
        "something else " * 30,
        long + "and more than that",
    ]
    with talking(varied, sequences=2, cache_bytes=10**8) as talk:
        for id, text in enumerate(texts, start=1):
            talk.ask(go_on(text))
            assert_greedy(reference, text, talk, id)
            if id in (2, 3, 5):
                assert talk.usage(id).cached_input_tokens > 150


@pytest.mark.parametrize("kv_type", ["q8_0", "q4_0"])
def test_quantised_keys_and_values_answer(tmp_path: Path, kv_type: str) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply="The same as ever.", ends=True)
    with talking(path, kv_type=kv_type) as talk:
        assert talk.ask(ChatRequest(model="m", messages=(Message.user("hi"),))) == ["The same as ever."]


def test_many_at_once_write_what_each_writes_alone(varied: Path, reference: llama_cpp.Llama) -> None:
    prompts = [f"{prompt} {number}" for number in range(3) for prompt in PROMPTS]
    with talking(varied, context_tokens=8192) as talk:
        talk.ask(*(go_on(prompt) for prompt in prompts))
        for id, prompt in enumerate(prompts, start=1):
            assert_greedy(reference, prompt, talk, id)


@pytest.mark.parametrize("cache_bytes", [0, 10**8])
def test_answers_that_do_not_fit_beside_each_other_wait_and_lose_nothing(
    varied: Path, reference: llama_cpp.Llama, cache_bytes: int
) -> None:
    prompts = [f"{number} " + "words and more words " * 14 for number in range(3)]
    with talking(varied, context_tokens=512, cache_bytes=cache_bytes) as talk:
        talk.ask(*(go_on(prompt, 100) for prompt in prompts))
        for id, prompt in enumerate(prompts, start=1):
            assert_greedy(reference, prompt, talk, id)
        assert [talk.usage(id).output_tokens for id in (1, 2, 3)] == [100, 100, 100]


def test_answer_ends_where_the_context_does(varied: Path) -> None:
    with talking(varied, context_tokens=256, sequences=1) as talk:
        talk.ask(CompletionRequest(model="m", prompt="a b c", parameters=GREEDY))
        usage = talk.usage(1)
        assert usage.input_tokens + usage.output_tokens == 256
        assert talk.finished(1) == Finished(reason=FinishReason.LENGTH, detail="the context is full")


def test_prompt_longer_than_the_context_is_refused_and_the_next_is_answered(varied: Path) -> None:
    with talking(varied, context_tokens=256) as talk:
        with pytest.raises(ContextOverflowError, match="256"):
            talk.engine.submit(9, go_on("x" * 300))
        assert talk.ask(go_on("hello", 3))[0]


@pytest.mark.parametrize("context", [32, 200, 300])
def test_context_shorter_than_a_batch_is_read_in_parts(varied: Path, reference: llama_cpp.Llama, context: int) -> None:
    prompts = [f"{number} " + "words " * (context // 8) for number in range(4)]
    with talking(varied, context_tokens=context) as talk:
        room = talk.engine.context_tokens
        prompts = [prompt[: room - 12] for prompt in prompts]
        talk.ask(*(go_on(prompt, 8) for prompt in prompts))
        for id, prompt in enumerate(prompts, start=1):
            assert_greedy(reference, prompt, talk, id)


def test_model_that_computes_no_numbers_says_so(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "nan.gguf", varied=True)
    ones = np.ones(128, dtype=np.float32).tobytes()
    path.write_bytes(path.read_bytes().replace(ones, np.full(128, np.nan, dtype=np.float32).tobytes()))
    with talking(path) as talk:
        talk.ask(go_on("hello"))
        (error,) = [event for event in talk.events[1] if isinstance(event, BatonError)]
        assert isinstance(error, ModelFileError)
        assert "damaged" in str(error)
        talk.ask(CompletionRequest(model="m", prompt="hello", schema={"type": "object"}))
        assert isinstance(talk.events[2][-1], ModelFileError)


def test_cancelled_answer_writes_no_further_token_and_others_go_on(varied: Path, reference: llama_cpp.Llama) -> None:
    with talking(varied) as talk:
        for id, prompt in ((1, "first"), (2, "second")):
            talk.events[id] = []
            talk.engine.submit(id, go_on(prompt))
        while len(talk.text(1)) < 10:
            talk.engine.step()
        said = talk.text(1)
        talk.cancelled.add(1)
        while talk.engine.is_busy:
            talk.engine.step()
        assert talk.text(1) == said
        assert talk.finished(1).reason is FinishReason.CANCELLED
        assert_greedy(reference, "second", talk, 2)


FIND = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={
        "type": "object",
        "properties": {"text": {"type": "string", "maxLength": 20}, "limit": {"type": "integer", "maximum": 25}},
        "required": ["text"],
        "additionalProperties": False,
    },
)


@pytest.mark.parametrize("tool_choice", ["auto", "required", "find"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_model_that_begins_a_call_is_held_to_the_tools_offered(tmp_path: Path, tool_choice: str, seed: int) -> None:
    wish = 'Let me see. <tool_call>{"name": "other", "arguments": {"wrong": [1, 2, 3]}}</tool_call>'
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply=wish, ends=True)
    request = ChatRequest(
        model="m",
        messages=(Message.user("hi"),),
        tools=(FIND,),
        tool_choice=tool_choice,
        parameters={"max_tokens": 400, "seed": seed},
    )
    with talking(path) as talk:
        talk.ask(request)
    calls = [event.call for event in talk.events[1] if isinstance(event, ToolCallRequested)]
    assert calls
    for call in calls:
        assert call.name == "find"
        jsonschema.validate(json.loads(call.arguments), FIND.parameters)
    assert talk.text(1).startswith("Let me see." if tool_choice == "auto" else "")


def test_call_spoken_of_in_a_thought_begins_none(tmp_path: Path) -> None:
    wish = '<think>I could write <tool_call>{"name": "other"}</tool_call> here.</think>But no.'
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", reply=wish, ends=True)
    with talking(path) as talk:
        talk.ask(ChatRequest(model="m", messages=(Message.user("hi"),), tools=(FIND,)))
    thought = "".join(event.text for event in talk.events[1] if isinstance(event, ReasoningDelta))
    assert '{"name": "other"}' in thought
    assert talk.text(1) == "But no."


def test_scores_are_the_logarithms_of_chances(varied: Path) -> None:
    with talking(varied) as talk:
        request = CompletionRequest(model="m", prompt="hello", parameters={"max_tokens": 5, **GREEDY}, logprobs=300)
        talk.ask(request)
    scores = [score for event in talk.events[1] if isinstance(event, Scores) for score in event.tokens]
    assert b"".join(score.data for score in scores).decode() == talk.text(1)
    for score in scores:
        chances = [math.exp(logprob) for _, logprob in score.alternatives]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) == pytest.approx(1.0, abs=1e-3)
        assert score.alternatives[0] == (score.data, score.logprob)  # greedy takes the likeliest


def test_bias_forbids_and_forces(varied: Path) -> None:
    with talking(varied) as talk:
        (free,) = talk.ask(go_on("hello", 20))
        (without,) = talk.ask(go_on("hello", 20, logit_bias=[f"{free[0]}=-100"]))
        assert free[0] not in without
        assert talk.ask(go_on("hello", 4, logit_bias=["q=100"])) == ["qqqq"]
        assert talk.ask(go_on("hello", 4, logit_bias=[f"#{ord('q')}=100"])) == ["qqqq"]


@pytest.mark.parametrize("bias", ["=5", "x", "x=many", "#99999=1", "x=nan"])
def test_bias_that_is_none_is_refused_by_name(varied: Path, bias: str) -> None:
    with talking(varied) as talk, pytest.raises(UnsupportedError, match=bias.split("=")[0] or "="):
        talk.engine.submit(1, go_on("hello", logit_bias=[bias]))


UNUSUAL = {
    "temperature": 1.5,
    "top_p": 0.5,
    "top_k": 0,
    "min_p": 0.2,
    "typical_p": 0.6,
    "top_n_sigma": 1.0,
    "xtc_probability": 1.0,
    "xtc_threshold": 0.01,
    "dynatemp_range": 0.5,
    "dynatemp_exponent": 2.0,
    "repeat_penalty": 1.8,
    "frequency_penalty": 1.5,
    "presence_penalty": 1.5,
    "repeat_last_n": -1,
    "dry_multiplier": 2.0,
    "dry_base": 3.0,
    "dry_allowed_length": 1,
    "dry_penalty_last_n": -1,
    "dry_sequence_breakers": ("x",),
    "mirostat": 2,
    "mirostat_tau": 1.0,
    "mirostat_eta": 0.5,
    "adaptive_target": 0.3,
    "adaptive_decay": 0.5,
    "logit_bias": ("q=5",),
    "max_tokens": 30,
    "seed": 7,
    "stop": ("zzzz",),
}
NEEDS = {
    "xtc_threshold": {"xtc_probability": 1.0},
    "dynatemp_exponent": {"dynatemp_range": 0.7},
    "repeat_last_n": {"repeat_penalty": 1.8},
    "dry_base": {"dry_multiplier": 2.0},
    "dry_allowed_length": {"dry_multiplier": 2.0},
    "dry_penalty_last_n": {"dry_multiplier": 2.0},
    "dry_sequence_breakers": {"dry_multiplier": 2.0},
    "mirostat_tau": {"mirostat": 2},
    "mirostat_eta": {"mirostat": 1},
    "adaptive_decay": {"adaptive_target": 0.3},
}


@pytest.mark.parametrize("name", [spec.name for spec in PARAMETERS])
def test_every_parameter_is_taken_and_its_default_is_llama_cpps(varied: Path, name: str) -> None:
    spec = next(spec for spec in PARAMETERS if spec.name == name)
    common = {"max_tokens": 40, "seed": 3, **NEEDS.get(name, {})}

    def asked(**parameters: object) -> CompletionRequest:
        return CompletionRequest(model="m", prompt="abc abc abc abc ", parameters={**common, **parameters})

    with talking(varied) as talk:
        plain, unusual = talk.ask(asked()), talk.ask(asked(**{name: UNUSUAL[name]}))
        assert unusual[0]
        if spec.default is not None and name not in ("mirostat",):
            assert talk.ask(asked(**{name: spec.default})) == plain


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", "hot"),
        ("top_k", float("nan")),
        ("seed", 1e300),
        ("dry_sequence_breakers", "x"),
        ("stop", [""]),
        ("stop", [f"stop {number}" for number in range(10_000)]),
        ("logit_bias", {"x": 1}),
    ],
)
def test_absurd_value_is_refused_in_words_and_the_engine_goes_on(varied: Path, name: str, value: object) -> None:
    with talking(varied) as talk:
        with pytest.raises(UnsupportedError):
            talk.engine.submit(9, go_on("hello", **{name: value}))
        assert talk.ask(go_on("hello", 2))[0]


@pytest.mark.parametrize("value", [-5.0, 0, 1e9])
def test_numbers_beyond_all_bounds_harm_nothing(varied: Path, value: float) -> None:
    names = [spec.name for spec in PARAMETERS if spec.kind.value in ("float", "integer") and spec.name != "max_tokens"]
    with talking(varied) as talk:
        for name in names:
            assert talk.ask(
                CompletionRequest(model="m", prompt="hello", parameters={"max_tokens": 3, "seed": 1, name: value})
            )


def test_seed_decides_what_chance_would(varied: Path) -> None:
    def asked(seed: int) -> CompletionRequest:
        return CompletionRequest(model="m", prompt="hello", parameters={"max_tokens": 40, "seed": seed})

    with talking(varied) as talk:
        one, again, other = talk.ask(asked(1)), talk.ask(asked(1)), talk.ask(asked(2))
    assert one == again
    assert one != other


def test_nothing_to_go_on_with_is_refused(varied: Path) -> None:
    with talking(varied) as talk, pytest.raises(UnsupportedError, match="nothing to answer"):
        talk.engine.submit(1, go_on(""))


@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 9000), st.booleans())
def test_shortlist_holds_the_likeliest_in_order(seed: int, count: int, size: int, coarse: bool) -> None:
    logits = np.random.default_rng(seed).standard_normal(size).astype(np.float32)
    logits = np.round(logits) if coarse else logits
    found = likeliest(logits, min(count, size))
    assert len(set(found.tolist())) == min(count, size)
    assert logits[found].tolist() == sorted(logits.tolist(), reverse=True)[: min(count, size)]


def test_large_vocabulary_is_sampled_as_llama_cpp_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", varied=True)
    request = CompletionRequest(model="m", prompt="hello", parameters={"max_tokens": 60, "seed": 5, "top_k": 3})
    with talking(path) as talk:
        by_llama = talk.ask(request)
    monkeypatch.setattr("app.llama.decoding.sampling._LARGE_VOCABULARY", 0)
    with talking(path) as talk:
        assert talk.ask(request) == by_llama


def test_vectors_are_llama_cpp_pythons_own(varied: Path) -> None:
    texts = ["a bucket", "an instance that runs", "x" * 300]
    reference = llama_cpp.Llama(
        str(varied),
        embedding=True,
        n_ctx=1024,
        n_batch=1024,
        n_ubatch=1024,
        n_threads=1,
        n_threads_batch=1,
        pooling_type=1,
        verbose=False,
    )
    wanted = [np.array(reference.embed(text, normalize=True)) for text in texts]
    reference.close()
    load = Load(
        path=str(varied), context_tokens=1024, gpu_layers=0, threads=1, batch_tokens=1024, embeds=True, sequences=2
    )
    embedder = Embedder(load, progress=lambda _fraction: True, alive=lambda: None, log_tail=lambda: "")
    try:
        vectors, tokens = embedder.embed(texts)
        found = [np.frombuffer(base64.b64decode(vector), dtype="<f4") for vector in vectors]
        for one, other in zip(found, wanted, strict=True):
            assert np.linalg.norm(one) == pytest.approx(1.0, abs=1e-5)
            np.testing.assert_allclose(one, other, atol=2e-3)
        assert tokens > 300
        with pytest.raises(ContextOverflowError, match="1024"):
            embedder.embed(["x" * 2000])
        with pytest.raises(UnsupportedError):
            embedder.embed([""])
    finally:
        embedder.close()


def test_adapter_that_is_none_is_named(varied: Path, tmp_path: Path) -> None:
    wrong = gguf_files.write_not_gguf(tmp_path / "wrong.gguf")
    with pytest.raises(ModelFileError, match=r"wrong\.gguf"), talking(varied, adapters=((str(wrong), 1.0),)):
        pass
