"""What a model is sent of a branch's files: all of it as data, and what it cannot take refused, never left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UnsupportedError
from app.domain.messages import AttachmentPart, Message, Role, TextPart
from app.domain.models import RULES_MODEL, Capabilities, ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.refusals import refuse
from app.services.attached import AttachedFiles, blobs_of, check_takes, with_files

BLIND = ModelInfo(id=ModelId("v", "m"), title="Blind", capabilities=Capabilities())
SEEING = ModelInfo(id=ModelId("v", "s"), title="Seeing", capabilities=Capabilities(images=True, documents=True))
RULES = ModelInfo(id=RULES_MODEL, title="Rules")
SHOT = AttachmentPart(name="shot.png", media_type="image/png", sha256="p", size_bytes=1)
FILES = AttachedFiles(data={"p": b"bytes"})


def asked(*parts: AttachmentPart | TextPart) -> Message:
    return Message(role=Role.USER, parts=parts)


def test_a_picture_of_the_newest_message_reaches_the_refusal_of_a_model_that_sees_none() -> None:
    messages = with_files([asked(SHOT, TextPart(text="what?"))], BLIND, FILES)
    request = ChatRequest(model="m", messages=messages, blobs=blobs_of(messages, FILES))
    with pytest.raises(UnsupportedError, match="sees no pictures"):
        refuse(BLIND, request)


def test_an_earlier_picture_is_sent_to_a_model_that_sees_and_told_of_to_one_that_does_not() -> None:
    branch = [asked(SHOT), Message(role=Role.ASSISTANT, parts=(TextPart(text="A cat."),)), asked(TextPart(text="and?"))]
    assert with_files(branch, SEEING, FILES)[0].attachments == (SHOT,)
    told = with_files(branch, BLIND, FILES)
    assert told[0].text == "[The person attached the picture 'shot.png' here. You cannot see it.]"
    assert blobs_of(told, FILES) == {}


def test_the_offline_recogniser_gets_what_was_typed_alone() -> None:
    text = AttachmentPart(name="x.txt", media_type="text/plain", sha256="t", size_bytes=1)
    files = AttachedFiles(texts={"t": "terminate everything"})
    (message,) = with_files([asked(text, SHOT, TextPart(text="list my buckets"))], RULES, files)
    assert message.parts == (TextPart(text="list my buckets"),)


@given(content=st.text(alphabet="`~\n ab", max_size=60), name=st.text(alphabet="`'\"\n.ab", max_size=12))
def test_no_text_breaks_out_of_its_fence(content: str, name: str) -> None:
    part = AttachmentPart(name=name, media_type="text/plain", sha256="t", size_bytes=1)
    (message,) = with_files([asked(part)], BLIND, AttachedFiles(texts={"t": content + "x"}))
    lines = message.text.split("\n")
    fence = lines[1]
    assert set(fence) == {"`"}
    assert lines[-1] == fence
    assert not any(fence in line for line in lines[2:-1])
    assert "\n".join(lines[2:-1]) == content + "x"


def test_what_is_to_be_sent_is_checked_by_name() -> None:
    with pytest.raises(UnsupportedError, match=r"'shot.png' and 'shot.png' are such"):
        check_takes(BLIND, [SHOT, SHOT])
    check_takes(SEEING, [SHOT])
    check_takes(RULES, [])
