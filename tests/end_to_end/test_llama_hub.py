"""Downloads from a local server that speaks the hub's interface: resuming, stopping, damage, and every refusal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import (
    BatonError,
    DiskFullError,
    KeyProblemError,
    MalformedReplyError,
    ModelFileError,
    NotAllowedError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    StreamCutError,
    UnreachableError,
    UsageError,
)
from app.domain.hub import DownloadProgress
from app.domain.settings import Settings
from app.llama.files.model_files import GgufModelStore
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.contents import Contents, HubFile, choose, grouped, quantisation_of
from app.llama.hub.download import HubDownloader
from app.llama.probe import MachineProbe
from tests import gguf_files
from tests.hub_server import Handler, Hub, serving
from tests.llama_fixtures import WORKER_COMMAND


@pytest.fixture(autouse=True)
def no_token_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be signed in to the hub."""
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "no-token"))
    monkeypatch.delenv("HUGGING_FACE_HUB_TOKEN", raising=False)


class Waits:
    """A wait that takes no time and remembers how long it was to be."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


PROBE = MachineProbe(WORKER_COMMAND)


def store_at(folder: Path, url: str, waits: Waits | None = None, *, token: str | None = None) -> GgufModelStore:
    return GgufModelStore(
        folder / "models",
        folder / "models.json",
        probe=PROBE,
        downloader=HubDownloader(HubConnection(url, token=lambda: token), wait=waits or Waits(), spare_bytes=0),
    )


@pytest.fixture
def store(hub: Hub, tmp_path: Path) -> GgufModelStore:
    return store_at(tmp_path, hub.url)


class Told:
    """What a download told of itself."""

    def __init__(self) -> None:
        self.steps: list[DownloadProgress] = []

    def __call__(self, progress: DownloadProgress) -> None:
        self.steps.append(progress)

    @property
    def notes(self) -> str:
        return " ".join(step.note for step in self.steps)


def pull(store: GgufModelStore, told: Told | None = None, file_name: str | None = None) -> Path:
    told = told or Told()
    return Path(store.pull("owner/repo", file_name, Settings(), told, never).path)


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="session")
def model_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return gguf_files.write_tiny_gguf(tmp_path_factory.mktemp("made") / "made.gguf").read_bytes()


def test_download_is_listed_and_tells_its_progress(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["tiny-Q4_K_M.gguf"] = model_bytes
    told = Told()
    model = store.pull("owner/repo", None, Settings(), told, never)
    assert (model.name, model.source, model.is_downloaded) == ("tiny-Q4_K_M", "owner/repo", True)
    assert Path(model.path).read_bytes() == model_bytes
    assert (told.steps[-1].done_bytes, told.steps[-1].total_bytes) == (len(model_bytes), len(model_bytes))
    assert told.steps[-1].file_name == "tiny-Q4_K_M.gguf"
    assert [step.done_bytes for step in told.steps] == sorted(step.done_bytes for step in told.steps)
    assert store.models() == (model,)
    assert store.unfinished() == ()
    store.remove(model.name)
    assert left_behind(tmp_path / "models") == []


def test_connections_that_break_again_and_again_are_taken_up_where_they_broke(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [100_000, 1, 200_000, 7]
    assert pull(store).read_bytes() == model_bytes
    assert hub.ranges == [None, "bytes=100000-", "bytes=100001-", "bytes=300001-", "bytes=300008-"]


@settings(max_examples=12, deadline=None)
@given(cuts=st.lists(st.integers(1, 40_000), max_size=5), first=st.integers(0, 60_000))
def test_wherever_connections_break_the_file_is_whole(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], first: int
) -> None:
    data = bytes(range(256)) * 250
    folder = tmp_path_factory.mktemp("cut")
    with serving(Hub(files={"m.gguf": data}, cuts=[first, *cuts])) as hub:
        downloader = HubDownloader(HubConnection(hub.url), wait=Waits(), spare_bytes=0)
        path = downloader.download("owner/repo", everything, folder, Told(), never)
    assert path.read_bytes() == data
    assert left_behind(folder) == ["m.gguf"]


def everything(contents: Contents) -> Sequence[HubFile]:
    return next(iter(contents.models.values()))


def never() -> bool:
    return False


def test_a_connection_that_brings_nothing_is_given_up_after_longer_and_longer_waits_and_what_came_is_kept(
    hub: Hub, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [50_000, *[0] * 20]
    waits, told = Waits(), Told()
    store = store_at(tmp_path, hub.url, waits)
    with pytest.raises(UnreachableError, match="broke"):
        pull(store, told)
    assert waits.seconds == [1, 2, 4, 8, 16]
    assert "goes on in 16 s" in told.notes
    [left] = store.unfinished()
    assert (left.repository, left.file_name) == ("owner/repo", "tiny.gguf")
    assert (left.done_bytes, left.total_bytes) == (50_000, len(model_bytes))
    hub.cuts = []
    assert pull(store).read_bytes() == model_bytes
    assert hub.ranges[-1] == "bytes=50000-"


def test_stopped_download_goes_on_where_it_stopped(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    data = hub.files["tiny.gguf"] = model_bytes + b"\0" * 2_000_000
    hub.stall_after = 1_000_000
    stop = threading.Event()

    def stop_once_it_stalls() -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and sum(left.done_bytes for left in store.unfinished()) < 1_000_000:
            pass
        stop.set()

    threading.Thread(target=stop_once_it_stalls).start()
    with pytest.raises(NotAllowedError, match="stopped"):  # though the hub sends nothing just now
        store.pull("owner/repo", None, Settings(), Told(), stop.is_set)
    assert store.models() == ()
    [left] = store.unfinished()
    assert left.done_bytes == 1_000_000
    hub.go_on.set()
    assert pull(store).read_bytes() == data
    assert hub.ranges[-1] == "bytes=1000000-"
    assert left_behind(tmp_path / "models") == ["tiny.gguf"]


KILLED = """
import sys
from pathlib import Path
from app.domain.settings import Settings
from tests.end_to_end.test_llama_hub import Told, store_at
store = store_at(Path(sys.argv[1]), sys.argv[2])
print("begun", flush=True)
store.pull("owner/repo", None, Settings(), Told(), lambda: False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_download_of_a_baton_that_was_killed_goes_on_and_its_lock_is_free(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    data = hub.files["tiny.gguf"] = model_bytes + b"\0" * 3_000_000
    hub.stall_after = 2_500_000
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), hub.url], stdout=subprocess.PIPE)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"begun\n"
        assert hub.stalled.wait(30)
        deadline = time.monotonic() + 30
        while sum(left.done_bytes for left in store.unfinished()) < 2_500_000:
            assert time.monotonic() < deadline
        with pytest.raises(NotAllowedError, match="being downloaded already"):
            pull(store)
        with pytest.raises(NotAllowedError, match="is being downloaded"):
            store.discard("owner/repo", "tiny.gguf")
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    hub.go_on.set()
    assert store.models() == ()
    assert pull(store).read_bytes() == data
    assert hub.ranges[-1] == "bytes=2500000-"


def test_server_that_does_not_resume_sends_the_whole_again(hub: Hub, store: GgufModelStore, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [100_000]
    hub.resumes = False
    told = Told()
    assert pull(store, told).read_bytes() == model_bytes
    assert "begins anew" in told.notes


def test_download_that_is_there_is_checked_and_not_fetched_again(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    assert pull(store) == pull(store)
    assert len(hub.ranges) == 1


def test_file_that_changed_on_the_hub_is_downloaded_anew_and_that_is_said(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    changed = bytearray(model_bytes)
    changed[-1] ^= 1
    hub.files["tiny.gguf"] = bytes(changed)
    hub.cuts = [60_000, *[0] * 6]
    with pytest.raises(UnreachableError):
        pull(store)
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = []
    told = Told()
    assert pull(store, told).read_bytes() == model_bytes
    assert "changed on the hub meanwhile" in told.notes
    assert hub.ranges[-1] is None
    assert left_behind(tmp_path / "models") == ["tiny.gguf"]
    hub.files["tiny.gguf"] = bytes(changed)  # as long as before
    told = Told()
    assert pull(store, told).read_bytes() == bytes(changed)
    assert "has changed on the hub" in told.notes


def test_altered_bytes_are_noticed_and_not_kept(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.sums["tiny.gguf"] = "0" * 64
    with pytest.raises(StreamCutError, match=r"damaged.*the damaged part was deleted"):
        pull(store)
    assert [name for name in left_behind(tmp_path / "models") if not name.endswith(".json")] == []
    hub.sums.clear()
    assert pull(store).read_bytes() == model_bytes


def test_file_that_is_no_model_is_refused_and_not_kept(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    hub.files["bad.gguf"] = b"this is no model" * 1000
    with pytest.raises(ModelFileError, match="no GGUF"):
        pull(store)
    assert left_behind(tmp_path / "models") == []


def test_all_parts_of_a_split_model_are_fetched_and_no_half_of_it_is_ever_listed(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    for number in (1, 2):
        hub.files[f"Q4_K_M/big-Q4_K_M-0000{number}-of-00002.gguf"] = model_bytes
    hub.cuts = [len(model_bytes), 1000, *[0] * 6]  # the first part, and the beginning of the second
    with pytest.raises(UnreachableError):
        pull(store)
    assert store.models() == ()
    [left] = store.unfinished()
    assert (left.done_bytes, left.total_bytes) == (len(model_bytes) + 1000, 2 * len(model_bytes))
    hub.cuts = []
    path = HubDownloader(HubConnection(hub.url), spare_bytes=0).download(
        "owner/repo", everything, store._models_dir / "owner--repo", Told(), never
    )
    assert left_behind(path.parent) == ["big-Q4_K_M-00001-of-00002.gguf", "big-Q4_K_M-00002-of-00002.gguf"]


def test_unfinished_download_is_discarded_with_all_it_brought(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [1000, *[0] * 6]
    with pytest.raises(UnreachableError):
        pull(store)
    assert left_behind(tmp_path / "models") != []
    store.discard("owner/repo", "tiny.gguf")
    assert left_behind(tmp_path / "models") == []
    with pytest.raises(NotFoundError):
        store.discard("owner/repo", "tiny.gguf")


def test_files_of_one_name_in_two_folders_are_two_models(hub: Hub, store: GgufModelStore, model_bytes: bytes) -> None:
    hub.files["small/model-Q4_0.gguf"] = model_bytes
    hub.files["large/model-Q4_0.gguf"] = model_bytes + b"\0" * 32
    small, large = pull(store, file_name="small/model-Q4_0.gguf"), pull(store, file_name="large/model-Q4_0.gguf")
    assert small.stat().st_size < large.stat().st_size
    assert len(store.models()) == 2


def test_name_that_climbs_out_of_the_folder_stays_inside(
    hub: Hub, store: GgufModelStore, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["../../evil.gguf"] = model_bytes
    with pytest.raises(BatonError):  # the address is normalised on the way, so the file is not found
        pull(store)
    assert not list(tmp_path.glob("**/evil.gguf"))


@pytest.mark.parametrize(
    ("status", "code", "error", "words"),
    [
        (404, "RepoNotFound", NotFoundError, "no public repository 'owner/repo'"),
        (401, "", NotFoundError, "no public repository 'owner/repo'"),
        (401, "GatedRepo", KeyProblemError, "baton keys set huggingface"),
        (403, "GatedRepo", KeyProblemError, "Accept the terms at http://127.0.0.1"),
        (400, "", ProviderFaultError, "status 400"),
        (500, "", ProviderFaultError, "status 500"),
    ],
)
def test_refusals_of_the_hub_say_what_to_do(
    hub: Hub, store: GgufModelStore, status: int, code: str, error: type[BatonError], words: str
) -> None:
    hub.status, hub.error_code = status, code
    with pytest.raises(error, match=words) as caught:
        pull(store)
    assert caught.value.remedy


def test_gated_file_of_a_listed_repository_names_the_remedy(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.answer = only_files(lambda handler: handler.send(403, b"{}", {"X-Error-Code": "GatedRepo"}))
    with pytest.raises(KeyProblemError, match="baton keys set huggingface") as caught:
        pull(store)
    assert caught.value.provider == "huggingface"


def test_token_that_the_hub_refuses_is_named_as_such(hub: Hub, tmp_path: Path) -> None:
    hub.status = 401
    with pytest.raises(KeyProblemError, match="does not take the token"):
        pull(store_at(tmp_path, hub.url, token="hf_wrong"))


def only_files(send: Callable[[Handler], None], *, times: int = 1_000_000) -> Callable[[Handler], bool]:
    """An answer to requests for files, for so many times; everything else goes its usual way."""
    left = [times]

    def answer(handler: Handler) -> bool:
        if "/resolve/" not in handler.path or left[0] == 0:
            return False
        left[0] -= 1
        send(handler)
        return True

    return answer


def test_hub_that_asks_to_wait_is_obeyed_and_a_long_wait_is_left_to_the_person(
    hub: Hub, tmp_path: Path, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    waits, told = Waits(), Told()
    hub.answer = only_files(lambda handler: handler.send(429, b"{}", {"Retry-After": "7"}), times=2)
    assert pull(store_at(tmp_path, hub.url, waits), told).read_bytes() == model_bytes
    assert waits.seconds == [7, 7]
    assert "The hub asks to wait" in told.notes
    hub.status, hub.headers = 429, {"Retry-After": "900"}
    with pytest.raises(RateLimitedError, match="15 min"):
        pull(store_at(tmp_path, hub.url, waits))


def test_overloaded_hub_is_asked_again(hub: Hub, tmp_path: Path, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes
    waits = Waits()
    hub.answer = only_files(lambda handler: handler.send(503, b"busy", {}), times=3)
    assert pull(store_at(tmp_path, hub.url, waits)).read_bytes() == model_bytes
    assert waits.seconds == [1, 2, 4]


PAGE = b"<html><body>Please sign in to the hotel's network</body></html>"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {"Content-Type": "text/html; charset=utf-8"}),
        (b"", {}),
        (b"[1, 2", {}),
        (b"[]", {}),
        (b'{"siblings": {"a": 1}}', {}),
        (b"null", {}),
        (b'"' + b"x" * 1000, {}),
        (b"[" * 100_000, {}),
        (b"\xff\xfe\x00", {}),
    ],
)
def test_hub_that_answers_something_else_is_a_clear_message(
    hub: Hub, store: GgufModelStore, body: bytes, headers: dict[str, str]
) -> None:
    def answer(handler: Handler) -> bool:
        handler.send(200, body, headers)
        return True

    hub.answer = answer
    with pytest.raises(MalformedReplyError, match=r"The model hub sent no list of .*HF_ENDPOINT"):
        pull(store)


def test_page_instead_of_the_file_is_refused_and_what_came_before_is_kept(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [90_000, *[0] * 6]
    with pytest.raises(UnreachableError):
        pull(store)
    hub.cuts = []
    hub.answer = only_files(lambda handler: handler.send(200, PAGE, {"Content-Type": "text/html"}))
    with pytest.raises(MalformedReplyError, match="text/html"):
        pull(store)
    hub.answer = None
    assert pull(store).read_bytes() == model_bytes
    assert hub.ranges[-1] == "bytes=90000-"


def test_redirections_without_end_are_given_up(hub: Hub, store: GgufModelStore, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.answer = only_files(lambda handler: handler.send(302, b"", {"Location": handler.path}))
    with pytest.raises(MalformedReplyError, match="redirection after another"):
        pull(store)
    hub.answer = only_files(lambda handler: handler.send(302, b"", {"Location": "file:///etc/passwd"}))
    with pytest.raises(MalformedReplyError, match="what is no address"):
        pull(store)


@pytest.mark.parametrize(
    ("content_range", "words"),
    [
        ("bytes 5-99/100", "another size"),
        ("bytes 77-{last}/{size}", "another piece"),
        ("rubbish", "without saying which"),
        ("", "without saying which"),
    ],
)
def test_wrong_piece_of_the_file_is_refused(
    hub: Hub, store: GgufModelStore, model_bytes: bytes, content_range: str, words: str
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    size = len(model_bytes)
    header = content_range.format(last=size - 1, size=size)
    hub.cuts = [80_000]

    def send(handler: Handler) -> None:
        if handler.headers["Range"] is None:
            handler.send_file(model_bytes)
        else:
            handler.send(206, model_bytes[:50], {"Content-Range": header})

    hub.answer = only_files(send)
    with pytest.raises(MalformedReplyError, match=words):
        pull(store)
    hub.answer = None
    assert pull(store).read_bytes() == model_bytes


def test_hub_that_knows_less_of_the_file_than_is_here_makes_it_begin_anew(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    hub.cuts = [80_000]

    def send(handler: Handler) -> None:
        if handler.headers["Range"] is None:
            handler.send_file(model_bytes)
        else:
            handler.send(416, b"", {"Content-Range": "bytes */10"})

    hub.answer = only_files(send)
    assert pull(store).read_bytes() == model_bytes


def test_more_bytes_than_the_file_has_are_refused(hub: Hub, store: GgufModelStore, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes

    def send(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(model_bytes + b"more" * 1000)
        handler.close_connection = True

    hub.answer = only_files(send)
    with pytest.raises(MalformedReplyError, match="more than the file"):
        pull(store)


def test_unreachable_hub_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"):
        pull(store_at(tmp_path, "http://127.0.0.1:9"))


@pytest.mark.parametrize("address", ["ftp://x", "hub", "http://", "http://user:secret@host", "http://[::1"])
def test_address_that_is_none_is_a_message_without_a_password(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="HF_ENDPOINT"):
        pull(store_at(tmp_path, address))


def test_offline_switch_of_the_library_holds(hub: Hub, store: GgufModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(UnreachableError, match="HF_HUB_OFFLINE"):
        pull(store)
    assert hub.paths == []


def test_full_disk_is_noticed_before_the_download(hub: Hub, store: GgufModelStore) -> None:
    hub.files["huge.gguf"] = b"x"
    hub.sizes["huge.gguf"] = 10**17
    with pytest.raises(DiskFullError, match="free on the disk"):
        pull(store)
    assert hub.ranges == []


FILLS = """
import resource, sys
from pathlib import Path
from app.domain.errors import DiskFullError
from app.domain.settings import Settings
from tests.end_to_end.test_llama_hub import Told, store_at
store = store_at(Path(sys.argv[1]), sys.argv[2])
ballast = Path(sys.argv[1]) / "ballast"
if sys.argv[3] == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))

def progress(step):
    if sys.argv[3] == "mount" and not ballast.exists():
        with ballast.open("wb") as file:  # another program fills the disk meanwhile
            try:
                for _ in range(400):
                    file.write(bytes(10_000))
                    file.flush()
            except OSError:
                pass

try:
    store.pull("owner/repo", None, Settings(), progress, lambda: False)
except DiskFullError as error:
    assert "kept" in error.message and "Free some space" in error.remedy, error
else:
    raise AssertionError("the disk never was full")
[left] = store.unfinished()
print("full at", left.done_bytes)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
ballast.unlink(missing_ok=True)
model = store.pull("owner/repo", None, Settings(), Told(), lambda: False)
print("whole", Path(model.path).stat().st_size)
"""


@pytest.fixture(params=["limit", "mount"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder on a disk of six megabytes where the test may mount one, else a limit on the size of files."""
    folder = tmp_path / "small"
    folder.mkdir()
    if request.param == "mount" and sys.platform == "linux" and os.geteuid() == 0:
        mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            yield folder, "mount"
            subprocess.run(["umount", str(folder)], check=True)
            return
    yield folder, "limit"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither of the two ways to a small disk")
def test_disk_that_fills_up_in_the_middle_keeps_what_came_and_the_download_goes_on(
    hub: Hub, small_disk: tuple[Path, str], model_bytes: bytes
) -> None:
    folder, kind = small_disk
    data = hub.files["tiny.gguf"] = model_bytes + b"\0" * 2_000_000
    command = [sys.executable, "-W", "error", "-c", FILLS, str(folder), hub.url, kind]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    full, whole = done.stdout.splitlines()
    kept = int(full.rpartition(" ")[2])
    assert 0 < kept < len(data)
    assert whole == f"whole {len(data)}"
    assert hub.ranges[-1] == f"bytes={kept}-"


def test_token_is_sent_to_the_hub_and_never_to_where_it_redirects(hub: Hub, tmp_path: Path, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes
    with serving(Hub(files={"tiny.gguf": model_bytes}, cuts=[50_000])) as network:
        hub.elsewhere = network.url
        told = Told()
        assert pull(store_at(tmp_path, hub.url, token="hf_secret"), told).read_bytes() == model_bytes
        assert network.ranges == [None, "bytes=50000-"]
        assert set(network.authorisations) == {None}
    assert set(hub.authorisations) == {"Bearer hf_secret"}
    assert "hf_secret" not in "".join(path.read_text(errors="replace") for path in tmp_path.rglob("*.json"))
    assert "hf_secret" not in str(told.steps)


def test_token_of_the_environment_serves_where_none_is_kept(
    hub: Hub, store: GgufModelStore, model_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.files["tiny.gguf"] = model_bytes
    monkeypatch.setenv("HF_TOKEN", "hf_of_the_environment")
    pull(store)
    assert set(hub.authorisations) == {"Bearer hf_of_the_environment"}


def test_no_token_is_sent_where_there_is_none(hub: Hub, store: GgufModelStore, model_bytes: bytes) -> None:
    hub.files["tiny.gguf"] = model_bytes
    pull(store)
    assert set(hub.authorisations) == {None}


def test_token_does_not_travel_unencrypted_beyond_the_local_network() -> None:
    assert HubConnection("http://hub.example.org", token=lambda: "hf_secret")._sent_token() is None
    assert HubConnection("https://hub.example.org", token=lambda: "hf_secret")._sent_token() == "hf_secret"


def contents_of(names: Sequence[str]) -> Contents:
    models = grouped([HubFile(name=name, size_bytes=1) for name in names])
    return Contents(repository="o/r", revision="main", models=models)


def chosen(names: Sequence[str], wanted: str | None = None, best: str | None = None) -> list[str]:
    return [file.name for file in choose(contents_of(names), wanted, best)]


def test_file_can_be_named_by_its_name_any_part_or_its_quantisation() -> None:
    names = ["m-Q2_K.gguf", "m-Q4_K_M.gguf", "sub/m-Q8_0.gguf"]
    assert chosen(names, "m-Q2_K.gguf") == ["m-Q2_K.gguf"]
    assert chosen(names, "m-Q8_0.gguf") == ["sub/m-Q8_0.gguf"]
    assert chosen(names, "q4_k_m") == ["m-Q4_K_M.gguf"]
    split = ["m-Q4_0-00001-of-00002.gguf", "m-Q4_0-00002-of-00002.gguf", "m-Q2_K.gguf"]
    assert chosen(split, "m-Q4_0-00002-of-00002.gguf") == split[:2]
    assert chosen(split, "m-Q4_0.gguf") == split[:2]
    with pytest.raises(NotFoundError, match=r"m-Q2_K\.gguf, m-Q4_K_M\.gguf"):
        chosen(names, "other.gguf")


def test_without_a_wish_the_best_or_the_only_one_is_taken_and_else_the_choices_are_listed() -> None:
    assert chosen(["only-this.gguf", "mmproj.gguf", "imatrix.gguf", "README.md"]) == ["only-this.gguf"]
    assert chosen(["a.gguf", "b.gguf"], best="b.gguf") == ["b.gguf"]
    with pytest.raises(UsageError, match=r"--file: a-Q4_K_M\.gguf, b-Q4_K_M\.gguf"):
        chosen(["a-Q4_K_M.gguf", "b-Q4_K_M.gguf"])
    with pytest.raises(NotFoundError, match="no GGUF"):
        chosen(["model.safetensors"])
    with pytest.raises(NotFoundError, match="no GGUF"):
        chosen(["m-00001-of-00003.gguf", "m-00003-of-00003.gguf"])  # a part is missing


@pytest.mark.parametrize(
    ("name", "quantisation"),
    [
        ("Qwen3-8B-Q4_K_M.gguf", "Q4_K_M"),
        ("qwen2.5-7b-instruct-q5_k_m-00001-of-00002.gguf", "Q5_K_M"),
        ("UD-Q4_K_XL/Big-UD-Q4_K_XL-00001-of-00003.gguf", "Q4_K_XL"),
        ("gemma-2-9b-it-IQ4_XS.gguf", "IQ4_XS"),
        ("gpt-oss-20b-mxfp4.gguf", "MXFP4"),
        ("model.fp16.gguf", "F16"),
        ("Llama-3.2-1B-BF16.gguf", "BF16"),
        ("Q8_0/model.gguf", "Q8_0"),
        ("model.gguf", ""),
        ("qwq-32b.gguf", ""),
    ],
)
def test_quantisation_is_read_from_the_name(name: str, quantisation: str) -> None:
    assert quantisation_of(name) == quantisation


def test_pull_without_a_wish_takes_what_is_liked_most_among_what_fits(
    hub: Hub, store: GgufModelStore, model_bytes: bytes
) -> None:
    for quantisation in ("Q2_K", "Q4_K_M", "Q8_0"):
        hub.files[f"m-{quantisation}.gguf"] = model_bytes
    assert pull(store).name == "m-Q4_K_M.gguf"
    hub.sizes["m-Q4_K_M.gguf"] = 10**16
    assert pull(store).name == "m-Q8_0.gguf"
