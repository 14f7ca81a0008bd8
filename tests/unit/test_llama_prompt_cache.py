"""Which of what was read before is used again, over a memory that holds what it is told and can be counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.llama.decoding.prompt_cache import PromptCache, shared_prefix

HELLO = list(range(1000, 1200))
OTHER = list(range(2000, 2300))


@dataclass
class ListedMemory:
    """Sequences as lists. A copy costs nothing; a saved state is as long as its tokens. ``room``: tokens in all."""

    contents: dict[int, list[int]] = field(default_factory=dict)
    whole_only: bool = False
    room: int = 10**9
    saved: int = 0

    def copy(self, source: int, target: int, count: int) -> None:
        assert not self.contents.get(target)
        assert not self.whole_only or count == len(self.contents[source])
        self.contents[target] = self.contents[source][:count]

    def trim(self, sequence: int, count: int) -> bool:
        held = self.contents.get(sequence, [])
        if self.whole_only and 0 < count < len(held):
            self.contents[sequence] = []
            return False
        self.contents[sequence] = held[:count]
        return True

    def size_bytes(self, sequence: int) -> int:
        return 4 * len(self.contents[sequence])

    def save(self, sequence: int) -> bytearray | None:
        self.saved += 1
        return bytearray(b"".join(token.to_bytes(4, "little") for token in self.contents[sequence]))

    def restore(self, sequence: int, state: bytearray) -> bool:
        assert not self.contents.get(sequence)
        tokens = [int.from_bytes(state[at : at + 4], "little") for at in range(0, len(state), 4)]
        if sum(map(len, self.contents.values())) + len(tokens) > self.room:
            return False
        self.contents[sequence] = tokens
        return True


def cache_over(memory: ListedMemory, *, sequences: int = 4, limit: int = 10**6) -> PromptCache:
    return PromptCache(memory, sequences=sequences, limit_bytes=limit, whole_only=memory.whole_only)


def read(cache: PromptCache, memory: ListedMemory, prompt: list[int], answer: list[int] | None = None) -> int:
    """A whole turn: the prompt, an answer, and the release; returns how many tokens were reused."""
    lease = cache.acquire(prompt)
    assert lease is not None
    more = prompt[lease.reused :] + (answer or [])
    cache.extend(lease.sequence, more)
    memory.contents.setdefault(lease.sequence, []).extend(more)
    cache.release(lease.sequence)
    return lease.reused


def test_next_turn_goes_on_where_the_last_one_ended() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    assert read(cache, memory, HELLO, [1, 2, 3]) == 0
    assert read(cache, memory, [*HELLO, 1, 2, 3, 4, 5]) == len(HELLO) + 3


def test_last_token_of_a_prompt_is_always_read() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    read(cache, memory, HELLO)
    assert read(cache, memory, HELLO) == len(HELLO) - 1


def test_branch_and_title_leave_the_chat_whole() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    chat = [*HELLO, *OTHER]
    read(cache, memory, chat)
    assert read(cache, memory, [*chat[:250], 7, 8, 9]) == 250
    assert read(cache, memory, [*chat, 10]) == len(chat)


def test_prompts_with_one_beginning_share_it_while_they_are_answered() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    first = cache.acquire([*HELLO, 1])
    assert first is not None
    cache.extend(first.sequence, [*HELLO, 1])
    memory.contents.setdefault(first.sequence, []).extend([*HELLO, 1])
    second = cache.acquire([*HELLO, 2])
    assert second is not None
    assert second.sequence != first.sequence
    assert second.reused == len(HELLO)


def test_chat_that_made_room_is_brought_back_from_main_memory() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, sequences=1)
    read(cache, memory, HELLO)
    assert read(cache, memory, OTHER) == 0
    assert read(cache, memory, [*HELLO, 1]) == len(HELLO)
    assert read(cache, memory, [*OTHER, 1]) == len(OTHER)


def test_without_main_memory_a_chat_is_read_again() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, sequences=1, limit=0)
    read(cache, memory, HELLO)
    read(cache, memory, OTHER)
    assert read(cache, memory, [*HELLO, 1]) == 0
    assert memory.saved == 0


def test_states_put_aside_keep_to_their_limit_and_the_oldest_goes() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, sequences=1, limit=4 * 700)
    chats = [list(range(start, start + 300)) for start in (10_000, 20_000, 30_000, 40_000)]
    for chat in chats:
        read(cache, memory, chat)
        assert cache.aside_bytes <= 4 * 700
    assert read(cache, memory, [*chats[1], 1]) == 300
    assert read(cache, memory, [*chats[0], 1]) == 0


def test_idle_chats_do_not_stay_in_the_context_beside_another() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    read(cache, memory, HELLO)
    cache.acquire(OTHER)
    assert sum(map(len, memory.contents.values())) == 0
    assert cache.aside_bytes == 4 * len(HELLO)


def test_idle_chats_that_cannot_be_put_aside_stay() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, limit=0)
    read(cache, memory, HELLO)
    read(cache, memory, OTHER)
    assert read(cache, memory, [*HELLO, 1]) == len(HELLO)


def test_branch_of_a_chat_put_aside_leaves_the_rest_of_it_there() -> None:
    memory = ListedMemory()
    cache = cache_over(memory)
    chat = list(range(5000))
    read(cache, memory, chat)
    read(cache, memory, OTHER)
    assert read(cache, memory, [*chat[:1000], 7, 8]) == 1000
    read(cache, memory, OTHER)
    assert read(cache, memory, [*chat, 1]) == len(chat)


def test_chat_that_cannot_be_brought_back_is_read_again_and_kept_aside() -> None:
    memory = ListedMemory(room=450)
    cache = cache_over(memory)
    read(cache, memory, OTHER)
    short = OTHER[:100]
    held = cache.acquire(HELLO)
    assert held is not None
    cache.extend(held.sequence, HELLO)
    memory.contents[held.sequence] = list(HELLO)
    read(cache, memory, [*short, 5])
    lease = cache.acquire([*OTHER, 9])
    assert lease is not None
    assert memory.contents.get(lease.sequence, []) == OTHER[: lease.reused]
    assert cache.aside_bytes > 0


def test_nothing_is_given_while_all_sequences_are_in_use() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, sequences=2)
    leases = [cache.acquire(HELLO), cache.acquire(OTHER)]
    assert cache.acquire([1, 2, 3]) is None
    assert leases[0] is not None
    cache.release(leases[0].sequence)
    assert cache.acquire([1, 2, 3]) is not None


def test_recurrent_state_is_used_whole_or_not_at_all() -> None:
    memory = ListedMemory(whole_only=True)
    cache = cache_over(memory)
    read(cache, memory, HELLO, [1, 2])
    assert read(cache, memory, [*HELLO, 1, 2, 3]) == len(HELLO) + 2
    assert read(cache, memory, [*HELLO[:100], 5, 6]) == 0


def test_making_room_takes_the_longest_idle_first_and_ends() -> None:
    memory = ListedMemory()
    cache = cache_over(memory, limit=0)
    for chat in (HELLO, OTHER):
        read(cache, memory, chat)
    assert cache.make_room()
    assert [held for held in memory.contents.values() if held] == [OTHER]
    assert cache.make_room()
    assert not cache.make_room()


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 400), st.lists(st.integers(0, 3), max_size=80)),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 4),
    st.sampled_from([0, 600, 10**6]),
    st.booleans(),
    st.sampled_from([100, 500, 10**9]),
)
def test_what_is_reused_is_always_what_the_prompt_begins_with(
    turns: list[tuple[int, int, list[int]]], sequences: int, limit: int, whole_only: bool, room: int
) -> None:
    memory = ListedMemory(whole_only=whole_only, room=room)
    cache = cache_over(memory, sequences=sequences, limit=limit)
    texts = [[base * 1000 + number for number in range(400)] for base in range(4)]
    for which, length, tail in turns:
        prompt = [*texts[which][:length], *tail, 9]
        lease = cache.acquire(prompt)
        assert lease is not None
        assert lease.reused < len(prompt)
        assert memory.contents.get(lease.sequence, []) == prompt[: lease.reused]
        assert list(cache.tokens(lease.sequence)) == prompt[: lease.reused]
        cache.extend(lease.sequence, prompt[lease.reused :])
        memory.contents.setdefault(lease.sequence, []).extend(prompt[lease.reused :])
        cache.release(lease.sequence)
        assert cache.aside_bytes <= limit


@given(st.lists(st.integers(0, 2), max_size=1200), st.lists(st.integers(0, 2), max_size=1200))
def test_shared_prefix_is_as_long_as_the_tokens_agree(first: list[int], second: list[int]) -> None:
    length = shared_prefix(first, second)
    assert first[:length] == second[:length]
    assert length == min(len(first), len(second)) or first[length] != second[length]
