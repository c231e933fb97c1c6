"""What is kept of a talk passes the same redaction as everything that is said."""

from __future__ import annotations

from api.platform.errors import NothingSaid
from knowledge.base.text import normalise
from knowledge.privacy.redaction import redact


def kept(text: str) -> tuple[str, list[str]]:
    """A text without personal data, and what kinds were taken out; as typed where there were none.

    Raises:
        NothingSaid: Nothing is left that could be read.
    """
    said, taken = redact(normalise(text))
    left = said if taken else text.strip()
    if not left:
        raise NothingSaid
    return left, list(dict.fromkeys(one.kind.plain.label for one in taken))
