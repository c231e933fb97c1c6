"""Codes to be put up at windows and printed on leaflets: whoever reads one with WeChat is in the talk about that window or item."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from html import escape

from api.platform.pages.qr import qr_svg
from bot.channels.wechat.scenes import scene
from knowledge.catalogue.affair import Catalogue

_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>微信扫码</title>
<style>body{{font-family:sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(60mm,1fr));gap:10mm;margin:10mm}}
figure{{margin:0;break-inside:avoid;text-align:center}}svg{{width:50mm;height:50mm}}</style>
{figures}</html>
"""


def scenes_of(catalogue: Catalogue, items: Sequence[str]) -> Mapping[str, str]:
    """Scene to what stands below its code: every window, and the items that are named.

    Raises:
        KeyError: There is no such item.
    """
    windows = {scene("w", name): f"{one.number}{one.name}" for name, one in catalogue.windows.items()}
    return {**windows, **{scene("i", item): catalogue.items[item].name for item in items}}


async def sheet_of(scenes: Mapping[str, str], code_of: Callable[[str], Awaitable[str]]) -> str:
    """A page to print.

    Args:
        code_of: Has WeChat make the code of a scene; gives the address behind it.
    """
    figures = [_figure(await code_of(name), below) for name, below in scenes.items()]
    return _PAGE.format(figures="\n".join(figures))


def _figure(address: str, below: str) -> str:
    return f"<figure>{qr_svg(address, below)}<figcaption>{escape(below)}<br>微信扫一扫，直接说要办什么</figcaption></figure>"
