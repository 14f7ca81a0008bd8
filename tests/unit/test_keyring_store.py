"""Keys in a keyring that works, one that is refused, one that is locked, silent or gone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from app.domain.errors import NotFoundError, StorageError
from app.system.keyring import SERVICE, KeyringSecretStore, MemorySecretStore


class Working(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]  # a constant is what the library documents

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("no such password")


class Locked(Working):
    """A keyring whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.KeyringLocked("Failed to unlock the collection!")


class Broken(Working):
    """A keyring whose bus is gone."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionRefusedError("no bus: sk-secret")

    set_password = get_password  # type: ignore[assignment]


class Silent(Working):
    """A keyring that never answers."""

    released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(30)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.released.wait(30)


@pytest.fixture(autouse=True)
def released() -> Iterator[None]:
    Silent.released.clear()
    yield
    Silent.released.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(5)


def store(backend: Callable[[], KeyringBackend], patience_s: float = 5.0) -> KeyringSecretStore:
    return KeyringSecretStore(backend=backend, patience_s=patience_s, unlock_patience_s=patience_s)


def test_a_key_is_kept_under_batons_name_read_again_and_removed() -> None:
    backend = Working()
    first, second = store(lambda: backend), store(lambda: backend)
    first.set("anthropic", "sk-1")
    assert backend.kept == {(SERVICE, "anthropic"): "sk-1"}
    assert second.get("anthropic") == "sk-1"
    second.remove("anthropic")
    assert first.get("anthropic") is None
    assert first.problem is None
    with pytest.raises(NotFoundError, match="anthropic"):
        first.remove("anthropic")


def plain_text() -> KeyringBackend:
    kind = type("PlaintextKeyring", (Working,), {"__module__": "keyrings.alt.file"})
    made = kind()
    assert isinstance(made, KeyringBackend)
    return made


def chain(*members: KeyringBackend) -> Callable[[], KeyringBackend]:
    class Chain(ChainerBackend):
        backends = members  # type: ignore[assignment]  # the library computes it from what is installed

    Chain.__module__ = ChainerBackend.__module__
    return Chain


@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        (FailKeyring, "no system keyring"),
        (NullKeyring, "no system keyring"),
        (plain_text, "plain file"),
        (chain(), "no system keyring"),
        (chain(Working(), plain_text()), "plain file"),
    ],
)
def test_a_keyring_that_keeps_nothing_or_in_the_clear_is_refused(
    backend: Callable[[], KeyringBackend], reason: str
) -> None:
    made = backend()
    secrets = store(lambda: made)
    secrets.set("openai", "sk-1")
    assert secrets.get("openai") == "sk-1"
    assert getattr(made, "kept", {}) == {}
    assert reason in (secrets.problem or "")
    assert "this run only" in (secrets.problem or "")
    secrets.remove("openai")
    assert secrets.get("openai") is None


def test_a_chain_of_good_keyrings_is_used() -> None:
    inner = Working()
    secrets = store(chain(inner))
    secrets.set("openai", "sk-1")
    assert inner.kept == {(SERVICE, "openai"): "sk-1"}
    assert secrets.problem is None


@pytest.mark.parametrize(("backend", "word"), [(Locked, "locked"), (Broken, "cannot be used")])
def test_a_keyring_that_fails_leaves_the_key_in_memory_and_says_why(backend: type[Working], word: str) -> None:
    secrets = store(backend)
    assert secrets.get("openai") is None
    secrets.set("openai", "sk-secret")
    assert secrets.get("openai") == "sk-secret"
    assert word in (secrets.problem or "")
    assert "sk-secret" not in (secrets.problem or "")
    assert store(backend).get("openai") is None


def test_setting_a_key_in_a_locked_keyring_keeps_it_for_this_run() -> None:
    secrets = store(Locked)
    secrets.set("openai", "sk-1")
    assert secrets.get("openai") == "sk-1"
    assert secrets.problem is not None


def test_a_keyring_that_never_answers_is_not_waited_for() -> None:
    secrets = store(Silent, patience_s=0.05)
    assert secrets.get("openai") is None
    assert "does not answer" in (secrets.problem or "")
    secrets.set("openai", "sk-1")
    assert secrets.get("openai") == "sk-1"


def test_a_search_for_a_keyring_that_never_ends_or_fails_is_the_same_as_none() -> None:
    def hang() -> KeyringBackend:
        Silent.released.wait(30)
        return Working()

    def fail() -> KeyringBackend:
        raise RuntimeError("no D-Bus session")

    for find in (hang, fail):
        secrets = store(find, patience_s=0.05)
        secrets.set("openai", "sk-1")
        assert secrets.get("openai") == "sk-1"
        assert secrets.problem is not None


def test_a_key_that_the_keyring_will_not_let_go_of_is_reported() -> None:
    class Clinging(Working):
        def delete_password(self, service: str, username: str) -> None:
            raise keyring.errors.PasswordDeleteError("not now")

    secrets = store(Clinging)
    secrets.set("openai", "sk-1")
    with pytest.raises(StorageError):
        secrets.remove("openai")
    assert secrets.get("openai") == "sk-1"


def test_threads_may_use_it_at_once() -> None:
    secrets = store(Working)

    def work(name: str) -> None:
        for number in range(20):
            secrets.set(name, f"sk-{number}")
            assert secrets.get(name) == f"sk-{number}"

    threads = [threading.Thread(target=work, args=(f"p{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [secrets.get(f"p{n}") for n in range(4)] == ["sk-19"] * 4


def test_memory_keeps_nothing_on_disk(tmp_path: Path) -> None:
    secrets = MemorySecretStore(problem="Because.")
    secrets.set("a", "sk-1")
    assert (secrets.get("a"), secrets.problem) == ("sk-1", "Because.")
    secrets.remove("a")
    with pytest.raises(NotFoundError):
        secrets.remove("a")
    assert list(tmp_path.iterdir()) == []
