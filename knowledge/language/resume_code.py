"""The code by which somebody goes on elsewhere (续办码), for example ``K7PM-2XQ9``: read aloud, typed, found in a sentence."""

from __future__ import annotations

import re

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs that are not mistaken for one another when written down: no 0, O, 1, I."""

_CODE = re.compile(rf"(?<![A-Za-z0-9])[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}(?![A-Za-z0-9])", re.IGNORECASE)


def resume_code_in(text: str) -> str | None:
    """The code that a text holds, in capitals; None where it holds none."""
    found = _CODE.search(text)
    return found[0].upper() if found else None


def plain_code(typed: str) -> str:
    """A typed code in its one spelling: capitals, without blanks and hyphens."""
    return "".join(sign for sign in typed.upper() if sign in ALPHABET)
