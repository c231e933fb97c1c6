"""Papers to photograph, drawn here: a title and lines of type on white, as large as a phone's photo."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

A4 = (1240, 1754)
INK = "#202020"


@cache
def _type(size: int) -> ImageFont.FreeTypeFont:
    import noto_cjk_sans_otc

    return ImageFont.truetype(
        str(Path(noto_cjk_sans_otc.__file__).parent / "NotoSansCJK-Regular.ttc"), size, index=2
    )


def paper(title: str, *lines: str, size: tuple[int, int] = A4) -> Image.Image:
    """A page with a title in the middle and lines below it."""
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    pen.text((size[0] / 2, size[1] * 0.09), title, INK, _type(size[0] // 18), anchor="ms")
    for number, line in enumerate(lines):
        pen.text(
            (size[0] * 0.1, size[1] * (0.15 + 0.045 * number)), line, INK, _type(size[0] // 34), anchor="ls"
        )
    return page


def photo(page: Image.Image, orientation: int = 1, quality: int = 88) -> bytes:
    """The page as a camera's JPEG; ``orientation`` as EXIF counts it, 6 for a phone held upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x8825] = {1: "N", 2: (31.0, 14.0, 0.0)}  # where it was taken, which must not be kept
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=quality, exif=exif)
    return packed.getvalue()


def pdf(*pages: Image.Image) -> bytes:
    """The pages as one scanned PDF."""
    packed = io.BytesIO()
    pages[0].save(packed, "PDF", save_all=True, append_images=list(pages[1:]), resolution=150)
    return packed.getvalue()


def application() -> Image.Image:
    """食品经营许可申请书."""
    rows = [
        "经营者名称：小河饭馆",
        "经营场所：河东县解放路12号",
        "主体业态：餐饮服务经营者",
        "经营项目：热食类食品制售",
        "申请人签字：",
        "2026年11月20日",
    ]
    return paper("食品经营许可申请书", *rows)


def lease(page: int = 1) -> Image.Image:
    """房屋租赁合同, page by page."""
    rows = [
        f"第{page}页",
        "出租方（甲方）：河东县物业管理所",
        "承租方（乙方）：小河饭馆",
        "房屋坐落：河东县解放路12号，面积96平方米",
        "租赁期限：2026年1月1日至2028年12月31日",
        "租金：每月3000元，按季支付",
    ]
    return paper("房屋租赁合同", *rows)
