"""Files to be attached: told apart by content, prepared where vendors need it, refused with a reason and a remedy."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.bootstrap import worker_command
from app.domain.attachments import NAME_CHARS, Attachment, distinct, shown_name
from app.domain.errors import UsageError
from app.system.attachments.pdf_text import PdfText, read_pdf
from app.system.attachments.reading import FileReader
from app.system.attachments.texts import decode
from tests.attachment_files import pdf, picture, png_header

READER = FileReader(worker_command("pdf-text"))


def quick(problem: str = "", text: str = "words") -> FileReader:
    """A reader whose PDFs are read at once."""
    return FileReader((), read_by=lambda _command, _data: PdfText(pages=1, text=text, problem=problem))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_that_vendors_take_is_kept_byte_for_byte(form: str) -> None:
    data = picture(form=form)
    read = READER.take(f"x.{form.lower()}", data)
    assert read.data == data
    assert (read.part.media_type, read.part.width, read.part.height) == (f"image/{form.lower()}", 64, 48)
    assert read.notes == ()


@pytest.mark.parametrize("form", ["BMP", "TIFF"])
def test_other_pictures_become_png_and_say_so(form: str) -> None:
    read = READER.take(f"x.{form.lower()}", picture(form=form))
    assert read.part.media_type == "image/png"
    assert f"Changed from {form} to PNG" in read.notes[0]
    assert read.data is not None
    assert Image.open(io.BytesIO(read.data)).size == (64, 48)


@pytest.mark.parametrize(("width", "height", "form", "noise"), [(9_000, 60, "PNG", False), (2_400, 1_800, "PNG", True)])
def test_a_picture_larger_than_vendors_take_is_made_smaller_and_says_so(
    width: int, height: int, form: str, noise: bool
) -> None:
    read = READER.take("x.png", picture(width, height, form=form, noise=noise))
    assert max(read.part.width, read.part.height) == 2_048
    assert read.part.size_bytes <= 3_700_000
    assert f"from {width:,} x {height:,} to 2,048 x" in read.notes[0]


def test_a_picture_turned_by_its_camera_stands_upright_once_it_is_made_anew() -> None:
    image = Image.new("RGB", (9_000, 90))
    exif = image.getexif()
    exif[0x0112] = 6  # turned by a quarter
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    read = READER.take("x.jpg", out.getvalue())
    assert read.part.height == 2_048


def test_a_picture_that_unpacks_into_gigabytes_is_refused_unread() -> None:
    with pytest.raises(UsageError, match=r"'bomb.png' is 50,000 x 50,000 pixels, more than Baton unpacks"):
        READER.take("bomb.png", png_header(50_000, 50_000))
    assert READER.preview(READER.take("x.png", picture()).part, png_header(50_000, 50_000), 200) is None


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_cut_short_is_refused(form: str) -> None:
    data = picture(200, 200, form=form, noise=True)
    with pytest.raises(UsageError, match="damaged picture"):
        READER.take("x.png", data[: len(data) // 3])


def test_a_preview_is_a_small_png() -> None:
    part = READER.take("x.jpg", picture(900, 300, form="JPEG")).part
    small = READER.preview(part, picture(900, 300, form="JPEG"), 90)
    assert small is not None
    assert Image.open(io.BytesIO(small)).size == (90, 30)
    assert READER.preview(READER.take("x.txt", b"text").part, b"text", 90) is None


def test_the_text_of_a_pdf_is_read_page_by_page() -> None:
    read = READER.take("report.pdf", pdf(["One (first)", "Two"]))
    assert read.text == "[Page 1]\nOne (first)\n\n[Page 2]\nTwo"
    assert (read.part.media_type, read.part.pages, read.part.chars) == ("application/pdf", 2, len(read.text))
    assert read.part.text_sha256 is not None


def test_a_pdf_without_text_is_taken_and_says_so() -> None:
    read = READER.take("scan.pdf", pdf([""]))
    assert read.text is None
    assert "no text (scanned pages)" in read.notes[0]


def test_a_locked_pdf_is_refused_by_what_it_is() -> None:
    with pytest.raises(UsageError, match=r"locked with a password. Save it without one"):
        READER.take("x.pdf", pdf(encrypted=True))


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", pdf()[:250], b"%PDF-" + bytes(5_000)])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="damaged PDF"):
        READER.take("x.pdf", data)


def test_a_pdf_that_takes_for_ever_is_given_up_and_still_sent_to_models_that_read_it() -> None:
    endless = (sys.executable, "-c", "import time; time.sleep(600)")
    assert read_pdf(endless, pdf(), limit_s=0.2).problem == "slow"
    read = quick("slow", "").take("x.pdf", pdf())
    assert "took too long" in read.notes[0]
    assert read.data is not None


@pytest.mark.parametrize("child", ["import os; os.abort()", "print('no json')", "print('{}')"])
def test_a_pdf_that_takes_its_reader_with_it_is_a_damaged_pdf(child: str) -> None:
    assert read_pdf((sys.executable, "-c", child), pdf()).problem == "damaged"


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Grüße 你好".encode(), "Grüße 你好", ""),
        ("\ufeffGrüße".encode(), "Grüße", ""),
        ("Grüße 你好".encode("utf-16"), "Grüße 你好", ""),
        ("Grüße".encode("utf-32"), "Grüße", ""),
        ("plain words".encode("utf-16-le"), "plain words", ""),
        ("plain words".encode("utf-16-be"), "plain words", ""),
        ("Grüße – “Köln”".encode("cp1252"), "Grüße – “Köln”", "Read as Windows-1252."),
        (b"one\r\ntwo\tthree \x1b[31mred", "one\r\ntwo\tthree \x1b[31mred", ""),
    ],
)
def test_a_text_is_read_in_the_encoding_it_is_in(data: bytes, text: str, note: str) -> None:
    read = READER.take("x.txt", data)
    assert read.text == text
    assert read.data == data
    assert (read.notes[0] if read.notes else "") == note
    assert (read.part.text_sha256 is None) == (data == text.encode())


@pytest.mark.parametrize(
    "data", [b"a\x00b\x00\x00\x00c\x00", bytes(range(256)) * 20, b"\xff\xfe\x00", b"\x00\x01\x02\x03" * 99]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"no text, no picture and no PDF. Pictures \(PNG"):
        READER.take("x.txt", data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04....", "an Office document"),
        (b"\x7fELF....", "a program"),
        (b"\x00\x00\x00\x18ftypheic....", "a HEIC picture"),
        (b"SQLite format 3\x00....", "SQLite database"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"", "empty"),
        (b"  \n\t ", "nothing but blanks"),
    ],
)
def test_what_models_take_in_no_way_is_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        READER.take("x.txt", data)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("name", "data", "media_type", "note"),
    [
        ("x.txt", picture(), "image/png", "It is named .txt and is a PNG picture."),
        ("x.png", picture(form="JPEG"), "image/jpeg", "It is named .png and is a JPEG picture."),
        ("x.png", b"words", "text/plain", "It is named .png and is a text."),
        ("x.doc", pdf(), "application/pdf", "It is named .doc and is a PDF."),
    ],
)
def test_the_content_says_what_a_file_is_and_a_wrong_name_is_noted(
    name: str, data: bytes, media_type: str, note: str
) -> None:
    read = quick().take(name, data)
    assert read.part.media_type == media_type
    assert read.notes[0] == note


def test_code_keeps_its_own_media_type() -> None:
    assert READER.take("x.py", b"print()").part.media_type == "text/x-python"
    assert READER.take("x.ts", b"let x = 1").part.media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "make", "limit"),
    [
        ("x.txt", lambda: b"a" * 10_000_001, "10 MB"),
        ("x.png", lambda: picture() + bytes(20_000_000), "20 MB"),
        ("x.pdf", lambda: pdf() + bytes(32_000_000), "32 MB"),
    ],
)
def test_a_file_over_its_kinds_limit_is_refused_with_both_sizes(
    name: str, make: Callable[[], bytes], limit: str
) -> None:
    with pytest.raises(UsageError, match=f"may have {limit}"):
        READER.take(name, make())


def test_paths_that_are_no_plain_file_are_refused_without_waiting(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(5_000_000_000)
    for path, words in (
        (tmp_path, "is a folder"),
        (loop, "leads back to itself"),
        (pipe, "no plain file"),
        (Path("/dev/zero"), "no plain file"),
        (huge, "has 5,000.0 MB"),
        (tmp_path / "gone", "There is no file 'gone'"),
        (tmp_path / ("n" * 300), "longer name than files have"),
        (tmp_path / "nul\x00name", "cannot be read"),
    ):
        with pytest.raises(UsageError, match=words):
            READER.read(path)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65_534)  # root may read everything
    try:
        with pytest.raises(UsageError, match="may not be read"):
            READER.read(path)
    finally:
        os.seteuid(before)


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("words")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert READER.read(tmp_path / "link.txt").text == "words"


def test_a_name_cannot_deceive_and_keeps_its_end() -> None:
    name = shown_name("inno\u202ecent\x1b[31m\n/../" + "x" * 300 + ".tar.gz")
    assert len(name) <= NAME_CHARS
    assert name.endswith(".tar.gz")
    assert not set(name) & set("\u202e\x1b\n/")
    assert shown_name("\n") == "file"
    assert shown_name(" .. ") == "file"


def test_files_of_one_name_are_told_apart() -> None:
    same = [Attachment.of_text("a.txt", text) for text in "xyz"]
    assert [item.part.name for item in distinct(same)] == ["a.txt", "a (2).txt", "a (3).txt"]


@pytest.mark.filterwarnings("ignore::UserWarning")  # of the library, which the program silences
@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), cut=st.integers(0, 300))
def test_no_bytes_bring_the_reader_down(data: bytes, cut: int) -> None:
    for head in (
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF0000WEBP",
        b"II*\x00",
        picture()[:cut],
    ):
        with contextlib.suppress(UsageError):
            read = quick("damaged").take("x", head + data)
            assert read.data == head + data or read.notes


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_and_marked_utf16_come_back_as_they_were(text: str) -> None:
    for codec in ("utf-8", "utf-16", "utf-32"):
        decoded = decode(text.encode(codec))
        assert decoded is not None
        assert decoded.text == text.removeprefix("\ufeff")
