"""The affair in hand or those offered denied, what else the sentence says then, and what was denied left out of every search."""

from __future__ import annotations

from collections.abc import Collection

from api.catalogue.schemas import CandidateView, SearchResult
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import Seeking
from api.services import Services
from api.understanding.schemas import DenialView, Hearing
from api.understanding.story import told_of
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.affair_denial import AffairDenial, affair_denied_in
from knowledge.guidance.candidate_choice import left_of
from knowledge.language.stated_facts import stated

_NAMED = 0.99
"""A score from which on the words themselves stand in the catalogue."""
_STILL_CLOSE = 0.15
"""How likely what is left must be to be offered, where the likeliest was denied before."""


async def denial_of(text: str, hearing: Hearing, services: Services) -> DenialView | None:
    """What the sentence denies of the affair in hand or of those offered; None where it denies none."""
    catalogue = services.catalogue
    in_talk = hearing.offered or ([hearing.affair] if hearing.affair else [])
    question = catalogue.questions.get(hearing.question or "")
    denial = affair_denied_in(text, in_talk, catalogue, question)
    if denial is None:
        return None
    rest = denial.rest
    found = (await told_of(rest, services)).search if rest else None
    turns_to = await _turns_to(found, denial, hearing, services) if found is not None else None
    may_be_another = turns_to not in catalogue.items and (denial.is_outright or denial.is_named)
    instead = _instead(denial, in_talk, catalogue) if may_be_another else None
    return DenialView(
        affairs=list(denial.affairs),
        rest=denial.rest,
        because=list(denial.because),
        outright=denial.is_outright,
        named=denial.is_named,
        may_answer=denial.may_answer,
        states=_states(denial.rest, hearing.affair, catalogue),
        still=found is not None and _is_still(found, denial),
        instead=instead,
        turns_to=turns_to,
    )


def _is_still(found: SearchResult, denial: AffairDenial) -> bool:
    """Whether the rest sounds like what is denied: 不是宾馆，是理发店."""
    likely = found.candidates[0].id if found.candidates and found.decision in ("sure", "close") else None
    return likely in denial.affairs


def _states(rest: str, affair: str | None, catalogue: Catalogue) -> bool:
    known = catalogue.affair(affair) if affair and rest else None
    return known is not None and any(fact.certain for fact in stated(rest, known, catalogue))


def _instead(denial: AffairDenial, in_talk: Collection[str], catalogue: Catalogue) -> str | None:
    """The other operation on the same thing that the rest names: 不是变更，是注销."""
    mains = {item.main for key in in_talk if (item := catalogue.items.get(key))}
    among = [key for key, one in catalogue.items.items() if one.main in mains]
    left = left_of(denial.rest, among, catalogue)
    others = [key for key in left.items if key not in denial.affairs] if left else []
    return others[0] if len(others) == 1 else None


async def _turns_to(
    found: SearchResult, denial: AffairDenial, hearing: Hearing, services: Services
) -> str | None:
    """The id of what the rest surely asks for instead: an item, or a matter that others do."""
    result = without_denied(found, {*hearing.denied, *denial.affairs}, denial.rest, services.catalogue)
    if result.decision == "sure":
        return result.candidates[0].id
    matter = await elsewhere_service.ask(
        Seeking(text=denial.rest), services.elsewhere, services.catalogue, services.encoding
    )
    return matter.matter.id if matter.matter is not None and matter.matter.sure else None


def without_denied(
    result: SearchResult, denied: Collection[str], text: str, catalogue: Catalogue
) -> SearchResult:
    """A search without what was denied before, unless the sentence names it outright."""
    if not denied:
        return result
    kept = [one for one in result.candidates if one.id not in denied or _is_named(one, text, catalogue)]
    if not result.candidates or (kept and kept[0] is result.candidates[0]):
        return result.model_copy(update={"candidates": kept})
    is_close = result.decision in ("sure", "close") and bool(kept) and kept[0].score >= _STILL_CLOSE
    return result.model_copy(update={"candidates": kept, "decision": "close" if is_close else "far"})


def _is_named(one: CandidateView, text: str, catalogue: Catalogue) -> bool:
    item = catalogue.items.get(one.id)
    name = item.main_name if item else one.name
    return one.score >= _NAMED or normalise(name) in text


def denies(text: str, result: SearchResult, catalogue: Catalogue) -> AffairDenial | None:
    """The denial of the very item that a search found: 谁要离婚了 is no wish for a divorce."""
    if not result.candidates:
        return None
    denial = affair_denied_in(text, [result.candidates[0].id], catalogue)
    return denial if denial is not None and denial.is_outright and denial.is_named else None
