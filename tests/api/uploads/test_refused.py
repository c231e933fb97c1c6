"""What is not taken: wrong sizes, disguises, bombs, and names that want to be paths (quality.md 15 and 16)."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pillow_heif
import pypdf
import pytest
from PIL import Image
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from api.platform.settings import Settings
from api.services import Services
from tests.api.applicant import APPLICATION, refused
from tests.api.stores import only_sqlite
from tests.api.uploads.conftest import Uploader, photo
from tests.api.uploads.test_files import stored

pytestmark = [pytest.mark.anyio, only_sqlite]  # what is refused never comes to the database

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(200)
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def pdf(pages: int = 1, **options: object) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if options.get("script"):
        action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x');")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject(key): value for key, value in action.items()}
        )
    if options.get("attachment"):
        writer.add_attachment("a.exe", EXE)
    if options.get("note"):
        writer.add_annotation(0, FreeText(text="note", rect=(50, 550, 200, 650)))
    if options.get("password"):
        writer.encrypt("secret", algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def zip_bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(10_000_000))
    return written.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds no more than a row."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1 + 3 * width))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf_with_bomb() -> bytes:
    """A page whose picture unpacks to 2.7 GB."""
    reader_page = pypdf.PdfWriter()
    page = reader_page.add_blank_page(width=595, height=842)
    picture = DecodedStreamObject()
    picture.set_data(zlib.compress(bytes(1_000_000), 9))
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(30_000),
            NameObject("/Height"): NumberObject(30_000),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/Filter"): NameObject("/FlateDecode"),
        }
    )
    reference = reader_page._add_object(picture)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/I"): reference})}
    )
    written = io.BytesIO()
    reader_page.write(written)
    return written.getvalue()


DISGUISED = {
    "a program as a photo": (EXE, 415, "file_type"),
    "a page as a photo": (b"<!doctype html><script>alert(1)</script>", 415, "file_type"),
    "a page as a PDF": (b"<html>%PDF-1.7</html>", 415, "file_type"),
    "a drawing with a script": (SVG, 415, "file_type"),
    "an archive": (zip_bomb(), 415, "file_type"),
    "another kind of picture": (GIF, 415, "file_type"),
    "only the first bytes of a photo": (b"\xff\xd8\xff\xe0" + bytes(300), 422, "file_broken"),
    "half a photo": (photo(size=(1200, 900))[:4000], 422, "file_broken"),
    "only the first bytes of a PDF": (b"%PDF-1.7\n" + bytes(300), 422, "file_broken"),
    "only the first bytes of a HEIC": (b"\x00\x00\x00\x18ftypheic" + bytes(300), 422, "file_broken"),
    "a PDF that runs something": (pdf(script=True), 422, "file_unsafe"),
    "a PDF that carries something": (pdf(attachment=True), 422, "file_unsafe"),
    "a PDF with a password": (pdf(password=True), 422, "file_encrypted"),
    "a PDF of too many pages": (pdf(pages=31), 422, "pdf_too_long"),
    "a PDF whose picture is a bomb": (pdf_with_bomb(), 422, "picture_too_large"),
    "a picture of 900 million pixels": (png_of(30_000, 30_000), 422, "picture_too_large"),
    "nothing": (b"", 422, "file_empty"),
}


class TestDisguises:
    async def test_none_is_taken(self, uploader: Uploader, services: Services) -> None:
        for name, (data, status, code) in DISGUISED.items():
            response = await uploader.send(data)
            assert response.status_code == status, (name, response.text)
            refused(response, status, code)
        assert stored(services) == []
        assert (await uploader.slot())["files"] == []

    async def test_what_a_type_says_does_not_count(self, uploader: Uploader) -> None:
        response = await uploader.send(photo(kind="PNG"), Content_Type="text/html")
        assert response.json()["file"]["media_type"] == "image/jpeg"


class TestTaken:
    async def test_every_kind_of_photo(self, uploader: Uploader) -> None:
        pillow_heif.register_heif_opener()
        for kind in ("JPEG", "PNG", "WEBP", "HEIF"):
            file = (await uploader.send(photo(kind=kind))).json()["file"]
            assert (file["media_type"], file["width"]) == ("image/jpeg", 640), kind

    async def test_a_pdf(self, uploader: Uploader) -> None:
        data = pdf(3, note=True)
        file = (await uploader.send(data)).json()["file"]
        assert (file["media_type"], file["pages"], file["width"]) == ("application/pdf", 3, None)
        content = await uploader.content(file["id"])
        assert content.content == data
        assert content.headers["content-disposition"] == 'inline; filename="paper-1.pdf"'

    async def test_a_photo_is_upright_small_and_without_its_place(self, uploader: Uploader) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6  # turned by a quarter
        exif[0x010F] = "Camera of somebody"
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
        data = photo(size=(3200, 2400), exif=exif, comment=b"a remark")
        assert b"Camera of somebody" in data
        file = (await uploader.send(data)).json()["file"]
        assert (file["width"], file["height"]) == (1800, 2400)
        content = (await uploader.content(file["id"])).content
        kept = Image.open(io.BytesIO(content))
        assert dict(kept.getexif()) == {} and "exif" not in kept.info and "comment" not in kept.info
        assert b"Camera of somebody" not in content and b"a remark" not in content


class TestSizes:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"upload_max_bytes": 20_000})

    async def test_up_to_the_limit(self, uploader: Uploader) -> None:
        data = photo()
        for size, status in ((19_999, 201), (20_000, 201), (20_001, 413)):
            response = await uploader.send(data + bytes(size - len(data)))
            assert response.status_code == status
        assert response.json()["code"] == "file_too_large"

    async def test_an_endless_one_is_not_read_to_its_end(self, uploader: Uploader) -> None:
        given = 0

        async def pieces() -> AsyncIterator[bytes]:
            nonlocal given
            for _ in range(1000):
                given += 1
                yield bytes(1000)

        response = await uploader.client.post(
            f"{uploader.base}/{APPLICATION}/files", content=pieces(), headers={"Idempotency-Key": "endless-1"}
        )
        refused(response, 413, "file_too_large")

    async def test_a_length_that_lies(self, uploader: Uploader) -> None:
        data = photo()
        for said in (len(data) - 5, len(data) + 5):
            response = await uploader.send(data, Content_Length=str(said))
            refused(response, 400, "upload_cut_off")
        assert (await uploader.slot())["files"] == []


def cost(pid: int) -> tuple[float, int]:
    """Seconds of CPU and the most megabytes that a process has taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    status = Path(f"/proc/{pid}/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return ticks / os.sysconf("SC_CLK_TCK"), int(peak.split()[1]) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="这台机器没有 /proc，量不了进程，跳过")
class TestBombs:
    async def test_costs_less_than_a_second_and_100_mb(self, uploader: Uploader, services: Services) -> None:
        await uploader.sent()  # the process has started
        pid = services.uploads.screener.pid
        assert pid is not None
        for bomb in (png_of(30_000, 30_000), zip_bomb(), pdf_with_bomb()):
            before, _ = cost(pid)
            assert (await uploader.send(bomb)).status_code in (415, 422)
            assert services.uploads.screener.pid == pid
            after, megabytes = cost(pid)
            assert after - before < 1
            assert megabytes < 100


NAMES = {
    "../../etc/passwd": "passwd",
    "..\\..\\windows\\a.jpg": "a.jpg",
    "a\0b.jpg": "ab.jpg",
    "a\r\nSet-Cookie: x=1.jpg": "aSet-Cookie: x=1.jpg",
    "\u202egpj.exe": "gpj.exe",
    "..": "照片.jpg",
    "": "照片.jpg",
    "营业执照.jpg": "营业执照.jpg",
}


class TestNames:
    async def test_are_only_shown(self, uploader: Uploader, services: Services) -> None:
        for position, (sent, shown) in enumerate(NAMES.items(), start=1):
            file = (await uploader.send(photo(), X_File_Name=quote(sent))).json()["file"]
            assert file["name"] == shown
            content = await uploader.content(file["id"])
            assert content.headers["content-disposition"] == f'inline; filename="paper-{position}.jpg"'
            assert "set-cookie" not in content.headers
        uploads = services.settings.data_dir / "uploads"
        assert all(path.is_relative_to(uploads) and path.name.isascii() for path in stored(services))

    async def test_long_ones_are_shortened(self, uploader: Uploader) -> None:
        file = (await uploader.send(photo(), X_File_Name=quote("照" * 255 + ".jpg"))).json()["file"]
        assert len(file["name"]) <= 80 and file["name"].endswith("….jpg")
