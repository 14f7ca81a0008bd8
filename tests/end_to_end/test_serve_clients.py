"""Programs that nobody here wrote use ``baton serve`` with a real worker: OpenAI's client, the Hugging Face hub's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import openai
import pytest
from huggingface_hub import InferenceClient

from tests.gguf_files import REPLY
from tests.serving_fixtures import KEY, Served

WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather of a city.",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


@pytest.fixture
def client(served: Served) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=served.url, api_key=KEY, max_retries=0, timeout=60) as client:
        yield client


@pytest.fixture
def hub(served: Served) -> InferenceClient:
    return InferenceClient(base_url=served.url, api_key=KEY, timeout=60)


def asked(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def test_a_whole_answer_says_how_it_ended_and_what_it_took(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(model="local:tiny", messages=asked("finish"))
    (choice,) = answer.choices
    assert (choice.message.role, choice.message.content) == ("assistant", "This ends here.")
    assert choice.finish_reason == "stop"
    assert answer.model == "local:tiny"
    assert answer.usage is not None
    assert answer.usage.prompt_tokens > 10
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


def test_the_prompt_that_was_read_before_counts_as_cached(client: openai.OpenAI) -> None:
    counts = []
    for _ in range(2):
        answer = client.chat.completions.create(model="tiny", messages=asked("finish, and count what was cached"))
        assert answer.usage is not None
        assert answer.usage.prompt_tokens_details is not None
        counts.append(answer.usage.prompt_tokens_details.cached_tokens)
    assert counts[1] > counts[0]


def test_a_streamed_answer_comes_in_pieces_and_counts_its_tokens_last(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="tiny", messages=asked("talk"), stream=True, max_tokens=3000, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    said = [chunk.choices[0].delta.content for chunk in chunks if chunk.choices]
    text = "".join(piece or "" for piece in said)
    assert (REPLY * 200).startswith(text)
    assert len([piece for piece in said if piece]) > 5, "an answer in one piece is not streamed"
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "length"
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.completion_tokens == 3000


def test_characters_of_every_kind_come_through_a_stream_as_they_were_said(
    client: openai.OpenAI, hub: InferenceClient
) -> None:
    wanted = "Grüße: 日本語 🙂\u2028\x85 end."
    stream = client.chat.completions.create(model="tiny", messages=asked("characters"), stream=True)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in stream) == wanted
    pieces = hub.chat_completion(model="tiny", messages=asked("characters"), stream=True)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in pieces if chunk.choices) == wanted


def test_thinking_comes_apart_from_the_answer(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(model="tiny", messages=asked("think")).choices[0].message
    assert (whole.content, whole.to_dict()["reasoning_content"]) == ("Forty-two.", "Let me see.")
    stream = list(client.chat.completions.create(model="tiny", messages=asked("think"), stream=True))
    deltas = [chunk.choices[0].delta for chunk in stream]
    assert "".join(delta.to_dict().get("reasoning_content") or "" for delta in deltas) == "Let me see."
    assert "".join(delta.content or "" for delta in deltas) == "Forty-two."


@pytest.mark.parametrize("stream", [False, True])
def test_a_tool_is_asked_for_answered_and_the_answer_read(client: openai.OpenAI, stream: bool) -> None:
    messages: list[dict[str, object]] = [{"role": "user", "content": "the weather, please"}]
    if stream:
        chunks = list(client.chat.completions.create(model="tiny", messages=messages, tools=[WEATHER], stream=True))
        (call,) = [call for chunk in chunks for call in chunk.choices[0].delta.tool_calls or ()]
        reason = chunks[-1].choices[0].finish_reason
    else:
        (choice,) = client.chat.completions.create(model="tiny", messages=messages, tools=[WEATHER]).choices
        (call,) = choice.message.tool_calls
        reason = choice.finish_reason
        assert choice.message.content is None
    assert reason == "tool_calls"
    assert (call.function.name, json.loads(call.function.arguments)) == ("weather", {"city": "Bern"})
    messages += [
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": call.id, "type": "function", "function": call.function.to_dict()}],
        },
        {"role": "tool", "tool_call_id": call.id, "content": "result: 21"},
    ]
    answer = client.chat.completions.create(model="tiny", messages=messages, tools=[WEATHER])
    assert answer.choices[0].message.content == "It is 21 degrees."


def test_of_two_calls_both_are_given_or_the_first_where_one_is_wanted(client: openai.OpenAI) -> None:
    def cities(**more: object) -> list[str]:
        answer = client.chat.completions.create(model="tiny", messages=asked("both"), tools=[WEATHER], **more)
        calls = answer.choices[0].message.tool_calls
        assert len({call.id for call in calls}) == len(calls)
        return [json.loads(call.function.arguments)["city"] for call in calls]

    assert cities() == ["Bern", "Zürich"]
    assert cities(parallel_tool_calls=False) == ["Bern"]


def test_an_answer_follows_the_schema_it_is_given(client: openai.OpenAI) -> None:
    schema = {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}
    answer = client.chat.completions.create(
        model="varied",
        messages=asked("is it?"),
        response_format={"type": "json_schema", "json_schema": {"name": "ok", "schema": schema, "strict": True}},
    )
    assert set(json.loads(answer.choices[0].message.content)) == {"ok"}


def test_several_answers_are_several_and_a_seed_repeats_them(client: openai.OpenAI) -> None:
    def texts() -> list[str]:
        answer = client.chat.completions.create(
            model="varied", messages=asked("hello"), n=3, seed=7, max_tokens=12, temperature=1.5
        )
        assert [choice.index for choice in answer.choices] == [0, 1, 2]
        assert answer.usage is not None
        assert answer.usage.completion_tokens == 36
        return [choice.message.content for choice in answer.choices]

    first = texts()
    assert len(set(first)) == 3
    assert texts() == first


def test_a_stop_text_ends_an_answer_and_a_bias_changes_it(client: openai.OpenAI) -> None:
    stopped = client.chat.completions.create(model="tiny", messages=asked("talk"), stop=["small", "never"])
    assert stopped.choices[0].message.content == REPLY[: REPLY.index("small")]
    assert stopped.choices[0].finish_reason == "stop"
    plain = client.completions.create(model="varied", prompt="a", max_tokens=8, temperature=0)
    letters = sorted(set(plain.choices[0].text))
    barred = client.completions.create(
        model="varied", prompt="a", max_tokens=8, temperature=0, logit_bias={str(ord(letters[0])): -100}
    )
    assert letters[0] not in barred.choices[0].text


def test_scores_are_given_for_every_token_with_the_likeliest_others(client: openai.OpenAI) -> None:
    for stream in (False, True):
        asked_for = {"model": "varied", "messages": asked("hello"), "max_tokens": 6, "logprobs": True}
        if stream:
            chunks = list(client.chat.completions.create(**asked_for, top_logprobs=3, stream=True))
            scores = [s for c in chunks if c.choices[0].logprobs for s in c.choices[0].logprobs.content]
            text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
        else:
            (choice,) = client.chat.completions.create(**asked_for, top_logprobs=3).choices
            scores, text = choice.logprobs.content, choice.message.content
        assert "".join(score.token for score in scores) == text
        assert [len(score.top_logprobs) for score in scores] == [3] * 6
        assert all(score.logprob <= 0 and score.bytes == list(score.token.encode()) for score in scores)


def test_texts_are_completed_one_or_several_scored_and_echoed(client: openai.OpenAI) -> None:
    whole = client.completions.create(model="varied", prompt=["ab", "cd"], n=2, max_tokens=5, logprobs=2, seed=1)
    assert [choice.index for choice in whole.choices] == [0, 1, 2, 3]
    for choice in whole.choices:
        assert "".join(choice.logprobs.tokens) == choice.text
        assert choice.logprobs.text_offset == list(range(5))
    echoed = client.completions.create(model="varied", prompt="ab", max_tokens=5, echo=True, seed=1)
    assert echoed.choices[0].text == "ab" + whole.choices[0].text
    stream = client.completions.create(model="varied", prompt="ab", max_tokens=5, seed=1, stream=True)
    assert "".join(chunk.choices[0].text for chunk in stream) == whole.choices[0].text


def test_vectors_are_of_unit_length_and_the_same_in_both_encodings(client: openai.OpenAI) -> None:
    plain = client.embeddings.create(model="vectors", input=["one", "two"], encoding_format="float")
    packed = client.embeddings.create(model="vectors", input=["one", "two"])  # the client asks for base64 by itself
    for one, other in zip(plain.data, packed.data, strict=True):
        assert sum(value * value for value in one.embedding) == pytest.approx(1, abs=1e-3)
        assert one.embedding == pytest.approx(other.embedding, abs=1e-6)
    assert plain.data[0].embedding != plain.data[1].embedding
    assert plain.usage.prompt_tokens > 0


def test_models_are_listed_and_described(client: openai.OpenAI) -> None:
    assert {model.id for model in client.models.list()} == {"local:tiny", "local:varied", "local:vectors"}
    assert client.models.retrieve("local:tiny").id == "local:tiny"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("gone")


def test_the_clients_own_errors_come_of_what_is_refused(client: openai.OpenAI, served: Served) -> None:
    with pytest.raises(openai.NotFoundError, match="gone"):
        client.chat.completions.create(model="gone", messages=asked("hello"))
    with pytest.raises(openai.BadRequestError, match="temperature"):
        client.chat.completions.create(model="tiny", messages=asked("hello"), temperature=-1)
    with pytest.raises(openai.BadRequestError) as overflow:
        client.chat.completions.create(model="tiny", messages=asked("word " * 40_000))
    assert overflow.value.code == "context_length_exceeded"
    with (
        openai.OpenAI(base_url=served.url, api_key="sk-wrong", max_retries=0) as stranger,
        pytest.raises(openai.AuthenticationError),
    ):
        stranger.models.list()


def test_the_hubs_client_chats_streams_and_asks_for_tools(hub: InferenceClient) -> None:
    whole = hub.chat_completion(model="tiny", messages=asked("finish"), max_tokens=50)
    assert whole.choices[0].message.content == "This ends here."
    assert whole.usage.completion_tokens > 0
    pieces = list(hub.chat_completion(model="tiny", messages=asked("talk"), max_tokens=3000, stream=True))
    assert (REPLY * 200).startswith("".join(piece.choices[0].delta.content or "" for piece in pieces))
    assert len(pieces) > 5
    called = hub.chat_completion(model="tiny", messages=asked("weather"), tools=[WEATHER], tool_choice="auto")
    (call,) = called.choices[0].message.tool_calls
    assert json.loads(call.function.arguments) == {"city": "Bern"}


def test_twenty_programs_at_once_each_get_their_own_answer(served: Served) -> None:
    def ask(number: int) -> tuple[int, str, str]:
        with openai.OpenAI(base_url=served.url, api_key=KEY, max_retries=0, timeout=120) as client:
            stream = client.chat.completions.create(
                model="varied", messages=asked(f"hello {number}"), seed=number, max_tokens=30, stream=number % 2 == 0
            )
            if number % 2:
                return number, stream.choices[0].message.content, stream.choices[0].finish_reason
            chunks = list(stream)
            text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
            return number, text, chunks[-1].choices[0].finish_reason

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(ask, range(20)))
    assert [reason for _, _, reason in answers] == ["length"] * 20
    assert len({text for _, text, _ in answers}) == 20, "another seed says another thing"
