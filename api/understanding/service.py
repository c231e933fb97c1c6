"""One look at everything that is published, for one sentence."""

from __future__ import annotations

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import SearchRequest
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import Seeking
from api.library import service as library_service
from api.library.schemas import Asking
from api.services import Services
from api.understanding.schemas import Hearing, StatedFact, Understanding
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.language.stated_facts import facts_in
from knowledge.privacy.redaction import redact


def understand(hearing: Hearing, services: Services) -> Understanding:
    """What the sentence may mean, each with its own probability; which of it is meant is decided by the dialogue."""
    catalogue = services.catalogue
    text, _ = redact(normalise(hearing.text))
    search = catalogue_service.search(SearchRequest(text=hearing.text), catalogue, services.holder.matcher)
    asking = Asking(text=hearing.text, after=hearing.after, window=hearing.window)
    departments = catalogue_service.list_departments(catalogue).departments
    return Understanding(
        search=search,
        matter=elsewhere_service.ask(Seeking(text=hearing.text), services.elsewhere, catalogue).matter,
        answer=library_service.ask(asking, services.library, catalogue).answer,
        department=next((d for d in departments if text in (d.name, d.short, *d.says)), None),
        facts=_facts(text, hearing, catalogue),
    )


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
