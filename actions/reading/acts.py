"""Readings as an act: what the classifier hears, held against the words of the act."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from actions.pending.appointment import SlotChoice
from actions.pending.case import CaseInHand
from actions.pending.menu import NextStepMenu
from actions.pending.question import OfferedWish
from actions.pending.submission import Confirmation, ContactRequest
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.left_aside import meant_aside
from knowledge.language.acts import Cue, act_words, asks_about, beside_in, cue_of
from knowledge.language.another_wish import opens_another
from knowledge.language.asides import asks_how_to_submit, wants_it_again, wants_the_papers_again
from knowledge.language.aspects import is_question
from knowledge.language.case_questions import asks_what_submitting_does, case_question_in
from knowledge.language.resume_code import resume_code_in
from knowledge.language.spoken_time import names_day_or_time
from knowledge.weighing.candidate import Candidate, Kind

ACTIONS = {
    "handover": "action_handover",
    "complain": "action_complain",
    "restart": "action_restart",
    "ask_status": "action_status",
    "withdraw": "action_withdraw",
    "book_appointment": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
    "resume": "action_resume",
    "show_notice": "action_show_notice",
    "submit": "action_submit",
    "lack_material": "action_lack_material",
    "go_back": "action_go_back",
    "correct_answer": "action_correct",
    "give_contact": "action_contact",
    "greet": "action_greet",
    "thanks": "action_thanks",
    "ask_ability": "action_ability",
}
"""Intents that mean something whatever is open."""

_CHAT = frozenset({"greet", "thanks", "ask_ability"})
_DEAR = frozenset({"complain", "handover"})
"""Dear acts that nothing asks about before they lead away; the others of ``acts.yaml`` ask for a yes themselves."""

_OF_AN_AFFAIR = frozenset({"lack_material", "show_notice", "go_back", "correct_answer"})
_WITHOUT_AFFAIR = 0.4
"""Weight of an act that needs an affair in hand where there is none."""

_ASKS = 0.6
"""Weight of 没准生证让不让上: it asks what happens without the paper, and does not say that it is lacking."""
_OF_ANOTHER = 0.3
"""Weight of a correction in a question that names something else than the affair in hand: 我说的是体育那个许可，归不归文旅局."""
_NO_CASE_ASKED = 0.5
"""Weight of a question for a case, where an answer is waited for and no word of it asks so: 不是说了撕了吗."""
_SAYS_NOT_WHAT = 0.7
"""Weight of a correction that names no circumstance."""

_WHOLE = 0.995
_DENIED = 0.1
"""Weight of the classifier where the words of the act are denied."""
_UNSAID = 0.5
"""Log-odds of an act that only the classifier hears: where nothing else is likelier, it is asked about."""
_SAID = 1.0
"""Log-odds of an act whose words are there, where the classifier is in two minds; what else is said counts beside it."""
_NEXT = 2.0
"""Log-odds of what comes next: to submit, once the notice is there, whatever else the sentence tells by the way."""
_NEXT_ACTS = ("submit", "book_appointment")
_ASKED_POLITELY = frozenset({"book_appointment"})
_SENTENCE_ENDS = re.compile(r"[。!！?？;；\n]+")
_UNHEARD = 0.5
"""Confidence in what comes next where its words are there and the classifier hears something else."""
_LEAST, _MOST = 0.02, 0.98
"""How far the classifier is believed, so that other words weigh against its certainty."""
_ASKED_AGAIN = 0.5
_NOT_IN_PLACE = 0.3
"""Weight of an act for which there is nothing: no case to withdraw, no intake to submit."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """The act that the classifier hears, and every dear act that is the whole message."""
    heard = said.intent if said.intent in ACTIONS else None
    confirming = context.pending.act if isinstance(context.pending, Confirmation) else None
    if confirming == "submit" and wants_it_again(said.text):
        yield Candidate(Kind.ACT, ACTIONS["submit"], 0.97, ("要再看一遍填了什么",))
        return
    if confirming is not None and confirming == heard:
        # It is asked just now: what is said is an answer, or wants to be asked again with what it is about.
        yield Candidate(Kind.ACT, ACTIONS[heard], _ASKED_AGAIN, ("正在问的就是这件事",))
        return
    if context.affair and asks_what_submitting_does(said.text):
        yield Candidate(Kind.QUESTION, "action_after_submitting", 0.97, ("问提交以后",))
    if context.affair and confirming is None and asks_how_to_submit(said.text):
        yield Candidate(Kind.ACT, ACTIONS["submit"], 0.95, ("问怎么提交",))
    if wants_the_papers_again(said.text) and context.affair:
        yield Candidate(Kind.ACT, ACTIONS["show_notice"], 0.95, ("要再看材料",))
    elif wants_it_again(said.text) and context.waits:
        yield Candidate(Kind.ACT, "action_repeat", 0.9, ("要再说一遍",))
    offered = context.pending is not None and context.pending.offers(said.text)
    for act in () if offered else act_words():
        if act != heard and cue_of(act, said.text) is Cue.WHOLE:
            yield _candidate(act, _WHOLE * _in_place(act, said, context), "整句话")
    for act in () if offered else _NEXT_ACTS:
        if act != heard and _comes_next(act, context):
            yield from _unheard(act, said, context)
    if heard is None:
        return
    if heard == "submit" and context.case and context.affair is None:
        yield Candidate(Kind.ACT, ACTIONS[heard], 0.9 * said.confidence, ("刚提交过",))
    elif heard in act_words():
        if not offered:
            yield _dear(heard, said, context)
    elif heard == "resume" and context.pending is not None and not resume_code_in(said.text):
        if isinstance(context.pending, OfferedWish) or meant_aside(said.text, context) is not None:
            return  # 接着办 takes up what is offered, or what was put aside.
        yield Candidate(Kind.ACT, "action_repeat", said.confidence, (f"意图{said.confidence:.2f}",))
    else:
        believed = min(said.confidence, _MOST) * _weight(heard, said, context)
        candidate = _candidate(heard, believed, f"意图{said.confidence:.2f}")
        if heard == "give_contact" and _picks_a_slot_too(said, context):
            candidate = replace(candidate, action=SlotChoice.data_taken_by)
        yield candidate


def _picks_a_slot_too(said: Utterance, context: Context) -> bool:
    """Whether a time is picked in the same breath: 两点半。我哥叫……."""
    return isinstance(context.pending, SlotChoice) and names_day_or_time(said.text)


def _weight(heard: str, said: Utterance, context: Context) -> float:
    """How far an act that is undone in a word is believed: not where what it is about is not there."""
    if heard in _OF_AN_AFFAIR and context.affair is None:
        return 1.0 if heard == "go_back" and _is_choosing(context) else _WITHOUT_AFFAIR
    if heard == "ask_status" and context.affair is not None and context.waits:
        return 1.0 if case_question_in(said.text) is not None else _NO_CASE_ASKED
    if heard == "ask_ability" and context.affair is not None and is_question(said.text):
        return _ASKS
    if heard == "lack_material" and is_question(said.text):
        return _ASKS
    if heard == "correct_answer" and context.is_of_another:
        return _OF_ANOTHER
    says_what = context.understood is None or bool(context.understood.facts)
    return 1.0 if heard != "correct_answer" or says_what else _SAYS_NOT_WHAT


def _is_choosing(context: Context) -> bool:
    """Whether what the wish is is being asked: 返回 goes back from there, although no affair is in hand."""
    return context.pending is not None and context.pending.is_about_a_wish


def _comes_next(act: str, context: Context) -> bool:
    """Whether the act is what the open question leads to."""
    at_the_notice = isinstance(context.pending, NextStepMenu | ContactRequest)
    if act == "book_appointment":
        return at_the_notice or isinstance(context.pending, CaseInHand)
    return act == "submit" and at_the_notice


def _points_beside(act: str, text: str) -> dict[str, float]:
    """What else the sentence says that holds its words; 能不能约明天 asks for an appointment and not about one."""
    if act not in _ASKED_POLITELY:
        return beside_in(text)
    said = next((one for one in _SENTENCE_ENDS.split(text) if cue_of(act, one) is Cue.SAID), text)
    beside = beside_in(said)
    if not asks_about(act, said):
        beside.pop("asks", None)
    return beside


def _unheard(act: str, said: Utterance, context: Context) -> Iterator[Candidate]:
    """What comes next, where its words are there and the classifier hears something else: 好嘞，那我现在帮他报上吧."""
    if cue_of(act, said.text) is Cue.SAID and not opens_another(said.text):
        points = _NEXT + sum(_points_beside(act, said.text).values())
        probability = _by_words(_UNHEARD, points, is_said=True)
        yield _candidate(act, probability * _in_place(act, said, context), "字眼：said", "正轮到它")


def _dear(act: str, said: Utterance, context: Context) -> Candidate:
    """The classifier, the words of the act, and what else the sentence says, on one scale."""
    cue = cue_of(act, said.text)
    because = [f"意图{said.confidence:.2f}", f"字眼：{cue}"]
    if cue is Cue.WHOLE:
        probability = _WHOLE
    elif cue is not Cue.DENIED:
        beside = _points_beside(act, said.text)
        because += [f"{name}{points:+g}" for name, points in beside.items()]
        confidence, points = said.confidence, sum(beside.values())
        if cue is Cue.SAID and _comes_next(act, context):
            confidence, points = max(confidence, _UNHEARD), points + _NEXT
        probability = _by_words(confidence, points, is_said=cue is Cue.SAID)
    else:
        probability = said.confidence * _DENIED
    return _candidate(act, probability * _in_place(act, said, context), *because)


def _by_words(confidence: float, beside: float, *, is_said: bool) -> float:
    if is_said:
        return _logistic(_SAID + _log_odds(confidence) + beside)
    return confidence * _logistic(_UNSAID + min(beside, 0))


def _in_place(act: str, said: Utterance, context: Context) -> float:
    """不办了 withdraws a case where there is one, and else only leaves what is open."""
    if act == "withdraw" and context.case is None and "撤" not in said.text and "申请" not in said.text:
        return _NOT_IN_PLACE
    return 1.0


def _log_odds(confidence: float) -> float:
    believed = min(max(confidence, _LEAST), _MOST)
    return math.log(believed / (1 - believed))


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _candidate(act: str, probability: float, *because: str) -> Candidate:
    return Candidate(_kind(act), ACTIONS[act], probability, because)


def _kind(act: str) -> Kind:
    if act in _CHAT:
        return Kind.CHAT
    if act in _DEAR:
        return Kind.DEAR_ACT
    return Kind.ASKED_ACT if act in act_words() else Kind.ACT
