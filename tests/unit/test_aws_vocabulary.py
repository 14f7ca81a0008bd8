"""The rooms of ``app.domain.aws``, which are opened when a name of theirs is first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import app.domain.aws as vocabulary

ONE_NAME = """
import sys
from app.domain.aws import Risk
print(Risk.READ, "app.domain.aws.plans" in sys.modules)
"""


def test_every_name_of_the_vocabulary_is_found_in_its_room() -> None:
    assert sorted(vocabulary._ROOM_OF) == sorted(vocabulary.__all__)
    assert [name for name in vocabulary.__all__ if not hasattr(vocabulary, name)] == []


def test_a_name_that_no_room_has_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        vocabulary.Nothing  # noqa: B018


def test_one_name_opens_no_room_but_those_it_needs() -> None:
    done = subprocess.run([sys.executable, "-c", ONE_NAME], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["read", "False"]
