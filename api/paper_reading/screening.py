"""Whether a file is what it says it is, and the form in which it is kept. Runs in the worker process.

A picture is decoded and encoded anew: upright, no larger than needed, without place, device or anything else that its file held, so that nothing
hidden in it is kept. A PDF is kept as it is, if it holds nothing that acts.
"""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from typing import Any

import filetype
from PIL import Image, ImageOps

from api.paper_reading.refusal import Refused

JPEG = "image/jpeg"
PDF = "application/pdf"
TYPES = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/webp": ("WEBP",),
    "image/heic": ("HEIF",),
    "image/heif": ("HEIF",),
}
"""Media type to the decoders that may open it; all others stay shut."""

QUALITY = 88
"""Of the JPEG: no visible loss on text, about a quarter of the size of a camera's own."""

THUMBNAIL = 320
_THUMBNAIL_QUALITY = 75
_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    Warning,
)
"""What Pillow's decoders raise on broken files."""


@dataclass(frozen=True)
class Rules:
    """Limits for a file.

    Attributes:
        types: Media types that are taken.
        max_pixels: Of a picture as it comes.
        long_side: Pixels of the longer side of a picture that is kept.
    """

    types: tuple[str, ...]
    max_pixels: int
    max_pdf_pages: int
    long_side: int


@dataclass(frozen=True)
class Screened:
    """A file as it is kept."""

    media_type: str
    content: bytes
    thumbnail: bytes
    pages: int
    width: int | None
    height: int | None

    def described(self) -> dict[str, Any]:
        """Everything but the bytes, and where among them the thumbnail begins."""
        return {
            "media_type": self.media_type,
            "pages": self.pages,
            "width": self.width,
            "height": self.height,
            "content_size": len(self.content),
        }


def screen(data: bytes, rules: Rules) -> Screened:
    """A file in the form in which it is kept.

    Raises:
        Refused: With the code of an error in ``api.platform.errors``.
    """
    if not data:
        raise Refused("file_empty")
    media_type = _type_of(data)
    if media_type not in rules.types and media_type != "image/heif":
        raise Refused("file_type")
    if media_type == PDF:
        return _pdf(data, rules)
    picture = _opened(data, media_type, rules)
    return Screened(
        JPEG, _jpeg(picture, QUALITY), _jpeg(_small(picture), _THUMBNAIL_QUALITY), 1, *picture.size
    )


def _pdf(data: bytes, rules: Rules) -> Screened:
    # Most files are photos; the libraries for PDF double the time in which the process starts.
    from api.paper_reading.pdfs import check_pdf, first_page

    pages = check_pdf(data, rules.max_pdf_pages, rules.max_pixels)
    return Screened(PDF, data, _jpeg(_small(first_page(data)), _THUMBNAIL_QUALITY), pages, None, None)


def _type_of(data: bytes) -> str:
    """The type by the first bytes; a PDF begins with its mark, or it may be something else in disguise."""
    if data.startswith(b"%PDF-"):
        return PDF
    kind = filetype.guess(data[:4096])
    return kind.mime if kind is not None and kind.mime != PDF else ""


def _opened(data: bytes, media_type: str, rules: Rules) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = rules.max_pixels
    formats = TYPES[media_type]
    if "HEIF" in formats:
        _add_heif()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            with Image.open(io.BytesIO(data), formats=formats) as checked:
                checked.verify()
            with Image.open(io.BytesIO(data), formats=formats) as picture:
                return _kept(picture, rules.long_side)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise Refused("picture_too_large") from error
        except MemoryError as error:
            raise Refused("picture_too_large") from error
        except _UNREADABLE as error:
            raise Refused("file_broken") from error


def _kept(picture: Image.Image, long_side: int) -> Image.Image:
    """Upright, in colour on white, scaled down."""
    if picture.format in TYPES[JPEG]:
        # The decoder itself can halve a JPEG, which saves three quarters of time and memory.
        picture.draft("RGB", (long_side, long_side))
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in ("I", "I;16", "F"):
        upright = upright.convert("L")
    if upright.has_transparency_data:
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    plain = upright.convert("RGB")
    plain.thumbnail((long_side, long_side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    # A new picture has the pixels and nothing else: no EXIF, no colour profile, no comment.
    bare = Image.new("RGB", plain.size)
    bare.paste(plain)
    return bare


def _small(picture: Image.Image) -> Image.Image:
    small = picture.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL), reducing_gap=2.0)
    return small


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _add_heif() -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)


__all__ = ["JPEG", "PDF", "Refused", "Rules", "Screened", "screen"]
