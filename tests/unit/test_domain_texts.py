"""Text that could deceive is shown; errors say what to do; values survive their plain form."""

from __future__ import annotations

import inspect
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import errors
from app.domain.encoding import from_plain
from app.domain.errors import BatonError, KeyProblemError, RateLimitedError
from app.domain.stream import Usage
from app.domain.text import visible

TEXTS = st.text(alphabet=st.characters(codec=None))
KINDS = [kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, BatonError)]


@given(TEXTS)
def test_nothing_is_left_that_drives_a_terminal_or_hides(text: str) -> None:
    for character in visible(text):
        if character not in "\n\t ":
            assert unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs")


@given(TEXTS)
def test_what_is_visible_stays_as_it_is_however_often_it_is_shown(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible(text).count("\n") == text.count("\n")


def test_tricks_are_written_out() -> None:
    assert visible("a\u3164\u2800\u034f\u115f\ufe0fb\U000e0101") == (
        "a⟨U+3164⟩⟨U+2800⟩⟨U+034F⟩⟨U+115F⟩⟨U+FE0F⟩b⟨U+E0101⟩"
    )
    assert visible("⚠\ufe0f stays") == "⚠\ufe0f stays"
    assert visible("safe\x1b[2J\u202etxt.exe\u200b\xa0é 漢") == "safe⟨U+001B⟩[2J⟨U+202E⟩txt.exe⟨U+200B⟩⟨U+00A0⟩é 漢"


@given(st.sampled_from(KINDS))
def test_every_error_says_what_happened_then_what_to_do_and_not_its_class(kind: type[BatonError]) -> None:
    more = {"kept_at": None} if kind is errors.DamagedFileError else {}
    if kind is KeyProblemError:
        error: BatonError = KeyProblemError("It happened.", provider="openai", remedy="Do this.")
    else:
        error = kind("It happened.", remedy="Do this.", **more)
    assert str(error) == "It happened. Do this."
    assert kind.__name__ not in str(error)
    assert kind.__doc__


def test_remedies_that_follow_from_the_fault() -> None:
    assert "baton keys set openai" in str(KeyProblemError("No key.", provider="openai"))
    assert "in 12 s" in str(RateLimitedError("Too many.", retry_after_s=12.4))
    assert "in 6 min." in str(RateLimitedError("Too many.", retry_after_s=330))
    assert "in 3 hours." in str(RateLimitedError("Too many.", retry_after_s=7_201))
    assert "in 31 days." in str(RateLimitedError("Too many.", retry_after_s=2_600_000))
    assert "Wait a moment" in str(RateLimitedError("Too many."))


@pytest.mark.parametrize("number", [10**400, -(10**400)], ids=["huge", "hugely negative"])
def test_a_number_beyond_all_numbers_is_refused_as_wrong_and_not_as_a_crash(number: int) -> None:
    with pytest.raises(ValueError, match="duration_s"):
        from_plain(Usage, {"duration_s": number})


@pytest.mark.parametrize(
    "blank", ["\u3164", "\u2800", "\u115f", "\uffa0", "\u034f", "\ufe01", "\U000e0100", "\U000e0041"]
)
def test_letters_that_show_nothing_are_written_out(blank: str) -> None:
    assert visible(f"prod{blank}") == f"prod⟨U+{ord(blank):04X}⟩"


def test_an_emoji_stays_one_and_its_selector_hides_nothing_elsewhere() -> None:
    assert visible("done ❤\ufe0f") == "done ❤\ufe0f"
    assert visible("❤\ufe0f\ufe0f a\ufe0f") == "❤\ufe0f⟨U+FE0F⟩ a⟨U+FE0F⟩"
