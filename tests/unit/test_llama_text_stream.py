"""Bytes of tokens to text: no broken characters, and stop texts found across tokens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.llama.decoding.text_stream import TextStream


def run(pieces: list[bytes], stop: tuple[str, ...] = ()) -> str:
    stream = TextStream(stop)
    return "".join(stream.feed(piece) for piece in pieces) + stream.finish()


@given(text=st.text(), size=st.integers(1, 5))
def test_any_cutting_of_the_bytes_gives_the_text(text: str, size: int) -> None:
    data = text.encode("utf-8", "ignore")
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert run(pieces) == data.decode()


def test_character_in_the_making_is_never_shown_broken() -> None:
    stream = TextStream()
    shown = [stream.feed(bytes([byte])) for byte in "a🪣b".encode()]
    assert shown == ["a", "", "", "", "🪣", "b"]


def test_character_cut_off_at_the_end_is_left_out() -> None:
    assert run([b"no bucket ", "🪣".encode()[:2]]) == "no bucket "


@given(
    before=st.text("abc ", max_size=12),
    after=st.text("abcSTOP ", max_size=12),
    size=st.integers(1, 5),
)
def test_text_ends_before_the_stop_text_whatever_the_cutting(before: str, after: str, size: int) -> None:
    data = f"{before}STOP{after}".encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert run(pieces, ("STOP",)) == before


def test_earliest_of_several_stop_texts_counts() -> None:
    assert run([b"one two three"], ("three", "two")) == "one "


def test_beginning_of_a_stop_text_that_does_not_come_is_shown_at_the_end() -> None:
    stream = TextStream(("STOP",))
    assert stream.feed(b"well ST") == "well "
    assert stream.finish() == "ST"
