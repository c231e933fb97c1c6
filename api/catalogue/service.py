"""Browse and search the catalogue that is in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.catalogue.schemas import (
    AgeVerdictView,
    CandidateView,
    DepartmentList,
    DepartmentView,
    IssuingItem,
    ItemAnswer,
    ItemDetail,
    ItemList,
    SearchRequest,
    SearchResult,
    SentenceView,
    WorkedOutView,
)
from api.catalogue.views import detail, summary
from api.platform.errors import ItemNotFound
from api.published.encoding import Encoding
from api.services import Services
from knowledge.answers.item_question import QuestionFinder
from knowledge.answers.item_sentence import best_sentence, sentences_of
from knowledge.base.text import normalise
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Faq
from knowledge.catalogue.themes import themes
from knowledge.embedding.encoder import Vectors
from knowledge.guidance.age_asked import age_verdict
from knowledge.guidance.flow_chart import affair_flowchart
from knowledge.guidance.issued_elsewhere import issued_elsewhere
from knowledge.guidance.notice import NoticeContent, draw
from knowledge.guidance.offer import offer as offered
from knowledge.guidance.routing import Request, route
from knowledge.guidance.worked_out import terms_to_apply, worked_out
from knowledge.language.aspects import Aspect, asks_yes_or_no, aspects_in, is_question, wish_in
from knowledge.language.stated_facts import place_in
from knowledge.matching import Match, Matcher
from knowledge.privacy.redaction import redact

_BRIEFLY = 6
"""Characters of an alias that only names its item (高龄补贴); a longer one tells what is asked of it."""


def offer(key: str, catalogue: Catalogue) -> BusinessItem | Bundle | None:
    """The item or bundle of that id."""
    return catalogue.items.get(key) or catalogue.bundles.get(key)


def list_items(catalogue: Catalogue, department: str | None, offset: int, limit: int) -> ItemList:
    """Bundles, then items; of one department (by id or name) where asked for."""
    offers: list[BusinessItem | Bundle] = [*catalogue.bundles.values(), *catalogue.items.values()]
    if department:
        offers = [
            one for one in offers if department in (one.department, catalogue.department_name(one.department))
        ]
    page = offers[offset : offset + limit]
    return ItemList(
        items=[summary(one, catalogue) for one in page],
        total=len(offers),
        themes=[theme.name for theme in themes()],
        offset=offset,
    )


def item_detail(key: str, catalogue: Catalogue, today: date) -> ItemDetail:
    """Everything about one item or bundle.

    Raises:
        ItemNotFound: No such id.
    """
    affair, found = catalogue.affair(key), offer(key, catalogue)
    if affair is None or found is None:
        raise ItemNotFound
    return detail(affair, found, route(Request(affair, today), catalogue), catalogue)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Today, in the centre's calendar."""

    today: date
    calendar: WorkCalendar


def ask(key: str, said: str, catalogue: Catalogue, finder: QuestionFinder) -> Faq | None:
    """The question of the item, or of one of the bundle's items, that is surely asked. Blocks: not for the event loop.

    Raises:
        ItemNotFound: No such id.
    """
    affair = catalogue.affair(key)
    if affair is None:
        raise ItemNotFound
    text, _ = redact(normalise(said))
    questions = [faq for part in affair.parts for faq in part.item.questions]
    found = finder.find(text, questions, _called(affair))
    asks = is_question(text) or asks_yes_or_no(text)
    others = set(aspects_in(text)) - {Aspect.WITHOUT}  # 没 and 要 stand in many an item's own question
    meant = found is not None and found.is_meant(asks_aspect=bool(others), asks=asks)
    return found.question if found and meant else None


def _called(affair: Affair) -> list[str]:
    """The names of an affair and its items, and what people briefly call them."""
    aliases = [alias for part in affair.parts for alias in part.item.aliases if len(alias) <= _BRIEFLY]
    return [affair.name, *(part.item.name for part in affair.parts), *aliases]


def answer_of(
    key: str, said: str, catalogue: Catalogue, finder: QuestionFinder, day: CalendarDay
) -> ItemAnswer:
    """Everything of the item that answers a question. Blocks: not for the event loop.

    Raises:
        ItemNotFound: No such id.
    """
    answer = ask(key, said, catalogue, finder)
    affair = catalogue.affair(key)
    assert affair is not None
    text, _ = redact(normalise(said))
    issuing = [
        IssuingItem(paper=paper, name=item.name, department=catalogue.department_name(item.department))
        for paper, item in issued_elsewhere(text, affair, catalogue)
    ]
    return ItemAnswer(
        answer=answer,
        sentence=sentence_of(text, affair, catalogue, finder),
        issuing=issuing,
        age=_age_verdict(text, affair, day.today),
        dates=_worked_out(text, affair, day),
    )


def _age_verdict(text: str, affair: Affair, today: date) -> AgeVerdictView | None:
    verdict = age_verdict(text, [part.item for part in affair.parts], today)
    if verdict is None:
        return None
    return AgeVerdictView(fits=verdict.fits, condition=verdict.condition, counted=verdict.counted)


def _worked_out(text: str, affair: Affair, day: CalendarDay) -> list[WorkedOutView]:
    """The dates that are asked for, counted from what the text names or from today."""
    items = [part.item for part in affair.parts]
    found = worked_out(text, items, terms_to_apply(items), day.today, day.calendar)
    return [
        WorkedOutView(
            wanted=one.wanted,
            start=one.start,
            end=one.end,
            term=one.term,
            said=one.said,
            passed=one.end < day.today,
        )
        for one in found
    ]


def sentence_of(
    text: str, affair: Affair, catalogue: Catalogue, finder: QuestionFinder
) -> SentenceView | None:
    """The sentence of the affair that speaks of what a normalised text asks. Blocks: not for the event loop."""

    def encode(texts: Sequence[str]) -> dict[str, Vectors]:
        return finder.vectors(text, texts)

    known = sentences_of(affair, catalogue)
    found = best_sentence(text, known, encode if finder.knows_meanings else None, of=affair.name)
    if found is None:
        return None
    return SentenceView(
        text=found.text, place=found.place, about=found.about, says_yes=found.says_yes, says_no=found.says_no
    )


def preview(key: str, catalogue: Catalogue, today: date) -> NoticeContent:
    """The notice of somebody of whom nothing is known yet.

    Raises:
        ItemNotFound: No such id.
    """
    affair = catalogue.affair(key)
    if affair is None:
        raise ItemNotFound
    return draw(affair, {}, catalogue, route(Request(affair, today), catalogue))


def flow_chart(key: str, catalogue: Catalogue) -> str:
    """The outer flow chart (外部流程图) of an item or a bundle as SVG.

    Raises:
        ItemNotFound: No such item, or its source has no steps.
    """
    affair = catalogue.affair(key)
    chart = affair_flowchart(affair) if affair else ""
    if not chart:
        raise ItemNotFound
    return chart


async def search(
    request: SearchRequest,
    catalogue: Catalogue,
    matcher: Matcher,
    encoding: Encoding,
    *,
    may_ask: bool = True,
) -> SearchResult:
    """What a sentence asks for, and what else it says.

    Args:
        may_ask: Whether the encoder may be asked.
    """
    text, _ = redact(normalise(request.text))
    wish = wish_without_places(text, catalogue)
    match = await encoding.matched(matcher, wish, request.limit, may_ask=may_ask)
    return result_of(match, text, wish, catalogue)


def wish_without_places(text: str, catalogue: Catalogue) -> str:
    """What is wanted, without where."""
    return wish_in(text, (word for place in catalogue.places.values() for word in (place.name, *place.says)))


def result_of(match: Match, text: str, wish: str, catalogue: Catalogue) -> SearchResult:
    """What a match offers, and what else the sentence says.

    Args:
        text: The whole sentence, normalised.
        wish: What of it was matched.
    """
    offering = offered(match, wish, catalogue)
    scores = {one.id: one.score for one in match.candidates}
    return SearchResult(
        decision=offering.decision.value,
        candidates=[
            CandidateView(**summary(found, catalogue).__dict__, score=scores.get(key, 0.0))
            for key in offering.ids
            if (found := offer(key, catalogue))
        ],
        distinguishing=offering.distinguishing,
        operations=sorted(match.operations),
        place=place_in(text, catalogue),
        cut=match.cut,
    )


async def searched(text: str, services: Services, *, may_ask: bool = True) -> SearchResult:
    """As :func:`search`, with what is in force."""
    request, matcher = SearchRequest(text=text), services.holder.matcher
    return await search(request, services.catalogue, matcher, services.encoding, may_ask=may_ask)


def list_departments(catalogue: Catalogue) -> DepartmentList:
    """All departments with the number of their items and bundles."""
    counts = Counter(
        one.department for group in (catalogue.items, catalogue.bundles) for one in group.values()
    )
    return DepartmentList(
        departments=[
            DepartmentView(
                id=one.id,
                name=one.name,
                short=one.short,
                says=list(one.says),
                phone=one.phone,
                supervise=one.supervise,
                items=counts[one.id],
            )
            for one in catalogue.departments.values()
        ]
    )
