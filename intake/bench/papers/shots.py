"""Photos of a drawn paper: laid on a desk a little askew, unevenly lit, with the noise of a phone's camera; and photos gone wrong."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Picture = Image.Image

LONG_SIDE = 2400
_DESKS = ((94, 78, 62), (60, 62, 66), (150, 140, 128), (40, 60, 80))


def clean(paper: Picture, seed: int) -> Picture:
    """A photo that a person at a window takes without a word."""
    chance = Random(f"clean/{seed}")
    placed = on_desk(paper, chance, tilt=chance.uniform(-4, 4), margin=chance.uniform(0.05, 0.16))
    return noisy(lit(placed, chance, chance.uniform(0.75, 0.95)), chance, chance.uniform(2, 5))


def rough(paper: Picture, seed: int) -> Picture:
    """In a hurry with an old phone: quite askew, one side in the shade, grainy and small, but all of it can be read."""
    chance = Random(f"rough/{seed}")
    placed = on_desk(paper, chance, tilt=chance.uniform(-9, 9), margin=chance.uniform(0.12, 0.25))
    shot = lit(placed, chance, chance.uniform(0.4, 0.6)).filter(ImageFilter.GaussianBlur(1.2))
    shot.thumbnail((1500, 1500))
    return noisy(shot, chance, chance.uniform(8, 12))


def scanned(paper: Picture, seed: int) -> Picture:
    """From a flat-bed scanner: the paper fills the picture, straight and evenly lit."""
    chance = Random(f"scan/{seed}")
    return noisy(_scaled(paper), chance, 1.5)


def blurred(paper: Picture, seed: int) -> Picture:
    """Out of focus so far that print runs together."""
    shot = clean(paper, seed)
    return noisy(
        shot.filter(ImageFilter.GaussianBlur(Random(f"blur/{seed}").uniform(9, 14))), Random(seed), 2
    )


def dark(paper: Picture, seed: int) -> Picture:
    """Taken with hardly any light."""
    chance = Random(f"dark/{seed}")
    pixels = np.asarray(clean(paper, seed)).astype(np.float32) * chance.uniform(0.1, 0.17)
    return noisy(Image.fromarray(pixels.astype(np.uint8)), chance, 4)


def glare(paper: Picture, seed: int) -> Picture:
    """A lamp mirrored on the print."""
    chance = Random(f"glare/{seed}")
    shot = clean(paper, seed)
    wide, tall = shot.size
    spot = Image.new("L", shot.size, 0)
    across = chance.uniform(0.2, 0.3) * wide
    left, top = chance.uniform(0.25, 0.4) * wide, chance.uniform(0.3, 0.45) * tall
    ImageDraw.Draw(spot).ellipse((left, top, left + across, top + across * 0.7), fill=255)
    spot = spot.filter(ImageFilter.GaussianBlur(across * 0.06))
    return Image.composite(Image.new("RGB", shot.size, (255, 255, 255)), shot, spot)


def cut_off(paper: Picture, seed: int) -> Picture:
    """A part of the print is outside the picture."""
    chance = Random(f"cut/{seed}")
    wide, tall = paper.size
    left_gone = chance.random() < 0.5
    part = chance.uniform(0.14, 0.2) if left_gone else chance.uniform(0.36, 0.45)
    cropped = paper.crop(
        (round(wide * part), 0, wide, tall) if left_gone else (0, 0, round(wide * (1 - part)), tall)
    )
    return noisy(lit(_scaled(cropped), chance, 0.9), chance, 3)


def blank(paper: Picture, seed: int) -> Picture:
    """The empty back of a sheet."""
    chance = Random(f"blank/{seed}")
    empty = Image.new("RGB", paper.size, (244, 243, 238))
    return noisy(lit(_scaled(empty), chance, 0.85), chance, 3)


def far_away(paper: Picture, seed: int) -> Picture:
    """So small in the picture that its print cannot be read."""
    chance = Random(f"far/{seed}")
    little = paper.copy()
    little.thumbnail((260, 260))
    shot = Image.new("RGB", (2400, 1800), _DESKS[0])
    shot.paste(little, (1000, 700))
    return noisy(lit(shot, chance, 0.85), chance, 4)


def sideways(paper: Picture, seed: int) -> Picture:
    """A good photo, turned by a quarter."""
    return clean(paper, seed).transpose(Image.Transpose.ROTATE_90)


def on_desk(paper: Picture, chance: Random, tilt: float, margin: float) -> Picture:
    """The paper on a desk with its shadow, turned by ``tilt`` degrees."""
    wide, tall = paper.size
    edge = round(margin * max(wide, tall))
    desk = Image.new("RGB", (wide + 2 * edge, tall + 2 * edge), chance.choice(_DESKS))
    layer = Image.new("L", desk.size, 0)
    layer.paste(255, (edge, edge, edge + wide, edge + tall))
    sheet = Image.new("RGB", desk.size)
    sheet.paste(paper, (edge, edge))
    turned = layer.rotate(tilt, Image.Resampling.BICUBIC)
    shadow = turned.filter(ImageFilter.GaussianBlur(edge / 6 + 2)).point(lambda value: round(value * 0.5))
    desk = Image.composite(Image.new("RGB", desk.size, (10, 10, 10)), desk, shadow)
    return _scaled(Image.composite(sheet.rotate(tilt, Image.Resampling.BICUBIC), desk, turned))


def lit(picture: Picture, chance: Random, least: float) -> Picture:
    """Light that falls off to one side: the darkest corner gets ``least`` of it; warm or cold."""
    wide, tall = picture.size
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, tall))
    angle = chance.uniform(0, 2 * np.pi)
    along = (x * np.cos(angle) + y * np.sin(angle)) / 1.42
    light = (1 + least) / 2 + along * (1 - least) / 2
    colour = np.array([chance.uniform(0.94, 1.0), 0.98, chance.uniform(0.9, 1.0)])
    pixels = np.asarray(picture).astype(np.float32) * light[..., None] * colour
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def noisy(picture: Picture, chance: Random, amount: float) -> Picture:
    """Noise of a sensor, a standard deviation of ``amount`` levels."""
    grain = np.random.default_rng(chance.randrange(2**32)).normal(
        0, amount, (picture.height, picture.width, 1)
    )
    pixels = np.asarray(picture).astype(np.float32) + grain
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def as_jpeg(picture: Picture, quality: int = 88) -> bytes:
    """As a phone sends it."""
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()


def _scaled(picture: Picture) -> Picture:
    factor = LONG_SIDE / max(picture.size)
    return picture.resize(
        (round(picture.width * factor), round(picture.height * factor)), Image.Resampling.LANCZOS
    )


BAD: Mapping[str, tuple[Callable[[Picture, int], Picture], frozenset[str]]] = {
    "模糊": (blurred, frozenset({"blurred", "small", "unreadable"})),
    "太暗": (dark, frozenset({"dark"})),
    "反光": (glare, frozenset({"glare", "glare_beside"})),
    "没拍全": (cut_off, frozenset({"cut_off", "near_edge"})),
    "空白": (blank, frozenset({"blank"})),
    "太远": (far_away, frozenset({"small", "blurred", "unreadable"})),
}
"""Fault to how it is made and the findings that are right for it."""
