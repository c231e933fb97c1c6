"""What fits into the fields of WeChat's templates: since 2023-05 twenty characters and no line breaks, less in some kinds."""

from __future__ import annotations

import re

_MOST = {
    "thing": 20,
    "phrase": 5,
    "name": 10,
    "character_string": 32,
    "number": 32,
    "letter": 32,
    "symbol": 5,
    "const": 20,
    "short_thing": 5,
}
_KIND = re.compile(r"[a-z_]*[a-z]")
_NOT_IN_CODES = re.compile(r"[^0-9A-Za-z\-_/.,:#&+=@ ]")


def fitted(field: str, value: str) -> str:
    """A value as a field takes it.

    Args:
        field: As the template names it, for example ``thing1``: letters for the kind, then a number.
    """
    found = _KIND.match(field)
    kind = found[0] if found else ""
    text = " ".join(value.split())
    if kind in ("character_string", "number", "letter"):
        text = _NOT_IN_CODES.sub("", text)
    most = _MOST.get(kind, 20)
    return text if len(text) <= most else f"{text[: most - 1]}…" if kind == "thing" else text[:most]
