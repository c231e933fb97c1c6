"""One look at everything that is published, for one sentence."""

from __future__ import annotations

import re

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import SearchRequest, SearchResult
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import Seeking
from api.library import service as library_service
from api.library.schemas import Asking
from api.services import Services
from api.understanding.schemas import Hearing, StatedFact, Understanding
from api.understanding.wishes import bundle_of, wishes_of
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.language.stated_facts import facts_in
from knowledge.privacy.redaction import redact

_PARTS = re.compile(r"[,，。;；!！?？\n]+")
_STORY = 16
"""Characters from which a sentence may tell a story around what it wants."""
_SHORTEST_PART, _MOST_PARTS = 4, 8


def understand(hearing: Hearing, services: Services) -> Understanding:
    """What the sentence may mean, each with its own probability; which of it is meant is decided by the dialogue."""
    catalogue = services.catalogue
    text, _ = redact(normalise(hearing.text))
    search = _search(hearing.text, services)
    asking = Asking(text=hearing.text, after=hearing.after, window=hearing.window)
    wishes = wishes_of(text, services)
    departments = catalogue_service.list_departments(catalogue).departments
    return Understanding(
        search=search,
        matter=elsewhere_service.ask(Seeking(text=hearing.text), services.elsewhere, catalogue).matter,
        answer=library_service.ask(asking, services.library, catalogue).answer,
        department=next((d for d in departments if text in (d.name, d.short, *d.says)), None),
        facts=_facts(text, hearing, catalogue),
        wishes=wishes,
        together=bundle_of(wishes, catalogue) if wishes else None,
    )


def _search(text: str, services: Services) -> SearchResult:
    """The items that the sentence asks for; in a story the part that says it most surely."""
    whole = _searched(text, services)
    parts = [part for part in _PARTS.split(text) if len(part) >= _SHORTEST_PART]
    if whole.decision == "sure" or len(text) < _STORY or len(parts) < 2:
        return whole
    found = [
        result for part in parts[:_MOST_PARTS] if (result := _searched(part, services)).decision == "sure"
    ]
    best = max(found, key=lambda result: result.candidates[0].score, default=whole)
    return best.model_copy(update={"cut": whole.cut})


def _searched(text: str, services: Services) -> SearchResult:
    return catalogue_service.search(SearchRequest(text=text), services.catalogue, services.holder.matcher)


def _facts(text: str, hearing: Hearing, catalogue: Catalogue) -> list[StatedFact]:
    affair = catalogue.affair(hearing.affair) if hearing.affair else None
    if affair is None:
        return []
    but = [hearing.question] if hearing.question else []
    return [
        StatedFact(question=question, value=value, label=catalogue.questions[question].options[value].label)
        for question, value in facts_in(text, affair, catalogue, but=but).items()
        if value in catalogue.questions[question].options
    ]
