"""Several things wanted in one sentence, and the bundle (一件事) in which they are done together."""

from __future__ import annotations

from collections.abc import Sequence

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import CandidateView, SearchRequest
from api.catalogue.views import summary
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import Seeking
from api.services import Services
from api.understanding.schemas import WishView
from knowledge.catalogue.affair import Catalogue
from knowledge.language.wishes import wishes_in

MOST_WISHES = 4
_SURE_ENOUGH = 0.5
"""How likely an item must be to be said back as one of several."""


def wishes_of(text: str, services: Services) -> list[WishView]:
    """What each part of the sentence wants; empty where fewer than two different matters are heard."""
    parts = wishes_in(text)
    if len(parts) < 2:
        return []
    found = [_wish(part, services) for part in parts[:MOST_WISHES]]
    heard = {key: wish for wish in found if (key := _meant(wish))}
    return list(heard.values()) if len(heard) > 1 else []


def _wish(part: str, services: Services) -> WishView:
    search = catalogue_service.search(SearchRequest(text=part), services.catalogue, services.holder.matcher)
    matter = elsewhere_service.ask(Seeking(text=part), services.elsewhere, services.catalogue).matter
    return WishView(text=part, search=search, matter=matter)


def _meant(wish: WishView) -> str | None:
    """What a part means: the id of the item or the matter; None where neither is likely."""
    best = wish.search.candidates[0] if wish.search.candidates else None
    if best is not None and wish.search.decision in ("sure", "close") and best.score >= _SURE_ENOUGH:
        return best.id
    return wish.matter.id if wish.matter is not None and wish.matter.sure else None


def bundle_of(wishes: Sequence[WishView], catalogue: Catalogue) -> CandidateView | None:
    """The bundle that has at least two of the wishes among its parts, the one with the fewest parts beside."""
    meant = {wish.search.candidates[0].id for wish in wishes if wish.search.candidates}
    having = [
        bundle
        for bundle in catalogue.bundles.values()
        if len(meant & {part.item for part in bundle.parts}) > 1
    ]
    if not having:
        return None
    best = min(having, key=lambda bundle: len(bundle.parts))
    return CandidateView(**summary(best, catalogue).__dict__, score=1.0)
