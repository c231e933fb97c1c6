"""Case numbers: day, running number of the day, and a check digit that catches a mistyped or swapped digit.

Twelve digits, for example ``261123000014``: 26-11-23, the first case of the day, check digit after ISO/IEC 7064 MOD 11,10.
"""

from __future__ import annotations

from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_10

MOST_A_DAY = 99_999


def case_number(day: date, running: int) -> str:
    """The number of a day's case, counted from 1.

    Raises:
        ValueError: More than :data:`MOST_A_DAY`.
    """
    if not 1 <= running <= MOST_A_DAY:
        raise ValueError("running number out of range")
    body = f"{day:%y%m%d}{running:05d}"
    return body + mod_11_10.calc_check_digit(body)


def is_case_number(text: str) -> bool:
    """Whether a text can be a case number at all."""
    if len(text) != 12 or not text.isascii() or not text.isdigit():
        return False
    try:
        mod_11_10.validate(text)
    except ValidationError:
        return False
    return True
