"""Addresses in a text, down to the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.privacy.names import Said

_PLACE = r"(?:[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|镇|乡|街道))"
_HOUSE = (
    r"(?:[\u4e00-\u9fff0-9A-Za-z]{0,12}?(?:\d+|[A-Za-z]|[一二三四五六七八九十甲乙丙丁]+)(?:-\d+)*"
    r"(?:号楼?|弄|室|栋|幢|单元|楼|层|座|户|门|组|队|社))"
)
_ADDRESS = re.compile(
    rf"(?P<lead>(?:(?:家庭|联系|通讯|现|户籍)?(?:住址|地址)[是在:： ]{{0,2}}|我?们?家?(?<![居暂入常])住在?)(?P<town>{_PLACE}{{0,5}}))"
    rf"(?P<v>{_HOUSE}(?:{_HOUSE})*(?:-?\d+)*|[\u4e00-\u9fff]{{2,8}}村(?:{_HOUSE})*)"
)


def addresses(text: str) -> Iterator[Said]:
    """Addresses down to the house; county and township stay in the text, because they say which window is near."""
    for found in _ADDRESS.finditer(text):
        yield Said(found.start("v"), found.end("v"), f"{found['town']}{found['v']}")
