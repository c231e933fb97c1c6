"""Several things wanted in one sentence, and the bundle (一件事) in which they are done together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import CandidateView, SearchResult
from api.catalogue.views import summary
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import Seeking
from api.services import Services
from api.understanding.denial import denies, without_denied
from api.understanding.schemas import WishView
from knowledge.catalogue.affair import Catalogue, are_siblings
from knowledge.elsewhere.telling_apart import is_story
from knowledge.guidance.bundle import bundle_of
from knowledge.language.aspects import wants_something
from knowledge.language.wishes import tells_a_plight, wishes_in

_BY_NAME = 0.98
"""How likely an operation must be that nothing beside it changes."""
_SURE_ENOUGH = 0.35
"""How likely an item and its other operations must be to be said back as one of several."""


async def wishes_of(
    text: str, whole: SearchResult, services: Services, denied: Collection[str] = ()
) -> list[WishView]:
    """What each part of the sentence wants; empty where fewer than two different matters are heard.

    A part that only denies wants nothing: 谁要离婚了.

    Args:
        denied: Ids of what was denied before.
        whole: What the whole sentence asks for: where it is sure, it tells which operation a part means (退休, then 取公积金).
    """
    parts = wishes_in(text)
    if is_story(text):
        # 他是退休的，有退休金 tells of somebody, and wants nothing by itself.
        parts = tuple(part for part in parts if wants_something(part) or tells_a_plight(part))
    if len(parts) < 2:
        return []
    found = [_with_the_whole(wish, whole) for part in parts if (wish := await _wish(part, services, denied))]
    found = [_with_the_others(wish, found, services.catalogue) for wish in found]
    heard = {key: wish for wish in found if (key := _meant(wish))}
    return list(heard.values()) if len(heard) > 1 else []


async def _wish(part: str, services: Services, denied: Collection[str]) -> WishView | None:
    found = without_denied(await catalogue_service.searched(part, services), denied, part, services.catalogue)
    search = _likeliest_first(found)
    if denial := denies(part, search, services.catalogue):
        return await _wish(denial.rest, services, {*denied, *denial.affairs}) if denial.rest else None
    matter = await elsewhere_service.ask(
        Seeking(text=part), services.elsewhere, services.catalogue, services.encoding
    )
    return WishView(text=part, search=search, matter=matter.matter)


def _with_the_whole(wish: WishView, whole: SearchResult) -> WishView:
    if whole.decision != "sure" or not wish.search.candidates:
        return wish
    best, own = whole.candidates[0], wish.search.candidates[0]
    if wish.search.decision == "sure" and own.score >= best.score:
        return wish
    is_its_own = best.id != own.id and are_siblings(best.id, own.id)
    return wish.model_copy(update={"search": whole}) if is_its_own else wish


def _with_the_others(wish: WishView, all_wishes: Sequence[WishView], catalogue: Catalogue) -> WishView:
    """Of an item's operations the one that a bundle holds together with what else is wanted: 公积金 beside 退休."""
    others = [one.search.candidates[0].id for one in all_wishes if one is not wish and one.search.candidates]
    candidates = wish.search.candidates
    if (
        not others
        or not candidates
        or candidates[0].score >= _BY_NAME
        or bundle_of([*others, candidates[0].id], catalogue)
    ):
        return wish
    for one in candidates[1:]:
        if are_siblings(one.id, candidates[0].id) and bundle_of([*others, one.id], catalogue):
            rest = [other for other in candidates if other is not one]
            return wish.model_copy(
                update={"search": wish.search.model_copy(update={"candidates": [one, *rest]})}
            )
    return wish


def _likeliest_first(search: SearchResult) -> SearchResult:
    """Without the bundles that are offered before an item, since the bundle of several wishes is looked for apart."""
    items = [one for one in search.candidates if one.kind == "item" or one.score > 0]
    return search.model_copy(update={"candidates": sorted(items, key=lambda one: -one.score)})


def _meant(wish: WishView) -> str | None:
    """What a part means: the id of the item or the matter; None where neither is likely."""
    if wish.search.candidates and wish.search.decision in ("sure", "close"):
        best, *others = wish.search.candidates
        thing = best.name.partition("（")[0]
        family = best.score + sum(one.score for one in others if one.name.partition("（")[0] == thing)
        if wish.search.decision == "sure" or family >= _SURE_ENOUGH:
            return best.id
    return wish.matter.id if wish.matter is not None and wish.matter.sure else None


def bundle_among(wishes: Sequence[WishView], catalogue: Catalogue) -> CandidateView | None:
    """The bundle that holds all that is wanted of the centre."""
    wanted = [wish.search.candidates[0].id for wish in wishes if wish.search.candidates]
    found = catalogue.bundles.get(bundle_of(wanted, catalogue) or "")
    return CandidateView(**summary(found, catalogue).__dict__, score=1.0) if found else None
