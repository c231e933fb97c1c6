"""One look at everything that is published, for one sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import DepartmentView, SearchResult
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import TOLD, MatterView
from api.library import service as library_service
from api.library.schemas import Asking, LibraryAnswer
from api.services import Services
from api.understanding.denial import denial_of, denies, without_denied
from api.understanding.schemas import (
    AskedOfItem,
    DangerView,
    Hearing,
    Narrowed,
    OptionHeard,
    OtherSubjectView,
    StatedFact,
    Understanding,
    VagueChoiceView,
    VagueView,
)
from api.understanding.story import Told, is_surely, told_in_story, told_of
from api.understanding.wishes import bundle_among, wishes_of
from knowledge.answers.item_sentence import telling_pairs
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.question_order import is_answer, label_of
from knowledge.elsewhere.finder import Found
from knowledge.elsewhere.telling_apart import SHORT_STORY
from knowledge.embedding.encoder import Vectors
from knowledge.guidance.candidate_choice import left_of
from knowledge.guidance.vague_wish import vague_in
from knowledge.guidance.window_names import OF_A_WINDOW, names_of, window_in
from knowledge.language.aspects import aspects_in, is_question
from knowledge.language.clause import answering_part
from knowledge.language.danger.learned import hear
from knowledge.language.danger.reading import danger_at_the_end, danger_in
from knowledge.language.departed import of_who_died, plainly
from knowledge.language.department_words import asks_to_reach, department_subjects
from knowledge.language.foreign import Foreign
from knowledge.language.foreign.english_names import english_name
from knowledge.language.paper_questions import papers_asked_about
from knowledge.language.polarity import is_only_denied
from knowledge.language.spoken_time import in_weeks
from knowledge.language.stated_facts import place_in, stated
from knowledge.options.reading import OptionReading
from knowledge.privacy.redaction import redact

_LEAST_SHARED = 2
"""Pairs of characters of what others do that a sentence in the middle of an affair must hold: 合同还要不要签 alone is no labour dispute."""
_SHORTEST_BESIDE = 10
"""Characters of a sentence that may speak of something beside the affair in hand without asking."""


async def understand(hearing: Hearing, services: Services) -> Understanding:
    """What the sentence may mean, each with its own probability; which of it is meant is decided by the dialogue."""
    catalogue = services.catalogue
    text, _ = redact(normalise(hearing.text))
    foreign = services.foreign.read(text)
    own = plainly(in_weeks(foreign.chinese))
    said = of_who_died(own) if hearing.mourning else own
    reply = answering_part(said)
    option = _option(reply, hearing, services, None)
    answers = option is not None and option.decided is not None
    beside = _beside(said, hearing, services)
    told = await _told(
        said, hearing, services, answers=answers, wholly=beside is not None or _asks_in_hand(said, hearing)
    )
    if hearing.affair and told.matter is not None and not _speaks_of(said, told.matter, services):
        told = replace(told, matter=None)
    search = told.search
    # Where one thing is sure, the encoder, which costs as much as all the rest together, is not asked for the others.
    may_ask = not answers and not is_surely(search)
    if option is not None and may_ask:
        option = _option(reply, hearing, services, await services.encoding.vector_of(reply))
    wishes = await wishes_of(said, search, services, hearing.denied)
    return Understanding(
        language=foreign.language,
        chinese=foreign.chinese,
        english=_english(foreign, search),
        search=search,
        matter=told.matter,
        told=_told_before(hearing, services),
        among=told.among,
        answer=await _answer(said, hearing, services, may_ask=may_ask),
        department=_department([text], catalogue),
        department_asked=_department(department_subjects(text), catalogue) if asks_to_reach(text) else None,
        window_asked=_window_asked(text, catalogue),
        place=_place(text, catalogue),
        facts=_facts(own, hearing, catalogue),
        option=_option_heard(said, option, hearing, catalogue),
        narrowed=_narrowed(own, hearing, search, catalogue),
        asked=await _asked(said, hearing, search, services),
        beside=beside,
        papers_asked=_papers_asked(said, hearing, catalogue),
        quoted=not answers and await _quoted(said, hearing, services),
        wishes=wishes,
        together=bundle_among(wishes, catalogue) if wishes else None,
        danger=await _danger(said, services, may_ask=may_ask),
        vague=_vague(said, catalogue),
        denial=await denial_of(said, hearing, services),
    )


def _speaks_of(text: str, matter: MatterView, services: Services) -> bool:
    """Whether a message holds a word of what others do: in the middle of an affair a likeness alone leads astray."""
    known = services.elsewhere.matter(matter.id)
    words = (known.name, *known.phrasings) if known is not None else (matter.name,)
    said = telling_pairs(text)
    held = [(said & pairs, len(pairs)) for pairs in map(telling_pairs, words) if pairs]
    return matter.score >= 1 or any(len(shared) >= min(_LEAST_SHARED, count) for shared, count in held)


def _place(text: str, catalogue: Catalogue) -> str:
    place = place_in(text, catalogue)
    return catalogue.places[place].name if place else ""


def _beside(text: str, hearing: Hearing, services: Services) -> OtherSubjectView | None:
    """What a question speaks of that the affair in hand does not know."""
    affair = services.catalogue.affair(hearing.affair) if hearing.affair else None
    if affair is None or (len(text) < _SHORTEST_BESIDE and not (is_question(text) or aspects_in(text))):
        return None
    other = services.subjects.beside(text, affair)
    return OtherSubjectView(words=list(other.words), named=other.named) if other else None


def _told_before(hearing: Hearing, services: Services) -> MatterView | None:
    """The matter that was told of just before."""
    after = hearing.after or ""
    if not after.startswith(TOLD):
        return None
    matter = services.elsewhere.matter(after.removeprefix(TOLD).partition(":")[0])
    found = Found(matter, 1.0) if matter else None
    return elsewhere_service.view_of(found, services.elsewhere, services.catalogue) if found else None


def _papers_asked(text: str, hearing: Hearing, catalogue: Catalogue) -> list[str]:
    """The papers of the affair in hand that are asked about."""
    affair = catalogue.affair(hearing.affair) if hearing.affair else None
    if affair is None:
        return []
    names = {need.material: catalogue.materials[need.material].name for _, need in affair.needs}
    results = [part.item.result.name for part in affair.parts if part.item.result]
    return list(papers_asked_about(text, names, results))


def _asks_in_hand(text: str, hearing: Hearing) -> bool:
    """Whether a question is asked in the middle of an affair, of which others may do what it asks for."""
    return hearing.affair is not None and len(text) >= SHORT_STORY - 3 and is_question(text)


async def _told(
    text: str, hearing: Hearing, services: Services, *, answers: bool, wholly: bool = False
) -> Told:
    """What the sentence asks for, and neither what it denies nor what was denied before.

    Args:
        wholly: Hear it against all that others do as well, however short it is.
    """
    denied = set(hearing.denied)
    if wholly and not answers:
        told = await told_in_story(text, services, denied)
    else:
        told = await told_of(text, services, denied, answers=answers)
    denial = denies(text, told.search, services.catalogue)
    if denial is not None and denial.rest:
        others = denied.union(denial.affairs)
        rest = await told_of(denial.rest, services, others, answers=answers)
        # 听说不要户口本了 denies no wedding: a denial leaves something else that is wanted.
        if rest.search.decision in ("sure", "close") or rest.matter is not None:
            text, denied, told = denial.rest, others, rest
    return replace(told, search=without_denied(told.search, denied, text, services.catalogue))


async def _danger(text: str, services: Services, *, may_ask: bool) -> DangerView | None:
    """The danger that the sentence tells of; what surely is something else, in no word of danger, is not looked at twice."""
    if not may_ask and danger_in(text) is None and danger_at_the_end(text) is None:
        return None
    heard = hear(text, await services.encoding.vector_of(text), services.encoding.version)
    return DangerView(kind=heard.danger.kind, probability=heard.probability) if heard else None


async def _answer(text: str, hearing: Hearing, services: Services, *, may_ask: bool) -> LibraryAnswer | None:
    asking = Asking(text=text, after=hearing.after, window=hearing.window)
    found = await library_service.ask(
        asking, services.library, services.catalogue, services.encoding, may_ask=may_ask
    )
    return found.answer


def _department(names: Collection[str], catalogue: Catalogue) -> DepartmentView | None:
    """The department of which one of these is the name or a nickname."""
    departments = catalogue_service.list_departments(catalogue).departments
    return next((d for d in departments if set(names) & {d.name, d.short, *d.says}), None)


def _window_asked(text: str, catalogue: Catalogue) -> str:
    """The name of the window of which a place, a phone or hours are asked for (不动产登记中心周末上班吗)."""
    if not OF_A_WINDOW & set(aspects_in(text)):
        return ""
    places = catalogue.places
    names = {
        key: names_of(window.name, window.says, (places[place].name for place in window.places))
        for key, window in catalogue.windows.items()
    }
    named = window_in(text, names)
    return catalogue.windows[named].name if named else ""


def _english(foreign: Foreign, search: SearchResult) -> str:
    """What the likeliest item is called in English, for who writes English."""
    if not foreign.wants_english or not search.candidates:
        return ""
    return english_name(search.candidates[0].id)


def _facts(text: str, hearing: Hearing, catalogue: Catalogue) -> list[StatedFact]:
    affair = catalogue.affair(hearing.affair) if hearing.affair else None
    if affair is None:
        return []
    but = [hearing.question] if hearing.question else []
    return [
        StatedFact(
            question=fact.question,
            value=fact.value,
            label=label_of(catalogue.questions[fact.question], fact.value),
            certain=fact.certain,
            because=fact.because,
        )
        for fact in stated(text, affair, catalogue, but=but)
        if is_answer(catalogue.questions[fact.question], fact.value)
    ]


def _narrowed(text: str, hearing: Hearing, search: SearchResult, catalogue: Catalogue) -> Narrowed | None:
    """What the sentence leaves of the items offered, of the operations on what is in hand, or of those found close."""
    if hearing.offered:
        among = [item for item in hearing.offered if catalogue.affair(item)]
    elif hearing.affair:
        among = _operations_on(hearing.affair, catalogue)
    else:
        among = [one.id for one in search.candidates] if search.decision == "close" else []
    left = left_of(text, among, catalogue) if len(among) > 1 else None
    if left is None or set(hearing.denied) & set(left.items):
        return None
    return Narrowed(items=list(left.items), because=list(left.because))


def _operations_on(affair: str, catalogue: Catalogue) -> list[str]:
    """The items of the same main item (主项)."""
    item = catalogue.items.get(affair)
    return [key for key, one in catalogue.items.items() if one.main == item.main] if item else []


def _option(text: str, hearing: Hearing, services: Services, vector: Vectors | None) -> OptionReading | None:
    """What the reader of replies hears for the open question; None where none is open, or one that it does not know."""
    question, reader = hearing.question, services.holder.options
    if question is None or not reader.knows(question):
        return None
    return reader.read(text, question, vector=vector) if text else None


def _option_heard(
    text: str, heard: OptionReading | None, hearing: Hearing, catalogue: Catalogue
) -> OptionHeard | None:
    """The likeliest option with what speaks for it; not one of which the text denies every word that it holds."""
    if heard is None or heard.unsure:
        return None
    best = heard.best
    option = catalogue.questions[hearing.question or ""].options.get(best.value)
    if option is None or is_only_denied(text, (one for one in (option.label, *option.says) if len(one) > 1)):
        return None
    because = [f"{reason.name}：{reason.words}".rstrip("：") for reason in best.because]
    return OptionHeard(value=best.value, label=option.label, probability=best.probability, because=because)


async def _asked(text: str, hearing: Hearing, search: SearchResult, services: Services) -> AskedOfItem | None:
    """The question of its own that the affair in hand, one that is offered, or the item that the sentence names answers.

    What is only told (店离学校50米) is held against the affair in hand alone.
    """
    in_hand = [hearing.affair] if hearing.affair else []
    named = [search.candidates[0].id] if search.candidates and search.decision in ("sure", "close") else []
    for affair in dict.fromkeys([*in_hand, *hearing.offered, *named] if is_question(text) else in_hand):
        if services.catalogue.affair(affair) is None:
            continue
        faq = await asyncio.to_thread(
            catalogue_service.ask, affair, text, services.catalogue, services.questions
        )
        if faq is not None:
            return AskedOfItem(affair=affair, question=faq.question)
    return None


async def _quoted(text: str, hearing: Hearing, services: Services) -> bool:
    """Whether the affair in hand says a sentence on what is asked."""
    affair = services.catalogue.affair(hearing.affair) if hearing.affair else None
    if affair is None or not is_question(text):
        return False
    found = await asyncio.to_thread(
        catalogue_service.sentence_of, text, affair, services.catalogue, services.questions
    )
    return found is not None


def _vague(text: str, catalogue: Catalogue) -> VagueView | None:
    wish = vague_in(text, catalogue)
    if wish is None:
        return None
    choices = [VagueChoiceView(label=one.label, says=one.say) for one in wish.choices]
    return VagueView(question=wish.question, choices=choices)
