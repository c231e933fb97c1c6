"""A sheet of paper to write on, and the fonts that this machine has."""

from __future__ import annotations

import functools
from pathlib import Path

import noto_cjk_sans_otc
from PIL import Image, ImageDraw, ImageFont

INK = (28, 28, 30)
RED = (190, 30, 40)

_SHIPPED = Path(noto_cjk_sans_otc.__file__).with_name("NotoSansCJK-Regular.ttc")
_DEBIAN = Path("/usr/share/fonts")
_MORE = (
    "NotoSerifCJK-Regular.ttc",
    "NotoSansCJK-Bold.ttc",
    "NotoSerifCJK-Bold.ttc",
    "uming.ttc",
    "ukai.ttc",
    "wqy-zenhei.ttc",
)
_SIMPLIFIED = {"Noto": 2, "uming": 0, "ukai": 0, "wqy": 0}
"""Number of the simplified face in each collection."""


@functools.cache
def fonts() -> tuple[Path, ...]:
    """The shipped font, then those of the system."""
    found = {path.name: path for path in sorted(_DEBIAN.rglob("*.ttc"))} if _DEBIAN.is_dir() else {}
    return (_SHIPPED, *(found[name] for name in _MORE if name in found))


@functools.cache
def _face(path: Path, size: int) -> ImageFont.FreeTypeFont:
    index = next(number for prefix, number in _SIMPLIFIED.items() if path.name.startswith(prefix))
    return ImageFont.truetype(str(path), size, index=index)


class Sheet:
    """A sheet in one font.

    Attributes:
        picture: What was written so far.
    """

    def __init__(
        self, width: int, height: int, font: Path, ground: tuple[int, int, int] = (246, 245, 240)
    ) -> None:
        self.picture = Image.new("RGB", (width, height), ground)
        self._draw = ImageDraw.Draw(self.picture)
        self._font = font

    def write(
        self,
        text: str,
        left: int,
        top: int,
        size: int,
        colour: tuple[int, int, int] = INK,
        *,
        middle: bool = False,
    ) -> int:
        """Write a line; the right end of it."""
        face = _face(self._font, size)
        at = left - face.getlength(text) / 2 if middle else float(left)
        self._draw.text((at, top), text, font=face, fill=colour)
        return round(at + face.getlength(text))

    def wrapped(self, text: str, left: int, top: int, size: int, width: int) -> int:
        """Write text in lines of a width; the top of what follows."""
        most = max(width // size, 1)
        for start in range(0, len(text), most):
            self.write(text[start : start + most], left, top, size)
            top += round(size * 1.6)
        return top

    def box(self, left: int, top: int, right: int, bottom: int, colour: tuple[int, int, int] = INK) -> None:
        """A frame."""
        self._draw.rectangle((left, top, right, bottom), outline=colour, width=3)

    def patch(self, left: int, top: int, right: int, bottom: int, colour: tuple[int, int, int]) -> None:
        """A filled field, for example where a portrait stands."""
        self._draw.rectangle((left, top, right, bottom), fill=colour)

    def stamp(self, left: int, top: int, across: int, text: str) -> None:
        """A round red stamp, through which what is under it shows."""
        layer = Image.new("RGBA", self.picture.size, (0, 0, 0, 0))
        draw = ImageDraw.Draw(layer)
        red = (*RED, 150)
        draw.ellipse((left, top, left + across, top + across), outline=red, width=max(across // 30, 3))
        face = _face(self._font, max(across // max(len(text), 5), 14))
        draw.text(
            (left + across / 2 - face.getlength(text) / 2, top + across * 0.45), text, font=face, fill=red
        )
        self.picture = Image.alpha_composite(self.picture.convert("RGBA"), layer).convert("RGB")
        self._draw = ImageDraw.Draw(self.picture)
