"""What a picture says beside the picture does not leave this machine; what it shows, and which way up, does."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, ImageSequence

from app.domain.errors import UnsupportedError
from app.domain.messages import AttachmentPart, Message, Role, TextPart
from app.domain.models import Capabilities, ModelId
from app.domain.requests import ChatRequest
from app.domain.stream import Sent, TextDelta
from app.providers.scripted import ScriptedModel
from app.services.privacy.pictures import PictureStripper
from app.services.privacy.record import SentRecord
from app.system.attachments.picture_metadata import without_metadata
from app.ui.dialogs.sent import summary_words
from tests.application_fixtures import Running
from tests.attachment_files import PLACE, picture, told_picture
from tests.unit.test_privacy_stage import Make

pytest_plugins = ["tests.application_fixtures"]

SEEING = (ScriptedModel(capabilities=Capabilities(images=True)),)
FORMS = ("JPEG", "PNG", "WEBP", "GIF")


def frames(data: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(data)) as image:
        return [frame.convert("RGB").tobytes() for frame in ImageSequence.Iterator(image)]


@pytest.mark.parametrize("form", FORMS)
def test_what_it_says_is_gone_and_what_it_shows_is_the_same(form: str) -> None:
    data = told_picture(form)
    assert PLACE in data
    bare = without_metadata(data)
    assert PLACE not in bare
    assert b"xmpmeta" not in bare
    assert frames(bare) == frames(data)
    assert without_metadata(bare) == bare


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_turned_as_before(form: str, orientation: int) -> None:
    data = told_picture(form, orientation=orientation)
    bare = without_metadata(data)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(bare)) as after:
        assert after.getexif().get(0x0112, 1) == orientation
        assert set(after.getexif()) <= {0x0112}
        assert ImageOps.exif_transpose(after).tobytes() == ImageOps.exif_transpose(before).tobytes()


def test_the_colours_of_a_photograph_keep_their_profile() -> None:
    with Image.open(io.BytesIO(without_metadata(told_picture("JPEG")))) as image:
        assert image.info["icc_profile"] == b"profile"


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_that_says_nothing_stays_as_it_is(form: str) -> None:
    data = picture(form=form, noise=True)
    assert without_metadata(data) == data


@pytest.mark.parametrize("form", FORMS)
@given(cut=st.integers(0, 2_000), change=st.integers(0, 2_000), value=st.integers(0, 255))
def test_a_broken_picture_is_refused_or_bare(form: str, cut: int, change: int, value: int) -> None:
    data = bytearray(told_picture(form))
    data[change % len(data)] = value
    with contextlib.suppress(UnsupportedError):
        without_metadata(bytes(data[: len(data) - cut % len(data)]))


def of(data: bytes, name: str = "beach.jpg", kind: str = "image/jpeg") -> ChatRequest:
    sha256 = hashlib.sha256(data).hexdigest()
    part = AttachmentPart(name=name, media_type=kind, sha256=sha256, size_bytes=len(data), width=24, height=16)
    message = Message(role=Role.USER, parts=(part, TextPart(text="where is this?")))
    return ChatRequest(model="script", messages=(message,), blobs={sha256: data})


@pytest.mark.parametrize("masks", [True, False])
async def test_a_model_elsewhere_is_sent_the_bare_picture_and_the_record_says_so(running: Make, masks: bool) -> None:
    app: Running = running([[TextDelta(text="A beach.")]], is_private=False, models=SEEING)
    await app.app.settings.change({"redact_for_models": masks})
    request = of(told_picture("JPEG", orientation=6))
    events = [event async for event in app.app.models.stream(ModelId("scripted", "script"), request)]
    (got,) = app.model.requests
    (part,) = got.messages[0].attachments
    assert list(got.blobs) == [part.sha256] == [hashlib.sha256(got.blobs[part.sha256]).hexdigest()]
    assert part.size_bytes == len(got.blobs[part.sha256])
    assert PLACE not in got.blobs[part.sha256]
    (sent,) = [event for event in events if isinstance(event, Sent)]
    record = SentRecord(sent=sent)
    assert (record.files, record.stripped) == (0, 1)
    assert "1 picture went without metadata" in summary_words(record)
    assert any("sent without its metadata" in piece.text for told in record.parts() for piece in told.pieces)
    assert part.sha256 in json.dumps(record.plain()["without_metadata"])


async def test_a_model_on_this_machine_is_given_the_file_as_it_is(running: Make) -> None:
    app: Running = running([[TextDelta(text="A beach.")]], is_private=True, models=SEEING)
    request = of(told_picture("JPEG"))
    assert [event async for event in app.app.models.stream(ModelId("scripted", "script"), request)]
    assert app.model.requests[0].blobs == request.blobs


async def test_a_picture_that_cannot_be_stripped_does_not_leave(running: Make) -> None:
    app: Running = running([[TextDelta(text="A beach.")]], is_private=False, models=SEEING)
    with pytest.raises(UnsupportedError, match="metadata"):
        _ = [event async for event in app.app.models.stream(ModelId("scripted", "script"), of(b"no picture"))]
    assert not app.model.requests


def test_a_picture_sent_again_is_not_worked_on_again() -> None:
    worked: list[bytes] = []

    def once(data: bytes) -> bytes:
        worked.append(data)
        return without_metadata(data)

    stripper = PictureStripper(once)
    told, plain = of(told_picture("JPEG")), of(picture(form="PNG"), "a.png", "image/png")
    first = stripper.stripped(told)
    assert stripper.stripped(told) == first
    assert stripper.stripped(plain) == stripper.stripped(plain) == (plain, ())
    assert len(worked) == 2
