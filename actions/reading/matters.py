"""Readings as a matter: one that others do, an answer of the library, a department or window, a circumstance."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pending.case import CaseInHand
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.wishes import CHAT, POINTED_AT, is_a_wish
from api.catalogue.schemas import SearchResult
from api.elsewhere.schemas import MatterView
from api.understanding.schemas import Understanding
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.elsewhere.telling_apart import is_story
from knowledge.language.answer_change import corrects
from knowledge.language.asked_beside import questions_in
from knowledge.language.aspects import (
    Aspect,
    aspects_in,
    is_question,
    names_subject,
    subject_of,
)
from knowledge.language.pointing import only_points
from knowledge.language.polarity import denies_trouble
from knowledge.weighing.candidate import Candidate, Kind

_CERTAIN, _UNCERTAIN = 0.93, 0.8
"""How probable a circumstance of the affair in hand is that is said outright, or that only sounds so."""
_CHAT_AGAINST_KNOWN = 0.4
"""How far small talk that the classifier hears speaks against an answer of the library or a matter elsewhere."""
_HEARD_AS_NOT_OURS = 0.95
"""Weight of what others do, where nothing is asked and the classifier too hears nothing of here."""
_NOT_OURS_AT_A_QUESTION = 0.7
"""The same while an answer is waited for; the open question is put again with it."""
_ASKED_BESIDE = 0.95
"""Weight of a question of what others surely do, while something else is in hand."""
_IN_HAND = 0.3
"""Weight of what others do, where the question is one of the affair in hand: 要交多少钱."""
_ONE_OF_THE_QUESTIONS = 0.75
"""Weight of what others do, where more than that is asked: each question is answered by itself."""
_AS_LIKELY = 0.05
_LIBRARY_KNOWS, _KNOWN_HERE = 0.9, 0.9
"""From which score on the centre's own answer is surely asked, and the weight that leaves to what others do: 公交几路到."""
_ITEM_SAYS_IT = 0.6
"""Weight of what others do, and of the centre's answers, where the affair in hand says a sentence on what is asked."""
_OF_TERMS = frozenset({Aspect.DEADLINE, Aspect.COUNTING})
"""What an affair in hand tells of itself, to the day."""
TOWNSHIPS, _OF_THE_TOWNSHIPS = "township_centres", 0.4
"""The library's answer on what is done in the townships, and its weight where an affair is in hand, which tells it of itself."""
_OF_HOURS = frozenset({"上班", "下班", "开门", "关门"})
"""What may be left of a question for hours, and names nothing."""
_OF_A_DEPARTMENT = 0.97
"""How probable it is that 卫健局电话多少 asks for the department."""
_IN_A_STORY = 0.7
"""Weight of the library where a long sentence tells what is wanted, of which it hears but one clause."""
_LIBRARY_MOST = 0.96
"""How sure the library is at most: the same words may ask for the thing itself."""
_ONLY_TOLD = 0.65
"""How probable it is that a circumstance is told (店离学校50米) for which the affair in hand has an answer, rather than one of its answers."""
_LONGEST_PLACE = 16
"""Characters of a message that says where somebody lives and little else."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """Everything that the published knowledge hears, each as probable as it is that a message here is of this kind at all."""
    heard = context.understood
    if heard is None:
        return
    if heard.vague is not None:
        yield Candidate(
            Kind.WISH, "action_ask_back", 0.4 if context.pending else 0.95, (heard.vague.question,)
        )
    yield from _asked(said, context, heard)
    yield from _elsewhere(said, context, heard)
    yield from _library(said, context, heard)
    if heard.department is not None:
        yield Candidate(Kind.QUESTION, "action_show_department", 0.97, ("整句话是部门的名称",))
    if heard.department_asked is not None:
        yield Candidate(
            Kind.QUESTION,
            "action_ask_about",
            _OF_A_DEPARTMENT,
            (f"问{heard.department_asked.name}在哪、电话",),
        )
    if heard.window_asked:
        yield Candidate(
            Kind.QUESTION, "action_ask_about", _OF_A_DEPARTMENT, (f"问{heard.window_asked}在哪、电话、时间",)
        )
    yield from _facts(said, context, heard)
    yield from _place(said, context, heard)


def _elsewhere(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    matter = heard.matter
    not_ours = matter is not None and said.intent == "out_of_scope" and matter.sure
    if matter is None or not _is_likelier_than_items(matter, heard.search, _AS_LIKELY if not_ours else 0.0):
        return
    in_own_words = matter.score >= 1
    weight = 1.0 if in_own_words else max(is_a_wish(said, context), 0.5 if context.waits else 0.9)
    if not_ours and not in_own_words:
        weight = max(weight, _NOT_OURS_AT_A_QUESTION) if context.waits else _HEARD_AS_NOT_OURS
    if context.affair is not None and is_question(said.text) and context.is_of_others(said.text):
        weight = max(weight, _ASKED_BESIDE)
    elif heard.quoted and not in_own_words:
        weight *= _ITEM_SAYS_IT
    if not in_own_words and _asks_of_what_is_in_hand(said, context, heard):
        weight *= _IN_HAND
    if not in_own_words and context.affair is not None and len(questions_in(said.text)) > 1:
        weight *= _ONE_OF_THE_QUESTIONS
    if heard.answer is not None and heard.answer.score >= _LIBRARY_KNOWS and not in_own_words:
        weight *= _KNOWN_HERE
    if said.intent in CHAT and not in_own_words and not not_ours:
        weight *= 1 - _CHAT_AGAINST_KNOWN * said.confidence
    if not in_own_words and only_points(said.text):
        weight *= POINTED_AT
    yield Candidate(
        Kind.ELSEWHERE, "action_elsewhere", matter.score * weight, (f"{matter.name} {matter.score:.2f}",)
    )


def _asks_of_what_is_in_hand(said: Utterance, context: Context, heard: Understanding) -> bool:
    """Whether a question names no subject of its own (要交多少钱), or asks whether something will do that the affair in hand knows."""
    if heard.beside is not None:
        return False
    if aspects_in(said.text) and (not names_subject(said.text) or subject_of(said.text) in _OF_HOURS):
        return True
    return context.affair is not None and asks_whether_it_will_do(said.text)


def _is_likelier_than_items(matter: MatterView, result: SearchResult, margin: float = 0.0) -> bool:
    """Whether a matter is meant rather than an item.

    Args:
        margin: By how much it may be less likely, because the classifier too hears that it is nothing of here.
    """
    best = result.candidates[0].score if result.candidates else 0.0
    if result.decision == "sure":
        return matter.sure and matter.score + margin > best
    return matter.sure or matter.score > best


def matter_meant(heard: Understanding) -> MatterView | None:
    """What others do, where words that name one thing mean it rather than an item; 大病保险、医疗救助 only sounds like 临时救助."""
    matter = heard.matter
    return matter if matter is not None and _is_likelier_than_items(matter, heard.search) else None


def _library(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    answer = heard.answer
    if answer is None:
        return
    weight = _OF_THE_TOWNSHIPS if answer.id == TOWNSHIPS and context.affair else 1.0
    of_its_terms = context.affair is not None and bool(_OF_TERMS & set(aspects_in(said.text)))
    if (heard.quoted or of_its_terms) and answer.score < 1:
        weight *= _ITEM_SAYS_IT
    if (
        context.is_of_another
        and heard.search.decision == "sure"
        and answer.score < heard.search.candidates[0].score
    ):
        weight *= _ITEM_SAYS_IT
    if denies_trouble(said.text) and answer.score < 1:
        weight *= _ITEM_SAYS_IT
    tells = said.intent in ("find_item", "state_fact")
    if answer.score < 1 and context.affair is None and tells and is_story(said.text):
        weight *= _IN_A_STORY
    elif answer.score < 1 and not answer.in_context:
        if said.intent == "find_item":
            weight = 0.9 if asks_whether_it_will_do(said.text) else 0.75
        elif context.pending is not None and not is_question(said.text):
            weight = 0.5
        elif said.intent in CHAT and not is_question(said.text):
            weight = 1 - _CHAT_AGAINST_KNOWN * said.confidence
    yield Candidate(
        Kind.LIBRARY,
        "action_library",
        min(answer.score, _LIBRARY_MOST) * weight,
        (f"{answer.question} {answer.score:.2f}",),
    )


def _asked(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """A question that the item in hand, or the one that the sentence names, answers itself; also what it says to something told."""
    if heard.asked is None:
        return
    if isinstance(context.pending, CaseInHand) and heard.asked.affair == context.pending.affair:
        yield Candidate(Kind.QUESTION, "action_ask_about_case", 0.96, (heard.asked.question,))
        return
    if not is_question(said.text):
        yield Candidate(Kind.QUESTION, "action_ask_about", _ONLY_TOLD, (heard.asked.question,))
        return
    own = heard.asked.affair == context.affair
    action, probability = ("action_ask_about", 0.96) if own else ("action_ask_of_item", 0.86)
    yield Candidate(Kind.QUESTION, action, probability, (heard.asked.question,))


def _facts(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    if not heard.facts or context.affair is None:
        return
    asks = aspects_in(said.text) or (heard.quoted and asks_whether_it_will_do(said.text))
    weight = 0.5 if asks else 1.0
    if said.intent == "find_item" and not corrects(said.text):
        weight *= 1 - 0.4 * said.confidence
    certain = any(fact.certain for fact in heard.facts)
    yield Candidate(
        Kind.FACT,
        "action_correct",
        (_CERTAIN if certain else _UNCERTAIN) * weight,
        tuple(f"说了{fact.label}" for fact in heard.facts),
    )


def _place(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """Where the applicant lives, which decides to which window the affair in hand goes; with a question both are taken."""
    if aspects_in(said.text) or is_question(said.text):
        return
    if heard.place and context.affair and not heard.facts and len(said.text) <= _LONGEST_PLACE:
        yield Candidate(Kind.FACT, "action_take_place", 0.9, (f"说了住{heard.place}",))
