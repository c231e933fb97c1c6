"""Whether a PDF is harmless, and its pages as pictures. Runs in the worker process."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
from PIL import Image
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from api.paper_reading.refusal import Refused

ACTING_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/Launch", "/XFA", "/RichMediaContent"}
ACTING_KINDS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/Rendition",
    "/RichMediaExecute",
    "/GoToE",
    "/FileAttachment",
    "/RichMedia",
    "/Movie",
    "/Screen",
}
"""Keys and kinds (ISO 32000-1, 12.6 and 7.11) of what runs, sends, opens or carries something."""

MOST_OBJECTS = 50_000
"""A scan of 30 pages has some hundred objects."""

_POINTS_PER_INCH = 72
_UNREADABLE = (
    PyPdfError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
"""What pypdf raises on broken files."""


def check_pdf(data: bytes, max_pages: int, max_pixels: int) -> int:
    """The number of pages of a PDF that may be kept.

    Raises:
        Refused: It is broken, encrypted, too long, or holds something that acts.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused("file_encrypted")
        pages = len(reader.pages)
        if not pages:
            raise Refused("file_broken")
        if pages > max_pages:
            raise Refused("pdf_too_long")
        for dictionary in _dictionaries(reader):
            _check(dictionary, max_pixels)
    except MemoryError as error:
        raise Refused("picture_too_large") from error
    except _UNREADABLE as error:
        raise Refused("file_broken") from error
    return pages


def first_page(data: bytes, long_side: int = 640) -> Image.Image:
    """The first page as a picture.

    Raises:
        Refused: It cannot be drawn.
    """
    for picture in pictures(data, 1, long_side):
        return picture
    raise Refused("file_broken")


def pictures(data: bytes, most: int, long_side: int) -> Iterator[Image.Image]:
    """The first pages as pictures whose longer side has so many pixels.

    Raises:
        Refused: They cannot be drawn.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for number in range(min(most, len(document))):
                page = document[number]
                scale = long_side / max(*page.get_size(), 1.0)
                yield page.render(scale=min(scale, 10.0), draw_annots=False).to_pil().convert("RGB")
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise Refused("file_broken") from error


def _check(dictionary: DictionaryObject, max_pixels: int) -> None:
    keys = dictionary.keys()
    if ACTING_KEYS & keys:
        raise Refused("file_unsafe")
    if any(str(dictionary.get(key)) in ACTING_KINDS for key in ("/S", "/Subtype") if key in keys):
        raise Refused("file_unsafe")
    if dictionary.get("/Subtype") == "/Image" and _pixels(dictionary) > max_pixels:
        raise Refused("picture_too_large")


def _pixels(dictionary: DictionaryObject) -> int:
    return int(dictionary.get("/Width", 0)) * int(dictionary.get("/Height", 0))


def _dictionaries(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that the document leads to, each object once."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    visited = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if (value.idnum, value.generation) in seen:
                continue
            seen.add((value.idnum, value.generation))
            value = value.get_object()
        visited += 1
        if visited > MOST_OBJECTS:
            raise Refused("pdf_too_long")
        if isinstance(value, DictionaryObject):
            yield value
            waiting.extend(value.raw_get(key) for key in value)
        elif isinstance(value, ArrayObject):
            waiting.extend(list.__iter__(value))
