"""Numbers of passports, permits and plates, landlines, and identity numbers of a wrong length, as people type them.

Forms: passports of China one letter and eight digits, or two letters and seven; 港澳居民来往内地通行证 H or M and eight digits;
台湾居民来往大陆通行证 eight digits; 外国人永久居留身份证 three letters and twelve digits, since 2023 eighteen digits of which the first is 9.
Foreign passports have no common form, and are recognised where they are announced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.privacy.kinds import Personal

_APART = r"(?<![0-9A-Za-z])"
_ENDS = r"(?![0-9A-Za-z])"
_IS = r"(?:号码?|证号)?(?:[是为:： ]|就是){0,4}"

_ANNOUNCED_UNIT = re.compile(
    r"(?P<lead>单位(?:的)?(?:名称|全称|名字)(?:是|叫|为|:|：| ){0,3})(?P<v>[^\s,，。;；、!！?？:：\[\]]{4,60})"
)
_ANNOUNCED_PASSPORT = re.compile(
    rf"(?P<lead>(?:护照|passport(?: ?(?:no|number))?)[.]?{_IS})"
    r"(?P<v>(?=(?:[A-Za-z]{0,3}[ \-]?)?\d{5})[A-Za-z0-9][A-Za-z0-9 \-]{4,12}[0-9][A-Za-z]?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PASSPORT = re.compile(rf"{_APART}(?:[EGDSPegdsp][ \-]?\d{{8}}|[Ee][A-Ha-hJ-Nj-nP-Zp-z]\d{{7}}){_ENDS}")
_ANNOUNCED_PERMIT = re.compile(
    rf"(?P<lead>(?:通行证|回乡证|返乡证|台胞证|港澳证){_IS})(?P<v>[A-Za-z]?[ \-]?\d{{4}}[ \-]?\d{{4}}(?:\d{{2}})?(?:\([A-Za-z]\))?)(?!\d)"
)
_PERMIT = re.compile(rf"{_APART}(?:[HMhm][ \-]?\d{{8}}(?:\d{{2}})?|[CWTLcwtl]\d{{8}}){_ENDS}")
_RESIDENCE_CARD = re.compile(rf"{_APART}[A-Za-z]{{3}}[ \-]?\d{{12}}{_ENDS}")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][ ·•・‧.\-]{0,2}"
    r"(?=[A-Za-z0-9]{0,5}\d)[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])"
)
_LANDLINE = re.compile(
    r"(?<![\d.+\-])(?:\(0[1-9]\d{1,2}\)|0[1-9]\d{1,2})[ \-]{0,3}[2-9]\d{2,3}[ \-]?\d{4}(?:-\d{1,6})?(?![\d\-])"
)
_ANNOUNCED_LANDLINE = re.compile(
    r"(?P<lead>(?:座机|固话|固定电话|家里的?电话|宅电)(?:号码?)?[是为:： ]{0,3})"
    r"(?P<v>(?:\(?0\d{2,3}\)?[ \-]{0,3})?[2-9]\d{2,3}[ \-]?\d{4})(?!\d)"
)
_WRONG_IDENTITY = re.compile(
    r"(?P<lead>(?:身份证|身分证|证件|身份)(?:号码?|证号)?(?:[是为:： ]|就是|应该|改成){0,4})"
    r"(?P<v>(?!(?:19|20)\d\d[\-.]\d{1,2}[\-.]\d{1,2}(?!\d))\d(?:[ \-–—_.·]{0,2}\d){5,24}[ \-]?[Xx]?)(?!\d)"
)
_GROUPS = re.compile(r"(?<!\d)[1-9]\d{5}(?:[ \-–—_.·]{1,3}\d{1,12}){1,6}[ \-]?[Xx]?(?!\d)")


def find_identity_numbers() -> Iterator[tuple[re.Pattern[str], Callable[[str], Personal | None]]]:
    """The patterns in the order in which they are cut; what a value is, None where it is none of these."""
    yield _ANNOUNCED_UNIT, lambda _: Personal.UNIT_NAME
    yield _ANNOUNCED_PASSPORT, lambda _: Personal.PASSPORT
    yield _ANNOUNCED_PERMIT, lambda _: Personal.TRAVEL_PERMIT
    yield _RESIDENCE_CARD, lambda _: Personal.RESIDENCE_CARD
    yield _PASSPORT, lambda _: Personal.PASSPORT
    yield _PERMIT, lambda _: Personal.TRAVEL_PERMIT
    yield _PLATE, lambda _: Personal.PLATE


def find_loose_numbers() -> Iterator[tuple[re.Pattern[str], Callable[[str], Personal | None]]]:
    """Landlines, and identity numbers too short or too long: looked for when everything of a surer form is cut."""
    yield _ANNOUNCED_LANDLINE, lambda _: Personal.LANDLINE
    yield _LANDLINE, lambda _: Personal.LANDLINE
    yield _WRONG_IDENTITY, lambda _: Personal.ID_NUMBER
    yield _GROUPS, lambda bare: Personal.ID_NUMBER if len(bare) >= 13 else None
