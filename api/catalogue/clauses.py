"""A search with a sentence that may tell a story around what it wants."""

from __future__ import annotations

import re

from api.catalogue.schemas import SearchResult
from api.catalogue.service import searched
from api.services import Services
from knowledge.language.aspects import wants_something

_PARTS = re.compile(r"[,，。;；!！?？\n]+")
_STORY = 12
"""Characters from which a sentence may tell a story around what it wants."""
_WORDS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_SHORTEST_PART, _MOST_PARTS = 4, 8
_CLEAR = 0.5


async def searched_by_clauses(text: str, services: Services, *, may_ask: bool = True) -> SearchResult:
    """The items that the sentence asks for; in a story the part that says it most surely."""
    if not _WORDS.search(text):
        return SearchResult(decision="far", candidates=[], distinguishing=None, operations=[], place=None)
    whole = await searched(text, services, may_ask=may_ask)
    parts = [part for part in _PARTS.split(text) if len(part) >= _SHORTEST_PART]
    if not may_ask or whole.decision == "sure" or len(text) < _STORY or len(parts) < 2:
        return whole
    found = [await searched(part, services) for part in parts[:_MOST_PARTS]]
    said = zip([text, *parts[:_MOST_PARTS]], [whole, *found], strict=True)
    best = max(said, key=lambda pair: _sureness(*pair))[1]
    return best.model_copy(update={"cut": whole.cut})


def _sureness(part: str, result: SearchResult) -> tuple[bool, bool, float]:
    """By what the parts of a story are compared: a part that says that something is wanted goes before one that tells."""
    found = bool(result.candidates) and result.decision in ("sure", "close")
    score = result.candidates[0].score if found else 0.0
    return found and wants_something(part) and score >= _CLEAR, result.decision == "sure", score
