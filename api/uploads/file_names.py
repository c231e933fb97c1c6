"""The name that a file has on the applicant's device, made harmless. It is shown and never a path or a header."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

LONGEST = 80
_UNNAMED = {"application/pdf": "文件.pdf"}


def shown_name(header: str, media_type: str) -> str:
    """The last part of a percent-encoded name without control characters, marks of direction and blanks at its ends."""
    last = unquote(header, errors="ignore").replace("\\", "/").rpartition("/")[2]
    plain = "".join(
        sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C"
    )
    name = " ".join(plain.split()).strip(". ")
    return _shortened(name) or _UNNAMED.get(media_type, "照片.jpg")


def stored_name(position: int, media_type: str) -> str:
    """The name under which a file is sent out: ours, in ASCII."""
    return f"paper-{position + 1}.{'pdf' if media_type == 'application/pdf' else 'jpg'}"


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 5:
        return name[: LONGEST - 1] + "…"
    return stem[: LONGEST - len(ending) - 2] + "…." + ending
