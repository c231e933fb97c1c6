"""Numbers that are personal: identity numbers, phones, credit codes, bank cards, e-mail addresses, ends of a phone number.

They are recognised in every way people write them: with blanks, dashes or dots, with +86, beside letters and characters, with a digit
too few or too many. A case number (twelve digits), dates, amounts and areas are not personal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from stdnum.cn import uscc

from knowledge.privacy.kinds import Personal

_GAP = r"[ \-–—_.·]{0,3}"
_FREE = r"(?<!\d)"
_ENDS = r"(?!\d)"
_DIGIT_WORDS = "零〇一二三四五六七八九幺"

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_ID_NUMBER = re.compile(
    rf"{_FREE}[1-9]\d{{2}}{_GAP}\d{{3}}{_GAP}(?:19|20)\d{{2}}{_GAP}[01]\d{_GAP}[0-3]\d{_GAP}\d{{3}}{_GAP}[\dXx](?![\dXx])"
)
_CREDIT_CODE = re.compile(
    rf"(?<![0-9A-Za-z])(?=[0-9 \-–—_.·]*[A-Za-z])[159Yy]{_GAP}[0-9A-Za-z](?:{_GAP}\d){{6}}(?:{_GAP}[0-9A-Za-z]){{10}}(?![0-9A-Za-z])"
)
_LOOSE_CODE = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9A-Za-z]*[A-Za-z])(?=(?:[A-Za-z]*\d){8})[0-9A-Za-z]{16,20}(?![0-9A-Za-z])"
)
_PREFIX = rf"(?:\(?(?:\+|00)?86\)?{_GAP})?"
_PHONE = re.compile(
    rf"(?<![\d+]){_PREFIX}(?:1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{5}}|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{2}}"
    rf"|1[3-9]\d\d{_GAP}\d{{3}}{_GAP}\d{{4}}|1[3-9]\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}){_ENDS}"
)
_WRONG_PHONE = re.compile(
    r"(?<=机|话|码|系|式)(?P<lead>[号码是为:： ]{0,4})(?P<v>1[3-9]\d{7,8}|1[3-9]\d{10,11})(?!\d)"
)
_GROUPED = re.compile(
    rf"{_FREE}(?!(?:(?:19|20)\d\d[ \-]){{3}})\d{{4}}(?:[ \-]\d{{4}}){{3}}(?:[ \-]\d{{1,4}})?[Xx]?{_ENDS}"
)
_SINGLE_DIGITS = re.compile(rf"{_FREE}\d(?:[ \-]\d){{14,19}}(?:[ \-]?[Xx])?{_ENDS}")
_LONG = re.compile(r"\d{15,}[Xx]?|\d{14}[Xx](?![A-Za-z])")
_SPOKEN = re.compile(rf"[{_DIGIT_WORDS}]{{11,}}[Xx]?")
_TAIL = re.compile(
    r"(?<=尾号|尾数)(?P<lead>[是为:： ]{0,3})(?P<v>\d{4})(?!\d)"
    r"|(?<=[后末][四4][位码])(?P<lead2>(?:数字|数|号码)?[是为:： ]{0,3})(?P<v2>\d{4})(?!\d)"
)
_AFTER_CASE_NUMBER = re.compile(r"(?<=(?<!\d)\d{12})(?P<lead>[\s,，、;；\-]+)(?P<v>\d{4})(?![\d年月日平元.])")
_BARE_TAIL = re.compile(
    r"^(?P<lead>\s*(?:是|为|就是|尾号)?\s*)(?P<v>\d{4})(?=\s*[。.,，!]*(?:吧|啊|的)?\s*$)"
)


def find_numbers() -> Iterator[tuple[re.Pattern[str], Callable[[str], Personal]]]:
    """The patterns in the order in which they are cut, each with what tells the kind of a compact value."""
    yield _EMAIL, lambda _: Personal.EMAIL
    yield _ID_NUMBER, lambda _: Personal.ID_NUMBER
    yield _CREDIT_CODE, lambda _: Personal.CREDIT_CODE
    yield _PHONE, lambda _: Personal.PHONE
    yield _GROUPED, _kind_of_digits
    yield _SINGLE_DIGITS, _kind_of_digits
    yield _LONG, _kind_of_digits
    yield _LOOSE_CODE, lambda _: Personal.CREDIT_CODE
    yield _SPOKEN, _kind_of_digits
    yield _WRONG_PHONE, lambda _: Personal.PHONE


def find_tails(expecting: bool) -> Iterator[re.Pattern[str]]:
    """The patterns of the last four digits of a phone."""
    yield _TAIL
    yield _AFTER_CASE_NUMBER
    if expecting:
        yield _BARE_TAIL


def compact(raw: str, kind: Personal) -> str:
    """A number without what was written between its digits."""
    if kind is Personal.EMAIL:
        return raw.strip()
    if kind is Personal.PLATE:
        return re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]", "", raw).upper()
    bare = re.sub(r"[^0-9A-Za-z零〇一二三四五六七八九幺]", "", raw).upper()
    bare = bare.translate(str.maketrans(_DIGIT_WORDS, "00123456789" + "1"))
    return re.sub(r"^(?:00)?86(?=1\d{10}$)", "", bare) if kind is Personal.PHONE else bare


def _kind_of_digits(bare: str) -> Personal:
    """What a run of digits is, mistyped or not: cards have 16, 17 or 19 digits and begin with 3 to 6."""
    if len(bare) <= 13:
        return Personal.PHONE
    if len(bare) == 18 and bare[0] in "159" and uscc.is_valid(bare):
        return Personal.CREDIT_CODE
    card = len(bare) in (16, 17, 19) or (
        len(bare) == 18 and bare.startswith("62") and bare[6:8] not in ("19", "20")
    )
    return Personal.BANK_CARD if card and bare[0] in "3456" and bare.isdigit() else Personal.ID_NUMBER
