"""Searching a hub on loopback and listing what it holds: pages, nonsense, estimates, plans from a file's header."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import (
    BatonError,
    KeyProblemError,
    MalformedReplyError,
    NotAllowedError,
    NotFoundError,
    RateLimitedError,
    UsageError,
)
from app.domain.hub import Fit, HubPage, HubRepository, HubVariant
from app.domain.settings import Settings
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.contents import Contents, HubFile, grouped
from app.llama.hub.fit import judged
from app.llama.hub.listing import HubCatalogue
from app.llama.plan.plan import Machine
from app.llama.probe import MachineProbe
from app.llama.protocol import Device
from tests.gguf_files import write_tiny_gguf
from tests.hub_server import Handler, Hub, serving
from tests.llama_fixtures import WORKER_COMMAND

PROBE = MachineProbe(WORKER_COMMAND)
GIB = 1024**3


def never() -> bool:
    return False


@pytest.fixture
def catalogue(hub: Hub) -> HubCatalogue:
    return HubCatalogue(HubConnection(hub.url), PROBE)


def search(catalogue: HubCatalogue, text: str, *, limit: int = 20, following: str = "") -> HubPage:
    return catalogue.search(text, limit=limit, following=following, cancelled=never)


def test_search_tells_what_the_hub_says_of_each_model_the_most_downloaded_first(
    hub: Hub, catalogue: HubCatalogue
) -> None:
    hub.models = [
        {"id": "a/small-qwen", "downloads": 5, "likes": 1, "lastModified": "2025-11-03T10:00:00.000Z", "gated": False},
        {
            "id": "b/big-qwen",
            "downloads": 900,
            "gated": "manual",
            "tags": ["gguf", "license:mit"],
            "gguf": {"total": 7},
        },
        {"id": "c/other", "downloads": 10_000},
    ]
    first, second = search(catalogue, "Qwen").models
    assert (first.repository, first.downloads, first.likes, first.is_gated) == ("b/big-qwen", 900, None, True)
    assert (first.licence, first.parameters, first.updated_at) == ("mit", 7, None)
    assert (second.repository, second.is_gated) == ("a/small-qwen", False)
    assert second.updated_at == datetime(2025, 11, 3, 10, tzinfo=UTC)
    assert "filter=gguf" in hub.paths[0]
    assert "sort=downloads" in hub.paths[0]


def test_search_goes_on_page_by_page_and_never_at_an_address_of_the_hubs_choice(
    hub: Hub, catalogue: HubCatalogue
) -> None:
    hub.models = [{"id": f"o/m{number}", "downloads": 100 - number} for number in range(25)]
    hub.page = 10
    found: list[str] = []
    following = ""
    for _ in range(3):
        page = search(catalogue, "m", following=following)
        found += [model.repository for model in page.models]
        following = page.following
    assert found == [f"o/m{number}" for number in range(25)]
    assert following == ""
    with serving(Hub()) as evil:

        def answer(handler: Handler) -> bool:
            handler.send_json([{"id": "o/m"}], {"Link": f'<{evil.url}/api/models?cursor=next>; rel="next"'})
            return True

        hub.answer = answer
        page = search(catalogue, "m")
        assert page.following == "next"
        search(catalogue, "m", following=page.following)
        assert evil.paths == []


def test_search_is_stopped_while_the_hub_is_silent(hub: Hub, catalogue: HubCatalogue) -> None:
    asked, stop = threading.Event(), threading.Event()

    def answer(handler: Handler) -> bool:
        asked.set()
        hub.go_on.wait(60)
        return False

    hub.answer = answer

    def stop_once_it_is_asked() -> None:
        asked.wait(30)
        stop.set()

    threading.Thread(target=stop_once_it_is_asked).start()
    with pytest.raises(NotAllowedError):
        catalogue.search("x", limit=5, following="", cancelled=stop.is_set)


@pytest.mark.parametrize(
    ("status", "headers", "error", "words"),
    [
        (429, {"Retry-After": "30"}, RateLimitedError, "Try again in 30 s"),
        (429, {"RateLimit": '"api";r=0;t=55'}, RateLimitedError, "Try again in 55 s"),
        (429, {"Retry-After": "soon"}, RateLimitedError, "Wait a moment"),
        (404, {}, MalformedReplyError, "no model hub at this address"),
        (403, {}, KeyProblemError, "huggingface"),
        (502, {}, BatonError, "status 502"),
    ],
)
def test_refused_search_says_why(
    hub: Hub, catalogue: HubCatalogue, status: int, headers: dict[str, str], error: type[BatonError], words: str
) -> None:
    hub.status, hub.headers = status, headers
    with pytest.raises(error, match=words):
        search(catalogue, "x")


_PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_JSON = st.recursive(
    _PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=5)
)
_KEYS = st.sampled_from(
    ["id", "modelId", "downloads", "likes", "lastModified", "gated", "tags", "gguf", "siblings", "sha"]
)
_MODELS = st.lists(st.dictionaries(_KEYS, _JSON, max_size=8), max_size=4)
_FILES = st.dictionaries(st.sampled_from(["rfilename", "size", "lfs", "blobId"]), _JSON, max_size=4)


@settings(max_examples=60, deadline=None)
@given(found=_MODELS | _JSON, described=st.dictionaries(_KEYS, _JSON | st.lists(_FILES, max_size=3), max_size=6))
def test_whatever_a_hub_answers_is_a_list_or_a_clear_message(found: object, described: object) -> None:
    hub = _hub_of_fuzz()
    hub.answer = lambda handler: _send(handler, described if "/owner/repo" in handler.path else found)
    catalogue = HubCatalogue(HubConnection(hub.url), PROBE)
    for ask in (lambda: search(catalogue, "x"), lambda: catalogue.measured("owner/repo", Settings(), never)):
        with contextlib.suppress(BatonError):
            assert isinstance(ask(), HubPage | HubRepository)


_FUZZ: list[Hub] = []


def _hub_of_fuzz() -> Hub:
    return _FUZZ[0]


@pytest.fixture(autouse=True, scope="module")
def fuzz_server() -> object:
    with serving(Hub()) as hub:
        _FUZZ.append(hub)
        yield
        _FUZZ.clear()


def _send(handler: Handler, value: object) -> bool:
    handler.send(200, json.dumps(value).encode(), {"Content-Type": "application/json"})
    return True


def test_repository_lists_its_models_with_what_fits_and_marks_the_best(
    hub: Hub, catalogue: HubCatalogue, tmp_path: Path
) -> None:
    data = write_tiny_gguf(tmp_path / "m.gguf").read_bytes()
    for name in ("m-Q2_K.gguf", "m-Q4_K_M.gguf", "m-lora-f16.gguf", "mmproj-m.gguf", "README.md"):
        hub.files[name] = data
    for number in (1, 2):
        hub.files[f"m-F16-0000{number}-of-00002.gguf"] = data
        hub.sizes[f"m-F16-0000{number}-of-00002.gguf"] = 10**15
    found = catalogue.repository("owner/repo", Settings(), never)
    assert (found.licence, found.is_gated, found.is_measured) == ("apache-2.0", False, False)
    assert [(v.file_name, v.parts, v.quantisation, v.kind, v.is_best) for v in found.variants] == [
        ("m-Q2_K.gguf", 1, "Q2_K", "model", False),
        ("m-Q4_K_M.gguf", 1, "Q4_K_M", "model", True),
        ("m-F16-00001-of-00002.gguf", 2, "F16", "model", False),
        ("m-lora-f16.gguf", 1, "F16", "adapter", False),
    ]
    assert [v.fit for v in found.variants[:3]] == [Fit.FITS, Fit.FITS, Fit.TOO_BIG]
    assert found.variants[2].size_bytes == 2 * 10**15
    hub.files.clear()
    with pytest.raises(NotFoundError, match="no GGUF"):
        catalogue.repository("owner/repo", Settings(), never)
    for name in ("", "a", "a/b/c", "../x", "a/..", "./b", "a b/c"):
        with pytest.raises(UsageError):
            catalogue.repository(name, Settings(), never)


def test_fits_are_worked_out_from_a_files_own_header_without_downloading_it(
    hub: Hub, catalogue: HubCatalogue, tmp_path: Path
) -> None:
    data = write_tiny_gguf(tmp_path / "m.gguf", layers=3, context=2048).read_bytes() + bytes(60_000_000)
    hub.files["m-Q4_K_M.gguf"] = data
    hub.files["m-Q8_0.gguf"] = data
    hub.sizes["m-Q8_0.gguf"] = 10**15
    found = catalogue.measured("owner/repo", Settings(), never)
    assert found.is_measured
    assert found.context_tokens == 2048
    assert [(v.fit, v.layers_total) for v in found.variants] == [(Fit.FITS, 3), (Fit.TOO_BIG, 3)]
    assert len(hub.ranges) == 1
    assert hub.sent < 40_000_000, "more than the beginning was fetched"


def test_estimate_stands_where_a_header_cannot_be_read_or_belongs_to_one_model_of_several(
    hub: Hub, catalogue: HubCatalogue, tmp_path: Path
) -> None:
    hub.files["m-Q4_K_M.gguf"] = b"this is no model" * 200_000
    assert not catalogue.measured("owner/repo", Settings(), never).is_measured
    hub.files["other-Q4_K_M.gguf"] = write_tiny_gguf(tmp_path / "m.gguf").read_bytes()
    found = catalogue.measured("owner/repo", Settings(), never)
    assert not found.is_measured
    assert not any(variant.is_best for variant in found.variants)


def gpu(free: int) -> Device:
    return Device(name="CUDA0", title="A card", kind="gpu", free_bytes=free, total_bytes=free)


def variants(sizes: dict[str, int], *, free: int, gpus: Sequence[int] = ()) -> Sequence[HubVariant]:
    models = grouped([HubFile(name=f"m-{name}.gguf", size_bytes=size) for name, size in sizes.items()])
    machine = Machine(free_memory_bytes=free, threads=4, devices=[gpu(size) for size in gpus])
    contents = Contents(repository="o/r", revision="main", models=models)
    return judged(contents, Settings(), machine, None).variants


def test_estimate_knows_three_answers() -> None:
    sizes = {"Q4_K_M": 5 * GIB, "Q8_0": 9 * GIB, "F16": 40 * GIB}
    alone = variants(sizes, free=16 * GIB)
    assert [v.fit for v in alone] == [Fit.FITS, Fit.FITS, Fit.TOO_BIG]
    with_gpu = variants(sizes, free=16 * GIB, gpus=[8 * GIB])
    assert [v.fit for v in with_gpu] == [Fit.FITS, Fit.PARTLY, Fit.TOO_BIG]
    assert [v.is_best for v in with_gpu] == [True, False, False]
    small = variants(sizes, free=2 * GIB)
    assert {v.fit for v in small} == {Fit.TOO_BIG}
    assert not any(v.is_best for v in small)
