"""How a key is spelled for paper, and read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UsageError
from app.domain.recovery import RecoveryKey, read, recovery_text, spelled


@given(st.binary(min_size=32, max_size=32))
def test_every_key_is_read_as_it_was_spelled(raw: bytes) -> None:
    words = spelled(raw.hex())
    assert len(words) == 69
    assert not set(words) & set("ILOU"), "what is mistaken for another is not in it"
    assert read(words) == raw.hex()
    assert read(f" {words.lower().replace('-', '  ')}\n") == raw.hex()
    assert read(words.replace("0", "O").replace("1", "l")) == raw.hex()


@given(st.binary(min_size=32, max_size=32))
def test_a_key_is_found_in_the_text_it_was_saved_in(raw: bytes) -> None:
    words = spelled(raw.hex())
    text = recovery_text(RecoveryKey(name="00ff" * 4, words=words))
    assert read(text) == raw.hex()
    assert read(" ".join(text.split())) == raw.hex(), "as a field of one line takes it"
    assert read(text.replace(words, f"key: {words[:35]}\n{words[35:]}").lower()) == raw.hex()


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_is_a_slip_and_never_another_key(raw: bytes, at: int, letter: str) -> None:
    letters = spelled(raw.hex()).replace("-", "")
    if letters[at] == letter:
        return
    with pytest.raises(UsageError, match="mistyped"):
        read(letters[:at] + letter + letters[at + 1 :])


@pytest.mark.parametrize("text", ["", "ABCD", "U" * 56, "0" * 57, "\x00" * 56, "€" * 56, "-".join(["0000"] * 15)])
def test_what_is_none_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text)
    assert not text or text not in str(caught.value)


def test_no_repr_shows_the_key() -> None:
    assert "ABCD" not in repr(RecoveryKey(name="00", words="ABCD-EFGH"))
