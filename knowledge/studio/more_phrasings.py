"""A trained matcher with more phrasings, which count at once and need no training."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.matching import Matcher
from knowledge.matching.evidence.features import read


def with_phrasings(matcher: Matcher, phrasings: Iterable[tuple[str, str]]) -> Matcher:
    """A matcher that knows these too; the one given stays as it is.

    The phrasings go into the index of added ones in one step, where ``Matcher.add_alias`` makes it anew for each.

    Args:
        phrasings: Text and entry; what names no entry, or holds nothing to compare, is left out.
    """
    model = matcher._view.model
    numbers = {entry.id: number for number, entry in enumerate(model.entries)}
    added = [
        (plain, numbers[entry])
        for text, entry in phrasings
        if entry in numbers and (plain := read(text).plain)
    ]
    return Matcher(replace(model, added=(*model.added, *added))) if added else matcher
