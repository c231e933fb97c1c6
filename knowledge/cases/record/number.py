"""Case numbers: the day, six digits by chance, and a check digit that catches a mistyped or swapped digit.

Twelve digits, for example ``263277182034``: 26-327, the 327th day of 2026, the digits by chance, check digit after ISO/IEC 7064 MOD 11,10. Later
days have higher numbers; from one number no other of its day can be told. Numbers from before were year, month, day and a running number, of
the same length and with the same check; they stay valid.
"""

from __future__ import annotations

from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_10

CHOICES = 1_000_000
"""How many numbers a day has."""


def case_number(day: date, chance: int) -> str:
    """The number of a case that is submitted on a day.

    Args:
        chance: Nobody can foresee it; from 0 to below :data:`CHOICES`.

    Raises:
        ValueError: It is out of range.
    """
    if not 0 <= chance < CHOICES:
        raise ValueError("chance out of range")
    body = f"{day:%y%j}{chance:06d}"
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
